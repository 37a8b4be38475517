"""What links are for: the licence, tags, the page made for printing."""

from collections.abc import Callable

import pytest

from cleanpage.metadata.claims import Source
from cleanpage.metadata.metadata import Metadata

Reader = Callable[..., Metadata]

TEXT = "<p>Six metres are missing, and on Monday the ferry came back to fill them for a while.</p>" * 3
HEAD = f"<h1>A bridge too short</h1>{TEXT}"
CC = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("html", "source"),
    [
        (f"<link rel=license href='{CC}'>{HEAD}", Source.HEAD),
        (f"<meta name='dcterms.license' content='{CC}'>{HEAD}", Source.DUBLIN_CORE),
        (f"{HEAD}<p>Under <a rel='license nofollow' href='{CC}'>CC BY</a></p>", Source.MARKED),
        (f"{HEAD}<footer><a href='{CC}'>CC BY</a></footer>", Source.VISIBLE),
    ],
)
def test_licences(read: Reader, html: str, source: Source) -> None:
    metadata = read(html)
    assert metadata.license == CC
    assert metadata.evidence["license"].winner.source is source


@pytest.mark.parametrize(
    "html",
    [
        f"<figure><img src=a.jpg><figcaption>Ida Berg, <a rel=license href='{CC}'>CC BY</a></figcaption></figure>",
        f"<p>Everybody likes <a href='{CC}'>CC BY</a></p>",
        "<footer><a href='https://creativecommons.org/'>CC</a></footer>",
        "<p><a rel=license>None</a> <a rel=license href='javascript:1'>None</a></p>",
    ],
)
def test_no_licence_of_the_page(read: Reader, html: str) -> None:
    assert read(HEAD + html).license is None


@pytest.mark.parametrize(
    "html",
    [
        "<link rel=alternate media=print href='/print/story'>",
        "<a class='button print' href='/print/story'>Paper</a>",
        "<a title='Print this page' href='/story.html?print=1'>P</a>",
        "<a href='https://news.example/2020/story/print/'>Print</a>",
        "<a class=print href='/2020/story-print.html'>P</a>",
    ],
)
def test_pages_for_printing(read: Reader, html: str) -> None:
    assert "print" in (read(html + HEAD).print_url or "")


@pytest.mark.parametrize(
    "html",
    [
        "<link rel=alternate media=screen href='/print/story'>",
        "<a href='/print/subscribe'>Print edition</a>",
        "<a href='/print/story'>Paper</a>",
        "<a class=print href='javascript:print()'>Print</a>",
        "<a href='/2020/story-students-print-a-violin.html'>Print a violin, story by story, in a week at home</a>",
        "<a class=print href='/2020/print/other'>Print</a>",
    ],
)
def test_no_page_for_printing(read: Reader, html: str) -> None:
    assert read(html + HEAD).print_url is None


def test_numbers_name_a_page_as_well(read: Reader) -> None:
    html = "<a class=print href='/print.php?id=4711'>Print</a>"
    assert read(html + HEAD, url="https://news.example/show?id=4711").print_url is not None
    assert read(html + HEAD, url="https://news.example/show-4711.html?x").print_url is not None
    assert read(html + HEAD, url="https://news.example/show?id=4712").print_url is None
    assert read(html + HEAD, url=None).print_url is None


def test_tags(read: Reader) -> None:
    first, second = "<a rel=tag href=/t/1>#bridges</a>", "<a rel='nofollow tag' href=/t/2>ferries</a>"
    tags = f"{first}, {second} <a rel=tag href=/t/1>bridges</a>"
    other = "<a rel='category tag' href=/c>Coast</a>"
    metadata = read(f"<article>{HEAD}<p>{tags}{other}</p></article><article><a rel=tag href=/t/3>budget</a></article>")
    assert metadata.keywords == ("bridges", "ferries")
    assert read(f"<meta name=keywords content='harbour'>{HEAD}<p>{tags}</p>").keywords == ("harbour",)


def test_clouds_of_tags_say_nothing(read: Reader) -> None:
    cloud = "".join(f"<a rel=tag href=/t/{number}>tag {number}</a> " for number in range(60))
    assert read(f"{HEAD}<p>{cloud}</p>").keywords == ()
    assert read(f"{HEAD}{TEXT * 3}<div class=related><a rel=tag href=/t/1>budget</a></div>").keywords == ()
