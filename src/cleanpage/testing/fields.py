"""Fields of an article, or of any scraper item, as plain data that can be compared and written."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.alias_generators import to_snake

from cleanpage.article import Article, Timestamp
from cleanpage.testing.comparison import Kind, guess_kind

__all__ = [
    "FIELDS",
    "UNEXPECTED",
    "Field",
    "article_field",
    "expectations",
    "json_of",
    "kind_of",
    "observe",
    "observe_dump",
]

UNEXPECTED = "unexpected_"
"""Before the name of a text: the check that it holds no paragraph that is not expected. Every text brings it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that `expected.json` may hold.

    Args:
        kind: How its values are compared.
        read: Reads it from an article dumped as JSON.
        core: Whether it is written even if the article does not have it, so that it stays away.
        written: Whether it is written at all, unless somebody asks for it.
    """

    kind: Kind
    read: Callable[[Mapping[str, Any]], Any]
    core: bool = False
    written: bool = True


def item(name: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda dump: dump.get(name)


def parts(name: str, keys: Iterable[str]) -> Callable[[Mapping[str, Any]], Any]:
    """Reads a list of objects with some of their keys, without those that are empty."""
    wanted = tuple(keys)
    return lambda dump: [{key: one[key] for key in wanted if one.get(key)} for one in dump.get(name) or ()]


def text(dump: Mapping[str, Any]) -> list[str]:
    """The body, a string for each block."""
    return [part for part in str(dump.get("article_body") or "").split("\n\n") if part]


FIELDS: Mapping[str, Field] = {
    "outcome": Field(Kind.LINE, lambda dump: (dump.get("outcome") or {}).get("kind"), core=True),
    "canonical_url": Field(Kind.URL, item("canonical_url")),
    "headline": Field(Kind.LINE, item("headline"), core=True),
    "alternative_headline": Field(Kind.LINE, item("alternative_headline")),
    "description": Field(Kind.LINE, item("description")),
    "byline": Field(Kind.LINE, item("byline")),
    "authors": Field(Kind.PEOPLE, parts("authors", ("name", "url")), core=True),
    "published": Field(Kind.DATE, item("date_published"), core=True),
    "updated": Field(Kind.DATE, item("date_modified"), core=True),
    "dateline": Field(Kind.LINE, item("dateline")),
    "section": Field(Kind.LINE, item("section")),
    "keywords": Field(Kind.LIST, item("keywords")),
    "site_name": Field(Kind.LINE, item("site_name")),
    "language": Field(Kind.LINE, item("language")),
    "direction": Field(Kind.LINE, item("direction"), written=False),
    "is_accessible_for_free": Field(Kind.VALUE, item("is_accessible_for_free")),
    "main_image": Field(Kind.URL, lambda dump: (dump.get("main_image") or {}).get("url")),
    "images": Field(Kind.LIST, parts("images", ("url", "caption", "credit"))),
    "captions": Field(Kind.LIST, item("captions"), written=False),
    "links": Field(Kind.LIST, parts("links", ("url", "text"))),
    "blocks": Field(Kind.LIST, lambda dump: [block["type"] for block in dump.get("body") or ()], written=False),
    "paragraphs": Field(Kind.LIST, item("paragraphs"), written=False),
    "text": Field(Kind.TEXT, text, core=True),
    "text_contains": Field(Kind.CONTAINS, text, written=False),
    "text_lacks": Field(Kind.LACKS, text, written=False),
}
"""Every field of `expected.json`, in the order of the file."""

OTHER_NAMES: Mapping[str, str] = {
    "article_body": "text",
    "body": "text",
    "date_published": "published",
    "date_modified": "updated",
    "in_language": "language",
    "article_section": "section",
    "author": "authors",
    "date": "published",
    "title": "headline",
}
"""Further names under which scrapers yield fields of an article, in snake_case."""


def kind_of(name: str, expected: Any) -> Kind:
    """How a field is compared: fields of an article by their kind, under any usual name; others by the value."""
    if name.startswith(UNEXPECTED):
        return Kind.UNEXPECTED
    known = FIELDS.get(article_field(name))
    return known.kind if known else guess_kind(expected)


def article_field(name: str) -> str:
    """The name that `FIELDS` has for a field of a scraper, or the name itself."""
    snake = to_snake(name)
    return OTHER_NAMES.get(snake, snake)


def observe(subject: object) -> dict[str, Any]:
    """The fields of an article, or of the output of any scraper, as plain data.

    Args:
        subject: An `Article`, a mapping (a Scrapy item is one), a dataclass, an attrs or a pydantic object.

    Raises:
        TypeError: It is none of these.
    """
    if isinstance(subject, Article):
        return observe_dump(subject.model_dump(mode="json"))
    values = members(subject)
    if values is None:
        accepted = "an Article, a mapping, a dataclass, an attrs or pydantic object, or a Scrapy item"
        raise TypeError(f"give {accepted}, not {type(subject).__module__}.{type(subject).__qualname__}")
    return values


def observe_dump(dump: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article that was dumped as JSON, perhaps by another version of the library."""
    return {name: field.read(dump) for name, field in FIELDS.items()}


def members(subject: object) -> dict[str, Any] | None:
    """Names and plain values of an object's fields, or None for something without fields."""
    names: Iterable[str]
    if isinstance(subject, Mapping):
        return {str(name): plain(value) for name, value in subject.items()}
    if dataclasses.is_dataclass(subject) and not isinstance(subject, type):
        names = [field.name for field in dataclasses.fields(subject)]
    elif isinstance(subject, BaseModel):
        names = [*type(subject).model_fields, *type(subject).model_computed_fields]
    elif attributes := getattr(type(subject), "__attrs_attrs__", None):
        names = [attribute.name for attribute in attributes]
    else:
        return None
    return {name: plain(getattr(subject, name)) for name in names}


def plain(value: Any) -> Any:
    """`value` as strings, numbers, dates, lists and dicts."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, bool | int | float | str | dt.date):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if isinstance(value, Set):
        return sorted(map(plain, value), key=str)
    if isinstance(value, Timestamp):
        return value.iso
    if isinstance(value, Article):
        return observe(value)
    found = members(value)
    if found is not None:
        return found
    return [plain(one) for one in value] if isinstance(value, Iterable) else str(value)


def json_of(value: Any) -> Any:
    """A plain value as a JSON value: dates in ISO 8601."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_of(one) for key, one in value.items()}
    return [json_of(one) for one in value] if isinstance(value, list | tuple) else value


def expectations(observed: Mapping[str, Any]) -> dict[str, Any]:
    """What `expected.json` says at first: the core fields, and every other that the article has."""
    return {
        name: json_of(observed[name])
        for name, field in FIELDS.items()
        if field.core or (field.written and observed[name] not in (None, [], ""))
    }
