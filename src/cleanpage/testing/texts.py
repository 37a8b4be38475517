"""Compares texts by their words: F1, and which paragraphs were lost, added or changed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cleanpage.rules.scripts import SINGLE_CHARACTER_WORDS

__all__ = ["TextComparison", "compare_texts", "fold", "paragraphs_of", "squeeze", "words"]

# A word; in scripts without spaces, each character is one.
WORD = re.compile(rf"[{SINGLE_CHARACTER_WORDS}]|[^\W{SINGLE_CHARACTER_WORDS}]+")
NOT_WORD = re.compile(r"[^\w\s]|_")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")

SHINGLE = 3
"""Words of the runs by which a paragraph is sought in a text."""

SHARE = 0.5
"""A paragraph of whose runs fewer than this share stand in the other text is lost, or added."""


def squeeze(text: str) -> str:
    """`text` in NFC with runs of white space, no-break spaces included, as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """`text` for comparing names: without case, accents and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return squeeze(NOT_WORD.sub(" ", "".join(c for c in decomposed if not unicodedata.combining(c))))


def words(text: str) -> list[str]:
    """Words of `text`, without case."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def paragraphs_of(text: str | Iterable[str]) -> tuple[str, ...]:
    """The paragraphs of a text, which a blank line parts, or of a list of paragraphs; white space squeezed."""
    parts = BLANK_LINE.split(text) if isinstance(text, str) else text
    return tuple(filter(None, map(squeeze, parts)))


@dataclass(frozen=True, slots=True)
class TextComparison:
    """How a text differs from the one expected."""

    f1: float
    """F1 of the bags of words, from 0 to 1; 1 for two empty texts."""
    lost: tuple[str, ...]
    """Expected paragraphs of which less than half is left."""
    added: tuple[str, ...]
    """Paragraphs of which less than half was expected, and copies of expected ones."""
    changed: tuple[tuple[str, tuple[str, ...]], ...]
    """Expected paragraphs of which a part is missing, each with the words that are."""


def compare_texts(expected: str | Iterable[str], found: str | Iterable[str]) -> TextComparison:
    """Compare two texts. Linear in their length; where a paragraph begins and ends does not matter."""
    old, new = paragraphs_of(expected), paragraphs_of(found)
    old_runs, new_runs = runs(old), runs(new)
    left = set(map(squeeze, new))
    shares = [(part, covered(part, new_runs)) for part in old if part not in left]
    return TextComparison(
        f1=word_f1(old, new),
        lost=tuple(part for part, share in shares if share < SHARE),
        added=(*(part for part in new if covered(part, old_runs) < SHARE), *copies(old, new)),
        changed=tuple((part, missing_words(part, new_runs)) for part, share in shares if SHARE <= share < 1),
    )


def word_f1(old: Sequence[str], new: Sequence[str]) -> float:
    old_words, new_words = (Counter(word for part in parts for word in words(part)) for parts in (old, new))
    total = old_words.total() + new_words.total()
    return 2 * (old_words & new_words).total() / total if total else 1.0


def runs(parts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """All runs of up to `SHINGLE` words, across the borders of paragraphs, since those may move."""
    stream = [word for part in parts for word in words(part)]
    return frozenset(
        tuple(stream[start : start + size]) for size in range(1, SHINGLE + 1) for start in range(len(stream) - size + 1)
    )


def runs_of(part: str) -> Iterator[tuple[str, ...]]:
    """Runs of `SHINGLE` words of one paragraph; of a shorter one, the run of all."""
    own = words(part)
    size = min(SHINGLE, len(own))
    return (tuple(own[start : start + size]) for start in range(len(own) - size + 1 if size else 0))


def covered(part: str, known: frozenset[tuple[str, ...]]) -> float:
    """Share of the runs of `part` that are known; 1 for a paragraph without words, of which nothing can be said."""
    hits = [run in known for run in runs_of(part)]
    return sum(hits) / len(hits) if hits else 1.0


def copies(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Paragraphs that stand more often in `new` than in `old`, where they do stand."""
    known = Counter(old)
    return [part for part, count in (Counter(new) - known).items() if part in known for _ in range(count)]


def missing_words(part: str, known: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    """The words of `part` that stand in no known pair, in order."""
    own = words(part)
    size = min(2, len(own))
    seen: set[int] = set()
    for start in range(len(own) - size + 1):
        if tuple(own[start : start + size]) in known:
            seen.update(range(start, start + size))
    return tuple(word for at, word in enumerate(own) if at not in seen)
