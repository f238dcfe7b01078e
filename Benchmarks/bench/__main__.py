"""The runner: python -m bench [--case ID …] [--quick] [--runs N] [--before PROGRAM] [--output FILE]

With all cases, the tables are also written to RESULTS.md.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from . import chance, drawing, machine, scale, score, structure, table
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
    parser.add_argument(
        "--seed", type=int, help="of the networks that nothing was tuned by; another one at each run where none is given")
    parser.add_argument(
        "--before", type=Path, metavar="PROGRAM", help="an earlier build of milieu, whose score is timed in turn with ours")
    parser.add_argument("--output", type=Path, help="where the tables go (RESULTS.md for a full run)")
    return parser.parse_args()


def main():
    options = arguments()
    if options.list:
        return print("\n".join([case.id for case in ALL] + SECTIONS))
    runs = 1 if options.quick else options.runs

    def is_chosen(id):
        return not options.case or any(id.startswith(part) for part in options.case)

    chosen = [case for case in ALL if is_chosen(case.id)]
    if not chosen and not any(map(is_chosen, SECTIONS)):
        sys.exit("no such case; --list names them")
    faults = []

    def measured(case, given, runs):
        """Nothing, and a fault noted, where the sides disagree."""
        try:
            result = measure(case, given, runs)
        except (Disagreement, RuntimeError) as fault:
            faults.append(f"{case.title}, {given}: {fault}")
            print(faults[-1], file=sys.stderr, flush=True)
            return []
        print(
            f"{case.title}, {given}: {result.ratio:.2f}× (goal {case.goal:g}×), {result.agreement}", file=sys.stderr, flush=True)
        return [result]

    results = [
        result for case in chosen
        for given in ((case.quick_inputs or case.inputs) if options.quick else case.inputs)
        for result in measured(case, given, runs)
    ]
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1000, 1_000_000)
    unseen = [] if options.quick and options.seed is None else [
        result for case in chosen if case.is_general
        for given in case.inputs for result in measured(case, f"{given}@{seed}", 1)
    ]
    parts = ["# Milieu's kernels beside their peers", INTRODUCTION, machine.description()]
    if chosen:
        parts += ["## Ratios", table.comparison(results)]
        notes = dict.fromkeys(f"- {result.case.title}: {result.case.notes}." for result in results if result.case.notes)
        parts += ["\n".join(notes)] if notes else []
        if unseen:
            parts += ["## Networks that nothing was tuned by", UNSEEN.format(seed=seed), table.comparison(unseen)]
        parts += ["## Memory", table.memory(results)]
    if is_chosen(score.ID):
        try:
            parts += ["## The score", score.section(runs, options.quick, options.before)]
        except (OSError, RuntimeError) as fault:
            faults.append(f"The score: {fault}")
    if is_chosen("structure"):
        parts += ["## Kernels without a peer", structure.section(options.quick)]
    if is_chosen("chance"):
        with tempfile.TemporaryDirectory() as folder:
            parts += ["## Draws from chance", chance.section(Path(folder))]
    if is_chosen("gathers"):
        parts += ["## Rounds and gathers", scale.gathers(runs)]
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


# Parts that are no comparison of one kernel with its peers.
SECTIONS = [score.ID, "structure", "chance", "gathers"]

UNSEEN = """The same kernels on other networks of the same kinds, made with seed {seed}: at each run another one unless
`--seed` says which, so that a number chosen to suit the fixed networks shows. One run after the one that warms up."""

INTRODUCTION = """Written by `make bench`. Each kernel alone is timed, its graph ready, on both sides in turn (peer, ours,
peer, ours …) after a round that warms up and whose answers are compared. A time is the median of the runs, with
the least, the most and the number of runs; the ratio is the fastest peer's median over ours. NetworKit may use as
many threads as Milieu (two); igraph's kernels use one. Networks are seeded (`bench/networks.py`): 10 000 nodes, or
200 000 nodes with 1 000 000 ties."""

GROWTH = """Barabási-Albert networks (m = 5), our median time, and the time for each tie."""

if __name__ == "__main__":
    main()
