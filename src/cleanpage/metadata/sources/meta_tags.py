"""Claims of `meta` elements: Open Graph, `article:*`, Twitter cards, Dublin Core, Parsely, Sailthru and plain names."""

from collections.abc import Iterator, Mapping

from cleanpage.metadata.claims import Claim, Source, folded, text_claim
from cleanpage.metadata.element_index import Meta, Survey
from cleanpage.metadata.names import author_claim

__all__ = ["meta_claims"]

OG, TWITTER, DC, PARSELY, SAILTHRU, META, MICRODATA = (
    Source.OPEN_GRAPH,
    Source.TWITTER,
    Source.DUBLIN_CORE,
    Source.PARSELY,
    Source.SAILTHRU,
    Source.META,
    Source.MICRODATA,
)

KEYS: Mapping[str, tuple[str, Source]] = {
    "og:title": ("headline", OG),
    "twitter:title": ("headline", TWITTER),
    "dc.title": ("headline", DC),
    "dcterms.title": ("headline", DC),
    "dc:title": ("headline", DC),
    "parsely-title": ("headline", PARSELY),
    "sailthru.title": ("headline", SAILTHRU),
    "citation_title": ("headline", DC),
    "title": ("headline", META),
    "hdl": ("headline", META),
    "headline": ("headline", MICRODATA),
    "alternativeheadline": ("alternative_headline", MICRODATA),
    "og:description": ("description", OG),
    "twitter:description": ("description", TWITTER),
    "dc.description": ("description", DC),
    "dcterms.description": ("description", DC),
    "sailthru.description": ("description", SAILTHRU),
    "description": ("description", META),
    "article:author": ("authors", OG),
    "article:author_name": ("authors", OG),
    "og:article:author": ("authors", OG),
    "book:author": ("authors", OG),
    "dc.creator": ("authors", DC),
    "dcterms.creator": ("authors", DC),
    "dc:creator": ("authors", DC),
    "dc.contributor": ("authors", DC),
    "citation_author": ("authors", DC),
    "parsely-author": ("authors", PARSELY),
    "sailthru.author": ("authors", SAILTHRU),
    "author": ("authors", META),
    "authors": ("authors", META),
    "byl": ("authors", META),
    "byline": ("authors", META),
    "cxenseparse:author": ("authors", META),
    "article:published_time": ("published", OG),
    "article:published": ("published", OG),
    "og:published_time": ("published", OG),
    "og:article:published_time": ("published", OG),
    "og:pubdate": ("published", OG),
    "rnews:datepublished": ("published", OG),
    "dc.date.issued": ("published", DC),
    "dc.date.created": ("published", DC),
    "dc.date.published": ("published", DC),
    "dc.date": ("published", DC),
    "dc:date": ("published", DC),
    "dc:created": ("published", DC),
    "dcterms.date": ("published", DC),
    "dcterms.created": ("published", DC),
    "dcterms.issued": ("published", DC),
    "citation_publication_date": ("published", DC),
    "citation_online_date": ("published", DC),
    "citation_date": ("published", DC),
    "prism.publicationdate": ("published", DC),
    "parsely-pub-date": ("published", PARSELY),
    "sailthru.date": ("published", SAILTHRU),
    "cxenseparse:recs:publishtime": ("published", META),
    "cxenseparse:publishtime": ("published", META),
    "pubdate": ("published", META),
    "pub_date": ("published", META),
    "publishdate": ("published", META),
    "publish_date": ("published", META),
    "publish-date": ("published", META),
    "publication_date": ("published", META),
    "publicationdate": ("published", META),
    "published": ("published", META),
    "ms.date": ("published", META),
    "published_time": ("published", META),
    "published-date": ("published", META),
    "article_date_original": ("published", META),
    "originalpublicationdate": ("published", META),
    "ptime": ("published", META),
    "displaydate": ("published", META),
    "date_published": ("published", META),
    "date": ("published", META),
    "created": ("published", META),
    "datepublished": ("published", MICRODATA),
    "datecreated": ("published", MICRODATA),
    "article:modified_time": ("updated", OG),
    "article:modified": ("updated", OG),
    "og:updated_time": ("updated", OG),
    "og:modified_time": ("updated", OG),
    "dc.date.modified": ("updated", DC),
    "dcterms.modified": ("updated", DC),
    "lastmod": ("updated", META),
    "last-modified": ("updated", META),
    "last_updated_date": ("updated", META),
    "utime": ("updated", META),
    "revised": ("updated", META),
    "date_updated": ("updated", META),
    "datemodified": ("updated", MICRODATA),
    "article:section": ("section", OG),
    "og:article:section": ("section", OG),
    "og:section": ("section", OG),
    "parsely-section": ("section", PARSELY),
    "dcterms.subject": ("section", DC),
    "section": ("section", META),
    "category": ("section", META),
    "cg": ("section", META),
    "articlesection": ("section", MICRODATA),
    "og:site_name": ("site_name", OG),
    "application-name": ("site_name", META),
    "apple-mobile-web-app-title": ("site_name", META),
    "dc.publisher": ("site_name", DC),
    "article:tag": ("keywords", OG),
    "og:article:tag": ("keywords", OG),
    "parsely-tags": ("keywords", PARSELY),
    "sailthru.tags": ("keywords", SAILTHRU),
    "news_keywords": ("keywords", META),
    "keywords": ("keywords", META),
    "dc.subject": ("keywords", DC),
    "og:url": ("canonical_url", OG),
    "twitter:url": ("canonical_url", TWITTER),
    "parsely-link": ("canonical_url", PARSELY),
    "og:image": ("main_image", OG),
    "og:image:url": ("main_image", OG),
    "og:image:secure_url": ("main_image", OG),
    "twitter:image": ("main_image", TWITTER),
    "twitter:image:src": ("main_image", TWITTER),
    "parsely-image-url": ("main_image", PARSELY),
    "sailthru.image.full": ("main_image", SAILTHRU),
    "thumbnail": ("main_image", META),
    "og:image:alt": ("main_image_alt", OG),
    "twitter:image:alt": ("main_image_alt", TWITTER),
    "og:locale": ("language", OG),
    "content-language": ("language", META),
    "language": ("language", META),
    "dc.language": ("language", DC),
    "dcterms.language": ("language", DC),
    "inlanguage": ("language", MICRODATA),
    "og:type": ("page_type", OG),
    "isaccessibleforfree": ("is_accessible_for_free", MICRODATA),
    "license": ("license", META),
    "dc.rights.license": ("license", DC),
    "dcterms.license": ("license", DC),
    "article:content_tier": ("is_accessible_for_free", OG),
}
"""What a key is a claim of, and by which vocabulary. `twitter:data1` is read in pairs with `twitter:label1`."""

