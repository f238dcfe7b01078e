"""Runs the Jupyter notebooks of an export in their folder and keeps what they show.

What changes from one run to the next (times, the interpreter's version) is taken out, so that the
same export gives the same file.
"""

import pathlib
import sys

import nbformat
from nbclient import NotebookClient


def run(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata["language_info"] = {"name": "python"}
    nbformat.validate(notebook)
    return notebook


def main(folder):
    for path in sorted(pathlib.Path(folder).glob("*.ipynb")):
        notebook = run(path)
        partial = path.with_suffix(".partial")
        nbformat.write(notebook, partial)
        partial.replace(path)
        print(f"{path}: {len(notebook.cells)} cells run")


if __name__ == "__main__":
    main(sys.argv[1])
