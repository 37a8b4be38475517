"""Learning of kinds of pages."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.training import mini

pytest.importorskip("sklearn", reason="training needs scikit-learn, of the bench extra")

from benchmarks import corpora, train_kinds
from benchmarks.training import logistic
from cleanpage.models.logistic import read_logistic


def test_the_model_is_learned_from_all_corpora_that_know_kinds(
    tmp_path: Path, mini_corpora: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(mini_corpora))
    train_kinds.main(out=tmp_path / "kinds.json")
    data = json.loads((tmp_path / "kinds.json").read_text("utf-8"))
    assert read_logistic(data).classes == ("article", "listing")
    assert list(data["trained"]["corpora"]) == list(train_kinds.CORPORA)
    assert data["trained"]["cross_validated"]["told_as_articles"].keys() == set(train_kinds.CORPORA[1:])
    assert data["trained"]["cross_validated"]["article_macro_f1"] > 0.8
    assert mini.LISTING


def test_what_is_only_measured_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(train_kinds, "CORPORA", ("wcxb-dev", "l3s-dev"))
    with pytest.raises(corpora.CorpusError, match="measured only"):
        train_kinds.main(out=tmp_path / "kinds.json")


def test_pages_that_lack_something_look_so(mini_corpora: Path) -> None:
    page = next(page for page in corpora.load("wcxb-dev", mini_corpora).pages if page.kind == "article")
    signals = train_kinds.signals_of(page)
    bare = train_kinds.signals_of(replace(page, url=None))
    assert signals is not None
    assert bare is not None
    pages = [replace(page, id=str(number)) for number in range(100)]
    varied = [train_kinds.without_some(page, signals) for page in pages]
    assert varied == [train_kinds.without_some(page, signals) for page in pages]
    lacking = [found for found in varied if found["address_length"] != signals["address_length"]]
    assert 15 < len(lacking) < 50
    assert all(found == bare for found in lacking)


def test_rows_that_count_more_have_more_say() -> None:
    values = np.array([[0.0], [0.0], [1.0], [1.0]])
    labels = ["a", "b", "a", "b"]
    heavy = logistic.fit(values, labels, strength=10, balanced=False, counts=np.array([9.0, 1, 1, 9]))
    model = read_logistic({"names": ["x"], **heavy})
    assert model.probabilities(values[0])["a"] > 0.8
    assert model.probabilities(values[2])["b"] > 0.8
