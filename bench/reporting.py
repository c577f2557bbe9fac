"""Interleaved runs over networks of several sizes, and how much the largest costs more."""

import json
from collections.abc import Iterable
from statistics import median

from . import databases

FIRST = "first after a new place: "
FIRST_LIMIT = 1.5
Figures = dict[str, dict]


def measured(url: str, sizes: list[int], runs: int, repeat: int, say) -> dict[int, list[Figures]]:
    """{size: one result per run}. Each run asks every size before the next one begins."""
    addresses = {size: databases.ensure(url, size) for size in sizes}
    found: dict[int, list[Figures]] = {size: [] for size in sizes}
    for number in range(runs):
        for size in sizes:
            say(f"run {number + 1} of {runs}: {size} places")
            words = ("measure", "--repeat", str(repeat))
            found[size].append(json.loads(databases.run(addresses[size], *words, wanted=True)))
    return found


def rows(found: dict[int, list[Figures]]) -> list[dict]:
    """One per scenario: queries and median time by size, growth as the median of the runs' ratios,
    and whether that is what we promise."""
    small, large = min(found), max(found)
    table = []
    for name, sample in found[small][0].items():
        queries = [found[size][0][name]["queries"] for size in found]
        times = [median(run[name]["ms"] for run in found[size]) for size in found]
        if name.startswith(FIRST):
            growth = max(
                median(run[name]["ms"] / run[name]["usual"] for run in found[size])
                for size in found
            )
            limit = FIRST_LIMIT
        else:
            pairs = zip(found[small], found[large], strict=True)
            growth = median(big[name]["ms"] / little[name]["ms"] for little, big in pairs)
            limit = sample["limit"]
        kept = limit is None or (growth < limit and len(set(queries)) == 1)
        table.append(
            {"name": name, "queries": queries, "ms": times, "growth": growth, "limit": limit,
             "kept": kept}
        )  # fmt: skip
    return table


def as_text(table: Iterable[dict], sizes: list[int], *, markdown: bool) -> str:
    head = ["", *(f"queries, {size:,}" for size in sizes), *(f"ms, {size:,}" for size in sizes)]
    lines = [[*head, "growth", "limit", ""]]
    for row in table:
        limit = f"{row['limit']:.1f}" if row["limit"] else ""
        lines.append(
            [row["name"], *map(str, row["queries"]), *(f"{ms:.1f}" for ms in row["ms"]),
             f"{row['growth']:.2f}", limit, "" if row["kept"] else "!"]
        )  # fmt: skip
    if markdown:
        lines.insert(1, ["---", *["---:"] * (len(lines[0]) - 1)])
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            word.ljust(width) if column == 0 else word.rjust(width)
            for column, (word, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
