"""The blocks that the body of an article is made of, and their inline spans. `cleanpage.article` exports them all."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

__all__ = [
    "Block",
    "Code",
    "Divider",
    "Figure",
    "Heading",
    "Image",
    "Inline",
    "List",
    "ListItem",
    "Model",
    "Paragraph",
    "Quote",
    "Span",
    "SpanKind",
    "Table",
    "TableCell",
    "blocks_text",
    "running_texts",
]

# Names of schema.org that are not the attribute's own in camelCase.
ALIASES = {"section": "articleSection", "language": "inLanguage"}


def alias_of(name: str) -> str:
    """The name of a field as schema.org and Zyte's article schema spell it."""
    return ALIASES.get(name) or to_camel(name)


class Model(BaseModel):
    """Base of all parts of an article: frozen, with camelCase aliases and documented fields."""

    model_config = ConfigDict(
        frozen=True,
        alias_generator=alias_of,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )


class SpanKind(StrEnum):
    """What an inline span of text is."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"


class Span(Model):
    """A part of a block's text with a meaning of its own. Spans nest or stand apart; they never cross."""

    kind: SpanKind
    start: int
    """Offset of the first character in the block's `text`."""
    end: int
    """Offset after the last character in the block's `text`."""
    url: str | None = None
    """Of a link: the absolute URL."""
    title: str | None = None
    """Of a link: its title."""
    rel: tuple[str, ...] = ()
    """Of a link: its `rel` tokens."""


class Image(Model):
    """An image that belongs to the article."""

    url: str
    """Absolute URL of its best source."""
    alt: str | None = None
    """Alternative text, without caption and credit."""
    caption: str | None = None
    """What the page says of the image, without the credit."""
    credit: str | None = None
    """Who made or owns it, without "Credit", "Photo:" and the like."""


class Inline(Model):
    """A block whose content is text with inline spans. A line break on the page is a newline in `text`."""

    text: str
    """The text, white space folded."""
    spans: tuple[Span, ...] = ()
    """Links, emphasis and the like, in order of their start, outer ones first."""


class Paragraph(Inline):
    """A paragraph."""

    type: Literal["paragraph"] = "paragraph"


class Heading(Inline):
    """A heading within the article."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)
    """1 to 6, as in `h1` to `h6`."""


class ListItem(Inline):
    """An item of a list: its own text, then the blocks nested in it."""

    blocks: "tuple[Block, ...]" = ()
    """Nested lists, further paragraphs and the like."""


class List(Model):
    """A list."""

    type: Literal["list"] = "list"
    ordered: bool = False
    """Whether the items are numbered."""
    start: int = 1
    """Number of the first item of an ordered list."""
    items: tuple[ListItem, ...]
    """The items, in order."""

    @property
    def text(self) -> str:
        """The text of all items and their nested blocks, one a line."""
        return "\n".join(filter(None, (part for item in self.items for part in (item.text, blocks_text(item.blocks)))))


class Quote(Model):
    """A block quotation."""

    type: Literal["quote"] = "quote"
    blocks: "tuple[Block, ...]"
    """What is quoted."""
    cite: str | None = None
    """Absolute URL of the source."""

    @property
    def text(self) -> str:
        """The text of the quoted blocks."""
        return blocks_text(self.blocks)


class Code(Model):
    """Preformatted text, verbatim."""

    type: Literal["code"] = "code"
    text: str
    """The text with its own line breaks and indentation."""
    language: str | None = None
    """The programming language, as the page names it."""


class TableCell(Inline):
    """A cell of a table."""

    header: bool = False
    """Whether it heads a row or a column."""
    colspan: int = Field(default=1, ge=1, le=1000)
    """Number of columns that it covers."""
    rowspan: int = Field(default=1, ge=1, le=65534)
    """Number of rows that it covers."""


class Table(Model):
    """A table of data."""

    type: Literal["table"] = "table"
    rows: tuple[tuple[TableCell, ...], ...]
    """The cells, row by row."""
    caption: str | None = None
    """The table's caption."""

    @property
    def text(self) -> str:
        """The cells' text: tabs between cells, line breaks between rows."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)


class Figure(Model):
    """An image in its place within the body."""

    type: Literal["figure"] = "figure"
    image: Image
    """The image with its caption and credit."""

    @property
    def text(self) -> str:
        """Empty: a caption is no part of the running text. It is at `image.caption`."""
        return ""


class Divider(Model):
    """A thematic break."""

    type: Literal["divider"] = "divider"

    @property
    def text(self) -> str:
        """Empty."""
        return ""


Block = Annotated[
    Paragraph | Heading | List | Quote | Code | Table | Figure | Divider,
    Field(discriminator="type"),
]


def blocks_text(blocks: "tuple[Block, ...]") -> str:
    """The running text of `blocks`: a blank line between blocks, no captions."""
    return "\n\n".join(filter(None, (block.text for block in blocks)))


def running_texts(blocks: "tuple[Block, ...]") -> list[str]:
    """Texts of the paragraphs among `blocks` and of those nested in lists and quotes, in order."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Quote):
            texts += running_texts(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                texts += [item.text] if item.text else []
                texts += running_texts(item.blocks)
    return texts
