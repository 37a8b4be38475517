"""The models of the result."""

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
    Heading,
    Image,
    List,
    ListItem,
    Outcome,
    OutcomeKind,
    Paragraph,
    Quote,
    Span,
    TableCell,
    Timestamp,
)
from cleanpage.article.base import Model
from tests.article_strategies import article as article_of
from tests.article_strategies import bodies
from tests.full_article import BLOCKS
from tests.full_article import FULL_ARTICLE as ARTICLE

MODELS = (Article, Author, Outcome, Timestamp, Span, Image, Paragraph, Heading, ListItem, List, Quote, Code, TableCell)


def test_texts() -> None:
    assert ARTICLE.article_body == ARTICLE.text
    assert ARTICLE.text.split("\n\n") == [
        *("Two\nlines.", "a b c d e f g h i", "Fares", "One\nin\nTwo", "Nine\nTen", "Quay\nA wall."),
        *("It sails.", "It sails.", "Ann", "if a < b:\n    c()", "x^2", "y", "Day\nMon\tTue", "A post."),
        *("Why.", "More.", "News", "It is here."),
    ]
    assert ARTICLE.paragraphs == (
        *("Two\nlines.", "a b c d e f g h i", "One", "in", "Two", "Nine", "Ten", "A wall.", "It sails.", "It sails."),
        *("A post.", "Why.", "More.", "It is here."),
    )
    assert ARTICLE.captions == ("The boat.",)
    assert ARTICLE.word_count == len(ARTICLE.text.split())
    assert [BLOCKS[name].text for name in ("figure", "gallery", "video", "divider")] == [""] * 4


def test_a_copy_with_another_body_has_the_text_of_that() -> None:
    assert ARTICLE.word_count > 2
    copied = ARTICLE.model_copy(update={"body": (Paragraph(text="Two words"),)})
    assert (copied.text, copied.article_body, copied.word_count) == ("Two words", "Two words", 2)
    assert ARTICLE.model_copy() == ARTICLE


def test_dates() -> None:
    assert (ARTICLE.date_published, ARTICLE.date_published_raw) == ("2020-06-26T12:00:00+00:00", "noon")
    assert (ARTICLE.date_modified, ARTICLE.date_modified_raw) == ("2020-06", "June 2020")
    unpublished = ARTICLE.model_copy(update={"published": None})
    assert (unpublished.date_published, unpublished.date_published_raw) == (None, None), "never taken from each other"
    assert unpublished.date_modified == "2020-06"
    assert ARTICLE.model_copy(update={"updated": None}).date_modified is None


def test_str_and_repr() -> None:
    assert str(ARTICLE).startswith("The ferry is back\nBy Mira Holm\n2020-06-26T12:00:00+00:00\n\nTwo\nlines.\n\na b")
    assert repr(ARTICLE) == f"<Article 'The ferry is back': article, {len(BLOCKS)} blocks, {ARTICLE.word_count} words>"
    empty = Article(outcome=Outcome(kind=OutcomeKind.EMPTY, reason="nothing"))
    assert (str(empty), repr(empty)) == ("", "<Article None: empty, 0 blocks, 0 words>")


@pytest.mark.parametrize(
    "value",
    [ARTICLE, ARTICLE.outcome, ARTICLE.body[1], ARTICLE.images[0], ARTICLE.published],
    ids=lambda value: type(value).__name__,
)
def test_frozen(value: BaseModel) -> None:
    name = next(iter(type(value).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, name, None)


def test_aliases() -> None:
    dump = ARTICLE.model_dump(mode="json", by_alias=True)
    assert dump["articleSection"] == "Coast"
    assert dump["inLanguage"] == "en"
    assert dump["datePublished"] == "2020-06-26T12:00:00+00:00"
    assert dump["datePublishedRaw"] == "noon"
    assert dump["articleBody"] == ARTICLE.text
    assert dump["wordCount"] == ARTICLE.word_count
    assert dump["images"][0]["credit"] == "Ida Berg"
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
