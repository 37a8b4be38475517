"""Claims of breadcrumbs: the way from the first page of the site to the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from cleanpage.article import Breadcrumb
from cleanpage.metadata.claims import Claim, Source, folded
from cleanpage.metadata.class_cues import cued_elements
from cleanpage.metadata.element_index import Survey
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.sources.json_nodes import Index, Node, text_of, url_of
from cleanpage.rules.breadcrumbs import SEPARATORS, is_label

__all__ = ["json_crumbs", "shown_crumbs"]

MAX_CRUMBS = 15
MAX_NAME = 200
"""Characters of a step's name."""
MAX_BLOCKS, MAX_TEXT = 20, 800
"""Blocks and characters of an element that holds breadcrumbs and nothing else."""
BLOCKS_BEFORE, BLOCKS_AFTER = 40, 3
"""Blocks before and after the main heading among which breadcrumbs begin."""
MAX_CANDIDATES = 40
LABELLED = frozenset(("aria-label", "itemtype", "typeof"))
ITEMS = frozenset(("li", "dd"))


def json_crumbs(node: Node, index: Index, survey: Survey) -> Iterator[Claim]:
    """The claim of a `BreadcrumbList` of JSON-LD."""
    items = node.data.get("itemListElement")
    listed = [item for item in (items if isinstance(items, list) else [items])[:MAX_CRUMBS] if isinstance(item, dict)]
    crumbs = [json_crumb(item, index, survey) for item in sorted(listed, key=position)]
    yield from claim_of(crumbs, Source.JSON_LD_PAGE, f"{node.path}.itemListElement")


def position(item: dict[str, Any]) -> float:
    """The place that an item gives itself; all the same where it gives none, so that they stay in order."""
    try:
        return float(item.get("position") or 0)
    except (TypeError, ValueError, OverflowError):
        return 0


def json_crumb(item: dict[str, Any], index: Index, survey: Survey) -> Breadcrumb | None:
    """The step that a `ListItem` is."""
    target = index.resolve(item.get("item"))
    named = item if item.get("name") else target if isinstance(target, dict) else {}
    name = folded(unescape(text_of(named.get("name")) or ""))
    return crumb(name, survey.absolute(url_of(target) or url_of(item.get("url"))))


def crumb(name: str, url: str | None) -> Breadcrumb | None:
    """A step of that name; None where the name is none, or says "You are here"."""
    name = name.strip(SEPARATORS)
    if not any(map(str.isalnum, name)) or len(name) > MAX_NAME or (url is None and is_label(name)):
        return None
    return Breadcrumb(name=name, url=url)


def claim_of(
    crumbs: Iterable[Breadcrumb | None], source: Source, path: str, elements: tuple[int, ...] = ()
) -> Iterator[Claim]:
    """The claim of the steps that there are."""
    found = tuple(step for step in crumbs if step)
    if found:
        yield Claim("breadcrumbs", found, " > ".join(step.name for step in found), source, path, elements)


def shown_crumbs(layout: Layout) -> Iterator[Claim]:
    """The claim of the first element before the main heading that says that it holds breadcrumbs, and has two."""
    page = layout.page
    for element in candidates(layout):
        blocks = page.block_ends[element] - page.block_starts[element]
        if blocks > MAX_BLOCKS or page.block_ends[element] > layout.anchor + MAX_BLOCKS:
            continue
        text = layout.text(element)
        if not text or len(text) > MAX_TEXT:
            continue
        steps = [step for name, url in steps_of(layout, element) if (step := crumb(name, url))]
        steps = steps[: end_of(steps)]
        if 2 <= len(steps) <= MAX_CRUMBS:
            typed = "itemtype" in page.attributes[element] or "typeof" in page.attributes[element]
            yield from claim_of(steps, Source.MICRODATA if typed else Source.MARKED, layout.path(element), (element,))
            return


def end_of(steps: Sequence[Breadcrumb]) -> int:
    """Where the way ends: after links, with the step that is none, which is the page itself."""
    links = 0
    for at, step in enumerate(steps, 1):
        if step.url is None and links:
            return at
        links += step.url is not None
    return len(steps)


def candidates(layout: Layout) -> Sequence[int]:
    """Elements around the main heading that say that they hold breadcrumbs, in order."""
    page = layout.page
    starts = page.block_starts
    region = range(
        bisect_left(starts, layout.anchor - BLOCKS_BEFORE), bisect_right(starts, layout.anchor + BLOCKS_AFTER)
    )
    found = set(cued_elements(page, region, ("breadcrumbs",))["breadcrumbs"])
    for element, attributes in zip(region, page.attributes[region.start : region.stop], strict=True):
        if not LABELLED.isdisjoint(attributes):
            labels = [attributes[name] or "" for name in LABELLED if name in attributes]
            found.update([element] if any(map(is_label, labels)) else [])
    return sorted(found)[:MAX_CANDIDATES]


def steps_of(layout: Layout, element: int) -> Iterator[tuple[str, str | None]]:
    """Name and URL of each step in an element: its list items, else its links and the words after the last of them."""
    page = layout.page
    inside = range(element + 1, page.ends[element])
    items = [e for e in inside if page.tags[e] in ITEMS]
    links = [e for e in inside if page.tags[e] == "a"]
    for holder in items or links:
        link = next((e for e in links if holder <= e < page.ends[holder]), None)
        url = layout.survey.absolute(page.attributes[link].get("href")) if link is not None else None
        yield layout.text(link if link is not None else holder) or layout.text(holder), url
    if links and not items:
        yield folded("".join(page.pieces[page.piece_ends[links[-1]] : page.piece_ends[element]])), None
