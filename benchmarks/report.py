"""Tables and plots from kept records, for the README and the documentation; measures nothing itself.

The same records give the same bytes: no dates of today, no random ids in the drawings.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import markdown, plots
from benchmarks.intervals import Interval
from benchmarks.metrics import MEASURES, primary_measure
from benchmarks.pages import Corpus
from benchmarks.run import Run, by_kind, read_run
from benchmarks.speed import Timing, read_speed
from benchmarks.stress import growth, hostile
from benchmarks.systems import SYSTEMS

__all__ = ["LEFT_OUT", "MAIN", "Summary", "sections", "summaries", "write"]

OURS = "cleanpage"
MAIN = "wcxb-dev"
"""Corpus of the plots: the only one with several kinds of page."""
BODIES = (MAIN, "fundus-dev", "readability-dev", "trafilatura-dev")
TIMED = (MAIN, "fundus-dev")
METADATA_CORPUS = "fundus-dev"
METADATA = ("headline", "authors", "published", "captions", "description", "main_image", "topics")
REPORTED = ("f1", "snippet_f1", *METADATA)
"""Measures that the tables show."""
HIGHLIGHT = "article"
"""Kind of page with a column of its own."""
BASE = "lexbor"
LEFT_OUT = "left-out.json"
"""File of the figures of `benchmarks leave-out` in the folder of records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is known of one system.

    Args:
        unseen: Whether the bodies are by models that have not seen the pages.
        bodies: Figure by the primary measure of each corpus.
        kinds: The same by kind of page, on the main corpus.
        metadata: Figures on the metadata corpus.
        failures: Pages of each corpus that it failed on.
        timings: Time a page on each corpus that was timed.
    """

    system: str
    version: str
    unseen: bool
    bodies: Mapping[str, Interval]
    kinds: Mapping[str, Interval]
    metadata: Mapping[str, Interval]
    failures: Mapping[str, int]
    timings: Mapping[str, Timing]

    @property
    def label(self) -> str:
        """Name and version; of ours, how its figures are to be read."""
        name = f"{self.system} {self.version}"
        if self.system != OURS:
            return name
        return f"**{name}**, {'cross-validated' if self.unseen else 'on pages that it has learned from'}"


def summaries(
    corpora: Sequence[Corpus], out: Path, unseen: Sequence[Run] = ()
) -> tuple[tuple[Summary, ...], tuple[str, ...]]:
    """Summaries of all systems with kept records, best first on the main corpus, and the days of those records.

    Args:
        corpora: Corpora to report on.
        out: Folder of the records.
        unseen: Runs of cleanpage with cross-validated scores, which stand for its bodies.
    """
    found: list[Summary] = []
    days: set[str] = set()
    for name in SYSTEMS:
        runs = {corpus.name: done for corpus in corpora if (done := read_run(corpus, name, None, out, REPORTED))}
        instead = {done.corpus: done for done in unseen} if name == OURS else {}
        if runs or instead:
            found.append(summary(name, runs, instead, corpora, out))
            days |= {done.date for done in (runs | instead).values()}
    found.sort(key=lambda entry: entry.bodies[MAIN].value if MAIN in entry.bodies else -1.0, reverse=True)
    return tuple(found), tuple(sorted(days))


def summary(
    name: str, runs: Mapping[str, Run], unseen: Mapping[str, Run], corpora: Sequence[Corpus], out: Path
) -> Summary:
    """The summary of one system from its runs, by corpus."""
    judged = {**runs, **unseen}
    grouped = {corpus: {kind: found for kind, _, found in by_kind(done)} for corpus, done in judged.items()}
    primary = {corpus.name: primary_measure(corpus.metric) for corpus in corpora}
    metadata = next(by_kind(runs[METADATA_CORPUS]))[2] if METADATA_CORPUS in runs else {}
    return Summary(
        system=name,
        version=next(iter(judged.values())).version,
        unseen=bool(unseen),
        bodies={
            corpus: kinds["all"][best]
            for corpus, kinds in grouped.items()
            if (best := primary[corpus]) and best in kinds["all"]
        },
        kinds={kind: found["f1"] for kind, found in grouped.get(MAIN, {}).items() if kind != "all" and "f1" in found},
        metadata={name: figure for name, figure in metadata.items() if name in METADATA},
        failures={corpus: done.failures for corpus, done in judged.items() if done.failures},
        timings=timings_of(name, out),
    )


def timings_of(name: str, out: Path) -> dict[str, Timing]:
    """Time a page of one system on each corpus that was timed."""
    speeds = {corpus: speed for corpus in TIMED if (speed := read_speed(corpus, out))}
    return {corpus: entry for corpus, speed in speeds.items() for entry in speed.timings if entry.system == name}


def sections(found: Sequence[Summary], days: Sequence[str], out: Path) -> dict[str, str]:
    """The tables, by the names of their places in the documents; only those there are records for."""
    texts = {
        "benchmark": bodies_table(found, days),
        "kinds": kinds_table(found),
        "metadata": metadata_table(found),
        "speed": "\n".join(markdown.speed_table(speed) for name in TIMED if (speed := read_speed(name, out))),
    }
    left_out = out / LEFT_OUT
    if left_out.is_file():
        texts["left-out"] = markdown.left_out_table(json.loads(left_out.read_text("utf-8")))
    curves = growth.read_curves(out / growth.RECORDS)
    if curves:
        texts["growth"] = markdown.growth_table(curves)
    records = out / hostile.RECORDS
    if records.is_file():
        texts["hostile"] = markdown.hostile_table(json.loads(records.read_text("utf-8")))
    return {name: text for name, text in texts.items() if text}


def bodies_table(found: Sequence[Summary], days: Sequence[str]) -> str:
    """Bodies on every corpus, articles of the main one, and time; the best figure of a column is bold."""
    shown = [entry for entry in found if entry.bodies]
    if not shown:
        return ""
    columns: dict[str, dict[str, str]] = {}
    for corpus in BODIES:
        if any(corpus in entry.bodies for entry in shown):
            columns[corpus] = markdown.best_bold({entry.system: entry.bodies.get(corpus) for entry in shown})
        if corpus == MAIN:
            articles = {entry.system: entry.kinds.get(HIGHLIGHT) for entry in shown}
            columns["its articles"] = markdown.best_bold(articles)
    columns["time"] = {entry.system: time_of(entry) for entry in shown}
    rows = [(entry.label, *(column[entry.system] for column in columns.values())) for entry in shown]
    when = " to ".join(sorted({days[0], days[-1]}))
    told = "; ".join(failures_of(shown))
    failed = f" Counted as empty since the system failed: {told}." if told else ""
    return f"{markdown.table(('body', *columns), rows)}\nMeasured on {when}.{failed}\n"


def failures_of(found: Sequence[Summary]) -> Iterator[str]:
    """What to tell of pages that systems failed on."""
    for entry in found:
        counts = [f"{count} of {corpus}" for corpus, count in entry.failures.items() if corpus in BODIES]
        if counts:
            yield f"{entry.system} {', '.join(counts)}"


def time_of(entry: Summary) -> str:
    """Mean time over that of a bare parse, on the main corpus."""
    ratio = entry.timings[MAIN].ratios.get(BASE) if MAIN in entry.timings else None
    return "–" if ratio is None else f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"


def kinds_table(found: Sequence[Summary]) -> str:
    """Bodies by kind of page of the main corpus."""
    shown = [entry for entry in found if entry.kinds]
    if not shown:
        return ""
    columns = {
        kind: markdown.best_bold({entry.system: entry.kinds.get(kind) for entry in shown}) for kind in shown[0].kinds
    }
    rows = [(entry.label, *(column[entry.system] for column in columns.values())) for entry in shown]
    return markdown.table((f"word F1 on {MAIN}", *columns), rows)


def metadata_table(found: Sequence[Summary]) -> str:
    """Metadata on the corpus that knows most of it; best headline first."""
    shown = sorted(
        (entry for entry in found if entry.metadata),
        key=lambda entry: -entry.metadata[METADATA[0]].value if METADATA[0] in entry.metadata else 0.0,
    )
    columns = {
        MEASURES[name].title: markdown.best_bold({entry.system: entry.metadata.get(name) for entry in shown})
        for name in METADATA
    }
    rows = [
        (f"{entry.system} {entry.version}", *(column[entry.system] for column in columns.values())) for entry in shown
    ]
    return markdown.table((f"on {METADATA_CORPUS}", *columns), rows) if rows else ""


def write(found: Sequence[Summary], texts: Mapping[str, str], out: Path, folder: Path) -> tuple[Path, ...]:
    """Writes the tables as `benchmark.md`, and the plots (PNG and SVG) to a folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "benchmark.md"
    page.write_text("\n".join(f"## {name}\n\n{text}" for name, text in texts.items()), "utf-8")
    return (page, *draw(found, out, folder))


def draw(found: Sequence[Summary], out: Path, folder: Path) -> tuple[Path, ...]:
    """Draws the plots there are records for."""
    points = {
        entry.system: (entry.timings[MAIN].mean, entry.bodies[MAIN].value)
        for entry in found
        if MAIN in entry.timings and MAIN in entry.bodies
    }
    bars = {
        entry.system: {kind: figure.value for kind, figure in entry.kinds.items()} for entry in found if entry.kinds
    }
    judged_by = f"{MAIN}, cleanpage cross-validated" if any(entry.unseen for entry in found) else MAIN
    curves = growth.read_curves(out / growth.RECORDS)
    return (
        *(plots.save(plots.accuracy_and_time(points, judged_by), folder / "accuracy-and-time") if points else ()),
        *(plots.save(plots.kinds(bars, judged_by), folder / "kinds") if bars else ()),
        *(plots.save(plots.growth(curves), folder / "growth") if curves else ()),
    )
