#!/usr/bin/env python3
"""The documentation as a site, in both languages: tutorials with what their commands say and draw, measures, the scoring
method and what it answers, methods section and codebook of the example, the help of every command.

    Scripts/site.py PROGRAM FOLDER [--reference]

With --reference the pages also lead to the references of the modules, which `make docs` puts beside them. Pandoc makes the
pages of Markdown; formulas become MathML, which browsers set themselves.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "Sources" / "Umbrella" / "Milieu.docc"
EXPORT = ROOT / "notebooks-export" / "romans-2016"
SITE = ROOT / "Documentation" / "site"

WORDS = {
    "en": {
        "other": "fr", "other-name": "Français", "skip": "Skip to the content", "contents": "Contents",
        "on-this-page": "On this page", "learn": "Learn", "look-up": "Look up", "example": "An example: Romans-sur-Isère",
        "start": "Start", "method": "The scoring method", "commands": "Commands", "figures": "Figures",
        "references": "The modules in Swift", "more": "… {} more lines",
        "method-text": "`milieu score --method FILE` reads a file like this one, which comes with Milieu; what a file leaves "
        "out keeps the value given here.",
        "figures-text": "What `milieu draw datasets/romans-2016 --figure NAME -o FILE` draws of the example.",
    },
    "fr": {
        "other": "en", "other-name": "English", "skip": "Aller au contenu", "contents": "Sommaire",
        "on-this-page": "Sur cette page", "learn": "Apprendre", "look-up": "Consulter",
        "example": "Un exemple\u00a0: Romans-sur-Isère",
        "start": "Accueil", "method": "La méthode du score", "commands": "Commandes", "figures": "Figures",
        "references": "Les modules en Swift (en anglais)", "more": "… encore {} lignes",
        "method-text": "`milieu score --method FICHIER` lit un fichier comme celui-ci, qui vient avec Milieu (en anglais)\u00a0; "
        "ce qu'un fichier omet garde la valeur donnée ici.",
        "figures-text": "Ce que `milieu draw datasets/romans-2016 --figure NOM --lang fr -o FICHIER` dessine de l'exemple.",
    },
}
# By page: the group that it stands in, and its source in each language; those without one are made below.
PAGES = {
    "index": ("learn", SITE / "index.en.md", SITE / "index.fr.md"),
    "from-interviews-to-a-figure": ("learn", ARTICLES / "FromInterviewsToAFigure.md", ARTICLES / "DesEntretiensALaFigure.md"),
    "asking-and-coding": ("learn", ARTICLES / "AskingAndCoding.md", ARTICLES / "InterrogerEtCoder.md"),
    "what-was-not-observed": ("learn", ARTICLES / "WhatWasNotObserved.md", ARTICLES / "CeQuiNaPasEteObserve.md"),
    "why-ties-form": ("learn", ARTICLES / "WhyTiesForm.md", ARTICLES / "PourquoiDesLiens.md"),
    "large-networks": ("learn", ARTICLES / "LargeNetworks.md", ARTICLES / "GrandsReseaux.md"),
    "commands": ("look-up", None, None),
    "network-files": ("look-up", ARTICLES / "NetworkFiles.md", ARTICLES / "FichiersDeReseau.md"),
    "measures": ("look-up", ROOT / "Documentation" / "measures.en.md", ROOT / "Documentation" / "measures.fr.md"),
    "method": ("look-up", None, None),
    "validation": ("look-up", ROOT / "Documentation" / "validation.en.md", ROOT / "Documentation" / "validation.fr.md"),
    "figures": ("example", None, None),
    "methods": ("example", EXPORT / "methods.en.md", EXPORT / "methods.fr.md"),
    "codebook": ("example", EXPORT / "codebook.en.md", EXPORT / "codebook.fr.md"),
}
# How many lines of an answer are shown.
LONGEST = 40


class Site:
    def __init__(self, program, folder, language, has_reference):
        self.program, self.folder, self.language = program, folder / language, language
        self.words, self.has_reference = WORDS[language], has_reference
        (self.folder / "files").mkdir(parents=True)
        self.texts = {page: self.text(page) for page in PAGES}
        self.titles = {page: self.title(text) for page, text in self.texts.items()}

    def ask(self, *arguments):
        """What the program answers in this site's language; fails where it fails."""
        return self.run([str(self.program), *map(str, arguments)])

    def run(self, command, **options):
        locale = {"en": "C.UTF-8", "fr": "fr_FR.UTF-8"}[self.language]
        environment = {**os.environ, "LC_ALL": locale, "PATH": f"{self.program.parent}:{os.environ['PATH']}", "COLUMNS": "88"}
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment, **options)
        if done.returncode != 0:
            sys.exit(f"{command}: status {done.returncode}\n{done.stdout}")
        return done.stdout

    # MARK: Texts

    def text(self, page):
        """The page in Markdown, with its links and what its commands answered."""
        source = PAGES[page][1 if self.language == "en" else 2]
        if source is None:
            return getattr(self, f"make_{page}")()
        text = source.read_text(encoding="utf-8")
        if page == "index":
            shutil.copy(EXPORT / "figures" / f"sociogram.{self.language}.svg", self.folder / "files" / "sociogram.svg")
        return self.answered(text) if page == "from-interviews-to-a-figure" else text

    @staticmethod
    def title(text):
        first = text.split("\n", 1)[0]
        if not first.startswith("# "):
            sys.exit(f"A page begins with its title, not with: {first}")
        return first[2:].strip()

    def linked(self, text):
        """Links between articles as links between pages; symbols as code."""
        pages = {source.stem: page for page, (_, *sources) in PAGES.items() for source in sources if source}

        def link(match):
            page = pages[match[1]]
            return f"[{self.titles[page]}]({page}.html)"

        text = re.sub(r"<doc:(\w+)>", link, text)
        return re.sub(r"(?<!`)``([\w./]+)``(?!`)", r"`\1`", text)

    def answered(self, text):
        """A tutorial, done as it says: every table filled in, every command run, with its answer behind it."""
        with tempfile.TemporaryDirectory() as work:
            work = pathlib.Path(work)

            def block(match):
                name, between, kind, content = match["name"], match["between"] or "", match["kind"], match["content"]
                if kind == "csv":
                    (work / "val-clair" / name).write_text(content, encoding="utf-8")
                    return match[0]
                shown = between + "\n".join(self.answer(command, work) for command in content.splitlines())
                return (f"`{name}`" if name else "") + shown

            return re.sub(
                r"(?:`(?P<name>[\w-]+\.csv)`(?P<between>[^\n`]*:\n\n))?```(?P<kind>csv|sh)\n(?P<content>.*?)```\n", block, text,
                flags=re.S)

    def answer(self, command, work):
        said = self.run(command, shell=True, cwd=work).rstrip()
        lines = said.split("\n") if said else []
        if len(lines) > LONGEST:
            lines[LONGEST:] = [self.words["more"].format(len(lines) - LONGEST)]
        shown = f"```sh\n{command}\n```\n"
        if lines:
            shown += "\n```output\n" + "\n".join(lines) + "\n```\n"
        for name in re.findall(r"-o (\S+\.svg)", command):
            shutil.copy(work / name, self.folder / "files" / name)
            shown += f"\n![`{command}`](files/{name})\n"
        return shown

    def make_commands(self):
        known = json.loads(self.ask("--experimental-dump-help"))["command"]

        def texts(command, path):
            words = [*path, command["commandName"]]
            inner = [one for one in command.get("subcommands", []) if one["commandName"] != "help"]
            yield f"## {' '.join(words)}\n\n```text\n{self.ask(*words[1:], '--help').rstrip()}\n```\n"
            for one in inner:
                yield from texts(one, words)

        return f"# {self.words['commands']}\n\n" + "\n".join(texts(known, []))

    def make_method(self):
        method = self.ask("score", "--print-method").rstrip()
        return f"# {self.words['method']}\n\n{self.words['method-text']}\n\n```toml\n{method}\n```\n"

    def make_figures(self):
        text = f"# {self.words['figures']}\n\n{self.words['figures-text']}\n"
        for file in sorted((EXPORT / "figures").glob(f"*.{self.language}.svg")):
            name = file.name.split(".")[0]
            shutil.copy(file, self.folder / "files" / f"{name}.svg")
            text += f"\n## `{name}`\n\n![{name}](files/{name}.svg)\n"
        return text

    # MARK: Pages

    def groups(self, page):
        groups = {}
        for other, (group, *_) in PAGES.items():
            # What it is of stands behind a colon, and in the name of the group.
            name = self.words["start"] if other == "index" else re.split(r"\s?:", self.titles[other])[0]
            groups.setdefault(group, []).append({"href": f"{other}.html", "name": name, "here": other == page})
        if self.has_reference:
            groups["look-up"].append({"href": "../reference/documentation/", "name": self.words["references"], "here": False})
        return [{"name": self.words[group], "pages": pages} for group, pages in groups.items()]

    def write(self, version):
        for page, text in self.texts.items():
            with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as metadata:
                json.dump({**self.words, "lang": self.language, "page": page, "version": version,
                           "title": self.titles[page], "groups": self.groups(page)}, metadata)
                metadata.flush()
                contents = ["--toc", "--toc-depth=2"] if text.count("\n## ") > 3 else []
                subprocess.run(
                    ["pandoc", "-f", "gfm+tex_math_dollars+gfm_auto_identifiers-emoji", "-t", "html5", "--mathml", "--no-highlight", "--wrap=preserve",
                     "--standalone", f"--template={SITE / 'page.html'}", f"--metadata-file={metadata.name}", *contents,
                     "-o", self.folder / f"{page}.html"],
                    input=self.linked(text), text=True, encoding="utf-8", check=True)


def main(program, folder, *options):
    program, folder = pathlib.Path(program).absolute(), pathlib.Path(folder).absolute()
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    for language in WORDS:
        shutil.rmtree(folder / language, ignore_errors=True)
        Site(program, folder, language, "--reference" in options).write(version)
    shutil.copy(SITE / "site.css", folder / "site.css")
    shutil.copy(SITE / "index.html", folder / "index.html")


if __name__ == "__main__":
    main(*sys.argv[1:])
