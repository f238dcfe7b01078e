"""Milieu's kernels against their peers, in turn, on the same seeded networks."""
