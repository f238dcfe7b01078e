"""A network that the program reads, and what can be asked of it."""

from __future__ import annotations

import functools
import json
import os
import pathlib
import tempfile
from typing import Any, Dict, Iterable, List, Optional, Tuple, Union

from . import _frames, _graphs, _program
from ._errors import Finding, MilieuError
from ._figure import Figure
from ._program import Progress

Path = Union[str, "os.PathLike[str]"]
Words = Union[str, Iterable[str], None]


def read(path: Path, *, directed: Optional[bool] = None, format: Optional[str] = None, sheet: Optional[str] = None,
         actors: Optional[Path] = None, follow_links: bool = False) -> Network:
    """A network from a dataset's folder, a workbook or a network file (``milieu convert --list`` names the formats).

    ``directed`` says how ties are read where the data do not say it; ``format`` is a format's id where neither the
    name's ending nor the content tells it; ``sheet`` is the sheet of a workbook that holds the ties; ``actors`` is a
    table of the actors beside a list of ties. Raises MilieuError where the data have errors, with all its findings.
    """
    options = {"from": format, "sheet": sheet, "actors": actors, "follow_links": follow_links}
    network = Network(path, {**options, **direction(directed)})
    errors = [finding for finding in network.findings if finding.severity == "error"]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise MilieuError(f"{errors[0]}{more}", 1, network.findings)
    return network


def direction(directed: Optional[bool]) -> Dict[str, bool]:
    return {} if directed is None else {"directed" if directed else "undirected": True}


def measures(frame: str = "pandas") -> Any:
    """What can be measured: a data frame with a row for each measure, its names, formula, convention and sources."""
    return _frames.frame(_frames.rows(_program.run("measure", progress=False, list=True, format="json")), {}, frame)


