"""What is known of blocks before any is scored."""

import pytest

from cleanpage.article import Author
from cleanpage.metadata.claims import Claim, Source
from cleanpage.metadata.metadata import Metadata
from cleanpage.page.dom import parse
from cleanpage.page.walk import read_blocks
from cleanpage.selection.roles import Role, hints_of

NO_BLOCKS = read_blocks(parse(""))


def body(text: str, source: Source) -> Claim:
    return Claim("article_body", text, text, source, "$.articleBody")


def test_the_weakest_role_gives_way() -> None:
    shown: dict[str, tuple[int, ...]] = {"headline": (1,), "byline": (1, 2), "published": (2, 3), "updated": (3,)}
    assert hints_of(NO_BLOCKS, Metadata(blocks=shown), ()).roles == {1: Role.HEADLINE, 2: Role.BYLINE, 3: Role.DATE}


def test_fields_within_a_box_are_fields() -> None:
    page = read_blocks(parse(f"<p>{'Long. ' * 50}</p><div class='factbox'><p>By Ada Lum<p>Three ships.</div>"))
    assert hints_of(page, Metadata(blocks={"byline": (1,)}), ()).roles == {1: Role.BYLINE, 2: Role.ASIDE}


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
    assert hints_of(NO_BLOCKS, Metadata(claims=claims), ()).body == stated


def test_description_and_names() -> None:
    authors = (Author(name="Ada Lum"), Author(name="Bo"))
    hints = hints_of(NO_BLOCKS, Metadata(description="On ferries.", authors=authors), ())
    assert hints.description == "On ferries."
    assert hints.names == ("ada lum",)  # "bo" is in too many words
