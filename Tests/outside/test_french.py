"""French throughout: every help text, wrong call, error and finding in both languages, none missing or left in English.

That no error, finding or remedy is *made* in one language alone is held by the compiler: they take a `Bilingual`, which
no string is. Here both languages are asked of the program, and its sources are walked for texts that are the same in both.
"""

import functools
import json
import os
import re
import shutil
import subprocess

import pytest

from conftest import DATASETS, PROGRAM, ROOT, call, rows

KITE, ROMANS = DATASETS / "kite", DATASETS / "romans-2016"
CORPUS = ROOT / "Tests" / "InterchangeTests" / "Corpus"
HARD = "\u00a0"


def both(*words, cwd=None, stdin=None):
    """What the program answers in English and in French: status, standard output, standard error."""
    answers = []
    for language in ("en", "fr"):
        environment = {name: value for name, value in os.environ.items() if name not in ("LC_MESSAGES", "LANG")}
        done = subprocess.run(
            [PROGRAM, *map(str, words)], capture_output=True, text=True, encoding="utf-8", errors="replace", cwd=cwd,
            input=stdin, timeout=300, env={**environment, "LC_ALL": {"en": "C.UTF-8", "fr": "fr_FR.UTF-8"}[language]})
        answers.append(done)
    assert answers[0].returncode == answers[1].returncode, (words, answers)
    return answers


# What a text may hold besides words: what is quoted, options, places, ids and numbers.
NO_WORDS = re.compile(r"`[^`]*`|\"[^\"]*\"|«[^»]*»|'[^']*'|<[^>]*>|--?[a-z][\w-]*|\S*[/_.:=#*][\w*/.:=-]*\S*|\d+")


def wording(text):
    """The words of a text, without what is the same in every language."""
    return re.findall(r"[^\W\d_]{2,}", NO_WORDS.sub(" ", text))


def is_french(text):
    """Spaces that do not break before `:`, `;`, `?`, `!` and inside guillemets; no quotes of English."""
    plain = re.sub(r"`[^`]*`|\"[^\"]*\"", "", text)
    return not re.search(r"(?<![-\w]:)[\w»)] [;?!](\s|$)|\w :(\s|$)|« | »", plain)


def differ(english, french, what):
    assert english and french, what
    if len(wording(english)) > 1:
        assert english != french, f"{what}: {english}"
    assert is_french(french), f"{what}: {french}"


# MARK: Help


@functools.cache
def dumped():
    english, french = both("--experimental-dump-help")
    return json.loads(english.stdout)["command"], json.loads(french.stdout)["command"]


def texts(command, path=()):
    """Every text of a command's help and of its subcommands', with what it is of."""
    path = (*path, command["commandName"])
    for name in ("abstract", "discussion"):
        if command.get(name):
            yield " ".join(path), name, command[name]
    for argument in command.get("arguments", []):
        own = (argument.get("names") or [{}])[-1].get("name") or argument.get("valueName")
        for name in ("abstract", "discussion"):
            if argument.get(name):
                yield " ".join(path), f"{own} {name}", argument[name]
        if argument.get("sectionTitle"):
            yield " ".join(path), f"{own} section", argument["sectionTitle"]
    for inner in command.get("subcommands", []):
        yield from texts(inner, path)


# What the argument parser itself adds to the description of a command, and `ParserWords` says in French on the page.
PARSERS_OWN = {"Show help information.", "Show the version.", "Show subcommand help information."}


