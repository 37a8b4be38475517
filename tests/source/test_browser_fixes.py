"""What browsers show and a parser without scripts would miss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage import extract
from cleanpage.source.browser_fixes import as_browsers_read, with_closed_frames, with_shadow_roots

PROSE = "".join(
    f"<p>The {word} ferry was in the yard all winter, said the harbour master, and will sail again from Monday on.</p>"
    for word in ("old", "new", "small", "large", "northern")
)


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("<template shadowrootmode=open>x</template>", "<shadow-root shadowrootmode=open>x</shadow-root>"),
        (
            '<TEMPLATE a shadowrootmode="closed"\n>x</Template >',
            '<shadow-root a shadowrootmode="closed"\n>x</shadow-root >',
        ),
        ("<template>y</template><!-- shadowrootmode -->", None),
        (
            "<template shadowrootmode=open><template>y</template>x</template>",
            "<shadow-root shadowrootmode=open><template>y</template>x</shadow-root>",
        ),
        ("</template><template shadowrootmode=open>x", "</template><shadow-root shadowrootmode=open>x"),
        ("<templates shadowrootmode=open>", None),
        ("", None),
    ],
)
def test_templates_that_are_shown_become_elements(source: str, made: str | None) -> None:
    assert with_shadow_roots(source) == (made if made is not None else source)


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_a_body_in_a_shadow_root_is_found(mode: str) -> None:
    page = (
        "<html><head><title>Ferry</title></head><body><news-story>"
        f"<template shadowrootmode={mode}><style>p {{ color: red }}</style><article><h1>Ferry</h1>{PROSE}</article>"
        "</template></news-story></body></html>"
    )
    article = extract(page)
    assert len(article.paragraphs) == 5
    assert "color" not in article.text
    assert extract(page.replace("shadowrootmode", "data-mode")).body == ()


PARTS = ("<template shadowrootmode=a>", "<template>", "</template>", "</TEMPLATE", "x", " ", "<", ">", "shadowrootmode")


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_nothing_but_names_of_tags_changes(source: str) -> None:
    assert with_shadow_roots(source).replace("shadow-root", "template").lower() == source.lower()


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("<noscript><iframe src=a /></noscript>b", "<noscript><iframe src=a /></iframe></noscript>b"),
        (
            "<noscript>a</noscript><noscript><iframe></noscript>",
            "<noscript>a</noscript><noscript><iframe></iframe></noscript>",
        ),
        ("<noscript><iframe src=a></iframe></noscript>", None),
        ("<iframe src=a></iframe><noscript>a</noscript>", None),
        ("<iframe src=a><noscript>a</noscript>", None),
        ("<noscript><iframe src=a>", None),
    ],
)
def test_frames_are_closed_with_the_noscript_that_they_stand_in(source: str, made: str | None) -> None:
    assert with_closed_frames(source) == (made or source)
    assert with_closed_frames(made or source) == (made or source)


def test_a_body_behind_an_open_frame_is_found() -> None:
    frame = '<noscript><iframe src="https://tags.example/ns.html" height="0" width="0"/></noscript>'
    page = f"<html><head><title>Ferry</title></head><body>{frame}<article><h1>Ferry</h1>{PROSE}</article></body></html>"
    assert as_browsers_read(page) != page
    assert len(extract(page).paragraphs) == 5
