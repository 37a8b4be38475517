"""Reads code blocks: verbatim text without line numbers, and the language."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from cleanpage.article.blocks import Block, Code
from cleanpage.assembly.containers import Container, flat_blocks
from cleanpage.page.page import Attributes, Page
from cleanpage.page.tokens import words_of

__all__ = ["PREFORMATTED", "code_text", "language_around", "without_line_numbers"]

PREFORMATTED = frozenset(("pre", "listing", "xmp"))
# How and where pages name the language of code: how highlight.js, Prism, Sphinx and GitHub do.
LANGUAGE_ATTRIBUTES = ("data-lang", "data-language")
LANGUAGE_PREFIXES = ("language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "brush:")
NO_LANGUAGE = frozenset("auto default none notranslate plain plaintext text".split())
LANGUAGE_REACH = 2
WRAPPERS = frozenset(("div", "figure", "pre", "span"))
# Classes of what holds the number of a line, one word or two together.
NUMBER_WORDS = frozenset("lineno linenos linenumber linenumbers linenr gutter hljs-ln-numbers".split())
NUMBER_PAIRS = (frozenset(("line", "number")), frozenset(("line", "numbers")), frozenset(("ln", "numbers")))
NUMBER = re.compile(r"\s*\d{1,6}[.:|]?\s*")


def code_text(page: Page, container: Container) -> str:
    """Preformatted text, its own line breaks kept; of lines in elements of their own, the empty ones as well."""
    blocks = flat_blocks(container)
    numbers = number_elements(page, container.element) | number_cells(page, blocks)
    lines: list[str] = []
    before = -1
    for block in blocks:
        holder = page.elements[block]
        if is_within(page, page.leaves[block], numbers, container.element):
            continue
        lines += [""] * (empty_lines(page, before, holder) if before >= 0 else 0)
        lines.append(block_code(page, block, numbers) if numbers else page.texts[block])
        before = holder
    return "\n".join(lines).strip("\n")


def number_elements(page: Page, element: int) -> set[int]:
    """Elements within code that hold numbers of lines, by their class."""
    inside = range(element + 1, page.ends[element])
    classes = {page.attributes[inner].get("class") for inner in inside}  # few, however many elements colour the code
    numbered = {names for names in classes if names_numbers(names)}
    return {inner for inner in inside if page.attributes[inner].get("class") in numbered} if numbered else set()


def names_numbers(names: str | None) -> bool:
    """Whether class names say that an element holds numbers of lines."""
    words = words_of(names)
    return not words.isdisjoint(NUMBER_WORDS) or any(pair <= words for pair in NUMBER_PAIRS)


def number_cells(page: Page, blocks: Sequence[int]) -> set[int]:
    """First cells of rows of a table within code, where each holds a number, and they count."""
    cells = [page.elements[b] for b in blocks if page.tags[page.elements[b]] == "td"]
    rows = {page.parents[cell] for cell in cells}
    firsts = {cell for cell in cells if cell == page.parents[cell] + 1}
    if len(firsts) < 2 or len(firsts) != len(rows) or len(cells) < 2 * len(firsts):
        return set()
    texts = [page.texts[b] for b in blocks if page.elements[b] in firsts]
    return firsts if counts_up(texts) else set()


def counts_up(texts: Sequence[str]) -> bool:
    """Whether texts are numbers, each one more than the one before."""
    if not texts or not all(NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [int(re.sub(r"\D", "", text)) for text in texts]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def is_line_numbers(text: str) -> bool:
    """Whether code is nothing but a column of two or more numbers of lines."""
    lines = text.split("\n")
    return len(lines) > 1 and counts_up(lines)


def is_within(page: Page, element: int, elements: set[int], top: int) -> bool:
    """Whether one of `elements` is `element` or around it, below `top`."""
    while elements and element > top:
        if element in elements:
            return True
        element = page.parents[element]
    return False


def block_code(page: Page, block: int, numbers: set[int]) -> str:
    """The text of a block of code without the numbers of lines that are elements within it."""
    holder = page.elements[block]
    inside = [element for element in range(holder + 1, page.ends[holder]) if element in numbers]
    if not inside or page.block_ends[holder] - page.block_starts[holder] > 1:
        return page.texts[block]
    at = page.piece_starts[holder]
    pieces: list[str] = []
    for element in inside:
        pieces += page.pieces[at : page.piece_starts[element]]
        at = max(at, page.piece_ends[element])
    pieces += page.pieces[at : page.piece_ends[holder]]
    return "".join(pieces).strip("\n")


def empty_lines(page: Page, before: int, holder: int) -> int:
    """Number of elements like `holder`, and without text, between it and the line before."""
    between = range(page.ends[before], holder)
    return sum(page.tags[e] == page.tags[holder] and page.block_starts[e] == page.block_ends[e] for e in between)


def language_around(page: Page, element: int) -> str | None:
    """The language of a code block, from attributes and classes on it, in it or just above it."""
    around = [element, *range(element + 1, min(page.ends[element], element + 3))]
    for _ in range(LANGUAGE_REACH):
        element = page.parents[element]
        if element < 0 or page.tags[element] not in WRAPPERS:
            break
        around.append(element)
    return next(filter(None, (language_of(page.attributes[candidate]) for candidate in around)), None)


def language_of(attributes: Attributes) -> str | None:
    """The language that the attributes of one element name."""
    for name in LANGUAGE_ATTRIBUTES:
        if value := (attributes.get(name) or "").strip():
            return value
    names = (attributes.get("class") or "").replace("brush: ", "brush:").split()
    for name in names:
        for prefix in LANGUAGE_PREFIXES:
            if name.startswith(prefix) and len(name) > len(prefix):
                language = name.removeprefix(prefix).rstrip(";")
                return None if language in NO_LANGUAGE else language
    return None


def without_line_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a table of layout without columns of line numbers before code."""
    for block, following in zip_longest(blocks, blocks[1:]):
        numbers = isinstance(block, Code) and isinstance(following, Code) and is_line_numbers(block.text)
        if not numbers:
            yield block
