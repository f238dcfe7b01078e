"""Graphs of the peers, built outside the clock. NetworKit uses as many threads as ours, igraph one."""

import os

from . import networks

THREADS = min(2, os.cpu_count() or 1)


def igraph(name):
    import igraph
    import numpy as np

    network = networks.read(name)
    return igraph.Graph(n=network.n, edges=np.column_stack((network.sources, network.targets)))


def networkit(name):
    import networkit
    import numpy as np

    networkit.setNumberOfThreads(THREADS)
    networkit.setSeed(1, False)
    network = networks.read(name)
    ends = (network.sources.astype(np.uint64), network.targets.astype(np.uint64))
    graph = networkit.graph.GraphFromCoo((np.ones(network.m), ends), n=network.n)
    graph.sortEdges()
    return graph


def kernel(library, call):
    """A peer's kernel: `call` gets the ready graph."""

    def prepare(name):
        graph = library(name)
        return lambda: call(graph)

    return prepare
