"""The result of an extraction: `Article`, its parts, and the blocks of its body.

All models are frozen. Attribute names are snake_case; each has a camelCase alias spelled as schema.org and Zyte's
article schema spell it, used by `article.model_dump(by_alias=True)`.
"""

import datetime as dt
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field
from pydantic.alias_generators import to_camel

__all__ = [
    "Article",
    "Author",
    "Block",
    "Code",
    "Divider",
    "Figure",
    "Heading",
    "Image",
    "Link",
    "List",
    "ListItem",
    "Outcome",
    "OutcomeKind",
    "Paragraph",
    "Precision",
    "Quote",
    "Span",
    "SpanKind",
    "Table",
    "TableCell",
    "Timestamp",
]


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


class Precision(StrEnum):
    """The smallest part of a date that the page gives."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Timestamp(Model):
    """A moment as the page states it, no more precise than the page is."""

    raw: str
    """The string on the page that the moment was read from."""
    precision: Precision
    """The smallest part that the page gives."""
    date: dt.date
    """The calendar day on the page's own clock; the first day of a month or year where no day is given."""
    datetime: dt.datetime | None = None
    """The time, where the page gives one; aware if and only if the page gives a zone or an offset."""

    @property
    def iso(self) -> str:
        """ISO 8601 to the page's own precision: `2020`, `2020-06`, `2020-06-26` or `2020-06-26T09:30:00-04:00`."""
        if self.datetime is not None:
            return self.datetime.isoformat(timespec="minutes" if self.precision is Precision.MINUTE else "auto")
        length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(self.precision, 10)
        return self.date.isoformat()[:length]

    def __str__(self) -> str:
        return self.iso


class Author(Model):
    """Somebody who wrote the article."""

    name: str
    """The name, without "By", role or place."""
    url: str | None = None
    """Absolute URL of the author's page."""


class SpanKind(StrEnum):
    """What an inline span of text is."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"


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


class Inline(Model):
    """A block whose content is text with inline spans. A line break on the page is a newline in `text`."""

    text: str
    """The text, white space folded."""
    spans: tuple[Span, ...] = ()
    """Links, emphasis and the like, in order of their start, outer ones first."""


class Paragraph(Inline):
    """A paragraph."""

    type: Literal["paragraph"] = "paragraph"


class Heading(Inline):
    """A heading within the article."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)
    """1 to 6, as in `h1` to `h6`."""


class ListItem(Inline):
    """An item of a list: its own text, then the blocks nested in it."""

    blocks: "tuple[Block, ...]" = ()
    """Nested lists, further paragraphs and the like."""


class List(Model):
    """A list."""

    type: Literal["list"] = "list"
    ordered: bool = False
    """Whether the items are numbered."""
    start: int = 1
    """Number of the first item of an ordered list."""
    items: tuple[ListItem, ...]
    """The items, in order."""

    @property
    def text(self) -> str:
        """The text of all items and their nested blocks, one a line."""
        return "\n".join(filter(None, (part for item in self.items for part in (item.text, blocks_text(item.blocks)))))


class Quote(Model):
    """A block quotation."""

    type: Literal["quote"] = "quote"
    blocks: "tuple[Block, ...]"
    """What is quoted."""
    cite: str | None = None
    """Absolute URL of the source."""

    @property
    def text(self) -> str:
        """The text of the quoted blocks."""
        return blocks_text(self.blocks)


class Code(Model):
    """Preformatted text, verbatim."""

    type: Literal["code"] = "code"
    text: str
    """The text with its own line breaks and indentation."""
    language: str | None = None
    """The programming language, as the page names it."""


class TableCell(Inline):
    """A cell of a table."""

    header: bool = False
    """Whether it heads a row or a column."""
    colspan: int = Field(default=1, ge=1, le=1000)
    """Number of columns that it covers."""
    rowspan: int = Field(default=1, ge=1, le=65534)
    """Number of rows that it covers."""


