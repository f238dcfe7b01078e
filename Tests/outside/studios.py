"""A studio that runs, and its page in a browser, for the tests of both."""

import csv
import http.client
import json
import re
import shutil
import signal
import subprocess
import time
import urllib.parse

import pytest
from conftest import DATASETS, PROGRAM


# What a browser notes of an answer that is no page.
ANSWERS = re.compile(r"status of (403|409|413|422)|ERR_(CONNECTION|EMPTY)")


class Studio:
    """A studio that runs, and what it was told of itself."""

    def __init__(self, dataset, *options):
        self.process = subprocess.Popen(
            [PROGRAM, "studio", str(dataset), "--no-open", *map(str, options)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, preexec_fn=lambda: [signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGTERM)])
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.process.stderr.read()
        parts = urllib.parse.urlsplit(self.address)
        self.host, self.port, self.path = parts.netloc, parts.port, parts.path

    def ask(self, method, path, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": self.host, **(headers or {})}.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def post(self, name, value):
        headers = {"Origin": f"http://{self.host}", "Content-Type": "application/json"}
        answer, content = self.ask("POST", f"{self.path}api/{name}", headers, json.dumps(value).encode())
        return answer.status, json.loads(content)

    def get(self, name):
        answer, content = self.ask("GET", f"{self.path}api/{name}")
        assert answer.status == 200, content
        return json.loads(content)

    def end(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        said = self.process.communicate(timeout=120)[1]
        return self.process.returncode, said


@pytest.fixture
def start():
    running = []

    def start(dataset, *options):
        running.append(Studio(dataset, *options))
        return running[-1]

    yield start
    for studio in running:
        studio.end(signal.SIGKILL)


@pytest.fixture
def look(browser):
    """A function that opens a studio's page; what goes wrong in the page, or leads elsewhere, fails the test."""
    contexts, wrong = [], []

    def look(studio, query="", context=None, **options):
        if context is None:
            context = browser.new_context(**{"viewport": {"width": 1366, "height": 768}, **options})
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        # A refusal, and a studio that was ended, are answers as any other to the page.
        page.on("console", lambda said: None if ANSWERS.search(said.text) else wrong.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        own = f"http://{studio.host}/"
        page.on("request", lambda request: None if request.url.startswith((own, "data:,")) else wrong.append(request.url))
        page.goto(studio.address + query)
        until(page, "S.revision > 0")
        return page

    yield look
    for context in contexts:
        context.close()
    assert wrong == []


def until(page, expression, arg=None):
    """Waits for what the page says of itself; its policy forbids what the browser driver would wait with."""
    end = time.monotonic() + 60
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, expression
        time.sleep(0.05)


def table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def saved(page):
    until(page, "S.waiting === 0")


def with_source(page, name="talk", citation=None):
    """Makes a source on the bench, whose text is to be opened."""
    if page.locator("#new-source").is_hidden():
        page.select_option("#source", "")
    page.fill("#source-id", name)
    page.fill("#source-citation", citation or f"{name}, 2016.")
    page.keyboard.press("Enter")
    until(page, "(name) => S.bench.source === name", arg=name)


def opened(page, path):
    """Opens the text of a source; what the bench then holds."""
    page.set_input_files("#open-text", path)
    until(page, "document.getElementById('text').readOnly && document.getElementById('text').value && S.waiting === 0")
    return page.evaluate("document.getElementById('text').value")


def choose(page, passage):
    """Selects a passage of the text as a hand does."""
    page.evaluate(
        """(words) => {
            const field = document.getElementById("text");
            const start = field.value.indexOf(words);
            field.focus();
            field.setSelectionRange(start, start + words.length);
            field.dispatchEvent(new Event("select"));
        }""", passage)


def cell(page, row, column):
    heads = page.locator("#grid thead th").all_inner_texts()
    return page.locator("#grid tbody tr").nth(row).locator("td").nth(heads.index(column) - 1)


@pytest.fixture
def romans(tmp_path):
    return shutil.copytree(DATASETS / "romans-2016", tmp_path / "romans")


def centre(page, actor):
    """Where a disc stands, from the page's upper left, in points; and how wide the page is."""
    return page.evaluate(
        """(actor) => {
            const svg = S.figure.svg(), disc = S.figure.disc(actor).querySelector("ellipse"), box = disc.getBBox();
            const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
                .matrixTransform(disc.getScreenCTM()).matrixTransform(svg.getScreenCTM().inverse());
            return [middle.x, middle.y, svg.viewBox.baseVal.width];
        }""", actor)


def figure(page):
    page.get_by_role("tab", name="Figure").click()
    page.locator("#picture g.movable").first.wait_for()
