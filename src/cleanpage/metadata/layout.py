"""Where things stand on the page: the main heading, what is near it, and what belongs to other stories or to readers."""

from dataclasses import dataclass

from cleanpage.metadata.claims import folded
from cleanpage.metadata.date_words import Hints
from cleanpage.metadata.survey import Survey
from cleanpage.metadata.titles import same_words, simplified
from cleanpage.page import Page
from cleanpage.rules.tags import Context

__all__ = ["Layout", "layout_of"]

FOREIGN = Context.NAV | Context.FOOTER | Context.DIALOG | Context.FORM | Context.BUTTON | Context.HIDDEN
CONTENT = Context.ARTICLE | Context.MAIN
MAX_HEADING = 400
NEXT_TO = 6
"""Blocks after the heading up to which a footer within the article, or a sidebar, is part of its head."""
BLOCKS_BEFORE = 10
BLOCKS_AFTER = 30
"""Blocks before and after the main heading in which bylines and dates of the page stand."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The page with its main heading and foreign regions."""

    survey: Survey
    heading: int
    """Element of the main heading; -1 where the page has none."""
    anchor: int
    """Block of the main heading, or the first block."""
    hints: Hints
    asides: frozenset[int]
    """Elements whose class says that they hold comments, related stories or the like, and not the heading."""

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
        parents = self.page.parents
        while element >= 0:
            if element in self.asides:
                return True
            element = parents[element]
        return False

    def text(self, element: int) -> str:
        """The text of `element`, its blocks apart: what stands in different blocks is not glued together."""
        page = self.page
        first, last = page.block_starts[element], page.block_ends[element]
        if last - first > 1:
            return "\n".join(page.texts[first:last])
        text = page.text_of(element)
        whole = last > first and len(page.texts[first]) == len(text)
        return page.texts[first] if whole else text

    def is_own_item(self, scope: int) -> bool:
        """Whether an item of microdata is the page's own: it holds the heading, or there is none to hold."""
        return self.heading < 0 or scope < self.heading < self.page.ends[scope] or self.distance(scope) in range(-3, 6)

    def distance(self, element: int) -> int:
        """Blocks from the main heading to `element`; negative before it."""
        return self.page.block_starts[element] - self.anchor

    def is_near(self, element: int) -> bool:
        """Whether `element` stands where the page's own byline and dates stand."""
        return -BLOCKS_BEFORE <= self.distance(element) <= BLOCKS_AFTER

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
    """Find the main heading and the regions that are not the page's own."""
    page = survey.page
    heading = main_heading(survey)
    anchor = page.block_starts[heading] if heading >= 0 else 0
    asides = frozenset(
        element
        for element in survey.cues["aside"]
        if not element <= heading < page.ends[element]
        and page.tags[element] not in ("body", "html")
        and not 0 <= page.block_starts[element] - anchor <= NEXT_TO
    )
    return Layout(survey, heading, anchor, hints_of(survey), asides)


def main_heading(survey: Survey) -> int:
    """The heading of the page: the `h1` that the head of the page repeats, else the first, else another heading so repeated."""
    page = survey.page
    titles = [meta.content for meta in survey.metas if meta.key in ("og:title", "twitter:title", "title")]
    titles = [folded(title) for title in [*titles, page.title or ""] if title]
    texts = {element: page.text_of(element) for element in survey.headings[:20]}
    texts = {element: text for element, text in texts.items() if 1 < len(text) <= MAX_HEADING}
    repeated = [element for element, text in texts.items() if any(same_words(text, title) for title in titles)]
    if repeated:
        longest = max(len(texts[element]) for element in repeated)
        return next(element for element in repeated if len(texts[element]) * 2 > longest)
    outside = [element for element in texts if not page.contexts[element] & (FOREIGN | Context.HEADER | Context.HIDDEN)]
    other = other_heading(page, titles)
    return other if other >= 0 else (outside or list(texts) or [-1])[0]


def other_heading(page: Page, titles: list[str]) -> int:
    """A block that is one of the titles word for word; -1 where there is none."""
    wanted = {simplified(title) for title in titles if len(title) > 12}
    for block, text in enumerate(page.texts[:400]):
        if 12 < len(text) <= MAX_HEADING and simplified(text) in wanted:
            element = page.elements[block]
            if not page.contexts[element] & (FOREIGN | Context.LINK | Context.HIDDEN):
                return element
    return -1


MONTH_FIRST_REGIONS = frozenset({"us", "ph", "ca", "pr"})
DAY_FIRST_DOMAINS = (".uk", ".au", ".nz", ".ie", ".in", ".za", ".ng", ".ke", ".gh", ".sg", ".my", ".mt", ".pk", ".eu")


def hints_of(survey: Survey) -> Hints:
    """The page's language, and whether it writes the day before the month: English does where no region says otherwise."""
    declared = [survey.root.get("lang"), survey.root.get("xml:lang")]
    declared += [meta.content for meta in survey.metas if meta.key in ("og:locale", "content-language", "language")]
    language = next((text.strip().replace("_", "-") for text in declared if text and text.strip()), None)
    if not language:
        return Hints(None, day_first=False)
    primary, _, region = language.lower().partition("-")
    host = (survey.page.url or "").split("/")[2:3]
    british = bool(host) and host[0].endswith(DAY_FIRST_DOMAINS)
    month_first = primary == "en" and not british and (not region or region in MONTH_FIRST_REGIONS)
    return Hints(language, day_first=not month_first)
