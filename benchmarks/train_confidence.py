"""Learns how much an article can be relied on: `python -m benchmarks.train_confidence --scores FILE`.

FILE is what `python -m benchmarks.train --scores FILE` keeps: scores of every page by a model that has not seen its
domain. What production does with them is done here as well, the body compared with the gold one, and a logistic model
fitted to whether its word F1 is at least .9, cross-validated by domain.
"""

import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from benchmarks import corpora, plots
from benchmarks.metrics import MEASURES
from benchmarks.pages import Page as GoldPage
from benchmarks.systems.record import Extraction
from benchmarks.train_kinds import dumped, folds_of
from benchmarks.training import logistic
from benchmarks.training.reading import known_of, page_of
from benchmarks.training.scores import read_scores
from cleanpage.features.read import read_features
from cleanpage.metadata.read import resolve_metadata
from cleanpage.models.arrays import Array
from cleanpage.models.logistic import read_logistic
from cleanpage.outcome.confidence import RIGHT, confidence_signals
from cleanpage.selection.scores import Scores
from cleanpage.selection.select import select_blocks

__all__ = ["Row", "auroc", "calibration", "calibration_error", "fitted", "is_right", "main", "row_of"]

ROOT = Path(__file__).resolve().parents[1]
CONFIDENCE = ROOT / "src" / "cleanpage" / "models" / "confidence.json"
PLOT = ROOT / "docs" / "images" / "confidence"
CORPORA = ("wcxb-dev", "fundus-dev", "readability-dev", "daniel-dev", "cleaneval-dev")
JUDGED = "wcxb-dev"
GOOD_F1 = 0.9
STRENGTH = 0.1
BINS = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One page."""

    corpus: str
    domain: str
    signals: dict[str, float]
    f1: float


def main(
    scores: Annotated[Path, typer.Option(help="Cross-validated scores, of `benchmarks.train --scores`.")],
    out: Annotated[Path, typer.Option(help="Where the weights go.")] = CONFIDENCE,
    plot: Annotated[Path, typer.Option(help="Where the plot goes, without suffix.")] = PLOT,
) -> None:
    """Learn how much an article can be relied on."""
    corpora.check_learnable(CORPORA)
    known = read_scores(scores)
    jobs = [
        (page, known[page.corpus, page.id])
        for name in CORPORA
        for page in corpora.load(name).pages
        if (page.corpus, page.id) in known
    ]
    with ProcessPoolExecutor(2) as pool:
        rows = [row for row in pool.map(row_of, jobs, chunksize=8) if row]
    names = tuple(rows[0].signals)
    values = np.array([[row.signals[name] for name in names] for row in rows])
    labels = list(map(label_of, rows))
    folds = folds_of([row.domain for row in rows])
    classes, found = logistic.out_of_fold(values, labels, folds, strength=STRENGTH, balanced=False)
    judged = np.array([row.corpus == JUDGED for row in rows])
    told = found[judged, classes.index(RIGHT)]
    truth = np.array(list(map(is_right, rows)))[judged]
    measured = {
        "pages": int(judged.sum()),
        "right": round(float(truth.mean()), 4),
        "auroc": round(auroc(told, truth), 4),
        "calibration_error": round(calibration_error(told, truth), 4),
        "brier": round(float(((told - truth) ** 2).mean()), 4),
    }
    typer.echo(json.dumps(measured, indent=1))
    plots.save(plots.reliability(calibration(told, truth), measured["auroc"], JUDGED), plot)
    trained = {
        "by": "python -m benchmarks.train_confidence",
        "corpora": {name: corpora.load(name).digest for name in CORPORA},
        "cross_validated": measured,
    }
    model = logistic.fit(values, labels, strength=STRENGTH, balanced=False)
    out.write_text(dumped({"trained": trained, "names": list(names), **model}), encoding="utf-8")


def is_right(row: Row) -> bool:
    """Whether the body of a page is right."""
    return row.f1 >= GOOD_F1


def label_of(row: Row) -> str:
    """The class of a page."""
    return RIGHT if is_right(row) else "wrong"


def fitted(learned: Sequence[Row], judged: Sequence[Row]) -> Array:
    """The confidence in each of some pages by a model that was learned from others."""
    names = tuple(learned[0].signals)
    values, others = (np.array([[row.signals[name] for name in names] for row in rows]) for rows in (learned, judged))
    model = read_logistic(
        {"names": names, **logistic.fit(values, list(map(label_of, learned)), strength=STRENGTH, balanced=False)}
    )
    return np.array([model.probabilities(row)[RIGHT] for row in others])


def row_of(job: tuple[GoldPage, Scores]) -> Row | None:
    """One page as production would judge it by these scores; None without blocks, body or gold."""
    gold, scores = job
    page = page_of(gold)
    if gold.body is None or len(page.texts) != len(scores.probabilities) or not page.texts:
        return None
    claimed, hints = known_of(page)
    verdicts = select_blocks(page, read_features(page, hints), scores, hints)
    if not any(verdicts.kept):
        return None
    text = "\n\n".join(compress(page.texts, verdicts.kept))
    metadata = resolve_metadata(claimed, looks_like_article=scores.likely_article)
    signals = confidence_signals(verdicts, metadata)
    return Row(gold.corpus, gold.domain, signals, score_of(gold, metadata.headline, text))


def score_of(gold: GoldPage, headline: str | None, text: str) -> float:
    """Word F1 of the body of a page."""
    row = MEASURES["f1"].row(gold, Extraction(headline=headline, text=text))
    return row[2] if row else 0.0


def auroc(told: Array, truth: Array) -> float:
    """Probability that a right page is told a greater confidence than a wrong one; ties count half."""
    order = np.argsort(told, kind="stable")
    ranks = np.empty(len(told))
    ranks[order] = np.arange(1, len(told) + 1)
    for value in np.unique(told):
        same = told == value
        ranks[same] = ranks[same].mean()
    right = int(truth.sum())
    wrong = len(truth) - right
    return float((ranks[truth.astype(bool)].sum() - right * (right + 1) / 2) / max(1, right * wrong))


def calibration(told: Array, truth: Array, bins: int = BINS) -> Sequence[tuple[float, float, int]]:
    """Mean confidence, share of right pages and number of pages, for groups of equal size by confidence."""
    order = np.argsort(told, kind="stable")
    groups = [group for group in np.array_split(order, bins) if len(group)]
    return [(float(told[group].mean()), float(truth[group].mean()), len(group)) for group in groups]


def calibration_error(told: Array, truth: Array, bins: int = BINS) -> float:
    """Expected calibration error: mean distance of confidence and share of right pages over groups of equal size."""
    groups = calibration(told, truth, bins)
    return sum(abs(mean - share) * count for mean, share, count in groups) / sum(count for _, _, count in groups)


if __name__ == "__main__":
    typer.run(main)
