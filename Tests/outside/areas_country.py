"""A made-up country in areas, by a recipe with a seed: `areas_country.py AREAS ACTORS TIES FOLDER [SEED]`.

Actors, ties and events are drawn area by area; each area has a taste of its own for knowledge and for ties, so that the
plane has a shape. A tenth of the ties lead to another area.
"""

import json
import pathlib
import random
import sys

KINDS = ["firm", "association", "school", "bank"]
PACKAGE = {
    "name": "made-country",
    "milieu": {
        "territory": {"name": "Made country"}, "reference_date": "2020",
        "surveyed": ["cooperation", "knowledge", "finance", "events"]}}


def write(folder, areas=12, actors=15, ties=40, seed=1, shuffled=False):
    """Writes the dataset; `shuffled` puts the same rows in another order."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    codes = [f"{place:05d}" if place % 7 else f"2A{place:03d}" for place in range(1, areas + 1)]
    rows = {"actors": [], "ties": [], "events": [], "participation": []}
    names = {}
    for code in codes:
        count = max(4, round(actors * draw.uniform(0.6, 1.4)))
        names[code] = [f"{code}-{number}" for number in range(count)]
        for number, name in enumerate(names[code]):
            label = f'"N, ""{name}"" é"' if number == 2 else f"N {name}"
            rows["actors"].append(f"{name},{label},{draw.choice(KINDS)},{code},{draw.choice(['C.15', 'C.14', 'J.62', ''])}")
    for code in codes:
        taste, mixing = draw.random(), draw.random()
        for _ in range(max(2, round(ties * draw.uniform(0.5, 1.5)))):
            other = draw.choice(codes) if draw.random() < 0.1 else code
            kind = "advises" if draw.random() < taste else "works_with" if draw.random() < 0.8 else "funds"
            span = max(2, int(len(names[code]) * (0.3 + 0.7 * mixing)))
            one, two = draw.choice(names[code][:span]), draw.choice(names[other])
            if one != two:
                rows["ties"].append(f"{one},{two},{kind},{draw.randint(1, 5)},{draw.randint(2012, 2019)},active")
        for number in range(3):
            rows["events"].append(f"{code}-e{number},Meeting {number},{draw.choice(['training', 'gathering'])},2019")
            for name in draw.sample(names[code], min(len(names[code]), 4)) + [draw.choice(names[draw.choice(codes)])]:
                row = f"{name},{code}-e{number}"
                if row not in rows["participation"]:
                    rows["participation"].append(row)
    if shuffled:
        for table in rows.values():
            random.Random(seed + 1).shuffle(table)
    headers = {
        "actors": "id,name,kind,area,sector", "ties": "source,target,kind,weight,since,status",
        "events": "id,name,kind,date", "participation": "actor,event"}
    for table, header in headers.items():
        (folder / f"{table}.csv").write_text("\n".join([header, *rows[table]]) + "\n", encoding="utf-8")
    (folder / "actor-kinds.csv").write_text(
        "kind,name_fr,name_en,sphere\nfirm,entreprise,firm,economy\nassociation,association,association,social\n"
        "school,école,school,knowledge\nbank,banque,bank,finance\n", encoding="utf-8")
    (folder / "tie-kinds.csv").write_text(
        "kind,name_fr,name_en,directed,layer,weight_means\nworks_with,travaille avec,works with,no,cooperation,count\n"
        "advises,conseille,advises,yes,knowledge,count\nfunds,finance,funds,yes,finance,count\n", encoding="utf-8")
    (folder / "event-kinds.csv").write_text(
        "kind,name_fr,name_en,layer,pooled\ntraining,formation,training,knowledge,no\n"
        "gathering,rencontre,gathering,cooperation,no\n", encoding="utf-8")
    (folder / "datapackage.json").write_text(json.dumps(PACKAGE), encoding="utf-8")
    return codes


if __name__ == "__main__":
    write(sys.argv[4], *[int(text) for text in sys.argv[1:4]], seed=int(sys.argv[5]) if len(sys.argv) > 5 else 1)
