"""What reading a source gives: pages, records that hold none, and faults of the source itself."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from cleanpage.batch.schema import INPUT_SCHEMA, ORIGIN

__all__ = ["Found", "PageRecord", "ReadSettings", "RowError", "Skipped", "SourceFault", "batch_of_pages", "skip_reason"]

NO_PAGES = (
    *("image/", "audio/", "video/", "font/", "application/font", "application/vnd.ms-", "application/x-font"),
    *("application/javascript", "application/x-javascript", "application/pdf", "application/zip", "application/gzip"),
    *("application/rss+xml", "application/atom+xml", "application/wasm", "application/x-shockwave-flash"),
    *("text/css", "text/javascript", "text/csv", "text/calendar", "text/vcard", "text/dns"),
)
"""Beginnings of content types that no browser shows as a page. All others are read: servers often declare nonsense."""


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a page has no article."""

    stage: str
    """`read`, `decode`, `extract`, `timeout`, `crash` or `memory`."""
    kind: str
    """Name of the exception."""
    message: str
    """Its message."""

    def as_struct(self) -> dict[str, str]:
        """The value of the column `error`."""
        return {"stage": self.stage, "kind": self.kind, "message": self.message}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """A page as a source holds it, decoded from its transfer and content codings."""

    source: str
    """The file that it is from, as the user names it."""
    position: int
    """Number of the record in the input, from 0."""
    id: str | None = None
    """The source's own identifier."""
    url: str | None = None
    """URL as given, absolute or not."""
    content_type: str | None = None
    """The header `Content-Type`."""
    http_status: int | None = None
    """Status of the response."""
    fetched_at: dt.datetime | None = None
    """When it was fetched, with a zone."""
    html: bytes | str | None = None
    """The page."""
    error: RowError | None = None
    """Why it could not be read."""
    kept: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Values of the columns to keep."""
    read: int = 0
    """Bytes of the input read so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A record that holds no page to extract."""

    position: int
    reason: str
    """A few words, the same for all records of a sort, as in `http status 404`."""
    read: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFault:
    """A source that could not be read to its end."""

    kind: str
    """`source_truncated`, `source_corrupt` or `source_unreadable`."""
    source: str
    at: int
    """Byte of the file up to which it was read."""
    message: str


Found = PageRecord | Skipped | SourceFault


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """What to read of the sources."""

    statuses: tuple[int, ...] = (200,)
    """HTTP statuses of pages to extract; none means all. Pages without a status are always extracted."""
    html_column: str = "html"
    url_column: str = "url"
    id_column: str = "id"
    """Where Parquet and JSONL have these."""
    keep: tuple[str, ...] = ()
    """Columns to keep; of a WARC record, the headers of these names."""
    max_bytes: int = 50_000_001
    """Bytes of a page to read."""


def skip_reason(status: int | None, content_type: str | None, settings: ReadSettings) -> str | None:
    """Why a response is out of scope; None if it is to be extracted."""
    if settings.statuses and status is not None and status not in settings.statuses:
        return f"http status {status}"
    declared = (content_type or "").partition(";")[0].strip().lower()
    return f"content type {declared}" if declared.startswith(NO_PAGES) else None


def batch_of_pages(pages: Sequence[PageRecord], keep: Iterable[pa.Field] = ()) -> pa.RecordBatch:
    """Pages as a batch of `INPUT_SCHEMA`, with the columns to keep after it."""
    columns: list[Any] = [pa.array([getattr(page, kind.name) for page in pages], kind.type) for kind in ORIGIN]
    columns.append(pa.array([as_bytes(page.html) for page in pages], pa.binary()))
    errors = [page.error.as_struct() if page.error else None for page in pages]
    columns.append(pa.array(errors, INPUT_SCHEMA.field("error").type))
    keep = tuple(keep)
    columns += [pa.array([kept_value(page, kind) for page in pages], kind.type) for kind in keep]
    return pa.RecordBatch.from_arrays(columns, schema=pa.schema([*INPUT_SCHEMA, *keep]))


def kept_value(page: PageRecord, column: pa.Field) -> Any:
    """The value of a column to keep; in a column of text, everything is text."""
    value = page.kept.get(column.name)
    if value is None or isinstance(value, str) or not pa.types.is_string(column.type):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def as_bytes(html: bytes | str | None) -> bytes | None:
    """A page as bytes; one that is text already carries a byte order mark, which every declaration gives way to."""
    if html is None or isinstance(html, bytes):
        return html
    try:
        return html.encode("utf-8-sig")
    except UnicodeEncodeError:
        return html.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8-sig")
