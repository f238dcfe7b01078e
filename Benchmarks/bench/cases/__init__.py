"""All cases. A new one is a file in this folder and a line here."""

from . import betweenness, clustering, coreness, components, constraint, freezing, leiden, pagerank, paths

ALL = [
    *betweenness.CASES,
    *paths.CASES,
    *constraint.CASES,
    *pagerank.CASES,
    *clustering.CASES,
    *leiden.CASES,
    *coreness.CASES,
    *components.CASES,
    *freezing.CASES,
]
