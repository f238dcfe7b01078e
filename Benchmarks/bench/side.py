"""A process that runs one kernel again and again when told to."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent.parent
PROGRAM = HERE / ".build" / "release" / "KernelBenchmark"
ANSWERS = HERE / "answers"


class Side:
    def __init__(self, name, command):
        self.name, self.times, self.processor, self.peak = name, [], [], 0
        self.process = subprocess.Popen(
            command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.before = self.hear()["before"]

    @classmethod
    def ours(cls, case, path, *options):
        return cls("Milieu", [PROGRAM, case.ours or case.id, path, *options])

    @classmethod
    def peer(cls, case, name, given):
        return cls(name, [sys.executable, "-m", "bench.peer", case.id, name, given])

    def hear(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended with status {self.process.wait()}")
        return json.loads(line)

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.hear()

    def run(self):
        """The seconds that it took, and those that all cores worked for it."""
        said = self.say("run")
        self.peak = max(self.peak, said["peak"])
        return said["seconds"], said["processor"]

    def answer(self):
        ANSWERS.mkdir(exist_ok=True)
        path = ANSWERS / f"{self.name}.bin"
        columns, values = self.say(f"answer {path}")["columns"], np.fromfile(path, dtype="<f8")
        found, start = {}, 0
        for name, count in columns:
            found[name] = values[start : start + count]
            start += count
        path.unlink()
        return found

    def close(self):
        self.process.stdin.close()
        self.process.wait()
