"""What a page says about itself: headline, authors, dates and the rest, each with the evidence for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from cleanpage.article import Author, Breadcrumb, Timestamp
from cleanpage.metadata.anchors import anchor_claims
from cleanpage.metadata.breadcrumbs import shown_crumbs
from cleanpage.metadata.checks import context_of
from cleanpage.metadata.claims import Claim, Source, Value
from cleanpage.metadata.dates import date_in_url
from cleanpage.metadata.html_head import head_claims
from cleanpage.metadata.json_ld import json_ld_claims
from cleanpage.metadata.layout import Layout, layout_of
from cleanpage.metadata.microdata import microdata_claims
from cleanpage.metadata.open_graph import meta_claims
from cleanpage.metadata.proof import article_evidence, candidate
from cleanpage.metadata.resolve import Evidence, on_no_article, resolve
from cleanpage.metadata.shown import shown_blocks, shown_claims, shown_elements, shown_places
from cleanpage.metadata.site_titles import title_site_claims
from cleanpage.metadata.survey import survey_of
from cleanpage.metadata.visible import dateline_of, visible_claims
from cleanpage.page import Page

__all__ = [
    "Claim",
    "Evidence",
    "Metadata",
    "Source",
    "Value",
    "article_evidence",
    "candidate",
    "dateline_of",
    "read_metadata",
    "reconsidered",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says about itself; None or empty where it says nothing."""

    headline: str | None = None
    alternative_headline: str | None = None
    description: str | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    published: Timestamp | None = None
    updated: Timestamp | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    breadcrumbs: tuple[Breadcrumb, ...] = ()
    site_name: str | None = None
    language: str | None = None
    direction: Literal["ltr", "rtl"] = "ltr"
    canonical_url: str | None = None
    amp_url: str | None = None
    print_url: str | None = None
    main_image: str | None = None
    """Absolute URL of the image that stands for the page."""
    main_image_alt: str | None = None
    main_image_caption: str | None = None
    main_image_credit: str | None = None
    is_accessible_for_free: bool | None = None
    paywall_selector: str | None = None
    license: str | None = None
    base_url: str | None = None
    """What relative URLs of the page are resolved against."""
    page_types: frozenset[str] = frozenset()
    """Types that the page gives itself, lower-case: JSON-LD's `@type`, `og:type` (with the prefix `og:`)."""
    claims: tuple[Claim, ...] = ()
    """All claims of all sources. Those of `article_body` are not resolved."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """Per field: the claim that was believed, the ones that were not, and the confidence."""
    elements: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Elements of the page that show `headline`, `alternative_headline`, `byline`, `published` and `updated`."""
    blocks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Blocks of the page that show one of these fields and little else: they are no part of the body."""


RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ps sd ug ur yi".split())


def read_metadata(page: Page) -> Metadata:
    """Read all that `page` says about itself.

    Never raises, and takes time linear in the page.
    """
    layout = layout_of(survey_of(page))
    claims = claims_of(layout)
    context = context_of(claims, layout)
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
