"""Renders an article as Markdown: CommonMark with pipe tables."""

import json
import re
from collections.abc import Iterable, Iterator

from cleanpage.article import Article, Block, Code, Footnote, Heading, Image, List, ListItem, Span, SpanKind
from cleanpage.render.inline import anchor, safe_url, verbatim
from cleanpage.render.inline_markdown import image_markdown, inline_markdown, math_markdown, one_line
from cleanpage.render.simpler import fallback, simpler
from cleanpage.render.table_markdown import table_markdown

__all__ = ["to_markdown"]

BACKTICKS = re.compile(r"`{3,}")
CLOSING_HASHES = re.compile(r"(?:(?<![\\#])|(?<=\\#))#+\Z")
NOT_IN_A_LANGUAGE = re.compile(r"[^\w+#.-]")
NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

INTERRUPTING = re.compile(r"(?:[-+]|1[.)]) \S")
"""The beginning of a list that need not follow a blank line."""

LARGEST_NUMBER = 999_999_999
"""Largest number of a list item in CommonMark."""


def to_markdown(article: Article, *, front_matter: bool = False) -> str:
    """Render the headline, byline, date and body.

    Args:
        article: The article.
        front_matter: Whether to begin with a YAML block of the metadata, in place of headline, byline and date.

    Returns:
        CommonMark, with pipe tables for tables, footnotes (`[^1]`), formulas between dollar signs, and HTML elements
        where Markdown has no form (`<sub>`, or emphasis that begins within a word before a punctuation mark). What
        looks like markup in the text is escaped. Definitions become lists; embedded media links; captions, entries of
        live blogs and who is quoted paragraphs.
    """
    head = yaml(article) if front_matter else heading(article)
    parts = [part for part in (head, blocks_markdown(article.body)) if part]
    return "\n\n".join(parts) + "\n" if parts else ""


def heading(article: Article) -> str:
    """The headline, then byline and date as a paragraph."""
    headline = block_markdown(Heading(text=article.headline, level=1)) if article.headline else ""
    lines = filter(None, (article.byline, str(article.published) if article.published else None))
    return "\n\n".join(filter(None, (headline, inline_markdown("\n".join(lines)))))


def yaml(article: Article) -> str:
    """Front matter: the metadata that the article has, each string as a JSON string, which YAML reads."""
    fields: dict[str, str | list[str] | None] = {
        "title": article.headline,
        "description": article.description,
        "author": [author.name for author in article.authors],
        "date": article.published.iso if article.published else None,
        "updated": article.updated.iso if article.updated else None,
        "url": article.canonical_url or article.url,
        "site": article.site_name,
        "section": article.section,
        "lang": article.language,
        "keywords": list(article.keywords),
        "image": article.main_image.url if article.main_image else None,
    }
    lines = (f"{name}: {yaml_value(value)}" for name, value in fields.items() if value)
    return "\n".join(("---", *lines, "---"))


def yaml_value(value: str | list[str]) -> str:
    quoted = json.dumps(value, ensure_ascii=False)
    return NOT_IN_YAML.sub(lambda character: f"\\u{ord(character[0]):04x}", quoted)


def blocks_markdown(blocks: tuple[Block, ...]) -> str:
    """Blocks with a blank line between them.

    Two lists in a row take different markers: with the same they would be one list.
    """
    parts: list[str] = []
    other_marker = False
    previous: List | None = None
    for block in plain_blocks(blocks):
        if block.type != "list":
            if part := block_markdown(block):
                parts.append(part)
                previous = None
            continue
        marker = previous is not None and block.ordered == previous.ordered and not other_marker
        if part := list_markdown(block, marker):
            parts.append(part)
            other_marker, previous = marker, block
    return "\n\n".join(parts)


