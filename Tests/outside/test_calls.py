"""A share of the random calls of Scripts/calls.py: whatever is asked, in whatever combination, is answered."""

import sys

import pytest
from conftest import PROGRAM, ROOT

sys.path.insert(0, str(ROOT / "Scripts"))
calls = __import__("calls")


@pytest.fixture(scope="module")
def random_calls(tmp_path_factory):
    return calls.Calls(str(PROGRAM), tmp_path_factory.mktemp("calls"), heavy=False)


@pytest.mark.parametrize("part", range(6))
def test_random_calls_are_answered(random_calls, part):
    kinds = set()
    for place in range(20):
        fault, words = random_calls.fault(f"share-{part}-{place}")
        kinds.add(words[0])
        assert fault is None, (words, fault)
    assert len(kinds) > 2


def test_a_call_is_made_again_from_its_seed(random_calls):
    one = random_calls.call("7-7")
    made = sorted((file.name, file.read_bytes()) for file in (random_calls.folder / "made").glob("*"))
    assert random_calls.call("7-8") != one
    assert random_calls.call("7-7") == one
    assert sorted((file.name, file.read_bytes()) for file in (random_calls.folder / "made").glob("*")) == made


@pytest.mark.parametrize("status, said, out", [(70, "", ""), (-4, "", ""), (0, "\x1b[31m", ""), (0, "", "nan"), (1, "", "")])
def test_a_wrong_answer_is_seen(random_calls, tmp_path, status, said, out):
    """The net has no hole: a program that answers wrongly is caught."""
    liar = tmp_path / "liar"
    liar.write_text(f"#!{sys.executable}\nimport os, signal, sys\nsys.stdout.write({out!r})\nsys.stderr.write({said!r})\n"
                    f"sys.stdout.flush()\nsys.stderr.flush()\n"
                    + (f"os.kill(os.getpid(), {-status})\n" if status < 0 else f"sys.exit({status})\n"))
    liar.chmod(0o755)
    other = calls.Calls(str(PROGRAM), random_calls.folder, heavy=False)
    other.program = str(liar)
    assert other.fault("share-0-0")[0] is not None
