"""Where on the page its metadata is shown, so that it is not taken for a part of the body."""

from collections.abc import Iterator, Mapping, Sequence

from cleanpage.metadata.claims import Claim
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.resolution.votes import Tally, agrees

__all__ = ["shown_blocks", "shown_claims", "shown_elements", "shown_places"]

SHOWN = ("headline", "alternative_headline", "byline", "published", "updated")
MAX_BLOCKS = 6
"""Blocks of an element that shows a field and nothing else."""
MAX_BESIDES = 120
"""Characters of a block besides twice its claim, above which it is more than the claim."""
MAX_SEARCHED = 50

ShownClaims = Mapping[str, Sequence[Claim]]
ShownPlaces = Mapping[str, Sequence[tuple[int, Sequence[int]]]]


def shown_claims(layout: Layout, votes: Mapping[str, Tally]) -> ShownClaims:
    """Visible claims by the field that they show: those that lead, agree with the leader or stand beside the heading.

    Authors count as the byline.
    """
    shown: dict[str, list[Claim]] = {}
    for name, tally in votes.items():
        field = "byline" if name == "authors" else name
        if field in SHOWN:
            claims = (claim for claim in (tally.leader, *tally.losers) if claim.elements)
            shown.setdefault(field, []).extend(
                claim for claim in claims if agrees(claim, tally.leader) or layout.is_beside(claim.elements)
            )
    return shown


def shown_places(layout: Layout, shown: ShownClaims) -> ShownPlaces:
    """The elements that show a field and little else, with the blocks in which they do, by field."""
    found = {
        field: [
            (e, blocks) for claim in claims for e in claim.elements if (blocks := [*blocks_showing(layout, claim, e)])
        ]
        for field, claims in shown.items()
    }
    return {field: places for field, places in found.items() if places}


def shown_elements(places: ShownPlaces) -> Mapping[str, tuple[int, ...]]:
    """The elements that show a field and little else, by field."""
    return {field: tuple(dict.fromkeys(element for element, _ in found)) for field, found in places.items()}


def shown_blocks(places: ShownPlaces) -> Mapping[str, tuple[int, ...]]:
    """The blocks that show a field and little else, by field, in order."""
    return {field: tuple(sorted({b for _, blocks in found for b in blocks})) for field, found in places.items()}


def blocks_showing(layout: Layout, claim: Claim, element: int) -> Iterator[int]:
    """The blocks in or around `element` that show a claim and little else.

    An inline element, or one that goes on with other things, shows it in the block that holds the claim's words.
    """
    page = layout.page
    first, last = page.block_starts[element], page.block_ends[element]
    limit = 2 * len(claim.raw) + MAX_BESIDES
    if 0 < last - first <= MAX_BLOCKS and sum(map(len, page.texts[first:last])) <= limit:
        yield from range(first, last)
        return
    text = layout.text(element)
    words = claim.raw if claim.raw in text or not text else text
    for block in range(first, min(max(last, first + 1), first + MAX_SEARCHED, len(page.texts))):
        if len(page.texts[block]) <= limit and words and words in " ".join(page.texts[block].split()):
            yield block
            return
