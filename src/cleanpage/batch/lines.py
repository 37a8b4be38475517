"""Rows as JSON Lines, with the names of the columns; what is JSON in a column stands there as it is."""

import base64
import datetime as dt
import json
from typing import Any

import pyarrow as pa

__all__ = ["LINE", "as_lines"]

LINE = "line"
"""Name of the column that holds the lines."""

IN_JSON = ("body", "comments", "evidence")

COUNTED = ("id", "outcome", "error", "seconds")
"""Columns that stay beside the lines, for whoever counts them."""


def as_lines(rows: pa.RecordBatch) -> pa.RecordBatch:
    """Rows as a column of lines, beside a few columns that are counted."""
    lines = pa.array([line_of(row) for row in rows.to_pylist()], pa.string())
    return pa.RecordBatch.from_arrays([*(rows.column(name) for name in COUNTED), lines], names=[*COUNTED, LINE])


def line_of(row: dict[str, Any]) -> str:
    """The object of a row, in one line."""
    ready = {name: row.pop(name) for name in IN_JSON}
    head = json.dumps(row, ensure_ascii=False, default=plain)
    tail = ", ".join(f'"{name}": {value or "null"}' for name, value in ready.items())
    return f"{head[:-1]}, {tail}}}"


def plain(value: Any) -> str:
    """A value that JSON has no form for: times in ISO 8601, bytes in Base64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