def plain_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those that Markdown has no form for as others."""
    for block in blocks:
        others = simpler(block)
        if others is None:
            yield block
        elif len(others) == 1 and type(others[0]) is type(block):
            yield others[0]
        else:
            yield from plain_blocks(others)


def block_markdown(block: Block) -> str:
    """One block other than a list, without line breaks at its end; empty if there is nothing to show."""
    match block.type:
        case "paragraph":
            return inline_markdown(block.text, block.spans)
        case "heading":
            text = one_line(block.text, block.spans)
            if text.endswith("#"):
                text = CLOSING_HASHES.sub(r"\\\g<0>", text)
            return f"{'#' * block.level} {text}" if text else ""
        case "figure":
            return figure(block.image)
        case "quote":
            return quoted(blocks_markdown(block.blocks))
        case "code":
            return fenced(block)
        case "table":
            return table_markdown(block)
        case "divider":
            return "***"
        case "list":
            return list_markdown(block, False)
        case "math":
            return math_markdown(block.text, True, "$$") if block.latex else inline_markdown(block.text)
        case "footnote":
            return footnote(block)
        case _:
            return blocks_markdown(simpler(block) or fallback(block))


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n")) if text else ""


def footnote(block: Footnote) -> str:
    """A note: what belongs to it is indented."""
    content = blocks_markdown(block.blocks)
    return "\n".join(indented(content, f"[^{anchor(block.id)}]:", "    ")) if content else ""


def fenced(block: Code) -> str:
    """Code between fences longer than any in it."""
    text = verbatim(block.text).rstrip("\n")
    fence = "`" * (max(map(len, BACKTICKS.findall(text)), default=2) + 1)
    language = NOT_IN_A_LANGUAGE.sub("", block.language or "")
    return f"{fence}{language}\n{text}\n{fence}" if text else ""


def figure(image: Image) -> str:
    """An image, and under it the caption in emphasis and the credit in parentheses."""
    url = safe_url(image.url)
    caption = emphasized(" ".join(image.caption.split())) if image.caption else ""
    credit = f"({one_line(image.credit)})" if image.credit else ""
    under = " ".join(filter(None, (caption, credit)))
    return "\\\n".join(filter(None, (image_markdown(url, image.alt) if url else "", under)))


def emphasized(text: str) -> str:
    return inline_markdown(text, (Span(kind=SpanKind.EMPHASIS, start=0, end=len(text)),))


def list_markdown(block: List, other_marker: bool) -> str:
    """A list; its items are parted by blank lines if one of them holds more than text and a list.

    Args:
        block: The list.
        other_marker: Whether to use the second of the two markers, `+` or `1)`.
    """
    first = block.start if 0 <= block.start <= LARGEST_NUMBER - len(block.list_items) else 1
    contents = [
        (inline_markdown(item.text, item.spans), blocks_markdown(item.blocks) if item.blocks else "")
        for item in block.list_items
    ]
    if not any(map(any, contents)):
        return ""
    between = "\n" if all(map(is_tight, block.list_items, contents)) else "\n\n"
    items: list[str] = []
    for number, content in enumerate(contents, first):
        marker = f"{number}{').'[not other_marker]}" if block.ordered else "-+"[other_marker]
        items.append(item_markdown(between.join(filter(None, content)), marker))
    return between.join(items)


def item_markdown(content: str, marker: str) -> str:
    """An item: its marker, and everything in it indented to where its text begins."""
    if "\n" not in content:
        return f"{marker} {content}" if content else marker
    return "\n".join(indented(content, marker, " " * (len(marker) + 1)))


def indented(content: str, marker: str, indent: str) -> Iterator[str]:
    first, *rest = content.split("\n")
    yield f"{marker} {first}"
    for line in rest:
        yield indent + line if line else line


def is_tight(item: ListItem, content: tuple[str, str]) -> bool:
    """Whether an item can go without blank lines: what follows its text is a list that can interrupt a paragraph."""
    text, nested = content
    only_list = len(item.blocks) == 1 and isinstance(item.blocks[0], List)
    return not nested or bool(text and only_list and INTERRUPTING.match(nested))
