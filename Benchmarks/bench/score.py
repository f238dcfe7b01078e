"""The score of a territory: Romans as it stands, and a made-up one of 2,000 actors.

The large territory is drawn with a fixed seed, so that times compare from commit to commit.
"""

import json
import random
import statistics
import tempfile
from pathlib import Path

from .program import HEADER, PROGRAM, ROOT, cells, run
from .table import table

ID = "score"
ROMANS = ROOT / "datasets" / "romans-2016"
SENSITIVITY = ["--format", "csv", "--table", "sensitivity"]
KINDS = ["firm", "school", "association", "authority"]
SECTORS = ["C.15.20", "C.15.12", "C.25.11", "G.47.72", "M.70.22", "J.62.01"]

INTRODUCTION = """`milieu score` as a whole process, with as many draws, rows of Sobol indices and null territories as the method's
precision asks for: the seconds until it ends, those of all cores together, and the most memory that it held. Romans: the median of the runs; 2 000 actors: one run."""


def write_territory(folder, size, seed=1):
    """So many ties and events for each actor as the archetypes have, a tenth of them uncertain."""
    chance = random.Random(seed)
    inside = [f"a{i}" for i in range(size)]
    outside = [f"o{i}" for i in range(size // 8)]

    def table(name, header, lines):
        (folder / name).write_text(header + "\n" + "".join(line + "\n" for line in lines), encoding="utf-8")

    table("actor-kinds.csv", "kind,name_fr,name_en,sphere",
          ["firm,f,f,economy", "school,s,s,knowledge", "association,a,a,social", "authority,p,p,public"])
    layers = {"advice": "knowledge", "cooperation": "cooperation", "supply": "supply", "finance": "finance", "seat": "governance"}
    table("tie-kinds.csv", "kind,name_fr,name_en,directed,layer,weight_means",
          [f"{kind},{kind},{kind},yes,{layer},strength" for kind, layer in layers.items()])
    table("event-kinds.csv", "kind,name_fr,name_en,layer,pooled",
          ["training,t,t,knowledge,no", "meeting,m,m,cooperation,no", "shop,s,s,cooperation,yes"])
    table("sources.csv", "id,citation", ["made,Made up for timing."])
    table("actors.csv", "id,name,kind,sector,place,since,size,qualified_share,evidence", [
        f"{a},{a},{chance.choice(KINDS)},{chance.choice(SECTORS)},{'Here' if a[0] == 'a' else 'Far'},"
        f"{2000 + chance.randrange(15)},{1 + chance.randrange(80)},{chance.random():.2f},made" for a in inside + outside])
    ties = []
    for actor in inside:
        for kind, mean in (("advice", 1.5), ("cooperation", 1.5), ("supply", 1), ("finance", 0.3)):
            for _ in range(int(mean) + (chance.random() < mean - int(mean))):
                giver = chance.choice(outside) if chance.random() < 0.15 else chance.choice(inside)
                if giver != actor:
                    confidence = 1 if chance.random() < 0.9 else round(0.5 + 0.5 * chance.random(), 2)
                    ties.append(f"{giver},{actor},{kind},{2011 + chance.randrange(5)}-0{1 + chance.randrange(9)},"
                                f"{chance.choice(['active', 'active', 'active', 'dormant'])},{confidence},made")
    table("ties.csv", "source,target,kind,since,status,confidence,evidence", ties)
    events = range(size // 10)
    table("events.csv", "id,name,kind,date,status,evidence", [
        f"e{e},e{e},{['training', 'meeting', 'shop'][e % 3]},{2012 + e % 5},active,made" for e in events])
    table("participation.csv", "actor,event,evidence", [
        f"{a},e{e},made" for e in events for a in chance.sample(inside, 10)])
    (folder / "datapackage.json").write_text(json.dumps({
        "name": "large", "milieu": {
            "territory": {"name": "Large"}, "reference_date": "2016-12-31",
            "perimeters": [{"id": "here", "places": ["Here"], "default": True}],
            "surveyed": [*layers.values(), "events", "pooled_resources"]}}))


def section(runs, quick, before=None):
    """The times as a table; with `quick`, of Romans alone; with `before`, each beside an earlier build's, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder)
        rows = [("Romans, draws and Sobol indices", [ROMANS, *SENSITIVITY], runs), ("Romans, the whole page", [ROMANS], runs)]
        if not quick:
            write_territory(large, 2000)
            rows += [("2 000 actors, draws and Sobol indices", [large, *SENSITIVITY], 1), ("2 000 actors, the whole page", [large], 1)]
        programs = [*([before] if before else []), PROGRAM]
        lines = []
        for title, arguments, times in rows:
            turns = [[run("score", *arguments, program=program) for program in programs] for _ in range(times)]
            taken = [list(map(statistics.median, zip(*side))) for side in zip(*turns)]
            lines.append([title, *[cell for side in taken for cell in cells(*side)]])
            if before:
                lines[-1] += [f"{taken[0][place] / taken[1][place]:.1f}×" for place in range(2)]
        header = [*[f"{name}, before" for name in HEADER], *HEADER, "before ÷ now", "of all cores"] if before else HEADER
    return INTRODUCTION + "\n\n" + table(["what", *header], lines)
