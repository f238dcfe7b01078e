"""One case measured: both sides in turn, their answers compared."""

import statistics
import time
from dataclasses import dataclass

from . import networks
from .side import Side


@dataclass
class Result:
    case: object
    given: str
    sides: list
    agreement: dict

    @property
    def ours(self):
        return next(side for side in self.sides if side.name == "Milieu")

    @property
    def fastest_peer(self):
        peers = [side for side in self.sides if side.name != "Milieu"]
        return min(peers, key=lambda side: statistics.median(side.times), default=None)

    @property
    def ratio(self):
        peer = self.fastest_peer
        return statistics.median(peer.times) / statistics.median(self.ours.times) if peer else None

    @property
    def ratio_of_processors(self):
        """The same of the seconds that all cores worked, which other work on the machine changes less."""
        peers = [statistics.median(side.processor) for side in self.sides if side.name != "Milieu"]
        return min(peers) / statistics.median(self.ours.processor) if peers else None


def measure(case, given, runs, peers=True, options=()):
    """Peer, ours, peer, ours …: a first round warms both sides up and gives the answers; a side that
    has used up the case's seconds runs no more. The options are those of our side."""
    path = (case.ensure or networks.ensure)(given)
    sides = [Side.peer(case, name, given) for name in case.peers] if peers else []
    sides.insert(min(1, len(sides)), Side.ours(case, path, *options))
    warm = {side.name: side.run() for side in sides}
    first = {name: seconds for name, (seconds, _) in warm.items()}
    found = {side.name: side.answer() for side in sides}
    agreement = {
        side.name: case.agree(found["Milieu"], found[side.name]) for side in sides if side.name != "Milieu"
    }
    for _ in range(runs):
        for side in sides:
            spent = first[side.name] + sum(side.times)
            if side.times and spent + side.times[-1] > case.seconds:
                continue
            if not side.times and first[side.name] * 2 > case.seconds:
                # Too slow for a second look: the first run stands.
                seconds, processor = warm[side.name]
            else:
                time.sleep(0.02)
                seconds, processor = side.run()
            side.times.append(seconds)
            side.processor.append(processor)
    for side in sides:
        side.close()
    return Result(case, given, sides, agreement)
