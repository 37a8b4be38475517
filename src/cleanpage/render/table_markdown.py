"""Renders a table as a pipe table of GitHub Flavored Markdown."""

from collections.abc import Sequence

from cleanpage.article import Table, TableCell
from cleanpage.render.inline_markdown import one_line

__all__ = ["table_markdown"]

MAX_PADDING = 4
"""Cells of the grid per cell of the table above which spans are ignored: a table may ask for millions of columns."""


def table_markdown(table: Table) -> str:
    """A pipe table under its caption.

    A cell that covers several rows or columns stands in the first of them. The first row is the head if all its cells
    are header cells; else the head is empty, since Markdown has no table without one.
    """
    caption = one_line(table.caption) if table.caption else ""
    rows = [row for row in table.rows if row]
    if not rows:
        return caption
    grid = laid_out(rows)
    width = max(map(len, grid))
    has_head = all(cell.header for cell in rows[0])
    head = grid.pop(0) if has_head else []
    lines = (line(head, width), line(["---"] * width, width), *(line(row, width) for row in grid))
    return "\n\n".join(filter(None, (caption, "\n".join(lines))))


def line(cells: Sequence[str], width: int) -> str:
    """One row; the head decides on the number of columns, so it must have them all."""
    return f"| {' | '.join((*cells, *[''] * (width - len(cells))))} |"


def laid_out(rows: Sequence[Sequence[TableCell]]) -> list[list[str]]:
    """The Markdown of each cell in its column, with empty cells where others reach over."""
    cells = sum(map(len, rows))
    reach = sum(min(cell.rowspan, len(rows)) * cell.colspan for row in rows for cell in row)
    if reach > MAX_PADDING * cells:
        return [[cell_markdown(cell) for cell in row] for row in rows]
    grid: list[list[str]] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        line: list[str] = []
        for cell in row:
            while (r, len(line)) in taken:
                line.append("")
            at = len(line)
            below = range(r + 1, min(r + cell.rowspan, len(rows)))
            taken.update((lower, at + i) for lower in below for i in range(cell.colspan))
            line += [cell_markdown(cell), *[""] * (cell.colspan - 1)]
        grid.append(line)
    return grid


def cell_markdown(cell: TableCell) -> str:
    return one_line(cell.text, cell.spans).replace("|", "\\|")
