"""Learns to tell kinds of pages apart: `python -m benchmarks.train_kinds`.

Reads the corpus that knows kinds, cross-validates by domain and writes `models/page_kind.json`. Rests on no
other learned weights: to be run when a feature, a cue or the corpus changes.
"""

import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from benchmarks import corpora
from benchmarks.pages import Page as GoldPage
from benchmarks.training import logistic
from benchmarks.training.learning import FOLDS
from benchmarks.training.reading import known_of, page_of
from cleanpage.features.containers import containers_of
from cleanpage.features.hints import NO_HINTS
from cleanpage.features.read import read_features, static_features
from cleanpage.models.page_kind import kind_signals
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

__all__ = ["main"]

KINDS = Path(__file__).resolve().parents[1] / "src" / "cleanpage" / "models" / "page_kind.json"
STRENGTH = 0.015


def main(out: Annotated[Path, typer.Option(help="Where the weights go.")] = KINDS, corpus: str = "wcxb-dev") -> None:
    """Learn to tell kinds of pages apart."""
    loaded = corpora.load(corpus)
    with ProcessPoolExecutor(2) as pool:
        read = list(pool.map(signals_of, loaded.pages, chunksize=8))
    pairs = [(page, signals) for page, signals in zip(loaded.pages, read, strict=True) if signals]
    names = tuple(pairs[0][1])
    values = np.array([[signals[name] for name in names] for _, signals in pairs])
    labels = [page.kind for page, _ in pairs]
    classes, found = logistic.out_of_fold(
        values, labels, folds_of([page.domain for page, _ in pairs]), strength=STRENGTH, balanced=True
    )
    guesses = [classes[place] for place in found.argmax(axis=1)]
    measured = {
        "f1": {kind: round(f1_of(labels, guesses, kind), 3) for kind in classes},
        "article_macro_f1": round(article_macro_f1(labels, guesses), 3),
    }
    typer.echo(json.dumps(measured, indent=1))
    trained = {"by": "python -m benchmarks.train_kinds", "corpus": loaded.digest, "cross_validated": measured}
    model = logistic.fit(values, labels, strength=STRENGTH, balanced=True)
    out.write_text(dumped({"trained": trained, "names": list(names), **model}), encoding="utf-8")


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
