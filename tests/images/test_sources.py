"""The best source of an image, and URLs of the same picture."""

import pytest

from cleanpage.images.figures import FoundFigure, read_figures
from cleanpage.images.sources import largest, same_file, same_picture
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks

BASE = "https://example.org/a/"


def found(html: str) -> tuple[FoundFigure, ...]:
    return read_figures(read_blocks(parse(f"<body>{html}</body>")), BASE)


def urls(html: str) -> list[str]:
    return [figure.image.url.removeprefix(BASE) for figure in found(html)]


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<img src=x>", "x"),
        ("<img src=data:image/gif;base64,R0 data-src=x>", "x"),
        ("<img src=small.gif data-lazy-src=x>", "x"),
        ("<img src=s srcset='a 1x, x 2x'>", "x"),
        ("<img src=s srcset='x 900w,b 300w'>", "x"),
        ("<img src=s data-srcset='a 300w, x 900w' srcset='data:image/gif;base64,R0 1w'>", "x"),
        ("<picture><source srcset='x 900w, b 300w'><img src=data:image/gif;base64,R0></picture>", "x"),
        ("<picture><source srcset='b'><img src=x></picture>", "x"),
        ("<img src=data:image/gif;base64,R0 data-flickity-lazyload-srcset='a 1x, x 2x'>", "x"),
        ("<img data-foo-src=x>", "x"),
        ("<amp-img src=x></amp-img>", "x"),
        ("<noscript><img src=x></noscript>", "x"),
    ],
)
def test_best_source(html: str, url: str) -> None:
    assert urls(html) == [url]


@pytest.mark.parametrize(
    ("srcset", "url"),
    [
        ("", None),
        (" , ,", None),
        ("a", "a"),
        ("a,", "a"),
        ("a, b 2x", "b"),
        ("a 1x,b 2x", "b"),
        ("a 1.5x, b 1x", "a"),
        ("a,w_1,h_2 100w, b,w_2 200w", "b,w_2"),
        ("a x, b foo, c 2x", "c"),
        ("a 1e999w, b 2w", "b"),
        ("data:image/png;base64,x 9x, b 2x", "b"),
        ("a 100w 50h, b 200w", "b"),
    ],
)
def test_largest_of_a_source_set(srcset: str, url: str | None) -> None:
    assert largest(srcset) == url


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://example.org/boat-on-lake-300x200.jpg", "https://example.org/boat-on-lake.webp?w=9"),
        ("https://img.example.org/1/4711471147/w480/a.jpg", "https://cdn.example.org/4711471147_v16x9/b.jpg"),
        ("https://example.org/5cf0f21b-25f6.jpg", "https://example.org/320x180_5cf0f21b-25f6.jpg"),
        (
            "https://cdn.example.org/x?u=1&url=https%3A%2F%2Fexample.org%2FAB12345678",
            "https://example.org/AB12345678.jpg",
        ),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_same_picture(first: str, second: str) -> None:
    assert same_picture(first, second)
    assert same_picture(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://example.org/boat-on-lake.jpg", "https://example.org/boat-on-land.jpg"),
        ("https://example.org/1.jpg", "https://example.org/a/1.jpg"),
        ("https://example.org/20240131/a.jpg", "https://example.org/20240131/b.jpg"),
        ("https://example.org/41111111/boats.jpg", "https://example.org/42222222/boats.jpg"),
        ("", "https://example.org/a.jpg"),
    ],
)
def test_other_picture(first: str, second: str) -> None:
    assert not same_picture(first, second)
    assert not same_file(first, second)


def test_same_file() -> None:
    assert same_file("https://example.org/boat-a-300x200.jpg", "https://example.org/boat-a.jpg")
    assert not same_file("https://example.org/4711471147/a.jpg", "https://example.org/4711471147/b.jpg")
