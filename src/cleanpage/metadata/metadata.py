"""`Metadata`: headline, authors, dates and the rest, each with the evidence for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cleanpage.article import Author, Breadcrumb, Timestamp
from cleanpage.metadata.claims import Claim
from cleanpage.metadata.resolution.resolve import FieldEvidence

__all__ = ["Metadata"]


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
    evidence: Mapping[str, FieldEvidence] = field(default_factory=dict)
    """Per field: the claim that was believed, the ones that were not, and the confidence."""
    elements: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Elements of the page that show `headline`, `alternative_headline`, `byline`, `published` and `updated`."""
    blocks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Blocks of the page that show one of these fields and little else: they are no part of the body."""
