"""Times `milieu score`: Romans as it stands, and a made-up territory of 2,000 actors.

    python3 Benchmarks/score.py [program]

Goals on two cores: Romans with 10,000 draws and Sobol indices within seconds, the large territory
(everything: draws, Sobol indices, null models, leverage) within two minutes. The large territory is
drawn with a fixed seed, so that times compare from commit to commit.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".build" / "release" / "milieu"
KINDS = ["firm", "school", "association", "authority"]
SECTORS = ["C.15.20", "C.15.12", "C.25.11", "G.47.72", "M.70.22", "J.62.01"]


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


def seconds(*arguments):
    start = time.perf_counter()
    subprocess.run([PROGRAM, "score", *map(str, arguments), "--quiet"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    romans = ROOT / "datasets" / "romans-2016"
    print(f"Romans, draws and Sobol indices:   {seconds(romans, '--format', 'csv', '--table', 'sensitivity'):6.1f} s")
    print(f"Romans, the whole page:            {seconds(romans):6.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        write_territory(pathlib.Path(folder), 2000)
        print(f"2,000 actors, draws and Sobol:     {seconds(folder, '--format', 'csv', '--table', 'sensitivity'):6.1f} s")
        print(f"2,000 actors, the whole page:      {seconds(folder):6.1f} s")


if __name__ == "__main__":
    main()