def paragraphs(text):
    """Without the examples, which are commands."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("  ")]


def test_every_help_text_is_in_both_languages():
    english, french = (list(texts(command)) for command in dumped())
    assert [text[:2] for text in english] == [text[:2] for text in french]
    count = 0
    for (command, what, one), (_, _, other) in zip(english, french):
        if one in PARSERS_OWN:
            continue
        count += 1
        first, second = paragraphs(one), paragraphs(other)
        assert len(first) == len(second), f"{command} {what}"
        for en, fr in zip(first, second):
            differ(en, fr, f"{command} {what}")
    print(f"\nhelp texts in both languages: {count}")
    assert count > 180


def commands(command, path=()):
    yield path
    for inner in command.get("subcommands", []):
        if inner["commandName"] != "help":
            yield from commands(inner, (*path, inner["commandName"]))


FRAME = re.compile(
    r"OVERVIEW|USAGE:|Usage:|SUBCOMMANDS|ARGUMENTS:|OPTIONS:|\bdefault\b(?! à true)|\bvalues\b|Show |See '|Error:|Help:|\bor:")


def test_the_frame_of_every_help_page_is_in_both_languages():
    paths = list(commands(dumped()[0]))
    assert len(paths) > 15
    for path in paths:
        english, french = both(*path, "--help")
        assert re.search(r"(?m)^OVERVIEW: ", english.stdout) and re.search(r"(?m)^APERÇU\u00a0: ", french.stdout)
        assert not FRAME.search(french.stdout), (path, FRAME.findall(french.stdout))
        assert "Afficher cette aide." in french.stdout and f"USAGE{HARD}: milieu" in french.stdout
        if "(default:" in english.stdout or "; default:" in english.stdout:
            assert f"par défaut{HARD}:" in french.stdout, path
        titles = re.findall(r"(?m)^([A-Z' -]+):$", english.stdout)
        assert len(titles) == len(re.findall(rf"(?m)^([A-ZÀ-Ý' -]+){HARD}:$", french.stdout)), (path, titles)
    print(f"\nhelp pages in both languages: {len(paths)}")


# MARK: Wrong calls


@pytest.mark.parametrize("words", [
    ["measure", KITE, "--tpo", "3"], ["measure", KITE, "--zzzzzzzzzzzz"], ["measure", KITE, "-Z"], ["measure", KITE, "--top"],
    ["measure", KITE, "--quiet=yes"], ["measure", KITE, "more"], ["measure", KITE, "more", "still"], ["check"],
    ["measure", KITE, "--directed", "--undirected"], ["check", KITE, "--only", "grave"], ["measure", KITE, "--top", "ten"],
    ["measure", KITE, "--weights", "heavy"], ["mesure", KITE], ["quux"], ["--generate-completion-script", "tcsh"], ["areas", "--mad"],
], ids=lambda words: " ".join(map(str, words[-2:])))
def test_a_wrong_call_is_met_in_french(words):
    english, french = both(*words)
    assert english.returncode == 2 and french.stderr
    for en, fr in zip(english.stderr.splitlines(), french.stderr.splitlines(), strict=True):
        if en.strip() != "zsh bash fish":
            differ(en, fr, words)
    assert not FRAME.search(french.stderr), french.stderr


# MARK: Errors


def refused(tmp_path):
    """Calls that are refused, one for each kind of thing that can be wrong with a call or a file."""
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    files = {
        "a.graphml": "<graphml><graph>", "b.gexf": "<gexf>", "c.net": "*Vertices x\n", "d.dl": "dl nonsense\n", "e.gml": "graph [",
        "f.dot": "digraph {", "g.json": "{", "h.json": '{"nodes": 1}', "i.xlsx": "no workbook", "j.tlp": "(tlp", "k.vna": "lost\n",
        "l.gdf": "lost\n", "m.csv": "", "n.ods": "", "o.qdpx": "", "p.##h": "", "q.toml": "[dimensions]\nnonsense = 1\n",
        "r.toml": "[[", "s.toml": "draws = -1\n", "t.geojson": "{}", "u.csv": "nonsense\n1\n", "v.json": '{"a": [1,}',
    }
    for name, text in files.items():
        (wrong / name).write_text(text, encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    for name in "abcdefghijklmnop":
        path = next(wrong.glob(name + ".*"))
        yield ["measure", path]
    yield from (["score", ROMANS, "--method", wrong / name, "--draws", 20] for name in ("q.toml", "r.toml", "s.toml"))
    yield from [
        ["measure", empty], ["measure", tmp_path / "nowhere"], ["measure", KITE, "-m", "nonsense"], ["measure"],
        ["measure", KITE, "-m", "betwenness"], ["measure", KITE, "--top", "0"], ["measure", KITE, "--at", "monday"],
        ["measure", KITE, "-m", "degree,density", "--format", "csv"],
        ["measure", KITE, "--layer", "nonsense"], ["measure", KITE, "--inside-only"], ["measure", KITE, "--events", "nodes"],
        ["measure", KITE, "--sort-by", "nonsense"], ["measure", KITE, "-m", "degree", "--explain", "nobody"],
        ["measure", KITE, "--explain", "nobody"], ["measure", KITE, "--format", "nonsense"], ["measure", KITE, "--format", "xlsx"],
        ["measure", KITE, "--resolution", "0", "-m", "community"], ["measure", KITE, "--alpha", "-1"], ["measure", KITE, "--threads", "0"],
        ["measure", KITE, "--min-confidence", "7"], ["measure", KITE, "--status", "nonsense"], ["measure", KITE, "--from", "nonsense"],
        ["measure", KITE, "--csv", "french", "--format", "json"], ["measure", KITE, "--sheet", "Liens"], ["measure", KITE, "-o", tmp_path],
        ["measure", KITE, "--group-by", "nonsense", "-m", "ei_index_network"], ["test", KITE, "--draws", "0"],
        ["test", KITE, "--null", "size", "--bootstrap"], ["test", KITE, "--regress", "ties"], ["test", KITE, "--correlate", "ties"],
        ["test", KITE, "--correlate", "ties,layer:nonsense"], ["score", ROMANS, "--table", "nonsense", "--format", "csv"], ["score"],
        ["score", ROMANS, "--at", "monday"], ["score", KITE, "--without", "nobody"], ["draw", ROMANS, "-o", tmp_path / "a.gif"],
        ["draw", ROMANS, "-o", tmp_path / "a.svg", "--figure", "nonsense"], ["draw", ROMANS, "-o", tmp_path / "a.svg", "--figure", "ego"],
        ["draw", ROMANS, "-o", tmp_path / "a.svg", "--figure", "ego", "--ego", "nobody"], ["draw", ROMANS, "-o", tmp_path / "a.svg", "--dpi", "9"],
        ["draw", ROMANS, "-o", tmp_path / "a.svg", "--hull", "nonsense"], ["draw", ROMANS, "-o", tmp_path / "a.svg", "--years", "x"],
        ["draw", ROMANS, "-o", tmp_path / "a.svg", "--size-by", "nonsense"], ["draw", ROMANS, "-o", tmp_path / "a.svg", "--look", wrong / "u.csv"],
        ["draw", ROMANS, "-o", tmp_path / "a.svg", "--figure", "map", "--outline", wrong / "t.geojson"],
        ["convert", ROMANS], ["convert"], ["convert", ROMANS, "-"], ["convert", ROMANS, tmp_path / "a.ods"], ["convert", KITE, tmp_path / "a.nonsense"],
        ["agree", KITE, KITE, "--format", "csv", "--table", "nonsense"], ["survey", "--plan"], ["survey"], ["survey", "--read", empty],
        ["areas", "prepare"], ["areas", "prepare", empty], ["areas", "run", empty], ["areas", "prepare", empty, "-o", "x", "--memory", "1K"],
        ["areas", "prepare", "--print-map", "nonsense"], ["export", KITE, "-o", wrong], ["init", wrong],
        ["measure", "-"], ["measure", KITE, "--actors", wrong / "m.csv"], ["check", tmp_path / "nowhere"],
    ]
    yield from refused_ties(tmp_path)


def refused_ties(tmp_path):
    """Tests of why ties form that are refused."""
    ties, pair = tmp_path / "ties.csv", tmp_path / "pair.csv"
    ties.write_text("source,target\na,b\nb,c\nc,d\nd,e\na,c\n")
    pair.write_text("source,target\na,b\n")
    (tmp_path / "actors.csv").write_text("id,same,group,word,size\n" + "".join(
        f"{actor},x,{'one' if actor in 'abc' else 'two'},{actor},{place}\n" for place, actor in enumerate("abcde")))
    (tmp_path / "short.csv").write_text("source,target,weight\na,b,3\nb,c,1\n")
    (tmp_path / "km.csv").write_text("source,target,km\na,b,3\nb,c,-1\nc,d,2\nd,e,5\n")
    (tmp_path / "tied.csv").write_text("source,target,weight\na,b,1\nb,c,1\nc,d,1\nd,e,1\na,c,1\n")
    known = ["test", ties, "--undirected", "--actors", tmp_path / "actors.csv"]
    model = [*known, "--ergm"]
    yield from [
        [*model, "edge"], [*model, "edges + edges"], [*model, "edges + mutual"], [*model, "edges + nodecov(nothing)"],
        [*model, "edges + nodecov(word)"], [*model, "edges + nodefactor(same)"], [*model, "edges + nodematch(same)"],
        [*model, "edges + gwesp(0.5)"], [*model, "edges + gwesp(x, fixed)"], [*model, "edges + gwesp(0.5, fixed"], [*model, "edges +"],
        [*model, "edges + edgecov(geo)"], [*model, "edges + edgecov(geo)", "--relation", f"geo={tmp_path / 'short.csv'}"],
        [*model, "edges + edgecov(geo)", "--relation", f"geo={tmp_path / 'km.csv'}"],
        [*model, "edges + edgecov(x)", "--relation", f"x={tmp_path / 'tied.csv'}"], [*model, "edges", "--relation", "geo"],
        [*model, "edges + offset(edges)"], [*model, "offset(edges)=1"], [*model, "edges + offset(mutual)=1"],
        [*model, "nodecov(size) + offset(edges)=-Inf"], [*model, "edges + offset(kstar(2))=1"], [*model, "edges", "--max-ties", "1"], [*model, "edges", "--show", "nothing"], ["test", pair, "--undirected", "--ergm", "edges"],
        [*known, "--regress", "ties", "--on", "relation:x", "--logit", "--relation", f"x={tmp_path / 'tied.csv'}"],
        [*known, "--regress", "ties", "--on", "same:same"], [*known, "--regress", "ties", "--on", "difference:word"],
        ["test", pair, "--undirected", "--correlate", "ties,weights"],
        [*known, "--treated", "group=one"], [*known, "--within", "group"],
        ["test", ties, "--undirected", "--before", pair], [*known, "--before", ties, "--treated", "group"],
        [*known, "--before", ties, "--treated", "groups=one"], [*known, "--before", ties, "--treated", "group=three"],
        [*known, "--before", ties, "--treated", "same=x"], [*known, "--before", ties, "--treated", "word=a"],
        [*known, "--before", ties, "--treated", "group=one", "--within", "group"],
        [*known, "--before", ties, "--treated", "group=one", "-m", "density"],
        [*known, "--before", ties, "--treated", "group=one", "--show", "nothing"],
        [*known, "--before", ties, "--treated", "group=one", "--by", "same_kind"],
    ]


def test_every_refusal_is_in_both_languages(tmp_path):
    count, kinds = 0, set()
    for words in refused(tmp_path):
        english, french = both(*words, cwd=tmp_path, stdin="")
        assert english.returncode in (1, 2, 3), (words, english.returncode, english.stderr)
        en, fr = english.stderr.splitlines(), french.stderr.splitlines()
        assert en and len(en) == len(fr), (words, en, fr)
        for one, other in zip(en, fr):
            differ(one, other, words)
            kinds.add(NO_WORDS.sub("", one))
        count += 1
    print(f"\nrefused calls in both languages: {count}, lines of their own: {len(kinds)}")
    assert count > 80 and len(kinds) > 150


# MARK: What is written for the reader to fill in


def test_a_new_dataset_is_told_and_explained_in_the_words_of_french(tmp_path):
    told = call("init", tmp_path / "vallee", "--lang", "fr").stderr
    assert "LISEZMOI.md" in told and "README.md" not in told
    guide = (tmp_path / "vallee" / "LISEZMOI.md").read_text(encoding="utf-8")
    # The sphere is called finance in French, too; the layer is not.
    assert "un lien de financement" in guide and not re.search(r"\b(lien|couche|domaine)s? de finance\b", guide)


# MARK: Findings


def faulty(dataset, tmp_path):
    """Inputs that have faults: those that the tests of the readers keep, and a dataset that has one of each sort."""
    for path in sorted(CORPUS.rglob("*")):
        if path.is_file() and path.parent != CORPUS:
            yield path
    yield dataset(
        actors__csv="id,name,kind,place,inside,employees,since,until,parent,stands_for,odd\n"
        "a,A,firm,Here,perhaps,many,2010,2001,a,3,x\na,B,firm,Nowhere,yes,-5,31/12/2010,,zz,,\nc,C ,bank,Far,no,1.5,12/11/10,,,,\n,,,,,,,,,,\n",
        ties__csv="source,target,kind,status,evidence,weight,confidence,since\na,c,works_with,active,s:1,2,0.5,2010\n"
        "a,c,works_with,active,s:1,2,0.5,2010\na,a,works_with,active,,0,90,monday\nc,zz,marries,sleeping,x,-1,2,\na,c\n",
        sources__csv="id,citation,url,date\ns:1,A source.,,2016\n",
        datapackage__json='{"name": "small", "milieu": {"territory": {"name": 3}, "reference_date": "1/2/2016", "perimeters": '
        '[{"id": "here", "places": ["Here"], "default": true}, {"id": "here", "places": "x", "default": true}], "population": 1, '
        '"surveyed": {"cooperation": {"how": "guess"}, "finnance": {"how": "roster", "share": 4}}, "odd": 1}}')
    plain = {
        "semicolons.csv": "source;target;weight\r\na;b;1,5\r\nb; c ;2\r\n", "bare.csv": "a,b\nb,c\nc,a\n", "sum.csv": "source,target,weight\na,b,1\n,,\ntotal,,1\n",
        "latin.csv": "source,target\ncaf\u00e9,b\n", "quote.csv": 'source,target\n"a,b\nc,d\n', "alone.csv": "source,target\na,\nb,c\nNA,c\n",
        "matrix.csv": ",a,b\na,,1\nb,x,\n", "wide.csv": "id,name,kind\na,A,x\nb,B,x\n", "half.csv": ",a,b,c\na,,,\nb,1,,\nc,0,1,\n",
    }
    for name, text in plain.items():
        (tmp_path / name).write_bytes(text.encode("latin-1" if name == "latin.csv" else "utf-8"))
        yield tmp_path / name


def test_every_finding_is_in_both_languages(dataset, tmp_path):
    kinds = {}
    for path in faulty(dataset, tmp_path):
        english, french = both("check", path, "--format", "csv")
        if not english.stdout:
            assert english.stderr and english.stderr != french.stderr
            continue
        one, other = rows(english.stdout), rows(french.stdout)
        assert len(one) == len(other), path
        for en, fr in zip(one, other):
            assert {**en, "message": "", "remedy": ""} == {**fr, "message": "", "remedy": ""}, "programs read the same"
            for column in ("message", "remedy"):
                if en[column]:
                    differ(en[column], fr[column], (path.name, en["code"]))
            kinds.setdefault(en["code"], NO_WORDS.sub("", en["message"]))
    print(f"\nkinds of finding in both languages: {len(kinds)}: {' '.join(sorted(kinds))}")
    assert len(kinds) > 50


# MARK: The sources


def strings(text):
    """The string literals of a Swift file: where each begins and ends, and what it says."""
    def past(at):
        hashes = len(text[at:]) - len(text[at:].lstrip("#"))
        at += hashes
        quote = '"""' if text.startswith('"""', at) else '"'
        at += len(quote)
        while not text.startswith(quote + "#" * hashes, at):
            if text.startswith("\\" + "#" * hashes + "(", at):
                at, depth = at + hashes + 2, 1
                while depth:
                    if text[at] == '"':
                        at = past(at)
                        continue
                    depth += {"(": 1, ")": -1}.get(text[at], 0)
                    at += 1
            else:
                at += 1 + (text[at] == "\\")
        return at + len(quote) + hashes

    at = 0
    while (found := re.compile(r'//|/\*|#*"').search(text, at)) is not None:
        if found.group() == "//":
            at = text.find("\n", found.start())
        elif found.group() == "/*":
            at = text.find("*/", found.start())
        else:
            at = past(found.start())
            yield found.start(), at, text[found.start():at]


# Names of file formats, which are called so in both languages.
NAMES = {
    "DOT (Graphviz)", "GDF (GUESS)", "Matrix Market", "NetDraw VNA", "SIF (Cytoscape)", "TGF (yEd)", "Tulip TLP", "UCINET DL"}


def test_no_text_of_the_sources_is_the_same_in_both_languages():
    pairs, same, alone = 0, [], []
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        before = None
        for start, end, said in strings(text):
            label = re.search(r"(en|fr|Bilingual\():?\s*$", text[max(0, start - 120):start])
            label = label and label.group(1)
            if label == "fr" and before is not None:
                pairs += 1
                if said == before and len(wording(said.strip('"'))) > 2:
                    same.append((path.name, said))
            if label == "Bilingual(" and len(wording(said.strip('"'))) > 1 and said.strip('"') not in NAMES:
                alone.append((path.name, said))
            before = said if label == "en" else None
    print(f"\ntexts in both languages: {pairs}")
    assert not same and not alone, (same, alone)
    assert pairs > 3000


# Ways to write a cell, which are no sentences.
CELLS = re.compile(r"id:endroit; id:endroit|a; b\b|knowledge; finance|finance; events|x; x(?=\u00a0»)")


def without_code(said):
    """A literal's words: what is put into it stands as `x`."""
    text = said.strip("#").strip('"')
    while (start := text.find("\\(")) >= 0:
        at, depth = start + 2, 1
        while at < len(text) and depth:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
        text = text[:start] + "x" + text[at:]
    text = re.sub(r"`[^`]*`|\\\"[^\"]*\\\"|&\w+;|#REF!|milieu: ", "x", CELLS.sub("", text))
    return text.replace("\\u{A0}", HARD)


