"""Tables of figures for the terminal."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.table import Table

from benchmarks.intervals import Interval
from benchmarks.metrics import MEASURES, summarise
from benchmarks.pages import Corpus
from benchmarks.run import Run, by_kind
from benchmarks.speed import BASES, Speed, Target

if TYPE_CHECKING:
    from benchmarks.leave_out import Figures

__all__ = [
    "BODY_MEASURES",
    "METADATA",
    "RIGHT_OR_NOT",
    "aims",
    "cell",
    "figures",
    "groups",
    "left_out",
    "mistakes",
    "shares",
    "timings",
]

BODY_MEASURES = tuple(name for name, entry in MEASURES.items() if entry.field == "text")
METADATA = tuple(name for name, entry in MEASURES.items() if entry.field != "text")
RIGHT_OR_NOT = frozenset(("headline", "authors", "published", "published_at", "subtitle", "main_image"))
"""Measures by which a value is right or is not."""

MOST = 0.9
"""Share of one group above which the others say little."""


def cell(interval: Interval | None, *, margin: bool = False) -> str:
    """A figure to three places, with half the width of its interval where asked for."""
    if interval is None:
        return "–"
    shown = f"{interval.value:.3f}"
    return f"{shown} ±{(interval.high - interval.low) / 2:.3f}" if margin else shown


def figures(
    runs: Sequence[Run], measures: Iterable[str], best: str | None = None, margins: Collection[str] = ()
) -> Table:
    """A row a system, best first by the measure `best`.

    Args:
        runs: Runs over one corpus.
        measures: Names of the columns, of which those are left out that are defined for no page.
        best: The measure to rank by.
        margins: Further measures whose 95 % interval, bootstrapped over pages, is shown as that of `best` is.
    """
    summaries = [(done, next(by_kind(done))[2]) for done in runs]
    names = [name for name in measures if any(name in summary for _, summary in summaries)]
    if best:
        summaries.sort(key=lambda pair: pair[1][best].value if best in pair[1] else -1.0, reverse=True)
    table = Table(title=f"{runs[0].corpus}, {len(runs[0].records)} pages", title_justify="left")
    table.add_column("system", no_wrap=True)
    for name in names:
        table.add_column(MEASURES[name].title, justify="right")
    table.add_column("failed", justify="right")
    for done, summary in summaries:
        cells = (cell(summary.get(name), margin=name == best or name in margins) for name in names)
        table.add_row(f"{done.system} {done.version}", *cells, str(done.failures))
    return table


def mistakes(runs: Sequence[Run], measures: Iterable[str]) -> Table:
    """A row a system: of the pages where each measure is defined, the shares with a wrong value and with none.

    The rest is right; that includes nothing where there is nothing. Two such columns say what one of right values
    cannot: a value that is missing does less harm than a wrong one.
    """
    table = Table(title="wrong / missing", title_justify="left")
    table.add_column("system", no_wrap=True)
    names = list(measures)
    for name in names:
        table.add_column(MEASURES[name].title, justify="right")
    for done in runs:
        table.add_row(f"{done.system} {done.version}", *(mistaken(done, name) for name in names))
    return table


def mistaken(done: Run, measure: str) -> str:
    """The shares of wrong and of missing values of one system; a dash where it is not judged by the measure."""
    field = MEASURES[measure].field
    judged = [record for record in done.records if measure in record.scores]
    missed = [record for record in judged if record.scores[measure][0] < record.scores[measure][1]]
    wrong = sum(bool(getattr(record.extraction, field)) for record in missed)
    count = len(judged)
    return f"{wrong / count:.3f} / {(len(missed) - wrong) / count:.3f}" if count else "–"


def groups(runs: Sequence[Run], measure: str, corpus: Corpus, key: str) -> Table | None:
    """One measure, a row a group of pages and a column a system; None where nearly all pages form one group.

    Args:
        runs: Runs over the corpus.
        measure: Name of the measure.
        corpus: The pages.
        key: The attribute of a page that groups it.
    """
    group_of = {page.id: str(getattr(page, key)) for page in corpus.pages}
    sizes = {group: list(group_of.values()).count(group) for group in sorted(set(group_of.values()))}
    if max(sizes.values()) > MOST * len(corpus):
        return None
    table = Table(title=f"{MEASURES[measure].title} by {key}", title_justify="left")
    for head in (key, "pages", *(done.system for done in runs)):
        table.add_column(head, justify="left" if head == key else "right", overflow="fold")
    for group, size in sizes.items():
        scores = ([record.scores for record in done.records if group_of[record.id] == group] for done in runs)
        table.add_row(group, str(size), *(cell(summarise(found).get(measure)) for found in scores))
    return table


def left_out(found: Mapping[str, "Figures"]) -> Table:
    """A row a corpus: body, page kind and confidence by weights that know nothing of it, and the best peer."""
    heads = ("corpus", "pages", "body", "its articles", "told as articles", "others told", "AUROC", "ECE", "best peer")
    table = Table(title="each corpus by weights that know nothing of it", title_justify="left")
    for head in heads:
        table.add_column(head, justify="left" if head == heads[0] else "right")
    for name, figures in found.items():
        body = next(iter(figures.body.values()), None)
        rest = (figures.body.get("f1/article"), figures.articles, figures.others, figures.auroc, figures.calibration)
        best = max(figures.peers.items(), key=lambda peer: peer[1], default=None)
        cells = ("–" if value is None else f"{value:.3f}" for value in (body, *rest))
        table.add_row(name, str(figures.pages), *cells, f"{best[1]:.3f} {best[0]}" if best else "–")
    return table


def shares(title: str, values: Mapping[str, float]) -> Table:
    """A row a figure."""
    table = Table("", "", title=title, title_justify="left", show_header=False)
    for name, value in values.items():
        table.add_row(name, f"{value:.3f}")
    return table


def timings(speed: Speed) -> Table:
    """A row a system, fastest first, in milliseconds a page and as ratios."""
    title = f"{speed.corpus}, {speed.pages} pages, {speed.rounds} rounds, ms of processor time a page ({speed.machine})"
    table = Table(title=title, title_justify="left")
    table.add_column("system", no_wrap=True)
    for head in ("median", "mean", "p95", "p99", "p99÷median", *(f"× {base}" for base in BASES)):
        table.add_column(head, justify="right")
    for entry in speed.timings:
        times = (f"{value:.2f}" for value in (entry.median, entry.mean, entry.p95, entry.p99))
        ratios = (f"{entry.ratios[base]:.2f}" if base in entry.ratios else "–" for base in BASES)
        table.add_row(f"{entry.system} {entry.version}", *times, f"{entry.tail:.1f}", *ratios)
    return table


def aims(found: Sequence[Target]) -> Table:
    """A row an aim for speed: what was measured, what is aimed at, whether it is met."""
    table = Table("the whole Article", "by means", "by medians", "aim", "", title="cleanpage", title_justify="left")
    for aim in found:
        median = "–" if aim.median is None else f"{aim.median:.2f}"
        bound = f"at {'least' if aim.least else 'most'} {aim.bound:g}"
        table.add_row(aim.what, f"{aim.value:.2f}", median, bound, "met" if aim.met else "missed")
    return table
