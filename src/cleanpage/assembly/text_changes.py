"""Changes a text and moves its spans along."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cleanpage.article.blocks import Span

__all__ = ["Change", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A part of a text, and what stands there instead."""

    start: int
    end: int
    text: str = ""
    span: dict[str, Any] | None = None
    """Fields of a span that covers the new text, but for its bounds."""


def changed(text: str, spans: Sequence[Span], changes: Sequence[Change]) -> tuple[str, tuple[Span, ...]]:
    """The text and its spans after the changes. Of changes that overlap, the first and longest counts.

    White space is taken from both ends of the result. A span of which nothing is left is left out, and so is one
    within a part that has another text now.
    """
    pieces: list[str] = []
    done = Done()
    found: list[Span] = []
    at = length = 0
    for change in sorted(changes, key=lambda change: (change.start, -change.end)):
        if change.start < at:
            continue
        pieces += text[at : change.start], change.text
        start = length + change.start - at
        length = start + len(change.text)
        at = change.end
        if not change.text and change.end > change.start and text[at : at + 1] == " " and before_space(text, change):
            at += 1
        done.add(change.start, at, start, length)
        if change.span is not None and change.text:
            found.append(Span(start=start, end=length, **change.span))
    pieces.append(text[at:])
    result = "".join(pieces)
    lead = len(result) - len(result.lstrip())
    result = result.strip()
    for span in spans:
        if not done.covers(span):
            found.append(span.model_copy(update={"start": done.place(span.start), "end": done.place(span.end)}))
    return result, tuple(sorted(fitted(found, lead, len(result)), key=lambda span: (span.start, -span.end)))


def before_space(text: str, change: Change) -> bool:
    """Whether a part that is cut has white space, or nothing, before it."""
    return not change.start or text[change.start - 1].isspace()


class Done:
    """The changes that were made, in order, with where their new text lies."""

    def __init__(self) -> None:
        self.lows: list[int] = []
        self.highs: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, low: int, high: int, start: int, end: int) -> None:
        """Record that what stood at `low` to `high` is now at `start` to `end`."""
        self.lows.append(low)
        self.highs.append(high)
        self.starts.append(start)
        self.ends.append(end)

    def covers(self, span: Span) -> bool:
        """Whether a span of the old text lies within one change."""
        last = bisect_right(self.lows, span.start) - 1
        return last >= 0 and span.end <= self.highs[last]

    def place(self, offset: int) -> int:
        """Where a place of the old text is in the new one; within a change, its start."""
        last = bisect_right(self.lows, offset) - 1
        if last >= 0 and self.lows[last] == offset:
            return self.starts[last]
        if last < 0:
            return offset
        return self.starts[last] if offset < self.highs[last] else self.ends[last] + offset - self.highs[last]


def fitted(spans: Sequence[Span], lead: int, length: int) -> list[Span]:
    """The spans after `lead` characters are gone from the front, cut to the text."""
    result = []
    for span in spans:
        start, end = max(0, span.start - lead), min(length, span.end - lead)
        if start < end:
            same = start == span.start and end == span.end
            result.append(span if same else span.model_copy(update={"start": start, "end": end}))
    return result
