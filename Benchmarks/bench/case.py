"""What a benchmark case is, and what its sides promise each other."""

from dataclasses import dataclass, field
from typing import Callable

import numpy as np


class Disagreement(Exception):
    """Two sides did the same work and found different things."""


@dataclass
class Case:
    """One kernel, on some inputs, against some peers.

    id        the name on both sides (`CaseList.swift` holds ours)
    title     what the table calls it
    inputs    names from `networks.RECIPES`, or what `ensure` makes
    peers     by name, a function from an input to a function that runs the kernel once and returns
              its result; only the second is timed
    answers   by peer, a function from a result to columns of numbers, in our conventions
    agree     raises `Disagreement`, or says in a few words how near the columns are
    goal      how many times faster than the fastest peer it shall be
    traffic   bytes that the kernel must move at least, from (n, m), for kernels bound by memory
    ours      the id of our case, where several cases share one
    """

    id: str
    title: str
    inputs: list[str]
    peers: dict[str, Callable]
    answers: dict[str, Callable]
    agree: Callable[[dict, dict], str]
    goal: float = 1
    traffic: Callable[[int, int], float] | None = None
    ours: str | None = None
    ensure: Callable[[str], object] | None = None
    notes: str = ""
    seconds: float = 20
    quick_inputs: list[str] = field(default_factory=list)
    # Whether its answers can be compared on any network of the same kind, so that it runs on an unseen one, too.
    is_general: bool = False


def near(tolerance, *columns):
    """Agreement of the named columns to a relative tolerance (below 1, absolute)."""

    def agree(ours, theirs):
        worst = 0.0
        for name in columns:
            if name not in theirs:
                continue
            one, other = ours[name], np.asarray(theirs[name], dtype=float)
            if len(one) != len(other):
                raise Disagreement(f"{name}: {len(one)} values against {len(other)}")
            gap = np.abs(one - other) / np.maximum(1, np.maximum(np.abs(one), np.abs(other)))
            worst = max(worst, float(gap.max(initial=0)))
        if not worst <= tolerance:
            raise Disagreement(f"{', '.join(columns)}: differ by {worst:.2g}, more than {tolerance:.2g}")
        return "equal" if worst == 0 else f"within {worst:.0e}"

    return agree
