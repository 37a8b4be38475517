"""Embedded media and posts."""

import pytest

from cleanpage.article import Embed
from cleanpage.assembly.embeds import provider_of
from cleanpage.assembly.structure import build_blocks
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.rules.embeds import (
    AUDIO_WORDS,
    EMBED_TAGS,
    HOST_PREFIXES,
    LAZY_SOURCES,
    NO_EMBED_WORDS,
    POST_LINKS,
    POST_WORDS,
    VIDEO_WORDS,
)


def embeds(html: str) -> list[Embed]:
    page = read_blocks(parse(f"<p>One.</p>{html}<p>Two.</p>", "https://page.example/"))
    blocks = build_blocks(page, range(len(page.texts)), [], page.url)
    return [block for block in blocks if isinstance(block, Embed)]


@pytest.mark.parametrize("tag", sorted(EMBED_TAGS))
def test_every_tag(tag: str) -> None:
    assert [embed.url for embed in embeds(f"<{tag} src='https://x.example/1'></{tag}>")] == ["https://x.example/1"]


@pytest.mark.parametrize("name", LAZY_SOURCES)
def test_every_source(name: str) -> None:
    assert len(embeds(f"<iframe {name}='https://x.example/1'></iframe>")) == 1


@pytest.mark.parametrize("word", sorted(NO_EMBED_WORDS))
def test_what_is_no_content(word: str) -> None:
    assert embeds(f"<div class='x-{word}'><iframe src='https://x.example/1'></iframe></div>") == []
    assert embeds(f"<iframe src='https://x.example/{word}/1'></iframe>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<iframe src='about:blank'></iframe>",
        "<iframe src='javascript:x()'></iframe>",
        "<iframe></iframe>",
        "<iframe src='https://x.example/1' width=1 height=1></iframe>",
        "<div hidden><iframe src='https://x.example/1'></iframe></div>",
        "<footer><iframe src='https://x.example/1'></iframe></footer>",
    ],
)
def test_what_shows_nothing(html: str) -> None:
    assert embeds(html) == []


@pytest.mark.parametrize("word", sorted(VIDEO_WORDS - {"picture-in-picture"}))
def test_videos(word: str) -> None:
    assert embeds(f"<iframe src='https://x.example/{word}/1'></iframe>")[0].kind == "video"


@pytest.mark.parametrize("word", sorted(AUDIO_WORDS))
def test_sounds(word: str) -> None:
    assert embeds(f"<iframe src='https://x.example/1' title='The {word}'></iframe>")[0].kind == "audio"


def test_frames_and_players() -> None:
    assert embeds("<iframe src='https://x.example/map'></iframe>")[0].kind == "frame"
    assert embeds("<iframe src='https://x.example/embed/1' allowfullscreen></iframe>")[0].kind == "video"
    allowed = "<iframe src='https://x.example/1' allow='autoplay; picture-in-picture'></iframe>"
    assert embeds(allowed)[0].kind == "video"


def test_the_same_frame_for_pages_without_scripts_counts_once() -> None:
    frame = "<iframe src='https://x.example/1'></iframe>"
    assert len(embeds(f"{frame}<noscript>{frame}</noscript>")) == 1


@pytest.mark.parametrize("word", sorted(POST_WORDS))
def test_posts(word: str) -> None:
    html = f"<blockquote class='x-{word}'><p>Hello</p><a href='https://chirp.example/ann/1'>day</a></blockquote>"
    (post,) = embeds(html)
    assert (post.kind, post.url, post.provider) == ("post", "https://chirp.example/ann/1", "chirp.example")
    assert post.text == "Hello\n\nday"


@pytest.mark.parametrize("name", [*POST_LINKS, "data-chirp-permalink"])
def test_links_of_posts(name: str) -> None:
    html = f"<blockquote class='x-embed' {name}='https://chirp.example/2'><a href='https://other.example/'>x</a></blockquote>"
    assert embeds(html)[0].url == "https://chirp.example/2"


def test_a_quotation_of_the_page_itself_is_no_post() -> None:
    assert embeds("<blockquote class='post'><p>Hello</p><a href='/1'>day</a></blockquote>") == []


@pytest.mark.parametrize("prefix", sorted(HOST_PREFIXES))
def test_providers(prefix: str) -> None:
    assert provider_of(f"https://{prefix}.x.example/1", "https://page.example/") == "x.example"


def test_providers_of_other_urls() -> None:
    assert provider_of("https://page.example/1", "https://page.example/") is None
    assert provider_of("https://[x/1", None) is None
    assert provider_of("/1", None) is None
    assert provider_of("https://www.example/1", None) == "www.example"
