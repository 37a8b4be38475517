"""The block types of an article body."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from itertools import takewhile
from typing import Annotated, Literal

from pydantic import Field, SerializeAsAny

from cleanpage.article.base import Image, Inline, Model, Span, SpanKind

__all__ = [
    "Block",
    "Code",
    "Definition",
    "DefinitionList",
    "Divider",
    "Embed",
    "EmbedKind",
    "Entry",
    "Figure",
    "Footnote",
    "Gallery",
    "Heading",
    "Image",
    "Inline",
    "List",
    "ListItem",
    "Math",
    "Model",
    "Paragraph",
    "Quote",
    "Span",
    "SpanKind",
    "Table",
    "TableCell",
    "blocks_text",
    "inlines",
    "running_texts",
]


class Placed(Model):
    """A block that knows where it stands in the source."""

    path: str | None = None
    """XPath of the element that the block was read from, as in `/html/body/div[2]/p[1]`; None some 300 levels deep."""


class Paragraph(Inline, Placed):
    """A paragraph."""

    type: Literal["paragraph"] = "paragraph"


class Heading(Inline, Placed):
    """A heading within the article."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)
    """1 to 6, as in `h1` to `h6`."""


class ListItem(Inline):
    """An item of a list: its own text, then the blocks nested in it."""

    blocks: "tuple[Block, ...]" = ()
    """Nested lists, further paragraphs and the like."""


class List(Placed):
    """A list."""

    type: Literal["list"] = "list"
    ordered: bool = False
    """Whether the items are numbered."""
    start: int = 1
    """Number of the first item of an ordered list."""
    list_items: tuple[ListItem, ...]
    """The items, in order."""

    @property
    def text(self) -> str:
        """The text of all items and their nested blocks, one a line."""
        return "\n".join(
            filter(None, (part for item in self.list_items for part in (item.text, blocks_text(item.blocks))))
        )


class Definition(Model):
    """One or more terms with what is said of them."""

    terms: tuple[Inline, ...]
    """The terms; none where the page explains before it names."""
    blocks: "tuple[Block, ...]" = ()
    """What they mean."""


class DefinitionList(Placed):
    """A list of terms and their definitions."""

    type: Literal["definition_list"] = "definition_list"
    definitions: tuple[Definition, ...]
    """The definitions, in order."""

    @property
    def text(self) -> str:
        """Terms and definitions, one a line."""
        parts = ((*(term.text for term in one.terms), blocks_text(one.blocks)) for one in self.definitions)
        return "\n".join(filter(None, (part for item in parts for part in item)))


class Quote(Placed):
    """A block quotation."""

    type: Literal["quote"] = "quote"
    blocks: "tuple[Block, ...]"
    """What is quoted."""
    cite: str | None = None
    """Absolute URL of the source."""
    citation: Inline | None = None
    """Who or what is quoted, as the page names it, without the dash before it."""

    @property
    def text(self) -> str:
        """The text of the quoted blocks, then the citation."""
        return "\n\n".join(filter(None, (blocks_text(self.blocks), self.citation.text if self.citation else "")))


class Code(Placed):
    """Preformatted text, verbatim, without line numbers."""

    type: Literal["code"] = "code"
    text: str
    """The text with its own line breaks and indentation."""
    language: str | None = None
    """The programming language, as the page names it."""


class Math(Placed):
    """A formula on a line of its own. One within a line is a span of kind `math`."""

    type: Literal["math"] = "math"
    text: str
    """The formula: LaTeX if the page gives it, else its characters."""
    latex: bool = False
    """Whether `text` is LaTeX."""
    mathml: str | None = None
    """The formula in MathML, where the page gives no LaTeX."""


class TableCell(Inline):
    """A cell of a table."""

    header: bool = False
    """Whether it heads a row or a column."""
    colspan: int = Field(default=1, ge=1, le=1000)
    """Number of columns that it covers."""
    rowspan: int = Field(default=1, ge=1, le=65534)
    """Number of rows that it covers."""


