"""The studio's sources: text files of several kinds, PDF and what is none, and the way from evidence to its passage."""

import csv
import json
import os
import zlib

import pytest
from conftest import ROOT, call
from studios import cell, choose, look, opened, saved, start, table, until, with_source  # noqa: F401

PAGES = [
    ["2 The workshop", "In 2009 Atelier Nord and the coop-", "erative of Vallon opened a workshop."],
    ["Fonds Relance gave a grant to \\311cole Haute."],
]


def pdf(pages):
    """A PDF of these lines, page by page, in the encoding of Windows."""
    streams = [zlib.compress(("BT /F 12 Tf 14 TL 50 700 Td " + "".join(f"({line}) ' " for line in lines) + "ET").encode())
               for lines in pages]
    count = len(streams)
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    for page, content in enumerate(streams):
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * page} 0 R/Resources<</Font<</F 3 0 R>>>>>>".encode())
        objects.append(f"<</Length {len(content)}/Filter/FlateDecode>>stream\n".encode() + content + b"\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return written + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
                      f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n").encode()


def read(studio, content, query=""):
    headers = {"Origin": f"http://{studio.host}", "Content-Type": "application/pdf"}
    answer, said = studio.ask("POST", f"{studio.path}api/pdf{query}", headers, content)
    return answer.status, json.loads(said)


def test_a_pdf_is_coded_by_its_pages_and_the_evidence_leads_back_to_the_passage(start, look, tmp_path):
    folder = tmp_path / "vallon"
    call("init", folder)
    page = look(start(folder))
    with_source(page)
    (tmp_path / "talk.pdf").write_bytes(pdf(PAGES))
    text = opened(page, tmp_path / "talk.pdf")
    assert "Atelier Nord and the cooperative of Vallon" in " ".join(text.split()), "hyphens at ends of lines are none"
    assert text.count("\f") == 1 and "École Haute" in text
    page.select_option("#actor-kind", "firm")
    for passage, source, target in (("Atelier Nord and the coop", "Atelier Nord", "Coop de Vallon"),
                                    ("Fonds Relance gave a grant to École Haute", "Fonds Relance", "École Haute")):
        choose(page, passage)
        page.fill("#from", source)
        page.fill("#to", target)
        page.keyboard.press("Control+Enter")
        until(page, "(words) => document.getElementById('coded').textContent.includes(words)", arg=target)
        saved(page)
    evidence = [tie["evidence"] for tie in table(folder, "ties")]
    assert evidence[0].startswith("talk:p1 [") and evidence[1].startswith("talk:p2 [")
    # From the tie to its passage, by the mouse and by the keyboard, after a reload.
    page.reload()
    until(page, "S.revision > 0 && document.getElementById('text').value")
    page.select_option("#table", "ties")
    assert page.evaluate("S.passages.all.length") == 6, "two ties and four actors"
    page.get_by_role("button", name=evidence[1]).click()
    until(page, "document.querySelector('#marks .shown')")
    shown = "(() => { const f = document.getElementById('text'); return [f.value.slice(f.selectionStart, f.selectionEnd), document.activeElement === f, document.querySelector('#marks .shown').textContent]; })()"
    passage = "Fonds Relance gave a grant to École Haute"
    assert page.evaluate(shown) == [passage, True, passage]
    cell(page, 0, "kind").click()
    page.keyboard.press("Alt+Enter")
    until(page, "document.querySelector('#marks .shown').textContent.startsWith('Atelier Nord')")
    # And from the passage to the row.
    choose(page, "Fonds Relance")
    page.locator("#here button", has_text="Fonds Relance – École Haute").click()
    until(page, "document.activeElement.closest('#grid tr')?.dataset.key === '2'")
    assert page.evaluate("S.grid.table") == "ties"


def test_a_passage_is_found_where_its_words_stand_now_else_by_heading_or_page(start, look, dataset):
    text = "1 First\n\nNothing 😀 here.\n\n2.1 Second\n\nA and B\nwork together.\n\fPage two has [signs] (and more)."
    start_of = text.index("A and B") + 1
    rows = [
        ("s:2.1 [%d-%d]" % (start_of, start_of + 21), "« A and B work together. »", "A and B\nwork together."),
        ("s:2.1 [3-9]", "« A and B work together. »", "A and B\nwork together."),
        ("s:p2 [1-2]", "« [signs] (and »", "[signs] (and"),
        ("s:2.1", "", "2.1 Second"), ("s:p2", "", "Page two has [signs] (and more)."), ("s:par2", "", "Nothing 😀 here."),
        ("s:2.1 [999-1200]", "", "2.1 Second"),
    ]
    ties = "source,target,kind,status,evidence,note\n" + "".join(f'a,b,works_with,active,"{e}","{n}"\n' for e, n, _ in rows)
    folder = dataset(ties__csv=ties + 'a,b,works_with,active,s:n34,\na,b,works_with,active,other:1,\n')
    studio = start(folder)
    studio.post("text", {"source": "s", "text": text})
    page = look(studio)
    until(page, "document.getElementById('text').value !== ''")
    page.select_option("#table", "ties")
    for row, (evidence, _, words) in enumerate(rows):
        cell(page, row, "evidence").locator("button").click()
        until(page, "(words) => { const f = document.getElementById('text'); return f.value.slice(f.selectionStart, f.selectionEnd) === words; }", arg=words)
    cell(page, len(rows), "evidence").locator("button").click()
    page.get_by_role("alert").filter(has_text="n34").wait_for()
    cell(page, len(rows) + 1, "evidence").locator("button").click()
    page.get_by_role("alert").filter(has_text="other").wait_for()
    assert page.evaluate("document.getElementById('text').value") == text


def test_a_source_without_a_text_says_so_and_texts_of_any_encoding_are_read(start, look, dataset, tmp_path):
    page = look(start(dataset()))
    page.select_option("#table", "ties")
    cell(page, 0, "evidence").locator("button").click()
    page.get_by_role("alert").filter(has_text="A source.").wait_for()
    for name, content in (("a.txt", "Élan – été\r\nfin".encode("cp1252")), ("b.txt", "Élan – été\nfin".encode("utf-16")),
                          ("c.txt", b"\xef\xbb\xbf" + "Élan – été\nfin".encode()),
                          ("d.html", "<title>x</title><script>alert(1)</script><p>Élan – été<br>fin</p>".encode())):
        (tmp_path / name).write_bytes(content)
        page.evaluate("document.getElementById('text').value = ''")
        assert opened(page, tmp_path / name).split() == ["Élan", "–", "été", "fin"]


def test_a_text_that_is_typed_is_kept_as_it_is_typed(start, look, dataset):
    studio = start(dataset())
    page = look(studio)
    until(page, "!document.getElementById('text').readOnly")
    page.locator("#text").click()
    page.keyboard.type("An interview with B. 😀")
    saved(page)
    assert studio.get("text?source=s") == {"text": "An interview with B. 😀"}
    page.get_by_role("button", name="Keep the text").click()
    until(page, "document.getElementById('text').readOnly")


def test_what_is_no_pdf_or_too_much_of_one_is_refused_in_words(start, dataset, tmp_path):
    folder = dataset()
    studio = start(folder)
    bomb = pdf([[f"{line} {'x' * 100}" for line in range(50)]] * 2_000)
    assert len(bomb) < 2 << 20
    for content, words in ((b"", "no PDF"), (b"hello", "no PDF"), (b"%PDF-1.4\n" + os.urandom(2_000), "damaged"),
                           (pdf(PAGES)[:300], "damaged"), (pdf([[]]), "pictures of pages"),
                           (bomb, "too long a text")):
        status, answer = read(studio, content)
        assert status == 422 and words in answer["message"] and answer["remedy"], (words, answer)
    assert "Ce fichier n'est pas un PDF." == read(studio, b"", "?lang=fr")[1]["message"]
    assert read(studio, pdf(PAGES))[0] == 200, "and it goes on"
    assert list((folder / ".studio" / "pdf").iterdir()) == []
    headers = {"Origin": f"http://{studio.host}", "Content-Type": "application/json"}
    assert studio.ask("POST", f"{studio.path}api/pdf", headers, pdf(PAGES))[0].status == 415
    assert studio.ask("POST", f"{studio.path}api/edit", {**headers, "Content-Type": "application/pdf"}, b"{}")[0].status == 415


def test_a_machine_that_reads_no_pdf_says_what_to_install(start, look, dataset, tmp_path, monkeypatch):
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "sh").symlink_to("/bin/sh")
    monkeypatch.setenv("PATH", str(programs))
    studio = start(dataset())
    page = look(studio, "?lang=fr")
    (tmp_path / "talk.pdf").write_bytes(pdf(PAGES))
    page.set_input_files("#open-text", tmp_path / "talk.pdf")
    page.get_by_role("alert").filter(has_text="poppler-utils").wait_for()
    assert "pdftotext manque" in page.get_by_role("alert").inner_text()


@pytest.mark.parametrize("name", ["-o", "it's \"here\" $(touch x)"])
def test_no_name_of_a_folder_is_read_as_an_option_or_a_command(start, dataset, tmp_path, monkeypatch, name):
    folder = tmp_path / name
    dataset().rename(folder)
    monkeypatch.chdir(tmp_path)
    studio = start(folder.relative_to(tmp_path) if not name.startswith("-") else f"./{name}")
    assert read(studio, pdf(PAGES))[1]["text"].startswith("2 The workshop")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name in ("x", name)) == [name]
