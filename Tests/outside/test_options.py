"""Options that several commands take are one option: refused alike, and with the same words in each help."""

import re

import pytest

from conftest import DATASETS, call

ROMANS = DATASETS / "romans-2016"
COMMANDS = ["measure", "test", "score", "draw", "report", "export"]
OUTPUT = {"draw": "out.svg", "report": "out.html", "export": "out"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("cores", ["0", "-2", "5000"])
def test_a_number_of_cores_that_no_machine_has_is_refused_by_every_command(tmp_path, command, cores):
    output = ["-o", tmp_path / OUTPUT[command]] if command in OUTPUT else []
    done = call(command, ROMANS, *output, f"--threads={cores}", expect=2)
    assert f"--threads {cores} makes no sense" in done.stderr
    assert done.stdout == "" and list(tmp_path.iterdir()) == []


def told(command):
    """What the help says of each option, its name and the lines that follow put together."""
    text = call(command, "--help").stdout
    found = re.findall(r"^  (?:-\w, )?(--[\w-]+)(?: <[^>]+>)?(.*(?:\n {10,}.*)*)", text, re.M)
    return {name: " ".join(words.split()) for name, words in found}


@pytest.mark.parametrize("option", ["--seed", "--threads", "--perimeter"])
def test_an_option_is_told_alike_in_every_help(option):
    words = {told(command)[option] for command in COMMANDS}
    assert len(words) == 1 and len(words.pop()) > 20
