"""Random graph models beside ergmx: the same networks and models, coefficients compared and times taken in turn.

    python Benchmarks/ties.py [--large] [PROGRAM]        (needs ergmx, igraph and numpy)

Differences between estimates are in units of both programs' simulation errors: some units are chance. Times are of
processor, since other work on the machine leaves those nearly alone; both programs simulate the log-likelihood, too.
A row tells how many independent networks each program's last round was worth, at least, since a fit of twice as many
costs twice as much: the last ratio is of times by worth. `--large` adds a network of 1 000 nodes, which ergmx takes
long for.
"""

import csv
import io
import math
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

import ergmx
import igraph
import numpy

ARGUMENTS = [word for word in sys.argv[1:] if word != "--large"]
PROGRAM = pathlib.Path(ARGUMENTS[0] if ARGUMENTS else ".build/release/milieu").absolute()


def network(nodes, degree, directed, seed):
    """Ties over a square, the likelier the shorter, answered and closed more than chance would have it."""
    chance = random.Random(seed)
    places = [(chance.random(), chance.random()) for _ in range(nodes)]
    kinds = [chance.choice("abc") for _ in range(nodes)]
    distances = numpy.array([[round(math.dist(a, b), 5) for b in places] for a in places])
    reach = math.sqrt(degree / nodes / 6)
    ties = set()
    for i in range(nodes):
        for j in range(i):
            likes = 1.6 if kinds[i] == kinds[j] else 0.7
            if chance.random() < 0.8 * likes * math.exp(-distances[i, j] / reach):
                if chance.random() < 0.7:
                    ties.add((i, j))
                if chance.random() < 0.7:
                    ties.add((j, i) if directed else (i, j))
    return sorted(ties), kinds, distances


def processor():
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def timed(work):
    clock, cores = time.perf_counter(), processor()
    result = work()
    return result, time.perf_counter() - clock, processor() - cores


def ours(folder, directed, model):
    call = subprocess.run(
        [PROGRAM, "test", folder / "ties.csv", "--actors", folder / "actors.csv", "--directed" if directed else "--undirected",
         "--relation", f"geo={folder / 'geo.csv'}", "--ergm", model, "--format", "csv"],
        capture_output=True, text=True, check=True)
    worth = re.search(r"worth ([\d,]+) independent", call.stderr)
    return list(csv.DictReader(io.StringIO(call.stdout))), int(worth[1].replace(",", "")) if worth else None


def theirs(ties, kinds, distances, directed, model, seed):
    graph = igraph.Graph(len(kinds), ties, directed=directed)
    graph.vs["kind"] = kinds
    graph["geo"] = distances
    model = re.sub(r"(nodematch|edgecov)\((\w+)\)", r"\1('\2')", model).replace("fixed", "fixed=TRUE")
    return ergmx.ergm(graph, model, seed=seed)


def main():
    closed = "edges + mutual + gwesp(0.25, fixed) + edgecov(geo)"
    cases = [(30, 4, True, closed), (40, 5, False, "edges + nodematch(kind) + gwesp(0.5, fixed) + edgecov(geo)"),
             (50, 4, True, "edges + mutual + gwidegree(0.5, fixed) + edgecov(geo)"),
             (60, 3, False, "edges + gwdegree(0.5, fixed) + gwesp(0.25, fixed)"),
             (80, 4, True, "edges + mutual + nodematch(kind) + gwesp(0.5, fixed)"),
             (60, 3, False, "edges + kstar(2) + edgecov(geo)"), (40, 3, True, "edges + mutual + ttriple + edgecov(geo)"),
             (100, 4, False, "edges + gwesp(0.25, fixed) + edgecov(geo)"), (100, 6, True, closed)]
    if "--large" in sys.argv:
        cases = [(1000, 6, True, closed)]
    print("nodes,ties,model,difference,processor_milieu,processor_ergmx,ratio,worth_milieu,worth_ergmx,ratio_by_worth", flush=True)
    for number, (nodes, degree, directed, model) in enumerate(cases):
        ties, kinds, distances = network(nodes, degree, directed, number)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "ties.csv").write_text("source,target\n" + "".join(f"n{i},n{j}\n" for i, j in ties))
            (folder / "actors.csv").write_text("id,kind\n" + "".join(f"n{i},{kind}\n" for i, kind in enumerate(kinds)))
            labels = [f"n{i}" for i in range(nodes)]
            rows = [",".join(["", *labels])] + [",".join([label, *map(str, row)]) for label, row in zip(labels, distances)]
            (folder / "geo.csv").write_text("\n".join(rows) + "\n")
            (mine, worth), _, cores = timed(lambda: ours(folder, directed, model))
        fit, _, their_cores = timed(lambda: theirs(ties, kinds, distances, directed, model, number))
        theirs_worth = fit.mcmc_diagnostics().effective_size
        gaps = []
        for row, name in zip(mine, fit.names):
            place = list(fit.names).index(name)
            error = float(fit.stderr[name]) / math.sqrt(theirs_worth[place])
            gaps.append(abs(float(row["estimate"]) - float(fit.coef[name])) / math.hypot(float(row["mcmc_se"]), error))
        ratio, least = their_cores / cores, float(min(theirs_worth))
        print(f'{nodes},{len(ties)},"{model}",{max(gaps):.2f},{cores:.2f},{their_cores:.2f},{ratio:.1f},{worth},{least:.0f},'
              f"{ratio * worth / least:.1f}", flush=True)


if __name__ == "__main__":
    main()
