import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.metadata.resolution.canonical_urls import is_of_another_page, is_of_first_page, slug_words

OWN = "https://www.news.example/coast/ferry-fills-the-bridge"
TITLES = ("The ferry fills in for the bridge",)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.news.example/coast/ferry-fills-the-bridge?page=2",
        "https://news.example/2020/the-ferry",
        "https://news.example/node/88999",
        "https://m.news.example/bridge",
        "https://other.example/story",
        "https://news.example/FerryBridge_2/",
    ],
)
def test_own_pages(url: str) -> None:
    assert not is_of_another_page(url, OWN, TITLES)


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/coast/",
        "https://www.news.example/search?q=x",
        "https://news.example/coast/mayor-resigns",
        "https://localhost/coast/ferry-fills-the-bridge",
        "https:///coast",
        "https://[bad",
    ],
)
def test_other_pages(url: str) -> None:
    assert is_of_another_page(url, OWN, TITLES)


def test_where_nothing_can_be_said_the_word_of_the_page_is_taken() -> None:
    assert not is_of_another_page("https://news.example/coast/", None, TITLES)
    assert not is_of_another_page("https://news.example/coast/", "https://news.example/?p=12", TITLES)
    assert not is_of_another_page("https://news.example/other/", OWN, ())
    assert not is_of_another_page("http://intranet/story", "http://intranet/other", TITLES)


def test_marks_on_letters_do_not_count() -> None:
    own, titles = "https://a.example/sur-la-cote-l-ete", ("L’été sur la côte",)
    assert not is_of_another_page("https://a.example/%C3%A9t%C3%A9-c%C3%B4te", own, titles)
    assert not is_of_another_page("https://a.example/cote", "https://a.example/cote-pont", ("Côté pont",))


def test_first_pages() -> None:
    assert is_of_first_page("https://news.example/")
    assert is_of_first_page("https://news.example")
    assert is_of_first_page("https://news.example/?utm_source=feed&utm_medium=rss")
    assert is_of_first_page("https://shop.example/?srsltid=AfmBOoq")
    assert not is_of_first_page("https://news.example/?p=12")
    assert not is_of_first_page("https://news.example/?12")
    assert not is_of_first_page("https://news.example/?p=12&utm_source=feed")
    assert not is_of_first_page("https://news.example/a")
    assert not is_of_first_page("https://[bad")


@given(st.text(max_size=60), st.none() | st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_nothing_raises(url: str, own: str | None, titles: list[str]) -> None:
    for prefix in ("", "https://a.example/"):
        is_of_another_page(prefix + url, own, titles)
        is_of_first_page(prefix + url)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (OWN, {"ferry", "fills", "the", "bridge"}),
        ("https://news.example/Fähre_fehlt.html", {"fahre", "fehlt"}),
        ("https://news.example/the-last-ferry/12345", {"the", "last", "ferry"}),
        ("https://news.example/story", set()),
        ("https://[", set()),
        (None, set()),
    ],
)
def test_words_of_the_address(url: str | None, words: set[str]) -> None:
    assert slug_words(url) == words
