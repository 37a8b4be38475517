"""Floors under cleanpage's figures: a change that lets one fall below does not pass.

`floors.json` pins each corpus by its digest, so that a figure is only ever compared on the pages it was set on.
Raising a floor is part of every improvement; lowering one needs a reason in the CHANGELOG.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich.table import Table

from benchmarks.pages import Corpus
from benchmarks.run import Run, by_kind

__all__ = ["FLOORS", "GUARDED", "Floors", "Shortfall", "check", "figures", "raised", "read_floors", "write_floors"]

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.002
"""How far below the measured figure a floor is set: room for another machine's libraries, not for a loss."""
FAILURES = "failed pages"
GUARDED = (
    "f1",
    "snippet_f1",
    "shingle_f1",
    "exact",
    "headline",
    "authors",
    "author_words",
    "published",
    "published_at",
    "captions",
    "subtitle",
    "description",
    "main_image",
    "topics",
)
"""Measures that get a floor; of the body's own ones each kind of page gets one too."""
BY_KIND = frozenset({"f1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Floors by corpus and figure, with the digests of the corpora they hold for."""

    corpora: Mapping[str, str] = field(default_factory=dict)
    floors: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """One reason not to pass.

    Args:
        floor: The least allowed; None where the fault is not one of size.
        value: What was measured; None where nothing was.
    """

    corpus: str
    figure: str
    floor: float | None = None
    value: float | None = None
    reason: str


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors of a file; none where there is no file."""
    return Floors(**json.loads(path.read_text("utf-8"))) if path.is_file() else Floors()


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Writes floors, sorted, so that a change reads well."""
    path.write_text(json.dumps(asdict(floors), indent=2, sort_keys=True) + "\n", "utf-8")


def figures(done: Run) -> Iterator[tuple[str, float]]:
    """(name, value) of every guarded figure of a run: `f1`, and `f1/article` for a kind."""
    for kind, _, summary in by_kind(done):
        for name in GUARDED:
            if name in summary and (kind == "all" or name in BY_KIND):
                yield name if kind == "all" else f"{name}/{kind}", summary[name].value


def check(floors: Floors, corpus: Corpus, done: Run) -> tuple[Shortfall, ...]:
    """Everything in which a run falls short: the corpus is another one, a page failed, a figure fell or is gone."""
    name = corpus.name
    pinned = floors.corpora.get(name)
    if pinned != corpus.digest:
        reason = f"floors hold for corpus {(pinned or 'none')[:12]}, this one is {corpus.digest[:12]}"
        return (Shortfall(corpus=name, figure="digest", reason=reason),)
    found = dict(figures(done))
    short = [
        Shortfall(corpus=name, figure=figure, floor=floor, value=found.get(figure), reason="below its floor")
        for figure, floor in sorted(floors.floors.get(name, {}).items())
        if found.get(figure, -math.inf) < floor
    ]
    if done.failures:
        failed = next(record for record in done.records if record.error)
        reason = f"page {failed.id}: {failed.error}"
        short.append(Shortfall(corpus=name, figure=FAILURES, floor=0, value=done.failures, reason=reason))
    return tuple(short)


def raised(floors: Floors, corpus: Corpus, done: Run, *, lower: bool) -> Floors:
    """Floors just below the figures of a run.

    Args:
        floors: The floors so far.
        corpus: The corpus of the run.
        done: A run of cleanpage.
        lower: Also lower floors that the run falls below. A corpus whose digest changed gets new floors all the same.
    """
    name = corpus.name
    same = floors.corpora.get(name) == corpus.digest
    kept = floors.floors.get(name, {}) if same and not lower else {}
    fresh = {figure: max(0.0, math.floor((value - MARGIN) * 1000) / 1000) for figure, value in figures(done)}
    merged = {figure: max(value, kept.get(figure, 0.0)) for figure, value in fresh.items()}
    return Floors(
        corpora={**floors.corpora, name: corpus.digest},
        floors={**floors.floors, name: {**kept, **merged}},
    )


def shortfall_table(shortfalls: Sequence[Shortfall]) -> Table:
    """A row a shortfall."""
    table = Table(title="below the floor", title_justify="left")
    for column in ("corpus", "figure", "floor", "value", "reason"):
        table.add_column(column, justify="right" if column in ("floor", "value") else "left")
    for short in shortfalls:
        floor, value = (("–" if size is None else f"{size:.3f}") for size in (short.floor, short.value))
        table.add_row(short.corpus, short.figure, floor, value, short.reason)
    return table
