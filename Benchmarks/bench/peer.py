"""A peer's side: the same conversation as our program's.

python -m bench.peer CASE PEER INPUT: one JSON object for each line on standard input.
"""

import gc
import json
import os
import sys
import time

import numpy as np


def main():
    # What a library prints must not fall among the answers.
    out = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    from . import memory
    from .cases import ALL

    case = next(case for case in ALL if case.id == sys.argv[1])
    run = case.peers[sys.argv[2]](sys.argv[3])
    gc.collect()
    gc.disable()

    def say(**content):
        out.write(json.dumps(content) + "\n")

    memory.restart()
    say(before=memory.status("VmRSS:"))
    found = None
    for line in sys.stdin:
        command, _, rest = line.strip().partition(" ")
        if command == "run":
            found = None
            start, spent = time.perf_counter(), time.process_time()
            found = run()
            seconds, processor = time.perf_counter() - start, time.process_time() - spent
            say(seconds=seconds, processor=processor, peak=memory.status("VmHWM:"))
        elif command == "answer":
            columns = {
                name: np.asarray(values, dtype="<f8") for name, values in case.answers[sys.argv[2]](found).items()
            }
            with open(rest, "wb") as file:
                for values in columns.values():
                    file.write(values.tobytes())
            say(columns=[[name, len(values)] for name, values in columns.items()])


if __name__ == "__main__":
    main()
