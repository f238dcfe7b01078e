#!/usr/bin/env python3
"""Calls the program at random: `Scripts/calls.py SECONDS [SEED] [PROGRAM]`.

Commands × options × views × measures × figures × formats, on our datasets, on the files of the tests' corpus and on
datasets made up on the spot: two modes, loops, dates, weights at the ends of what a number holds, collectives, parts
that nobody observed, names that are markup. A call is answered with 0 to 3. A crash, a fault of Milieu's own (70), a
hang, more than four gigabytes, a number that is none, or an output that its format's reader refuses is printed with
the call and its seed, and its dataset is kept in calls-found/: make it a named case of the tests together with its mend.
"""

import csv
import io
import json
import pathlib
import random
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[1]
DATASETS = [*sorted((ROOT / "datasets").glob("*/")), *sorted((ROOT / "datasets" / "archetypes").glob("*/"))]
DATASETS = [folder for folder in DATASETS if (folder / "datapackage.json").exists()]
CORPUS = sorted(path for path in (ROOT / "Tests" / "InterchangeTests" / "Corpus").glob("*/*") if path.is_file())
LAYERS = ["knowledge", "cooperation", "governance", "finance", "supply", "membership", "hosting", "personal", "composition"]
STATUSES = ["active", "past", "dormant", "unknown", "planned", "potential", "any"]
FIGURES = ["sociogram", "ego", "layers", "matrix", "blockmodel", "timeline", "years", "map", "plane", "profile"]
FORMATS = ["table", "csv", "json", "latex", "markdown"]
ENDINGS = ["graphml", "gexf", "net", "dl", "gml", "dot", "json", "matrix", "csv", "vna", "xlsx"]
NAMES = [
    "Ä & Co", "<b>x</b>", "=1+1", "`r 1`", "a\u202eb", "x" * 300, "𝄞 中文", "e\u0301\u0301", "{{title}}", "\\input{x}", "%s%n", "'", "\"", "-",
]
NUMBERS = ["0", "1", "-1", "2.5", "1e308", "1e-308", "5e-324", "0.1", "1e16", "", "12"]
DATES = ["", "2014", "2014-06", "2014-06-05", "1999", "2016-12-31"]


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


