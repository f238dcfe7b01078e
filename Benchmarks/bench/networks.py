"""Seeded networks, made once and kept in networks/ as files that both sides read."""

from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent.parent / "networks"


class Network:
    """An undirected network without loops or parallel ties."""

    def __init__(self, name, node_count, sources, targets):
        self.name, self.n = name, int(node_count)
        low, high = np.minimum(sources, targets), np.maximum(sources, targets)
        pairs = np.unique((low.astype(np.int64) * self.n + high)[low != high])
        # Ties come in no order, as they do from people.
        np.random.default_rng(5).shuffle(pairs)
        self.sources, self.targets = (pairs // self.n).astype(np.int32), (pairs % self.n).astype(np.int32)

    @property
    def m(self):
        return len(self.sources)

    def degrees(self):
        return np.bincount(self.sources, minlength=self.n) + np.bincount(self.targets, minlength=self.n)

    @property
    def path(self):
        return FOLDER / f"{self.name}.bin"

    def write(self):
        FOLDER.mkdir(exist_ok=True)
        with open(self.path, "wb") as file:
            for part in (np.array([self.n, self.m]), self.sources, self.targets):
                file.write(part.astype("<i4").tobytes())


def read(name):
    numbers = np.fromfile(FOLDER / f"{name}.bin", dtype="<i4")
    network = object.__new__(Network)
    network.name, network.n, m = name, int(numbers[0]), int(numbers[1])
    network.sources, network.targets = numbers[2 : 2 + m], numbers[2 + m :]
    return network


def barabasi_albert(name, n, m):
    """Batagelj and Brandes (2005): every end of a tie points at an earlier end, drawn evenly."""
    random = np.random.default_rng(1)
    count = n * m
    source = np.arange(count) // m
    # Slot 2i holds the new node of tie i, slot 2i + 1 the content of a slot before it.
    points = (random.random(count) * (2 * np.arange(count) + 1)).astype(np.int64)
    while True:
        odd = points % 2 == 1
        if not odd.any():
            break
        points[odd] = points[points[odd] // 2]
    return Network(name, n, source, source[points // 2])


def watts_strogatz(name, n, k, rewired):
    random = np.random.default_rng(2)
    sources = np.repeat(np.arange(n), k // 2)
    targets = (sources + np.tile(np.arange(1, k // 2 + 1), n)) % n
    moved = random.random(len(sources)) < rewired
    targets[moved] = random.integers(0, n, moved.sum())
    return Network(name, n, sources, targets)


def territorial(name, n):
    """Hubs (clusters, chambers, associations) with many members, most of which have one tie; some
    members have ties across, to other hubs or within the hub; hubs know each other."""
    random = np.random.default_rng(3)
    hubs = n // 50
    members = np.arange(hubs, n)
    share = 1 / np.arange(1, hubs + 1) ** 0.8
    home = random.choice(hubs, len(members), p=share / share.sum())
    order = np.argsort(home, kind="stable")
    sources, targets = [members], [home]
    # Six members of ten have further ties.
    active = members[random.random(len(members)) < 0.45]
    further = np.repeat(active, 1 + random.poisson(0.8, len(active)))
    across = random.random(len(further)) < 0.4
    within = order[np.clip(np.searchsorted(home[order], home[further - hubs]) + random.geometric(0.02, len(further)), 0, len(order) - 1)]
    sources.append(further)
    targets.append(np.where(across, random.choice(hubs, len(further), p=share / share.sum()), members[within]))
    first = np.repeat(np.arange(1, hubs), 3)
    sources.append(first)
    targets.append((random.random(len(first)) * first).astype(np.int64))
    return Network(name, n, np.concatenate(sources), np.concatenate(targets))


RECIPES = {
    "territory-10k": lambda name: territorial(name, 10_000),
    "territory-20k": lambda name: territorial(name, 20_000),
    "territory-500k": lambda name: territorial(name, 500_000),
    "territory-2m": lambda name: territorial(name, 2_000_000),
    "ba-10k": lambda name: barabasi_albert(name, 10_000, 5),
    "ws-10k": lambda name: watts_strogatz(name, 10_000, 10, 0.1),
    "ba-200k": lambda name: barabasi_albert(name, 200_000, 5),
    "ws-200k": lambda name: watts_strogatz(name, 200_000, 10, 0.1),
    "ba-1e4-ties": lambda name: barabasi_albert(name, 2_000, 5),
    "ba-1e5-ties": lambda name: barabasi_albert(name, 20_000, 5),
    "ba-1e6-ties": lambda name: barabasi_albert(name, 200_000, 5),
    "ba-1e7-ties": lambda name: barabasi_albert(name, 2_000_000, 5),
    "random-4m": lambda name: random_ends(name, 4_000_000, 8_000_000),
    "random-200k": lambda name: random_ends(name, 200_000, 8_000_000),
}


def random_ends(name, n, m):
    """Not a network but places to read, for the measure of the machine's memory."""
    random = np.random.default_rng(4)
    network = object.__new__(Network)
    network.name, network.n = name, n
    network.sources, network.targets = random.integers(0, n, m, dtype=np.int32), random.integers(0, n, m, dtype=np.int32)
    return network


def ensure(name):
    """The network's file, made if it is not there."""
    path = FOLDER / f"{name}.bin"
    if not path.exists():
        RECIPES[name](name).write()
    return path
