"""The result of an extraction: `Article`, its parts, and the blocks of its body.

All models are frozen. Attribute names are snake_case; each has a camelCase alias spelled as schema.org and Zyte's
article schema spell it, used by `article.model_dump(by_alias=True)`.
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, computed_field, model_validator

from cleanpage.body import (
    Block,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Embed,
    EmbedKind,
    Entry,
    Figure,
    Footnote,
    Gallery,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Math,
    Model,
    Paragraph,
    Quote,
    Span,
    SpanKind,
    Table,
    TableCell,
    blocks_text,
    running_texts,
)
from cleanpage.evidence import Candidate, Evidence, EvidenceMap, Source
from cleanpage.reading import Length, length_of

__all__ = [
    "Article",
    "Author",
    "Block",
    "Breadcrumb",
    "Candidate",
    "Code",
    "Comment",
    "Definition",
    "DefinitionList",
    "Divider",
    "Embed",
    "EmbedKind",
    "Entry",
    "Evidence",
    "Figure",
    "Footnote",
    "Gallery",
    "Heading",
    "Image",
    "Inline",
    "Link",
    "List",
    "ListItem",
    "Math",
    "Outcome",
    "OutcomeKind",
    "Paragraph",
    "Precision",
    "Quote",
    "Signal",
    "Source",
    "Span",
    "SpanKind",
    "Table",
    "TableCell",
    "Timestamp",
]


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


class Breadcrumb(Model):
    """A step of the way from the first page of the site to the page."""

    name: str
    """What the step is called."""
    url: str | None = None
    """Absolute URL of its page."""


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
    internal: bool | None = None
    """Whether it leads to the same host as the page; None where the page's URL is not known."""
    block: int
    """Index in `Article.body` of the block that it stands in."""


