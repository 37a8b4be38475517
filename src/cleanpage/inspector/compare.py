"""Compares two results of one page, or a result and its expectation: what only one of them keeps."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from cleanpage.explain.analysis import Analysis
from cleanpage.rules.scripts import UNSPACED

__all__ = ["Comparison", "compare_expected", "compare_results"]

# Texts are compared by their runs of so many words: a run is told from chance, and survives a changed word nearby.
RUN_WORDS = 4
# A block of which this share of the runs is expected is expected.
SHARE = 0.5
WORDS = regex.compile(f"[{UNSPACED}]|[^\\W_{UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the other side says of each block of a page."""

    names: tuple[str, str]
    """What the result that is shown and the other side are called."""
    other: tuple[bool, ...]
    """Whether the other side keeps the block; one a block of the page that is shown."""
    missing: tuple[str, ...] = ()
    """Texts that the other side has and no block of the page that is shown."""


def compare_results(shown: Analysis, other: Analysis, names: tuple[str, str] = ("A", "B")) -> Comparison:
    """Compare two analyses of one page, made with different options.

    Blocks are matched by their text, copies in their order.
    """
    kept = {key: verdict.kept for key, verdict in zip(numbered(other.page.texts), other.verdicts, strict=True)}
    keys = numbered(shown.page.texts)
    seen = set(keys)
    missing = tuple(text for (text, number), keep in kept.items() if keep and (text, number) not in seen)
    return Comparison(names, tuple(kept.get(key, False) for key in keys), missing)


def numbered(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Each text with how often it came before."""
    counts: Counter[str] = Counter()
    keys = []
    for text in texts:
        keys.append((text, counts[text]))
        counts[text] += 1
    return keys


def compare_expected(
    shown: Analysis, expected: str | Sequence[str], names: tuple[str, str] = ("result", "expected")
) -> Comparison:
    """Compare an analysis with the text that should have come out.

    Args:
        shown: The analysis.
        expected: Paragraphs, or one text with a line or more for each.
        names: What the two sides are called.
    """
    lines = expected.splitlines() if isinstance(expected, str) else expected
    wanted = Text(lines)
    page = Text(shown.page.texts)
    other = tuple(wanted.holds(text) for text in shown.page.texts)
    return Comparison(names, other, tuple(line.strip() for line in lines if line.strip() and not page.holds(line)))


class Text:
    """The lines of a text and the runs of words in it, for look-up."""

    def __init__(self, lines: Sequence[str]) -> None:
        split = [words_of(line) for line in lines]
        self.lines = {tuple(words) for words in split}
        self.runs = set(runs_of([word for words in split for word in words]))

    def holds(self, text: str) -> bool:
        """Whether the text stands here: a short one as a line of its own, a longer one by most of its runs."""
        words = words_of(text)
        runs = runs_of(words)
        if not runs:
            return tuple(words) in self.lines
        return sum(run in self.runs for run in runs) >= SHARE * len(runs)


def words_of(text: str) -> list[str]:
    """Words for comparison, case folded, without punctuation; each character of a script without spaces is one."""
    return WORDS.findall(text.casefold())


def runs_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of `RUN_WORDS` words."""
    return [tuple(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)]
