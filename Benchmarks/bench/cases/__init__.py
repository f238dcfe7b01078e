"""All cases. A new one is a file in this folder and a line here."""

from . import (
    approximate, betweenness, clustering, components, constraint, coreness, eigenvectors, freezing, layout, leiden, pagerank,
    paths, reading, weighted, workbook)

ALL = [
    *betweenness.CASES,
    *approximate.CASES,
    *paths.CASES,
    *weighted.CASES,
    *constraint.CASES,
    *pagerank.CASES,
    *eigenvectors.CASES,
    *clustering.CASES,
    *leiden.CASES,
    *coreness.CASES,
    *components.CASES,
    *freezing.CASES,
    *reading.CASES,
    *workbook.CASES,
    *layout.CASES,
]
