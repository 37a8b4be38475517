"""Caption and credit told apart by the elements that hold them."""

import pytest

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
        "<figure><img src=x><figcaption>A boat <span class=credit>Ann Lee</span></figcaption></figure>",
        "<figure><img src=x><figcaption>A boat<i itemprop=copyrightHolder>Photo: Ann Lee</i></figcaption></figure>",
        "<figure><img src=x><figcaption>A boat</figcaption><small class=photo-credit>© Ann Lee</small></figure>",
        "<figure><img src=x><figcaption>A boat (Photo: Ann Lee)</figcaption></figure>",
        "<figure><img src=x><figcaption>A boat<span class=byline>Foto: Ann Lee</span></figcaption></figure>",
        "<figure><img src=x><figcaption><p>A boat</p><p>Photo: Ann Lee</p></figcaption></figure>",
        "<div><img src=x><p>A boat</p><p>Image: Ann Lee</p></div>",
        "<div><span>Image: Ann Lee</span><div><img src=x></div><div>A boat</div></div>",
        "<figure><img src=x><figcaption>A boat</figcaption><footer>Ann Lee</footer></figure>",
        "<figure><img src=x><figcaption>A boat <cite>Ann Lee</cite></figcaption></figure>",
        "<figure><img src=x><figcaption>A boat<span>Photo: Ann Lee</span></figcaption></figure>",
        "<figure><img src=x><figcaption>A boat<i class=caption-author>Ann Lee</i></figcaption></figure>",
        "<figure><img src=x><figcaption>A boat <b class=credit> (<div>Image: Ann Lee)</div></b></figcaption></figure>",
        "<figure><img src=x><figcaption><span>A boat</span><span hidden>More</span><button>Close</button>"
        "<i class=credit>Ann Lee</i></figcaption></figure>",
        "<figure><img src=x><figcaption>A boat <i class=credit><b class=author>Ann Lee</b></i></figcaption></figure>",
    ],
)
def test_credits(html: str) -> None:
    assert captions(html) == [("A boat", "Ann Lee")]


def test_a_credit_by_the_name_of_an_agency_in_the_last_element() -> None:
    html = "<figure><img src=x><figcaption><span>A boat</span><span>Ann Lee/Reuters</span></figcaption></figure>"
    assert captions(html) == [("A boat", "Ann Lee/Reuters")]


def test_a_credit_in_several_elements() -> None:
    html = "<figcaption><i class=credit>Photo by ann</i> /<i class=distributor>Reuters</i></figcaption>"
    assert captions(f"<figure><img src=x>{html}</figure>") == [(None, "ann Reuters")]


def test_an_agency_in_the_first_element() -> None:
    html = "<figure><img src=x><figcaption><span>The Yomiuri Shimbun</span><br>A boat</figcaption></figure>"
    assert captions(html) == [("A boat", "The Yomiuri Shimbun")]
