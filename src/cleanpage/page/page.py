"""`Page`: parallel arrays of elements and blocks. Later steps read these and never the DOM."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Attributes", "InlineSpan", "Page"]

Attributes = Mapping[str, str | None]


class InlineSpan(NamedTuple):
    """A stretch of a block's text inside one inline element. A tuple, since a page has hundreds."""

    kind: str
    """One of the values of `rules.tags.SPAN_TAGS`."""
    start: int
    end: int
    element: int
    """Index of the inline element in the arrays of elements."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as parallel arrays: index `e` is element `e`, index `b` is block `b`, everywhere.

    Elements and blocks are in document order; an element's descendants are the elements `e + 1 … ends[e] - 1`, its
    blocks `block_starts[e] … block_ends[e] - 1`, its raw text pieces `piece_starts[e] … piece_ends[e] - 1`.
    All sequences are to be read only.
    """

    url: str | None
    # elements
    tags: Sequence[str]
    attributes: Sequence[Attributes]
    classes: Sequence[str | None]
    """The attribute `class`, which most steps ask for: a list is quicker to go through than all attributes."""
    identifiers: Mapping[int, str]
    """The attribute `id` of the elements that have one, in document order."""
    parents: Sequence[int]
    """Index of the parent; -1 for the root."""
    contexts: Sequence[int]
    """Bits of `rules.tags.Context`: what the element and its ancestors say of the text inside."""
    ends: Sequence[int]
    block_starts: Sequence[int]
    block_ends: Sequence[int]
    piece_starts: Sequence[int]
    piece_ends: Sequence[int]
    # text as it stands, hidden text included
    pieces: Sequence[str]
    # blocks
    texts: Sequence[str]
    """White space folded; verbatim in `pre`; a line break of the page is a newline."""
    elements: Sequence[int]
    """The block-level element that holds the block."""
    leaves: Sequence[int]
    """The innermost element that holds all of the block's text."""
    first_elements: Sequence[int]
    """The last element opened before the block's first character: places blocks and images in one order."""
    linked_chars: Sequence[int]
    """Number of the block's characters that are in links."""
    spans: Sequence[Sequence[InlineSpan]]
    # the page as a whole
    images: Sequence[int]
    """Indices of `img` and `amp-img` elements."""
    scripts: Mapping[int, str]
    """Text of JSON-LD and other JSON data islands, and of formulas in LaTeX, by element."""
    title: str | None
    """Text of the `title` element."""
    nodes: int
    """Number of DOM nodes seen."""
    truncated: bool
    """Whether the walk stopped at a limit."""
    sources: Mapping[int, str] = field(default_factory=dict)
    """First address within a `video` or `audio`, by element."""
    chosen: Mapping[int, str] = field(default_factory=dict)
    """Elements that a selector of the options matches, with the option: `keep`, `drop` or `body`."""

    hidden: Mapping[int, str] = field(default_factory=dict)
    """Elements that the page hides, in document order, with what hides them, as in `style display:none`."""

    def text_of(self, element: int) -> str:
        """All text inside `element`, white space folded."""
        return " ".join("".join(self.pieces[self.piece_starts[element] : self.piece_ends[element]]).split())

    def ancestors(self, element: int) -> list[int]:
        """The ancestors of `element`, nearest first, without itself."""
        chain = []
        while (element := self.parents[element]) >= 0:
            chain.append(element)
        return chain
