"""Finds where the text of an inline element starts and ends within its block.

The walker folds white space, so an element's text and the block's differ in nothing but that: counting the characters
that are no white space, over the page, places the one within the other.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from cleanpage.page.page import Page

__all__ = ["Offsets"]

LETTER = re.compile(r"\S")


class Offsets:
    """Counts of characters over one page, made when first asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        # The block that was asked for last, with the offsets of its characters: questions come in order.
        self.block = -1
        self.letters: list[int] = []

    @cached_property
    def pieces(self) -> list[int]:
        """Characters before each piece, and in all of them."""
        return [0, *accumulate(len("".join(piece.split())) for piece in self.page.pieces)]

    @cached_property
    def blocks(self) -> list[int]:
        """Characters before each block, and in all of them."""
        return [0, *accumulate(len("".join(text.split())) for text in self.page.texts)]

    def place(self, element: int) -> tuple[int, int, int] | None:
        """The block that the text of an element lies in, and where in it; None if it is in several blocks.

        An element without text has a place of no length: in the block that stands around it, if there is one.
        """
        page = self.page
        first, last = self.pieces[page.piece_starts[element]], self.pieces[page.piece_ends[element]]
        if first == last:
            return self.empty_place(element, first)
        block = bisect_right(self.blocks, first) - 1
        if block >= len(page.texts) or last > self.blocks[block + 1]:
            return None
        return block, self.at(block, first), self.at(block, last - 1) + 1

    def empty_place(self, element: int, count: int) -> tuple[int, int, int] | None:
        """The place of an element without text."""
        page, block = self.page, self.page.block_starts[element]
        if block >= len(page.texts) or not self.blocks[block] <= count <= self.blocks[block + 1]:
            return None
        holder = page.elements[block]
        if not holder < element < page.ends[holder]:
            return None
        at = self.at(block, count - 1) + 1 if count > self.blocks[block] else 0
        before = page.pieces[page.piece_starts[element] - 1] if page.piece_starts[element] else ""
        at += before[-1:].isspace() and page.texts[block][at : at + 1] == " "
        return block, at, at

    def at(self, block: int, count: int) -> int:
        """Offset in a block of the character before which there are `count` on the page."""
        if block != self.block:
            self.block = block
            self.letters = [letter.start() for letter in LETTER.finditer(self.page.texts[block])]
        wanted = count - self.blocks[block]
        return self.letters[wanted] if wanted < len(self.letters) else len(self.page.texts[block])

    def raw(self, block: int) -> tuple[str, int]:
        """The pieces that the text of a block was made of, and how many characters the page has before them."""
        first = max(0, bisect_right(self.pieces, self.blocks[block]) - 1)
        last = bisect_left(self.pieces, self.blocks[block + 1])
        return "".join(self.page.pieces[first:last]), self.pieces[first]
