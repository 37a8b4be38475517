"""Parts of an article other than its blocks: dates, people, links, comments, and the outcome.

`cleanpage.article.article` exports them all.
"""

import datetime as dt
from enum import StrEnum

from pydantic import computed_field

from cleanpage.article.blocks import Block, Model, blocks_text

__all__ = [
    "Author",
    "Breadcrumb",
    "Comment",
    "Link",
    "Outcome",
    "OutcomeKind",
    "Precision",
    "Signal",
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
