"""Structure: the blocks that were kept, put back into lists, quotes, tables and code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleanpage.article import (
    Block,
    Code,
    Figure,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    Span,
    SpanKind,
    Table,
    TableCell,
)
from cleanpage.links import absolute_url
from cleanpage.page import Attributes, Page
from cleanpage.rules.tags import HEADING_LEVELS

__all__ = ["build_blocks"]

CONTAINERS = frozenset(("ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "pre", "listing", "xmp"))
LISTS = frozenset(("ul", "ol"))
PREFORMATTED = frozenset(("pre", "listing", "xmp"))
# Nesting that a reader can still follow; deeper containers are folded into the one above.
MAX_NESTING = 24
# HTML Standard, section 4.9.11: larger spans are clamped.
MAX_COLSPAN, MAX_ROWSPAN = 1_000, 65_534
# How and where pages name the language of code: how highlight.js, Prism, Sphinx and GitHub do.
LANGUAGE_ATTRIBUTES = ("data-lang", "data-language")
LANGUAGE_PREFIXES = ("language-", "lang-", "highlight-source-", "highlight-text-", "highlight-")
NO_LANGUAGE = frozenset("auto default none notranslate plain plaintext text".split())
LANGUAGE_REACH = 2
WRAPPERS = frozenset(("div", "figure", "pre", "span"))


@dataclass(slots=True)
class Container:
    """A structural element while its content is being gathered."""

    element: int
    tag: str
    children: "list[Container | int | Image]" = field(default_factory=list)
    """Containers, block indices and images, in order."""


def build_blocks(
    page: Page, kept: Sequence[int], figures: Sequence[tuple[int, Image]], base: str | None
) -> tuple[Block, ...]:
    """Typed blocks of the body.

    Args:
        page: The page.
        kept: Indices of the blocks of the body, in order.
        figures: Images of the body, with the index of their `img` element.
        base: URL that references are resolved against.
    """
    root = Container(-1, "")
    open_containers = [root]
    known: dict[int, tuple[int, ...]] = {}
    entries: list[tuple[int, int | Image]] = [*((page.first_elements[block], block) for block in kept), *figures]
    for element, item in sorted(entries, key=lambda entry: entry[0]):
        holder = page.elements[item] if isinstance(item, int) else element
        enter(page, open_containers, frames(page, holder, known))
        open_containers[-1].children.append(item)
    return tuple(Builder(page, base).blocks(root))


def frames(page: Page, element: int, known: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """The structural elements around `element`, itself included, outermost first.

    Args:
        page: The page.
        element: Index of the element.
        known: What was found for elements before: each element of the page is looked at once.
    """
    path = []
    while element >= 0 and element not in known:
        path.append(element)
        element = page.parents[element]
    chain = known[element] if element >= 0 else ()
    for inner in reversed(path):
        if page.tags[inner] in CONTAINERS and len(chain) < MAX_NESTING:
            chain = (*chain, inner)
        known[inner] = chain
    return chain


def enter(page: Page, open_containers: list[Container], wanted: Sequence[int]) -> None:
    """Close and open containers until the open ones are those wanted."""
    depth = 0
    while (
        depth < len(wanted) and depth + 1 < len(open_containers) and open_containers[depth + 1].element == wanted[depth]
    ):
        depth += 1
    del open_containers[depth + 1 :]
    for element in wanted[depth:]:
        container = Container(element, page.tags[element])
        open_containers[-1].children.append(container)
        open_containers.append(container)


@dataclass(frozen=True, slots=True)
class Builder:
    """Turns containers into blocks of the article."""

    page: Page
    base: str | None

    def blocks(self, container: Container) -> Iterator[Block]:
        """The blocks inside a container."""
        for child in container.children:
            if isinstance(child, int):
                yield self.text_block(child)
            elif isinstance(child, Image):
                yield Figure(image=child)
            else:
                yield from self.container(child)

    def container(self, container: Container) -> Iterator[Block]:
        """The block or blocks that a container becomes."""
        tag = container.tag
        if tag in LISTS:
            yield self.list_block(container)
        elif tag == "blockquote":
            cite = absolute_url(self.page.attributes[container.element].get("cite"), self.base)
            yield Quote(blocks=tuple(self.blocks(container)), cite=cite)
        elif tag in PREFORMATTED:
            yield self.code(container)
        elif tag == "table" and self.holds_data(container):
            yield self.table(container)
        else:
            yield from self.blocks(container)

    def text_block(self, block: int) -> Block:
        """A heading or a paragraph."""
        text, spans = self.inline(block)
        level = HEADING_LEVELS.get(self.page.tags[self.page.elements[block]])
        if level is not None:
            return Heading(text=text, spans=spans, level=level)
        return Paragraph(text=text, spans=spans)

    def inline(self, block: int, offset: int = 0) -> tuple[str, tuple[Span, ...]]:
        """Text and spans of a block, the spans moved by `offset`."""
        spans = []
        for span in self.page.spans[block]:
            kind = SpanKind(span.kind)
            attributes = self.page.attributes[span.element]
            start, end = span.start + offset, span.end + offset
            if kind is not SpanKind.LINK:
                spans.append(Span(kind=kind, start=start, end=end))
            elif url := absolute_url(attributes.get("href"), self.base):
                rel = tuple((attributes.get("rel") or "").split())
                spans.append(
                    Span(kind=kind, start=start, end=end, url=url, title=attributes.get("title") or None, rel=rel)
                )
        return self.page.texts[block], tuple(spans)

    def list_block(self, container: Container) -> List:
        """A list; what stands in it outside any item is an item of its own, a list there part of the item before."""
        items: list[Container] = []
        for child in container.children:
            if isinstance(child, Container) and child.tag == "li":
                items.append(child)
            elif isinstance(child, Container) and child.tag in LISTS and items:
                items[-1] = Container(items[-1].element, "li", [*items[-1].children, child])
            else:
                items.append(Container(container.element, "li", [child]))
        start = whole_number(self.page.attributes[container.element].get("start"))
        return List(
            ordered=container.tag == "ol", start=1 if start is None else start, items=tuple(map(self.item, items))
        )

    def item(self, container: Container) -> ListItem:
        """A list item: the first text is its own, the rest is nested in it."""
        children = container.children
        if children and isinstance(children[0], int):
            text, spans = self.inline(children[0])
            rest = Container(container.element, "li", children[1:])
            return ListItem(text=text, spans=spans, blocks=tuple(self.blocks(rest)))
        return ListItem(text="", blocks=tuple(self.blocks(container)))

    def code(self, container: Container) -> Code:
        """Preformatted text, its own line breaks kept; of lines in elements of their own, the empty ones as well."""
        lines: list[str] = []
        before = -1
        for block in flat_blocks(container):
            holder = self.page.elements[block]
            lines += [""] * (self.empty_lines(before, holder) if before >= 0 else 0)
            lines.append(self.page.texts[block])
            before = holder
        return Code(text="\n".join(lines).strip("\n"), language=self.language(container.element))

    def empty_lines(self, before: int, holder: int) -> int:
        """Number of elements like `holder`, and without text, between it and the line before."""
        page = self.page
        between = range(page.ends[before], holder)
        return sum(page.tags[e] == page.tags[holder] and page.block_starts[e] == page.block_ends[e] for e in between)

    def language(self, element: int) -> str | None:
        """The language of a code block, from attributes and classes on it, in it or just above it."""
        page = self.page
        around = [element, *range(element + 1, min(page.ends[element], element + 3))]
        for _ in range(LANGUAGE_REACH):
            element = page.parents[element]
            if element < 0 or page.tags[element] not in WRAPPERS:
                break
            around.append(element)
        return next(filter(None, (language_of(page.attributes[candidate]) for candidate in around)), None)

    def holds_data(self, table: Container) -> bool:
        """Whether a table is one of data: two rows, two columns, and no table, code or quote laid out by its cells.

        What else stands in the cells, such as lists and images, makes it one of layout unless it has header cells.
        """
        if (self.page.attributes[table.element].get("role") or "").lower() in ("presentation", "none"):
            return False
        rows = [child for child in table.children if isinstance(child, Container) and child.tag == "tr"]
        cells = [cell for row in rows for cell in row.children if isinstance(cell, Container)]
        if (
            len(rows) < 2
            or all(len(self.cells(row)) < 2 for row in rows)
            or sum(len(r.children) for r in rows) > len(cells)
        ):
            return False
        inside = [child for cell in cells for child in cell.children]
        if any(isinstance(child, Container) and child.tag not in LISTS for child in inside):
            return False
        return all(isinstance(child, int) for child in inside) or any(cell.tag == "th" for cell in cells)

    def table(self, container: Container) -> Table:
        """A table of data; text outside its rows is its caption."""
        rows, caption = [], []
        for child in container.children:
            if isinstance(child, Container):
                if child.tag == "tr":
                    rows.append(tuple(map(self.cell, self.cells(child))))
                else:
                    caption += [self.page.texts[block] for block in flat_blocks(child)]
            elif isinstance(child, int):
                caption.append(self.page.texts[child])
        return Table(rows=tuple(rows), caption=" ".join(caption) or None)

    def cells(self, row: Container) -> list[Container]:
        """The cells of a row, those without text included, so that columns stay columns."""
        filled = {child.element: child for child in row.children if isinstance(child, Container)}
        page, cells = self.page, []
        element = row.element + 1
        while element < page.ends[row.element]:
            if page.tags[element] in ("td", "th"):
                cells.append(filled.get(element) or Container(element, page.tags[element]))
            element = page.ends[element]
        return cells

    def cell(self, container: Container) -> TableCell:
        """A cell; its blocks stand one a line."""
        text = ""
        spans: tuple[Span, ...] = ()
        for block in flat_blocks(container):
            text += "\n" if text else ""
            more, more_spans = self.inline(block, len(text))
            text, spans = text + more, spans + more_spans
        attributes = self.page.attributes[container.element]
        return TableCell(
            text=text,
            spans=spans,
            header=container.tag == "th",
            colspan=clamped(attributes.get("colspan"), MAX_COLSPAN),
            rowspan=clamped(attributes.get("rowspan"), MAX_ROWSPAN),
        )


def flat_blocks(container: Container) -> Iterator[int]:
    """The blocks inside a container, however deep."""
    for child in container.children:
        if isinstance(child, int):
            yield child
        elif isinstance(child, Container):
            yield from flat_blocks(child)


def language_of(attributes: Attributes) -> str | None:
    """The language that the attributes of one element name."""
    for name in LANGUAGE_ATTRIBUTES:
        if value := (attributes.get(name) or "").strip():
            return value
    for name in (attributes.get("class") or "").split():
        for prefix in LANGUAGE_PREFIXES:
            if name.startswith(prefix) and len(name) > len(prefix):
                language = name.removeprefix(prefix)
                return None if language in NO_LANGUAGE else language
    return None


def whole_number(value: str | None) -> int | None:
    """A whole number as HTML writes it (HTML Standard, section 2.3.4.1); None beyond nine digits."""
    value = (value or "").strip()
    digits = value.removeprefix("-").removeprefix("+") if value[:2] not in ("-+", "+-") else ""
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def clamped(value: str | None, most: int) -> int:
    """A number of rows or columns as browsers read it: at least 1, at most `most`."""
    value = (value or "").strip()
    if not (value.isascii() and value.isdigit()):
        return 1
    return max(1, min(most, int(value[:9])))
