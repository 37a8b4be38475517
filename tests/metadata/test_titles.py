import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.metadata.titles import clean_title, first_part, same_words, simplified, site_names

SITE = site_names(["The Harbour Post"], "https://www.harbourpost.example/a", ["A bridge too short"])


@pytest.mark.parametrize(
    ("title", "cleaned"),
    [
        ("A bridge too short | The Harbour Post", "A bridge too short"),
        ("A bridge too short - Harbour Post", "A bridge too short"),
        ("Harbour Post: What the ferry leaves", "What the ferry leaves"),
        ("What the last ferry leaves | News | The Harbour Post", "What the last ferry leaves"),
        ("A bridge too short — and an opinion", "A bridge too short"),
        ("Ferries - and what they leave", "Ferries - and what they leave"),
        ("Ferries: what they leave", "Ferries: what they leave"),
        ("A bridge too short", "A bridge too short"),
        ("The Harbour Post", "The Harbour Post"),
        ("Q&amp;A on ferries | The Harbour Post", "Q&A on ferries"),
    ],
)
def test_the_site_is_cut_off_where_there_is_evidence(title: str, cleaned: str) -> None:
    assert clean_title(title, SITE) == cleaned


def test_the_first_page_of_a_site_keeps_its_name_in_front() -> None:
    assert clean_title("Harbour Post: news of the coast", SITE, is_home=True) == "Harbour Post: news of the coast"


@pytest.mark.parametrize(
    ("segment", "is_site"),
    [("Harbour Post", True), ("HP", False), ("A ferry", False), ("", False), ("harbourpost.example", True)],
)
def test_sites_are_known_by_name_and_domain(segment: str, is_site: bool) -> None:
    assert SITE.is_site(segment) is is_site


def test_initials_of_the_domain() -> None:
    assert site_names([], "https://bbq.example/", []).is_site("Big Blue Quay")
    assert site_names([], "https://[bad", []).labels == ()


def test_same_words() -> None:
    assert same_words("A bridge, too short", "a bridge too short")
    assert same_words("A bridge too short", "A bridge too short | Post")
    assert not same_words("", "a")
    assert not same_words("Short", "Short and more")


@given(st.text(max_size=200), st.text(max_size=40))
def test_cleaning_only_cuts(title: str, name: str) -> None:
    cleaned = clean_title(title, site_names([name], "https://a.example/", [title]))
    assert len(simplified(cleaned)) <= len(simplified(title))


@given(st.text(st.characters(max_codepoint=127, exclude_characters="&")))
def test_ascii_titles_keep_letters_and_digits(title: str) -> None:
    assert simplified(title) == re.sub(r"[\W_]+", "", title).casefold()


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("The ferry « Harbour Post", "The ferry"),
        ("Port boss calls for «calm seas» in the harbour", "Port boss calls for «calm seas» in the harbour"),
        ("Die »stille See« | Hafenpost", "Die »stille See«"),
    ],
)
def test_guillemets_in_pairs_part_no_title(title: str, part: str) -> None:
    assert first_part(title) == part
