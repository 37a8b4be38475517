"""Hostile pages."""

import pytest

import cleanpage
from cleanpage.testing import HOSTILE, HostilePage, build_page, hostile_page


@pytest.mark.parametrize("name", HOSTILE)
def test_every_page_is_survived(name: str) -> None:
    page = hostile_page(name)
    assert page == hostile_page(name)
    article = cleanpage.extract(page)
    assert article.url == page.url
    assert article.outcome.reason


def test_they_differ_from_the_usual_page() -> None:
    usual = build_page(url=HostilePage("", b"").url).body
    bodies = [hostile_page(name).body for name in HOSTILE]
    assert usual not in bodies
    assert len(set(bodies)) == len(bodies)


def test_a_page_that_is_none() -> None:
    with pytest.raises(KeyError):
        hostile_page("friendly")
