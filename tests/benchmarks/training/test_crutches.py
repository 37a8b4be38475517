"""Samples without address, telling names or metadata."""

from dataclasses import replace

import pytest

from benchmarks.training.crutches import CRUTCHES, SHARES, without, without_some
from benchmarks.training.samples import Sample
from cleanpage.features.containers import containers_of
from cleanpage.features.hints import NO_HINTS
from cleanpage.features.read import static_features
from tests.features.small import page_of


def changed(sample: Sample, other: Sample) -> set[str]:
    """Names of the features that differ."""
    rows = zip(sample.names, sample.static.tolist(), other.static.tolist(), strict=True)
    return {name for name, before, after in rows if before != after}


@pytest.mark.parametrize("name", CRUTCHES)
def test_the_features_are_those_of_a_page_that_lacks_it(samples: list[Sample], name: str) -> None:
    page = page_of("<p>A text.")
    bare = static_features(page, containers_of(page), NO_HINTS)
    for feature, value in CRUTCHES[name].items():
        assert bare[feature].tolist() == [value], feature
        assert (without(samples[0], [name]).static[samples[0].names.index(feature)] == value).all()


def test_nothing_else_changes(samples: list[Sample]) -> None:
    assert changed(samples[0], without(samples[0], ["address"])) <= set(CRUTCHES["address"])
    assert changed(samples[0], samples[0]) == set()


def test_tags_stay_where_names_go(samples: list[Sample]) -> None:
    article = next(sample for sample in samples if sample.is_article)
    tokens = {token for path in article.paths for part in path for token in part}
    left = {token for path in without(article, ["names"]).paths for part in path for token in part}
    assert {"<article", ".story"} <= tokens
    assert "<article" in left
    assert left == {token for token in tokens if token[0] in "<%"}


def test_the_same_pages_always_lack_the_same(samples: list[Sample]) -> None:
    many = [replace(samples[0], gold=replace(samples[0].gold, id=str(number))) for number in range(200)]
    lacking = [number for number, sample in enumerate(many) if without_some(sample) is not sample]
    expected = 1 - (1 - SHARES["address"]) * (1 - SHARES["names"]) * (1 - SHARES["metadata"])
    assert len(lacking) / len(many) == pytest.approx(expected, abs=0.15)
    assert lacking == [number for number, sample in enumerate(many) if without_some(sample) is not sample]
