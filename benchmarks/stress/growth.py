"""How processor time and memory grow with the size of the page, for families of generated pages.

Every page is read in a process of its own, so that one that takes too much memory ends alone.
"""

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rich.table import Table

import cleanpage
from benchmarks.stress.generated import FAMILIES
from benchmarks.stress.memory import MEGABYTE, peak

__all__ = ["RECORDS", "SIZES", "Curve", "Point", "curve", "exponent", "read_curves", "table", "write_curves"]

SIZES = (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000, 4_000_000, 16_000_000, 50_000_000)
"""Bytes."""
LARGE = 60_000
"""Bytes above which the slope counts: below, what every page costs has the better of it."""
RECORDS = "growth.json"
"""File in the folder of records."""
ROUNDS = 3
LONG = 1.0
"""Seconds above which one round will do."""
PATIENCE = 3_600
"""Seconds by the clock on the wall after which a page is given up."""
GIGABYTE = 1_000_000_000
UNLIMITED = cleanpage.Options(
    max_bytes=10**10,
    max_nodes=10**10,
    max_blocks=10**10,
    max_text=10**10,
    max_json_ld=10**10,
    max_seconds=10**6,
)
"""Limits out of the way, but for those that keep the parser from quadratic time: depth and attributes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One page: its bytes, the processor time, the most resident memory in MB, and the limits that were hit."""

    size: int
    seconds: float
    memory: float
    limits: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.size:,} bytes {self.seconds:.3g} s {self.memory:.0f} MB {' '.join(self.limits)}".rstrip()


Curve = Sequence[Point]


def curve(
    name: str,
    sizes: Sequence[int] = SIZES,
    memory: float = 8,
    advance: Callable[[Point | None], object] = lambda _: None,
) -> Curve:
    """Time a family at every size until a page does not fit.

    Args:
        name: The family.
        sizes: Bytes.
        memory: Gigabytes of address space that a page may take.
        advance: Called after every page with what was measured, None where it did not fit.
    """
    found: list[Point] = []
    for size in sizes:
        point = measured(name, size, memory)
        advance(point)
        if point is None:
            break
        found.append(point)
    return found


def measured(name: str, size: int, memory: float) -> Point | None:
    """One page in a process of its own; None where it takes too much memory or time."""
    command = [sys.executable, "-m", "benchmarks.stress.growth", name, str(size), str(memory)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    return point_of(json.loads(done.stdout))


def main(name: str, size: str, memory: str) -> None:
    """Measures one page and prints the point; what `measured` starts."""
    most = int(float(memory) * GIGABYTE)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    cleanpage.extract(FAMILIES["articles"](10_000))  # loads what it needs
    html = FAMILIES[name](int(size))
    best, limits = timed(html)
    for _ in range(ROUNDS - 1 if best < LONG else 0):
        best = min(best, timed(html)[0])
    print(json.dumps(asdict(Point(len(html), best, peak(), limits))))


def timed(html: str) -> tuple[float, tuple[str, ...]]:
    """Processor time of one page, and the limits that were hit."""
    gc.collect()
    start = time.process_time()
    article = cleanpage.extract(html, url="https://example.org/a", options=UNLIMITED)
    return time.process_time() - start, article.outcome.limits


def exponent(points: Curve) -> float:
    """Slope of the logarithm of time over that of size, by least squares over the larger pages; 1 is linear."""
    large = [point for point in points if point.size >= LARGE] or list(points)
    if len(large) < 2:
        return float("nan")
    sizes, times = np.log(np.array([(point.size, point.seconds) for point in large])).T
    return float(np.polyfit(sizes, times, 1)[0])


def table(found: Mapping[str, Curve]) -> Table:
    """A row a family: seconds at each size, the memory of the largest page, the exponent and the limits hit."""
    result = Table(title="processor time, s", title_justify="left")
    result.add_column("pages", no_wrap=True)
    sizes = [point.size for point in max(found.values(), key=len)]
    for size in sizes:
        result.add_column(f"{size / MEGABYTE:.2g} MB", justify="right")
    for head in ("MB of memory", "exponent", "limits"):
        result.add_column(head, justify="right")
    for name, points in found.items():
        result.add_row(name, *cells(points, len(sizes)))
    return result


def cells(points: Curve, sizes: int) -> list[str]:
    """A row of the table but its name."""
    times = [f"{point.seconds:.3g}" for point in points] + ["–"] * (sizes - len(points))
    last = points[-1:]
    return [
        *times,
        "".join(f"{point.memory:,.0f}" for point in last),
        f"{exponent(points):.2f}",
        "".join(", ".join(point.limits) for point in last),
    ]


def write_curves(found: Mapping[str, Curve], path: Path) -> None:
    """Keeps what was measured beside what is there of other families."""
    kept = {**read_curves(path), **found}
    lines = {name: [asdict(point) for point in kept[name]] for name in FAMILIES if name in kept}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(lines, indent=1) + "\n", "utf-8")


def read_curves(path: Path) -> Mapping[str, Curve]:
    """What was kept; nothing where there is no such file."""
    if not path.is_file():
        return {}
    records = json.loads(path.read_text("utf-8"))
    return {name: [point_of(record) for record in points] for name, points in records.items()}


def point_of(record: Mapping[str, Any]) -> Point:
    """A point from its record."""
    return Point(**{**record, "limits": tuple(record["limits"])})


if __name__ == "__main__":
    main(*sys.argv[1:])
