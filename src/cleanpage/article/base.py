"""The base of all models, text with inline spans, and images: what blocks are made of."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

__all__ = ["Image", "Inline", "Model", "Span", "SpanKind"]

# Names of schema.org that are not the attribute's own in camelCase.
ALIASES = {"section": "articleSection", "language": "inLanguage"}


def alias_of(name: str) -> str:
    """The name of a field as schema.org and Zyte's article schema spell it."""
    return ALIASES.get(name) or to_camel(name)


class Model(BaseModel):
    """Base of all parts of an article: frozen, with camelCase aliases and documented fields."""

    model_config = ConfigDict(
        frozen=True,
        alias_generator=alias_of,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )


class SpanKind(StrEnum):
    """What an inline span of text is."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"
    DELETION = "deletion"
    MATH = "math"
    NOTE = "note"


class Span(Model):
    """A part of a block's text with a meaning of its own. Spans nest or stand apart; they never cross."""

    kind: SpanKind
    start: int
    """Offset of the first character in the block's `text`."""
    end: int
    """Offset after the last character in the block's `text`."""
    url: str | None = None
    """Of a link: the absolute URL."""
    title: str | None = None
    """Of a link: its title."""
    rel: tuple[str, ...] = ()
    """Of a link: its `rel` tokens."""
    note: str | None = None
    """Of a reference to a footnote: the `id` of the `Footnote`."""
    latex: bool = False
    """Of a formula: whether the text of the span is LaTeX, and not just the formula's characters."""
    mathml: str | None = None
    """Of a formula without LaTeX: its MathML."""


class Image(Model):
    """An image that belongs to the article."""

    url: str
    """Absolute URL of its best source."""
    alt: str | None = None
    """Alternative text, without caption and credit."""
    caption: str | None = None
    """What the page says of the image, without the credit."""
    credit: str | None = None
    """Who made or owns it, without "Credit", "Photo:" and the like."""
    width: int | None = None
    """Width in CSS pixels, where the page states it."""
    height: int | None = None
    """Height in CSS pixels, where the page states it."""


class Inline(Model):
    """Text with inline spans. A line break on the page is a newline in `text`."""

    text: str
    """The text, white space folded."""
    spans: tuple[Span, ...] = ()
    """Links, emphasis and the like, in order of their start, outer ones first."""