class Comment(Model):
    """What a reader wrote under the article."""

    author: str | None = None
    """Who wrote it, as the page names them."""
    published: dt.datetime | None = None
    """When, where the page says so for machines; aware if the page gives an offset."""
    published_raw: str | None = None
    """The time as the page shows it."""
    reply_to: int | None = None
    """Index in `Article.comments` of the comment that it answers, where the page shows that."""
    blocks: tuple[Block, ...]
    """What it says."""
    path: str | None = None
    """XPath of its element."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def text(self) -> str:
        """What it says, as plain text."""
        return blocks_text(self.blocks)


class OutcomeKind(StrEnum):
    """What the page turned out to be."""

    ARTICLE = "article"
    FORUM = "forum"
    """A discussion: posts of several people."""
    PRODUCT = "product"
    """One thing that is for sale."""
    DOCUMENTATION = "documentation"
    """A manual or a reference."""
    LISTING = "listing"
    """A list of articles, jobs or the like, with a text for each."""
    COLLECTION = "collection"
    """A list of things for sale, as a category of a shop."""
    SERVICE = "service"
    """What somebody offers or is: the pages of a company about itself."""
    INDEX_PAGE = "index_page"
    """A page that does nothing but lead to others, as the front of a section."""
    CONSENT_WALL = "consent_wall"
    LOGIN_WALL = "login_wall"
    """A page for those who have an account."""
    PAYWALL = "paywall"
    """A page whose content is for those who pay."""
    JAVASCRIPT_SHELL = "javascript_shell"
    """A page that is empty without scripts, or wants proof of a browser first."""
    ERROR_PAGE = "error_page"
    REDIRECT = "redirect"
    """A page that sends its reader on."""
    EMPTY = "empty"
    NOT_HTML = "not_html"
    LIMIT_HIT = "limit_hit"
    """A page that was read in part: `Outcome.limits` says up to which limits."""


CONTENT_KINDS = frozenset(
    (
        OutcomeKind.ARTICLE,
        OutcomeKind.FORUM,
        OutcomeKind.PRODUCT,
        OutcomeKind.DOCUMENTATION,
        OutcomeKind.LISTING,
        OutcomeKind.COLLECTION,
        OutcomeKind.SERVICE,
        OutcomeKind.LIMIT_HIT,
    )
)


class Signal(Model):
    """A number that an outcome rests on."""

    name: str
    """What was measured or counted."""
    value: float
    """How much of it there is."""


class Outcome(Model):
    """What the page turned out to be, and the reason in words."""

    kind: OutcomeKind
    """The kind of outcome."""
    reason: str
    """What tells so."""
    limits: tuple[str, ...] = ()
    """Names of the limits in `Options` that something was left out for."""
    signals: tuple[Signal, ...] = ()
    """The numbers behind it: words of the body, probabilities of the kinds of pages, and the like."""

    @property
    def has_article(self) -> bool:
        """Whether the page holds content of its own (perhaps cut short by a limit)."""
        return self.kind in CONTENT_KINDS


class Article(Model):
    """A web page without its boilerplate."""

    outcome: Outcome
    """Whether the page is an article, and if not, what it is."""
    confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    """Probability that the body is right: that its word F1 against a reader's own choice is at least .9."""
    url: str | None = None
    """URL of the page, as given."""
    canonical_url: str | None = None
    """URL that the page names as its own; never one that it names and that is of another page."""
    amp_url: str | None = None
    """URL of the page in AMP HTML."""
    print_url: str | None = None
    """URL of the page made for printing."""
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
    breadcrumbs: tuple[Breadcrumb, ...] = ()
    """The way from the first page of the site, as the page gives it; its last step may be the page itself."""
    site_name: str | None = None
    """Name of the site."""
    language: str | None = None
    """BCP 47 tag of the language, as the page declares it; see `Options.detect_language` for pages that do not."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Direction of the script."""
    is_accessible_for_free: bool | None = None
    """False behind a paywall; None where the page does not say."""
    paywall_selector: str | None = None
    """CSS selector of what stands behind the paywall, as the page gives it."""
    license: str | None = None
    """URL of the licence of the text, or its name."""
    main_image: Image | None = None
    """The image that stands for the article."""
    body: tuple[Block, ...] = ()
    """The article itself: headline, byline, and captions excluded."""
    images: tuple[Image, ...] = ()
    """Images of the article, in order, with caption and credit."""
    links: tuple[Link, ...] = ()
    """Links within the body, in order, as often as they stand there."""
    comments: tuple[Comment, ...] = ()
    """Comments of readers, in order; read only with `Options(comments=True)`."""

    @cached_property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks."""
        return blocks_text(self.body)

    @cached_property
    def _length(self) -> Length:
        """How long the text is, measured once for words and minutes."""
        return length_of(self.text)

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
        """Number of words of the body: by white space, in Chinese and Japanese each character."""
        return self._length.in_words

    @computed_field  # type: ignore[prop-decorator]
    @property
    def reading_minutes(self) -> int:
        """Minutes that an adult takes to read the body, rounded up."""
        return self._length.in_minutes

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

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """Why each field has its value, by the field's name: source, place, raw string, confidence, losers.

        Holds what the extraction found on the page, and is empty for articles made in other ways. It is part of neither
        comparison nor `model_dump`; `cleanpage.to_json(article, evidence=True)` writes it, and reading that JSON with
        `Article.model_validate_json` restores it.
        """
        return EvidenceMap()

    def with_evidence(self, evidence: Mapping[str, Evidence]) -> Self:
        """This article, carrying `evidence`; meant for whoever has just made it."""
        vars(self)["evidence"] = evidence  # where its cached property keeps it
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's, without what was derived from fields that may have changed: the copy's text is its body's."""
        copied = super().model_copy(update=update, deep=deep)
        for derived in ("text", "_length"):
            vars(copied).pop(derived, None)
        return copied

    @model_validator(mode="wrap")
    @classmethod
    def restore_evidence(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Read back the evidence that `cleanpage.to_json` wrote."""
        article = handler(data)
        if isinstance(data, dict) and isinstance(found := data.get("evidence"), Mapping):
            article.with_evidence(EvidenceMap({field: Evidence.model_validate(one) for field, one in found.items()}))
        return article

    def to_schema_org(self) -> dict[str, Any]:
        """The article as JSON-LD with the vocabulary of schema.org; see `cleanpage.to_schema_org`."""
        from cleanpage.render.schema_org import to_schema_org

        return to_schema_org(self)

    def to_zyte(self) -> dict[str, Any]:
        """The article with the names of Zyte's article schema; see `cleanpage.to_zyte`."""
        from cleanpage.render.zyte import to_zyte

        return to_zyte(self)

    def __str__(self) -> str:
        """Headline, byline and date, then the text."""
        head = (self.headline, self.byline, str(self.published) if self.published else None)
        return "\n\n".join(filter(None, ("\n".join(filter(None, head)), self.text)))

    def __repr__(self) -> str:
        return f"<Article {self.headline!r}: {self.outcome.kind}, {len(self.body)} blocks, {self.word_count} words>"
