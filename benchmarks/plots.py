"""Plots of the benchmark, on a light ground."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.stress.growth import Curve, exponent
from benchmarks.stress.memory import MEGABYTE

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["accuracy_and_time", "growth", "kinds", "reliability", "save"]

OURS = "cleanpage"
OUR_COLOUR = "#c2410c"
PEER_COLOURS = ("#1d4ed8", "#0e7490", "#64748b", "#94a3b8", "#cbd5e1")
PEER_COLOUR = "#64748b"
GROUND = "#ffffff"
IDS = "cleanpage"
"""Seed of the ids within an SVG file."""
FONTS = ("DejaVu Sans", "Verdana", "Arial")
"""What letters are drawn with, and what stands in where that is missing: fonts as wide."""
RESOLUTION = 160
COLOURS = 128
BARS = 6
"""Systems in the plot by kind of page; more cannot be told apart."""


def drawing(width: float, height: float) -> tuple["Figure", Any]:
    """An empty drawing, in inches, with its axes."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), facecolor=GROUND, layout="constrained")
    axes: Any = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#e2e8f0", linewidth=0.8)
    axes.set_axisbelow(True)
    return figure, axes


def accuracy_and_time(points: Mapping[str, tuple[float, float]], corpus: str) -> "Figure":
    """Word F1 against mean milliseconds a page, on a logarithmic axis; up and to the left is better."""
    figure, axes = drawing(8, 5)
    for name, (milliseconds, f1) in points.items():
        ours = name == OURS
        axes.scatter(milliseconds, f1, s=150 if ours else 55, color=OUR_COLOUR if ours else PEER_COLOUR, zorder=3)
    for name, place in label_places(points).items():
        weight = "bold" if name == OURS else "normal"
        colour = OUR_COLOUR if name == OURS else "#334155"
        axes.annotate(name, points[name], place, textcoords="offset points", weight=weight, color=colour)
    axes.set_xscale("log")
    axes.margins(0.18, 0.1)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel("mean processor time a page, ms (logarithmic; left is faster)")
    axes.set_ylabel(f"word F1 on {corpus}")
    return figure


def label_places(points: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Offsets of the labels in points: above, or below where a close neighbour to the right has the room above."""
    places = {}
    for name, (time, f1) in points.items():
        crowded = any(
            other != name and abs(f1 - level) < 0.012 and time < moment < 3 * time
            for other, (moment, level) in points.items()
        )
        places[name] = (7.0, -13.0) if crowded else (7.0, 6.0)
    return places


def kinds(bars: Mapping[str, Mapping[str, float]], corpus: str) -> "Figure":
    """Word F1 by kind of page, of the best systems; cleanpage among them if it was measured."""
    shown = [name for name in bars if name == OURS] + [name for name in bars if name != OURS]
    shown = shown[:BARS]
    groups = sorted(bars[shown[0]], key=lambda kind: -bars[shown[0]][kind])
    figure, axes = drawing(10, 4.2)
    width = 0.85 / len(shown)
    peers = iter(PEER_COLOURS)
    for at, name in enumerate(shown):
        places = [group + (at - (len(shown) - 1) / 2) * width for group in range(len(groups))]
        colour = OUR_COLOUR if name == OURS else next(peers, PEER_COLOUR)
        axes.bar(places, [bars[name].get(kind, 0.0) for kind in groups], width * 0.92, label=name, color=colour)
    axes.set_xticks(range(len(groups)), groups)
    axes.set_ylim(0, 1)
    axes.set_ylabel(f"word F1 on {corpus}")
    axes.legend(ncols=len(shown), loc="lower center", bbox_to_anchor=(0.5, 1.0), frameon=False)
    return figure


def reliability(groups: Sequence[tuple[float, float, int]], auroc: float, corpus: str) -> "Figure":
    """Share of right bodies against confidence, for groups of pages of equal size; on the diagonal is best."""
    figure, axes = drawing(5, 5)
    axes.plot((0, 1), (0, 1), color="#94a3b8", linewidth=1)
    axes.plot([told for told, _, _ in groups], [share for _, share, _ in groups], "o-", color=OUR_COLOUR)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("Article.confidence, mean of a tenth of the pages")
    axes.set_ylabel(f"share with word F1 of at least .9 ({corpus}, cross-validated)")
    axes.set_title(f"AUROC {auroc:.3f}", loc="left")
    return figure


def growth(curves: Mapping[str, Curve]) -> "Figure":
    """Seconds against size of the page, on logarithmic axes: a slope of one is linear growth."""
    figure, axes = drawing(7, 4.6)
    for name, points in curves.items():
        sizes, seconds = [point.size / MEGABYTE for point in points], [point.seconds for point in points]
        axes.plot(sizes, seconds, "o-", markersize=3, linewidth=1.2, label=f"{name} {exponent(points):.2f}")
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel("size of the page, MB")
    axes.set_ylabel("processor time, s")
    axes.legend(frameon=False, fontsize=8, title="pages, exponent from 64 kB on", title_fontsize=8)
    return figure


def save(figure: "Figure", stem: Path) -> tuple[Path, Path]:
    """Saves a drawing as PNG and SVG, without dates, so that equal figures give equal files."""
    import matplotlib as mpl

    png, svg = stem.with_suffix(".png"), stem.with_suffix(".svg")
    # Letters stay letters: a third of the size of their outlines, and the text can be searched.
    with mpl.rc_context({"svg.hashsalt": IDS, "svg.fonttype": "none", "font.sans-serif": FONTS}):
        figure.savefig(png, dpi=RESOLUTION, metadata={"Software": None})
        figure.savefig(svg, metadata={"Date": None, "Creator": None})
    few_colours(png)
    return png, svg


def few_colours(path: Path) -> None:
    """Makes a drawing a third as large: it has some lines and their edges, and no need of 16 million colours."""
    from PIL import Image

    with Image.open(path) as full:
        few = full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
