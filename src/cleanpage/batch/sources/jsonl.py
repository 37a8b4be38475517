"""Pages of JSON Lines: one object a line."""

import io
import json
from collections.abc import Iterator

from cleanpage.batch.records import Found, PageRecord, ReadSettings, RowError
from cleanpage.batch.sources.columns import page_of_columns
from cleanpage.batch.streams import Stream

__all__ = ["read_jsonl"]


def read_jsonl(stream: Stream, settings: ReadSettings) -> Iterator[Found]:
    """The objects of a file, in order; `position` is the number of the line. Empty lines are passed over."""
    for position, line in enumerate(io.BufferedReader(stream)):
        if stream.fault and not line.endswith(b"\n"):
            break
        if line.strip():
            yield read_line(line, stream, position, settings)
    if stream.fault:
        yield stream.fault


def read_line(line: bytes, stream: Stream, position: int, settings: ReadSettings) -> Found:
    """The page of a line; a line that is no object is a page that cannot be read."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
        if not isinstance(row, dict):
            raise TypeError(f"the line holds {type(row).__name__}, not an object")
    except (ValueError, TypeError, RecursionError) as error:
        problem = RowError("read", type(error).__name__, str(error))
        return PageRecord(source=stream.name, position=position, error=problem, read=stream.consumed())
    return page_of_columns(row, stream.name, position, settings, stream.consumed())
