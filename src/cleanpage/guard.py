"""The guard before the parser: takes out of a page's source what parsers need quadratic time for.

Parsers of HTML walk the open elements at every block-level tag, compare every attribute of an element with all before
it, and open every unclosed `b` and `font` anew in every paragraph. So elements within each other by the ten thousand,
attributes by the ten thousand and unclosed formatting cost minutes. A page that may have any of this, which is found
out in a fraction of the time of parsing, is gone through tag by tag, and the excess left out: tags, not text.
"""

import re
from collections import defaultdict
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleanpage.limits import Watch
from cleanpage.options import Options
from cleanpage.rules.tags import BLOCK_TAGS

__all__ = ["guarded"]

# Pages with fewer tags than this cannot take long whatever is in them, in time or nodes.
FEW_TAGS = 500
# Above this, depth is not left to an estimate that forged end tags might fool.
MANY_TAGS = 20_000
# Elements of formatting left open at a time. Browsers hold at most three of a kind with equal attributes.
MAX_FORMATTING = 64
# Nodes that unclosed formatting might multiply to before the page is looked at more closely.
MAX_MULTIPLIED = 2_000_000
# A tag of fewer bytes for each attribute that it may have is not looked at: names differ, and need so many.
LEAST_ATTRIBUTE = 4
# Sources above this, in bytes, are read tag by tag: a tag that hides its end in the values of attributes costs more.
LARGE = 500_000
# What may be chosen from: lexbor goes through all options of a list for each. None of it is text of the page.
MAX_OPTIONS = 3_000
OPTION, LOWER_CASE = ord("o") << 8 | ord("p"), 0x2020
CHECKED_EVERY = 4_096
# Share of the time after which the rest of the page is left out, so that some is left for what has been read.
TIME_SHARE = 0.3

# HTML Standard, section 13.2.5, "Tokenization": quotes mean something after `=` alone.
SPACE = rb"[\t\n\f\r ]"
VALUE = rb"""(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r >"'][^\t\n\f\r >]*+)"""
ATTRIBUTE = rb"[^\t\n\f\r />][^\t\n\f\r />=]*+(?:%s*+=%s*+(?:%s)?+)?+" % (SPACE, SPACE, VALUE)
ATTRIBUTES = rb"(?:[\t\n\f\r /]++|%s)*+" % ATTRIBUTE
COMMENT = rb"<!--(?:>|->|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)"
RAW = rb"script|style|textarea|title|xmp|iframe|noembed|noframes"
TOKEN = re.compile(
    rb"%s|<(?P<raw>%s)(?=[\t\n\f\r />])(?P<rest>%s)>(?:[^<]++|<(?!/(?P=raw)[\t\n\f\r />]))*+"
    rb"|<(?P<end>/?)(?P<name>[a-z][^\t\n\f\r />]*+)(?P<attributes>%s)>?" % (COMMENT, RAW, ATTRIBUTES, ATTRIBUTES),
    re.IGNORECASE,
)
START_TAG = re.compile(rb"<[a-z][^\t\n\f\r />]*+(%s)" % ATTRIBUTES, re.IGNORECASE)
ONE_ATTRIBUTE = re.compile(ATTRIBUTE)
BLOCKS = frozenset(tag.encode() for tag in BLOCK_TAGS)
VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
FORMATTING = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
FOREIGN = (b"svg", b"math")
Names = tuple[bytes, ...]
# HTML Standard, section 13.2.4.2, "The stack of open elements": what an element is not in button scope across.
SCOPES = (
    b"annotation-xml applet button caption desc foreignobject marquee mi mn mo ms mtext object table td template th"
)
PARAGRAPH: tuple[Names, Names] = ((b"p",), tuple(SCOPES.split()))
CELL: tuple[Names, Names] = ((b"td", b"th"), (b"table",))
TERM: tuple[Names, Names] = ((b"dd", b"dt"), (b"dl",))
ENDED: dict[bytes, tuple[Names, Names]] = {
    **dict.fromkeys(BLOCKS, PARAGRAPH),
    b"li": ((b"li",), (b"ul", b"ol", b"menu", b"dir")),
    b"tr": ((b"tr",), (b"table",)),
    b"td": CELL,
    b"th": CELL,
    b"dd": TERM,
    b"dt": TERM,
    b"option": ((b"option",), (b"select",)),
}
"""What a start tag ends that is still open, unless one of the others was opened after it."""
BOUNDARY = b"<p>"
"""Stands for a block-level tag that is left out, so that texts stay apart: one `p` ends another and goes no deeper."""


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
    if len(tags) > FEW_TAGS and np.count_nonzero(FORMATTING_STARTS[starts]) * len(tags) > MAX_MULTIPLIED:
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
    long = tags[gaps > min(LEAST_ATTRIBUTE * options.max_attributes, options.max_attribute)]
    return any(is_full(source, start, options) for start in long.tolist())


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
    """Matches a page up to the first tag with more than `count` attributes."""
    attributes = rb"(?:[\t\n\f\r /]++(?:%s)?+|%s){0,%d}+" % (ATTRIBUTE, ATTRIBUTE, count)
    raw = rb"|".join(
        rb"<%s(?=[\t\n\f\r />])%s>(?:[^<]++|<(?!/%s[\t\n\f\r />]))*+" % (name, attributes, name)
        for name in RAW.split(b"|")
    )
    tag = rb"</?[a-z][^\t\n\f\r />]*+%s(?:>|\Z)" % attributes
    return re.compile(rb"(?:[^<]++|%s|%s|%s|<(?!/?[a-z]))*+" % (COMMENT, raw, tag), re.IGNORECASE)


