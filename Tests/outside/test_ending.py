"""How a run ends that is told to end, or that has a fault."""

import ctypes
import os
import signal
import subprocess
import time

import pytest
from conftest import DATASETS, PROGRAM


def ended_by(number, folder):
    """A long run that gets a signal after its start: its status and what it said."""
    command = [PROGRAM, "score", DATASETS / "archetypes" / "technopole", "--draws", "100000", "-o", folder / "score.txt"]
    # A signal that the tests' own caller ignores (nohup, a service) is ignored by what they start, and rightly so.
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL))
    time.sleep(0.5)
    running.send_signal(number)
    _, said = running.communicate(timeout=60)
    return running.returncode, said


@pytest.mark.parametrize("number", [signal.SIGILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_fault_is_said_in_two_lines_and_is_status_70(number, tmp_path):
    status, said = ended_by(number, tmp_path)
    assert status == 70 and said.count("\n") == 2 and "fault of Milieu" in said and "report it" in said
    assert list(tmp_path.iterdir()) == []


def test_threads_that_meet_a_fault_at_once_say_it_once(tmp_path):
    """Every core runs the same code: what is wrong for one is wrong for all."""
    kill = ctypes.CDLL(None).tgkill
    runs = []
    # Which thread is first is chance: several runs.
    for number in range(8):
        command = [PROGRAM, "score", DATASETS / "archetypes" / "technopole", "--draws", "100000", "--threads", "2",
                   "-o", tmp_path / f"score-{number}.txt"]
        runs.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    time.sleep(2)
    for running in runs:
        running.send_signal(signal.SIGSTOP)
        threads = [int(thread) for thread in os.listdir(f"/proc/{running.pid}/task")]
        assert len(threads) > 1 and all(kill(running.pid, thread, signal.SIGILL) == 0 for thread in threads)
        running.send_signal(signal.SIGCONT)
        _, said = running.communicate(timeout=60)
        assert running.returncode == 70 and said.count("fault of Milieu") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_told_to_end_ends_by_that_signal_and_leaves_nothing(number, tmp_path):
    status, said = ended_by(number, tmp_path)
    assert status == -number and said == ""
    assert list(tmp_path.iterdir()) == []
