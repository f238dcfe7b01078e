"""Random graph models beside pyERGM on ten networks: what both can fit, coefficients compared and processor time taken.

    python Benchmarks/ties_pyergm.py [PROGRAM]        (needs pyergm, and what ties.py needs)

pyERGM has ties, answers, triangles and distances among its statistics, no geometrically weighted ones. It gives no
standard errors: differences are in units of Milieu's. Where it does not simulate, each of its fits is made three times,
of which the spread is told, too; where it does, once, with 30 of its steps, since one takes seconds.
"""

import logging
import math
import pathlib
import random
import statistics
import tempfile

import numpy
import ties
from pyERGM.ergm import ERGM
from pyERGM.metrics import NumberOfEdgesDirected, NumberOfEdgesUndirected, NumberOfTrianglesUndirected, SumDistancesConnectedNeurons, TotalReciprocity


def places(nodes, seed):
    """Those of `ties.network`, which draws them first."""
    chance = random.Random(seed)
    return numpy.array([(chance.random(), chance.random()) for _ in range(nodes)])


def theirs(matrix, points, directed):
    if directed:
        metrics = [NumberOfEdgesDirected(), TotalReciprocity(), SumDistancesConnectedNeurons(points, is_directed=True)]
    else:
        metrics = [NumberOfEdgesUndirected(), NumberOfTrianglesUndirected(), SumDistancesConnectedNeurons(points, is_directed=False)]
    model = ERGM(len(matrix), metrics, is_directed=directed, verbose=False)
    done = model.fit(matrix, opt_steps=1000 if directed else 30)
    return [float(value) for value in model._thetas], done.success


def main():
    logging.disable(logging.INFO)
    print("nodes,ties,model,difference,spread,converged,processor_milieu,processor_pyergm", flush=True)
    for number in range(12):
        directed = number < 10
        nodes = 20 + 4 * number if directed else 8 + number
        # Of the same seeds those networks whose triangles are neither none nor many.
        made, _, distances = ties.network(nodes, 4 if directed else 3, directed, 100 + number)
        model = "edges + mutual + edgecov(geo)" if directed else "edges + triangle + edgecov(geo)"
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            labels = [f"n{i}" for i in range(nodes)]
            (folder / "ties.csv").write_text("source,target\n" + "".join(f"n{i},n{j}\n" for i, j in made))
            (folder / "actors.csv").write_text("id\n" + "".join(f"{label}\n" for label in labels))
            rows = [",".join(["", *labels])] + [",".join([label, *map(str, row)]) for label, row in zip(labels, distances)]
            (folder / "geo.csv").write_text("\n".join(rows) + "\n")
            (mine, _), _, cores = ties.timed(lambda: ties.ours(folder, directed, model))
        matrix = numpy.zeros((nodes, nodes))
        for i, j in made:
            matrix[i, j] = 1
            if not directed:
                matrix[j, i] = 1
        fits, their_cores, converged = [], [], 0
        for seed in range(3 if directed else 1):
            numpy.random.seed(seed)
            random.seed(seed)
            (values, success), _, seconds = ties.timed(lambda: theirs(matrix, places(nodes, 100 + number), directed))
            fits.append(values)
            their_cores.append(seconds)
            converged += bool(success)
        errors = [float(row["se"]) for row in mine]
        gaps = [abs(statistics.mean(column) - float(row["estimate"])) / error for column, row, error in zip(zip(*fits), mine, errors)]
        spread = [statistics.stdev(column) / error if directed else math.nan for column, error in zip(zip(*fits), errors)]
        print(f'{nodes},{len(made)},"{model}",{max(gaps):.3f},{max(spread):.3f},{converged}/{len(fits)},{cores:.2f},{statistics.median(their_cores):.2f}', flush=True)


if __name__ == "__main__":
    main()
