"""Loads the tables of this folder with the types that datapackage.json declares.

    from load import tables, title
    tables["actors"], title("actors", "betweenness", "fr")

Needs pandas. An empty cell is a missing value, never zero; codes such as 01001 stay text. The apostrophe that
keeps spreadsheets from computing a text is taken away.
"""

import json
import pathlib
import re

import pandas as pd

FOLDER = pathlib.Path(__file__).resolve().parent
PACKAGE = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
TYPES = {"string": "string", "number": "float64", "integer": "Int64", "boolean": "boolean"}
# Whether an apostrophe stands before texts that begin as formulas do.
GUARDED = True
_FORMULA = re.compile("'(?=[' \u00a0\ufeff]*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])")


def _plain(text):
    return _FORMULA.sub("", text, count=1) if GUARDED and isinstance(text, str) and text.startswith("'") else text


def _read(resource):
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    frame = pd.read_csv(
        FOLDER / resource["path"], dtype={name: TYPES[field["type"]] for name, field in fields.items()},
        keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"], encoding="utf-8")
    for name in [name for name, field in fields.items() if field["type"] == "string"]:
        frame[name] = frame[name].map(_plain).astype("string")
    return frame.rename(columns=_plain)


tables = {resource["path"].removesuffix(".csv"): _read(resource) for resource in PACKAGE["resources"]}
_book = tables["codebook"].set_index(["table", "column"])


def title(table, column, language="en"):
    """The name of a column in words."""
    try:
        return _book.loc[(table, column), f"title_{language}"]
    except KeyError:
        return column
