"""The runner: python -m bench [--case ID …] [--quick] [--runs N] [--output FILE]

With all cases, the tables are also written to RESULTS.md.
"""

import argparse
import sys
from pathlib import Path

from . import drawing, machine, scale, score, table
from .case import Disagreement
from .cases import ALL
from .measure import measure

RESULTS = Path(__file__).parent.parent / "RESULTS.md"


def arguments():
    parser = argparse.ArgumentParser(prog="make bench", description="Milieu's kernels against their peers, and the score.")
    parser.add_argument("--case", action="append", metavar="ID", help="only cases whose id begins so; may be repeated")
    parser.add_argument("--list", action="store_true", help="print the cases' ids")
    parser.add_argument("--quick", action="store_true", help="one run each, no large inputs, nothing written")
    parser.add_argument("--runs", type=int, default=5, help="timed runs of each side, after one to warm up (5)")
    parser.add_argument("--output", type=Path, help="where the tables go (RESULTS.md for a full run)")
    return parser.parse_args()


def main():
    options = arguments()
    if options.list:
        return print("\n".join([case.id for case in ALL] + [score.ID]))
    runs = 1 if options.quick else options.runs

    def is_chosen(id):
        return not options.case or any(id.startswith(part) for part in options.case)

    chosen = [case for case in ALL if is_chosen(case.id)]
    if not chosen and not is_chosen(score.ID):
        sys.exit("no such case; --list names them")
    results, faults = [], []
    for case in chosen:
        for given in (case.quick_inputs or case.inputs) if options.quick else case.inputs:
            try:
                result = measure(case, given, runs)
            except (Disagreement, RuntimeError) as fault:
                faults.append(f"{case.title}: {fault}")
                print(faults[-1], file=sys.stderr, flush=True)
                continue
            results.append(result)
            print(f"{case.title}: {result.ratio:.2f}× (goal {case.goal:g}×), {result.agreement}", file=sys.stderr, flush=True)
    parts = ["# Milieu's kernels beside their peers", INTRODUCTION, machine.description()]
    if chosen:
        parts += ["## Ratios", table.comparison(results)]
        notes = dict.fromkeys(f"- {result.case.title}: {result.case.notes}." for result in results if result.case.notes)
        parts += ["\n".join(notes)] if notes else []
        parts += ["## Memory", table.memory(results)]
    if is_chosen(score.ID):
        try:
            parts += ["## The score", score.section(runs, options.quick)]
        except (OSError, RuntimeError) as fault:
            faults.append(f"The score: {fault}")
    if not options.case:
        parts += ["## Drawing", drawing.section(options.quick)]
        parts += ["## Bandwidth", scale.bandwidth(results, runs), "## Cores", scale.threads(runs), "## Growth", GROWTH, scale.growth(runs, options.quick)]
    text = "\n\n".join(parts) + "\n"
    print(text)
    output = options.output or (RESULTS if not (options.case or options.quick) else None)
    if output and not faults:
        output.write_text(text)
    if faults:
        sys.exit("\n".join(["These did not run or do not agree:"] + faults))


INTRODUCTION = """Written by `make bench`. Each kernel alone is timed, its graph ready, on both sides in turn (peer, ours,
peer, ours …) after a round that warms up and whose answers are compared. A time is the median of the runs, with
the least, the most and the number of runs; the ratio is the fastest peer's median over ours. NetworKit may use as
many threads as Milieu (two); igraph's kernels use one. Networks are seeded (`bench/networks.py`): 10 000 nodes, or
200 000 nodes with 1 000 000 ties."""

GROWTH = """Barabási-Albert networks (m = 5), our median time, and the time for each tie."""

if __name__ == "__main__":
    main()
