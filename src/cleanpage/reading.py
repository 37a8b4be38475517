"""How long a text is, in words and in minutes of reading."""

import re
from math import ceil

__all__ = ["count_words", "reading_minutes"]

CHARACTER = re.compile(
    "[\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Characters of Chinese and Japanese, whose words no spaces part. Korean has spaces."""
KANA = re.compile("[\u3041-\u30ff]")

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert, "How many words do we read per minute?", Journal of
Memory and Language 109 (2019)."""
CHINESE_PER_MINUTE, JAPANESE_PER_MINUTE = 255, 357
"""Characters a minute: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New
International Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012)."""


def count_words(text: str) -> int:
    """Number of words by white space; in Chinese and Japanese each character counts as one."""
    if text.isascii():
        return len(text.split())
    characters, words = counts(text)
    return characters + words


def counts(text: str) -> tuple[int, int]:
    """Numbers of Chinese and Japanese characters, and of words among the rest; punctuation between them is no word."""
    rest, characters = CHARACTER.subn(" ", text)
    if not characters:
        return 0, len(text.split())
    return characters, sum(any(map(str.isalnum, word)) for word in rest.split())


def reading_minutes(text: str) -> int:
    """Minutes that an adult takes to read `text` silently, rounded up; 0 for an empty text."""
    characters, words = counts(text)
    per_minute = JAPANESE_PER_MINUTE if characters and KANA.search(text) else CHINESE_PER_MINUTE
    return ceil(words / WORDS_PER_MINUTE + characters / per_minute)
