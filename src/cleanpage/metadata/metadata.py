"""`PageClaims`: what a page claims before its blocks are scored; `Metadata`: the values, with the evidence for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cleanpage.article import Author, Breadcrumb, Timestamp
from cleanpage.metadata.claims import Claim
from cleanpage.metadata.resolution.resolve import FieldEvidence
from cleanpage.metadata.resolution.votes import Tally

__all__ = ["Metadata", "PageClaims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageClaims:
    """What a page claims of itself, as far as it is known before its blocks are scored."""

    claims: tuple[Claim, ...] = ()
    """All claims of all sources. Those of `article_body` are not voted on."""
    votes: Mapping[str, Tally] = field(default_factory=dict)
    """The votes of each field that has a value."""
    base_url: str | None = None
    """What relative URLs of the page are resolved against."""
    page_types: frozenset[str] = frozenset()
    """Types that the page gives itself, lower-case: JSON-LD's `@type`, `og:type` (with the prefix `og:`)."""
    elements: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Elements of the page that show `headline`, `alternative_headline`, `byline`, `published` and `updated`."""
    blocks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Blocks of the page that show one of these fields and little else: they are no part of the body."""

    @property
    def description(self) -> str | None:
        """The leading description."""
        return str(self.votes["description"].leader.value) if "description" in self.votes else None

    @property
    def authors(self) -> tuple[Author, ...]:
        """The leading authors, if the page is an article."""
        people = self.votes["authors"].leader.value if "authors" in self.votes else ()
        return tuple(one for one in people if isinstance(one, Author)) if isinstance(people, tuple) else ()


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
    page_types: frozenset[str] = frozenset()
    claims: tuple[Claim, ...] = ()
    """This and the two above as in `PageClaims`."""
    evidence: Mapping[str, FieldEvidence] = field(default_factory=dict)
    """Per field: the claim that was believed, the ones that were not, and the confidence."""
    elements: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    blocks: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Both as in `PageClaims`."""
