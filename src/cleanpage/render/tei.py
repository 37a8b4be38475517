"""An article as TEI-XML, the form in which corpora of texts are kept (Text Encoding Initiative, P5).

lxml writes it, so that it is well-formed whatever the text holds; nothing is parsed here.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cleanpage.article import (
    Article,
    Block,
    Code,
    DefinitionList,
    Divider,
    Embed,
    Entry,
    Figure,
    Footnote,
    Gallery,
    Heading,
    Image,
    Inline,
    List,
    Math,
    Paragraph,
    Quote,
    SpanKind,
    Table,
)
from cleanpage.render.inline import Node, anchor, safe_url, tree
from cleanpage.render.simpler import embed_link
from cleanpage.render.tei_elements import NAMESPACE, XML, clean, element, header, last_child, line_up

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["to_tei"]

RENDITIONS = {
    SpanKind.EMPHASIS: "italic",
    SpanKind.STRONG: "bold",
    SpanKind.SUBSCRIPT: "subscript",
    SpanKind.SUPERSCRIPT: "superscript",
    SpanKind.DELETION: "strikethrough",
}


def to_tei(article: Article) -> str:
    """Render `article` as a TEI document: a header with the metadata, and the body with its structure.

    Returns:
        A document in UTF-8, as a string with its XML declaration. Headings are `head` elements of `div`s, one `div`
        for each section; inline spans are `hi`, `ref`, `code` and `formula`; footnotes are `note`s that `ref`s point
        to.
    """
    from lxml import etree  # few need it, and it takes longer to load than all else here

    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # lxml takes None
    if article.language:
        root.set(f"{XML}lang", clean(article.language))
    header(root, article)
    body = element(element(root, "text"), "body")
    sections(body, article.body)
    line_up(root)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written.decode() + "\n"


def sections(body: "_Element", blocks: Iterable[Block]) -> None:
    """The blocks of the body, each heading with what follows it in a `div` of its own."""
    section = element(body, "div")
    for block in blocks:
        if isinstance(block, Heading) and last_child(section) is not None:
            section = element(body, "div")
        if isinstance(block, Heading):
            section.set("n", str(block.level))
        write(section, block)
    if not len(section):
        element(section, "p")


def write_all(parent: "_Element", blocks: Iterable[Block]) -> None:
    for block in blocks:
        write(parent, block)


def write(parent: "_Element", block: Block) -> None:
    """One block."""
    match block:
        case Paragraph():
            inline(element(parent, "p"), block)
        case Heading():
            is_first = parent.tag.endswith("}div") and last_child(parent) is None
            inline(element(parent, "head") if is_first else element(parent, "p", rend="head"), block)
        case Math():
            formula(element(parent, "p"), block.text, block.latex)
        case Code():
            element(element(parent, "p"), "code", block.text, lang=block.language)
        case Figure():
            figure(parent, block.image)
        case Gallery():
            for image in block.images:
                figure(parent, image)
        case Divider():
            element(parent, "milestone", unit="section", rend="rule")
        case _:
            write_nested(parent, block)


def write_nested(parent: "_Element", block: Block) -> None:
    """One block that holds others."""
    match block:
        case List():
            lines = element(parent, "list", rend="numbered" if block.ordered else "bulleted")
            for item in block.items:
                entry = element(lines, "item")
                inline(entry, item)
                write_all(entry, item.blocks)
        case DefinitionList():
            definitions(parent, block)
        case Quote():
            quoted(parent, block)
        case Table():
            table(parent, block)
        case Embed():
            if block.blocks:
                write_all(element(element(parent, "cit"), "quote"), block.blocks)
                inline(element(parent[-1], "bibl"), embed_link(block))
            else:
                inline(element(parent, "p"), embed_link(block))
        case Footnote():
            note = element(parent, "note", place="foot", n=block.label)
            note.set(f"{XML}id", f"fn-{anchor(block.id)}")
            write_all(note, block.blocks)
        case Entry():
            entry_section(parent, block)


def definitions(parent: "_Element", block: DefinitionList) -> None:
    """Labels and items in turn."""
    glossary = element(parent, "list", type="gloss")
    for definition in block.items:
        for term in definition.terms or (Inline(text=""),):
            inline(element(glossary, "label"), term)
        write_all(element(glossary, "item"), definition.blocks)


def quoted(parent: "_Element", block: Quote) -> None:
    """A quotation, with its source if there is one."""
    if not (block.citation or block.cite):
        write_all(element(parent, "quote"), block.blocks)
        return
    cited = element(parent, "cit")
    write_all(element(cited, "quote"), block.blocks)
    source = element(cited, "bibl")
    if block.citation:
        inline(source, block.citation)
    if url := safe_url(block.cite):
        element(source, "ptr", target=url)


def entry_section(parent: "_Element", block: Entry) -> None:
    """An entry of a live blog."""
    head = element(parent, "p", rend="entry")
    if block.published_raw or block.published:
        moment = block.published.isoformat() if block.published else None
        element(head, "date", block.published_raw or moment, when=moment)
    if block.author:
        element(head, "name", block.author, type="person")
    if block.title:
        element(head, "title", block.title)
    write_all(parent, block.blocks)


def table(parent: "_Element", block: Table) -> None:
    """A table, its caption as its head."""
    made = element(parent, "table")
    if block.caption:
        element(made, "head", block.caption)
    for row in block.rows:
        line = element(made, "row")
        for cell in row:
            cols, rows = (str(number) if number > 1 else None for number in (cell.colspan, cell.rowspan))
            inline(element(line, "cell", role="label" if cell.header else None, cols=cols, rows=rows), cell)


def figure(parent: "_Element", image: Image) -> None:
    """An image with its caption, credit and description."""
    made = element(parent, "figure")
    if image.caption:
        element(made, "head", image.caption)
    if image.credit:
        element(made, "p", image.credit, rend="credit")
    if url := safe_url(image.url):
        element(made, "graphic", url=url)
    if image.alt:
        element(made, "figDesc", image.alt)


def formula(parent: "_Element", text: str, latex: bool) -> None:
    element(parent, "formula", text, notation="TeX" if latex else None)


def inline(parent: "_Element", content: Inline) -> None:
    """Text with its spans."""
    write_node(parent, tree(content.text, content.spans), content.text)


def write_node(parent: "_Element", node: Node, text: str) -> None:
    """The text of a node, with the spans in it as elements."""
    at = node.start
    for child in node.children:
        append_text(parent, text[at : child.start])
        write_span(parent, child, text)
        at = child.end
    append_text(parent, text[at : node.end])


def write_span(parent: "_Element", node: Node, text: str) -> None:
    """One span as an element."""
    span = node.span
    if span is None:
        return
    match span.kind:
        case SpanKind.LINK:
            made = element(parent, "ref", target=node.url)
        case SpanKind.NOTE:
            made = element(parent, "ref", type="note", target=f"#fn-{anchor(span.note or '')}")
        case SpanKind.CODE:
            made = element(parent, "code")
        case SpanKind.MATH:
            formula(parent, text[node.start : node.end], span.latex)
            return
        case _:
            made = element(parent, "hi", rend=RENDITIONS[span.kind])
    write_node(made, node, text)


def append_text(parent: "_Element", text: str) -> None:
    """Text at the end of an element, its line breaks as `lb`."""
    first, *lines = clean(text).split("\n")
    add(parent, first)
    for line in lines:
        element(parent, "lb")
        add(parent, line)


def add(parent: "_Element", text: str) -> None:
    """Text after the last child of an element."""
    if not text:
        return
    if (last := last_child(parent)) is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
