"""Every field of every page under `tests/fixtures`, one test each: `news-en::headline`."""

from collections.abc import Iterator
from functools import cache

import pytest
from _pytest.mark.structures import ParameterSet

import cleanpage
from cleanpage import Article
from tests.fixture_cases import FixtureCase, fixture_cases, observed, plain


@cache
def extracted(case: FixtureCase) -> Article:
    return cleanpage.extract(case.page.read_bytes(), url=case.url, content_type=case.content_type)


def fields() -> Iterator[ParameterSet]:
    for case in fixture_cases():
        for field in case.expected:
            reason = case.known_faults.get(field)
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(case, field, id=f"{case.name}::{field}", marks=marks)


@pytest.mark.parametrize(("case", "field"), list(fields()))
def test_field(case: FixtureCase, field: str) -> None:
    expected, found = plain(case.expected[field]), observed(extracted(case), field)
    if field == "text_contains":
        assert [passage for passage in expected if passage not in found] == [], "passages lost"
    elif field == "text_lacks":
        assert [passage for passage in expected if passage in found] == [], "passages kept that are none of the article"
    else:
        assert found == expected


def test_there_are_enough_pages() -> None:
    assert sum(1 for _ in fixture_cases()) >= 12
