"""Titles compared and cleaned: the name of the site goes only where there is evidence that it is one."""

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

__all__ = [
    "EDGES",
    "SEPARATOR",
    "STRONG",
    "SiteNames",
    "clean_title",
    "first_part",
    "is_tail",
    "same_words",
    "separators",
    "simplified",
    "site_names",
    "words_of",
]

WORD = re.compile(r"\w+")
NOT_WORD = re.compile(r"[\W_]+")
NOT_ASCII_WORD: Mapping[int, None] = {code: None for code in range(128) if not chr(code).isalnum()}
"""The same as a table for `str.translate`, which is faster by far."""
SEPARATOR = re.compile(
    r"(?<!\s)\s+(?:[-–—|¦‖•·»«/~:]|::|\|\||--)\s+|(?<!\s)\s*[|｜ㅣ»]\s*|(?<!\s)\s*::\s*|(?<=\S)\s+-(?=\S)"
    r"|(?<=\S): (?=\S)|--|[|｜ㅣ»]\s*|::\s*|(?<=[^\x00-\x7f])_(?=[^\x00-\x7f])"
)
SIGNS = frozenset("-–—|¦‖•·»«/~:｜ㅣ_")
"""Every separator has one of these."""
STRONG = re.compile(r"[|｜ㅣ»«·•¦‖]|::")
"""Separators that stand in no sentence."""
MIN_TITLE = 2
MAX_SITE_WORDS = 6
MIN_SAME_SHARE = 0.7
"""Share of the longer of two names that the shorter makes up if they are the same."""
EDGES = " \t/|>¶#"
"""What stands around titles and is no part of them."""
DOMAIN_PARTS = frozenset(
    "www com org net co edu gov blog news de uk fr es it nl info io html amp m en web online site".split()
)


@lru_cache(maxsize=1_024)
def simplified(title: str) -> str:
    """Letters and digits of a title, lower-case, without marks: what two spellings of one title share."""
    text = html.unescape(title) if "&" in title else title
    if text.isascii():
        return text.translate(NOT_ASCII_WORD).lower()
    return NOT_WORD.sub("", unicodedata.normalize("NFKD", text)).casefold()


def same_words(title: str, other: str) -> bool:
    """Whether two titles are the same but for punctuation, case and what stands after or before one of them."""
    left, right = simplified(title), simplified(other)
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return shorter == longer or (len(shorter) >= 12 and shorter in longer)


def first_part(title: str) -> str:
    """What stands before the first sign in a title that parts it; the whole of it where there is none but colons."""
    starts = (match.start() for match in separators(title) if match[0] != ": " and match.start())
    return title[: next(starts, len(title))]


@lru_cache(maxsize=1_024)
def separators(title: str) -> tuple[re.Match[str], ...]:
    """The signs that part a title. Guillemets that come in pairs are quotation marks."""
    if SIGNS.isdisjoint(title):
        return ()
    quoted = "«" in title and "»" in title
    return tuple([match for match in SEPARATOR.finditer(title) if not (quoted and match[0].strip() in "«»")])


def is_tail(text: str, title: str) -> bool:
    """Whether a text is what stands after a sign in a title: most often the name of the site."""
    if SIGNS.isdisjoint(title) or not (name := simplified(text)) or not simplified(title).endswith(name):
        return False
    return any(simplified(title[match.end() :]) == name for match in separators(title) if match[0] != ": ")


def words_of(title: str) -> frozenset[str]:
    """The words of a title, lower-case."""
    return frozenset(WORD.findall(title.lower()))


@dataclass(frozen=True, slots=True)
class SiteNames:
    """What the site is called, simplified."""

    names: frozenset[str]
    """From `og:site_name`, the publisher and the like."""
    labels: tuple[str, ...]
    """From the domain."""
    headings: frozenset[str]
    """The headings of the page: what is left of a title is right if it is one of them."""

    def is_site(self, segment: str) -> bool:
        """Whether a part of a title names the site."""
        name = simplified(segment)
        if not name or len(segment.split()) > MAX_SITE_WORDS:
            return False
        if name in self.names or any(
            len(own) > 3 and (name.startswith(own) or own.startswith(name)) for own in self.names
        ):
            return True
        initials = "".join(word[0] for word in segment.split()).casefold()
        return any(
            name == label
            or (len(label) > 3 and label in name)
            or (len(label) == 3 and name.startswith(label) and len(segment.split()) > 1)
            or (len(name) > 3 and name in label)
            or (len(initials) > 2 and initials == label)
            for label in self.labels
        )

    def is_called(self, segment: str) -> bool:
        """Whether a part of a title is the name of the site and little else: what stands first may be about it."""
        name = simplified(segment)
        return bool(name) and any(
            (own in name or name in own) and min(len(own), len(name)) >= MIN_SAME_SHARE * max(len(own), len(name))
            for own in (*self.names, *self.labels)
        )


def site_names(names: Sequence[str], url: str | None, headings: Sequence[str]) -> SiteNames:
    """The names of a site, from what it calls itself and from its domain."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    labels = tuple(NOT_WORD.sub("", label) for label in host.split(".")[:-1] if label not in DOMAIN_PARTS)
    return SiteNames(
        frozenset(filter(None, map(simplified, names))),
        tuple(filter(None, labels)),
        frozenset(filter(None, map(simplified, headings))),
    )


def clean_title(title: str, site: SiteNames, is_home: bool = False) -> str:
    """`title` without the name of the site after it, or before it unless the page is the first of the site."""
    title = html.unescape(title) if "&" in title else title
    for _ in range(3):
        shorter = shortened(title, site, is_home)
        if shorter == title:
            break
        title = shorter
    return title.strip(EDGES)


def shortened(title: str, site: SiteNames, is_home: bool) -> str:
    """`title` without one part that is not the page's own; `title` itself where there is none."""
    cuts = separators(title)
    if not cuts or simplified(title) in site.headings:
        return title
    last, first = cuts[-1], cuts[0]
    for kept, dropped, sign, is_site in (
        (title[: last.start()], title[last.end() :], last[0], site.is_site),
        (title[first.end() :], title[: first.start()], first[0], site.is_called),
    )[: 1 if is_home else 2]:
        if len(simplified(kept)) < MIN_TITLE or (sign == ": " and not site.is_called(dropped)):
            continue
        if is_site(dropped) or (simplified(kept) in site.headings and not site.is_called(kept)):
            return kept.strip()
    if (
        STRONG.search(last[0])
        and len(last[0])
        and len(title[last.end() :].split()) <= 4 < len(title[: last.start()].split())
    ):
        return title[: last.start()].strip()
    return title
