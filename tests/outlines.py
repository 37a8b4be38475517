"""Blocks as lines of text, for cases to be read and compared."""

from collections.abc import Iterable, Iterator

from cleanpage.article import (
    Article,
    Block,
    Code,
    DefinitionList,
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
from cleanpage.article.blocks import TableCell

__all__ = ["BASE", "article_lines", "block_lines"]

BASE = "https://example.org/a/"
LONGEST = 70
"""Characters of a paragraph without spans that are shown."""


def article_lines(article: Article) -> list[str]:
    """The blocks, then the comments, and what the page is if it is no article."""
    lines = [line for block in article.body for line in block_lines(block)]
    for comment in article.comments:
        reply = "" if comment.reply_to is None else f" to {comment.reply_to}"
        moment = comment.published.isoformat() if comment.published else comment.published_raw
        lines.append(f"comment{reply} by {comment.author}, {moment}:")
        lines += inner(comment.blocks)
    return lines if article.outcome.has_article else [*lines, f"outcome: {article.outcome.kind}"]


def inner(blocks: Iterable[Block]) -> Iterator[str]:
    return (f"  {line}" for block in blocks for line in block_lines(block))


def block_lines(block: Block) -> Iterator[str]:
    """One block, what is within it indented."""
    match block:
        case Paragraph():
            yield f"p: {marked(block)}"
        case Heading():
            yield f"h{block.level}: {marked(block)}"
        case Code():
            yield f"code {block.language or ''}".rstrip() + ":"
            yield from (f"  {line}" for line in block.text.replace(" ", "·").split("\n"))
        case Math():
            yield f"math: {block.text}" + ("" if block.latex else f" {block.mathml}")
        case Figure():
            yield f"figure: {image(block.image)}"
        case Gallery():
            yield "gallery:"
            yield from (f"  {image(one)}" for one in block.images)
        case List():
            yield f"ol {block.start}:" if block.ordered else "ul:"
            for item in block.list_items:
                yield f"  - {marked(item)}".rstrip()
                yield from (f"  {line}" for line in inner(item.blocks))
        case _:
            yield from holder_lines(block)


def holder_lines(block: Block) -> Iterator[str]:
    """A block that holds others."""
    match block:
        case DefinitionList():
            yield "dl:"
            for definition in block.definitions:
                yield f"  {'; '.join(map(marked, definition.terms))}:"
                yield from (f"  {line}" for line in inner(definition.blocks))
        case Quote():
            cite = "" if block.cite is None else f" {url(block.cite)}"
            yield f"quote{cite}:"
            yield from inner(block.blocks)
            if block.citation:
                yield f"  by: {marked(block.citation)}"
        case Table():
            yield f"table {block.caption or ''}".rstrip() + ":"
            yield from (f"  {' | '.join(map(cell, row))}" for row in block.rows)
        case Embed():
            yield " ".join(filter(None, (f"embed {block.kind}:", block.url, block.provider, block.title)))
            yield from inner(block.blocks)
        case Footnote():
            yield f"note {block.id} [{block.label}]:"
            yield from inner(block.blocks)
        case Entry():
            moment = block.published.isoformat() if block.published else block.published_raw
            yield ", ".join(filter(None, (f"entry {moment}", block.title, block.author))) + ":"
            yield from inner(block.blocks)
        case _:
            yield block.type


def cell(content: TableCell) -> str:
    spans = f" {content.colspan}x{content.rowspan}" if content.colspan + content.rowspan > 2 else ""
    return f"{'*' if content.header else ''}{marked(content)}{spans}"


def image(found: Image) -> str:
    size = f"{found.width}x{found.height}" if found.width and found.height else None
    parts = (("alt", found.alt), ("caption", found.caption), ("credit", found.credit), ("size", size))
    return " ".join((url(found.url), *(f"{name}={value!r}" for name, value in parts if value)))


def url(value: str) -> str:
    return value.removeprefix(BASE)


def marked(inline: Inline) -> str:
    """The text with its spans in angle brackets, a line break as ⏎; shortened if there are no spans."""
    text = inline.text
    if not inline.spans and len(text) > LONGEST:
        return f"{text[:LONGEST].replace(chr(10), '⏎')}…"
    marks: list[tuple[int, int, str]] = []
    for number, span in enumerate(inline.spans):
        value = span.note or ("tex" if span.latex else None) or (url(span.url) if span.url else None)
        name = "a" if span.kind is SpanKind.LINK else span.kind.value
        marks.append((span.start, number, f"<{name} {value}>" if value else f"<{name}>"))
        marks.append((span.end, -1 - number, f"</{name}>"))
    for place, _, mark in sorted(marks, key=lambda entry: (entry[0], entry[1] >= 0, entry[1]), reverse=True):
        text = text[:place] + mark + text[place:]
    return text.replace("\n", "⏎")
