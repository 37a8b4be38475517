"""TEI-XML, read back by an XML parser."""

import datetime as dt
from typing import Any

from hypothesis import given
from lxml import etree

from cleanpage.article import (
    Article,
    Author,
    Block,
    Code,
    Heading,
    Paragraph,
    Precision,
    Quote,
    Timestamp,
)
from cleanpage.render import to_tei
from tests.article_strategies import article, bodies, words

TEI = "{http://www.tei-c.org/ns/1.0}"


def tree(page: Article) -> Any:
    return etree.fromstring(to_tei(page).encode())


def body(*blocks: Block) -> str:
    """The body without name space and white space between elements."""
    found = tree(article(*blocks)).find(f"{TEI}text/{TEI}body")
    etree.cleanup_namespaces(found)
    text = etree.tostring(found, encoding="unicode").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "").strip()
    return "".join(line.strip() for line in text.split("\n"))[len("<body><div>") : -len("</div></body>")]


@given(bodies)
def test_whatever_the_text_holds_it_is_well_formed_and_all_there(blocks: tuple[Block, ...]) -> None:
    page = article(*blocks, headline="x")
    text = "".join(words("".join(tree(page).itertext())))
    # Captions stand beside the text, and media are linked: no character of the running text is missing.
    assert all(word in text for word in words(page.text))


def test_sections() -> None:
    page = article(Paragraph(text="a"), Heading(text="b", level=2), Paragraph(text="c"))
    divisions = tree(page).findall(f".//{TEI}div")
    assert [[child.tag.removeprefix(TEI) for child in division] for division in divisions] == [["p"], ["head", "p"]]
    assert divisions[1].get("n") == "2"


def test_a_quote_without_a_source() -> None:
    assert body(Quote(blocks=(Paragraph(text="a"),))) == "<quote><p>a</p></quote>"


def test_code_is_verbatim() -> None:
    (code,) = tree(article(Code(text="a\n  b", language="py"))).iter(f"{TEI}code")
    assert (code.text, code.get("lang")) == ("a\n  b", "py")


def test_header() -> None:
    day = Timestamp(raw="2 May", precision=Precision.DAY, date=dt.date(2026, 5, 2))
    page = article(headline="H<").model_copy(
        update={
            "authors": (Author(name="Ann"),),
            "published": day,
            "language": "en",
            "keywords": ("k",),
            "description": "d",
            "alternative_headline": "s",
            "site_name": "S",
            "url": "https://e.example/",
        }
    )
    head = tree(page).find(f"{TEI}teiHeader")
    assert [e.text for e in head.iter(f"{TEI}title")] == ["H<", "s", "H<"]
    assert [e.text for e in head.iter(f"{TEI}author", f"{TEI}term", f"{TEI}publisher", f"{TEI}p")] == [
        "Ann",
        "S",
        "d",
        "k",
    ]
    (date,) = head.iter(f"{TEI}date")
    assert (date.text, date.get("when")) == ("2 May", "2026-05-02")
    assert tree(page).get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
