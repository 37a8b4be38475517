"""Texts and lists of the head as people would write them: without markup, character references and odd separators."""

import re
from collections.abc import Callable, Mapping
from html import unescape

from cleanpage.metadata.claims import Value, folded

__all__ = ["TIDY", "keywords", "plain", "section"]

TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
MAX_SECTION = 80
MAX_KEYWORD = 100
MAX_KEYWORDS = 500
COMMAS = re.compile(r"[,;|，、；]")
"""What parts keywords in one text; a comma where there is one, else any of these."""
MIN_LIST_COMMAS = 2
"""Commas in a section from which on it is a list, whose first item counts."""


def plain(text: str) -> str:
    """`text` without tags and character references, which have no meaning in an attribute or in JSON but are there."""
    if "&" in text:
        text = unescape(text)
    if "<" in text:
        text = TAG.sub(" ", text)
    return folded(text)


def section(text: str) -> str:
    """The name of a section: the first of a list, without the slashes of a path; nothing where it is a sentence."""
    name = plain(text)
    if name.count(",") >= MIN_LIST_COMMAS:
        name = name.partition(",")[0]
    name = name.strip(" /#>|·")
    return name if len(name) <= MAX_SECTION and not name.startswith(("http:", "https:")) else ""


def keywords(words: tuple[str, ...]) -> tuple[str, ...]:
    """Keywords one by one, each once; those of a single text are parted at its commas."""
    parts = [part for word in words for part in parted(plain(word), alone=len(words) == 1)]
    known: dict[str, str] = {}
    for part in parts[:MAX_KEYWORDS]:
        word = part.strip(" #\"'|;")
        if any(map(str.isalnum, word)) and len(word) <= MAX_KEYWORD:
            known.setdefault(word.casefold(), word)
    return tuple(known.values())


def parted(text: str, alone: bool) -> list[str]:
    """The keywords of a text: by commas, and where it is the only text and they part nothing, by other signs."""
    parts = [part for part in text.split(",") if any(map(str.isalnum, part))]
    return parts if len(parts) > 1 or not alone else COMMAS.split(text)


TIDY: Mapping[str, Callable[..., Value]] = {
    "alternative_headline": plain,
    "description": plain,
    "section": section,
    "site_name": plain,
    "keywords": keywords,
    "main_image_caption": plain,
    "main_image_credit": plain,
}
"""By field, what its value is made of; an empty one is none."""
