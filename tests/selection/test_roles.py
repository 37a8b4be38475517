"""What is known of blocks before any is scored."""

import pytest

from cleanpage.article import Author
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.metadata import Metadata
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.selection.roles import Role, page_hints
from cleanpage.selection.side_matter import SideMatter, side_matter

NO_SIDE = SideMatter((), ())


def body(text: str, source: Source) -> Claim:
    return Claim("article_body", text, text, source, "$.articleBody")


def test_the_weakest_role_gives_way() -> None:
    shown: dict[str, tuple[int, ...]] = {"headline": (1,), "byline": (1, 2), "published": (2, 3), "updated": (3,)}
    assert page_hints(Metadata(blocks=shown), (), NO_SIDE, {}).roles == {1: Role.HEADLINE, 2: Role.BYLINE, 3: Role.DATE}


def test_fields_within_a_box_are_fields() -> None:
    page = read_blocks(parse(f"<p>{'Long. ' * 50}</p><div class='factbox'><p>By Ada Lum<p>Three ships.</div>"))
    hints = page_hints(Metadata(blocks={"byline": (1,)}), (), side_matter(page), {})
    assert hints.roles == {
        1: Role.BYLINE,
        2: Role.ASIDE,
    }


@pytest.mark.parametrize(
    ("claims", "stated"),
    [
        ((), ""),
        ((body("Short.", Source.JSON_LD), body("Longer text.", Source.JSON_LD)), "Longer text."),
        # What microdata marks is the page itself.
        ((body("Marked on the page.", Source.MICRODATA),), ""),
    ],
)
def test_the_body_that_a_page_states(claims: tuple[Claim, ...], stated: str) -> None:
    assert page_hints(Metadata(claims=claims), (), NO_SIDE, {}).body == stated


def test_description_and_names() -> None:
    authors = (Author(name="Ada Lum"), Author(name="Bo"))
    hints = page_hints(Metadata(description="On ferries.", authors=authors), (), NO_SIDE, {})
    assert hints.description == "On ferries."
    assert hints.names == ("ada lum",)  # "bo" is in too many words
