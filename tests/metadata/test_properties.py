"""What holds for the metadata of any page, however broken."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cleanpage.article import Article, Outcome, OutcomeKind, Timestamp
from cleanpage.metadata.metadata import Metadata
from cleanpage.metadata.read import read_metadata
from cleanpage.metadata.resolution.evidence import article_evidence
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

Reader = Callable[..., Metadata]

slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)

ARTICLE = '{"@type": "NewsArticle", "headline": "A bridge too short", "author": {"name": "Mira Holm"}}'
BROKEN = {
    "trailing semicolon": f"{ARTICLE};",
    "comment around": f"/* data */ {ARTICLE}",
    "comment to the end of the line": f"// data\n{ARTICLE}",
    "comments within": ARTICLE.replace('"author"', '/* who */ "author"').replace("}}", "} // done\n}"),
    "comment of HTML": f"<!-- {ARTICLE} -->",
    "CDATA": f"<![CDATA[{ARTICLE}]]>",
    "CDATA in comments": f"//<![CDATA[\n{ARTICLE}\n//]]>",
    "CDATA in block comments": f"/*<![CDATA[*/{ARTICLE}/*]]>*/",
    "trailing comma in an object": ARTICLE.replace("}}", ",},}"),
    "trailing comma in a list": f"[{ARTICLE},]",
    "control characters": ARTICLE.replace("A bridge too short", "A bridge\n\ttoo short"),
    "more control characters": ARTICLE.replace("A bridge too short", "A bridge \x0b\x07too short"),
    "entities for quotes": ARTICLE.replace('"', "&quot;"),
    "single quotes": ARTICLE.replace('"', "'"),
    "two objects": f'{{"@type": "WebSite", "name": "The Post"}} {ARTICLE}',
    "two objects and a comma": f"{ARTICLE},\n{ARTICLE}",
    "quotes within": ARTICLE.replace("A bridge too short", 'A "bridge" too short'),
    "no closing braces": ARTICLE.rstrip("}"),
    "no quotes around keys": ARTICLE.replace('"@type"', '"@type"').replace('"headline"', "headline"),
    "byte order mark": f"\ufeff{ARTICLE}",
    "bad escapes": ARTICLE.replace("A bridge", "A\\x20bridge"),
    "an assignment": f"window.data = {ARTICLE};",
    "NaN": ARTICLE.replace('"headline"', '"wordCount": NaN, "headline"'),
    "undefined": ARTICLE.replace('"headline"', '"wordCount": undefined, "headline"'),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_json_ld(read: Reader, text: str) -> None:
    metadata = read(f'<script type="application/ld+json">{text}</script>')
    assert [author.name for author in metadata.authors] == ["Mira Holm"]
    assert "".join(filter(str.isalpha, metadata.headline or "")) in ("Abridgetooshort", "Axbridgetooshort")


KEYS = st.sampled_from(
    (
        "@type @id @graph @value name headline author creator url sameAs datePublished dateModified image thumbnailUrl "
        "contentUrl caption publisher isPartOf mainEntity mainEntityOfPage breadcrumb itemListElement item position "
        "keywords articleSection isAccessibleForFree hasPart cssSelector license inLanguage description givenName "
        "familyName liveBlogUpdate creditText"
    ).split()
)
TEXTS = st.text(max_size=12) | st.sampled_from(
    (
        *("NewsArticle", "WebPage", "BreadcrumbList", "Person", "Organization", "ImageObject", "#a", "#b", "/x", "//["),
        *("Mira Holm", "Mira Holm, Tove Lind", "By Mira Holm", "x" * 300, "Mira " * 60, "2020-06-26", "1399-04-06"),
        *("0000-00-00T99:99", "99999999999999999999", "http://[bad", "https://a.example/ b", "False", "\x00", "\ud800"),
    )
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)
NODES = st.dictionaries(KEYS, VALUES, max_size=8).map(lambda node: {"@type": "NewsArticle", **node})


def metadata_of(data: Any, head: str = "", url: str | None = "https://news.example/a/story") -> Metadata:
    text = json.dumps(data).replace("</", "<\\/")
    return read_metadata(read_blocks(parse(f'{head}<script type="application/ld+json">{text}</script><h1>A</h1>', url)))


def article_of(metadata: Metadata) -> Article:
    """The metadata as an article, for what holds of all that users see."""
    names = Article.model_fields.keys() & Metadata.__dataclass_fields__.keys() - {"main_image", "evidence"}
    fields = {name: getattr(metadata, name) for name in names}
    article = Article(outcome=Outcome(kind=OutcomeKind.EMPTY, reason="test"), **fields)
    return article.with_evidence(article_evidence(metadata.evidence, article))


@slow
@given(st.lists(NODES, max_size=4))
@example([{"@type": "NewsArticle", "@id": "#a", "author": {"@id": "#b"}}, {"@id": "#b", "name": {"@id": "#a"}}])
@example([{"@type": ["NewsArticle", 7, None, ["x"]], "author": [[[["Mira Holm"]]]], "image": [[{}]], "hasPart": [[]]}])
def test_whatever_json_ld_holds(data: list[Any]) -> None:
    """Nothing raises; names have a length, URLs are absolute, and all of it survives JSON."""
    metadata = metadata_of(data)
    article = article_of(metadata)
    for author in article.authors:
        assert author.name.strip()
        assert len(author.name) <= 100
    urls = [article.canonical_url, article.amp_url, article.print_url, metadata.main_image]
    urls += [author.url for author in article.authors] + [step.url for step in article.breadcrumbs]
    for url in filter(None, urls):
        assert urlsplit(url).scheme in ("http", "https")
        assert urlsplit(url).netloc
    for evidence in article.evidence.values():
        assert len(evidence.raw) <= 500
    if "\\ud8" not in json.dumps(data):
        assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize(
    "opening", ['{"a":', "[", '{"@graph":[', '{"author":', '{"mainEntity":{"@type":"NewsArticle",']
)
@pytest.mark.parametrize("depth", [50, 2_000, 100_000])
def test_deep_nesting(read: Reader, opening: str, depth: int) -> None:
    assert (
        read(f'<script type="application/ld+json">{opening * depth}</script><h1>A bridge</h1>').headline == "A bridge"
    )


def test_references_in_a_ring(read: Reader) -> None:
    ring = [{"@id": f"#{n}", "@type": "NewsArticle", "author": {"@id": f"#{n + 1}"}, "name": "x"} for n in range(500)]
    ring[-1]["author"] = {"@id": "#0"}
    assert read(f'<script type="application/ld+json">{json.dumps(ring)}</script>').page_types == {"newsarticle"}


@pytest.mark.parametrize(
    "html",
    [
        "<meta name='author' content='Mira Holm'>" * 250_000,
        "<meta property='article:tag' content='" + "bridge, " * 1_250_000 + "'>",
        "<meta name='" + "x" * 10_000_000 + "' content='y'>",
        "<meta " + " ".join(f"a{n}='{n}'" for n in range(5_000)) + f" name=author content='{'Mira ' * 2_000_000}'>",
    ],
    ids=["many", "one long content", "one long name", "one with many attributes"],
)
def test_ten_megabytes_of_meta(read: Reader, html: str) -> None:
    metadata = read(f"{html}<h1>A bridge too short</h1>")
    assert metadata.headline == "A bridge too short"
    assert len(metadata.keywords) <= 500
    assert [author.name for author in metadata.authors] in ([], ["Mira Holm"])


BASES = st.none() | st.sampled_from(
    ("/b/", "b", "https://cdn.example/c/d", "//cdn.example", "", "http://[", "javascript:1")
)
REFERENCES = st.sampled_from(
    ("../x", "/x", "x", "?y=1", "#z", "//o.example/x", "https://o.example/ x", "", "data:,1", "http://[")
) | st.text(max_size=15)


@slow
@given(BASES, REFERENCES)
def test_urls_are_absolute_by_the_base_of_the_page(base: str | None, reference: str) -> None:
    from html import escape

    head = "" if base is None else f"<base href='{escape(base)}'>"
    quoted = escape(reference)
    head += f"<link rel=canonical href='{quoted}'><link rel=amphtml href='{quoted}'>"
    head += f"<meta property='og:image' content='{quoted}'>"
    metadata = metadata_of({"@type": "NewsArticle", "author": {"name": "Mira Holm", "url": reference}}, head)
    urls = (metadata.canonical_url, metadata.amp_url, metadata.main_image, *(a.url for a in metadata.authors))
    for url in filter(None, urls):
        assert urlsplit(url).scheme in ("http", "https")
        assert urlsplit(url).netloc


@pytest.mark.parametrize(
    ("base", "reference", "url"),
    [
        (None, "g", "https://news.example/a/g"),
        (None, "../g", "https://news.example/g"),
        (None, "?y", "https://news.example/a/story?y"),
        ("/b/c", "g", "https://news.example/b/g"),
        ("https://cdn.example/d/", "../../g", "https://cdn.example/g"),
        ("//cdn.example", "g", "https://cdn.example/g"),
        ("https://cdn.example/d/", "//o.example/g", "https://o.example/g"),
    ],
)
def test_references_resolve_as_the_standards_say(base: str | None, reference: str, url: str) -> None:
    head = ("" if base is None else f"<base href='{base}'>") + f"<link rel=amphtml href='{reference}'>"
    assert metadata_of({}, head).amp_url == url


@slow
@given(st.text(max_size=40) | st.datetimes().map(str) | st.dates().map(str), st.sampled_from(("en", "fa", "th", "ja")))
def test_dates_survive_json(raw: str, language: str) -> None:
    metadata = metadata_of({"@type": "NewsArticle", "datePublished": raw}, f"<html lang={language}>")
    if stamp := metadata.published:
        assert Timestamp.model_validate_json(stamp.model_dump_json()) == stamp
        assert 1990 <= stamp.date.year <= 2050
