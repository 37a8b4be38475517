"""Roles: what blocks are known to be before any is scored, from metadata, captions and names of side matter."""

from collections.abc import Sequence
from enum import StrEnum

from cleanpage.features.hints import PageHints
from cleanpage.images.figures import FoundFigure
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.metadata import Metadata
from cleanpage.page.page import Page
from cleanpage.selection.pull_quotes import pull_quotes
from cleanpage.selection.side_matter import side_matter

__all__ = ["BOILERPLATE_ROLES", "Role", "hints_of", "stated_claim"]


class Role(StrEnum):
    """What a block is."""

    BODY = "body"
    HEADLINE = "headline"
    SUMMARY = "summary"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    ASIDE = "aside"
    COMMENT = "comment"
    PULL_QUOTE = "pull-quote"
    BOILERPLATE = "boilerplate"


BOILERPLATE_ROLES = frozenset((Role.BOILERPLATE, Role.ASIDE, Role.COMMENT, Role.PULL_QUOTE))
"""Roles of what is neither body nor a field of the article."""

# Shorter names are parts of too many words.
MIN_NAME = 5

FIELD_ROLES = {
    "alternative_headline": Role.SUMMARY,
    "updated": Role.DATE,
    "published": Role.DATE,
    "byline": Role.BYLINE,
    "headline": Role.HEADLINE,
}
"""Fields of metadata with the role of the elements that show them, the weakest first."""


def hints_of(page: Page, metadata: Metadata, figures: Sequence[FoundFigure]) -> PageHints:
    """Blocks that metadata and captions were taken from, side matter, and what the page calls itself."""
    boxes, comments = side_matter(page, metadata.blocks.get("headline", ()))
    roles: dict[int, str] = {}
    roles |= dict.fromkeys(boxes, Role.ASIDE)
    roles |= dict.fromkeys(comments, Role.COMMENT)
    for figure in figures:
        roles |= dict.fromkeys(figure.caption_blocks, Role.CAPTION)
    for field, role in FIELD_ROLES.items():
        roles |= dict.fromkeys(metadata.blocks.get(field, ()), role)
    stated = stated_claim(metadata)
    return PageHints(
        roles,
        metadata.page_types,
        body=stated.raw if stated else "",
        description=metadata.description or "",
        names=tuple(author.name.lower() for author in metadata.authors if len(author.name) >= MIN_NAME),
        quotes=pull_quotes(page),
    )


def stated_claim(metadata: Metadata) -> Claim | None:
    """The longest body that the JSON-LD of the page states. Microdata only marks what is on the page anyway."""
    bodies = (c for c in metadata.claims if c.field == "article_body" and c.source is Source.JSON_LD)
    return max(bodies, key=lambda claim: len(claim.raw), default=None)
