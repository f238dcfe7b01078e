#!/usr/bin/env python3
"""How often `milieu test` rejects a null hypothesis that is true.

    Scripts/calibrate.py MILIEU [NETWORKS] [DRAWS] [DESIGN…]

For each design it makes NETWORKS random networks (60) in which the null model holds, tests each against
DRAWS random ones (199) and prints, for each measure and model, the share of p ≤ 0.05 and its 99 %
binomial bounds around 0.05. A share outside them is marked.
"""

import csv
import io
import json
import math
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ACTORS = 16
PATHS = "average_path_length,betweenness_centralization,global_efficiency"
SHAPE = "transitivity,average_clustering,degree_assortativity," + PATHS
KINDS = {
    "beside": ("false", "cooperation"), "towards": ("true", "cooperation"),
    "friendly": ("false", "knowledge"), "lending": ("false", "finance"), "asking": ("true", "knowledge"),
}


def pairs():
    return [(i, j) for j in range(ACTORS) for i in range(j)]


def sample(source, count):
    return source.sample(pairs(), count)


def arcs(source, count):
    return source.sample([(i, j) for i in range(ACTORS) for j in range(ACTORS) if i != j], count)


def mixed(source):
    """Undirected ties and arcs of one layer, each thrown at random, some on the same pairs."""
    return [(*pair, "beside") for pair in sample(source, 16)] + [(*pair, "towards") for pair in arcs(source, 24)]


def overlapping(source):
    """One random network whose ties are in one of two layers, or in both."""
    rows = []
    for pair in sample(source, 28):
        layers = source.choices([["friendly"], ["lending"], ["friendly", "lending"]], [3, 3, 4])[0]
        rows += [(*pair, kind) for kind in layers]
    return rows


def mixed_layers(source):
    """Three independent layers, of which one is directed."""
    return (
        [(*pair, "friendly") for pair in sample(source, 14)] + [(*pair, "lending") for pair in sample(source, 12)]
        + [(*pair, "beside") for pair in sample(source, 8)] + [(*pair, "asking") for pair in arcs(source, 16)])


def even(source):
    """Every pair untied, tied without direction, or by arcs, with even chances."""
    rows = []
    for one, other in pairs():
        state = source.randrange(5)
        if state == 4:
            rows.append((one, other, "beside"))
        if state in (1, 3):
            rows.append((one, other, "towards"))
        if state in (2, 3):
            rows.append((other, one, "towards"))
    return rows


def events(source):
    return [(actor, event) for event in range(7) for actor in source.sample(range(ACTORS), source.randrange(2, 6))]


# Name: how ties are made, whether there are events, options, measures, models.
DESIGNS = {
    "mixed": (mixed, False, [], SHAPE + ",reciprocity", ["degrees", "ties", "dyads"]),
    "layers that overlap": (overlapping, False, [], SHAPE, ["degrees", "ties", "dyads"]),
    "mixed layers": (mixed_layers, False, [], SHAPE + ",reciprocity,multiplexity", ["degrees", "ties", "dyads"]),
    "even": (even, False, [], SHAPE + ",reciprocity", ["size"]),
    "projected": (mixed, True, ["--events", "projected"], SHAPE + ",reciprocity", ["degrees", "ties"]),
    "projected, undirected": (
        lambda source: [(*pair, "beside") for pair in sample(source, 16)], True, ["--events", "projected"], SHAPE,
        ["degrees", "ties"]),
    "weighted": (
        lambda source: [(*pair, "beside") for pair in sample(source, 28)], False, ["--weights", "strength"], PATHS,
        ["degrees", "ties", "dyads"]),
    "weighted, mixed layers": (
        mixed_layers, False, ["--weights", "strength"], PATHS, ["degrees", "ties", "dyads"]),
    "groups": (mixed, True, ["--events", "projected"], "attribute_assortativity,ei_index_network", ["groups"]),
    "two modes": (None, True, [], "transitivity_two_mode,average_path_length,global_efficiency", ["memberships"]),
}