class Table(Placed):
    """A table of data."""

    type: Literal["table"] = "table"
    rows: tuple[tuple[TableCell, ...], ...]
    """The cells, row by row."""
    caption: str | None = None
    """The table's caption."""

    @property
    def header_rows(self) -> int:
        """Number of rows on top that hold nothing but header cells."""
        return sum(1 for _ in takewhile(is_header_row, self.rows))

    @property
    def text(self) -> str:
        """The cells' text: tabs between cells, line breaks between rows."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)


class Figure(Placed):
    """An image in its place within the body."""

    type: Literal["figure"] = "figure"
    image: Image
    """The image with its caption and credit."""

    @property
    def text(self) -> str:
        """Empty: a caption is no part of the running text. It is at `image.caption`."""
        return ""


class Gallery(Placed):
    """Images that the page shows as one, side by side or one after the other."""

    type: Literal["gallery"] = "gallery"
    images: tuple[Image, ...]
    """The images with their captions and credits."""

    @property
    def text(self) -> str:
        """Empty, as for a `Figure`."""
        return ""


class EmbedKind(StrEnum):
    """What is embedded."""

    VIDEO = "video"
    AUDIO = "audio"
    POST = "post"
    """A post of a social network."""
    FRAME = "frame"
    """Another page: a map, a chart, a player."""


class Embed(Placed):
    """Something from elsewhere that the page shows within its text."""

    type: Literal["embed"] = "embed"
    kind: EmbedKind
    """What it is."""
    url: str
    """Absolute URL that it is loaded from; of a post, the URL of the post."""
    provider: str | None = None
    """Name of the host that it comes from, without `www.` and the like; None for the page's own."""
    title: str | None = None
    """Its title."""
    blocks: "tuple[Block, ...]" = ()
    """Of a post: its text, as far as the page holds it."""

    @property
    def text(self) -> str:
        """The text of a post; empty for all others."""
        return blocks_text(self.blocks)


class Footnote(Placed):
    """A note that the text refers to by spans of kind `note`."""

    type: Literal["footnote"] = "footnote"
    id: str
    """What `Span.note` refers to; unique within the article."""
    label: str | None = None
    """The number or sign that the text refers to it by."""
    blocks: "tuple[Block, ...]"
    """The note, without its label and the links back to the text."""

    @property
    def text(self) -> str:
        """The text of the note."""
        return blocks_text(self.blocks)


class Entry(Placed):
    """An entry of a live blog."""

    type: Literal["entry"] = "entry"
    title: str | None = None
    """Its title."""
    author: str | None = None
    """Who wrote it."""
    published: dt.datetime | None = None
    """When it was published, where the page says so for machines; aware if the page gives an offset."""
    published_raw: str | None = None
    """The time as the page shows it."""
    blocks: "tuple[Block, ...]"
    """What it says, without title, author and time."""

    @property
    def text(self) -> str:
        """The title, then the text."""
        return "\n\n".join(filter(None, (self.title, blocks_text(self.blocks))))


class Divider(Placed):
    """A thematic break."""

    type: Literal["divider"] = "divider"

    @property
    def text(self) -> str:
        """Empty."""
        return ""


# A union would be written by way of Python's dicts; each block knows how to write itself, in half the time.
Block = SerializeAsAny[
    Annotated[
        Paragraph
        | Heading
        | List
        | DefinitionList
        | Quote
        | Code
        | Math
        | Table
        | Figure
        | Gallery
        | Embed
        | Footnote
        | Entry
        | Divider,
        Field(discriminator="type"),
    ]
]


def is_header_row(row: tuple[TableCell, ...]) -> bool:
    """Whether a row holds nothing but header cells."""
    return bool(row) and all(cell.header for cell in row)


def blocks_text(blocks: "tuple[Block, ...]") -> str:
    """The running text of `blocks`: a blank line between blocks, no captions."""
    return "\n\n".join(filter(None, (block.text for block in blocks)))


# Here and in the renderers blocks are told apart by `type`: a match against classes costs as much as all the rest.


def running_texts(blocks: "tuple[Block, ...]") -> list[str]:
    """Texts of the paragraphs among `blocks` and of those nested in other blocks, in order."""
    texts: list[str] = []
    for block in blocks:
        match block.type:
            case "paragraph":
                texts.append(block.text)
            case "quote" | "embed" | "footnote" | "entry":
                texts += running_texts(block.blocks)
            case "definition_list":
                for definition in block.definitions:
                    texts += running_texts(definition.blocks)
            case "list":
                for item in block.list_items:
                    if item.text:
                        texts.append(item.text)
                    if item.blocks:
                        texts += running_texts(item.blocks)
    return texts


def inlines(block: Block) -> Iterator[Inline]:
    """Everything with text and spans inside a block, in order."""
    match block.type:
        case "paragraph" | "heading":
            yield block
        case "list":
            for item in block.list_items:
                yield item
                if item.blocks:
                    yield from nested_inlines(item.blocks)
        case "definition_list":
            for definition in block.definitions:
                yield from definition.terms
                yield from nested_inlines(definition.blocks)
        case "quote":
            yield from nested_inlines(block.blocks)
            if block.citation:
                yield block.citation
        case "embed" | "footnote" | "entry":
            yield from nested_inlines(block.blocks)
        case "table":
            for row in block.rows:
                yield from row


def nested_inlines(blocks: "tuple[Block, ...]") -> Iterator[Inline]:
    """As `inlines`, of several blocks."""
    for block in blocks:
        yield from inlines(block)
