"""Ten networks of 30 to 2,000 actors, as lists of ties: growing ones and small worlds, the same on every machine."""

import random
import sys
from pathlib import Path


def growing(count, each, seed):
    """Every new actor ties itself to `each` others, rather to those that have many ties."""
    chance = random.Random(seed)
    pool, ties = [0], []
    for actor in range(1, count):
        others = {pool[chance.randrange(len(pool))] for _ in range(min(each, actor))}
        for other in sorted(others):
            ties.append((other, actor))
            pool.append(other)
        pool.append(actor)
    return ties


def small_world(count, near, share, seed):
    """A ring in which each is tied to the next `near`, a share of the ties led elsewhere."""
    chance = random.Random(seed)
    ties = set()
    for actor in range(count):
        for step in range(1, near + 1):
            other = (actor + step) % count
            if chance.random() < share:
                other = chance.randrange(count)
            if other != actor:
                ties.add((min(actor, other), max(actor, other)))
    return sorted(ties)


NETWORKS = {
    "growing-30-2": growing(30, 2, 1),
    "growing-60-1": growing(60, 1, 2),
    "growing-100-2": growing(100, 2, 3),
    "small-world-100": small_world(100, 2, 0.1, 4),
    "growing-200-1": growing(200, 1, 5),
    "growing-300-1": growing(300, 1, 6),
    "growing-300-2": growing(300, 2, 7),
    "small-world-500": small_world(500, 2, 0.1, 8),
    "growing-1000-2": growing(1000, 2, 9),
    "growing-2000-2": growing(2000, 2, 10),
}


def write(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, ties in NETWORKS.items():
        rows = "".join(f"actor {source},actor {target}\n" for source, target in ties)
        (folder / f"{name}.csv").write_text("source,target\n" + rows, encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1])
