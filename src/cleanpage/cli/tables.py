"""Explanations as tables on the terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cleanpage.explain.analysis import Analysis
from cleanpage.explain.rows import BlockRow, ClaimRow, explain_blocks, explain_claims
from cleanpage.page.element_path import cut

__all__ = ["print_explanation"]

PIPED_WIDTH = 200
"""Columns of the tables where there is no terminal to fit."""

SHOWN_TEXT = 300
"""Characters of a text that are shown."""


def print_explanation(analysis: Analysis) -> None:
    """Print what became of each block and each claim."""
    console = Console()
    if not console.is_terminal:
        console.width = PIPED_WIDTH
    outcome = analysis.article.outcome
    console.print(Text(f"{outcome.kind}: {outcome.reason}", style="bold"))
    console.print(block_table(explain_blocks(analysis)))
    console.print(claim_table(explain_claims(analysis)))


def block_table(rows: Iterable[BlockRow]) -> Table:
    table = titled("Blocks", ("#", "Score", "Role", "Reason", "Weightiest features", "Place", "Text"))
    for row in rows:
        terms = "\n".join(f"{value:+.2f} {name}" for name, value in row.terms)
        cells = (str(row.block), f"{row.score:.2f}", row.role, row.reason, terms, row.place, cut(row.text, SHOWN_TEXT))
        add(table, cells, "" if row.kept else "dim")
    return table


def claim_table(rows: Iterable[ClaimRow]) -> Table:
    table = titled("Claims", ("Field", "Believed", "Value", "On the page", "Source", "Path", "Doubts"))
    for row in rows:
        believed = ("yes" if row.confidence is None else f"yes, {row.confidence:.2f}") if row.believed else ""
        value, raw = cut(row.value, SHOWN_TEXT), cut(row.raw, SHOWN_TEXT)
        cells = (row.field, believed, value, raw, row.source, row.path, ", ".join(row.doubts))
        add(table, cells, "" if row.believed else "dim")
    return table


def titled(title: str, headers: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold")
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def add(table: Table, cells: Iterable[str], style: str) -> None:
    """Add a row; nothing in its cells is read as rich's markup."""
    table.add_row(*map(Text, cells), style=style)
