"""Turns kept blocks back into lists, quotes, tables, code, notes and the other typed blocks.

Nothing here walks the DOM: containers, formulas, embedded media and notes are read from the arrays of the `Page`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cleanpage.article.blocks import Block, Image
from cleanpage.assembly.block_texts import Texts
from cleanpage.assembly.bold_headings import with_bold_headings
from cleanpage.assembly.builder import Builder
from cleanpage.assembly.containers import Item, gather, tagged
from cleanpage.assembly.embeds import read_embeds
from cleanpage.assembly.footnotes import read_notes
from cleanpage.assembly.formulas import read_formulas
from cleanpage.assembly.galleries import gallery_elements
from cleanpage.assembly.inline_offsets import Offsets
from cleanpage.assembly.live_entries import moment, read_entries, says_only
from cleanpage.assembly.text_changes import Change
from cleanpage.assembly.xpaths import Paths
from cleanpage.page.page import Page

__all__ = ["Paths", "build_blocks", "moment", "says_only"]


def build_blocks(
    page: Page,
    kept: Sequence[int],
    figures: Sequence[tuple[int, Image]],
    base: str | None,
    *,
    live: bool = False,
    paths: Paths | None = None,
    within: int = -1,
    cut: Sequence[int] = (),
) -> tuple[Block, ...]:
    """Typed blocks of the body.

    Args:
        page: The page.
        kept: Indices of the blocks of the body, in order.
        figures: Images of the body, with the index of their `img` element.
        base: URL that references are resolved against.
        live: Whether the page says that it is a live blog.
        paths: The XPaths found so far, where several parts of a page are built.
        within: The element that the blocks (there are some) are all of; it and those around it give no structure.
        cut: Elements within blocks whose text is left out.
    """
    if not kept and not figures:
        return ()
    elements = range(within, page.ends[page.elements[kept[-1]]]) if within >= 0 else range(len(page.tags))
    present = set(page.tags[elements.start : elements.stop] if within >= 0 else page.tags)
    offsets = Offsets(page)
    formulas = read_formulas(page, kept, present, offsets, elements)
    notes = read_notes(page, kept)
    items: list[tuple[int, Item]] = [
        *((page.first_elements[block], block) for block in kept if block not in formulas.whole),
        *((element, image) for element, image in figures if element not in formulas.images),
        *formulas.items,
    ]
    embeds = [*read_embeds(page, kept, present, base)]
    breaks = dividers(page, kept, sorted(element for element, _ in (*figures, *embeds)), present)
    items += (*embeds, *breaks)
    entries = read_entries(page, kept, live) if "time" in present else {}
    special = gallery_elements(page, [element for element, _ in figures]) | entries | notes.elements
    for block, change in dropped_parts(page, offsets, cut):
        formulas.changes[block].append(change)
    texts = Texts(page, base, formulas.changes, notes, offsets)
    builder = Builder(page, base, texts, notes, paths or Paths(page))
    return with_bold_headings([*builder.blocks(gather(page, items, special, within))])


def dividers(page: Page, kept: Sequence[int], shown: Sequence[int], present: set[str]) -> list[tuple[int, Item]]:
    """The thematic breaks of the body: one between two of its blocks or of the elements that it shows besides."""
    if "hr" not in present or not kept:
        return []
    first, last = page.first_elements[kept[0]], page.first_elements[kept[-1]]
    found: dict[tuple[int, int], int] = {}
    for element in tagged(page, "hr", first + 1, last):
        before = bisect_left(kept, page.block_starts[element]), bisect_left(shown, element)
        found.setdefault(before, element)
    return [(element, "hr") for element in found.values()]


def dropped_parts(page: Page, offsets: Offsets, cut: Sequence[int]) -> Iterator[tuple[int, Change]]:
    """The parts of blocks that a selector of the options drops, and those to be cut, by block."""
    dropped = [element for element, option in page.chosen.items() if option == "drop"]
    for element in (*dropped, *cut):
        if (place := offsets.place(element)) is not None:
            yield place[0], Change(place[1], place[2])
