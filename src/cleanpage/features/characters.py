"""Counts kinds of characters in all texts of a page at once.

A count by `str.count` takes a call a text and a character; here it takes a few calls a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleanpage.models.arrays import Flags, Indices

__all__ = ["HEAD_CHARACTERS", "SIGNS", "Characters", "Kind", "characters_of"]

# The head of a block tells digits, capitals and signs well enough.
HEAD_CHARACTERS = 60
# Beyond the first two planes of Unicode there are neither digits nor capital letters.
PLANES = 0x20000
# Between texts stands what no page has.
BETWEEN = "\0"


class Kind:
    """What a character can be; a bit each."""

    SPACE = 1
    NEWLINE = 2
    COMMA = 4
    STOP = 8
    """Ends a sentence where a space follows."""
    FULL_STOP = 16
    """Ends a sentence in scripts without spaces."""
    SEPARATOR = 32
    COLON = 64
    SENTENCE_END = 128
    """In the scripts that have their own."""
    CLOSING = 256
    """May follow the end of a sentence."""
    DIGIT = 512
    CAPITAL = 1024


SIGNS = {
    Kind.SPACE: " ",
    Kind.NEWLINE: "\n",
    Kind.COMMA: ",،、，;",
    Kind.STOP: ".!?؟",
    Kind.FULL_STOP: "。",
    Kind.SEPARATOR: "|•·›»/",
    Kind.COLON: ":：",
    Kind.SENTENCE_END: ".!?…。！？؟।۔",
    Kind.CLOSING: "\"'”’»)]」』）",
}


@cache
def kinds_of_characters() -> NDArray[np.uint16]:
    """The kinds of every character of the first two planes; the last entry stands for all others."""
    table = np.zeros(PLANES + 1, dtype=np.uint16)
    characters = np.arange(PLANES, dtype=np.uint32).view("U1")
    table[:PLANES][np.char.isdigit(characters)] |= Kind.DIGIT
    table[:PLANES][np.char.isupper(characters)] |= Kind.CAPITAL
    for kind, signs in SIGNS.items():
        table[list(map(ord, signs))] |= kind
    return table


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of all texts of a page, in a row."""

    kinds: NDArray[np.uint16]
    """Shape (characters,): bits of `Kind`."""
    starts: Indices
    """Shape (texts,): place of the first character of each text."""
    ends: Indices
    """Shape (texts,): place after the last."""

    @property
    def heads(self) -> Indices:
        """Shape (texts,): place after the first `HEAD_CHARACTERS` characters of each text."""
        return np.minimum(self.starts + HEAD_CHARACTERS, self.ends)

    def count(self, kind: int, ends: Indices) -> Indices:
        """How many characters of each text before `ends` are of a kind, shape (texts,)."""
        return self.count_marked((self.kinds & kind) != 0, ends)

    def count_marked(self, marked: Flags, ends: Indices) -> Indices:
        """How many characters of each text before `ends` are marked, shape (texts,)."""
        places = np.flatnonzero(marked)
        return places.searchsorted(ends) - places.searchsorted(self.starts)

    def stops(self) -> Indices:
        """How many characters of each text end a sentence within it, shape (texts,)."""
        marked = (self.kinds & Kind.FULL_STOP) != 0
        marked[:-1] |= ((self.kinds[:-1] & Kind.STOP) != 0) & ((self.kinds[1:] & Kind.SPACE) != 0)
        return self.count_marked(marked, self.ends)

    def last(self) -> NDArray[np.uint16]:
        """Kinds of the last character of each text, shape (texts,)."""
        return self.kinds[self.ends - 1]


def characters_of(texts: Sequence[str]) -> Characters:
    """The characters of some texts, none of them empty."""
    codes = np.frombuffer(BETWEEN.join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(lengths + 1) - 1
    return Characters(np.take(kinds_of_characters(), codes, mode="clip"), ends - lengths, ends)
