"""A Markdown table and plots from kept records, for the README and the documentation.

The same records give the same bytes: no dates of today, no random ids in the drawings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import plots
from benchmarks.intervals import Interval
from benchmarks.metrics import MEASURES, primary_measure
from benchmarks.pages import Corpus
from benchmarks.run import Run, by_kind, read_run
from benchmarks.speed import Speed, Timing, read_speed
from benchmarks.systems import SYSTEMS
from benchmarks.tables import cell

__all__ = ["Summary", "summaries", "table", "write"]

MAIN = "wcxb-dev"
"""Corpus of the plots: the only one with several kinds of page."""
METADATA_CORPUS = "fundus-dev"
METADATA = ("headline", "authors", "published", "captions")
HIGHLIGHT = "article"
"""Kind of page with a column of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is known of one system.

    Args:
        bodies: Figure by the primary measure of each corpus.
        kinds: The same by kind of page, on the main corpus.
        metadata: Figures on the metadata corpus.
        timing: Time a page on the main corpus.
    """

    system: str
    version: str
    bodies: Mapping[str, Interval]
    kinds: Mapping[str, Interval]
    metadata: Mapping[str, Interval]
    timing: Timing | None


def summaries(corpora: Sequence[Corpus], out: Path) -> tuple[tuple[Summary, ...], tuple[str, ...]]:
    """Summaries of all systems with kept records, best first on the main corpus, and the days of those records."""
    speed = read_speed(MAIN, out)
    found: list[Summary] = []
    days: set[str] = {speed.date} if speed else set()
    for name in SYSTEMS:
        runs = {corpus.name: done for corpus in corpora if (done := read_run(corpus, name, None, out))}
        if runs:
            found.append(summary(name, runs, corpora, speed))
            days |= {done.date for done in runs.values()}
    found.sort(key=lambda entry: entry.bodies[MAIN].value if MAIN in entry.bodies else -1.0, reverse=True)
    return tuple(found), tuple(sorted(days))


def summary(name: str, runs: Mapping[str, Run], corpora: Sequence[Corpus], speed: Speed | None) -> Summary:
    """The summary of one system from its runs, by corpus."""
    grouped = {corpus: {kind: found for kind, _, found in by_kind(done)} for corpus, done in runs.items()}
    primary = {corpus.name: primary_measure(corpus.metric) for corpus in corpora}
    bodies = {
        corpus: kinds["all"][best]
        for corpus, kinds in grouped.items()
        if (best := primary[corpus]) and best in kinds["all"]
    }
    metadata = grouped.get(METADATA_CORPUS, {}).get("all", {})
    return Summary(
        system=name,
        version=next(iter(runs.values())).version,
        bodies=bodies,
        kinds={kind: found["f1"] for kind, found in grouped.get(MAIN, {}).items() if kind != "all" and "f1" in found},
        metadata={name: figure for name, figure in metadata.items() if name in METADATA},
        timing=next((entry for entry in speed.timings if entry.system == name), None) if speed else None,
    )


def table(found: Sequence[Summary], corpora: Sequence[Corpus], days: Sequence[str]) -> str:
    """The Markdown table; the best figure of a column is bold."""
    columns = body_columns(found, corpora) | metadata_columns(found) | time_columns(found)
    rows = [[shown[entry.system] for shown in columns.values()] for entry in found]
    lines = [
        "| system | " + " | ".join(columns) + " |",
        "|-|" + "-:|" * len(columns),
        *(
            f"| {entry.system} {entry.version} | " + " | ".join(row) + " |"
            for entry, row in zip(found, rows, strict=True)
        ),
    ]
    return "\n".join((*lines, "", f"Measured {' to '.join(sorted({days[0], days[-1]}))}.", "")) if days else ""


def body_columns(found: Sequence[Summary], corpora: Sequence[Corpus]) -> dict[str, dict[str, str]]:
    """A column for each corpus with a gold body, and one for articles alone."""
    columns: dict[str, dict[str, str]] = {}
    for corpus in corpora:
        measure = primary_measure(corpus.metric)
        if measure:
            head = f"{corpus.name} {MEASURES[measure].title}"
            columns[head] = best_bold({entry.system: entry.bodies.get(corpus.name) for entry in found})
        if corpus.name == MAIN:
            columns["its articles"] = best_bold({entry.system: entry.kinds.get(HIGHLIGHT) for entry in found})
    return columns


def metadata_columns(found: Sequence[Summary]) -> dict[str, dict[str, str]]:
    """A column for each field of metadata."""
    columns = {name: {entry.system: entry.metadata.get(name) for entry in found} for name in METADATA}
    return {MEASURES[name].title: best_bold(column) for name, column in columns.items()}


def time_columns(found: Sequence[Summary]) -> dict[str, dict[str, str]]:
    """Time a page, and its ratio to a bare parse."""
    times = {entry.system: entry.timing for entry in found}
    return {
        "median ms": {name: f"{timing.median:.1f}" if timing else "–" for name, timing in times.items()},
        "mean ÷ lexbor": {name: lexbor_ratio(timing) for name, timing in times.items()},
    }


def lexbor_ratio(timing: Timing | None) -> str:
    """Mean time over that of a bare parse."""
    return f"{timing.ratios['lexbor']:.1f}" if timing and "lexbor" in timing.ratios else "–"


def best_bold(column: Mapping[str, Interval | None]) -> dict[str, str]:
    """A column as text, its highest figures bold."""
    shown = {name: cell(figure) for name, figure in column.items()}
    best = max((text for text in shown.values() if text != "–"), default=None)
    return {name: f"**{text}**" if text == best else text for name, text in shown.items()}


def write(corpora: Sequence[Corpus], out: Path, folder: Path) -> tuple[Path, ...]:
    """Writes `benchmark.md` and the plots (PNG and SVG) to a folder; returns the files."""
    found, days = summaries(corpora, out)
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "benchmark.md"
    page.write_text(table(found, corpora, days), "utf-8")
    points = {
        entry.system: (entry.timing.mean, entry.bodies[MAIN].value)
        for entry in found
        if entry.timing and MAIN in entry.bodies
    }
    measured = [entry for entry in found if entry.kinds]
    bars = {entry.system: {kind: figure.value for kind, figure in entry.kinds.items()} for entry in measured}
    drawings = (
        *(plots.save(plots.accuracy_and_time(points, MAIN), folder / "accuracy-and-time") if points else ()),
        *(plots.save(plots.kinds(bars, MAIN), folder / "kinds") if bars else ()),
    )
    return (page, *drawings)
