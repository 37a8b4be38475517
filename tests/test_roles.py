"""What is known of blocks before any is scored."""

import pytest

from cleanpage.article import Author
from cleanpage.metadata import Claim, Metadata, Source
from cleanpage.roles import Role, hints_of


def body(text: str, source: Source) -> Claim:
    return Claim("article_body", text, text, source, "$.articleBody")


def test_the_weakest_role_gives_way() -> None:
    shown: dict[str, tuple[int, ...]] = {"headline": (1,), "byline": (1, 2), "published": (2, 3), "updated": (3,)}
    assert hints_of(Metadata(blocks=shown), ()).roles == {1: Role.HEADLINE, 2: Role.BYLINE, 3: Role.DATE}


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
    assert hints_of(Metadata(claims=claims), ()).body == stated


def test_description_and_names() -> None:
    authors = (Author(name="Ada Lum"), Author(name="Bo"))
    hints = hints_of(Metadata(description="On ferries.", authors=authors), ())
    assert hints.description == "On ferries."
    assert hints.names == ("ada lum",)  # "bo" is in too many words
