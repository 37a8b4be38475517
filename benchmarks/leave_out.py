"""Leaves one corpus out: trains without it, and without every page of a domain that stands in it, and measures on it.

Cross-validation within a corpus hides how a library does on pages of another kind, time or country: a corpus is drawn,
labelled and formatted in one way. What nothing may be learned from is measured by the weights of all others.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from benchmarks import corpora
from benchmarks.metrics import primary_measure
from benchmarks.pages import UNKNOWN, Corpus
from benchmarks.run import OUT, Run, by_kind, read_run, write_run
from benchmarks.systems import SYSTEMS
from benchmarks.train_confidence import Row, auroc, calibration_error, fitted, is_right, row_of
from benchmarks.training.learning import LEARNED, features_of, fit_all_tokens, folds_of
from benchmarks.training.samples import CORPORA, Sample, cached_samples, code_digest
from benchmarks.training.scores import PageKey, read_scores, write_scores
from benchmarks.training.validation import learned_model
from benchmarks.unseen import unseen_run
from cleanpage.models.weights import read_model
from cleanpage.selection.scores import Scores, score_blocks

__all__ = ["LEFT_OUT", "NAMES", "Figures", "keep", "leave_out", "without"]

LEFT_OUT = "cleanpage-left-out"
"""Name of the runs in the folder of records."""
NAMES = ("dragnet-dev", "l3s-dev", *CORPORA)
"""The corpora that are measured; the first two are in no training at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured on one corpus by weights that know none of its pages and domains.

    Args:
        pages: Number of pages.
        learned: Whether the shipped weights know the corpus: then they are others than those measured here.
        body: By the primary measure of the corpus; `f1`, and `f1/article` by kind of page.
        articles: Share of the articles that are taken for articles; None where kinds are not known.
        others: Share of the other pages that are not.
        auroc: Of the confidence that a model gives which knows the other corpora alone; None without bodies.
        calibration: Its expected calibration error.
        peers: The same measure of other systems, by name.
    """

    pages: int
    learned: bool
    body: Mapping[str, float]
    articles: float | None = None
    others: float | None = None
    auroc: float | None = None
    calibration: float | None = None
    peers: Mapping[str, float]


def leave_out(
    names: Sequence[str], cache: Path, out: Path = OUT, say: Callable[[str], object] = print
) -> dict[str, Figures]:
    """Measures on each corpus without having learned from it; scores are kept, so that it goes on where it stopped.

    Args:
        names: The corpora.
        cache: Folder of samples and scores.
        out: Folder of the records.
        say: Told of each step.
    """
    known = {name: scores_without(name, cache, say) for name in names}
    runs = {name: measured_run(corpora.load(name), known[name], out) for name in names}
    rows = {name: confidence_rows(name, known[name]) for name in names}
    found = {}
    for name in names:
        corpus = corpora.load(name)
        others = [row for other in names if other != name for row in rows[other]]
        found[name] = Figures(
            pages=len(corpus),
            learned=name in CORPORA,
            body=dict(body_figures(corpus, runs[name])),
            **kind_figures(corpus, known[name]),
            **confidence_figures(others, rows[name]),
            peers=peers_of(corpus, out),
        )
    return found


def scores_without(name: str, cache: Path, say: Callable[[str], object]) -> Mapping[PageKey, Scores]:
    """Scores of all pages of a corpus by a model that knows none of its pages and domains; kept in a folder."""
    file = cache / f"without-{name}-{code_digest()[:8]}.jsonl.gz"
    if not file.is_file():
        say(f"{name}: training without it")
        judged = [sample for sample in cached_samples([name], cache) if sample.gold.corpus == name]
        write_scores(file, judged, without(name, cached_samples(CORPORA, cache), judged))
    return read_scores(file)


def without(name: str, samples: Sequence[Sample], judged: Sequence[Sample]) -> list[Scores]:
    """Scores of pages by a model learned from the samples of other corpora and domains.

    Args:
        name: The corpus to leave out.
        samples: What is learned from, if it is not of the corpus or of a domain in it.
        judged: The pages to score.
    """
    domains = {sample.domain for sample in judged}
    others = [sample for sample in samples if sample.gold.corpus != name and sample.domain not in domains]
    folds = folds_of(others)
    fits = fit_all_tokens(others, folds, LEARNED)
    model = read_model(learned_model(others, folds, fits))
    return [score_blocks(features_of(sample, fits[()]), model) for sample in judged]


def measured_run(corpus: Corpus, known: Mapping[PageKey, Scores], out: Path) -> Run:
    """The corpus as production would do it by these scores; the record of every page is kept."""
    done = unseen_run(corpus, known, SYSTEMS["cleanpage"].version(), system=LEFT_OUT)
    if done is None:
        raise corpora.CorpusError(f"{corpus.name}: no page of it has a score")
    write_run(done, out)
    return done


def body_figures(corpus: Corpus, done: Run) -> Iterator[tuple[str, float]]:
    """The primary measure of the corpus, on the whole and by kind of page."""
    measure = primary_measure(corpus.metric)
    for kind, _, found in by_kind(done):
        if measure and measure in found:
            yield measure if kind == "all" else f"{measure}/{kind}", round(found[measure].value, 4)


def kind_figures(corpus: Corpus, known: Mapping[PageKey, Scores]) -> dict[str, float | None]:
    """Of articles, the share that is taken for articles; of other pages, the share that is not."""
    sides: dict[bool, list[bool]] = {True: [], False: []}
    for page in corpus.pages:
        scores = known.get((corpus.name, page.id))
        if scores and page.kind != UNKNOWN:
            sides[page.kind == "article"].append((scores.article >= 0.5) == (page.kind == "article"))
    shares = {side: round(float(np.mean(right)), 4) if right else None for side, right in sides.items()}
    return {"articles": shares[True], "others": shares[False]}


def confidence_rows(name: str, known: Mapping[PageKey, Scores]) -> list[Row]:
    """What the confidence of each page is told from, and how good its body is; none of corpora without bodies."""
    jobs = [(page, known[name, page.id]) for page in corpora.load(name).pages if (name, page.id) in known]
    with ProcessPoolExecutor(2) as pool:
        return [row for row in pool.map(row_of, jobs, chunksize=8) if row]


def confidence_figures(others: Sequence[Row], rows: Sequence[Row]) -> dict[str, float | None]:
    """How good the confidence is that a model gives which was fitted to the pages of other corpora."""
    right = np.array([is_right(row) for row in rows])
    if not all(len(set(map(is_right, group))) == 2 for group in (others, rows)):
        return {"auroc": None, "calibration": None}
    told = fitted(others, rows)
    return {"auroc": round(auroc(told, right), 4), "calibration": round(calibration_error(told, right), 4)}


def peers_of(corpus: Corpus, out: Path) -> dict[str, float]:
    """The primary measure of every other system that has kept records of the corpus."""
    measure = primary_measure(corpus.metric)
    runs = (read_run(corpus, name, None, out, [measure]) for name in SYSTEMS if measure and name != "cleanpage")
    return {run.system: round(next(by_kind(run))[2][measure].value, 4) for run in runs if run and measure}


def keep(found: Mapping[str, Figures], path: Path) -> None:
    """Keeps the figures, together with those of other corpora that the file has."""
    before = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    fresh = {name: asdict(figures) for name, figures in found.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**before, **fresh}, indent=1) + "\n", "utf-8")
