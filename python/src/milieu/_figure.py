"""A figure that a notebook shows."""

from __future__ import annotations

import os
import pathlib
from typing import Union


class Figure:
    """An image as the program drew it; the last line of a notebook's cell shows it."""

    def __init__(self, data: bytes, format: str) -> None:
        #: The bytes of the file.
        self.data = data
        #: ``svg``, ``png``, ``pdf`` or ``dot``.
        self.format = format

    def save(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Writes the file as it is; its name does not change the format."""
        pathlib.Path(path).write_bytes(self.data)

    @property
    def text(self) -> str:
        """The text of an SVG or of DOT."""
        return self.data.decode("utf-8")

    def _repr_svg_(self) -> "Union[str, None]":
        return self.text if self.format == "svg" else None

    def _repr_png_(self) -> "Union[bytes, None]":
        return self.data if self.format == "png" else None

    def __repr__(self) -> str:
        return f"<milieu.Figure: {self.format}, {len(self.data)} bytes>"
