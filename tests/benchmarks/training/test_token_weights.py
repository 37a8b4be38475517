"""Weights of tokens, learned from generated pages."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.training.samples import Sample

pytest.importorskip("scipy", reason="training needs scipy, of the bench extra")
pytest.importorskip("sklearn", reason="training needs scikit-learn, of the bench extra")

from benchmarks.training.token_weights import (
    PATH_DOMAINS,
    TokenData,
    fit_tokens,
    lexical_data,
    path_data,
    token_matrix,
)
from tests.benchmarks.training import mini


@pytest.fixture(scope="module")
def folds(samples: list[Sample]) -> list[int]:
    """Folds by domain."""
    domains = sorted({sample.domain for sample in samples})
    return [domains.index(sample.domain) % 3 for sample in samples]


@pytest.fixture(scope="module")
def data(samples: list[Sample], folds: list[int]) -> TokenData:
    return path_data(samples, folds)


def test_a_class_that_is_always_boilerplate_weighs_against(data: TokenData) -> None:
    table = fit_tokens(data).table
    assert table[".teaser"][0] < 0
    assert table[".related"][1] < 0
    assert table[".story"][1] > 0


def test_words_that_are_always_boilerplate_weigh_against(samples: list[Sample], folds: list[int]) -> None:
    # So few pages say little against the penalty that thousands are learned with.
    table = fit_tokens(replace(lexical_data(samples, folds), penalty=10)).table
    assert table["=all rights reserved"][0] < 0
    assert table["=home"][0] < 0
    assert all(len(row) == 1 for row in table.values())


def test_weights_are_rounded_and_the_weak_are_left_out(data: TokenData) -> None:
    table = fit_tokens(data).table
    assert table
    assert all(len(row) == data.parts == 3 for row in table.values())
    assert all(max(map(abs, row)) >= data.least for row in table.values())
    assert all(weight == round(weight, 2) for row in table.values() for weight in row)


def test_a_fold_left_out_is_not_seen(data: TokenData) -> None:
    labels = np.where(data.folds == 1, 1 - data.labels, data.labels)
    other = replace(data, labels=labels)
    assert fit_tokens(other, (1,)) == fit_tokens(data, (1,))
    assert fit_tokens(other) != fit_tokens(data)


def test_two_fits_are_the_same(data: TokenData) -> None:
    assert fit_tokens(data, (0, 2)) == fit_tokens(data, (0, 2))


def test_tokens_of_few_domains_are_not_learned(samples: list[Sample], folds: list[int]) -> None:
    def marked(sample: Sample, domains: int) -> Sample:
        if int(sample.gold.id) % len(mini.SUFFIXES) >= domains:
            return sample
        return replace(sample, paths=tuple(((*near, ".own"), parent, far) for near, parent, far in sample.paths))

    few = [marked(sample, PATH_DOMAINS - 1) for sample in samples]
    enough = [marked(sample, PATH_DOMAINS) for sample in samples]
    assert ".own" not in path_data(few, folds).vocabulary
    assert ".own" in path_data(enough, folds).vocabulary


def test_unknown_labels_are_no_rows(samples: list[Sample], folds: list[int]) -> None:
    unknown = [replace(sample, labels=np.full(len(sample.texts), np.nan)) for sample in samples[1:]]
    found = path_data([samples[0], *unknown], folds)
    assert set(found.folds.tolist()) == {folds[0]}


def test_blocks_of_one_path_are_one_row(samples: list[Sample], folds: list[int]) -> None:
    found = path_data(samples[:1], folds[:1])
    assert len(found.labels) == len(set(samples[0].paths)) < len(samples[0].paths)
    assert found.matrix.toarray().shape == (len(found.labels), 3 * len(found.vocabulary))
    assert found.weights.sum() == pytest.approx(len(found.labels))
    assert ((found.labels >= 0) & (found.labels <= 1)).all()


def test_the_matrix_has_a_group_of_columns_a_part() -> None:
    rows = [(("a", "b"), ("a", "a", "x")), ((), ("b",))]
    assert token_matrix(rows, {"a": 0, "b": 1}).toarray().tolist() == [[1, 1, 2, 0], [0, 0, 0, 1]]