def has_full_tag(source: bytes, count: int) -> bool:
    """Whether any tag has more attributes than `count`."""
    found = pages_of_tags(count).match(source)
    return found is None or found.end() < len(source)


def has_long_value(source: bytes, length: int) -> bool:
    """Whether there may be a quoted value longer than so many bytes."""
    return any(re.search(rb"=%s*+%s[^%s]{%d}" % (SPACE, mark, mark, length), source) for mark in (b'"', b"'"))


class Trimmer:
    """Goes through the tags of a page and leaves out what is beyond the limits; used once."""

    def __init__(self, source: bytes, watch: Watch) -> None:
        self.source = source
        self.watch = watch
        self.stack: list[bytes] = []
        """Names of the open elements."""
        self.places: defaultdict[bytes, list[int]] = defaultdict(list)
        """Where on the stack each name is."""
        self.left_out: defaultdict[bytes, int] = defaultdict(int)
        """How many elements of a name are open that were left out."""
        self.formatting: defaultdict[bytes, int] = defaultdict(int)
        """How many elements of formatting are open, within an ended element or not."""
        self.formatted = 0
        self.options = 0

    def trimmed(self) -> bytes:
        """The source without the excess."""
        pieces: list[bytes] = []
        done, end = 0, len(self.source)
        for number, token in enumerate(TOKEN.finditer(self.source)):
            if number % CHECKED_EVERY == 0 and self.watch.out_of_time(TIME_SHARE):
                end = token.start()
                break
            instead = self.instead_of(token)
            if instead is not None:
                pieces += (self.source[done : token.start()], instead)
                done = token.end()
        return b"".join((*pieces, self.source[done:end]))

    def instead_of(self, token: re.Match[bytes]) -> bytes | None:
        """What stands for a tag; None for itself, as for comments."""
        if token["name"] is None:
            return self.with_fewer_attributes(token, "rest") if token["raw"] else None
        name = token["name"].lower()
        if token["end"]:
            return self.end(name)
        if name in VOID:
            return self.with_fewer_attributes(token, "attributes")
        if name == b"option":
            self.options += 1
            if self.options > MAX_OPTIONS:
                return b" "
        closed = token["attributes"].endswith(b"/") and any(self.places[foreign] for foreign in FOREIGN)
        if not closed and not self.start(name):
            return self.boundary(name)
        return self.with_fewer_attributes(token, "attributes")

    def boundary(self, name: bytes) -> bytes:
        """What stands for a tag that is left out."""
        return BOUNDARY if name in BLOCKS else b""

    def start(self, name: bytes) -> bool:
        """Open an element; whether it may be."""
        if name in ENDED:
            ended, unless = ENDED[name]
            place = max(map(self.place, ended))
            if place > max(map(self.place, unless)):
                self.close(place)
        if len(self.stack) >= self.watch.options.max_depth or (name in FORMATTING and self.formatted >= MAX_FORMATTING):
            self.watch.exceed("max_depth")
            self.left_out[name] += 1
            return False
        if name in FORMATTING:
            self.formatting[name] += 1
            self.formatted += 1
        self.places[name].append(len(self.stack))
        self.stack.append(name)
        return True

    def end(self, name: bytes) -> bytes | None:
        """Close an element; what stands for its end tag."""
        if self.left_out[name]:
            self.left_out[name] -= 1
            return self.boundary(name)
        if self.formatting[name]:
            self.formatting[name] -= 1
            self.formatted -= 1
        if self.places[name]:
            self.close(self.places[name][-1])
        return None

    def place(self, name: bytes) -> int:
        """Where the innermost open element of a name is; -1 where none is open."""
        places = self.places[name]
        return places[-1] if places else -1

    def close(self, place: int) -> None:
        """Close all elements from a place on."""
        while len(self.stack) > place:
            self.places[self.stack.pop()].pop()

    def with_fewer_attributes(self, token: re.Match[bytes], group: str) -> bytes | None:
        """A tag with no more attributes, and no longer ones, than may be; None if that is what it is."""
        options, attributes = self.watch.options, token[group]
        if len(attributes) <= min(options.max_attributes, options.max_attribute):
            return None
        every = ONE_ATTRIBUTE.findall(attributes)
        kept = [one for one in every if len(one) <= options.max_attribute]
        if len(kept) < len(every):
            self.watch.exceed("max_attribute")
        if len(kept) > options.max_attributes:
            self.watch.exceed("max_attributes")
            kept = kept[: options.max_attributes]
        if len(kept) == len(every):
            return None
        start, end = token.start(group) - token.start(), token.end(group) - token.start()
        return b" ".join((token[0][:start], *kept)) + token[0][end:]
