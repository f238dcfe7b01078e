#!/usr/bin/env python3
"""How long areas take, and how much memory: `Benchmarks/areas.py TIES AREAS [--spark SPARK_SQL] [--draws N] [--no-score]`.

Makes a country by a recipe with a seed (a fifth as many actors as ties, areas of uneven size, a tenth of the ties across),
and runs the three steps on it. Memory is what all processes of a step hold at once, looked at every twentieth of a second
(VmRSS: pages that they share are counted for each). With --spark the same job is run on Apache Spark too, the two engines'
results are compared byte by byte, and their times stand side by side. Prints a row of Markdown: seconds, in brackets
those of the processor, and memory.
"""

import argparse
import filecmp
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]


def make(folder, ties, areas, seed=1):
    """Writes the tables in pieces; all numbers come from one generator with a seed."""
    draw = random.Random(seed)
    actors = max(areas * 3, ties // 5)
    # Sizes as those of towns: the largest has some hundred times the smallest.
    weights = [1 / (place + 10) ** 0.8 for place in range(areas)]
    scale = actors / sum(weights)
    sizes = [max(3, round(weight * scale)) for weight in weights]
    starts, total = [], 0
    for size in sizes:
        starts.append(total)
        total += size
    kinds = ["firm", "association", "school", "bank"]
    with open(folder / "actors.csv", "w", encoding="utf-8") as file:
        file.write("id,kind,area\n")
        for area, size in enumerate(sizes):
            file.write("".join(f"{starts[area] + n:09d},{kinds[n % 4]},{area + 1:05d}\n" for n in range(size)))
    with open(folder / "ties.csv", "w", encoding="utf-8") as file:
        file.write("source,target,kind,weight\n")
        rows = []
        uniform, words = draw.random, ["works_with", "advises", "funds"]
        for area, size in enumerate(sizes):
            start = starts[area]
            for number in range(round(ties * size / total)):
                one = start + int(uniform() * size)
                other = int(uniform() * total) if uniform() < 0.1 else start + int(uniform() * uniform() * size)
                rows.append(f"{one:09d},{other:09d},{words[number % 3]},{number % 5 + 1}\n")
                if len(rows) == 200_000:
                    file.write("".join(rows))
                    rows = []
        file.write("".join(rows))
    (folder / "actor-kinds.csv").write_text(
        "kind,name_fr,name_en,sphere\nfirm,firm,firm,economy\nassociation,association,association,social\n"
        "school,school,school,knowledge\nbank,bank,bank,finance\n")
    (folder / "tie-kinds.csv").write_text(
        "kind,name_fr,name_en,directed,layer,weight_means\nworks_with,works with,works with,no,cooperation,count\n"
        "advises,advises,advises,yes,knowledge,count\nfunds,funds,funds,yes,finance,count\n")


def held(number):
    """Bytes that a process and those that it started hold."""
    try:
        with open(f"/proc/{number}/status") as file:
            own = next((int(line.split()[1]) << 10 for line in file if line.startswith("VmRSS")), 0)
        children = []
        for task in os.listdir(f"/proc/{number}/task"):
            with open(f"/proc/{number}/task/{task}/children") as file:
                children += file.read().split()
    except OSError:
        return 0
    return own + sum(held(child) for child in children)


def measured(*arguments, **options):
    """Seconds, seconds of processor and the most bytes that a command took."""
    start, most = time.monotonic(), 0
    process = subprocess.Popen(list(map(str, arguments)), stdout=subprocess.DEVNULL, **options)
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        most = max(most, held(process.pid))
        time.sleep(0.05)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments[1:4]} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, most


def told(step):
    return f"{step[0]:.1f} s ({step[1]:.1f}), {step[2] / 1e6:.0f} MB"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ties", type=int)
    parser.add_argument("areas", type=int)
    parser.add_argument("--spark")
    parser.add_argument("--draws", default="0")
    parser.add_argument("--no-score", action="store_true")
    parser.add_argument("--memory", default="2G")
    parser.add_argument("-m", default="actors,ties,density,average_degree,components,isolates,transitivity,degree")
    parser.add_argument("--folder", default=tempfile.gettempdir())
    parser.add_argument("--milieu", default=ROOT / ".build/release/milieu")
    chosen = parser.parse_args()
    milieu = chosen.milieu
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        folder = pathlib.Path(folder)
        data = folder / "data"
        data.mkdir()
        make(data, chosen.ties, chosen.areas)
        size = sum(path.stat().st_size for path in data.iterdir())
        plan = ["--draws", chosen.draws, "-m", chosen.m, *(["--no-score"] if chosen.no_score else [])]
        prepared = measured(milieu, "areas", "prepare", data, "-o", folder / "job", "--memory", chosen.memory, "--quiet")
        shutil.rmtree(data)
        local = measured(milieu, "areas", "run", folder / "job", *plan, "--memory", chosen.memory, "--quiet")
        collected = measured(milieu, "areas", "collect", folder / "job", "-o", folder / "local", "--quiet")
        row = [f"{chosen.ties:.0e}", chosen.areas, f"{size / 1e6:.0f} MB"]
        row += [told(step) for step in (prepared, local, collected)]
        if chosen.spark:
            shutil.rmtree(folder / "job" / "results")
            path = {**os.environ, "PATH": str(pathlib.Path(chosen.spark).parent) + ":" + os.environ["PATH"]}
            spark = measured(
                milieu, "areas", "run", folder / "job", *plan, "--engine", "spark", "--quiet", env=path,
                stderr=subprocess.DEVNULL)
            measured(milieu, "areas", "collect", folder / "job", "-o", folder / "spark", "--quiet")
            names = [path.name for path in (folder / "local").iterdir() if path.suffix in (".csv", ".svg")]
            _, different, missing = filecmp.cmpfiles(folder / "local", folder / "spark", names, shallow=False)
            ratios = f"{spark[0] / local[0]:.1f} ({spark[1] / local[1]:.1f})"
            row += [told(spark), ratios, not different and not missing]
        print("| " + " | ".join(map(str, row)) + " |", flush=True)


if __name__ == "__main__":
    main()
