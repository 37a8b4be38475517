"""Where things stand: the main heading, what is near it, and what belongs to other stories or to readers."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleanpage.metadata.class_cues import cued_elements, says
from cleanpage.metadata.dates.words import DateHints
from cleanpage.metadata.element_index import Survey
from cleanpage.metadata.headings import FOREIGN, main_heading
from cleanpage.page.page import Page
from cleanpage.rules.tags import Context

__all__ = ["CONTENT", "NEXT_TO", "Layout", "layout_of"]

CONTENT = Context.ARTICLE | Context.MAIN
MAX_PIECES, MAX_TEXT = 400, 5_000
"""Text nodes and characters of an element that may show metadata. Bounds the work on elements nested in each other."""
NEXT_TO = 6
"""Blocks after the heading up to which a footer within the article, or a sidebar, is part of its head."""
BLOCKS_BEFORE = 10
BLOCKS_AFTER = 30
"""Blocks before and after the main heading in which bylines and dates of the page stand."""
BLOCKS_OF_HEAD = 60
"""Blocks before the main heading among which the label of the section stands."""
NEAR_CUES = ("author", "date", "section", "standfirst")
TOLD = frozenset(("rel", "itemprop", "property"))
"""Attributes that say what an element is of the page."""
HEAD_TAGS = frozenset(("meta", "link", "base"))


class Asides:
    """The regions whose class says that they hold comments, related stories or the like.

    Looks only where it is asked, and at each element once; the answers do not depend on what was asked before.
    """

    def __init__(self, page: Page, heading: int, anchor: int) -> None:
        self.page = page
        self.heading = heading
        self.anchor = anchor
        self.known: dict[int, bool] = {-1: False}

    def hold(self, element: int) -> bool:
        """Whether `element` stands in such a region."""
        known, parents = self.known, self.page.parents
        passed = []
        while element not in known:
            passed.append(element)
            if self.begins_at(element):
                known[element] = True
            else:
                element = parents[element]
        inside = known[element]
        for each in passed:
            known[each] = inside
        return inside

    def begins_at(self, element: int) -> bool:
        """Whether `element` is such a region: not one around the main heading, nor one right beside it."""
        page = self.page
        attributes = page.attributes[element]
        name, identifier = attributes.get("class"), attributes.get("id")
        return bool(
            ((name and says(name, "aside")) or (identifier and says(identifier, "aside")))
            and not element <= self.heading < page.ends[element]
            and page.tags[element] not in ("body", "html")
            and not -3 <= page.block_starts[element] - self.anchor <= NEXT_TO
        )


@dataclass(frozen=True, slots=True)
class Near:
    """Elements from `BLOCKS_BEFORE` to `BLOCKS_AFTER` the main heading that may show metadata, in document order.

    Those with a cue of `section` begin `BLOCKS_OF_HEAD` before it.
    """

    cues: Mapping[str, Sequence[int]]
    """By kind, those whose class or identifier holds a cue."""
    author_links: Sequence[int]
    """`a` elements with `rel=author`."""
    properties: Sequence[tuple[int, str]]
    """Elements of the body with `itemprop` or `property`, and its value."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The page with its main heading and foreign regions."""

    survey: Survey
    heading: int
    """Element of the main heading; -1 where the page has none."""
    anchor: int
    """Block of the main heading, or the one where it would stand."""
    hints: DateHints
    asides: Asides
    near: Near

    @property
    def page(self) -> Page:
        """The page."""
        return self.survey.page

    def is_foreign(self, element: int) -> bool:
        """Whether `element` stands in navigation, a footer, comments or another story's teaser."""
        contexts = self.page.contexts[element]
        foreign = contexts & FOREIGN
        if self.heading >= 0:  # what holds for the heading too says nothing
            foreign &= ~self.page.contexts[self.heading]
        if foreign and not (foreign == Context.FOOTER and contexts & CONTENT and self.distance(element) <= NEXT_TO):
            return True
        return self.asides.hold(element)

    def text(self, element: int) -> str:
        """The text of `element` on one line, white space folded; nothing where it holds more than metadata would."""
        page = self.page
        start, end = page.piece_starts[element], page.piece_ends[element]
        if end - start > MAX_PIECES:  # before they are copied: the page may be one of these elements
            return ""
        pieces = page.pieces[start:end]
        if sum(map(len, pieces)) > MAX_TEXT:
            return ""
        return " ".join("".join(pieces).split())

    def lines(self, element: int) -> str:
        """The text of `element`, a line a block: what stands in different blocks is not glued together."""
        page = self.page
        first, last = page.block_starts[element], page.block_ends[element]
        text = self.text(element)
        if last - first > 1 and text:
            return "\n".join(page.texts[first:last])
        whole = last > first and len(page.texts[first]) == len(text)
        return self.parted(element) if not whole or "\n" not in page.texts[first] else page.texts[first]

    def parted(self, element: int) -> str:
        """The text of `element`, with a line break where two of its inline elements meet without a space between.

        "Ann Lee" and "Staff Writer" in two `span`s look apart on the page, and are not in its text.
        """
        page = self.page
        text = self.text(element)
        if not text:
            return text
        pieces = page.pieces[page.piece_starts[element] : page.piece_ends[element]]
        glued = [at for at in range(1, len(pieces)) if pieces[at - 1][-1:].islower() and pieces[at][:1].isupper()]
        if not glued:
            return text
        bounds = zip([0, *glued], [*glued, len(pieces)], strict=True)
        return "\n".join(" ".join("".join(pieces[start:end]).split()) for start, end in bounds)

    def is_own_item(self, scope: int) -> bool:
        """Whether an item of microdata is the page's own: it holds the heading, or there is none to hold."""
        return self.heading < 0 or scope < self.heading < self.page.ends[scope] or self.distance(scope) in range(-3, 6)

    def distance(self, element: int) -> int:
        """Blocks from the main heading to `element`; negative before it."""
        return self.page.block_starts[element] - self.anchor

    def is_near(self, element: int) -> bool:
        """Whether `element` stands where the page's own byline and dates stand."""
        return -BLOCKS_BEFORE <= self.distance(element) <= BLOCKS_AFTER

    def is_beside(self, elements: Sequence[int]) -> bool:
        """Whether the elements stand right around the heading."""
        return all(-NEXT_TO <= self.distance(element) <= NEXT_TO for element in elements)

    def path(self, element: int) -> str:
        """A short description of an element: tag, first class, property."""
        attributes = self.page.attributes[element]
        name = (attributes.get("class") or "").split()
        prop = attributes.get("itemprop") or attributes.get("property") or attributes.get("rel")
        return self.page.tags[element] + (f".{name[0]}" if name else "") + (f"[{prop}]" if prop else "")

    def block_of(self, element: int) -> int:
        """The block that `element` stands in or begins."""
        page = self.page
        block = page.block_starts[element]
        return block if block < len(page.texts) else len(page.texts) - 1


