"""Reads what a page says about itself: the claims of all readers, resolved field by field."""

from dataclasses import replace

from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.dates.timestamps import date_in_url
from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.layout import Layout, layout_of
from cleanpage.metadata.metadata import Metadata
from cleanpage.metadata.resolution.checks import check_context
from cleanpage.metadata.resolution.resolve import on_no_article, resolve
from cleanpage.metadata.resolution.shown_elements import shown_blocks, shown_claims, shown_elements, shown_places
from cleanpage.metadata.sources.breadcrumbs import shown_crumbs
from cleanpage.metadata.sources.head import head_claims
from cleanpage.metadata.sources.json_ld import json_ld_claims
from cleanpage.metadata.sources.links import anchor_claims
from cleanpage.metadata.sources.meta_tags import meta_claims
from cleanpage.metadata.sources.microdata import microdata_claims
from cleanpage.metadata.sources.site_title import title_site_claims
from cleanpage.metadata.visible.around_heading import visible_claims
from cleanpage.page.page import Page

__all__ = ["claims_of", "read_metadata", "reconsidered"]


RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ps sd ug ur yi".split())


def read_metadata(page: Page) -> Metadata:
    """Read all that `page` says about itself.

    Never raises, and takes time linear in the page.
    """
    layout = layout_of(survey_of(page))
    claims = claims_of(layout)
    context = check_context(claims, layout)
    evidence = resolve(claims, context)
    if "site_name" not in evidence:  # told from the title only where it can change nothing else
        claims += tuple(title_site_claims(layout))
        evidence |= resolve([claim for claim in claims if claim.field == "site_name"], context)
    values = {name: found.winner.value for name, found in evidence.items()}
    values.setdefault("direction", direction_of(str(values.get("language", ""))))
    places = shown_places(layout, shown_claims(layout, evidence))
    return Metadata(
        **values,  # type: ignore[arg-type]  # the table gives each field its type
        base_url=layout.survey.base_url,
        page_types=page_types(claims),
        claims=claims,
        evidence=evidence,
        elements=shown_elements(places),
        blocks=shown_blocks(places),
    )


def reconsidered(metadata: Metadata, *, looks_like_article: bool) -> Metadata:
    """The metadata when the blocks of the page have told whether it looks like an article.

    Of a page that is rather a product, a list or a forum, authors must be surer: what looks like them are reviewers,
    makers and those who posted something.
    """
    if looks_like_article or "authors" not in metadata.evidence:
        return metadata
    evidence = on_no_article(metadata.evidence)
    authors = metadata.authors if "authors" in evidence else ()
    return replace(metadata, evidence=evidence, authors=authors)


def direction_of(language: str) -> str:
    """The direction of a language's script."""
    return "rtl" if language.lower().split("-")[0] in RIGHT_TO_LEFT else "ltr"


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
    if not any(claim.field == "breadcrumbs" for claim in claims):
        claims += shown_crumbs(layout)
    url = next((claim.value for claim in claims if claim.field == "canonical_url"), survey.page.url)
    day = date_in_url(str(survey.page.url or url or ""))
    if day:
        claims.append(Claim("published", day, day.raw, Source.URL, "path"))
    return tuple(claims)


def page_types(claims: tuple[Claim, ...]) -> frozenset[str]:
    """The types that the page gives itself."""
    types = (claim for claim in claims if claim.field == "page_type" and isinstance(claim.value, str))
    return frozenset(("og:" if claim.source is Source.OPEN_GRAPH else "") + str(claim.value).lower() for claim in types)
