"""Plain text."""

from hypothesis import given

from cleanpage.article import (
    Block,
    Code,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
)
from cleanpage.render.text import to_text
from tests.article_strategies import article, bodies, words


@given(bodies)
def test_every_word_of_the_body_is_there(body: tuple[Block, ...]) -> None:
    page = article(*body)
    rendered = words(to_text(page))
    at = iter(rendered)
    assert all(word in at for word in words(page.text))


def test_structure_shows() -> None:
    sub = List(ordered=True, start=9, list_items=(ListItem(text="nine"), ListItem(text="ten\nmore")))
    body = (
        Paragraph(text="First."),
        Heading(text="Head", level=2),
        List(list_items=(ListItem(text="One", blocks=(sub,)), ListItem(text="Two"))),
        Quote(blocks=(Paragraph(text="Said."), Code(text="if a:\n    b\n"))),
    )
    expected = """Headline
By A. Person

First.

Head

- One
  9. nine
  10. ten
      more
- Two

    Said.

    if a:
        b
"""
    assert to_text(article(*body, headline="Headline", byline="By A. Person")) == expected


def test_no_text_steers_the_terminal() -> None:
    assert to_text(article(Paragraph(text="a\x1b[31mb\x9b0m\x07"), Code(text="\x1b]0;x"))) == "a [31mb 0m \n\n ]0;x\n"


def test_an_empty_article_is_an_empty_string() -> None:
    assert to_text(article()) == ""
