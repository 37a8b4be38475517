"""What a system says of a page, in one form for all systems."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["BODY", "DATE", "EVERYTHING", "METADATA", "SUMMARY", "Extraction", "Extractor", "System"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one system got out of one page; None where it has no such field or found nothing.

    Args:
        text: Plain text of the body.
        published: Day of publication.
        published_at: Moment of publication, where the system gives one with its time.
        updated: Day of the last change.
        subtitle: What stands under the headline.
        main_image: URL of the picture that stands for the article.
        topics: Keywords or tags.
        seconds: Processor time, where the system runs in another process and measured it there.
    """

    text: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    published: dt.date | None = None
    published_at: dt.datetime | None = None
    updated: dt.date | None = None
    captions: tuple[str, ...] | None = None
    subtitle: str | None = None
    description: str | None = None
    main_image: str | None = None
    topics: tuple[str, ...] | None = None
    seconds: float | None = None


Extractor = Callable[[bytes, str | None], Extraction]
"""Takes a page as published, and its URL."""

BODY = frozenset({"text"})
METADATA = frozenset({"headline", "authors", "published"})
DATE = frozenset({"published"})
SUMMARY = frozenset({"description", "main_image", "topics"})
EVERYTHING = BODY | METADATA | SUMMARY | {"published_at", "updated", "captions", "subtitle"}


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One system under measure.

    Args:
        name: Name in tables and on the command line.
        package: The distribution (or npm package) whose version is reported.
        fields: Fields of `Extraction` that it gives at all; the others are not judged.
        load: Imports it and returns its extractor; raises ImportError or OSError where it is not installed.
        version: Returns the installed version of `package`; raises like `load`.
    """

    name: str
    package: str
    fields: frozenset[str]
    load: Callable[[], Extractor]
    version: Callable[[], str]
