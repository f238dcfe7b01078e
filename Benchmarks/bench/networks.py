"""Seeded networks, made once and kept in networks/ as files that both sides read.

`ba-10k` is always the same network; `ba-10k@77` is another of the same kind, of seed 77: one that nothing was tuned by."""

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


def barabasi_albert(name, n, m, seed=1):
    """Batagelj and Brandes (2005): every end of a tie points at an earlier end, drawn evenly."""
    random = np.random.default_rng(seed)
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


def watts_strogatz(name, n, k, rewired, seed=2):
    random = np.random.default_rng(seed)
    sources = np.repeat(np.arange(n), k // 2)
    targets = (sources + np.tile(np.arange(1, k // 2 + 1), n)) % n
    moved = random.random(len(sources)) < rewired
    targets[moved] = random.integers(0, n, moved.sum())
    return Network(name, n, sources, targets)


def territorial(name, n, seed=3):
    """Hubs (clusters, chambers, associations) with many members, most of which have one tie; some
    members have ties across, to other hubs or within the hub; hubs know each other."""
    random = np.random.default_rng(seed)
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


def planted(name, n, seed=8):
    """Groups of unequal size, most ties of an actor within the own group."""
    random = np.random.default_rng(seed)
    sizes = np.maximum(5, (n / 60 * random.pareto(1.5, n // 40) / 10).astype(np.int64))
    group = np.repeat(np.arange(len(sizes)), sizes)[:n]
    n = len(group)
    starts = np.searchsorted(group, np.arange(group[-1] + 2))
    sources = np.repeat(np.arange(n), 4)
    own = group[sources]
    inside = starts[own] + (random.random(len(sources)) * (starts[own + 1] - starts[own])).astype(np.int64)
    targets = np.where(random.random(len(sources)) < 0.7, inside, random.integers(0, n, len(sources)))
    return Network(name, n, sources, targets)


def two_mode(name, n, seed=9):
    """A fifth are events, the others have been at a few, mostly of their own place."""
    random = np.random.default_rng(seed)
    events = n // 5
    actors = np.repeat(np.arange(events, n), 1 + random.poisson(2, n - events))
    near = (actors - events) // 4 + random.integers(-40, 41, len(actors))
    targets = np.where(random.random(len(actors)) < 0.8, np.clip(near, 0, events - 1), random.integers(0, events, len(actors)))
    return Network(name, n, actors, targets)


def uniform(name, n, m, seed=10):
    """Ties between ends drawn evenly."""
    random = np.random.default_rng(seed)
    return Network(name, n, random.integers(0, n, m), random.integers(0, n, m))


SIZES = {"500": 500, "1k": 1_000, "2k": 2_000, "3k": 3_000, "10k": 10_000, "12k": 12_000, "20k": 20_000, "200k": 200_000, "500k": 500_000, "2m": 2_000_000}
KINDS = {
    "territory": territorial,
    "ba": lambda name, n, **seed: barabasi_albert(name, n, 5, **seed),
    "ws": lambda name, n, **seed: watts_strogatz(name, n, 10, 0.1, **seed),
    "planted": planted,
    "two-mode": two_mode,
}
RECIPES = {
    **{
        f"{kind}-{size}": lambda name, make=make, n=n, **seed: make(name, n, **seed)
        for kind, make in KINDS.items() for size, n in SIZES.items()
    },
    "ba-1e4-ties": lambda name: barabasi_albert(name, 2_000, 5),
    "ba-1e5-ties": lambda name: barabasi_albert(name, 20_000, 5),
    "ba-1e6-ties": lambda name: barabasi_albert(name, 200_000, 5),
    "ba-1e7-ties": lambda name: barabasi_albert(name, 2_000_000, 5),
    "uniform-100": lambda name, **seed: uniform(name, 100, 2_500, **seed),
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
        recipe, _, seed = name.partition("@")
        RECIPES[recipe](name, **({"seed": int(seed)} if seed else {})).write()
    return path
