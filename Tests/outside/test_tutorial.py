"""The tutorials, done as they say: every table filled in, every command run."""

import os
import re
import subprocess

import pytest
from conftest import PROGRAM, ROOT

PAGES = ROOT / "Sources" / "Umbrella" / "Milieu.docc"
TABLE = re.compile(r"`([\w-]+\.csv)`[^\n`]*:\n\n```csv\n(.*?)```", re.S)


@pytest.mark.parametrize("page", ["FromInterviewsToAFigure.md", "DesEntretiensALaFigure.md"])
def test_a_tutorial_works_as_written(page, tmp_path):
    text = (PAGES / page).read_text(encoding="utf-8")
    environment = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}

    def run(command, expect=0):
        done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, env=environment)
        assert done.returncode == expect, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    commands = [line for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.splitlines()]
    assert commands[0].startswith("milieu init")
    run(commands[0])
    folder = tmp_path / "val-clair"
    tables = TABLE.findall(text)
    assert len(tables) == text.count("```csv"), "each table of the page is read"
    for name, content in tables:
        assert (folder / name).exists(), name
        (folder / name).write_text(content, encoding="utf-8")
    said = {command: run(command) for command in commands[1:]}
    check = next(output for command, output in said.items() if "check" in command)
    assert re.search(r"\b0 (errors|erreur)\b", check) and "isolate" in check
    for name in re.findall(r"-o (\S+)", " ".join(commands)):
        assert (tmp_path / name).exists(), name