TIERS = {"free": True, "metered": False, "locked": False, "premium": False, "true": True, "false": False}
MAX_CLAIMS = 10
"""Claims of one field by one vocabulary; the rest is spam."""
URLS = frozenset({"canonical_url", "main_image"})


def meta_claims(survey: Survey) -> Iterator[Claim]:
    """Claims of all `meta` elements, in document order; several authors or keywords are one claim."""
    groups: dict[tuple[str, Source], list[Meta]] = {}
    for meta in survey.metas:
        if known := KEYS.get(meta.key):
            groups.setdefault(known, []).append(meta)
    for (field, source), metas in groups.items():
        if field == "authors":
            yield from authors_claim(source, metas, survey)
        elif field == "keywords":
            yield from keywords_claim(source, metas)
        else:
            for meta in metas[:MAX_CLAIMS]:
                yield from single_claim(field, source, meta, survey)
    yield from labelled_claims(survey)


def single_claim(field: str, source: Source, meta: Meta, survey: Survey) -> Iterator[Claim]:
    """The claim of one `meta` element."""
    if field in URLS:
        if url := survey.absolute(meta.content):
            yield Claim(field, url, meta.content, source, meta.key)
    elif field == "is_accessible_for_free":
        value = TIERS.get(meta.content.strip().lower())
        if value is not None:
            yield Claim(field, value, meta.content, source, meta.key)
    else:
        yield from text_claim(field, meta.content, source, meta.key)


def authors_claim(source: Source, metas: list[Meta], survey: Survey) -> Iterator[Claim]:
    """One claim of all author elements of a vocabulary. Profile URLs and handles name nobody."""
    people = [(in_order(meta.content) if source is DC else meta.content, None) for meta in metas]
    yield from author_claim(people, source, metas[0].key, survey.absolute)


def in_order(name: str) -> str:
    """`Doe, Jane`, as libraries write it, with the given name first."""
    family, comma, given = name.partition(",")
    swapped = comma and "," not in given and 0 < len(given.split()) <= 3 and len(family.split()) <= 2
    return f"{given.strip()} {family.strip()}" if swapped else name


def keywords_claim(source: Source, metas: list[Meta]) -> Iterator[Claim]:
    """One claim of all keyword elements of a vocabulary."""
    single = len(metas) == 1
    texts = [part for meta in metas for part in (meta.content.split(",") if single else [meta.content])]
    keywords = tuple(dict.fromkeys(filter(None, map(folded, texts[:500]))))
    if keywords:
        yield Claim("keywords", keywords, folded(metas[0].content), source, metas[0].key)


LABELS: Mapping[str, str] = {
    "written by": "authors",
    "author": "authors",
    "by": "authors",
    "autor": "authors",
    "auteur": "authors",
    "verfasst von": "authors",
    "geschrieben von": "authors",
    "écrit par": "authors",
    "escrito por": "authors",
    "scritto da": "authors",
    "published": "published",
    "published on": "published",
}
"""What WordPress plugins put in `twitter:label1`, for the value in `twitter:data1`."""


def labelled_claims(survey: Survey) -> Iterator[Claim]:
    """Claims of the label and data pairs of Twitter cards."""
    texts = {meta.key: meta.content for meta in survey.metas if meta.key.startswith(("twitter:label", "twitter:data"))}
    for number in "12":
        field = LABELS.get(texts.get(f"twitter:label{number}", "").strip().lower())
        data = texts.get(f"twitter:data{number}", "")
        if field == "authors":
            yield from author_claim([(data, None)], Source.TWITTER, f"twitter:data{number}", survey.absolute)
        elif field:
            yield from text_claim(field, data, Source.TWITTER, f"twitter:data{number}")
