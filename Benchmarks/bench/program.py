"""Our program as its users run it: what a whole process takes."""

import os
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "milieu"


def run(*arguments):
    """Seconds of a run, those of all cores, and its peak memory in bytes."""
    start = time.perf_counter()
    process = subprocess.Popen([PROGRAM, *map(str, arguments), "--quiet"], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{PROGRAM} {' '.join(map(str, arguments[:2]))}: exit code {process.returncode}")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
