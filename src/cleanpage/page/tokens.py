"""Splits class names, short texts and link targets into tokens."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse, pairwise
from string import ascii_lowercase

from cleanpage.rules.scripts import SINGLE_CHARACTER_WORDS

__all__ = [
    "MAX_CLASSES",
    "MAX_NAME",
    "MAX_TEXT",
    "element_tokens",
    "link_tokens",
    "split_tokens",
    "text_tokens",
    "words_of",
    "words_of_all",
]

# Words of kebab-case, snake_case, BEM and camelCase names.
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Most names have no capitals, and need no pattern: their words are what is left when all but letters become spaces.
LETTERS = bytes(code if chr(code) in ascii_lowercase else 32 for code in range(256))
# Words of text; scripts without spaces give their characters two by two, digits only their number.
TEXT = re.compile(rf"[{SINGLE_CHARACTER_WORDS}]{{1,2}}|[^\W\d_]+|\d+|[©»›|#@]")
# Most texts are ASCII with no more than words in it, and need no pattern: letters to lower case, all else to spaces.
LOWERED = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 32 for code in range(128)) + bytes(128)
WORDS_ONLY = bytes(code for code in range(128) if not TEXT.match(chr(code)) or chr(code).isalpha())
PATH_WORDS = re.compile(r"[a-z]+")

# One element with a thousand classes must not cost a thousand look-ups.
MAX_CLASSES, MAX_NAME = 300, 100
NO_WORDS: frozenset[str] = frozenset()
# A text longer than this, in characters, is judged by its shape and its ends, not by all its words.
MAX_TEXT = 160
MAX_TEXT_WORDS = 24
# Of a longer one, so many characters and words at each end.
EDGE, EDGE_WORDS = 60, 8
# A text of so few words is a token by itself.
WHOLE_TEXT_WORDS = 4
MAX_LINK = 200
MAX_LINK_WORDS = 8


def split_tokens(names: str) -> list[str]:
    """The words of class names or of an id, lower-cased: `StoryBody css-x1` gives `story`, `body`, `css`, `x`."""
    names = names[:MAX_CLASSES]
    return plain_words(names) if names.islower() else mixed_words(names)


def words_of_all(names: Iterable[str]) -> list[str]:
    """The words of many class names or ids, as `split_tokens` tells them, but in any order."""
    names = [name[:MAX_CLASSES] for name in names]
    return plain_words(" ".join(filter(str.islower, names))) + mixed_words(" ".join(filterfalse(str.islower, names)))


def plain_words(names: str) -> list[str]:
    """The words of names without capitals."""
    return names.encode().translate(LETTERS).decode().split()


def mixed_words(names: str) -> list[str]:
    """The words of names that may have capitals."""
    return [word.lower() for word in WORDS.findall(names)]


def words_of(names: str | None) -> frozenset[str]:
    """The distinct words of class names or of an id."""
    return words_within(names[:MAX_CLASSES]) if names else NO_WORDS


# A bounded memo of a pure function; its keys are cut short, so that no page can fill the memory through it.
@lru_cache(maxsize=16_384)
def words_within(names: str) -> frozenset[str]:
    """As `words_of`, of a name that is short enough to remember."""
    return frozenset(split_tokens(names))


def element_tokens(
    tag: str, classes: str | None, identity: str | None, itemprop: str | None, role: str | None
) -> tuple[str, ...]:
    """The tokens of one element, with a sign for their kind.

    `<div` is a tag, `.post-body` a class, `#main` an id, `~body` a word of either, `@articlebody` an `itemprop`,
    `%navigation` a role.
    """
    tokens = ["<" + tag]
    if classes:
        classes = classes[:MAX_CLASSES]
        tokens += ["." + name for name in classes.lower().split()]
        tokens += ["~" + word for word in split_tokens(classes)]
    if identity:
        identity = identity[:MAX_NAME]
        tokens.append("#" + identity.lower())
        tokens += ["~" + word for word in split_tokens(identity)]
    if itemprop:
        tokens.append("@" + itemprop[:MAX_NAME].lower())
    if role:
        tokens.append("%" + role[:MAX_NAME].lower())
    return distinct(tokens)


def distinct(tokens: Iterable[str]) -> tuple[str, ...]:
    """Each token once, in order: the order of a set differs from run to run, and so would sums over it."""
    return tuple(dict.fromkeys(tokens))


def text_tokens(text: str) -> tuple[str, ...]:
    """The tokens of a text: words, pairs of words, the first (`^`), the last (`$`), the whole (`=`).

    Of a long text only its head and its tail count, with signs of their own (`(`, `)`): notes on authors, calls to
    subscribe and disclaimers begin and end alike.
    """
    if len(text) > MAX_TEXT:
        head, tail = edge_words(text)
        return distinct(signed("(", head) + signed(")", tail))
    words = text_words(text)
    if not words:
        return ()
    tokens = [*words, "^" + words[0], "$" + words[-1], *map(" ".join, pairwise(words))]
    if len(words) <= WHOLE_TEXT_WORDS:
        tokens.append("=" + " ".join(words))
    return distinct(tokens)


def signed(sign: str, words: list[str]) -> list[str]:
    """Words and pairs of words behind a sign."""
    return [sign + word for word in [*words, *map(" ".join, pairwise(words))]]


def edge_words(text: str) -> tuple[list[str], list[str]]:
    """The first and the last words of a long text; one that the cut goes through is left out."""
    head, tail = text[:EDGE], text[-EDGE:]
    return (
        words_in(head.rpartition(" ")[0] or head)[:EDGE_WORDS],
        words_in(tail.partition(" ")[2] or tail)[-EDGE_WORDS:],
    )


def text_words(text: str) -> list[str]:
    """The first words of a short text; none of a long one."""
    return words_in(text)[:MAX_TEXT_WORDS] if len(text) <= MAX_TEXT else []


def words_in(text: str) -> list[str]:
    """The words of a text, lower-cased, numbers by their number of digits."""
    if text.isascii() and not (raw := text.encode()).translate(None, WORDS_ONLY):
        return raw.translate(LOWERED).decode().split()
    words: list[str] = TEXT.findall(text.lower())
    return ["0" * min(len(word), 4) if word.isdigit() else word for word in words]


def link_tokens(href: str) -> tuple[str, ...]:
    """The tokens of the target of a link, `/news` for the word `news`."""
    return distinct("/" + word for word in link_words(href))


def link_words(href: str) -> list[str]:
    """The words of the path of a link, after `abs` if it is absolute; `#` of one on the same page, or its scheme.

    The host is left out: no weight may rest on a site.
    """
    reference = href.strip().lower()[:MAX_LINK]
    if reference.startswith("#"):
        return ["#"]
    scheme, colon, _ = reference.partition(":")
    if colon and scheme in ("mailto", "tel", "javascript"):
        return [scheme]
    path = reference.partition("?")[0]
    before, absolute, rest = path.partition("//")
    if not absolute or (before and before[-1] != ":"):
        return PATH_WORDS.findall(path)[:MAX_LINK_WORDS]
    return ["abs", *PATH_WORDS.findall(rest.partition("/")[2])[:MAX_LINK_WORDS]]
