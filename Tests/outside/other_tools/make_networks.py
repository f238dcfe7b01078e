"""The small networks of this folder: one seeded recipe, run once."""

import pathlib
import random

HERE = pathlib.Path(__file__).parent


def write(name, size, count, seed, loops=0, repeats=0):
    draw = random.Random(seed)
    edges = set()
    while len(edges) < count:
        one, other = draw.sample(range(size), 2)
        if name.startswith("directed") or (other, one) not in edges:
            edges.add((one, other))
    rows = sorted(edges)
    draw.shuffle(rows)
    rows += [draw.choice(rows) for _ in range(repeats)]
    rows += [(node, node) for node in draw.sample(range(size), loops)]
    lines = ["source,target"] + [f"n{one},n{other}" for one, other in rows]
    (HERE / f"{name}.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    write("undirected-sparse", 30, 28, 1, loops=3)
    write("undirected-dense", 20, 80, 2)
    write("undirected-parallel", 25, 45, 3, loops=2, repeats=20)
    write("directed-sparse", 30, 45, 4, loops=3)
    write("directed-dense", 18, 120, 5)
    write("directed-parallel", 22, 70, 6, loops=2, repeats=20)
