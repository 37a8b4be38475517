"""Roles: what blocks are known to be before any is scored, from metadata and captions."""

from collections.abc import Sequence
from enum import StrEnum

from cleanpage.features import Hints
from cleanpage.figures import FoundFigure
from cleanpage.metadata import Claim, Metadata, Source

__all__ = ["Role", "hints_of", "stated_claim"]


class Role(StrEnum):
    """What a block is."""

    BODY = "body"
    HEADLINE = "headline"
    SUMMARY = "summary"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


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


def hints_of(metadata: Metadata, figures: Sequence[FoundFigure]) -> Hints:
    """Blocks that metadata and captions were taken from, and what the page calls itself."""
    roles: dict[int, str] = {}
    for figure in figures:
        roles |= dict.fromkeys(figure.caption_blocks, Role.CAPTION)
    for field, role in FIELD_ROLES.items():
        roles |= dict.fromkeys(metadata.blocks.get(field, ()), role)
    stated = stated_claim(metadata)
    return Hints(
        roles,
        metadata.page_types,
        body=stated.raw if stated else "",
        description=metadata.description or "",
        names=tuple(author.name.lower() for author in metadata.authors if len(author.name) >= MIN_NAME),
    )


def stated_claim(metadata: Metadata) -> Claim | None:
    """The longest body that the JSON-LD of the page states. Microdata only marks what is on the page anyway."""
    bodies = (c for c in metadata.claims if c.field == "article_body" and c.source is Source.JSON_LD)
    return max(bodies, key=lambda claim: len(claim.raw), default=None)
