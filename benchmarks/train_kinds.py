"""Learns to tell kinds of pages apart: `python -m benchmarks.train_kinds`.

Reads the corpora that know kinds, cross-validates by domain and writes `models/page_kind.json`. Rests on no
other learned weights: to be run when a feature, a cue or a corpus changes.
"""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import Annotated, Any

import numpy as np
import typer

from benchmarks import corpora
from benchmarks.corpora import LICENCES
from benchmarks.pages import Page as GoldPage
from benchmarks.training import logistic
from benchmarks.training.learning import FOLDS
from benchmarks.training.reading import known_of, page_of
from cleanpage.features.containers import containers_of
from cleanpage.features.hints import NO_HINTS, url_shape
from cleanpage.features.read import read_features, static_features
from cleanpage.models.page_kind import GREATEST, MEAN, address_signals, kind_signals
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

__all__ = ["main"]

KINDS = Path(__file__).resolve().parents[1] / "src" / "cleanpage" / "models" / "page_kind.json"
CORPORA = ("wcxb-dev", "fundus-dev", "readability-dev", "daniel-dev")
"""The corpora that are learned from: all pages of the last three are articles."""
JUDGED = "wcxb-dev"
"""The corpus that has several kinds of pages."""
STRENGTH = 0.015
COUNTS: Mapping[str, float] = {"daniel-dev": 0.3}
"""What a page of a corpus counts: short news of few sites are many, and alike."""
LACKING = {"address": 0.3, "metadata": 0.2}
"""Shares of the pages that are learned from as if they lacked something, each by itself."""
STATED = ("type_", "stated", "past_stated", "page_stated", "described", "author_named")
"""How the names of numbers begin that rest on what a page says of itself."""


def main(out: Annotated[Path, typer.Option(help="Where the weights go.")] = KINDS) -> None:
    """Learn to tell kinds of pages apart."""
    corpora.check_learnable(CORPORA)
    loaded = [corpora.load(name) for name in CORPORA]
    with ProcessPoolExecutor(2) as pool:
        pages = [page for corpus in loaded for page in corpus.pages]
        read = list(pool.map(signals_of, pages, chunksize=8))
    pairs = [(page, signals) for page, signals in zip(pages, read, strict=True) if signals]
    names = tuple(pairs[0][1])
    values = np.array([[signals[name] for name in names] for _, signals in pairs])
    varied = np.array([[without_some(page, signals)[name] for name in names] for page, signals in pairs])
    labels = [page.kind for page, _ in pairs]
    counts = np.array([COUNTS.get(page.corpus, 1.0) for page, _ in pairs])
    folds = folds_of([page.domain for page, _ in pairs])
    classes, found = logistic.out_of_fold(
        values, labels, folds, strength=STRENGTH, balanced=True, counts=counts, seen_as=varied
    )
    guesses = [classes[place] for place in found.argmax(axis=1)]
    judged = [place for place, (page, _) in enumerate(pairs) if page.corpus == JUDGED]
    measured = {
        **figures([labels[place] for place in judged], [guesses[place] for place in judged], classes),
        "told_as_articles": {name: told_as_articles(name, pairs, guesses) for name in CORPORA if name != JUDGED},
    }
    typer.echo(json.dumps(measured, indent=1))
    trained = {
        "by": "python -m benchmarks.train_kinds",
        "corpora": {corpus.name: {"licence": LICENCES[corpus.name], "digest": corpus.digest} for corpus in loaded},
        "cross_validated": measured,
    }
    model = logistic.fit(varied, labels, strength=STRENGTH, balanced=True, counts=counts)
    out.write_text(dumped({"trained": trained, "names": list(names), **model}), encoding="utf-8")


def figures(labels: Sequence[str], guesses: Sequence[str], classes: Sequence[str]) -> dict[str, Any]:
    """F1 of each kind, and of articles against all others."""
    return {
        "f1": {kind: round(f1_of(labels, guesses, kind), 3) for kind in classes},
        "article_macro_f1": round(article_macro_f1(labels, guesses), 3),
    }


def told_as_articles(name: str, pairs: Sequence[tuple[GoldPage, object]], guesses: Sequence[str]) -> float:
    """Share of the pages of a corpus that are taken for articles."""
    told = [guess == "article" for (page, _), guess in zip(pairs, guesses, strict=True) if page.corpus == name]
    return round(sum(told) / max(1, len(told)), 3)


def without_some(page: GoldPage, signals: Mapping[str, float]) -> dict[str, float]:
    """The numbers of a page as it were without address, or without metadata; drawn by its name, mostly unchanged."""
    draw = Random(f"kinds {page.corpus} {page.id}")
    lacking = {what for what, share in LACKING.items() if draw.random() < share}
    changed = dict(signals)
    if "address" in lacking:
        changed |= address_signals(None)
        changed |= {
            name: url_shape(None)[feature] for name in signals if (feature := feature_of(name)) in url_shape(None)
        }
    if "metadata" in lacking:
        changed |= {name: 0.0 for name in signals if feature_of(name).startswith(STATED)}
    return changed


def feature_of(name: str) -> str:
    """The feature whose mean or maximum a number is; else its own name."""
    return name.removeprefix(MEAN).removeprefix(GREATEST)


def signals_of(gold: GoldPage) -> dict[str, float] | None:
    """The numbers of one page; None where it has no block."""
    page = page_of(gold)
    if not page.texts:
        return None
    return kind_signals(page, read_features(page, known_of(page).hints), static_names())


def static_names() -> tuple[str, ...]:
    """Names of the features that rest on no weights."""
    page = read_blocks(parse("<p>a</p>"))
    return tuple(static_features(page, containers_of(page), NO_HINTS))


def folds_of(domains: Sequence[str]) -> list[int]:
    """The fold of each page; all pages of a domain are in one."""
    names = sorted(set(domains))
    order = np.random.default_rng(0).permutation(len(names))
    fold = {domain: int(place) % FOLDS for domain, place in zip(names, order, strict=True)}
    return [fold[domain] for domain in domains]


def f1_of(labels: Sequence[str], guesses: Sequence[str], kind: str) -> float:
    """F1 of one kind against all others."""
    right = sum(label == guess == kind for label, guess in zip(labels, guesses, strict=True))
    return 2 * right / max(1, labels.count(kind) + guesses.count(kind))


def article_macro_f1(labels: Sequence[str], guesses: Sequence[str]) -> float:
    """Mean of the F1 of articles and of all other pages."""
    sides = [["article" if kind == "article" else "other" for kind in kinds] for kinds in (labels, guesses)]
    return (f1_of(sides[0], sides[1], "article") + f1_of(sides[0], sides[1], "other")) / 2


def dumped(data: dict[str, object]) -> str:
    """JSON with a line for each part."""
    return "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in data.items()) + "\n}\n"


if __name__ == "__main__":
    typer.run(main)
