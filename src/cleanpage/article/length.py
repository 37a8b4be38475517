"""Length of a text in words and in minutes of reading."""

import re
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

__all__ = ["Length", "length_of", "word_count"]

CHARACTER = re.compile(
    "[\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Characters of Chinese and Japanese, whose words no spaces part. Korean has spaces."""
KANA = re.compile("[\u3041-\u30ff]")
BEFORE_KANA = bytes(range("\u3041".encode()[0]))
"""The bytes that begin no such character in UTF-8."""

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert, "How many words do we read per minute?", Journal of
Memory and Language 109 (2019)."""
CHINESE_PER_MINUTE, JAPANESE_PER_MINUTE = 255, 357
"""Characters a minute: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New
International Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012)."""


class Length(NamedTuple):
    """How long a text is."""

    characters: int
    """Number of its Chinese and Japanese characters."""
    words: int
    """Number of words of the rest."""
    is_japanese: bool = False
    """Whether it has Japanese characters."""

    @property
    def in_words(self) -> int:
        """Number of words by white space; in Chinese and Japanese each character counts as one."""
        return self.characters + self.words

    @property
    def in_minutes(self) -> int:
        """Minutes that an adult takes to read it silently, rounded up; 0 for an empty text."""
        per_minute = JAPANESE_PER_MINUTE if self.is_japanese else CHINESE_PER_MINUTE
        return ceil(self.words / WORDS_PER_MINUTE + self.characters / per_minute)


def length_of(text: str) -> Length:
    """Measure `text`; punctuation between Chinese and Japanese characters is no word."""
    # Few texts have such characters, and bytes tell in a sixth of the time that the pattern takes.
    if text.isascii() or not text.encode(errors="replace").translate(None, BEFORE_KANA):
        return Length(0, len(text.split()))
    rest, characters = CHARACTER.subn(" ", text)
    if not characters:
        return Length(0, len(text.split()))
    words = sum(any(map(str.isalnum, word)) for word in rest.split())
    return Length(characters, words, KANA.search(text) is not None)


def word_count(texts: Iterable[str]) -> int:
    """Number of words of some texts, as readers count them."""
    return length_of("\n".join(texts)).in_words