class Network:
    """A network, as `read` and the functions that take one from pandas, polars, NetworkX or igraph return it.

    It holds no numbers of its own: each question is answered by the program from the files as they are then. Every
    method takes the options of its command, with underscores for hyphens: those of the view (``layer``, ``kind``,
    ``at``, ``inside_only``, ``perimeter``, ``min_confidence``, ``status``, ``events``, ``directed``, ``undirected``),
    ``seed``, ``threads`` and its own.
    """

    def __init__(self, path: Path, reading: Optional[Dict[str, Any]] = None,
                 folder: Optional[tempfile.TemporaryDirectory[str]] = None) -> None:
        #: The folder or the file.
        self.path = pathlib.Path(path)
        self._reading = {name: value for name, value in (reading or {}).items() if value is not None}
        # Of a network that was handed over in memory: it is there as long as the network is.
        self._folder = folder

    def __repr__(self) -> str:
        return f"milieu.read({str(self.path)!r})"

    def _run(self, command: str, *operands: Path, progress: Union[bool, Progress, None] = None,
             **options: Any) -> bytes:
        chosen = dict(self._reading)
        if "directed" in options or "undirected" in options:
            chosen.pop("directed", None)
            chosen.pop("undirected", None)
        if options.get("directed") is False and "undirected" not in options:
            options = {**options, "undirected": True}
        return _program.run(command, self.path, *operands, progress=progress, **{**chosen, **options})

    @functools.cached_property
    def findings(self) -> List[Finding]:
        """What there is to say of the data, the gravest first; ``milieu check`` prints the same."""
        try:
            output = self._run("check", progress=False, format="json")
        except MilieuError as error:
            # With errors in the data the table is written all the same, and the status says so.
            if error.status != 1 or not error.output:
                raise
            output = error.output
        return [Finding.of(row) for row in _frames.rows(output)]

    def measure(self, measures: Words = None, *, level: Optional[str] = None, profile: Optional[str] = None,
                frame: str = "pandas", **options: Any) -> Any:
        """Measures as a data frame: of actors ``id``, ``name`` and a column for each measure.

        ``measures`` are ids separated by commas, or a list of ids, or ``"all"`` (`milieu.measures` lists them);
        without any, the centralities. ``level`` is ``actor``, ``tie``, ``network`` or ``group``; ``profile`` a set of
        measures. Undefined values are missing, never zero. Further options are those of ``milieu measure``: ``as_``
        (another tool's conventions), ``weights``, ``top``, ``sort_by``, ``explain``, ``bounds`` …
        """
        output = self._run("measure", progress=False, measures=_list(measures), level=level, profile=profile,
                           format="json", **options)
        rows = _frames.rows(output)
        names = list(dict.fromkeys(name for row in rows for name in row))
        return _frames.frame(rows, {**_frames.COUNTS, **_frames.measure_types(names)}, frame, names)

    def score(self, *, progress: Union[bool, Progress, None] = None, **options: Any) -> Dict[str, Any]:
        """Learning and interaction: the object that ``milieu score --format json`` writes for the territory.

        With several dates (``at="2007..2016"``) a list of such objects. Further options: ``draws``, ``nulls``,
        ``method`` (a file), ``perimeter``, ``without``, ``with_`` … The same seed gives the same digits.
        """
        chosen = {name: value for name, value in self._reading.items() if name == "follow_links"}
        scores = json.loads(_program.run("score", self.path, progress=progress, format="json", **{**chosen, **options}))
        return scores[0] if isinstance(scores, list) and len(scores) == 1 else scores

    def draw(self, figure: Optional[str] = None, *, format: str = "svg", lang: str = "en",
             progress: Union[bool, Progress, None] = None, **options: Any) -> Figure:
        """A figure, which a notebook shows and `Figure.save` writes.

        ``figure`` is a figure's id (``milieu draw --help`` names them), ``format`` ``svg``, ``pdf``, ``png`` or
        ``dot``. Further options: ``size_by``, ``color_by``, ``hull``, ``layout``, ``ego``, ``title``, ``width`` (in
        centimetres), ``labels`` …
        """
        with tempfile.TemporaryDirectory(prefix="milieu-") as folder:
            file = pathlib.Path(folder) / f"figure.{format}"
            self._run("draw", progress=progress, output=file, figure=figure, lang=lang, **options)
            return Figure(file.read_bytes(), format)

    def test(self, measures: Words = None, *, frame: str = "pandas", progress: Union[bool, Progress, None] = None,
             **options: Any) -> Any:
        """Would chance do as much? A data frame with a row for each measure or relation.

        ``null`` is the model (``degrees``, ``size``, ``ties``, ``dyads``, ``memberships``, ``groups``);
        ``bootstrap=True``, ``correlate=[…]`` or ``regress="ties", on=[…]`` ask otherwise; ``draws`` says how often.
        """
        output = self._run("test", progress=progress, measures=_list(measures), format="json", **options)
        return _frames.frame(_frames.rows(output), _frames.COUNTS, frame)

    def export(self, folder: Path, *, progress: Union[bool, Progress, None] = None, **options: Any) -> pathlib.Path:
        """Everything that a paper prints (tables, codebook, data package, figures, notebooks) into a folder."""
        self._run("export", progress=progress, output=folder, **options)
        return pathlib.Path(folder)

    def report(self, file: Path, *, lang: str = "en", progress: Union[bool, Progress, None] = None,
               **options: Any) -> pathlib.Path:
        """The whole as one HTML file to mail or print."""
        self._run("report", progress=progress, output=file, lang=lang, **options)
        return pathlib.Path(file)

    def convert(self, file: Path, *, to: Optional[str] = None, both_ways: bool = False) -> pathlib.Path:
        """The whole network in another format, which the name's ending or ``to`` tells: ``net.gexf``, ``folder/``."""
        self._run("convert", file, progress=False, to=to, both_ways=both_ways)
        return pathlib.Path(file)

    def to_pandas(self, measures: Words = None) -> Tuple[Any, Any]:
        """Ties and actors as two data frames, with all their columns; the actors with ``measures``, if any."""
        return self._tables(measures, "pandas")

    def to_polars(self, measures: Words = None) -> Tuple[Any, Any]:
        """Ties and actors as two frames of polars."""
        return self._tables(measures, "polars")

    def to_networkx(self, measures: Words = None) -> Any:
        """The whole network for NetworkX, attributes and all; nodes also have the ``measures``.

        A graph where every tie is without direction, else a directed one in which each of those is there both ways;
        a multigraph where two ties lie on one pair.
        """
        return _graphs.to_networkx(self._node_link(measures))

    def to_igraph(self, measures: Words = None) -> Any:
        """The whole network for igraph, the ids as ``name``; directed as `to_networkx` says."""
        return _graphs.to_igraph(self._node_link(measures))

    def _node_link(self, measures: Words) -> Dict[str, Any]:
        network = json.loads(self._run("convert", "-", progress=False, to="json"))
        if measures is not None:
            measured = json.loads(self._run("measure", progress=False, measures=_list(measures), level="actor",
                                            format="json"))
            own = {row["id"]: row for row in measured["rows"]}
            for node in network["nodes"]:
                for name, value in own.get(node["id"], {}).items():
                    if name not in ("id", "name"):
                        node[name] = value
        return network

    def _tables(self, measures: Words, kind: str) -> Tuple[Any, Any]:
        network = self._node_link(measures)
        names = [name for node in network["nodes"] for name in node]
        types = _frames.measure_types(list(dict.fromkeys(names))) if measures is not None else {}
        ties = _frames.frame(network["links"], {}, kind, _columns(network["links"], ("source", "target")))
        return ties, _frames.frame(network["nodes"], types, kind, _columns(network["nodes"], ("id",)))


def _list(words: Words) -> Optional[str]:
    return words if words is None or isinstance(words, str) else ",".join(words)


def _columns(rows: List[Dict[str, Any]], first: Tuple[str, ...]) -> List[str]:
    """The columns of rows, those first that are there even where there is no row."""
    return list(dict.fromkeys([*first, *(name for row in rows for name in row)]))
