"""Loads the tables of this folder with the types that datapackage.json declares.

    from load import tables, title
    tables["actors"], title("actors", "betweenness", "fr")

Needs pandas. An empty cell is a missing value, never zero; codes such as 01001 stay text.
"""

import json
import pathlib

import pandas as pd

FOLDER = pathlib.Path(__file__).resolve().parent
PACKAGE = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
TYPES = {"string": "string", "number": "float64", "integer": "Int64", "boolean": "boolean"}


def _read(resource):
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    return pd.read_csv(
        FOLDER / resource["path"], dtype={name: TYPES[field["type"]] for name, field in fields.items()},
        keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"], encoding="utf-8")


tables = {resource["path"].removesuffix(".csv"): _read(resource) for resource in PACKAGE["resources"]}
_book = tables["codebook"].set_index(["table", "column"])


def title(table, column, language="en"):
    """The name of a column in words."""
    try:
        return _book.loc[(table, column), f"title_{language}"]
    except KeyError:
        return column
