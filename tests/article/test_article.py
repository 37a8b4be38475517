"""The models of the result."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from pydantic import BaseModel, ValidationError

import cleanpage.article
from cleanpage import (
    Article,
    Author,
    Block,
    Code,
    DefinitionList,
    Divider,
    Figure,
    Heading,
    Image,
    Link,
    List,
    ListItem,
    Outcome,
    OutcomeKind,
    Paragraph,
    Precision,
    Quote,
    Span,
    SpanKind,
    Table,
    TableCell,
    Timestamp,
)
from cleanpage.article.base import Model
from tests.article_strategies import article as article_of
from tests.article_strategies import bodies

STAMP = Timestamp(raw="June 26, 2020", precision=Precision.DAY, date=dt.date(2020, 6, 26))
IMAGE = Image(url="https://example.org/x.jpg", alt="A boat", caption="A boat on the lake", credit="Ann Lee")
ARTICLE = Article(
    outcome=Outcome(kind=OutcomeKind.ARTICLE, reason="a body of 9 words"),
    url="https://example.org/a",
    headline="River path to open",
    byline="By Ann Lee",
    authors=(Author(name="Ann Lee", url="https://example.org/ann"),),
    published=STAMP,
    section="Town",
    language="en",
    body=(
        Heading(text="Path", level=2),
        Paragraph(text="One two", spans=(Span(kind=SpanKind.LINK, start=0, end=3, url="https://example.org/1"),)),
        List(
            list_items=(
                ListItem(text="three", blocks=(Paragraph(text="four"), List(list_items=(ListItem(text="five"),)))),
            )
        ),
        Quote(blocks=(Paragraph(text="six"),)),
        Code(text="seven()"),
        Table(rows=((TableCell(text="eight", header=True), TableCell(text="nine")),)),
        Figure(image=IMAGE),
        Divider(),
    ),
    images=(IMAGE, Image(url="https://example.org/y.jpg")),
    links=(Link(url="https://example.org/1", text="One", block=1),),
)
MODELS = (Article, Author, Outcome, Timestamp, Span, Image, Paragraph, Heading, ListItem, List, Quote, Code, TableCell)


def test_texts() -> None:
    assert ARTICLE.text == "Path\n\nOne two\n\nthree\nfour\n\nfive\n\nsix\n\nseven()\n\neight\tnine"
    assert ARTICLE.article_body == ARTICLE.text
    assert ARTICLE.paragraphs == ("One two", "three", "four", "five", "six")
    assert ARTICLE.captions == ("A boat on the lake",)
    assert ARTICLE.word_count == 10
    assert [block.text for block in ARTICLE.body[-2:]] == ["", ""]


def test_a_copy_with_another_body_has_the_text_of_that() -> None:
    assert ARTICLE.word_count > 2
    copied = ARTICLE.model_copy(update={"body": (Paragraph(text="Two words"),)})
    assert (copied.text, copied.article_body, copied.word_count) == ("Two words", "Two words", 2)
    assert ARTICLE.model_copy() == ARTICLE


def test_dates() -> None:
    assert (ARTICLE.date_published, ARTICLE.date_published_raw) == ("2020-06-26", "June 26, 2020")
    assert (ARTICLE.date_modified, ARTICLE.date_modified_raw) == (None, None), "never taken from each other"
    updated = ARTICLE.model_copy(update={"published": None, "updated": STAMP})
    assert (updated.date_published, updated.date_published_raw) == (None, None)
    assert (updated.date_modified, updated.date_modified_raw) == ("2020-06-26", "June 26, 2020")


def test_str_and_repr() -> None:
    assert str(ARTICLE).startswith("River path to open\nBy Ann Lee\n2020-06-26\n\nPath\n\nOne two")
    assert repr(ARTICLE) == "<Article 'River path to open': article, 8 blocks, 10 words>"
    empty = Article(outcome=Outcome(kind=OutcomeKind.EMPTY, reason="nothing"))
    assert (str(empty), repr(empty)) == ("", "<Article None: empty, 0 blocks, 0 words>")


@pytest.mark.parametrize(
    "value", [ARTICLE, ARTICLE.outcome, ARTICLE.body[1], IMAGE, STAMP], ids=lambda v: type(v).__name__
)
def test_frozen(value: BaseModel) -> None:
    name = next(iter(type(value).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, name, None)


def test_aliases() -> None:
    dump = ARTICLE.model_dump(mode="json", by_alias=True)
    assert dump["articleSection"] == "Town"
    assert dump["inLanguage"] == "en"
    assert dump["datePublished"] == "2020-06-26"
    assert dump["datePublishedRaw"] == "June 26, 2020"
    assert dump["articleBody"] == ARTICLE.text
    assert dump["wordCount"] == 10
    assert dump["images"][0]["credit"] == "Ann Lee"
    assert {"alternativeHeadline", "canonicalUrl", "siteName", "isAccessibleForFree", "mainImage"} <= dump.keys()
    assert not any("_" in key for key in dump)


@pytest.mark.parametrize("by_alias", [True, False])
def test_round_trip(by_alias: bool) -> None:
    dump = ARTICLE.model_dump(mode="json", by_alias=by_alias, exclude_computed_fields=True)
    assert Article.model_validate(dump) == ARTICLE
    assert Article.model_validate_json(ARTICLE.model_dump_json(by_alias=by_alias)) == ARTICLE


@given(bodies)
def test_round_trip_of_any_body(body: tuple[Block, ...]) -> None:
    article = article_of(*body)
    again = Article.model_validate_json(article.model_dump_json(by_alias=True))
    assert again == article
    assert again.text == article.text


def test_no_name_is_that_of_a_method_of_a_mapping() -> None:
    """Exporters take what has `items` or `keys` for a mapping."""
    models = [each for each in vars(cleanpage.article).values() if isinstance(each, type) and issubclass(each, Model)]
    assert {Article, List, DefinitionList} < {*models}
    for model in models:
        names = {*dir(model)} - {*dir(Model)} | model.model_fields.keys()
        aliases = {field.alias for field in model.model_fields.values()}
        assert (names | aliases).isdisjoint(dir(dict)), model


def described(schema: dict[str, Any]) -> list[str]:
    """Properties of a JSON schema and all its definitions that lack a description, `type` tags apart."""
    missing = []
    for name, model in {"": schema, **schema.get("$defs", {})}.items():
        for field, values in model.get("properties", {}).items():
            if "description" not in values and field not in ("type", "kind", "body", "rows"):
                missing.append(f"{name}.{field}")
    return missing


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_json_schema_describes_every_field(mode: Any) -> None:
    schema = Article.model_json_schema(mode=mode)
    assert described(schema) == []
    assert schema["description"]


@pytest.mark.parametrize("model", MODELS)
def test_models_are_described(model: type[BaseModel]) -> None:
    assert model.__doc__
    assert all(field.description for name, field in model.model_fields.items() if name not in ("type", "kind"))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Heading(text="a", level=7),
        lambda: TableCell(text="a", colspan=1001),
        lambda: TableCell(text="a", rowspan=0),
        lambda: Article.model_validate({}),
    ],
)
def test_invalid(make: Any) -> None:
    with pytest.raises(ValidationError):
        make()
