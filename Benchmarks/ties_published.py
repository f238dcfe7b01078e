"""A published table of a random graph model, and Milieu's beside it: partners of a law firm who work together.

    python Benchmarks/ties_published.py FOLDER [PROGRAM]

The data are Lazega's (2001), as the R package sand has them; they are not in this repository. FOLDER holds them as R
writes them there:

    library(sand)
    write.csv(elist.lazega, "elist.lazega.csv", row.names = FALSE)
    write.csv(v.attr.lazega, "v.attr.lazega.csv", row.names = FALSE)

The table is that of Kolaczyk and Csárdi, Statistical Analysis of Network Data with R, second edition (2020), chapter 6,
as the code of its chapter 6 in that package prints it; the first edition (2014) has the same model, fitted by an earlier
version of R's ergm. Each is itself within the error of its simulation.
"""

import csv
import io
import pathlib
import subprocess
import sys
import tempfile

MODEL = ("edges + gwesp(1.09861228866811, fixed) + nodecov(Seniority) + nodecov(Practice) + nodematch(Practice)"
         " + nodematch(Gender) + nodematch(Office)")
# Estimate and standard error: the second edition, then the first.
PUBLISHED = [
    ("edges", -7.00655, 0.67114, -6.98047, 0.72739), ("gwesp", 0.59166, 0.08554, 0.58967, 0.08786),
    ("nodecov.Seniority", 0.02456, 0.00620, 0.02442, 0.00675), ("nodecov.Practice", 0.39455, 0.10218, 0.39538, 0.11013),
    ("nodematch.Practice", 0.76966, 0.19060, 0.76438, 0.20055), ("nodematch.Gender", 0.73767, 0.24362, 0.72110, 0.25167),
    ("nodematch.Office", 1.16439, 0.18753, 1.16155, 0.19498)]


def main():
    folder = pathlib.Path(sys.argv[1])
    program = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".build/release/milieu").absolute()
    pairs = list(csv.DictReader((folder / "elist.lazega.csv").open()))
    partners = list(csv.DictReader((folder / "v.attr.lazega.csv").open()))
    columns = ["Seniority", "Practice", "Gender", "Office"]
    with tempfile.TemporaryDirectory() as name:
        made = pathlib.Path(name)
        (made / "ties.csv").write_text("source,target\n" + "".join(f"{row['V1']},{row['V2']}\n" for row in pairs))
        (made / "actors.csv").write_text(f"id,{','.join(columns)}\n" + "".join(
            ",".join([row["Name"], *(row[column] for column in columns)]) + "\n" for row in partners))
        call = subprocess.run(
            [program, "test", made / "ties.csv", "--actors", made / "actors.csv", "--undirected", "--ergm", MODEL, "--format", "csv"],
            capture_output=True, text=True, check=True)
    print(call.stderr.strip())
    print("| term | published 2020 | s.e. | published 2014 | s.e. | Milieu | s.e. | of simulation |\n|---|---:|---:|---:|---:|---:|---:|---:|")
    for row, (term, *numbers) in zip(csv.DictReader(io.StringIO(call.stdout)), PUBLISHED):
        values = [*numbers, *(float(row[column]) for column in ("estimate", "se", "mcmc_se"))]
        print(f"| {term} | " + " | ".join(f"{value:.5f}" for value in values) + " |")


if __name__ == "__main__":
    main()
