"""Renders an article as HTML in which nothing of the page can run."""

import re
from html import escape

from cleanpage.article import (
    Article,
    Block,
    DefinitionList,
    Embed,
    Entry,
    Footnote,
    Image,
    Inline,
    List,
    ListItem,
    Quote,
    SpanKind,
    Table,
    TableCell,
    Timestamp,
)
from cleanpage.render.inline import SPAN_ELEMENTS, Node, anchor, has_any, safe_tex, safe_url, tree, verbatim
from cleanpage.render.simpler import embed_link, fallback

__all__ = ["to_html"]

UNUSABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML forbids, or that its parser replaces."""
NOT_PLAIN = b"&<>\"'" + bytes(code for code in range(128) if UNUSABLE.match(chr(code)))


def to_html(article: Article) -> str:
    """Render `article` as one `<article>` element, to be put into a page of any kind.

    All text is escaped; links and images keep only `http`, `https`, `mailto`, `tel` and relative URLs; there are no
    scripts, styles, event handlers or embedded frames, and no classes but those of code (`language-…`) and of formulas
    (`math inline`, `math display`, as pandoc writes them). What is embedded becomes a link to it.
    """
    attributes = attribute("lang", article.language)
    if article.direction == "rtl":
        attributes += attribute("dir", "rtl")
    parts = (f"<article{attributes}>", header(article), *map(block_html, article.body), "</article>")
    return "\n".join(filter(None, parts)) + "\n"


def header(article: Article) -> str:
    """Headline, standfirst, byline and date."""
    parts = (
        element("h1", article.headline),
        element("p", article.alternative_headline),
        element("address", article.byline),
        time_html(article.published) if article.published else "",
    )
    content = "\n".join(filter(None, parts))
    return f"<header>\n{content}\n</header>" if content else ""


def time_html(moment: Timestamp) -> str:
    return f"<p><time{attribute('datetime', moment.iso)}>{text_html(moment.raw)}</time></p>"


def block_html(block: Block) -> str:
    """One block."""
    match block.type:
        case "paragraph":
            return f"<p>{inline_html(block)}</p>"
        case "heading":
            return f"<h{block.level}>{inline_html(block)}</h{block.level}>"
        case "figure":
            return figure_html(block.image)
        case "list":
            return list_html(block)
        case "quote":
            return quote_html(block)
        case "code":
            language = f"language-{block.language}" if block.language else None
            return f"<pre><code{attribute('class', language)}>{escaped(verbatim(block.text))}</code></pre>"
        case "table":
            return table_html(block)
        case "divider":
            return "<hr>"
        case "math":
            return f"<p>{math_html(block.text, block.latex, 'display')}</p>"
        case "gallery":
            return "\n".join(("<figure>", *map(figure_html, block.images), "</figure>"))
        case "definition_list":
            return definitions_html(block)
        case "embed":
            return embed_html(block)
        case "footnote":
            return footnote_html(block)
        case "entry":
            return entry_html(block)
        case _:
            return blocks_html(fallback(block))


def blocks_html(blocks: tuple[Block, ...]) -> str:
    return "\n".join(map(block_html, blocks))


def quote_html(block: Quote) -> str:
    """A quotation; who is quoted stands in its footer."""
    footer = f"<footer>— {inline_html(block.citation)}</footer>" if block.citation else ""
    content = "\n".join(filter(None, (blocks_html(block.blocks), footer)))
    return f"<blockquote{attribute('cite', safe_url(block.cite))}>\n{content}\n</blockquote>"


def definitions_html(block: DefinitionList) -> str:
    """Terms and definitions."""
    lines = ["<dl>"]
    for definition in block.definitions:
        lines += (f"<dt>{inline_html(term)}</dt>" for term in definition.terms)
        if definition.blocks:
            lines.append(f"<dd>\n{blocks_html(definition.blocks)}\n</dd>")
    return "\n".join((*lines, "</dl>"))


def embed_html(block: Embed) -> str:
    """A link to what is embedded, a post with its text."""
    link = f"<p>{inline_html(embed_link(block))}</p>"
    if not block.blocks:
        return link
    return f"<blockquote{attribute('cite', safe_url(block.url))}>\n{blocks_html(block.blocks)}\n{link}\n</blockquote>"


def footnote_html(block: Footnote) -> str:
    """A note under its label."""
    identity = attribute("id", f"fn-{anchor(block.id)}") + attribute("role", "doc-footnote")
    return f"<aside{identity}>\n{element('sup', block.label)}{blocks_html(block.blocks)}\n</aside>"


def entry_html(block: Entry) -> str:
    """An entry of a live blog as a section."""
    moment = block.published.isoformat() if block.published else None
    shown = block.published_raw or moment
    time = f"<p><time{attribute('datetime', moment)}>{text_html(shown)}</time></p>" if shown else ""
    head = (element("h2", block.title), element("address", block.author), time)
    return "\n".join(filter(None, ("<section>", *head, blocks_html(block.blocks), "</section>")))


def math_html(text: str, latex: bool, place: str) -> str:
    """A formula, LaTeX between the marks that scripts look for."""
    source = safe_tex(text) if latex else None
    if source is None:
        return f"<code>{escaped(verbatim(text))}</code>" if latex else f'<span class="math">{text_html(text)}</span>'
    start, end = ("\\(", "\\)") if place == "inline" else ("\\[", "\\]")
    return f'<span class="math {place}">{start}{escaped(source)}{end}</span>'


def list_html(block: List) -> str:
    """A list with the blocks nested in its items."""
    tag = "ol" if block.ordered else "ul"
    start = attribute("start", str(block.start)) if block.ordered and block.start != 1 else ""
    return f"<{tag}{start}>\n" + "".join(map(item_html, block.list_items)) + f"</{tag}>"


def item_html(item: ListItem) -> str:
    nested = f"\n{blocks_html(item.blocks)}\n" if item.blocks else ""
    return f"<li>{inline_html(item)}{nested}</li>\n"


def table_html(table: Table) -> str:
    """A table; leading rows of nothing but header cells are its head."""
    rows = list(table.rows)
    head = table.header_rows
    parts = ("<table>", element("caption", table.caption), section("thead", rows[:head]), section("tbody", rows[head:]))
    return "\n".join(filter(None, (*parts, "</table>")))


def section(tag: str, rows: list[tuple[TableCell, ...]]) -> str:
    lines = ("<tr>" + "".join(map(cell_html, row)) + "</tr>" for row in rows)
    return "\n".join((f"<{tag}>", *lines, f"</{tag}>")) if rows else ""


def cell_html(cell: TableCell) -> str:
    tag = "th" if cell.header else "td"
    attributes = attribute("colspan", str(cell.colspan)) if cell.colspan > 1 else ""
    if cell.rowspan > 1:
        attributes += attribute("rowspan", str(cell.rowspan))
    return f"<{tag}{attributes}>{inline_html(cell)}</{tag}>"


def figure_html(image: Image) -> str:
    """An image with its caption, and the credit in `<small>`."""
    url = safe_url(image.url)
    alt = escaped(image.alt or "")
    shown = f'<img src="{escaped(url)}" alt="{alt}">' if url else ""
    caption = " ".join(filter(None, (text_html(image.caption or ""), element("small", image.credit))))
    return f"<figure>{shown}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def inline_html(inline: Inline) -> str:
    """Text with its spans as elements and its line breaks as `<br>`."""
    return children(tree(inline.text, inline.spans), inline.text) if inline.spans else text_html(inline.text)


def children(node: Node, text: str) -> str:
    if not node.children:
        return text_html(text[node.start : node.end])
    output: list[str] = []
    at = node.start
    for child in node.children:
        if at < child.start:
            output.append(text_html(text[at : child.start]))
        output.append(link_html(child, text) if child.url else span_html(child, text))
        at = child.end
    if at < node.end:
        output.append(text_html(text[at : node.end]))
    return "".join(output)


def link_html(node: Node, text: str) -> str:
    attributes = attribute("href", node.url)
    if node.span is not None:
        attributes += attribute("title", node.span.title) + attribute("rel", " ".join(node.span.rel))
    return f"<a{attributes}>{children(node, text)}</a>"


def span_html(node: Node, text: str) -> str:
    """One span other than a link as an element."""
    span, content = node.span, children(node, text)
    if span is None:
        return content
    if tag := SPAN_ELEMENTS.get(span.kind):
        return f"<{tag}>{content}</{tag}>"
    if span.kind is SpanKind.NOTE:
        return f'<a href="#fn-{anchor(span.note or "")}" role="doc-noteref">{content}</a>'
    return math_html(text[node.start : node.end], span.latex, "inline")


def text_html(text: str) -> str:
    """Escaped text, with `<br>` for line breaks."""
    return escaped(text).replace("\n", "<br>")


def escaped(text: str) -> str:
    if text.isascii() and not has_any(text, NOT_PLAIN):
        return text
    return escape(text if text.isprintable() else UNUSABLE.sub(" ", text))


def element(tag: str, text: str | None) -> str:
    return f"<{tag}>{text_html(text)}</{tag}>" if text else ""


def attribute(name: str, value: str | None) -> str:
    return f' {name}="{escaped(value)}"' if value else ""
