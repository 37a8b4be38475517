"""Which images a page has, and what their attributes say."""

import pytest

from cleanpage.images.figures import FoundFigure, read_figures
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

BASE = "https://example.org/a/"


def found(html: str) -> tuple[FoundFigure, ...]:
    return read_figures(read_blocks(parse(f"<body>{html}</body>")), BASE)


def captions(html: str) -> list[tuple[str | None, str | None]]:
    return [(figure.image.caption, figure.image.credit) for figure in found(html)]


def urls(html: str) -> list[str]:
    return [figure.image.url.removeprefix(BASE) for figure in found(html)]


def test_alternative_text() -> None:
    assert [figure.image.alt for figure in found("<img src=x alt='A boat'><img src=y alt=''>")] == ["A boat", None]


@pytest.mark.parametrize(
    "html",
    [
        *("<img>", "<img src=''>", "<img src=data:image/gif;base64,R0>", "<img src=javascript:x>"),
        *("<img src=x width=16>", "<img src=x height=20px>", "<img src=x class=icon>", "<img src=x class=siteLogo>"),
        "<img src=x width=' 38 '>",
        *("<nav><img src=x></nav>", "<footer><img src=x></footer>", "<aside><img src=x></aside>"),
        "<div class=avatar><a href=/><img src=x></a></div>",
        *(
            "<img src=icon.svg?v=2>",
            "<dialog><img src=x></dialog>",
            "<aside class=image><p>a<p>b<p>c<p>d<img src=x></aside>",
        ),
        "<div class=author-box><div><div><img src=x></div></div><p>Ann Lee writes of boats.</p></div>",
    ],
)
def test_left_out(html: str) -> None:
    assert found(html) == ()


@pytest.mark.parametrize(
    "html",
    [
        *("<img src=x width=600>", "<img src=x width=100%>", "<img src=x height=auto>", "<img src=x class=portrait>"),
        *("<figure><img src=x width=16 height=9></figure>", "<aside class=image><img src=x></aside>"),
        "<div class=author-ann><p>" + "word " * 200 + "</p><img src=x></div>",
        "<div class=icon><div><div><img src=x></div></div></div>",
    ],
)
def test_kept(html: str) -> None:
    assert urls(html) == ["x"]


def test_a_drawing_in_a_figure() -> None:
    assert urls("<figure><img src=chart.svg></figure>") == ["chart.svg"]


@pytest.mark.parametrize(
    "html",
    [
        "<img src=x data-caption='A boat' data-credit='Photo: Ann Lee'>",
        "<a data-caption='A &lt;b&gt;boat&lt;/b&gt; (Photo: Ann Lee)'><img src=x></a>",
        "<div data-credit='Ann Lee'><img src=x data-caption='A boat'></div>",
        "<figure><img src=x title='A boat | Photo: Ann Lee'><figcaption>A boat</figcaption></figure>",
        "<figure><img src=x alt='Photo: Ann Lee'><figcaption>A boat</figcaption></figure>",
    ],
)
def test_captions_and_credits_in_attributes(html: str) -> None:
    assert captions(html) == [("A boat", "Ann Lee")]


def test_alternative_text_without_the_credit() -> None:
    (figure,) = found("<img src=x alt='A boat | Photo: Ann Lee'>")
    assert (figure.image.alt, figure.image.credit) == ("A boat", "Ann Lee")


def test_markup_without_end_in_an_attribute() -> None:
    assert captions("<img src=x data-caption='" + "&lt;" * 5_000 + "'>")[0][1] is None
