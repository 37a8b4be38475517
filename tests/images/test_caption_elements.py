"""Which text is the caption of which image."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.images.caption_elements import is_mark, marks_among
from cleanpage.images.figures import FoundFigure, read_figures
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

BASE = "https://example.org/a/"


def found(html: str) -> tuple[FoundFigure, ...]:
    return read_figures(read_blocks(parse(f"<body>{html}</body>")), BASE)


def captions(html: str) -> list[tuple[str | None, str | None]]:
    return [(figure.image.caption, figure.image.credit) for figure in found(html)]


@pytest.mark.parametrize(
    "html",
    [
        "<figure><img src=x><figcaption>A boat</figcaption></figure>",
        "<figure><figcaption>A boat</figcaption><img src=x></figure>",
        "<figure><a href=/><img src=x></a><figcaption><p>A boat</p></figcaption></figure>",
        "<div class=wp-caption><img src=x><p class=wp-caption-text>A boat</p></div>",
        "<div class='image-with-caption'><img src=x><p>A boat</p></div>",
        "<div><img src=x></div><div class=cutline>A boat</div>",
        "<img src=x><p class='Image__caption'>A boat</p>",
        "<figure><img src=x><div>A boat</div></figure>",
        "<div class=article-picture><img src=x><p>A boat</p></div>",
        "<button><img src=x></button><p class=caption>A boat</p>",
        "<div><img src=x><p class=pic-note>A boat</p></div>",
        "<ul><li><img src=x><span class=img-info>A boat</span></ul>",
        "<div class=slide><img src=x></div><div class=slide-description>A boat</div>",
        "<div class=image><div class=image__box><img src=x></div><p>A boat</p></div>",
    ],
)
def test_captions(html: str) -> None:
    (figure,) = found(html + "<p>The story itself.</p>")
    assert (figure.image.caption, figure.image.credit) == ("A boat", None)
    assert figure.caption_blocks == (0,)


def test_each_caption_goes_to_the_image_before_it() -> None:
    html = "<div><img src=x><p class=caption>one</p><img src=y><img src=z><p class=caption>two</p></div>"
    assert captions(html) == [("one", None), (None, None), ("two", None)]


def test_captions_outside_a_figure_do_not_count_beside_those_inside() -> None:
    html = "<p class=text-caption>Sponsored</p><figure><img src=x><figcaption>A boat</figcaption></figure>"
    assert captions(html + "<p class=caption>Ann Lee writes.</p>") == [("A boat", None)]


def test_a_text_that_repeats_the_alternative_text() -> None:
    alt = "A boat comes in from the lake"
    html = (
        f"<div><div><img src=x alt='{alt} - Example'></div></div><div><span>{alt}</span></div><p>Text.</p>" + "<p>b" * 3
    )
    assert captions(html) == [(alt, None)]
    html = f"<div><img src=x alt='{alt}'></div><div><span>{alt}</span><small>Reuters</small></div>" + "<p>Text" * 4
    assert captions(html) == [(alt, "Reuters")]


@pytest.mark.parametrize("title", ["<h2>{}</h2>", "<p><a href=/b>{}</a></p>"])
def test_the_title_of_another_page_is_no_caption(title: str) -> None:
    title = title.format("A boat comes in from the lake")
    assert captions(f"<div><img src=x alt='A boat comes in from the lake'></div>{title}" + "<p>b" * 4) == [(None, None)]
    assert captions(f"<figure><img src=x>{title}</figure>") == [(None, None)]


def test_captions_in_an_aside() -> None:
    html = "<aside class='left image'><img src=x><p class=caption>A boat</p></aside>"
    assert captions(html) == [("A boat", None)]
    assert captions("<p><img src=x></p><aside><img src=y><p class=caption>Our shop</p></aside>") == [(None, None)]


def test_a_caption_does_not_leave_its_figure() -> None:
    html = "<img src=x><figure><video></video><figcaption>A film</figcaption></figure>"
    assert captions(html) == [(None, None)]


@pytest.mark.parametrize(
    "html",
    [
        "<img src=x><p>Text</p><footer><p class=copyright>© Example</p></footer>",
        "<div><img src=x><span itemprop=author>Ann Lee</span></div>",
        "<img src=x><p class=caption>" + "word " * 400,
        "<img src=x><div><div><div><div><div><div><p class=caption>far",
        "<img src=x><p class=caption> </p>",
        "<img src=x><p>One</p><p>Two</p><p>Three</p><p class=caption>far</p>",
        "<p class=credits>Text: Ann Lee</p><p>One</p><p>Two</p><p>Three</p><img src=x>",
        "<img src=x><p class=ad-caption>Advertisement</p>",
        "<div><img src=x><p class=note>Text</p></div>",
        "<img src=x><p>Text</p>",
    ],
)
def test_no_caption(html: str) -> None:
    assert [(f.image.caption, f.image.credit, f.caption_blocks) for f in found(html)] == [(None, None, ())]


def test_a_caption_after_many_levels_costs_no_more_than_its_reach() -> None:
    html = "<span>" * 5_000 + "<p class=caption>x</p>" * 2_000 + "<img src=x>"
    assert len(found(html)) == 1


NAMES = st.lists(
    st.sampled_from("caption Caption wp-caption ImageCredit img-info info teaser-info x".split()), max_size=3
)


@given(st.lists(NAMES.map(" ".join) | st.text(max_size=12), max_size=5))
def test_the_marks_among_names_are_those_that_are_marks_by_themselves(classes: list[str]) -> None:
    assert marks_among(classes) == {names for names in classes if is_mark(names)}
