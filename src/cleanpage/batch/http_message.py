"""Reads the head of a recorded HTTP message, in whatever shape it was recorded."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Head", "read_head"]

STATUS_LINE = re.compile(rb"HTTP/\d[\d.]*[ \t]+(\d{3})\b")
BLANK_LINE = re.compile(rb"\r?\n\r?\n|\Z")
FOLD = re.compile(rb"\r?\n[ \t]+")


@dataclass(frozen=True, slots=True)
class Head:
    """Status line and header fields of a response."""

    status: int | None
    """None where the block is no HTTP message."""
    fields: Mapping[str, str]
    """By name in lower case; values of the same name joined by commas."""
    size: int
    """Bytes before the body."""

    def get(self, name: str) -> str | None:
        """The value of a field, by its name in lower case."""
        return self.fields.get(name)


def read_head(block: bytes) -> Head:
    """Read the head of the block of a record.

    Args:
        block: The beginning of the block. Where it does not begin with a status line, all of it is body. Interim
            responses (status 1xx) are passed over.
    """
    at = 0
    while line := STATUS_LINE.match(block, at):
        blank = BLANK_LINE.search(block, at)
        end, body = blank.span() if blank else (len(block), len(block))
        status = int(line[1])
        if status >= 200 or not STATUS_LINE.match(block, body):
            return Head(status, fields_of(block[at:end]), body)
        at = body
    return Head(None, {}, at)


def fields_of(head: bytes) -> dict[str, str]:
    """The header fields; lines without a colon are left out."""
    fields: dict[str, str] = {}
    for line in FOLD.sub(b" ", head).splitlines()[1:]:
        name, colon, value = line.decode("latin-1").partition(":")
        name, value = name.strip().lower(), value.strip()
        if colon:
            fields[name] = f"{fields[name]}, {value}" if name in fields else value
    return fields
