"""Our program as its users run it: what a whole process takes."""

import json
import subprocess
import sys
from pathlib import Path

from .table import megabytes

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "milieu"

# A process counts what the one that started it held: so a small one starts it.
STARTER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(json.dumps([time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]))
sys.exit(os.waitstatus_to_exitcode(status))
"""


def run(*arguments, program=PROGRAM):
    """Seconds of a run, those of all cores, and its peak memory in bytes."""
    done = subprocess.run(
        [sys.executable, "-c", STARTER, program, *map(str, arguments), "--quiet"], stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(f"{program} {' '.join(map(str, arguments[:2]))}: exit code {done.returncode}")
    return json.loads(done.stdout)


HEADER = ["time", "of all cores", "peak memory"]


def cells(seconds, all_cores, memory):
    """What `run` tells, as a table shows it."""
    return [f"{seconds:.1f} s", f"{all_cores:.1f} s", f"{megabytes(memory)} MB"]
