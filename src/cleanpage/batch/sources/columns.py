"""Pages of rows with columns: what Parquet and JSONL have in common."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from cleanpage.batch.records import PageRecord, ReadSettings, RowError, Skipped, skip_reason

__all__ = ["as_text", "given_columns", "page_of_columns"]


def given_columns(settings: ReadSettings) -> tuple[str, ...]:
    """The columns that are read where a source has them, without those to keep."""
    own = (settings.html_column, settings.url_column, settings.id_column)
    return (*own, "content_type", "http_status", "fetched_at")


def page_of_columns(
    row: Mapping[str, Any], source: str, position: int, settings: ReadSettings, read: int
) -> PageRecord | Skipped:
    """The page of a row, or why it is out of scope."""
    status, content_type = whole_number(row.get("http_status")), text(row.get("content_type"))
    reason = skip_reason(status, content_type, settings)
    if reason is not None:
        return Skipped(position=position, reason=reason, read=read)
    html = row.get(settings.html_column)
    error = None
    if not isinstance(html, bytes | str):
        message = f"the column {settings.html_column!r} holds {type(html).__name__}, not text or bytes"
        html, error = None, RowError("read", "TypeError", message)
    return PageRecord(
        source=source,
        position=position,
        id=text(row.get(settings.id_column)),
        url=text(row.get(settings.url_column)),
        content_type=content_type,
        http_status=status,
        fetched_at=moment(row.get("fetched_at")),
        html=html and html[: settings.max_bytes],
        error=error,
        kept={name: row.get(name) for name in settings.keep},
        read=read,
    )


def text(value: Any) -> str | None:
    """An identifier or header as text; None for nothing, and for an empty one."""
    return None if value is None or value == "" else as_text(value)


def as_text(value: Any) -> str:
    """A value of any type as text: as it is, or in JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def whole_number(value: Any) -> int | None:
    """An HTTP status, as number or text; None if it cannot be one."""
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number <= 999 else None


def moment(value: Any) -> dt.datetime | None:
    """A time as such or in ISO 8601, in UTC where it has no zone; None if it is none."""
    try:
        time = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    if not isinstance(time, dt.datetime):
        return None
    return time if time.tzinfo else time.replace(tzinfo=dt.UTC)
