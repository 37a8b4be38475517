"""Tokens of names, of short texts and of the targets of links."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.page.tokens import (
    EDGE,
    EDGE_WORDS,
    MAX_CLASSES,
    MAX_LINK_WORDS,
    MAX_NAME,
    MAX_TEXT,
    MAX_TEXT_WORDS,
    element_tokens,
    link_tokens,
    split_tokens,
    text_tokens,
    words_of,
    words_of_all,
)

NAMES = st.none() | st.text(max_size=40)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("StoryBody css-x1", ["story", "body", "css", "x"]),
        ("story-body__inner--wide", ["story", "body", "inner", "wide"]),
        ("post_1 mainHTMLText", ["post", "main", "html", "text"]),
        ("NAV", ["nav"]),
        ("", []),
        ("é水 12", []),
    ],
)
def test_words_of_names(names: str, words: list[str]) -> None:
    assert split_tokens(names) == words
    assert words_of(names) == frozenset(words)


def test_no_names() -> None:
    assert words_of(None) == frozenset()


def test_names_without_end_are_cut() -> None:
    assert len(split_tokens("a-" * 1_000_000)) <= MAX_CLASSES


@given(st.lists(st.text(max_size=40) | st.just("x" * (MAX_CLASSES - 4) + "storyteller"), max_size=6))
def test_words_of_many_names_are_those_of_each(names: list[str]) -> None:
    assert sorted(words_of_all(names)) == sorted(word for name in names for word in split_tokens(name))
    assert words_of("nav " * 1_000_000) == {"nav"}


@pytest.mark.parametrize(
    ("element", "tokens"),
    [
        (("div", None, None, None, None), ("<div",)),
        (("div", "", "", "", ""), ("<div",)),
        (("p", "Lead bigText", None, None, None), ("<p", ".lead", ".bigtext", "~lead", "~big", "~text")),
        (("div", None, "Main-2", None, None), ("<div", "#main-2", "~main")),
        (("div", None, None, "articleBody", None), ("<div", "@articlebody")),
        (("ul", None, None, None, "Navigation"), ("<ul", "%navigation")),
        # A word of the class and of the id is one token, where it came first.
        (("div", "nav nav x", "nav", None, None), ("<div", ".nav", ".x", "~nav", "~x", "#nav")),
    ],
)
def test_tokens_of_an_element(
    element: tuple[str, str | None, str | None, str | None, str | None], tokens: tuple[str, ...]
) -> None:
    assert element_tokens(*element) == tokens


def test_tokens_of_an_element_are_bounded() -> None:
    tokens = element_tokens("p", "ab " * 100_000 + "last", "i" * 100_000, "p" * 100_000, "r" * 100_000)
    assert tokens[:3] == ("<p", ".ab", "~ab")
    assert ".last" not in tokens
    assert max(map(len, tokens)) == MAX_NAME + 1


@given(st.text(min_size=1, max_size=10), NAMES, NAMES, NAMES, NAMES)
def test_each_token_of_an_element_once(
    tag: str, classes: str | None, name: str | None, prop: str | None, role: str | None
) -> None:
    tokens = element_tokens(tag, classes, name, prop, role)
    assert len(set(tokens)) == len(tokens)
    assert all(token[0] in "<.~#@%" for token in tokens)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Read more", ("read", "more", "^read", "$more", "read more", "=read more")),
        ("Menu", ("menu", "^menu", "$menu", "=menu")),
        ("© 2024", ("©", "0000", "^©", "$0000", "© 0000", "=© 0000")),
        ("1 of 12345678", ("0", "of", "0000", "^0", "$0000", "0 of", "of 0000", "=0 of 0000")),
        ("a a", ("a", "^a", "$a", "a a", "=a a")),
        # No spaces: characters two by two.
        ("関連記事", ("関連", "記事", "^関連", "$記事", "関連 記事", "=関連 記事")),
        ("続き記", ("続き", "記", "^続き", "$記", "続き 記", "=続き 記")),
        ("뉴스", ("뉴스", "^뉴스", "$뉴스", "=뉴스")),
        ("Ещё", ("ещё", "^ещё", "$ещё", "=ещё")),
        (
            "one two three four five"[:18],
            (
                "one",
                "two",
                "three",
                "four",
                "^one",
                "$four",
                "one two",
                "two three",
                "three four",
                "=one two three four",
            ),
        ),
        ("… — !", ()),
        ("", ()),
    ],
)
def test_tokens_of_a_text(text: str, tokens: tuple[str, ...]) -> None:
    assert text_tokens(text) == tokens


def test_only_the_shortest_texts_are_a_token_by_themselves() -> None:
    assert "=one two three four" in text_tokens("One two three four")
    assert not any(token.startswith("=") for token in text_tokens("One two three four five"))


def test_of_a_long_text_both_ends_count() -> None:
    text = "About the author Ada " + "word " * 200_000 + "follow her at the pier"
    found = text_tokens(text)
    assert {"(about", "(about the", ")pier", ")the pier"} <= set(found)
    assert len(found) <= 4 * EDGE_WORDS
    assert all(token[0] in "()" for token in found)
    assert not any(token[0] in "()" for token in text_tokens("x" * MAX_TEXT))


def test_words_cut_in_two_are_no_tokens() -> None:
    text = "x" * (EDGE - 3) + " cuttings " + "y " * EDGE + "trimmed " + "z" * (EDGE - 4)
    assert not {"(cu", ")med"} & set(text_tokens(text))


def test_words_of_a_text_are_bounded() -> None:
    tokens = text_tokens(" ".join("abcdefghijklmnopqrstuvwxyzäöüß"))
    assert tokens[MAX_TEXT_WORDS - 1 : MAX_TEXT_WORDS + 2] == ("x", "^a", "$x")
    assert "y" not in tokens


@given(st.text(max_size=MAX_TEXT + 10))
def test_each_token_of_a_text_once(text: str) -> None:
    tokens = text_tokens(text)
    assert len(set(tokens)) == len(tokens) <= max(2 * MAX_TEXT_WORDS + 3, 4 * EDGE_WORDS)
    assert not any(character.isdigit() and character != "0" for character in "".join(tokens) if character.isdecimal())


@pytest.mark.parametrize(
    ("href", "tokens"),
    [
        ("#comments", ("/#",)),
        ("  #top ", ("/#",)),
        ("mailto:desk@example.org", ("/mailto",)),
        ("TEL:+4912345", ("/tel",)),
        ("javascript:void(0)", ("/javascript",)),
        ("/news/2024/river-path.html", ("/news", "/river", "/path", "/html")),
        ("../tag/river?page=2&page=3", ("/tag", "/river")),
        ("//example.org/tag/river", ("/abs", "/tag", "/river")),
        ("/share?to=https://example.org/a", ("/share",)),
        ("https://news.example.org/tag/River/", ("/abs", "/tag", "/river")),
        ("http://example.org", ("/abs",)),
        ("", ()),
        ("/", ()),
        ("/日本/12", ()),
    ],
)
def test_tokens_of_a_link(href: str, tokens: tuple[str, ...]) -> None:
    assert link_tokens(href) == tokens


def test_tokens_of_a_link_are_bounded() -> None:
    assert len(link_tokens("/" + "/".join("abcdefghijklmnop"))) == MAX_LINK_WORDS
    assert link_tokens("/" + "1" * 100_000 + "/end") == ()


@given(st.from_regex(r"[a-z]{1,12}\.example\.(org|com)", fullmatch=True), st.sampled_from(["http", "https", "HTTPS"]))
def test_no_token_names_the_host(host: str, scheme: str) -> None:
    assert link_tokens(f"{scheme}://{host}/1/tag") == ("/abs", "/tag")


@given(st.text(max_size=300))
def test_each_token_of_a_link_once(href: str) -> None:
    tokens = link_tokens(href)
    assert len(set(tokens)) == len(tokens) <= MAX_LINK_WORDS + 1
    assert all(token.startswith("/") for token in tokens)


SUMS = """
from cleanpage.features.paths import element_weights
from cleanpage.models.token_weights import text_weight
from cleanpage.models.weights import load_model
from cleanpage.page.tokens import element_tokens, text_tokens
names = [token[1:] for token in load_model().path if token[0] == "."][:200]
for start in range(0, len(names), 10):
    classes = " ".join(names[start:start + 10])
    print(element_tokens("div", classes, names[start], None, None))
    print(element_weights("div", classes, names[start], None, None))
words = [token for token in load_model().lexical if token.isalpha()][:200]
for start in range(0, len(words), 10):
    text = " ".join(words[start:start + 10])
    print(text_tokens(text), text_weight(load_model().lexical, text, "/" + "/".join(words[start:start + 10])))
"""


@pytest.mark.slow
def test_sums_do_not_hang_on_the_seed_of_hashes() -> None:
    outputs = []
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", SUMS], env=environment, capture_output=True, check=True)
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"\n") == 60
