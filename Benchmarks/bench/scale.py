"""How far kernels that are bound by memory are from the machine's bandwidth, what the second core gives, and how
cost grows."""

import statistics

from .case import Case
from .cases import ALL
from .measure import measure
from .networks import ensure, read
from .side import Side
from .table import grouped, table

SIZES = ["ba-1e4-ties", "ba-1e5-ties", "ba-1e6-ties", "ba-1e7-ties"]


def alone(kernel, given, runs, *options):
    """Our median time of a kernel, without a peer."""
    case = Case(id=kernel, title="", inputs=[], peers={}, answers={}, agree=None, seconds=30)
    return statistics.median(measure(case, given, runs, peers=False, options=options).ours.times)


def bandwidth(results, runs):
    triad = 4_000_000 * 24 / alone("triad", "random-4m", runs)
    near, far = (8_000_000 * 12 / alone("gather", name, runs) for name in ("random-200k", "random-4m"))
    rows = []
    for result in results:
        if not result.case.traffic:
            continue
        network = read(result.given)
        rate = result.case.traffic(network.n, network.m) / statistics.median(result.ours.times)
        rows.append([
            result.case.title, f"{rate / 1e9:.2f}", f"{100 * rate / near:.0f} %", f"{100 * rate / triad:.0f} %"])
    intro = (
        f"Triad a = b + 3c over 96 MB (both cores): **{triad / 1e9:.1f} GB/s**. Random gather, 4 bytes of index and"
        f" 8 of value an element: **{near / 1e9:.1f} GB/s** from 200 000 values (1.6 MB),"
        f" **{far / 1e9:.1f} GB/s** from 4 million (32 MB).")
    header = ["kernel", "bytes it must move / its time, GB/s", "of the gather rate (200 000)", "of the triad"]
    return intro + "\n\n" + table(header, rows)


GATHERED = [("pagerank", "ba-200k"), ("katz", "ba-200k"), ("eigenvector", "ba-200k"), ("hits", "ba-200k"), ("pagerank", "territory-500k")]


def gathers(runs):
    """Each kernel over its neighbours' values, beside one look at all of them: ours alone, in turn."""
    rows = []
    for kernel, given in GATHERED:
        path = ensure(given)
        names = [kernel, "gather-rows", "gather-ties"]
        sides = [Side.ours(Case(id=name, title="", inputs=[], peers={}, answers={}, agree=None), path) for name in names]
        turns = [[side.run()[1] for side in sides] for _ in range(runs + 1)][1:]
        for side in sides:
            side.close()
        whole, product, gather = (min(times) for times in zip(*turns))
        rows.append([
            f"{kernel}, {given}", f"{whole * 1000:.3g} ms", f"{product * 1000:.3g} ms", f"{gather * 1000:.3g} ms",
            f"{whole / product:.1f}", f"{whole / gather:.1f}"])
    header = ["kernel, network", "the kernel", "one product", "one gather", "as long as so many products", "so many gathers"]
    return GATHERS + "\n\n" + table(header, rows)


GATHERS = """Seconds of all cores, the least of the runs, in turn. A gather reads a number of each node at the ends of all ties,
once; a product puts them together row by row. No kernel that asks each row for its neighbours' values does less than a gather
for each of its rounds."""


def threads(runs):
    rows = []
    for kernel, given in [
        ("betweenness", "territory-10k"), ("betweenness", "ba-10k"), ("betweenness", "ws-10k"), ("paths", "ba-10k"),
        ("approximate", "ba-10k"), ("constraint", "ba-200k"), ("pagerank", "ba-200k"), ("clustering", "ba-200k"),
        ("leiden", "ba-200k"), ("coreness", "ba-200k"), ("components", "ba-200k"), ("freezing", "ba-200k"),
    ]:
        ensure(given)
        one, two = (alone(kernel, given, min(3, runs), count) for count in ("1", "2"))
        rows.append([f"{kernel}, {given}", f"{one * 1000:.3g} ms", f"{two * 1000:.3g} ms", f"{one / two:.2f}×"])
    return table(["kernel, network", "one core", "two cores", "factor"], rows)


def growth(runs, quick):
    sizes = SIZES[:3] if quick else SIZES
    kernels = ["freezing", "components", "coreness", "clustering", "constraint", "pagerank", "leiden"]
    rows = []
    for kernel in kernels:
        row = [kernel]
        for size in sizes:
            ensure(size)
            taken = alone(kernel, size, max(1, min(3, runs)))
            row.append(f"{taken * 1000:.3g} ms ({taken / read(size).m * 1e9:.0f} ns)")
        rows.append(row)
    header = ["kernel"] + [f"{grouped(read(size).m)} ties" for size in sizes]
    return table(header, rows)
