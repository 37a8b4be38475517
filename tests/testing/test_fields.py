"""Fields of articles and of scrapers' items as plain data."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

import attrs
import pytest
from hypothesis import given
from pydantic import BaseModel, computed_field

import cleanpage
from cleanpage.article import Article, Precision, Timestamp
from cleanpage.testing import build_page
from cleanpage.testing.comparison import Kind
from cleanpage.testing.fields import FIELDS, expectations, json_of, kind_of, observe
from tests.article_strategies import article, bodies

MOMENT = dt.datetime(2024, 3, 8, 7, 15, tzinfo=dt.UTC)


class Colour(Enum):
    RED = "red"


@dataclasses.dataclass
class DataclassStory:
    headline: str
    published: dt.datetime


@attrs.define
class AttrsStory:
    headline: str
    published: dt.datetime


class PydanticStory(BaseModel):
    headline: str
    published: dt.datetime

    @computed_field  # type: ignore[prop-decorator]
    @property
    def words(self) -> int:
        return 2


@pytest.mark.parametrize("kind", [dict, DataclassStory, AttrsStory, PydanticStory])
def test_any_item(kind: type) -> None:
    found = observe(kind(headline="Two words", published=MOMENT))
    assert found["headline"] == "Two words"
    assert found["published"] == MOMENT
    assert found.get("words", 2) == 2


def test_an_item_of_scrapy() -> None:
    pytest.importorskip("scrapy")
    import scrapy

    class ScrapyStory(scrapy.Item):
        headline = scrapy.Field()
        published = scrapy.Field()

    assert observe(ScrapyStory(headline="Two words", published=MOMENT))["headline"] == "Two words"


@pytest.mark.parametrize("subject", ["text", 3, None, [1], DataclassStory])
def test_no_item(subject: object) -> None:
    with pytest.raises(TypeError, match="give an Article, a mapping"):
        observe(subject)


def test_nested_values_become_plain() -> None:
    def generated() -> Iterator[int]:
        yield 1

    stamp = Timestamp(raw="2020", precision=Precision.YEAR, date=dt.date(2020, 1, 1))
    found = observe(
        {
            "a": {"b", "a"},
            "b": (Colour.RED, Decimal("1.5"), b"x"),
            "c": DataclassStory("h", MOMENT),
            "d": stamp,
            "e": generated(),
            "f": object,
            "g": article(),
        }
    )
    assert found["a"] == ["a", "b"]
    assert found["b"] == ["red", 1.5, "x"]
    assert found["c"] == {"headline": "h", "published": MOMENT}
    assert found["d"] == "2020"
    assert found["e"] == [1]
    assert found["f"] == "<class 'object'>"
    assert found["g"]["outcome"] == "article"


@given(bodies.map(lambda body: article(*body)))
def test_every_article_can_be_written_down(found: Article) -> None:
    observed = observe(found)
    assert observed.keys() == FIELDS.keys()
    written = expectations(observed)
    assert json.loads(json.dumps(written)) == written


def test_expectations_of_a_page() -> None:
    page = build_page(clutter=("nav", "footer"))
    written = expectations(observe(cleanpage.extract(page)))
    assert written["headline"] == page.article["headline"]
    assert written["published"] == page.article["published"]
    assert written["updated"] is None, "a core field is there even if it is empty"
    assert "dateline" not in written
    assert written["text"] == list(page.article["paragraphs"])
    assert [author["name"] for author in written["authors"]] == list(page.article["authors"])
    assert list(written) == [name for name in FIELDS if name in written], "in the order of the table"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("headline", Kind.LINE),
        ("articleBody", Kind.TEXT),
        ("datePublished", Kind.DATE),
        ("inLanguage", Kind.LINE),
        ("title", Kind.LINE),
        ("author", Kind.PEOPLE),
        ("unexpected_text", Kind.UNEXPECTED),
        ("unexpected_body", Kind.UNEXPECTED),
        ("price", Kind.VALUE),
    ],
)
def test_kinds(name: str, kind: Kind) -> None:
    assert kind_of(name, 12) is kind


def test_json_of() -> None:
    assert json_of({"a": (MOMENT, [dt.date(2024, 3, 8)], {1: None})}) == {
        "a": ["2024-03-08T07:15:00+00:00", ["2024-03-08"], {"1": None}]
    }
