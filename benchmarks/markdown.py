"""Tables of the report as Markdown, and the places in the documents where they stand."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.intervals import Interval
from benchmarks.speed import BASES, Speed
from benchmarks.stress.growth import Curve, exponent
from benchmarks.stress.memory import MEGABYTE

__all__ = ["best_bold", "figure", "growth_table", "hostile_table", "left_out_table", "put", "speed_table", "table"]

PLACE = r"(<!-- {name}:begin -->\n).*?(<!-- {name}:end -->)"
NOTHING = "–"


def figure(value: float) -> str:
    """A share to three places, without its zero before the point."""
    shown = f"{value:.3f}"
    return shown.removeprefix("0")


def best_bold(column: Mapping[str, Interval | None]) -> dict[str, str]:
    """A column as text, its highest figures bold."""
    shown = {name: figure(found.value) if found else NOTHING for name, found in column.items()}
    best = max((found.value for found in column.values() if found), default=None)
    top = None if best is None else figure(best)
    return {name: f"**{text}**" if text == top else text for name, text in shown.items()}


def table(heads: Iterable[str], rows: Iterable[Sequence[str]], *, left: int = 1) -> str:
    """A table with columns to the right but the first `left`."""
    listed = list(heads)
    rule = ["---"] * left + ["---:"] * (len(listed) - left)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (listed, rule, *rows))


def left_out_table(found: Mapping[str, Mapping[str, Any]]) -> str:
    """A row a corpus: body, page kind and confidence by weights that know nothing of it, and the best peers.

    Args:
        found: What `benchmarks leave-out` has kept, by corpus.
    """
    heads = ("corpus, not learned from", "pages", "body", "its articles", "told as articles", "others told as such")
    rows = []
    for corpus, figures in found.items():
        body = figures["body"]
        rest = (figures[name] for name in ("articles", "others", "auroc", "calibration"))
        numbers = (next(iter(body.values()), None), body.get("f1/article"), *rest)
        peers = sorted(figures["peers"].items(), key=lambda peer: -peer[1])[:2]
        shown = "; ".join(f"{peer} {figure(value)}" for peer, value in peers) or NOTHING
        label = corpus if figures["learned"] else f"**{corpus}**"
        cells = (NOTHING if number is None else figure(number) for number in numbers)
        rows.append((label, f"{figures['pages']:,}", *cells, shown))
    return table((*heads, "AUROC", "calibration error", "best peers"), rows)


def speed_table(speed: Speed) -> str:
    """A row a system, fastest first: milliseconds a page, and ratios of means."""
    heads = ("", "median", "mean", "p95", "p99", "p99 ÷ median", *(f"× {base}" for base in BASES))
    rows = [
        (
            f"{entry.system} {entry.version}",
            *(f"{value:.2f}" for value in (entry.median, entry.mean, entry.p95, entry.p99)),
            f"{entry.tail:.1f}",
            *(f"{entry.ratios[base]:.2f}" if base in entry.ratios else NOTHING for base in BASES),
        )
        for entry in speed.timings
    ]
    head = (
        f"{speed.corpus.replace('@', ', sample of ')} pages, {speed.rounds} rounds, {speed.date}, {speed.machine}; "
        "milliseconds of processor time a page.\n\n"
    )
    return head + table(heads, rows)


def growth_table(curves: Mapping[str, Curve]) -> str:
    """A row a family of generated pages: exponent, and time and memory of the largest page that fitted."""
    rows = [
        (
            name,
            f"{exponent(points):.2f}",
            f"{points[-1].size / MEGABYTE:.0f}",
            f"{points[-1].seconds:.1f}",
            f"{points[-1].memory:,.0f}",
            ", ".join(f"`{limit}`" for limit in points[-1].limits),
        )
        for name, points in curves.items()
        if points
    ]
    heads = ("pages", "limits that still hold", "exponent", "largest, MB", "s", "MB of memory")
    return table(heads, [(row[0], row[5], *row[1:5]) for row in rows], left=2)


def hostile_table(records: Mapping[str, Mapping[str, str]]) -> str:
    """A row a hostile page, a column a system: seconds and words found, or what went wrong."""
    systems = list(next(iter(records.values())))
    rows = [(name.replace("<", "&lt;"), *(row[system] for system in systems)) for name, row in records.items()]
    return table(("page", *systems), rows)


def put(path: Path, sections: Mapping[str, str]) -> bool:
    """Replace what stands between the marks `<!-- name:begin -->` and `<!-- name:end -->` of a file.

    Args:
        path: The file.
        sections: Texts by name; those without a place in the file are left out.

    Returns:
        Whether anything changed.
    """
    before = after = path.read_text("utf-8")
    for name, text in sections.items():
        place = re.compile(PLACE.format(name=re.escape(name)), re.DOTALL)
        after = place.sub(lambda found: found[1] + text.rstrip("\n") + "\n" + found[2], after)  # noqa: B023
    path.write_text(after, "utf-8")
    return after != before
