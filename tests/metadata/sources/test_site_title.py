from collections.abc import Callable

import pytest

from cleanpage.metadata.claims import Source
from cleanpage.metadata.metadata import Metadata

Reader = Callable[..., Metadata]
URL = "https://www.harbour-post.example/story"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A bridge too short | Harbour Post", "Harbour Post"),
        ("Harbour Post - A bridge too short", "Harbour Post"),
        ("A bridge too short | Coast", None),
        ("Harbour Post", None),
        ("A bridge too short", None),
        ("The harbour posts a bridge | Coast", None),
    ],
)
def test_the_domain_tells_the_name(read: Reader, title: str, name: str | None) -> None:
    metadata = read(f"<title>{title}</title><h1>A bridge too short</h1>", url=URL)
    assert metadata.site_name == name
    if name:
        winner = metadata.evidence["site_name"].winner
        assert (winner.source, winner.path) == (Source.HEAD, "title")


def test_it_is_the_last_resort(read: Reader) -> None:
    head = "<meta property='og:site_name' content='The Post'><title>A bridge too short | Harbour Post</title>"
    assert read(head, url=URL).site_name == "The Post"
    assert read("<title>A bridge | Harbour Post</title>", url=None).site_name is None


def test_it_takes_no_part_in_the_checks_of_other_claims(read: Reader) -> None:
    page = "<title>{} | Harbour Post</title><h1>A bridge too short</h1><p class=byline>By Harbour Post Weekly</p>"
    names = [[author.name for author in read(page.format(title), url=URL).authors] for title in ("A bridge", "")]
    assert names[0] == names[1]
