"""Cleans titles before resolution: cuts off the name of the site, and notes signs for and against each title."""

from collections.abc import Iterator, Sequence

from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.resolution.canonical_urls import plain
from cleanpage.metadata.titles import (
    EDGES,
    STRONG,
    SiteNames,
    clean_title,
    first_part,
    is_tail,
    separators,
    simplified,
    words_of,
)

__all__ = ["TitleChecks"]

BLOCKS_OVER, BLOCKS_UNDER = 6, 12
"""Blocks around the main heading among which a title is sought."""
MIN_PART_LENGTH = 2
"""Characters that the first part of a title has at least."""
MIN_LONG_TITLE = 16
"""Words of a title that is longer than most."""
MIN_ADDRESS_SHARE = 0.7
"""Share of the words of the page's address that a title has which is their source."""
WITHIN_SHARE, MAX_UNLIKE_SHARE = 1.0, 0.34
"""Share of the words of a heading that the titles of the head have too."""


class TitleChecks:
    """The titles that a page claims, with the signs for and against each.

    Args:
        layout: The page.
        site: What the site is called.
        slug: Words of the page's address.
        is_home: Whether the page is the first of its site, whose title is the name of the site.
        claims: The claims of the headline.
    """

    def __init__(
        self, layout: Layout, site: SiteNames, slug: frozenset[str], is_home: bool, claims: Sequence[Claim]
    ) -> None:
        self.layout = layout
        self.site = site
        self.slug = slug
        self.is_home = is_home
        self.raw = [str(claim.value) for claim in claims if claim.source is not Source.HEADING]
        self.cleaned = {title: clean_title(title, site, is_home) for title in dict.fromkeys(self.raw)}
        self.known = {word for title in self.raw for word in words_of(title)}
        anchor = layout.anchor if layout.heading >= 0 else 0  # without a heading, a title stands on top
        self.lines = layout.page.texts[max(0, anchor - BLOCKS_OVER) : anchor + BLOCKS_UNDER]

    def parts(self, claim: Claim) -> Iterator[tuple[str, str | None]]:
        """The title of a claim, and its first part if it has a sign that parts it; each with the sign of being cut."""
        title = str(claim.value).strip(EDGES) if claim.source is Source.HEADING else self.cleaned[str(claim.value)]
        if not title:
            return
        yield title, None
        part = first_part(title)
        if part != title and not self.is_home:
            rest = title[len(part) :].lstrip()
            strong = rest[:1] in "|｜ㅣ»«·•¦‖" or self.site.is_site(rest)
            whole = simplified(title) in self.site.headings
            if (strong or not whole) and len(part) > MIN_PART_LENGTH:
                yield part, "cut at a bar" if strong else "cut at a dash"

    def signs(self, title: str) -> Iterator[str]:
        """What speaks for or against a title, whoever claims it."""
        if len(title.split()) >= MIN_LONG_TITLE:
            yield "many words"
        if not self.is_home and self.site.is_called(title):
            yield "names the site"
        if any(STRONG.search(sign[0]) for sign in separators(title)):
            yield "has a bar"
        if self.slug and len(self.slug & words_of(plain(title))) >= MIN_ADDRESS_SHARE * len(self.slug):
            yield "words of the address"
        if title in self.lines:
            yield "shown"

    def doubts(self, claim: Claim, title: str) -> Iterator[str]:
        """What speaks for or against a heading beside the titles of the head, and by its place."""
        if claim.source is not Source.HEADING or not self.raw:
            return
        own = words_of(title)
        shared = len(own & self.known) / max(1, len(own))
        if shared < MAX_UNLIKE_SHARE:
            yield "unlike the titles"
        elif shared == WITHIN_SHARE:
            yield "within the titles"
        if any(is_tail(title, other) for other in self.raw):
            yield "ends a title"
        if self.layout.page.tags[claim.elements[0]] != "h1":
            yield "no h1"
        elif len(self.layout.survey.headings) > 1:
            yield "one of several"
