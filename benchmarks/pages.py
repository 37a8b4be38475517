"""A page with what is true of it, and a corpus of such pages."""

import datetime as dt
import gzip
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Self

from benchmarks.domains import domain_of

__all__ = ["UNKNOWN", "BodyMetric", "Corpus", "CorpusError", "GoldImage", "Page", "Section", "without_title"]

UNKNOWN = "unknown"
"""Kind of a page whose corpus does not tell it."""
LANGUAGE = re.compile(rb"<html\b[^>]{0,2000}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
LANGUAGE_WITHIN = 20_000
"""Bytes of a page in which its `html` tag is sought."""


MAX_TITLE = 200
"""Characters of the longest line that is a title."""
SENTENCE_ENDS = (".", "。", ":", ";")


class CorpusError(Exception):
    """A corpus is missing or laid out in none of the known ways; the message says where it was sought."""


class BodyMetric(StrEnum):
    """How the body of a corpus is judged, by the definition of the benchmark it comes from."""

    WORDS = "words"
    """Bags of words against the gold body; mean over pages (WCXB)."""
    SNIPPETS = "snippets"
    """Snippets that must and must not appear; counts summed over pages (trafilatura)."""
    SHINGLES = "shingles"
    """Shingles of four tokens against the gold body (scrapinghub)."""
    NONE = "none"
    """The corpus says nothing of the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldImage:
    """An image of a gold page."""

    caption: str | None = None
    credits: tuple[str, ...] = ()
    alt: str | None = None
    cover: bool = False
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a gold body: its headings and paragraphs."""

    headings: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with what is true of it. None means not known, an empty value means known to be none.

    Args:
        id: Name of the page within its corpus.
        path: File with the bytes as published, gzipped.
        kind: One of article, forum, product, collection, listing, documentation, service; or `UNKNOWN`.
        url: Absolute URL; None where the corpus has none.
        stated_language: Primary subtag of the language that the corpus tells.
        body: Gold text of the body.
        titled: Whether the gold body begins with the title of the page; it is then compared with headline and text.
        with_snippets: Texts that the body must contain.
        without_snippets: Texts that the body must not contain.
        published: Day of publication.
        published_at: Moment of publication; aware where the corpus gives a zone.
    """

    id: str
    corpus: str
    path: Path
    kind: str = "article"
    url: str | None = None
    stated_language: str | None = None
    body: str | None = None
    titled: bool = False
    paragraphs: tuple[str, ...] = ()
    headline: str | None = None
    alternative_headline: str | None = None
    summary: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    authors: tuple[str, ...] | None = None
    published: dt.date | None = None
    published_at: dt.datetime | None = None
    images: tuple[GoldImage, ...] | None = None
    main_image: str | None = None
    topics: tuple[str, ...] = ()
    with_snippets: tuple[str, ...] = ()
    without_snippets: tuple[str, ...] = ()

    @property
    def html(self) -> bytes:
        """The bytes of the page, as published."""
        return gzip.decompress(self.path.read_bytes())

    @property
    def language(self) -> str:
        """Primary subtag of the language by the corpus, else by the page's own `lang`; `?` where none is given."""
        if self.stated_language:
            return self.stated_language
        found = LANGUAGE.search(self.html[:LANGUAGE_WITHIN])
        return found[1].decode("ascii").lower() if found else "?"

    @property
    def text_of_body(self) -> str | None:
        """The gold body without the title that it begins with, if it does: what blocks of the body are labelled by."""
        return without_title(self.body) if self.titled and self.body else self.body

    @property
    def domain(self) -> str:
        """Registrable domain, for grouping; the page's id where no domain can be told."""
        return domain_of(self.url or self.id) or self.id


def without_title(body: str) -> str:
    """A gold body without its first line, unless that is a paragraph: long, or ending as a sentence does."""
    first, _, rest = body.strip().partition("\n")
    return body if len(first) > MAX_TITLE or first.rstrip().endswith(SENTENCE_ENDS) else rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Pages of one corpus and how their bodies are judged.

    Args:
        digest: SHA-256 over truth and page files, in hexadecimal.
    """

    name: str
    metric: BodyMetric
    pages: tuple[Page, ...]
    digest: str

    def __len__(self) -> int:
        return len(self.pages)

    def sample(self, count: int) -> Self:
        """`count` pages, evenly spaced, under a name of its own; the corpus itself where it has no more."""
        if count >= len(self.pages):
            return self
        chosen = (self.pages[len(self.pages) * at // count] for at in range(count))
        return replace(self, name=f"{self.name}@{count}", pages=tuple(chosen))

    def unseen(self, other: "Corpus") -> Self:
        """The corpus without pages whose domain occurs in `other`."""
        seen = {page.domain for page in other.pages}
        pages = tuple(page for page in self.pages if page.domain not in seen)
        return replace(self, name=f"{self.name}-unseen", pages=pages)
