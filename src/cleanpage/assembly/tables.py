"""Tells data tables from layout tables, and reads their cells."""

from cleanpage.article.blocks import Table, TableCell
from cleanpage.assembly.block_texts import Texts
from cleanpage.assembly.containers import Container, flat_blocks
from cleanpage.page.page import Page

__all__ = ["data_table", "holds_data", "whole_number"]

LISTS = frozenset(("ul", "ol"))
# HTML Standard, section 4.9.11: larger spans are clamped.
MAX_COLSPAN, MAX_ROWSPAN = 1_000, 65_534


def holds_data(page: Page, table: Container) -> bool:
    """Whether a table is one of data: two rows, two columns, and no table, code or quote laid out by its cells.

    What else stands in the cells, such as lists and images, makes it one of layout unless it has header cells.
    """
    if (page.attributes[table.element].get("role") or "").lower() in ("presentation", "none"):
        return False
    rows = [child for child in table.children if isinstance(child, Container) and child.tag == "tr"]
    cells = [cell for row in rows for cell in row.children if isinstance(cell, Container)]
    if (
        len(rows) < 2
        or all(len(cells_of(page, row)) < 2 for row in rows)
        or sum(len(r.children) for r in rows) > len(cells)
    ):
        return False
    inside = [child for cell in cells for child in cell.children]
    if any(isinstance(child, Container) and child.tag not in LISTS for child in inside):
        return False
    plain = all(not isinstance(child, Container) and isinstance(child[1], int) for child in inside)
    return plain or any(cell.tag == "th" for cell in cells)


def data_table(page: Page, texts: Texts, container: Container, path: str | None) -> Table:
    """A table of data; text outside its rows is its caption."""
    rows, caption = [], []
    for child in container.children:
        if not isinstance(child, Container):
            caption += [texts.inline(child[1])[0]] if isinstance(child[1], int) else []
        elif child.tag == "tr":
            head = page.tags[page.parents[child.element]] == "thead"
            rows.append(tuple(table_cell(page, texts, cell, head) for cell in cells_of(page, child)))
        else:
            caption += [texts.inline(block)[0] for block in flat_blocks(child)]
    return Table(rows=tuple(rows), caption=" ".join(filter(None, caption)) or None, path=path)


def cells_of(page: Page, row: Container) -> list[Container]:
    """The cells of a row, those without text included, so that columns stay columns."""
    filled = {child.element: child for child in row.children if isinstance(child, Container)}
    cells = []
    element = row.element + 1
    while element < page.ends[row.element]:
        if page.tags[element] in ("td", "th"):
            cells.append(filled.get(element) or Container(element, page.tags[element]))
        element = page.ends[element]
    return cells


def table_cell(page: Page, texts: Texts, container: Container, head: bool) -> TableCell:
    """A cell; its blocks stand one a line."""
    text, spans = texts.joined(flat_blocks(container))
    attributes = page.attributes[container.element]
    return TableCell(
        text=text,
        spans=spans,
        header=head or container.tag == "th",
        colspan=clamped(attributes.get("colspan"), MAX_COLSPAN),
        rowspan=clamped(attributes.get("rowspan"), MAX_ROWSPAN),
    )


def clamped(value: str | None, most: int) -> int:
    """A number of rows or columns as browsers read it: at least 1, at most `most`."""
    value = (value or "").strip()
    if not (value.isascii() and value.isdigit()):
        return 1
    return max(1, min(most, int(value[:9])))


def whole_number(value: str | None) -> int | None:
    """A whole number as HTML writes it (HTML Standard, section 2.3.4.1); None beyond nine digits."""
    value = (value or "").strip()
    digits = value.removeprefix("-").removeprefix("+") if value[:2] not in ("-+", "+-") else ""
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