class Calls:
    """Random calls of one program, each made by a seed of its own, so that one alone can be made again."""

    def __init__(self, program, folder, heavy=True):
        self.program, self.folder, self.heavy = program, pathlib.Path(folder), heavy
        table = subprocess.run([program, "measure", "--list", "--format", "csv"], capture_output=True, text=True, check=True).stdout
        self.measures = {}
        for row in csv.DictReader(io.StringIO(table)):
            self.measures.setdefault(row["level"], []).append(row["id"])

    # Inputs.

    def made(self):
        """A dataset of random rows; more often sound than not, and small."""
        pick = self.random
        folder = self.folder / "made"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        actors, events = pick.choice([0, 1, 2, 3, 5, 8, 12]), pick.choice([0, 0, 1, 3, 6])
        dated, weighted = pick.random() < 0.5, pick.random() < 0.5

        def write(name, header, rows):
            with open(folder / name, "w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerows([header, *rows])

        date = lambda: pick.choice(DATES) if dated else ""
        confidence = lambda: pick.choice(["", "1", "0.5", "0.1"])
        write("sources.csv", ["id", "citation", "url", "date"], [["s", pick.choice(NAMES), "", ""]])
        write("actor-kinds.csv", ["kind", "name_fr", "name_en", "sphere"], [
            ["firm", "entreprise", "firm", "economy"], ["fund", "fonds", pick.choice(NAMES), "finance"],
            ["lab", "labo", "lab", "knowledge"]])
        kinds = [["k%d" % place, "type", pick.choice(NAMES), pick.choice(["yes", "no"]), layer,
                  pick.choice(["strength", "strength", "distance", ""])] for place, layer in enumerate(pick.sample(LAYERS, 3))]
        write("tie-kinds.csv", ["kind", "name_fr", "name_en", "directed", "layer", "weight_means"], kinds)
        write("actors.csv", ["id", "name", "kind", "place", "collective", "members", "size", "since", "until", "note", "own"], [
            [f"a{place}", pick.choice(NAMES) if pick.random() < 0.3 else f"Actor {place}", pick.choice(["firm", "fund", "lab"]),
             pick.choice(["Here", "There", ""]), pick.choice(["", "", "yes"]), pick.choice(["", "3"]),
             pick.choice(NUMBERS[:4] + [""]), date(), "", pick.choice(NAMES), pick.choice(NUMBERS)] for place in range(actors)])
        any_actor = lambda: f"a{pick.randrange(max(1, actors))}"
        ties = pick.choice([0, 1, actors, 2 * actors]) if actors else 0
        write("ties.csv", ["source", "target", "kind", "weight", "status", "since", "until", "confidence", "evidence"], [
            [any_actor(), any_actor(), pick.choice(kinds)[0], pick.choice(NUMBERS) if weighted else "",
             pick.choice(STATUSES[:6] + ["active"] * 6), date(), "", confidence(), "s:1"] for _ in range(ties)])
        if events:
            write("event-kinds.csv", ["kind", "name_fr", "name_en", "layer", "pooled"], [
                ["meeting", "réunion", "meeting", "cooperation", "no"], ["pool", "mise en commun", "pool", "cooperation", "yes"]])
            write("events.csv", ["id", "name", "kind", "date", "place", "evidence"], [
                [f"e{place}", pick.choice(NAMES), pick.choice(["meeting", "pool"]), date(), "", "s:2"] for place in range(events)])
            seats = {(any_actor(), f"e{pick.randrange(events)}") for _ in range(2 * actors)} if actors else set()
            write("participation.csv", ["actor", "event", "confidence", "evidence"], [
                [actor, event, confidence(), "s:3"] for actor, event in sorted(seats)])
        package = {"name": "made", "title": pick.choice(NAMES)}
        if pick.random() < 0.8:
            package["milieu"] = {
                "territory": {"name": pick.choice(NAMES)}, "reference_date": pick.choice(["2016", "2014-06-05"]),
                "perimeters": [{"id": "here", "places": ["Here"], "default": True}, {"id": "none", "places": ["Nowhere"]}],
                "surveyed": pick.sample(LAYERS, pick.randrange(5)) + pick.choice([[], ["events"]])}
        (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        return folder

    def edges(self):
        """An edge list of random rows."""
        pick = self.random
        file = self.folder / "edges.csv"
        ids = ["a", "b", "c", "d", "e", pick.choice(NAMES[:12])]
        rows = [[pick.choice(ids), pick.choice(ids), pick.choice(NUMBERS)] for _ in range(pick.choice([0, 1, 5, 20]))]
        with open(file, "w", newline="", encoding="utf-8") as out:
            csv.writer(out, lineterminator="\n").writerows([["source", "target", pick.choice(["weight", "other"])], *rows])
        return file

    def input(self):
        roll = self.random.random()
        if roll < 0.5:
            return self.made()
        if roll < 0.6:
            return self.edges()
        if roll < 0.7:
            return self.random.choice(CORPUS)
        return self.random.choice(DATASETS) if self.heavy else self.random.choice(DATASETS[:3])

    # Options.

    def options(self, choices, most=4):
        """Some of these options, each with a value made for it."""
        names = self.random.sample(sorted(choices), self.random.randint(0, min(most, len(choices))))
        words = []
        for name in names:
            value = choices[name]() if callable(choices[name]) else self.random.choice(choices[name])
            words += [name] if value is None else [name, str(value)]
        return words

    def some(self, values, most=3):
        return ",".join(self.random.sample(values, self.random.randint(1, min(most, len(values)))))

    def view(self):
        attribute = ["kind", "place", "sphere", "own", "size", "nothing", "sector"]
        return self.options({
            "--directed": [None], "--undirected": [None], "--layer": lambda: self.some(LAYERS), "--kind": ["k0", "k0,k1", "nothing"],
            "--at": ["2014", "2014-06", "1900", "2016-06-06", "soon"], "--inside-only": [None], "--perimeter": ["here", "none", "basin", "x"],
            "--min-confidence": ["0", "0.5", "0.9", "1", "2", "nan"], "--status": lambda: self.some(STATUSES),
            "--events": ["automatic", "left-out", "projected", "two-mode", "none"], "--weights": ["none", "strength", "distance"],
            "--group-by": attribute, "--resource": attribute, "--attribute": attribute, "--alpha": ["0", "0.5", "1", "-1", "1e308", "nan"],
            "--plex": ["1", "2", "3", "0"], "--resolution": ["0", "0.5", "1", "1e9", "-1"], "--classes": ["1", "2", "5", "0", "1000"],
            "--key-players": ["1", "2", "3", "0", "99"], "--references": ["1", "3", "0"], "--as": ["ucinet", "igraph", "networkx", "sna", "gephi", "pajek", "x"],
            "--seed": ["1", "0", "18446744073709551615"], "--threads": ["1", "2"], "--dimensions": ["kind,place,sphere", "kind", "x,y,z"],
        }, most=self.random.choice([0, 1, 2, 3, 6]))

    def common(self):
        return self.options({"--lang": ["en", "fr"], "--quiet": [None], "--no-color": [None]}, most=2)

    def table(self):
        return self.options({"--format": FORMATS, "--raw-cells": [None], "-o": lambda: self.folder / "out.txt"}, most=2)

    def draws(self):
        return ["--draws", self.random.choice(["0", "1", "20", "50"]), "--nulls", self.random.choice(["0", "1", "19"])]

    # Calls.

    def measure(self):
        level = self.random.choice(sorted(self.measures))
        ids = self.measures[level]
        words = self.options({
            "-m": lambda: self.random.choice(["all", self.some(ids, 5), self.random.choice(ids), "nothing"]), "--level": sorted(self.measures),
            "--profile": ["centrality", "cohesion", "brokerage", "x"], "--top": ["1", "5", "0"], "--sort-by": lambda: self.random.choice(ids),
            "--explain": ["a0", "a1", "nobody", "groupe_archer"], "--bounds": [None],
        }, most=3)
        return ["measure", self.input(), *words, *self.view(), *self.table(), *self.common()]

    def test(self):
        relation = ["ties", "layer:knowledge", "layer:cooperation", "same:kind", "same:place", "difference:size", "sum:own", "sender:size", "x:y"]
        words = self.random.choice([
            lambda: self.options({"--null": ["size", "ties", "dyads", "degrees", "memberships", "groups"], "-m": lambda: self.some(self.measures["network"])}),
            lambda: ["--bootstrap", *self.options({"-m": lambda: self.some(self.measures["network"])})],
            lambda: ["--before", self.random.choice(["2014", "2010-06", "1900", "x"]), "--by", "same_sphere"],
            lambda: ["--correlate", self.some(relation)], lambda: ["--regress", self.random.choice(relation), "--on", self.some(relation)],
            lambda: ["--before", self.random.choice(["2010", "2013", "x"]), *self.options({
                "--treated": ["kind=firm", "place=x", "own=1", "kind", "nothing=1"], "--within": ["kind", "place", "nothing"],
                "--show": ["effects", "pairs", "fit"], "-m": lambda: self.some(self.measures["actor"], 2), "--by": ["same_kind", "x"]})],
            lambda: ["--dyads", self.random.choice(["all", "same_place", "same_place,same_sphere", "common_partners,same_kind", "x"])],
            lambda: ["--ergm", "+".join(self.random.choice([["edges"], []]) + self.random.sample(
                ["mutual", "nodematch(kind)", "gwesp(0.25, fixed)", "nodecov(size)", "offset(edges)=-1", "offset(nodematch(kind))=-Inf", "x"],
                self.random.choice([1, 2])))],
        ])()
        return ["test", self.input(), *words, "--draws", self.random.choice(["1", "9", "19"]), *self.view(), *self.table(), *self.common()]

    def score(self):
        inputs = [self.input() for _ in range(self.random.choice([1, 1, 1, 2]))]
        words = self.options({
            "--at": ["2014", "2012..2014", "2016..2014", "x"], "--perimeter": ["here", "none", "basin", "x"], "--without": ["a0", "a0,a1", "nobody"],
            "--with": ["planned", "potential", "nothing"], "--seed": ["1", "7"],
            "--table": ["score", "axes", "verdict", "indicators", "parameters", "nulls", "leverage", "sensitivity", "draws", "ranks", "x"],
        }, most=3)
        return ["score", *inputs, *words, *self.draws(), *self.table(), *self.common()]

    def draw(self):
        attribute = ["sphere", "community", "kind", "place", "own", "nothing"]
        figure = self.random.choice(FIGURES)
        words = self.options({
            "--size-by": lambda: self.random.choice(self.measures["actor"]), "--color-by": attribute, "--hull": attribute, "--blocks": attribute,
            "--ego": ["a0", "a1", "nobody", "groupe_archer"], "--steps": ["1", "2", "3", "9"], "--layout": ["stress", "force", "circle", "x"],
            "--title": lambda: self.random.choice([name for name in NAMES if name != "-"]), "--width": ["1", "8", "16", "40", "nan"], "--labels": ["0", "1", "5"],
        }, most=3)
        scored = self.draws() if figure in ("plane", "profile") else []
        more = [self.random.choice(DATASETS)] if figure in ("plane", "profile") and self.random.random() < 0.2 else []
        file = self.folder / f"out.{self.random.choice(['svg', 'svg', 'pdf', 'png', 'dot', 'eps', 'tiff'])}"
        return ["draw", self.input(), *more, "-o", file, "--figure", figure, *words, *scored, *self.view(), *self.common()]

    def report(self):
        return ["report", self.input(), "-o", self.folder / "out.html", *self.draws(), *self.view(), *self.common()]

    def export(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        return ["export", self.input(), "-o", self.folder / "out", *self.options({"--raw-cells": [None]}), *self.view(), *self.common()]

    def convert(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        output = self.random.choice([self.folder / f"out.{self.random.choice(ENDINGS)}", self.folder / "out"])
        words = self.options({
            "--to": ["graphml", "gexf", "pajek", "dl", "gml", "dot", "json", "matrix", "edge-list", "dataset", "x"], "--both-ways": [None],
            "--directed": [None], "--from": ["dl", "pajek", "edge-list", "matrix"],
            "--for": ["igraph", "networkx", "gephi", "ucinet", "pajek", "r"]}, most=2)
        return ["convert", self.input(), output, *words, *self.common()]

    def agree(self):
        words = self.options({"--table": ["agreement", "disagreements", "matching", "x"], "--format": FORMATS, "-o": lambda: self.folder / "out"})
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        first = self.input()
        if first == self.folder / "made":
            shutil.rmtree(self.folder / "first", ignore_errors=True)
            first = shutil.copytree(first, self.folder / "first")
        return ["agree", first, self.input(), *words, *self.common()]

    def survey(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        words = self.options({
            "--ask": ["a0", "a0,a1", "nobody", "groupe_archer"], "--layers": lambda: self.some(LAYERS),
            "--how": ["census", "roster", "recall", "documents"], "--perimeter": ["here", "x"]})
        return ["survey", self.input(), "-o", self.folder / "out", *words, *self.common()]

    def areas(self):
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        words = self.options({"--area": ["place", "kind", "x"], "--memory": ["64M", "2G", "1"], "--shards": ["1", "7", "0"]})
        return ["areas", "prepare", self.input(), "-o", self.folder / "out", *words, *self.common()]

    def check(self):
        return ["check", self.input(), *self.options({"--only": ["error", "warning", "note"]}), *self.common()]

    def call(self, seed):
        """The words of one call."""
        self.random = random.Random(seed)
        kinds = ["measure"] * 6 + ["draw"] * 5 + ["test"] * 3 + ["score"] * 3 + ["convert"] * 3 + ["check", "report", "agree", "survey", "areas"]
        kinds += ["export", "report"] if self.heavy else []
        return [str(word) for word in getattr(self, self.random.choice(kinds))()]

    def fault(self, seed):
        """Makes one call; what is wrong with its answer, or nil, and the words."""
        for old in self.folder.glob("out.*"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        words = self.call(seed)
        try:
            done = subprocess.run([self.program, *words], capture_output=True, preexec_fn=limit, timeout=600)
        except subprocess.TimeoutExpired:
            return "hangs", words
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode not in (0, 1, 2, 3) or "Fatal error" in said:
            return f"status {done.returncode}: {said[-400:]}", words
        if done.returncode and not said.strip() and not done.stdout.strip():
            return f"status {done.returncode} without a word", words
        if re.search("[\0-\x08\x0b-\x1f\x7f]", said):
            return "a control character in a message", words
        return self.unreadable(words, done) if done.returncode == 0 else None, words

    def unreadable(self, words, done):
        """Why an output is none of its format; nil where it is one."""
        try:
            text = done.stdout.decode("utf-8")
            if words[0] in ("measure", "test", "score") and (self.folder / "out.txt").exists():
                text = (self.folder / "out.txt").read_text(encoding="utf-8")
            if "--format" in words:
                format = words[words.index("--format") + 1]
                if format == "json":
                    json.loads(text, parse_constant=lambda word: 1 / 0)
                if format == "csv":
                    lengths = {len(row) for row in csv.reader(io.StringIO(text), strict=True)}
                    assert len(lengths) == 1, f"rows of {lengths} cells"
            assert not re.search(r"(?<![\w-])-?(nan|inf)(?![\w-])", re.sub("[\"'].*?[\"']", "", text)), "a number that is none"
            if (self.folder / "out.svg").exists():
                xml.etree.ElementTree.parse(self.folder / "out.svg")
            target = words[words.index("--to") + 1] if "--to" in words else "json"
            if words[0] == "convert" and target == "json" and (self.folder / "out.json").is_file():
                json.loads((self.folder / "out.json").read_text(encoding="utf-8"))
        except (ValueError, AssertionError, ZeroDivisionError, csv.Error, xml.etree.ElementTree.ParseError) as error:
            return f"{type(error).__name__}: {error}"
        return None


def main():
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    program = sys.argv[3] if len(sys.argv) > 3 else str(ROOT / ".build" / "release" / "milieu")
    made, found, kinds = 0, 0, {}
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        calls = Calls(program, folder)
        while time.monotonic() < end:
            name = f"{seed}-{made}"
            fault, words = calls.fault(name)
            made += 1
            kinds[words[0]] = kinds.get(words[0], 0) + 1
            if fault:
                found += 1
                kept = ROOT / "calls-found" / name
                kept.mkdir(parents=True, exist_ok=True)
                (kept / "call.txt").write_text(shlex.join(words) + "\n\n" + fault + "\n", encoding="utf-8")
                for part in ("made", "first", "edges.csv"):
                    if (calls.folder / part).is_dir():
                        shutil.copytree(calls.folder / part, kept / part, dirs_exist_ok=True)
                    elif (calls.folder / part).exists():
                        shutil.copy(calls.folder / part, kept / part)
                print(f"{name}: {shlex.join(words)}\n    {fault}", flush=True)
    print(f"{made} calls ({', '.join(f'{kind} {count}' for kind, count in sorted(kinds.items()))}), {found} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
