"""What the table was measured on."""

import importlib.metadata
import os
import platform
import re
import subprocess
from pathlib import Path


def said_by(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def model():
    try:
        found = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
        caches = said_by("lscpu")
        third = re.search(r"L3 cache:\s*(.*)", caches)
        return found.group(1) + (f", L3 {third.group(1)}" if third else "")
    except (OSError, AttributeError):
        return platform.processor() or platform.machine()


def commit():
    """The commit, and whether something in it was changed but for the results themselves."""
    changed = [line for line in said_by("git", "status", "--porcelain").splitlines() if "RESULTS.md" not in line]
    return said_by("git", "rev-parse", "--short", "HEAD") + (" with changes" if changed else "")


def description():
    version = re.search(r"Swift version (\S+)", said_by("swift", "--version"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    peers = ["igraph", "networkit", "networkx", "numpy", "pandas", "pyarrow", "polars", "duckdb"]
    return "\n".join([
        f"- Machine: {model()}; {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}",
        f"- Milieu: commit {commit()}, Swift {version.group(1) if version else '?'}, release build",
        f"- Python {platform.python_version()}; " + ", ".join(
            f"{name} {importlib.metadata.version(name)}" for name in peers),
    ])
