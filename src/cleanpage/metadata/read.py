"""Reads what a page says about itself: the claims of all readers, resolved once its kind and language are known."""

from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.dates.timestamps import date_in_url
from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.language import detected_language, direction_of
from cleanpage.metadata.layout import Layout, layout_of
from cleanpage.metadata.metadata import Metadata, PageClaims
from cleanpage.metadata.resolution.checks import check_context
from cleanpage.metadata.resolution.resolve import resolve
from cleanpage.metadata.resolution.shown_elements import shown_blocks, shown_claims, shown_elements, shown_places
from cleanpage.metadata.resolution.votes import count_votes
from cleanpage.metadata.sources.breadcrumbs import shown_crumbs
from cleanpage.metadata.sources.head import head_claims
from cleanpage.metadata.sources.json_ld import json_ld_claims
from cleanpage.metadata.sources.links import anchor_claims
from cleanpage.metadata.sources.meta_tags import meta_claims
from cleanpage.metadata.sources.microdata import microdata_claims
from cleanpage.metadata.sources.site_title import title_site_claims
from cleanpage.metadata.visible.around_heading import visible_claims
from cleanpage.page.page import Page

__all__ = ["claims_of", "read_claims", "read_metadata", "resolve_metadata"]


def read_claims(page: Page) -> PageClaims:
    """Read all that `page` claims of itself, and count the votes.

    Never raises, and takes time linear in the page.
    """
    layout = layout_of(survey_of(page))
    claims = claims_of(layout)
    votes = count_votes(claims, check_context(claims, layout))
    places = shown_places(layout, shown_claims(layout, votes))
    return PageClaims(
        claims=claims,
        votes=votes,
        base_url=layout.survey.base_url,
        page_types=page_types(claims),
        elements=shown_elements(places),
        blocks=shown_blocks(places),
    )


def resolve_metadata(
    claimed: PageClaims, *, looks_like_article: bool, text: str = "", detect_language: bool = False
) -> Metadata:
    """The values of all fields, once the page's kind and text are known.

    Args:
        claimed: What the page claims of itself.
        looks_like_article: Whether the blocks of the page look like those of an article.
        text: The beginning of the article, which shows the direction and, if asked for, the language.
        detect_language: Whether to detect the language of a page that does not declare one.

    Raises:
        MissingExtraError: The language is to be detected, and the extra `language` is not installed.
    """
    evidence = resolve(claimed.votes, looks_like_article=looks_like_article)
    if detect_language and "language" not in evidence and (found := detected_language(text, claimed.claims)):
        evidence["language"] = found
    values = {name: found.winner.value for name, found in evidence.items()}
    values.setdefault("direction", direction_of(text, str(values.get("language", ""))))
    return Metadata(
        **values,  # type: ignore[arg-type]  # the table gives each field its type
        base_url=claimed.base_url,
        page_types=claimed.page_types,
        claims=claimed.claims,
        evidence=evidence,
        elements=claimed.elements,
        blocks=claimed.blocks,
    )


def read_metadata(page: Page) -> Metadata:
    """All that `page` says about itself, taken for an article."""
    return resolve_metadata(read_claims(page), looks_like_article=True)


def claims_of(layout: Layout) -> tuple[Claim, ...]:
    """The claims of all readers."""
    survey = layout.survey
    claims = [
        *json_ld_claims(survey),
        *meta_claims(survey),
        *head_claims(survey),
        *microdata_claims(layout),
    ]
    claims += visible_claims(layout, frozenset(claim.field for claim in claims))
    claims += anchor_claims(layout)
    url = next((claim.value for claim in claims if claim.field == "canonical_url"), survey.page.url)
    day = date_in_url(str(survey.page.url or url or ""))
    known = {claim.field for claim in claims}
    if "breadcrumbs" not in known:
        claims += shown_crumbs(layout)
    if day:
        claims.append(Claim("published", day, day.raw, Source.URL, "path"))
    if "site_name" not in known:
        claims += title_site_claims(layout)
    return tuple(claims)


def page_types(claims: tuple[Claim, ...]) -> frozenset[str]:
    """The types that the page gives itself."""
    types = (claim for claim in claims if claim.field == "page_type" and isinstance(claim.value, str))
    return frozenset(("og:" if claim.source is Source.OPEN_GRAPH else "") + str(claim.value).lower() for claim in types)
