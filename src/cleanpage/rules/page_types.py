"""Types that pages give themselves, and what they mean.

They are those of schema.org, and of Open Graph (ogp.me) with the prefix `og:`. All are lower-case, as in
`Metadata.page_types`. `FEATURE_TYPES` is part of the learned models: whoever changes it trains anew.
"""

from collections.abc import Mapping

__all__ = [
    "AUTHOR_BODY_TYPES",
    "COLLECTION_TYPES",
    "CONTENT_PARTS",
    "FEATURE_TYPES",
    "LIST_TYPES",
    "LIVE_TYPE",
    "NO_CONTENT_PARTS",
    "ORGANIZATION_TYPES",
    "OTHER_CONTENT_TYPES",
    "PAGE_TYPES",
    "PRODUCT_TYPES",
    "SINGLE_TYPES",
    "is_article_type",
    "is_news_type",
]

LEARNED_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "blogposting",
    "reportagenewsarticle",
    "liveblogposting",
    "techarticle",
)
"""Articles, as the models know them."""

LIVE_TYPE = "liveblogposting"

FEATURE_TYPES: Mapping[str, tuple[str, ...]] = {
    "article": LEARNED_ARTICLE_TYPES,
    "og_article": ("og:article",),
    "og_website": ("og:website",),
    "product": ("product", "productgroup", "og:product", "og:product.group", "og:product.item"),
    "forum": ("discussionforumposting", "qapage", "question"),
    "list": ("itemlist", "collectionpage", "searchresultspage"),
    "service": ("service", "localbusiness", "organization", "softwareapplication"),
}
"""Feature to the types that it asks for."""

SINGLE_TYPES = frozenset(LEARNED_ARTICLE_TYPES).union(
    "analysisnewsarticle opinionnewsarticle recipe report reviewnewsarticle scholarlyarticle og:article og:book "
    "og:product og:profile og:video og:video.episode og:video.movie og:video.other".split()
)
"""A page about one thing: an article, a video, a product."""

PRODUCT_TYPES = frozenset(("product",))
LIST_TYPES = frozenset(("itemlist", "offercatalog"))
"""Beside a product, these make a page a list of products."""
COLLECTION_TYPES = frozenset(("collectionpage", "searchresultspage"))
"""A page that leads to others."""

OTHER_CONTENT_TYPES = frozenset(
    "product recipe event qapage question howto course dataset softwareapplication webapplication book movie "
    "videoobject podcastepisode audioobject review creativework musicalbum imagegallery apartmentcomplex "
    "singlefamilyresidence learningresource productgroup individualproduct".split()
)
"""What a page may be about if it is no article."""

PAGE_TYPES = frozenset(
    "webpage itempage collectionpage aboutpage contactpage profilepage medicalwebpage searchresultspage checkoutpage "
    "realestatelisting website".split()
)
"""The page as such, or its site."""

ORGANIZATION_TYPES = frozenset("organization newsmediaorganization corporation".split())
AUTHOR_BODY_TYPES = ORGANIZATION_TYPES.union("brand website localbusiness".split())
"""Authors that are no people."""

CONTENT_PARTS = tuple(
    "article posting webpage creativework review recipe event question product blog book report videoobject".split()
)
"""Parts of the type of an item of microdata that is the content of the page."""
NO_CONTENT_PARTS = tuple(
    "comment person organization breadcrumb listitem imageobject site wp rating offer answer place address".split()
)
"""Parts of the type of one that is not, whatever else its type says."""


def is_article_type(name: str) -> bool:
    """Whether a type is that of an article or a posting: there are many, and all end alike but for one."""
    return name.endswith(("article", "posting")) or name == "report"


def is_news_type(name: str) -> bool:
    """Whether a type is that of a news article."""
    return "newsarticle" in name
