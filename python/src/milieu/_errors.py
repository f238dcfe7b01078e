"""What goes wrong, as the program says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Optional, Sequence

# The program's exit statuses, as its README tells them.
CAUSES = {1: "data", 2: "usage", 3: "file", 70: "fault"}


@dataclass(frozen=True)
class Finding:
    """One thing that was noticed in the data, with its place and what to do about it."""

    #: ``error`` (the data cannot be used), ``warning`` (a result may mislead) or ``note``.
    severity: str
    #: A stable id, such as ``unknown-id``.
    code: str
    message: str
    remedy: str
    file: str
    #: From 1, the header's line; None where a finding is of no line.
    line: Optional[int]
    column: Optional[str]
    #: Of the row concerned.
    id: Optional[str]
    #: For how many it stands.
    count: int

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Finding:
        return cls(**{name: row[name] for name in cls.__dataclass_fields__})

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place += f":{self.line}"
        if self.column is not None:
            place += f', column "{self.column}"'
        return f"{self.severity} {place}: {self.message} {self.remedy} [{self.code}]"


class MilieuError(Exception):
    """The program refused, or the data have errors.

    ``cause`` is ``data``, ``usage`` (the request was wrong), ``file`` or ``fault`` (of Milieu itself); ``findings``
    are those of the data, the gravest first, where these are the cause; ``output`` is what was written all the same.
    """

    def __init__(self, message: str, status: int, findings: Sequence[Finding] = (), output: bytes = b"") -> None:
        super().__init__(message)
        self.output = output
        self.status = status
        self.findings = list(findings)

    @property
    def cause(self) -> str:
        return CAUSES.get(self.status, "fault")
