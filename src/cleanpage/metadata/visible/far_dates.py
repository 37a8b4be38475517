"""Dates far from the main heading: looked for where none is near it, and no other source gives one."""

from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.dates.words import find_dates
from cleanpage.metadata.headings import FOREIGN
from cleanpage.metadata.layout import CONTENT, NEXT_TO, Layout
from cleanpage.metadata.visible.date_lines import (
    MAX_DATE_ALONE,
    MAX_LINE,
    claims_of_element,
    claims_of_line,
    holds_year,
    label_before,
    label_of,
)
from cleanpage.rules.tags import Context

__all__ = ["dateline_claims", "far_claims"]

MAX_DATELINE = 40
"""Characters of a paragraph that begins with its date."""
MAX_SEARCHED = 3_000
"""Blocks of the page, and `time` elements, that are looked at."""


def far_claims(layout: Layout) -> Iterator[Claim]:
    """Claims of lines anywhere on the page that say what their date is, and of the one bare date that there is.

    What stands beside or under the article is heard only where nothing else is found.
    """
    page = layout.page
    lines, times = dated_lines(layout), dated_times(layout)
    own = [block for block in lines if not layout.is_foreign(page.leaves[block])]
    found = [
        *(told_claims(layout, own) or lone_claims(layout, own)),
        *lone_time(layout, [element for element in times if not layout.is_foreign(element)]),
    ]
    if not found:
        apart = [block for block in lines if is_apart(layout, page.leaves[block], block)]
        found = [
            *lone_claims(layout, apart),
            *lone_time(layout, [element for element in times if is_apart(layout, element, layout.block_of(element))]),
        ]
    yield from found


def is_apart(layout: Layout, element: int, block: int) -> bool:
    """Whether a date tells of the article, although it stands beside or under it.

    It stands in the article's own footer, or something says that it is the day of publication.
    """
    page = layout.page
    foreign = page.contexts[element] & FOREIGN
    if not foreign:
        line = page.texts[block] if page.texts else ""
        return (label_of(line) or label_before(layout, block)) == "published"
    return foreign == Context.FOOTER and bool(page.contexts[element] & CONTENT)


def dated_lines(layout: Layout) -> list[int]:
    """Short blocks that may hold a date."""
    texts = layout.page.texts[:MAX_SEARCHED]
    return [
        block
        for block, text in enumerate(texts)
        if len(text) <= MAX_LINE and holds_year(text) and block != layout.anchor
    ]


def dated_times(layout: Layout) -> list[int]:
    """`time` elements that give a moment."""
    attributes = layout.page.attributes
    return [element for element in layout.survey.times[:MAX_SEARCHED] if attributes[element].get("datetime")]


def told_claims(layout: Layout, lines: Sequence[int]) -> list[Claim]:
    """Claims of lines that say what their date is; where one is a date and little else, the line before may say it."""
    page = layout.page
    found: list[Claim] = []
    for block in lines:
        text, element = page.texts[block], page.leaves[block]
        if label_of(text):
            found += claims_of_telling(layout, text, element)
        elif len(text) <= MAX_DATE_ALONE and (label := label_before(layout, block)):
            found += claims_of_line(layout, text, label, Source.VISIBLE, element)
    return found


def claims_of_telling(layout: Layout, text: str, element: int) -> Iterator[Claim]:
    """Claims of a line that says what its dates are. Before a day of change stands the day of publication."""
    if label_of(text) == "updated":
        both = [*claims_of_line(layout, text, "published", Source.VISIBLE, element)]
        yield from both if both and both[-1].field == "updated" else ()
    else:
        yield from claims_of_line(layout, text, None, Source.VISIBLE, element)


def lone_claims(layout: Layout, lines: Sequence[int]) -> Iterator[Claim]:
    """The claim of the one line that is a date and little else; nothing where there are several."""
    page = layout.page
    bare = [block for block in lines if len(page.texts[block]) <= MAX_DATE_ALONE]
    dates = [block for block in bare if any(find_dates(page.texts[block], layout.hints))]
    if len({page.texts[block] for block in dates}) == 1:
        block = dates[0]
        yield from claims_of_line(layout, page.texts[block], "published", Source.NEAR, page.leaves[block])


def lone_time(layout: Layout, times: Sequence[int]) -> Iterator[Claim]:
    """The claim of the one moment that all of some `time` elements give."""
    if len({layout.page.attributes[element].get("datetime") for element in times}) == 1:
        yield from claims_of_element(layout, times[0], Source.NEAR)


def dateline_claims(layout: Layout) -> Iterator[Claim]:
    """The claim of the first paragraph under the heading that begins with a date: "Lisbon, 3 May 2024. …"."""
    page = layout.page
    under = range(layout.anchor + 1, min(layout.anchor + 1 + NEXT_TO, len(page.texts)))
    for block in under:
        text = page.texts[block]
        if len(text) > MAX_LINE and holds_year(text[:MAX_DATELINE]) and not layout.is_foreign(page.leaves[block]):
            yield from claims_of_line(layout, text[:MAX_DATELINE], "published", Source.NEAR, page.leaves[block])
            return
