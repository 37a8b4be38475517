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
    Definition,
    DefinitionList,
    Divider,
    Embed,
    EmbedKind,
    Entry,
    Figure,
    Footnote,
    Gallery,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Math,
    Paragraph,
    Precision,
    Quote,
    Span,
    SpanKind,
    Table,
    TableCell,
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


SPANS = (
    Span(kind=SpanKind.LINK, start=0, end=1, url="https://e.example/?a&b"),
    Span(kind=SpanKind.NOTE, start=2, end=3, note="n 1"),
    Span(kind=SpanKind.MATH, start=4, end=5, latex=True),
    Span(kind=SpanKind.CODE, start=6, end=7),
    Span(kind=SpanKind.STRONG, start=8, end=9),
)


def test_spans() -> None:
    assert body(Paragraph(text="a b c d e\nf", spans=SPANS)) == (
        '<p><ref target="https://e.example/?a&amp;b">a</ref> <ref type="note" target="#fn-n-1">b</ref> '
        '<formula notation="TeX">c</formula> <code>d</code> <hi rend="bold">e</hi><lb/>f</p>'
    )


def test_sections() -> None:
    page = article(Paragraph(text="a"), Heading(text="b", level=2), Paragraph(text="c"))
    divisions = tree(page).findall(f".//{TEI}div")
    assert [[child.tag.removeprefix(TEI) for child in division] for division in divisions] == [["p"], ["head", "p"]]
    assert divisions[1].get("n") == "2"


def test_blocks() -> None:
    said = (Paragraph(text="a"),)
    image = Image(url="https://e.example/i.jpg", alt="a", caption="b", credit="c")
    shown = '<figure><head>b</head><p rend="credit">c</p><graphic url="https://e.example/i.jpg"/><figDesc>a</figDesc></figure>'
    cells = (TableCell(text="h", header=True, colspan=2),), (TableCell(text="a"), TableCell(text="b"))
    expected: list[tuple[Block, str]] = [
        (List(ordered=True, list_items=(ListItem(text="a"),)), '<list rend="numbered"><item>a</item></list>'),
        (
            DefinitionList(definitions=(Definition(terms=(Inline(text="t"),), blocks=said),)),
            '<list type="gloss"><label>t</label><item><p>a</p></item></list>',
        ),
        (Quote(blocks=said), "<quote><p>a</p></quote>"),
        (
            Quote(blocks=said, citation=Inline(text="b"), cite="https://e.example/"),
            '<cit><quote><p>a</p></quote><bibl>b<ptr target="https://e.example/"/></bibl></cit>',
        ),
        (Math(text="x", latex=True), '<p><formula notation="TeX">x</formula></p>'),
        (
            Table(rows=cells, caption="c"),
            '<table><head>c</head><row><cell role="label" cols="2">h</cell></row>'
            "<row><cell>a</cell><cell>b</cell></row></table>",
        ),
        (Figure(image=image), shown),
        (Gallery(images=(image, image)), shown * 2),
        (
            Embed(kind=EmbedKind.VIDEO, url="https://v.example/1", title="t"),
            '<p><ref target="https://v.example/1">t</ref></p>',
        ),
        (
            Embed(kind=EmbedKind.POST, url="https://v.example/1", provider="v.example", blocks=said),
            '<cit><quote><p>a</p></quote><bibl><ref target="https://v.example/1">v.example</ref></bibl></cit>',
        ),
        (
            Footnote(id="n 1", label="1", blocks=said),
            '<note place="foot" n="1" xml:id="fn-n-1"><p>a</p></note>',
        ),
        (
            Entry(title="t", author="Ann", published=dt.datetime(2026, 5, 2, tzinfo=dt.UTC), blocks=said),
            '<p rend="entry"><date when="2026-05-02T00:00:00+00:00">2026-05-02T00:00:00+00:00</date>'
            '<name type="person">Ann</name><title>t</title></p><p>a</p>',
        ),
        (Divider(), '<milestone unit="section" rend="rule"/>'),
    ]
    for block, xml in expected:
        assert body(block) == xml


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
