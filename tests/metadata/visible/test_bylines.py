"""Bylines that readers see: which of the marked elements show an author, and which lines are bylines."""

import pytest

from cleanpage.metadata.visible.byline_lines import is_byline
from tests.metadata.conftest import Reader

TEXT = "<p>The bridge over the river was built in nineteen hundred and four, and it has been too short ever since.</p>"


def authors(read: Reader, html: str) -> list[str]:
    """The authors of an article with some markup under its headline."""
    return [author.name for author in read(f"<article><h1>A bridge too short</h1>{html}{TEXT * 3}</article>").authors]


# --- marked elements


@pytest.mark.parametrize("part", ["bio", "category", "description", "job", "position", "role", "title"])
def test_what_is_said_of_an_author_is_no_name(read: Reader, part: str) -> None:
    said = "<p class='{}'>Licensed Bridge Keeper, Harbour School</p>"
    assert authors(read, said.format("author-name")) == ["Licensed Bridge Keeper", "Harbour School"]
    assert authors(read, said.format(f"post-author__{part}")) == []
    assert authors(read, said.format(f"{part} author")) == ["Licensed Bridge Keeper", "Harbour School"]
    assert authors(read, f"<p class=author>Mira Holm</p>{said.format(f'byline-{part}')}") == ["Mira Holm"]


def test_who_made_the_picture_did_not_write_the_story(read: Reader) -> None:
    name = "<span class=byline>Ivo Marsh</span>"
    assert authors(read, f"<div>{name}</div>") == ["Ivo Marsh"]
    assert authors(read, f"<figure><img src=a.jpg><div>{name}</div></figure>") == []
    picture = f"<figure><img src=a.jpg><figcaption>The bridge {name}</figcaption></figure>"
    assert authors(read, f"{picture}<p class=author>Mira Holm</p>") == ["Mira Holm"]


@pytest.mark.parametrize("address", ["/category/town", "/Tag/town", "https://news.example/blog/topics/town"])
def test_a_link_to_a_topic_names_no_author(read: Reader, address: str) -> None:
    byline = "<div class=byline><a href='{}'>Town Life</a></div>"
    assert authors(read, byline.format("/people/town-life")) == ["Town Life"]
    assert authors(read, byline.format(address)) == []


# --- lines


@pytest.mark.parametrize(
    "line",
    [
        "By Mira Holm",
        "By Mira Holm, who has kept the bridge of the town",
        "By Mira Holm (bridges)",
        "Autor: Mira Holm; Illustrator des Buches: Ivo",
        "By Mira Holm Published in The Bridge Quarterly of the Town",
        "By Mira Holm last updated on a Monday in the spring",
        "By HCN, in News, Harbours, Bridges and the Town of the River",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Mira Holm",
        "By the bridge",
        "By Mira Holm nobody would have been believed in this town",
        "By Mira published in The Bridge Quarterly of the Town",
        "By Mira Holm publishedly and in front of the whole town",
        "By HC, in News, Harbours, Bridges and the Town of the River",
        "By Mira, in News, Harbours, Bridges and the Town of the River",
        f"By Mira Holm Published in {'The Bridge Quarterly ' * 10}",
    ],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


def test_the_section_after_a_byline_is_no_part_of_it(read: Reader) -> None:
    assert authors(read, "<p>By Mira Holm Published in Bridges March 5, 2024 2:24 pm</p>") == ["Mira Holm"]


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>By<span>Mira Holm</span></p>", ["Mira Holm"]),
        ("<p><span>Written by</span><a href=/m>Mira Holm</a></p>", ["Mira Holm"]),
        ("<p>Written by:<br>Mira Holm</p>", ["Mira Holm"]),
        ("<p>Contributors: Mira Holm and Tove Lind</p>", ["Mira Holm", "Tove Lind"]),
        ("<p>(责编：张三、李四)</p>", ["张三", "李四"]),
        ("<p>(By Mira Holm)</p>", ["Mira Holm"]),
        ("<p>By</p>", []),
        ("<p>Text: Mira Holm</p>", ["Mira Holm"]),
        ("<p>Text Size</p>", []),
    ],
)
def test_words_of_a_byline_apart_from_the_names_or_in_parentheses(read: Reader, html: str, names: list[str]) -> None:
    assert authors(read, html) == names


# --- far from the heading

FAR = TEXT * 40


def far_authors(read: Reader, html: str) -> list[str]:
    """The authors that a long article claims for whom nothing but its end has a word."""
    metadata = read(f"<main><article><h1>A bridge too short</h1>{FAR}{html}</article></main>")
    authors = [claim.value for claim in metadata.claims if claim.field == "authors"]
    return [getattr(each, "name", "") for value in authors if isinstance(value, tuple) for each in value]


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<footer><p>Posted by Mira Holm on 2024-03-05 in bridges.</p></footer>", ["Mira Holm"]),
        ("<footer><p>By Mira Holm on 2024-03-05</p></footer>", []),
        ("<footer class=comments><p>Posted by Mira Holm on 2024-03-05</p></footer>", []),
        ("<footer><nav><p>Posted by Mira Holm on 2024-03-05</p></nav></footer>", []),
        ("<blockquote><p>Posted by Mira Holm on 2024-03-05</p></blockquote>", []),
        ("</article><footer><p>Posted by Mira Holm on 2024-03-05</p></footer><article>", ["Mira Holm"]),
        ("</article></main><footer><p>Posted by Mira Holm on 2024-03-05</p></footer><main><article>", []),
    ],
)
def test_the_footer_of_the_article_names_its_author(read: Reader, html: str, names: list[str]) -> None:
    assert far_authors(read, html) == names


@pytest.mark.parametrize("name", ["author-name", "authorName", "card-author-name", "author-box__name", "writer_name"])
def test_the_box_about_the_author_names_the_author(read: Reader, name: str) -> None:
    box = f"<div class=about><p class='{name}'>Mira Holm</p><p>She keeps the bridge.</p></div>"
    assert far_authors(read, box) == ["Mira Holm"]
    assert far_authors(read, box + box) == ["Mira Holm"]
    assert far_authors(read, box + box.replace("Mira Holm", "Tove Lind")) == []
    assert far_authors(read, f"<div class=related-stories>{box}</div>") == []
    assert far_authors(read, f"<p>Written by Ida Berg</p>{box}") == ["Ida Berg"]


@pytest.mark.parametrize("name", ["author", "authority-names", "name", "author-bio"])
def test_other_classes_are_no_boxes_about_the_author(read: Reader, name: str) -> None:
    assert far_authors(read, f"<div><p class='{name}'>Mira Holm</p></div>") == []
