"""Milieu in Python: who is tied to whom in a territory, what that is worth, and how sure one can be of it.

    import milieu

    network = milieu.read("datasets/romans-2016")
    network.measure("degree,betweenness")        # a data frame: id, name and a column for each measure
    network.score(draws=2000)                    # what `milieu score --format json` writes
    network.draw(size_by="betweenness")          # a figure, which a notebook shows

All numbers come from the program `milieu`, which the wheel carries: nothing is computed twice. Options are those of
the command line, with underscores for hyphens: ``--min-confidence 0.5`` is ``min_confidence=0.5``, ``--directed`` is
``directed=True``, ``--layer finance,governance`` is ``layer=["finance", "governance"]``. ``milieu measure --help``
tells them all.
"""

from ._errors import Finding, MilieuError
from ._figure import Figure
from ._making import from_igraph, from_networkx, from_pandas, from_polars
from ._network import Network, measures, read
from ._program import version

__version__ = version()
__all__ = [
    "Figure", "Finding", "MilieuError", "Network", "from_igraph", "from_networkx", "from_pandas", "from_polars",
    "measures", "read", "version",
]
