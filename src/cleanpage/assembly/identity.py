"""Decides which characters of a page are text and which are only layout.

One place defines it; what the walker folds already (white space, no-break spaces, `br`) it need not see again:

- Runs of white space are one space, no-break spaces count as white space, a `br` is a newline, two of them end the
  paragraph (`cleanpage.page.walk`). Verbatim text keeps its white space.
- Soft hyphens, zero-width spaces, word joiners and byte order marks are left out: they say where a line may break.
- Marks that embed, isolate or override a direction are left out: text is in logical order. Left-to-right and
  right-to-left marks, zero-width joiners and non-joiners stay: words are spelt with them.
- A line break of the source between two Chinese or Japanese characters is no space.
- The reading of a ruby annotation stands in parentheses after the base, as browsers without ruby show it.
- A sign at the end of a text that is a link to the text itself is none.
- A large initial in an element of its own belongs to the word after it.

Block texts feed the features that the model was grown on, and so this is done after the blocks are chosen.
"""

import re
from collections.abc import Iterator, Sequence

from cleanpage.assembly.inline_offsets import Offsets
from cleanpage.assembly.text_changes import Change
from cleanpage.page.page import Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.scripts import CJK
from cleanpage.rules.signs import PERMALINK_SIGNS

__all__ = ["MAX_INITIAL", "identity_changes", "is_initial", "ruby_changes", "without_layout"]

MARKS = "\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LAYOUT = re.compile(f"[{MARKS}]+")
CJK_SPACE = re.compile(f"(?<={CJK}) (?={CJK})")
# A text is Chinese or Japanese if one of so many characters at its head is: looking at all of them would cost as much
# as everything else that is done to a text.
HEAD_CHARACTERS = 60
CJK_HEAD = re.compile(CJK)
CJK_LINE = re.compile(f"(?<={CJK})[ \t\r]*\n\\s*(?={CJK})")
MAX_INITIAL = 2
"""Characters of a large first letter, perhaps with a quotation mark."""
INITIAL_WORDS = frozenset("dropcap dropcaps firstletter lettrine".split())
INITIAL_PAIRS = (frozenset(("drop", "cap")), frozenset(("drop", "caps")), frozenset(("first", "letter")))


def without_layout(text: str) -> str:
    """`text` without the characters that only say how to lay it out."""
    return text if text.isascii() else LAYOUT.sub("", text)


def identity_changes(page: Page, block: int, offsets: Offsets) -> Sequence[Change]:
    """What is not text in the text of a block."""
    text = page.texts[block]
    if text[-1] in PERMALINK_SIGNS and any(
        span.start == len(text) - 1 for span in page.spans[block] if span.kind == "link"
    ):
        return [Change(len(text) - 1, len(text)), *layout_changes(page, block, offsets)]
    return () if text.isascii() else layout_changes(page, block, offsets)


def layout_changes(page: Page, block: int, offsets: Offsets) -> list[Change]:
    """Marks of layout in the text of a block, and spaces that are but line breaks of the source."""
    text = page.texts[block]
    changes: list[Change] = []
    if any([mark in text for mark in MARKS]):  # noqa: C419  # twice as fast as a generator
        changes += (Change(found.start(), found.end()) for found in LAYOUT.finditer(text))
    if " " in text and CJK_HEAD.search(text, 0, HEAD_CHARACTERS):
        spaces = [found.start() for found in CJK_SPACE.finditer(text)]
        changes += joined_lines(page, block, spaces, offsets) if spaces else ()
    return changes


def joined_lines(page: Page, block: int, spaces: Sequence[int], offsets: Offsets) -> Iterator[Change]:
    """Of the spaces between Chinese or Japanese characters, those that are line breaks in the source."""
    raw, before = offsets.raw(block)
    breaks = set(counts(raw, [found.start() for found in CJK_LINE.finditer(raw)], before))
    for space, count in zip(spaces, counts(page.texts[block], spaces, offsets.blocks[block]), strict=True):
        if count in breaks:
            yield Change(space, space + 1)


def counts(text: str, places: Sequence[int], before: int) -> Iterator[int]:
    """For each place of a text, in order, the characters up to it that are no white space, and `before`."""
    at = 0
    for place in places:
        before += len("".join(text[at:place].split()))
        at = place
        yield before


def ruby_changes(page: Page, offsets: Offsets, within: range) -> Iterator[tuple[int, Change]]:
    """Parentheses around readings that have none, by block."""
    for element in within:
        if page.tags[element] != "rt" or (place := offsets.place(element)) is None:
            continue
        block, start, end = place
        text = page.texts[block]
        if start < end and text[start - 1 : start] not in ("(", "（"):
            yield block, Change(start, start, "(")
            yield block, Change(end, end, ")")


def is_initial(page: Page, block: int) -> bool:
    """Whether a block is the large first letter of the block after it."""
    if len(page.texts[block]) > MAX_INITIAL:
        return False
    for element in (page.leaves[block], page.elements[block]):
        words = words_of(page.attributes[element].get("class"))
        if not words.isdisjoint(INITIAL_WORDS) or any(pair <= words for pair in INITIAL_PAIRS):
            return True
    return False
