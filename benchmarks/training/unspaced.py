"""Pages respelled in a script without spaces: real ones, in Han characters that mean nothing.

The corpora hold five whole pages in Chinese or Japanese: too few to learn from how long texts and words are there, that
commas and full stops are other signs, and that no word need be known. What stands around the texts of a page, which
says most of them, is the same in all scripts.
"""

import html
import re
from functools import partial
from random import Random

from benchmarks.pages import Page as GoldPage

__all__ = ["UNSPACED", "is_drawn", "respelled"]

UNSPACED = "unspaced"
"""What stands for the corpus of a page respelled."""

# The share of articles that are respelled, always the same ones.
SHARE = 1 / 8
# Letters of a word for which one character stands: sixty words of English take some 130 characters in Japanese.
LETTERS = 2.2
FIRST, COUNT = 0x4E00, 3_000
# Tags, and what is no text: with the name of the element as a part of its own, so that every third part is text.
MARKUP = re.compile(
    r"(<(script|style|template|svg|textarea)\b.*?</\2\s*>|<!--.*?-->|<[^<>]*>)", re.DOTALL | re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
SPACES = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")
SIGNS = str.maketrans(',;.!?:()"“”', "、、。！？：（）「「」")


def is_drawn(gold: GoldPage) -> bool:
    """Whether a page is one of the articles that are respelled."""
    return gold.kind == "article" and bool(gold.body) and Random(f"{UNSPACED} {gold.id}").random() <= SHARE


def respelled(source: str, page: str) -> str:
    """The HTML of a page in another script.

    Args:
        source: The HTML.
        page: Name of the page: each has a script of its own.
    """
    parts = MARKUP.split(source)
    parts[::3] = [html.escape(spelled(html.unescape(text), page), quote=False) for text in parts[::3]]
    del parts[2::3]
    return "".join(parts)


def spelled(text: str, page: str) -> str:
    """A text in the script of a page."""
    signs = DECIMAL.sub("·", WORD.sub(partial(in_characters, page), text)).translate(SIGNS)
    return SPACES.sub("", signs)


def in_characters(page: str, word: re.Match[str]) -> str:
    """A word in characters: the same wherever it stands on the page, others on other pages, so that none is learned."""
    draw = Random(f"{page} {word[0].lower()}")
    return "".join(chr(FIRST + draw.randrange(COUNT)) for _ in range(max(1, round(len(word[0]) / LETTERS))))
