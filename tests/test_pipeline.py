"""The whole way of a page."""

import builtins
import io
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleanpage
from cleanpage import Article, Options, OutcomeKind
from tests.small_pages import ARTICLE, CONSENT, TEASERS

URL = "https://example.org/town/river.html"
MORE = (
    "<figure><img src=/x.jpg><figcaption>A boat. Photo: Ann Lee</figcaption></figure>"
    "<p>A map of the path can be had from <a href='../more'>the town</a>, which has dates, said the council.</p>"
    "</article>"
)
PAGE = (
    "<!doctype html><html lang=en><head><title>River path to open</title><meta name=author content='Ann Lee'>"
    "<meta property=article:published_time content='2024-05-06T07:08:09+02:00'></head><body>"
    f"<nav><a href=/>Home</a></nav>{ARTICLE.replace('</article>', MORE)}<footer>Imprint</footer></body></html>"
)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=name)
        for name, page in {
            "empty": "",
            "no bytes": b"",
            "white space": " \n\t",
            "NULs": "\0" * 1000,
            "NULs in the text": "<p>a\0b</p>\0",
            "lone surrogates": "<p>a\ud800b\udfff</p><a href='\ud800'>x</a><img alt='\udc00' src=/x>",
            "binary": bytes(range(256)) * 50,
            "broken UTF-8": b"<p>caf\xe9 \xff\xfe</p>" * 20,
            "truncated within a tag": PAGE[: len(PAGE) // 2] + "<a hre",
            "truncated within a script": '<script type="application/ld+json">{"@type": "NewsArt',
            "truncated within a comment": "<p>a</p><!-- ",
            "huge text": "word " * 200_000,
            "one huge word": "x" * 1_000_000,
            "many tiny blocks": "<p>a</p>" * 20_000,
            "only images": "<img src=x>" * 5_000,
            "only breaks": "<br>" * 20_000,
            "deep inline": "<span>" * 20_000 + "x",
            "attribute bomb": "<table><tr><td colspan=9999999999999999>a<td>b<tr><td>c<td>d</table>",
            "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">x</p>",
            "a long class": f"<p class='{'caption ' * 50_000}'>x</p><img src=x>",
            "frameset": "<frameset><frame src=x></frameset>",
            "svg": "<svg><foreignObject><p>a</p></foreignObject></svg>",
            "a right-to-left override": "<p>\u202e\u2066a\u200f</p>",
            "broken links": "<base href='http://[::1'><a href='http://[x'>a</a><img src='//['>",
        }.items()
    ],
)
def test_never_raises(page: bytes | str) -> None:
    article = cleanpage.extract(page)
    assert isinstance(article, Article)
    assert article.outcome.reason
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.fuzz
@settings(max_examples=60)
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_input_gives_an_article(page: str | bytes) -> None:
    assert isinstance(cleanpage.extract(page), Article)


PARTS = st.sampled_from(
    "<p> </p> <table> <tr> <td> <li> <ul> </ul> <pre> </a> <b> <h1> <h2> <figure> <article> <br> <title> <script> "
    "</script> <noscript> <select> <svg> <template> <blockquote> <div/class=caption> <a/href=x> <img/src=x> text. © "
    "Ann By Lee <!--".split()
)


@pytest.mark.fuzz
@settings(max_examples=80)
@given(st.lists(PARTS, max_size=40).map("".join))
def test_any_soup_gives_an_article(page: str) -> None:
    article = cleanpage.extract(page, url=URL)
    for link in article.links:
        assert 0 <= link.block < len(article.body)


def test_the_article() -> None:
    article = cleanpage.extract(PAGE, url=URL)
    assert article.outcome.kind is OutcomeKind.ARTICLE
    assert article.url == URL
    assert article.headline == "River path to open"
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert article.date_published == "2024-05-06T07:08:09+02:00"
    assert "repaired in the autumn" in article.text
    assert all(words not in article.text for words in ("Imprint", "A boat", "Home"))
    assert [(image.url, image.caption, image.credit) for image in article.images] == [
        ("https://example.org/x.jpg", "A boat.", "Ann Lee")
    ]
    assert [(link.url, link.text) for link in article.links] == [("https://example.org/more", "the town")]
    assert article.body[article.links[0].block].text.startswith("A map of the path")


def test_portraits_of_authors_are_no_images() -> None:
    portrait = "<p><img src=/ann.jpg alt=' ann  lee'></p>"
    article = cleanpage.extract(PAGE.replace("<figure>", portrait + "<figure>"), url=URL)
    assert [image.url for image in article.images] == ["https://example.org/x.jpg"]


def test_analysis_holds_every_step() -> None:
    analysis = cleanpage.analyze(PAGE, url=URL)
    count = len(analysis.page.texts)
    assert len(analysis.verdicts) == len(analysis.scores.probabilities) == count
    assert analysis.article == cleanpage.extract(PAGE, url=URL)
    assert analysis.options == Options()
    kept = [text for text, verdict in zip(analysis.page.texts, analysis.verdicts, strict=True) if verdict.kept]
    assert analysis.article.text.split() == " ".join(kept).split()


def test_deterministic() -> None:
    pages = [PAGE, TEASERS, CONSENT, ARTICLE, PAGE]
    first = [cleanpage.extract(page, url=URL).model_dump_json() for page in pages]
    assert first[0] == first[-1]
    assert [cleanpage.extract(page, url=URL).model_dump_json() for page in reversed(pages)] == first[::-1]


def test_the_same_from_eight_threads() -> None:
    pages = [PAGE, TEASERS, CONSENT, ARTICLE] * 16
    alone = [cleanpage.extract(page, url=URL) for page in pages]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda page: cleanpage.extract(page, url=URL), pages)) == alone


def test_neither_network_nor_files(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = cleanpage.extract(PAGE, url=URL)

    def refuse(*arguments: object, **_: object) -> NoReturn:
        raise AssertionError(f"asked for {arguments}")

    for module, name in (
        (socket, "socket"),
        (socket, "create_connection"),
        (socket, "getaddrinfo"),
        (builtins, "open"),
        (io, "open"),
        (os, "open"),
    ):
        monkeypatch.setattr(module, name, refuse)
    assert cleanpage.extract(PAGE, url=URL) == expected
    external = '<!DOCTYPE html SYSTEM "http://example.org/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>'
    assert "root:" not in cleanpage.extract(external).text
