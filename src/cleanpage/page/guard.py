"""The guard before the parser: removes from the source what makes parsers take quadratic time.

Parsers of HTML walk the open elements at every block-level tag, compare every attribute of an element with all before
it, and open every unclosed `b` and `font` anew in every paragraph. So elements within each other by the ten thousand,
attributes by the ten thousand and unclosed formatting cost minutes. A page that may have any of this, which is found
out in a fraction of the time of parsing, is gone through tag by tag, and the excess left out: tags, not text.
"""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleanpage.limits import Watch
from cleanpage.options import Options
from cleanpage.page.open_elements import FORMATTING
from cleanpage.page.trimming import (
    ATTRIBUTE,
    BOGUS,
    COMMENT,
    MAX_OPTIONS,
    ONE_ATTRIBUTE,
    RAW,
    SPACE,
    START_TAG,
    Trimmer,
)

__all__ = ["guarded"]

# Pages with fewer tags than this cannot take long whatever is in them, in time or nodes.
FEW_TAGS = 500
# Above this, depth is not left to an estimate that forged end tags might fool.
MANY_TAGS = 20_000
# Nodes that unclosed formatting might multiply to before the page is looked at more closely.
MAX_MULTIPLIED = 2_000_000
# A tag of fewer bytes for each attribute that it may have is not looked at: names differ, and need so many.
MIN_ATTRIBUTE = 4
# Sources above this, in bytes, are read tag by tag. A tag that hides its end in the values of attributes costs less
# than a second in smaller ones.
LARGE = 100_000
OPTION, LOWER_CASE = ord("o") << 8 | ord("p"), 0x2020


def starts_of(*names: bytes) -> NDArray[np.intp]:
    """The first two bytes of names of tags, in either case, as numbers."""
    starts = {variant for name in names for variant in (name.lower(), name.upper())}
    return np.array([start[0] << 8 | start[1] for start in starts])


def depth_steps() -> NDArray[np.int8]:
    """How a tag changes the depth, by its first two bytes, which tell most void elements well enough."""
    steps = np.zeros(1 << 16, dtype=np.int8)
    for letter in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ":
        steps[letter << 8 : (letter + 1) << 8] = 1
    steps[ord("/") << 8 : (ord("/") + 1) << 8] = -1
    steps[starts_of(b"br", b"hr", b"im", b"in", b"me", b"so", b"wb")] = 0
    return steps


def formatting_starts() -> NDArray[np.bool_]:
    """Whether a tag may be one of formatting, by its first two bytes."""
    starts = np.zeros(1 << 16, dtype=np.bool_)
    starts[starts_of(b"bi", b"co", b"em", b"fo", b"no", b"sm", b"st", b"tt")] = True
    starts[starts_of(*(bytes((letter, end)) for letter in b"bisu" for end in b"\t\n\f\r />"))] = True
    return starts


DEPTH_STEPS, FORMATTING_STARTS = depth_steps(), formatting_starts()
FORMATTING_WITH_ATTRIBUTES = re.compile(rb"<(?:%s)[\t\n\f\r /]" % b"|".join(sorted(FORMATTING)), re.IGNORECASE)


def guarded(html: str, watch: Watch) -> bytes:
    """The source of a page in UTF-8, without what a parser needs quadratic time for.

    Args:
        html: The page.
        watch: Its limits.
    """
    source = html.encode("utf-8", "replace")  # the parser takes UTF-8, and a lone surrogate has none
    return Trimmer(source, watch).trimmed() if is_suspect(source, watch.options) else source


def is_suspect(source: bytes, options: Options) -> bool:
    """Whether a page may have too many, too deep or too long things in it."""
    codes = np.frombuffer(source, dtype=np.uint8)
    tags = np.flatnonzero(codes[:-2] == ord("<"))
    if len(tags) > MANY_TAGS:
        return True
    starts = codes[tags + 1].astype(np.intp) << 8 | codes[tags + 2]
    formatting = int(np.count_nonzero(FORMATTING_STARTS[starts])) if len(tags) > FEW_TAGS else 0
    if formatting * len(tags) > MAX_MULTIPLIED and formatting_of(source) * len(tags) > MAX_MULTIPLIED:
        return True
    if np.count_nonzero((starts | LOWER_CASE) == OPTION) > MAX_OPTIONS:
        return True
    if len(tags) > options.max_depth and deepest(DEPTH_STEPS[starts]) > options.max_depth:
        return True
    if len(source) > LARGE and has_full_tag(source, options.max_attributes):
        return True
    if len(source) > options.max_attribute and has_long_value(source, options.max_attribute):
        return True
    gaps = np.diff(tags, append=len(source))
    long = tags[gaps > min(MIN_ATTRIBUTE * options.max_attributes, options.max_attribute)]
    return any(is_full(source, start, options) for start in long.tolist())


def formatting_of(source: bytes) -> int:
    """How many tags of formatting may have attributes.

    Of those without any, parsers open no more than three of a name anew (HTML Standard, section 13.2.4.3, "The list of
    active formatting elements"), which is little however many there are.
    """
    return len(FORMATTING_WITH_ATTRIBUTES.findall(source))


def deepest(steps: NDArray[np.int8]) -> int:
    """The greatest depth that steps down and up lead to; going up from the top leads nowhere."""
    depths = np.cumsum(steps, dtype=np.int64)
    return int((depths - np.minimum(np.minimum.accumulate(depths), 0)).max(initial=0))


def is_full(source: bytes, start: int, options: Options) -> bool:
    """Whether the tag that starts there has more attributes, or longer ones, than may be."""
    tag = START_TAG.match(source, start)
    attributes = ONE_ATTRIBUTE.findall(tag[1]) if tag else []
    return len(attributes) > options.max_attributes or max(map(len, attributes), default=0) > options.max_attribute


@cache
def pages_of_tags(count: int) -> re.Pattern[bytes]:
    """Matches a page up to the first tag with more than `count` attributes, or text that might be one of comments.

    What `<![CDATA[` begins depends on what it stands in.
    """
    attributes = rb"(?:[\t\n\f\r /]++(?:%s)?+|%s){0,%d}+" % (ATTRIBUTE, ATTRIBUTE, count)
    raw = rb"|".join(
        rb"<%s(?=[\t\n\f\r />])%s>(?:[^<]++|<(?!/%s[\t\n\f\r />]))*+" % (name, attributes, name)
        for name in RAW.split(b"|")
    )
    tag = rb"</?[a-z][^\t\n\f\r />]*+%s(?:>|\Z)" % attributes
    return re.compile(
        rb"(?:[^<]++|%s|(?!<!\[CDATA\[)%s|%s|%s|<(?!/?[a-z]|!))*+" % (COMMENT, BOGUS, raw, tag), re.IGNORECASE
    )


def has_full_tag(source: bytes, count: int) -> bool:
    """Whether any tag has more attributes than `count`."""
    found = pages_of_tags(count).match(source)
    return found is None or found.end() < len(source)


def has_long_value(source: bytes, length: int) -> bool:
    """Whether there may be a quoted value longer than so many bytes."""
    return any(re.search(rb"=%s*+%s[^%s]{%d}" % (SPACE, mark, mark, length), source) for mark in (b'"', b"'"))