class Table(Model):
    """A table of data."""

    type: Literal["table"] = "table"
    rows: tuple[tuple[TableCell, ...], ...]
    """The cells, row by row."""
    caption: str | None = None
    """The table's caption."""

    @property
    def text(self) -> str:
        """The cells' text: tabs between cells, line breaks between rows."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)


class Figure(Model):
    """An image in its place within the body."""

    type: Literal["figure"] = "figure"
    image: Image
    """The image with its caption and credit."""

    @property
    def text(self) -> str:
        """Empty: a caption is no part of the running text. It is at `image.caption`."""
        return ""


class Divider(Model):
    """A thematic break."""

    type: Literal["divider"] = "divider"

    @property
    def text(self) -> str:
        """Empty."""
        return ""


Block = Annotated[
    Paragraph | Heading | List | Quote | Code | Table | Figure | Divider,
    Field(discriminator="type"),
]


def blocks_text(blocks: "tuple[Block, ...]") -> str:
    """The running text of `blocks`: a blank line between blocks, no captions."""
    return "\n\n".join(filter(None, (block.text for block in blocks)))


class Link(Model):
    """A link within the body."""

    url: str
    """Absolute URL."""
    text: str
    """What the link is put on."""
    title: str | None = None
    """Its title."""
    rel: tuple[str, ...] = ()
    """Its `rel` tokens."""
    block: int
    """Index in `Article.body` of the block that it stands in."""


class OutcomeKind(StrEnum):
    """What the page turned out to be."""

    ARTICLE = "article"
    INDEX_PAGE = "index_page"
    CONSENT_WALL = "consent_wall"
    JAVASCRIPT_SHELL = "javascript_shell"
    EMPTY = "empty"
    NOT_HTML = "not_html"
    LIMIT_HIT = "limit_hit"


class Outcome(Model):
    """What the page turned out to be, and the reason in words."""

    kind: OutcomeKind
    """The kind of outcome."""
    reason: str
    """What tells so."""

    @property
    def has_article(self) -> bool:
        """Whether the page holds content of its own (perhaps cut short by a limit)."""
        return self.kind in (OutcomeKind.ARTICLE, OutcomeKind.LIMIT_HIT)


class Article(Model):
    """A web page without its boilerplate."""

    outcome: Outcome
    """Whether the page is an article, and if not, what it is."""
    url: str | None = None
    """URL of the page, as given."""
    canonical_url: str | None = None
    """URL that the page names as its own."""
    headline: str | None = None
    """Title of the article, without the name of the site."""
    alternative_headline: str | None = None
    """Subtitle or standfirst shown under the headline."""
    description: str | None = None
    """Summary, as the page gives it."""
    byline: str | None = None
    """The line that names the authors, as it stands on the page."""
    authors: tuple[Author, ...] = ()
    """The people who wrote the article, in order."""
    published: Timestamp | None = None
    """When the article was first published. Never taken from `updated`."""
    updated: Timestamp | None = None
    """When the article was last changed. Never taken from `published`."""
    dateline: str | None = None
    """Place at the head of the first paragraph, as in `WASHINGTON`."""
    section: str | None = None
    """Section of the site."""
    keywords: tuple[str, ...] = ()
    """Keywords or tags."""
    site_name: str | None = None
    """Name of the site."""
    language: str | None = None
    """BCP 47 tag of the language."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Direction of the script."""
    is_accessible_for_free: bool | None = None
    """False behind a paywall; None where the page does not say."""
    main_image: Image | None = None
    """The image that stands for the article."""
    body: tuple[Block, ...] = ()
    """The article itself: headline, byline, and captions excluded."""
    images: tuple[Image, ...] = ()
    """Images of the article, in order, with caption and credit."""
    links: tuple[Link, ...] = ()
    """Links within the body, in order, as often as they stand there."""

    @cached_property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks."""
        return blocks_text(self.body)

    @computed_field  # type: ignore[prop-decorator]  # pydantic documents this order
    @property
    def article_body(self) -> str:
        """The body as plain text; the same as `text`."""
        return self.text

    @computed_field  # type: ignore[prop-decorator]
    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Texts of paragraphs, quoted ones and list items included, headings, tables and code not."""
        return tuple(running_texts(self.body))

    @computed_field  # type: ignore[prop-decorator]
    @property
    def captions(self) -> tuple[str, ...]:
        """Captions of the images, in order."""
        return tuple(image.caption for image in self.images if image.caption)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def word_count(self) -> int:
        """Number of words of the body, by white space."""
        return len(self.text.split())

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_published(self) -> str | None:
        """`published` in ISO 8601."""
        return self.published.iso if self.published else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_published_raw(self) -> str | None:
        """`published` as the page writes it."""
        return self.published.raw if self.published else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_modified(self) -> str | None:
        """`updated` in ISO 8601."""
        return self.updated.iso if self.updated else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date_modified_raw(self) -> str | None:
        """`updated` as the page writes it."""
        return self.updated.raw if self.updated else None

    def __str__(self) -> str:
        """Headline, byline and date, then the text."""
        head = (self.headline, self.byline, str(self.published) if self.published else None)
        return "\n\n".join(filter(None, ("\n".join(filter(None, head)), self.text)))

    def __repr__(self) -> str:
        return f"<Article {self.headline!r}: {self.outcome.kind}, {len(self.body)} blocks, {self.word_count} words>"


def running_texts(blocks: "tuple[Block, ...]") -> list[str]:
    """Texts of the paragraphs among `blocks` and of those nested in lists and quotes, in order."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Quote):
            texts += running_texts(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                texts += [item.text] if item.text else []
                texts += running_texts(item.blocks)
    return texts
