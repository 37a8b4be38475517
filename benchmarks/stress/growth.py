"""How processor time grows with the size of the page, for families of generated pages."""

import gc
import time
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from rich.table import Table

import cleanpage
from benchmarks.stress.generated import FAMILIES

__all__ = ["SIZES", "curves", "exponent", "table"]

SIZES = (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000, 4_000_000, 16_000_000, 50_000_000)
"""Bytes."""
LARGE = 60_000
"""Bytes above which the slope counts: below, what every page costs has the better of it."""

Curve = Sequence[tuple[int, float]]
"""Size in bytes, seconds of processor time."""


def curves(
    names: Iterable[str] | None = None, most: int = SIZES[-1], advance: Callable[[], object] = lambda: None
) -> Mapping[str, Curve]:
    """Time every family at every size up to `most`: the least of three runs, of one above a second."""
    cleanpage.extract(FAMILIES["articles"](10_000))  # loads what it needs
    found: dict[str, list[tuple[int, float]]] = {}
    for name in names or FAMILIES:
        for size in SIZES:
            if size <= most:
                html = FAMILIES[name](size)
                found.setdefault(name, []).append((len(html), seconds(html)))
                advance()
    return found


def seconds(html: str) -> float:
    """Processor time of one page."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        cleanpage.extract(html, url="https://example.org/a")
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


def exponent(curve: Curve) -> float:
    """Slope of the logarithm of time over that of size, by least squares over the larger pages; 1 is linear."""
    points = [(size, value) for size, value in curve if size >= LARGE] or list(curve)
    if len(points) < 2:
        return float("nan")
    sizes, times = np.log(np.array(points)).T
    return float(np.polyfit(sizes, times, 1)[0])


def table(found: Mapping[str, Curve]) -> Table:
    """A row a family: seconds at each size, and the exponent."""
    result = Table(title="processor time, s", title_justify="left")
    result.add_column("pages", no_wrap=True)
    sizes = [size for size, _ in max(found.values(), key=len)]
    for size in sizes:
        result.add_column(f"{size / 1e6:.3g} MB", justify="right")
    result.add_column("exponent", justify="right")
    for name, curve in found.items():
        cells = [f"{value:.3f}" for _, value in curve] + ["–"] * (len(sizes) - len(curve))
        result.add_row(name, *cells, f"{exponent(curve):.2f}")
    return result
