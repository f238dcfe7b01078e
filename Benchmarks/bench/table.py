"""Results as Markdown."""

import statistics

MEGABYTE = 1e6


def seconds(values):
    """The median, and the spread as the least and the most."""
    median = statistics.median(values)
    unit, factor = ("s", 1) if median >= 1 else ("ms", 1000)
    least, most = min(values) * factor, max(values) * factor
    digits = 0 if median * factor >= 100 else 1 if median * factor >= 10 else 2
    return f"{median * factor:.{digits}f} {unit} ({least:.{digits}f}–{most:.{digits}f}, {len(values)})"


def processor(side):
    """The median of the seconds that all cores worked."""
    median = statistics.median(side.processor)
    return f"{median:.2f} s" if median >= 1 else f"{median * 1000:.0f} ms"


def megabytes(count):
    return f"{count / MEGABYTE:.0f}"


def grouped(count):
    """Thousands apart."""
    return f"{count:,}".replace(",", " ")


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def comparison(results):
    rows = []
    for result in results:
        ours, peer = result.ours, result.fastest_peer
        others = [side for side in result.sides if side not in (ours, peer)]
        rows.append([
            result.case.title,
            seconds(ours.times),
            f"{peer.name} {seconds(peer.times)}",
            "; ".join(f"{side.name} {seconds(side.times)}" for side in others) or "–",
            f"**{result.ratio:.1f}×**",
            f"{processor(ours)}; {processor(peer)}; {result.ratio_of_processors:.1f}×",
            f"{result.case.goal:g}×" + (" ✓" if result.ratio >= result.case.goal else " ✗"),
            "; ".join(f"{name}: {text}" for name, text in result.agreement.items()),
        ])
    return table(
        [
            "kernel", "Milieu", "fastest peer", "other peer", "ratio", "of all cores: ours; the peer's; ratio of the least",
            "goal", "answers agree",
        ], rows)


def memory(results):
    rows = []
    for result in results:
        rows.append([result.case.title] + [
            ", ".join(
                f"{side.name} {megabytes(side.before)} + {megabytes(side.peak - side.before)}"
                for side in [result.ours] + [side for side in result.sides if side is not result.ours])
        ])
    return table(["kernel", "process with its graph + what the kernel adds at most, MB"], rows)
