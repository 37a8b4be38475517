"""Pull quotes: words of an article that its page sets apart once more, to catch the eye."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, compress, islice

from cleanpage.page.page import Page
from cleanpage.rules.tags import HEADING_LEVELS, Context

__all__ = ["pull_quotes"]

APART = Context.QUOTE | Context.ASIDE
TAGS = frozenset(("blockquote", "aside"))
# Shorter lines, in characters, stand twice by chance or for good reason.
MIN_LINE = 40
# What is set apart beyond this, in characters and blocks, is more than a pull quote.
MAX_QUOTE, MAX_BLOCKS = 600, 4
# Share of its characters that stand elsewhere; the rest tells whose words they are.
MIN_SHARE = 0.5
# Pages with more are collections of quotations. Bounds the work, since each is sought in all of the page.
MAX_QUOTES = 50
EDGES = re.compile(r"^\W+|\W+$")


def pull_quotes(page: Page) -> Mapping[int, Sequence[int]]:
    """Find short quotations and asides whose words stand in the running text of the page as well.

    Returns:
        By block of such a quotation, the blocks of running text that hold its words.
    """
    apart = frozenset(block for block, leaf in enumerate(page.leaves) if page.contexts[leaf] & APART)
    quotes = quotations(page) if apart else []
    if not quotes:
        return {}
    running = RunningText(page, apart.union(*quotes))
    found: dict[int, Sequence[int]] = {}
    for blocks in islice(quotes, MAX_QUOTES):
        sources = running.sources_of(page.texts[blocks.start : blocks.stop])
        found |= dict.fromkeys(blocks if sources else (), sources)
    return found


def quotations(page: Page) -> list[range]:
    """The blocks of each short quotation or aside with a line that is long enough to tell it.

    A figure around a quotation holds its attribution as well (HTML Standard, section 4.4.4, "The blockquote element").
    """
    elements = compress(range(len(page.tags)), map(TAGS.__contains__, page.tags))
    wholes = [page.parents[e] if page.tags[page.parents[e]] == "figure" else e for e in elements]
    ranges = [range(page.block_starts[element], page.block_ends[element]) for element in wholes]
    return [
        blocks
        for blocks in ranges
        if 0 < len(blocks) <= MAX_BLOCKS
        and sum(len(page.texts[block]) for block in blocks) <= MAX_QUOTE
        and any(lines_of(page.texts[block]) for block in blocks)
    ]


def lines_of(text: str) -> list[str]:
    """The lines of a text that are long enough to tell a quotation."""
    return [line for line in text.split("\n") if len(line) > MIN_LINE]


def alike(text: str) -> str:
    """`text` without case and with typewriter's apostrophes: quotations differ from their source in these."""
    return text.casefold().replace("’", "'")


class RunningText:
    """The text of a page outside quotations, asides and headings, to be searched.

    Args:
        page: The page.
        apart: Its blocks within quotations and asides.
    """

    def __init__(self, page: Page, apart: frozenset[int]) -> None:
        tags = page.tags
        blocks = [block for block, element in enumerate(page.elements) if tags[element] not in HEADING_LEVELS]
        self.blocks = [block for block in blocks if block not in apart]
        texts = [alike(page.texts[block]) for block in self.blocks]
        self.text = "\n".join(texts)
        self.starts = list(accumulate([len(text) + 1 for text in texts], initial=0))

    def sources_of(self, texts: Sequence[str]) -> tuple[int, ...]:
        """The blocks that hold the long lines of a quotation; none where these are less than half of it."""
        lines = [line for text in texts for line in lines_of(text)]
        held = [(at, line) for line in lines if (at := self.text.find(alike(EDGES.sub("", line)))) >= 0]
        if sum(len(line) for _, line in held) < MIN_SHARE * sum(map(len, texts)):
            return ()
        return tuple(self.blocks[bisect_right(self.starts, at) - 1] for at, _ in held)
