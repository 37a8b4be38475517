"""Renders an article as plain text."""

from collections.abc import Iterator

from cleanpage.article import Article, Block, List
from cleanpage.render.inline import verbatim
from cleanpage.render.simpler import simpler

__all__ = ["to_text"]


def to_text(article: Article) -> str:
    """Render the headline, byline, date and body as plain text that shows the structure.

    Blocks are parted by a blank line, items of lists begin with "- " or their number, nested and quoted blocks are
    indented. For the bare words of the body, as a corpus wants them, take `article.text`.
    """
    head = (article.headline, article.byline, str(article.published) if article.published else None)
    parts = list(filter(None, ("\n".join(filter(None, head)), *map(block_text, article.body))))
    return verbatim("\n\n".join(parts)) + "\n" if parts else ""


def block_text(block: Block) -> str:
    """The text of one block, without line breaks at its end."""
    if (others := simpler(block)) is not None:
        return "\n\n".join(filter(None, map(block_text, others)))
    match block.type:
        case "list":
            return "\n".join(list_lines(block))
        case "quote":
            return indented("\n\n".join(filter(None, map(block_text, block.blocks))), "    ")
        case "footnote":
            label = f"[{block.label or block.id}] "
            return label + indented("\n\n".join(filter(None, map(block_text, block.blocks))), "    ").lstrip()
        case _:
            return block.text.strip("\n")


def list_lines(block: List) -> Iterator[str]:
    """The items of a list, each with the blocks nested in it."""
    for number, item in enumerate(block.list_items, block.start):
        marker = f"{number}. " if block.ordered else "- "
        hanging = " " * len(marker)
        content = "\n".join(filter(None, (item.text, *map(block_text, item.blocks)))) if item.blocks else item.text
        yield marker + indented(content, hanging)[len(hanging) :]


def indented(text: str, indent: str) -> str:
    """`text` with every line indented that is not empty."""
    if "\n" not in text:
        return indent + text if text else text
    return "\n".join(indent + line if line else line for line in text.split("\n"))
