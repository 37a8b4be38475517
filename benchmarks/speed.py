"""Processor time a page, measured so that a busy machine favours nobody.

All systems share one process and take turns on every page, in an order that rotates from round to round. What counts
for a page is its median over the rounds. Figures are given as times and, since times belong to a machine, as ratios of
means to a bare parse by lexbor, to resiliparse's plain text and to trafilatura's fast mode on the same pages.
"""

import datetime as dt
import json
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.intervals import Floats
from benchmarks.pages import Corpus
from benchmarks.run import OUT
from benchmarks.systems import System
from benchmarks.worker import PAGE_LIMIT, Worker

__all__ = ["BASES", "Speed", "Target", "Timing", "measure", "read_speed", "targets", "timing", "write_speed"]

BASES = ("lexbor", "resiliparse", "trafilatura-fast")
"""Systems whose mean time others are divided by."""

AIMS = (
    ("resiliparse", "times resiliparse's plain text", 1.0, False),
    ("lexbor", "times a bare lexbor parse", 4.0, False),
    ("trafilatura-fast", "times as fast as trafilatura-fast", 8.0, True),
    ("rs-trafilatura", "times as fast as rs-trafilatura", 10.0, True),
)
"""What cleanpage aims at beside each of these, by means: most times as long, or at least so many times as fast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Time a page of one system, in milliseconds, over pages."""

    system: str
    version: str
    mean: float
    median: float
    p95: float
    p99: float
    ratios: Mapping[str, float]
    """Mean over the mean of each of `BASES` that took part."""

    @property
    def tail(self) -> float:
        """How much longer the slowest pages take than most do: p99 over the median."""
        return self.p99 / self.median if self.median else float("nan")


@dataclass(frozen=True, slots=True)
class Target:
    """An aim for the time of the whole Article and what was measured; `bound` is the most or, if `least`, the least."""

    what: str
    value: float
    bound: float
    least: bool = False
    median: float | None = None
    """The same by medians, where that makes sense: a mean may be of one page that a peer does not get through."""

    @property
    def met(self) -> bool:
        """Whether the aim is reached."""
        return self.value >= self.bound if self.least else self.value <= self.bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Timings of several systems on the same pages, fastest first."""

    corpus: str
    digest: str
    date: str
    machine: str
    pages: int
    rounds: int
    timings: tuple[Timing, ...]


def measure(
    corpus: Corpus,
    systems: Mapping[System, str],
    *,
    rounds: int,
    limit: float = PAGE_LIMIT,
    advance: Callable[[], object] = lambda: None,
) -> Speed:
    """Times systems on every page of a corpus.

    Args:
        corpus: The pages.
        systems: The systems, with their versions.
        rounds: How often every system sees every page.
        limit: Seconds after which a system is stopped on a page; that time then counts.
        advance: Called after every page.
    """
    order = list(systems)
    seconds = np.zeros((len(order), len(corpus), rounds))
    worker = Worker(limit)
    try:
        for system in order:
            worker.warm(system, corpus.pages[0])
        for turn in range(rounds):
            for column, page in enumerate(corpus.pages):
                for at in np.roll(np.arange(len(order)), -turn):
                    seconds[at, column, turn] = worker.record(order[at], page).seconds
                advance()
    finally:
        worker.stop()
    per_page = np.median(seconds, axis=2)
    return Speed(
        corpus=corpus.name,
        digest=corpus.digest,
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        machine=f"{platform.machine()}, Python {platform.python_version()}",
        pages=len(corpus),
        rounds=rounds,
        timings=timings({system.name: version for system, version in systems.items()}, per_page),
    )


def timings(versions: Mapping[str, str], seconds: Floats) -> tuple[Timing, ...]:
    """Timings from a row of seconds a page for each system."""
    means = dict(zip(versions, seconds.mean(axis=1), strict=True))
    bases = {base: float(means[base]) for base in BASES if base in means}
    found = [timing(name, version, row, bases) for (name, version), row in zip(versions.items(), seconds, strict=True)]
    return tuple(sorted(found, key=lambda entry: entry.mean))


def timing(
    name: str,
    version: str,
    seconds: Sequence[float] | Floats,
    bases: Mapping[str, float],
) -> Timing:
    """The timing of one system, from seconds a page and the mean seconds of the bases."""
    milliseconds = 1000 * np.asarray(seconds, dtype=np.float64)
    median, p95, p99 = (float(value) for value in np.quantile(milliseconds, (0.5, 0.95, 0.99)))
    mean = float(milliseconds.mean())
    ratios = {base: mean / (1000 * value) for base, value in bases.items()}
    return Timing(system=name, version=version, mean=mean, median=median, p95=p95, p99=p99, ratios=ratios)


def speed_path(corpus: str, folder: Path) -> Path:
    """File of the timings on a corpus or a sample of it."""
    return folder / corpus.partition("@")[0] / "speed.json"


def write_speed(speed: Speed, folder: Path = OUT) -> Path:
    """Keeps timings; returns the file."""
    path = speed_path(speed.corpus, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(speed), indent=2) + "\n", "utf-8")
    return path


def read_speed(corpus: str, folder: Path = OUT) -> Speed | None:
    """Kept timings; None where there are none."""
    path = speed_path(corpus, folder)
    if not path.is_file():
        return None
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Speed(**{**record, "timings": tuple(Timing(**entry) for entry in record["timings"])})


def targets(speed: Speed) -> tuple[Target, ...]:
    """The aims that can be judged by the systems that took part."""
    by_name = {entry.system: entry for entry in speed.timings}
    ours = by_name.get("cleanpage")
    if ours is None:
        return ()
    found = [Target("p99 over the median", ours.tail, 8)]
    for name, what, bound, least in AIMS:
        if name in by_name:
            ratios = ours.mean / by_name[name].mean, ours.median / by_name[name].median
            mean, median = (1 / ratio if least else ratio for ratio in ratios)
            found.append(Target(what, mean, bound, least, median))
    return tuple(found)