def french_literals():
    """What the sources say in French: behind `fr:`, as the second of a pair of words, or where the language is French."""
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        before = None
        for start, end, said in strings(text):
            head = text[max(0, start - 200):start]
            is_second = before is not None and re.fullmatch(r",\s*", text[before[1]:start]) and re.search(
                r"\b(words|add)\(\s*$", text[max(0, before[0] - 80):before[0]])
            if is_second or re.search(r"\bfr:\s*$|french\s*\?\s*$", head):
                yield path, said
            before = (start, end)


def test_french_signs_have_their_spaces_in_every_text_of_the_sources():
    count, wrong = 0, []
    for path, said in french_literals():
        count += 1
        plain = without_code(said)
        lacks = re.search(r"[^\W\d_][;!?](\s|$)|[^\W\d_]{2,}: ", plain)
        # On a page of fixed lines, no sign may begin one.
        if lacks or "Figures" in path.parts and not is_french(plain):
            wrong.append((path.name, said))
    print(f"\nFrench texts: {count}")
    assert not wrong, wrong
    assert count > 3500


@pytest.mark.parametrize("given", [
    [], ["--layer", "finance,governance", "--at", "2014", "--min-confidence", "0.5"], ["--inside-only", "--kind", "membership"],
    ["--figure", "years"], ["--figure", "layers"], ["--figure", "map"], ["--figure", "density"], ["--figure", "timeline"],
    ["--figure", "matrix"], ["--figure", "blockmodel"], ["--figure", "ego", "--ego", "groupe_archer"], ["--hull", "kind"],
])
def test_a_figure_says_its_view_with_the_spaces_of_french(given, tmp_path):
    svg = tmp_path / "figure.svg"
    call("draw", ROMANS, "-o", svg, "--quiet", "--lang", "fr", *given)
    text = svg.read_text(encoding="utf-8")
    said = re.findall(r"<(?:title|desc)[^>]*>([^<]*)</", text)
    assert len(said) > 20
    # What the data say is theirs.
    names = [
        row["name"] for file in ("actors.csv", "events.csv") for row in rows((ROMANS / file).read_text(encoding="utf-8"))]
    names.append(json.loads((ROMANS / "outline.geojson").read_text(encoding="utf-8"))["source"])
    for words in said:
        words = re.sub(r"&\w+;", "x", words)
        for name in sorted(names, key=len, reverse=True):
            words = words.replace(name, "x")
        assert not re.search(r"[^\W\d_)][;!?](\s|$)|[^\W\d_]{2,}: ", words) and is_french(words), words
