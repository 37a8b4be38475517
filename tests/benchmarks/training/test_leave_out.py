"""Corpora measured by weights that know nothing of them, on generated pages."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.pages import UNKNOWN, Corpus
from benchmarks.training.samples import Sample, cached_samples
from cleanpage.selection.scores import Scores
from tests.features.small import constant, network

pytest.importorskip("catboost", reason="training needs CatBoost, of the bench extra")
pytest.importorskip("sklearn", reason="training needs scikit-learn, of the bench extra")

from benchmarks import corpora, leave_out, tables
from benchmarks.leave_out import Figures
from benchmarks.training import learning, validation

NAMES = ("daniel-dev", "wcxb-dev")
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.fixture(autouse=True)
def small_training(mini_corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(mini_corpora))
    for name in ("ARTICLE_FOREST", "OTHER_FOREST"):
        monkeypatch.setattr(learning, name, {"trees": 12, "depth": 3, "rate": 0.3})
    monkeypatch.setattr(learning, "EPOCHS", 2)
    monkeypatch.setattr(learning, "KIND_FOREST", {"trees": 8, "depth": 2, "rate": 0.3})


def test_neither_the_corpus_nor_its_domains_are_learned_from(
    samples: list[Sample], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Sample] = []

    def learn_parts(pages: list[Sample], features: list[Any]) -> dict[str, object]:
        seen.extend(pages)
        forests = dict.fromkeys(("kind", "article", "other"), constant(0))
        return {**forests, "network": network(len(features[0].names))}

    monkeypatch.setattr(validation, "learn_parts", learn_parts)
    judged = [sample for sample in samples if sample.gold.corpus == "daniel-dev"][:2]
    domains = {sample.domain for sample in judged}
    found = leave_out.without("daniel-dev", samples, judged)
    assert [len(scores.probabilities) for scores in found] == [len(sample.texts) for sample in judged]
    assert seen
    assert not [sample for sample in seen if sample.gold.corpus == "daniel-dev" or sample.domain in domains]


def of_own_domains(names: Iterable[str], folder: Path) -> list[Sample]:
    """Every corpus of `mini` has pages of every domain: nothing would be left to learn from."""
    return [
        replace(sample, domain=f"{sample.gold.corpus} {sample.gold.id}") for sample in cached_samples(names, folder)
    ]


def test_a_second_run_takes_up_where_the_first_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leave_out, "cached_samples", of_own_domains)
    said: list[str] = []
    first = leave_out.leave_out(NAMES, tmp_path / "cache", tmp_path / "out", said.append)
    assert said == [f"{name}: training without it" for name in NAMES]
    assert leave_out.leave_out(NAMES, tmp_path / "cache", tmp_path / "out", said.append) == first
    assert len(said) == len(NAMES)
    assert first["daniel-dev"].body["f1"] > 0.9
    assert first["wcxb-dev"].pages == 10
    assert (tmp_path / "out" / "daniel-dev" / f"{leave_out.LEFT_OUT}.jsonl").is_file()


def figures(articles: float | None = None, peers: Mapping[str, float] | None = None) -> Figures:
    return Figures(
        pages=3, learned=True, body={"f1": 0.9, "f1/article": 0.95}, articles=articles, others=None, peers=peers or {}
    )


def test_figures_of_other_corpora_stay_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "out" / "left-out.json"
    leave_out.keep({"a": figures(), "b": figures()}, path)
    leave_out.keep({"b": figures(articles=0.5)}, path)
    kept = json.loads(path.read_text("utf-8"))
    assert kept == {"a": asdict(figures()), "b": asdict(figures(articles=0.5))}


def test_kinds_are_judged_where_they_are_known() -> None:
    corpus = corpora.load("wcxb-dev")
    known = {(page.corpus, page.id): Scores(np.zeros(1), 0.9) for page in corpus.pages}
    assert leave_out.kind_figures(corpus, known) == {"articles": 1.0, "others": 0.0}
    assert leave_out.kind_figures(of_unknown_kind(corpus), known) == {"articles": None, "others": None}


def of_unknown_kind(corpus: Corpus) -> Corpus:
    """The corpus as if it did not tell kinds."""
    return replace(corpus, pages=tuple(replace(page, kind=UNKNOWN) for page in corpus.pages))


def test_a_row_a_corpus_with_the_best_peer() -> None:
    table = tables.left_out({"a": figures(peers={"one": 0.8, "two": 0.85}), "b": figures()})
    cells = [list(column.cells) for column in table.columns]
    assert cells[0] == ["a", "b"]
    assert cells[2] == ["0.900", "0.900"]
    assert cells[-1] == ["0.850 two", "–"]
