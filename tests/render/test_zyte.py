"""Items of Zyte's article schema, read back by the library that defines it."""

import datetime as dt

import pytest
from zyte_common_items import Article as ZyteArticle

import cleanpage
from cleanpage import Article, Outcome, OutcomeKind, Precision, Timestamp, to_zyte
from cleanpage.render.zyte import moment
from tests.fixture_cases import fixture_case, fixture_cases

OUTCOME = Outcome(kind=OutcomeKind.ARTICLE, reason="test")
DAY = dt.date(2020, 6, 26)


@pytest.mark.parametrize("name", [case.name for case in fixture_cases()])
def test_fixtures(name: str) -> None:
    """No name that the schema does not have, no value of the wrong type, nothing lost on the way."""
    case = fixture_case(name)
    data = to_zyte(cleanpage.extract(case.page.read_bytes(), url=case.url))
    item = ZyteArticle.from_dict(data)
    assert item is not None
    assert item.articleBody == data.get("articleBody")
    assert [author.name for author in item.authors or []] == [author["name"] for author in data.get("authors", [])]
    assert set(ZyteArticle.__annotations__) >= data.keys()


def test_a_page_with_everything() -> None:
    case = fixture_case("news-en")
    data = to_zyte(cleanpage.extract(case.page.read_bytes(), url=case.url))
    assert data["url"] == case.url
    assert data["canonicalUrl"] == case.expected["canonical_url"]
    assert data["datePublished"] == "2023-11-14T06:30:00-05:00"
    assert data["inLanguage"] == "en"
    assert data["authors"][0] == {
        "name": "Nadia Okafor",
        "nameRaw": "By Nadia Okafor and Peter Lindqvist",
        "url": "https://www.harbourcourier.example/staff/nadia-okafor/",
    }
    assert data["articleBodyHtml"].startswith("<article>\n<p>ASHCOMBE")
    assert data["images"]
    assert data["breadcrumbs"][0]["name"]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (None, "2020-06-26T00:00:00"),
        (dt.datetime(2020, 6, 26, 9, 30), "2020-06-26T09:30:00"),
        (dt.datetime(2020, 6, 26, 9, 30, 5, 123, tzinfo=dt.UTC), "2020-06-26T09:30:05Z"),
        (dt.datetime(2020, 6, 26, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=-4))), "2020-06-26T09:30:00-04:00"),
    ],
)
def test_the_format_of_dates(time: dt.datetime | None, expected: str) -> None:
    assert moment(Timestamp(raw="x", precision=Precision.DAY, date=DAY, datetime=time)) == expected


def test_dates_do_not_stand_in_for_each_other() -> None:
    stamp = Timestamp(raw="x", precision=Precision.DAY, date=DAY)
    assert to_zyte(Article(outcome=OUTCOME, updated=stamp)) == {
        "dateModified": "2020-06-26T00:00:00",
        "dateModifiedRaw": "x",
    }
    assert to_zyte(Article(outcome=OUTCOME, canonical_url="https://a.example/"))["url"] == "https://a.example/"
