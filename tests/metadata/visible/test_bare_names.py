"""Names by the heading that say nothing of what they are."""

import pytest

from cleanpage.metadata.claims import Source
from tests.metadata.conftest import Reader, ballots

TEXT = "<p>The bridge over the river was built in nineteen hundred and four, and it has been too short ever since.</p>"
DATED = "<time datetime='2024-03-05'>March 5, 2024</time>"


def near_names(read: Reader, html: str) -> list[str]:
    """What bare lines claim to be authors."""
    metadata = read(f"<article><h1>A bridge too short</h1>{html}{TEXT}</article>")
    return [claim.raw for claim in metadata.claims if claim.field == "authors" and claim.source is Source.NEAR]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>Mira Holm</p>{DATED}", ["Mira Holm"]),
        (f"<p>Mira Holm · March 5, 2024</p>{DATED}", ["Mira Holm"]),
        (f"<p>Mira Holm, Tove Lind</p>{DATED}", ["Mira Holm, Tove Lind"]),
        (f"<p><span>Mira Holm</span><span>Staff Writer</span></p>{DATED}", ["Mira Holm"]),
        (f"<p>The Harbour Team</p>{DATED}", ["The Harbour Team"]),
        (f"<p>Harbour Desk</p>{DATED}", ["Harbour Desk"]),
        (f"<p>Mira Holm, Bridge Reporter</p>{DATED}", ["Mira Holm"]),
        (f"<p>Mira Holm · on Tuesday evening, March 5, 2024</p>{DATED}", ["Mira Holm"]),
        (
            f"<p>Mira Holm</p>{DATED}<p>Mira Holm has kept the bridge for ten years, {'and its lamps ' * 9}</p>",
            ["Mira Holm"],
        ),
        ("<p>Mira Holm, @miraholm</p>", ["Mira Holm"]),
    ],
)
def test_names_that_stand_alone(read: Reader, html: str, expected: list[str]) -> None:
    assert near_names(read, html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>Mira Holm</p>",
        f"<p>A bridge</p>{DATED}",
        f"<p>Bridge Too Short</p>{DATED}",
        f"<p>Mira</p>{DATED}",
        f"<p>By Tove Lind</p><p>Mira Holm</p>{DATED}",
        f"<nav><p>Mira Holm</p></nav>{DATED}",
        f"<p>Read More</p>{DATED}",
        f"<p>The Team</p>{DATED}",
        f"<p>Contact Team</p>{DATED}",
        f"<h2>Mira Holm</h2>{DATED}",
        f"<ul><li>Mira Holm</li></ul>{DATED}",
        "<p>Mira Holm, mira@holm.example</p>",
        f"<figure><img src=a.jpg><div>Mira Holm</div></figure>{DATED}",
        f"<p class=wp-caption-text>Mira Holm</p>{DATED}",
        f"<p>Mira Holm, © Harbour Works</p>{DATED}",
        f"<p>Mira Holm, you have kept the bridge for ten years. Is it not too short?</p>{DATED}",
        f"<p>Mira Holm</p>{DATED}<p>The keeper of the bridge, Mira Holm, has said so {'and said so again ' * 6}</p>",
        f"<p class=category>Town Life</p>{DATED}",
        f"<p class=post-category><a href=/town>Town Life</a></p>{DATED}",
    ],
)
def test_lines_that_are_no_names_and_pages_that_are_no_articles(read: Reader, html: str) -> None:
    assert near_names(read, html) == []


@pytest.mark.parametrize(("word", "doubted"), [("health", True), ("Health", False), ("healthy", False)])
def test_a_name_of_words_that_the_page_uses_is_doubted(word: str, doubted: bool) -> None:
    said = f"<p>Those who care for {word} have long asked for a wider bridge, and for trees on the banks.</p>"
    (checked,) = ballots(f"<h1>A bridge too short</h1><p>Ida Health</p>{DATED}{TEXT}{said}", "authors")
    assert ("near in common words" in checked.doubts) == doubted


def test_teams_may_be_called_by_common_words() -> None:
    said = "<p>The harbour has a team of its own that looks after the bridge and the trees on the banks of it.</p>"
    (checked,) = ballots(f"<h1>A bridge too short</h1><p>The Harbour Team</p>{DATED}{TEXT}{said}", "authors")
    assert "near in common words" not in checked.doubts


def test_the_link_of_a_lone_name_is_its_page(read: Reader) -> None:
    html = f"<article><h1>A bridge too short</h1><p><a href='/people/mira'>Mira Holm</a></p>{DATED}{TEXT}</article>"
    author = next(claim for claim in read(html).claims if claim.source is Source.NEAR and claim.field == "authors")
    assert isinstance(author.value, tuple)
    assert [getattr(each, "url", None) for each in author.value] == ["https://news.example/people/mira"]