def layout_of(survey: Survey) -> Layout:
    """Find the main heading and what is near it."""
    page = survey.page
    heading, anchor = main_heading(survey)
    return Layout(survey, heading, anchor, hints_of(survey), Asides(page, heading, anchor), near_of(page, anchor))


def between(page: Page, anchor: int, before: int, after: int) -> range:
    """The elements that begin from `before` to `after` blocks from the anchor."""
    return range(bisect_left(page.block_starts, anchor + before), bisect_right(page.block_starts, anchor + after))


def near_of(page: Page, anchor: int) -> Near:
    """The elements around the anchor that may show metadata."""
    elements = between(page, anchor, -BLOCKS_BEFORE, BLOCKS_AFTER)
    author_links, properties = [], []
    own = page.attributes[elements.start : elements.stop]
    for element, attributes in [(e, a) for e, a in zip(elements, own, strict=True) if a and not TOLD.isdisjoint(a)]:
        if page.tags[element] == "a" and "author" in (attributes.get("rel") or "").lower().split():
            author_links.append(element)
        name = attributes.get("itemprop") or attributes.get("property")
        if name and page.tags[element] not in HEAD_TAGS:
            properties.append((element, name))
    cues = cued_elements(page, elements, NEAR_CUES)
    before = between(page, anchor, -BLOCKS_OF_HEAD, -BLOCKS_BEFORE - 1)
    cues["section"] = cued_elements(page, before, ("section",))["section"] + cues["section"]
    return Near(cues, author_links, properties)


MONTH_FIRST_REGIONS = frozenset({"us", "ph", "ca", "pr"})
DAY_FIRST_DOMAINS = (".uk", ".au", ".nz", ".ie", ".in", ".za", ".ng", ".ke", ".gh", ".sg", ".my", ".mt", ".pk", ".eu")


def hints_of(survey: Survey) -> DateHints:
    """The page's language and order of dates: English has the month first where no region says otherwise."""
    declared = [survey.root.get("lang"), survey.root.get("xml:lang")]
    declared += [meta.content for meta in survey.metas if meta.key in ("og:locale", "content-language", "language")]
    language = next((text.strip().replace("_", "-") for text in declared if text and text.strip()), None)
    if not language:
        return DateHints(None, day_first=False)
    primary, _, region = language.lower().partition("-")
    host = (survey.page.url or "").split("/")[2:3]
    british = bool(host) and host[0].endswith(DAY_FIRST_DOMAINS)
    month_first = primary == "en" and not british and (not region or region in MONTH_FIRST_REGIONS)
    return DateHints(language, day_first=not month_first)
