"""Draws from chance: a regression of matrices beside R's sna, betweenness of rewired networks beside NetworkX."""

import statistics
import subprocess
import time

from . import networks
from .case import Case
from .measure import measure
from .table import processor, table

INTRODUCTION = """Ours: 10 000 orders of MRQAP (double semi-partialling) of four relations of 100 actors on a fifth, and twenty
rewirings of a Barabási-Albert network of 9 862 ties with exact betweenness in each. The peers are slower and draw less
often; what is compared is one draw. Processor seconds, since the peers use one core."""

SNA = """
suppressMessages(library(sna))
ties <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE)); m <- array(0, c(5, 100, 100))
for (t in seq_len(nrow(ties))) m[(t - 1) %% 5 + 1, ties[t, 1] + 1, ties[t, 2] + 1] <- 1
taken <- system.time(netlm(m[1, , ], m[2:5, , ], nullhyp = "qapspp", reps = 40))
cat((taken[["user.self"]] + taken[["sys.self"]]) / 40)
"""


def by_sna(given, folder):
    """Seconds of one draw of each of the four relations."""
    network = networks.read(given)
    path = folder / "ties.csv"
    path.write_text("".join(f"{a},{b}\n" for a, b in zip(network.sources, network.targets)))
    done = subprocess.run(["Rscript", "-e", SNA, str(path)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def by_networkx(given):
    """Seconds of one rewiring with betweenness."""
    import networkx

    network = networks.read(given)
    graph = networkx.Graph(zip(network.sources.tolist(), network.targets.tolist()))
    start = time.process_time()
    networkx.double_edge_swap(graph, nswap=10 * network.m, max_tries=100 * network.m, seed=1)
    networkx.betweenness_centrality(graph)
    return time.process_time() - start


def ours(kernel, given, draws):
    networks.ensure(given)
    case = Case(id=kernel, title="", inputs=[], peers={}, answers={}, agree=None, seconds=20)
    side = measure(case, given, 3, peers=False).ours
    return side, statistics.median(side.processor) / draws


def section(folder):
    rows = []
    for kernel, given, draws, title, peer, run in [
        ("mrqap", "uniform-100", 10_000, "10 000 draws of MRQAP", "sna", lambda given: by_sna(given, folder)),
        ("rewired-betweenness", "ba-1e4-ties", 20, "20 rewirings with betweenness", "NetworkX", by_networkx),
    ]:
        side, draw = ours(kernel, given, draws)
        try:
            theirs = run(given)
            rows.append([
                title, f"{statistics.median(side.times):.1f} s", processor(side), f"{draw * 1000:.2f} ms",
                f"{peer} {theirs * 1000:.1f} ms", f"**{theirs / draw:.0f}×**"])
        except (OSError, subprocess.CalledProcessError):
            rows.append([title, f"{statistics.median(side.times):.1f} s", processor(side), f"{draw * 1000:.2f} ms", f"no {peer} here", ""])
    header = ["what", "time", "of all cores", "ours, one draw", "peer, one draw", "ratio"]
    return INTRODUCTION + "\n\n" + table(header, rows)
