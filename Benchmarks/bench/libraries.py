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


def lengths(name):
    """A length for each tie of a network, 1 to 2 in steps of 1/1024: those of `NetworkFile.weightedGraph`."""
    import numpy as np

    network = networks.read(name)
    low = np.minimum(network.sources, network.targets).astype(np.int64)
    high = np.maximum(network.sources, network.targets).astype(np.int64)
    return 1 + ((low * 7919 + high * 104_729) % 1021 + 1) / 1024


def weighted_igraph(name):
    graph = igraph(name)
    graph.es["length"] = lengths(name)
    return graph


def weighted_networkit(name):
    import networkit
    import numpy as np

    networkit.setNumberOfThreads(THREADS)
    network = networks.read(name)
    ends = (network.sources.astype(np.uint64), network.targets.astype(np.uint64))
    return networkit.graph.GraphFromCoo((lengths(name), ends), n=network.n, weighted=True)


def kernel(library, call):
    """A peer's kernel: `call` gets the ready graph."""

    def prepare(name):
        graph = library(name)
        return lambda: call(graph)

    return prepare
