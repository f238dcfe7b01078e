"""What `make install` installs, in folders whose names have spaces, and the scripts that a newcomer runs there."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from conftest import DATASETS, PROGRAM, ROOT

SCRIPTS = ROOT / "Scripts"


def libraries(milieu):
    """Where a program finds its libraries, by name; elsewhere than on Linux those of Swift are the system's."""
    if sys.platform != "linux":
        return {}
    found = subprocess.run(["ldd", milieu], capture_output=True, text=True, check=True).stdout
    assert "not found" not in found
    return dict(re.findall(r"(\S+) => (.+) \(0x", found))


def test_an_installed_program_needs_no_toolchain(tmp_path):
    prefix = tmp_path / "a b" / "usr"
    subprocess.run(["bash", SCRIPTS / "install-program.sh", PROGRAM, prefix], check=True)
    milieu = prefix / "bin" / "milieu"
    places = libraries(milieu)
    ours = [name for name in places if name.startswith(("libswift", "libFoundation", "lib_Foundation", "libdispatch"))]
    assert len(ours) > 5 or sys.platform != "linux"
    assert all(places[name].startswith(str(prefix)) for name in ours), places
    assert all(os.path.realpath(place).startswith((str(prefix), "/lib", "/usr/lib")) for place in places.values()), places
    clean = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([milieu, "measure", DATASETS / "kite", "-m", "degree", "--format", "csv"], capture_output=True, text=True, env=clean)
    assert done.returncode == 0 and done.stdout.startswith("id,")
    subprocess.run(["bash", SCRIPTS / "install-completions.sh", milieu, prefix / "share"], check=True, env=clean)
    assert "milieu" in (prefix / "share" / "bash-completion" / "completions" / "milieu").read_text()


def test_the_demonstration_runs_where_names_have_spaces(tmp_path):
    folder = tmp_path / "a b"
    folder.mkdir()
    # A stand-in that writes down how it was called: what the demonstration shows is tested elsewhere.
    stand_in = folder / "the program"
    stand_in.write_text('#!/bin/sh\necho "$@" >>"$0.log"\n')
    stand_in.chmod(0o755)
    shutil.copytree(DATASETS / "kite", folder / "my data")
    (folder / "my output" / "romans-2016").mkdir(parents=True)
    done = subprocess.run(["bash", SCRIPTS / "demo.sh", stand_in, folder / "my data", folder / "my output"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    calls = (folder / "the program.log").read_text().splitlines()
    assert [call.split()[0] for call in calls[:4]] == ["check", "measure", "measure", "score"] and f"{folder}/my data" in calls[0]


@pytest.mark.parametrize("what", ["program", "all", "test"])
def test_a_compiler_that_fails_fails_the_build(what, tmp_path):
    """The program of the build before is never taken for the one that could not be built."""
    clone = tmp_path / "a b"
    (clone / "Scripts").mkdir(parents=True)
    shutil.copy(SCRIPTS / "build.sh", clone / "Scripts")
    broken = tmp_path / "swift"
    broken.write_text("#!/bin/sh\necho 'x.swift:1:1: error: no'\nexit 1\n")
    broken.chmod(0o755)
    done = subprocess.run(["bash", clone / "Scripts" / "build.sh", what], capture_output=True, text=True, env={**os.environ, "SWIFT": str(broken)})
    assert done.returncode != 0 and "error: no" in done.stderr


def test_no_script_hides_a_failure_in_a_pipe():
    for path in [*SCRIPTS.glob("*.sh"), ROOT / ".ci" / "run"]:
        assert "set -euo pipefail" in path.read_text(), path.name
    for path in [ROOT / "Makefile", ROOT / "Benchmarks" / "Makefile"]:
        recipes = [line for line in path.read_text().splitlines() if line.startswith("\t")]
        # Make 3.81 of macOS does not read .SHELLFLAGS: a recipe has no pipe at all.
        assert not [line for line in recipes if re.search(r"(?<!\|)\|(?!\|)", line)], path


def test_what_python_runs_is_known_by_its_hash():
    folder = ROOT / "Tests" / "outside"
    wanted = {line.lower().replace("_", "-") for line in (folder / "requirements.txt").read_text().splitlines() if "==" in line}
    lock = (folder / "requirements.lock").read_text()
    locked = set(re.findall(r"(?m)^([\w.-]+==[\w.]+) \\$", lock))
    assert {name.split("==")[0] for name in wanted} <= {name.split("==")[0] for name in locked}
    assert wanted <= {name.replace("_", "-") for name in locked}, "call Scripts/lock-python.sh"
    for block in re.split(r"(?m)^(?=[\w.-]+==)", lock)[1:]:
        assert "--hash=sha256:" in block
