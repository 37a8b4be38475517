"""Pages of WARC files (ISO 28500): packed by record, packed as a whole, or not packed."""

import datetime as dt
import io
from collections.abc import Iterator
from itertools import count

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from cleanpage.batch.http_message import Head, read_head
from cleanpage.batch.payload import decoded
from cleanpage.batch.records import Found, PageRecord, ReadSettings, Skipped, SourceFault, skip_reason
from cleanpage.batch.streams import Stream

__all__ = ["read_warc"]

WITH_PAGES = (WarcRecordType.response, WarcRecordType.resource)
"""All others hold none: a `revisit` refers to another record, a `conversion` is text made of a page."""

HEAD = 1 << 16
"""Bytes that are read to see whether a record is in scope; longer heads are read with the whole."""


def read_warc(stream: Stream, settings: ReadSettings) -> Iterator[Found]:
    """The records of a WARC file, in order; those without a page are skipped by reason."""
    # Codings are undone outside of the iterator: an error within it would lose all records that follow.
    archive = iter(ArchiveIterator(io.BufferedReader(stream), parse_http=False, auto_decode="none"))
    for position in count():
        try:
            record = next(archive, None)
            found = read_record(record, stream, position, settings) if record else None
        except (OSError, ValueError) as error:
            stream.end("source_corrupt", str(error))
            break
        if record is None:
            break
        if found is None:
            stream.end("source_truncated", "the file ends within a record")
            break
        yield found
    if stream.fault:
        yield stream.fault
    elif not stream.offset:
        yield SourceFault(kind="source_truncated", source=stream.name, at=0, message="the file is empty")


def read_record(record: WarcRecord, stream: Stream, position: int, settings: ReadSettings) -> Found | None:
    """The page of a record, or why it holds none; None where the file ends within it."""
    block = record.reader.read(HEAD)
    head = read_head(block) if record.is_http else Head(None, {}, 0)
    content_type = head.get("content-type") if record.is_http else record.headers.get("Content-Type")
    reason = skip_reason(head.status, content_type, settings)
    if record.record_type not in WITH_PAGES:
        reason = f"record type {record.headers.get('WARC-Type') or 'unknown'}"
    if reason is None:
        block += record.reader.read(max(0, settings.max_bytes + head.size - len(block)))
    if record.headers.get("Content-Length") is None or len(block) + record.consume() < record.content_length:
        return None
    if reason is not None:
        return Skipped(position=position, reason=reason, read=stream.consumed())
    if head.size >= HEAD:
        head = read_head(block)
    return PageRecord(
        source=stream.name,
        position=position,
        id=record.record_id or None,
        url=(record.headers.get("WARC-Target-URI") or "").strip("<> ") or None,
        content_type=content_type,
        http_status=head.status,
        fetched_at=date_of(record),
        html=decoded(
            block[head.size :],
            transfer=head.get("transfer-encoding"),
            content=head.get("content-encoding"),
            limit=settings.max_bytes,
        ),
        kept={name: record.headers.get(name) for name in settings.keep},
        read=stream.consumed(),
    )


def date_of(record: WarcRecord) -> dt.datetime | None:
    """When the record was made; None if it does not say so."""
    try:
        return record.record_date if record.headers.get("WARC-Date") else None
    except (ValueError, OverflowError):
        return None
