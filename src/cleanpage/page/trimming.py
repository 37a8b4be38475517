"""Removes tags that make parsers take quadratic time."""

import re
from collections import defaultdict

from cleanpage.limits import Watch
from cleanpage.page.open_elements import BLOCKS, BREAKOUT, FOREIGN, FORMATTING, VOID, OpenElements

__all__ = ["ATTRIBUTE", "BOGUS", "COMMENT", "MAX_OPTIONS", "ONE_ATTRIBUTE", "RAW", "SPACE", "START_TAG", "Trimmer"]

# Elements of formatting left open at a time. Browsers hold at most three of a kind with equal attributes.
MAX_FORMATTING = 64
# What may be chosen from: lexbor goes through all options of a list for each. None of it is text of the page.
MAX_OPTIONS = 3_000
CHECKED_EVERY = 4_096
# Share of the time after which the rest of the page is left out, so that some is left for what has been read.
TIME_SHARE = 0.3


# HTML Standard, section 13.2.5, "Tokenization": quotes mean something after `=` alone.
SPACE = rb"[\t\n\f\r ]"
VALUE = rb"""(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r >"'][^\t\n\f\r >]*+)"""
ATTRIBUTE = rb"[^\t\n\f\r />][^\t\n\f\r />=]*+(?:%s*+=%s*+(?:%s)?+)?+" % (SPACE, SPACE, VALUE)
ATTRIBUTES = rb"(?:[\t\n\f\r /]++|%s)*+" % ATTRIBUTE
COMMENT = rb"<!--(?:>|->|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)"
# What browsers take for a comment: declarations, processing instructions, end tags without a name.
BOGUS = rb"<(?:[!?]|/[^a-z>])[^>]*+>?"
RAW = rb"script|style|textarea|title|xmp|iframe|noembed|noframes"
TOKEN = re.compile(
    rb"%s|(?P<cdata><!\[CDATA\[[^>]*+>?)|%s"
    rb"|<(?P<raw>%s)(?=[\t\n\f\r />])(?P<rest>%s)>(?:[^<]++|<(?!/(?P=raw)[\t\n\f\r />]))*+"
    rb"|<(?P<end>/?)(?P<name>[a-z][^\t\n\f\r />]*+)(?P<attributes>%s)>?"
    % (COMMENT, BOGUS, RAW, ATTRIBUTES, ATTRIBUTES),
    re.IGNORECASE,
)
START_TAG = re.compile(rb"<[a-z][^\t\n\f\r />]*+(%s)" % ATTRIBUTES, re.IGNORECASE)
ONE_ATTRIBUTE = re.compile(ATTRIBUTE)
BOUNDARY = b"<p>"
"""Stands for a block-level tag that is left out, so that texts stay apart: one `p` ends another and goes no deeper."""


class Trimmer:
    """Goes through the tags of a page and leaves out what is beyond the limits; used once."""

    def __init__(self, source: bytes, watch: Watch) -> None:
        self.source = source
        self.watch = watch
        self.elements = OpenElements()
        self.left_out: defaultdict[bytes, int] = defaultdict(int)
        """How many elements of a name are open that were left out."""
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
        if token["cdata"]:
            # What this begins ends elsewhere in SVG than in HTML.
            return b"" if self.elements.is_perhaps_foreign() else None
        if token["raw"]:
            # Within SVG and lists of options this is markup, and elsewhere text.
            unsure = any(self.elements.places[name] for name in (*FOREIGN, b"select"))
            return b"" if unsure else self.with_fewer_attributes(token, "rest")
        if token["name"] is None:
            return None
        name = token["name"].lower()
        if token["end"]:
            return self.end(name)
        if name in VOID:
            return self.with_fewer_attributes(token, "attributes")
        if name == b"option":
            self.options += 1
            if self.options > MAX_OPTIONS:
                return b" "
        closed = token["attributes"].endswith(b"/") and name not in BREAKOUT and self.elements.is_foreign()
        if not closed and not self.start(name):
            return self.boundary(name)
        return self.with_fewer_attributes(token, "attributes")

    def boundary(self, name: bytes) -> bytes:
        """What stands for a tag that is left out."""
        return BOUNDARY if name in BLOCKS else b""

    def start(self, name: bytes) -> bool:
        """Open an element; whether it may be."""
        elements = self.elements
        elements.start(name)
        too_much = name in FORMATTING and elements.formatted >= MAX_FORMATTING
        if too_much or elements.depth >= self.watch.options.max_depth:
            self.watch.exceed("max_depth")
            self.left_out[name] += 1
            return False
        elements.open(name)
        return True

    def end(self, name: bytes) -> bytes | None:
        """Close an element; what stands for its end tag."""
        if self.left_out[name]:
            self.left_out[name] -= 1
            return self.boundary(name)
        self.elements.end(name)
        return None

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
