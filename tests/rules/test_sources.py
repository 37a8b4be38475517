"""The rows of the sources of metadata, and the lists that follow from them."""

import pytest

from cleanpage.rules.sources import DATES_TOLD_APART, LABELLED, SHOWN, SOURCES, Source, by_rank
from cleanpage.rules.trust import FIELDS, LEARNED, TABLE


def test_every_source_has_a_row() -> None:
    assert [*SOURCES] == [*Source]


def test_only_what_people_see_is_labelled_for_them() -> None:
    assert LABELLED < SHOWN
    assert SHOWN.isdisjoint(DATES_TOLD_APART)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_sources(field: str) -> None:
    learned = field in LEARNED or field in LEARNED["orders"]
    assert bool(by_rank(field)) != learned, "ranked or learned, not both"
    ranks = [SOURCES[source].ranks[field] for source in by_rank(field)]
    assert ranks == sorted(set(ranks)), "no two sources have the same rank"


def test_every_rank_is_that_of_a_field() -> None:
    assert {field for row in SOURCES.values() for field in row.ranks} <= set(FIELDS)


def test_the_first_source_outweighs_all_others_together() -> None:
    for row in TABLE:
        weights = [*row.sources.values()]
        if row.is_order:
            assert all(weight > sum(weights[at + 1 :]) for at, weight in enumerate(weights))
            assert row.sources.keys() <= {*Source}
