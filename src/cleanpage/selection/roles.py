"""Roles of blocks, and the hints: what is known of a page before its blocks are scored."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from cleanpage.features.hints import PageHints
from cleanpage.images.figures import FoundFigure
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.metadata import Metadata
from cleanpage.selection.side_matter import SideMatter

__all__ = ["BOILERPLATE_ROLES", "Role", "page_hints", "stated_body"]


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


def page_hints(
    metadata: Metadata, figures: Sequence[FoundFigure], side: SideMatter, quotes: Mapping[int, Sequence[int]]
) -> PageHints:
    """Gather what scoring and selection need to know of a page besides its blocks.

    Args:
        metadata: What the page says of itself.
        figures: Its images; their captions are no body.
        side: Boxes of facts and comments.
        quotes: Pull quotes, with the blocks that hold their words.
    """
    roles: dict[int, str] = {}
    roles |= dict.fromkeys(side.boxes, Role.ASIDE)
    roles |= dict.fromkeys(side.comments, Role.COMMENT)
    for figure in figures:
        roles |= dict.fromkeys(figure.caption_blocks, Role.CAPTION)
    for field, role in FIELD_ROLES.items():
        roles |= dict.fromkeys(metadata.blocks.get(field, ()), role)
    stated = stated_body(metadata)
    return PageHints(
        roles,
        metadata.page_types,
        body=stated.raw if stated else "",
        body_path=stated.path if stated else "",
        description=metadata.description or "",
        names=tuple(author.name.lower() for author in metadata.authors if len(author.name) >= MIN_NAME),
        quotes=quotes,
    )


def stated_body(metadata: Metadata) -> Claim | None:
    """The longest body in the JSON-LD node about the page. Microdata only marks what the page shows anyway."""
    bodies = (c for c in metadata.claims if c.field == "article_body" and c.source is Source.JSON_LD)
    return max(bodies, key=lambda claim: len(claim.raw), default=None)
