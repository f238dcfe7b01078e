"""Tables of the program as data frames, each column with the type that its declaration has, whatever its values."""

from __future__ import annotations

import functools
import json
from typing import Any, Dict, List, Mapping, Sequence

from . import _program

#: What the catalogue of measures calls a type, and pandas.
_PANDAS = {"text": "string", "number": "float64", "integer": "Int64", "label": "Int64", "flag": "boolean"}
#: Columns of tables that are no measures and hold whole numbers.
COUNTS = {name: "integer" for name in ("draws", "actors", "pairs", "ties", "set", "line", "count")}


@functools.lru_cache(maxsize=None)
def catalogue(program: str) -> Dict[str, Dict[str, Any]]:
    """What is declared of each measure, by its id."""
    listed = json.loads(_program.run("measure", progress=False, list=True, format="json"))
    return {row["id"]: row for row in listed["rows"]}


def rows(output: bytes) -> List[Dict[str, Any]]:
    return json.loads(output)["rows"]


def type_of(values: Sequence[Any]) -> str:
    """The type that holds all of these: text wherever one is a text, so that no id is taken for a number."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return "flag"
    if kinds and kinds <= {int, float}:
        return "number"
    return "text"


def measure_types(columns: Sequence[str]) -> Dict[str, str]:
    """The types of those columns that are measures."""
    declared = catalogue(_program.path())
    return {name: declared[name]["type"] for name in columns if name in declared}


def frame(rows: Sequence[Mapping[str, Any]], types: Mapping[str, str], kind: str = "pandas",
          columns: Sequence[str] = ()) -> Any:
    """A data frame of rows; what is not known is missing, never zero."""
    names = list(columns) or list(dict.fromkeys(name for row in rows for name in row))
    values = {name: [row.get(name) for row in rows] for name in names}
    known = {name: types.get(name) if types.get(name) in _PANDAS else type_of(values[name]) for name in names}
    for name in names:
        if known[name] == "text":
            values[name] = [None if value is None else _text(value) for value in values[name]]
    if kind == "polars":
        return _polars(values, known)
    if kind != "pandas":
        raise ValueError(f'frame is "pandas" or "polars", not {kind!r}')
    import pandas

    return pandas.DataFrame({name: pandas.array(_numbers(values[name], known[name]), dtype=_PANDAS[known[name]])
                             for name in names})


def _text(value: Any) -> str:
    """A text as it is; what stands among texts as the program wrote it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _numbers(values: List[Any], kind: str) -> List[Any]:
    return [float("nan") if value is None else value for value in values] if kind == "number" else values


def _polars(values: Mapping[str, List[Any]], known: Mapping[str, str]) -> Any:
    import polars

    types = {"text": polars.String, "number": polars.Float64, "integer": polars.Int64, "label": polars.Int64,
             "flag": polars.Boolean}
    return polars.DataFrame({
        name: polars.Series(
            name, [None if value is None else float(value) for value in column] if known[name] == "number" else column,
            dtype=types[known[name]])
        for name, column in values.items()})
