"""The program `milieu`: where it is, and how it is run."""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
from typing import Any, Callable, Dict, List, NoReturn, Optional, Union

from ._errors import MilieuError

#: Called with the per cent that are done and what is being done.
Progress = Callable[[int, str], None]
_CARRIED = pathlib.Path(__file__).resolve().parent / "carried"
_STEP = re.compile(r"(\d+) % (.+)")


def path() -> str:
    """The program: that of the variable ``MILIEU``, or else the one that the wheel carries, or that on the PATH."""
    named = os.environ.get("MILIEU")
    if named:
        return named
    carried = _CARRIED / "bin" / "milieu"
    if carried.exists():
        return str(carried)
    # Not the script of this package, which would look for the program again.
    here = pathlib.Path(sys.executable).parent
    elsewhere = [part for part in os.environ.get("PATH", "").split(os.pathsep) if pathlib.Path(part) != here]
    found = shutil.which("milieu", path=os.pathsep.join(elsewhere))
    if found is None:
        raise MilieuError(
            "There is no program milieu: this package was installed without it, and none is on the PATH. "
            "Install the wheel for your system, or the program (`make install`), or name it in the variable MILIEU.", 3)
    return found


def environment() -> Dict[str, str]:
    """The variables of the program: the fonts that are carried stand beside the machine's."""
    variables = dict(os.environ)
    fonts = _CARRIED / "share" / "fonts" / "milieu.conf"
    if fonts.exists():
        variables.setdefault("FONTCONFIG_FILE", str(fonts))
    return variables


def arguments(options: Dict[str, Any]) -> List[str]:
    """Options as the command line has them; None and False are left out."""
    words = []
    for name, value in options.items():
        option = "--" + name.rstrip("_").replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(option)
            continue
        if isinstance(value, (list, tuple, set, frozenset)):
            # A set has no order of its own.
            parts = sorted(map(str, value)) if isinstance(value, (set, frozenset)) else [str(part) for part in value]
            split = [part for part in parts if "," in part]
            if split:
                raise MilieuError(f"{option} is a list with commas between its parts, and {split[0]!r} has one.", 2)
            value = ",".join(parts)
        # One word, so that a value that begins with a hyphen is none of the options.
        words.append(f"{option}={value}")
    return words


def run(command: str, *operands: Union[str, "os.PathLike[str]"], progress: Union[bool, Progress, None] = None,
        **options: Any) -> bytes:
    """What the program writes to standard output.

    Raises MilieuError where it refuses, with what it said. ``progress`` is shown as it asks: a function is called,
    True writes a line that changes to standard error, None does so where somebody looks at it.
    """
    show = progress if callable(progress) else _shown if progress or progress is None and _is_watched() else None
    words = [path(), command, *arguments(options), *(["--progress"] if show else [])]
    if operands:
        words += ["--", *map(os.fspath, operands)]
    try:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    except OSError as error:
        raise MilieuError(f"{words[0]} cannot be run: {error.strerror}.", 3) from None
    said: List[str] = []
    written: List[bytes] = []
    # The function that is told of the progress is called here, in the thread that asked: what it raises ends the work.
    reader = threading.Thread(target=lambda: written.append(process.stdout.read()), daemon=True)  # type: ignore[union-attr]
    reader.start()
    try:
        _read_messages(process, said, show)
        status = process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        reader.join()
        process.stdout.close()  # type: ignore[union-attr]
        process.stderr.close()  # type: ignore[union-attr]
        if show is _shown:
            _cleared()
    output = b"".join(written)
    if status != 0:
        message = "\n".join(said).strip() or f"milieu {command} ended with status {status}."
        raise MilieuError(re.sub(r"^(?:milieu|Error): ", "", message, count=1, flags=re.M), status, output=output)
    return output


def _read_messages(process: "subprocess.Popen[bytes]", said: List[str], show: Optional[Progress]) -> None:
    for line in process.stderr:  # type: ignore[union-attr]
        text = line.decode("utf-8", "replace").rstrip("\n")
        step = _STEP.fullmatch(text) if show else None
        if step and show:
            show(int(step.group(1)), step.group(2))
        else:
            said.append(text)


def _is_watched() -> bool:
    """Whether standard error is a terminal or a notebook's."""
    return bool(getattr(sys.stderr, "isatty", bool)()) or type(sys.stderr).__module__.startswith("ipykernel")


def _shown(per_cent: int, what: str) -> None:
    sys.stderr.write(f"\r{per_cent:3d} % {what:<60}")
    sys.stderr.flush()


def _cleared() -> None:
    sys.stderr.write("\r" + " " * 68 + "\r")
    sys.stderr.flush()


def version() -> str:
    """The version of the program that is used, such as ``0.2.0``."""
    done = subprocess.run([path(), "--version"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().split()[-1]


def main() -> NoReturn:
    """The command `milieu` of an environment of Python: the program itself takes this process's place."""
    try:
        program = path()
    except MilieuError as error:
        sys.exit(str(error))
    os.execve(program, ["milieu", *sys.argv[1:]], environment())