def write(folder, header, rows):
    with open(folder, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def dataset(folder, design, seed):
    make, has_events = DESIGNS[design][:2]
    source = random.Random(f"{design} {seed}")
    places = [source.choice("abc") for _ in range(ACTORS)]
    write(
        folder / "actors.csv", ["id", "name", "kind", "evidence"],
        [[f"a{i}", f"a{i}", places[i], "made"] for i in range(ACTORS)])
    write(folder / "actor-kinds.csv", ["kind", "name_fr", "name_en", "sphere"], [[k, k, k, "economy"] for k in "abc"])
    write(folder / "sources.csv", ["id", "citation"], [["made", "Made up."]])
    rows = make(source) if make else []
    write(
        folder / "ties.csv", ["source", "target", "kind", "weight", "evidence"],
        [[f"a{i}", f"a{j}", kind, source.randint(1, 6), "made"] for i, j, kind in rows])
    write(
        folder / "tie-kinds.csv", ["kind", "name_fr", "name_en", "directed", "layer", "weight_means"],
        [[kind, kind, kind, *words, "strength"] for kind, words in KINDS.items()])
    if has_events:
        write(
            folder / "event-kinds.csv", ["kind", "name_fr", "name_en", "layer", "pooled"],
            [["meeting", "meeting", "meeting", "cooperation", "false"]])
        write(folder / "events.csv", ["id", "name", "kind", "evidence"], [[f"e{i}", f"e{i}", "meeting", "made"] for i in range(7)])
        write(folder / "participation.csv", ["actor", "event", "evidence"], [[f"a{i}", f"e{j}", "made"] for i, j in events(source)])
    (folder / "datapackage.json").write_text(json.dumps({"name": "made", "title": "Made"}))


def test(milieu, design, model, seed, draws):
    options, measures = DESIGNS[design][2:4]
    with tempfile.TemporaryDirectory() as folder:
        dataset(Path(folder), design, seed)
        call = [milieu, "test", folder, "--null", model, "-m", measures, "--draws", str(draws), "--seed", str(seed)]
        run = subprocess.run(
            call + options + ["--format", "csv", "--quiet", "--threads", "1"], capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(run.stderr)
    return {row["measure"]: row for row in csv.DictReader(io.StringIO(run.stdout))}


def bound(count, upper):
    """The least (or most) number of rejections whose tail has at most half a per cent of chance."""
    chances = [math.comb(count, k) * 0.05**k * 0.95 ** (count - k) for k in range(count + 1)]
    if upper:
        return min(k for k in range(count + 1) if sum(chances[k + 1:]) <= 0.005) / count
    return max([k for k in range(count + 1) if sum(chances[:k]) <= 0.005], default=0) / count


def main():
    arguments = sys.argv[1:]
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return
    milieu = arguments[0]
    networks = int(arguments[1]) if len(arguments) > 1 else 60
    draws = int(arguments[2]) if len(arguments) > 2 else 199
    outside = 0
    for design in arguments[3:] or DESIGNS:
        for model in DESIGNS[design][4]:
            with ThreadPoolExecutor(2) as pool:
                found = list(pool.map(lambda seed: test(milieu, design, model, seed, draws), range(1, networks + 1)))
            for measure in DESIGNS[design][3].split(","):
                p = [float(row[measure]["p"]) for row in found if row[measure]["p"]]
                if not p:
                    print(f"{design:24} {model:12} {measure:28} no p in any network", flush=True)
                    continue
                share = sum(value <= 0.05 for value in p) / len(p)
                low, high = bound(len(p), False), bound(len(p), True)
                mark = "" if low <= share <= high else "  outside"
                outside += bool(mark)
                print(
                    f"{design:24} {model:12} {measure:28} {100 * share:5.1f} % of {len(p):4}"
                    f"  ({100 * low:.1f} to {100 * high:.1f} %){mark}", flush=True)
    print(f"Outside: {outside}.")


main()
