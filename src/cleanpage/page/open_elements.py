"""Tracks the open elements of a page in parsing: which tags open and close which, by the HTML Standard.

Wherever it is not certain that a tag closes an element, it is taken to stay open: there are never more elements open in
the parser (but for a `tbody` of its own and the like) than here.
"""

from collections import defaultdict

from cleanpage.rules.tags import BLOCK_TAGS

__all__ = ["BLOCKS", "BREAKOUT", "FOREIGN", "FORMATTING", "VOID", "OpenElements"]

BLOCKS = frozenset(tag.encode() for tag in BLOCK_TAGS)
VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
FORMATTING = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
# End tags of these leave open what was opened after them, if it is a block (13.2.6.4.7, "adoption agency algorithm").
ADOPTED = FORMATTING | {b"a"}
Names = frozenset[bytes]


def names(text: bytes) -> Names:
    return frozenset(text.split())


FOREIGN = names(b"svg math")
# HTML Standard, section 13.2.4.2, "The stack of open elements": what an element is not in scope across, and special
# elements, across which the end tags of all others have no effect.
SCOPE = names(b"annotation-xml applet caption desc foreignobject marquee mi mn mo ms mtext object table td template th")
TABLE = names(b"table template")
# Start tags that are ignored outside of tables.
TABLE_PARTS = names(b"caption col colgroup tbody td tfoot th thead tr")
SPECIAL = (
    SCOPE
    | BLOCKS
    | names(b"button fieldset frameset head iframe noembed noframes script select style summary textarea title")
)
# Start tags that end all that is not HTML (13.2.6.5, "The rules for parsing tokens in foreign content").
BREAKOUT = FORMATTING | names(
    b"blockquote body br center dd div dl dt embed h1 h2 h3 h4 h5 h6 head hr img li listing menu meta ol p pre ruby "
    b"span strong sub sup table ul var"
)
BARRIERS: dict[str, Names] = {
    "scope": SCOPE,
    "paragraph": SCOPE | {b"button"},
    "table": TABLE | FOREIGN,
    "item": (SPECIAL | FOREIGN) - names(b"address div p"),
    "special": SPECIAL,
    "foreign": SCOPE | BREAKOUT,
    "integration": names(b"annotation-xml desc foreignobject mi mn mo ms mtext"),
}
"""Elements that something does not reach across, by what it is."""
BARRIERS_OF: dict[bytes, tuple[str, ...]] = {
    name: tuple(barrier for barrier, members in BARRIERS.items() if name in members)
    for name in frozenset[bytes]().union(*BARRIERS.values())
}
ENDS_ACROSS: dict[bytes, str] = {
    **dict.fromkeys(BLOCKS | ADOPTED | {b"button", b"applet", b"marquee", b"object"}, "scope"),
    **dict.fromkeys(TABLE_PARTS | {b"table"}, "table"),
    **dict.fromkeys(names(b"body form frameset html legend noscript optgroup option"), "special"),
    b"p": "paragraph",
}
"""What the end tag of an element does not reach across; that of any other, special elements."""
Ended = tuple[tuple[bytes, ...], str]
PARAGRAPH: Ended = ((b"p",), "paragraph")
CELL: Ended = ((b"td", b"th"), "table")
TERM: Ended = ((b"dd", b"dt"), "item")
ENDED: dict[bytes, Ended] = {
    **dict.fromkeys(BLOCKS, PARAGRAPH),
    b"li": ((b"li",), "item"),
    b"tr": ((b"tr",), "table"),
    b"td": CELL,
    b"th": CELL,
    b"dd": TERM,
    b"dt": TERM,
}
"""What a start tag ends that is still open, and what it does not reach across for that."""
MARKERS = names(b"applet caption marquee object td template th")
"""Elements within which formatting around them cannot be ended, and at whose end formatting within them ends."""


class OpenElements:
    """The stack of open elements and the list of active formatting elements (HTML Standard, section 13.2.4)."""

    def __init__(self) -> None:
        self.stack: list[bytes] = []
        """Names of the open elements; empty for one that was taken out from between others."""
        self.depth = 0
        """How many elements are open."""
        self.places: defaultdict[bytes, list[int]] = defaultdict(list)
        """Where on the stack each name is."""
        self.barriers: dict[str, list[int]] = {barrier: [] for barrier in BARRIERS}
        """Where on the stack the barriers of each kind are."""
        self.formatting: list[bytes] = []
        """Formatting that is to be opened anew in the next block, with empty names where markers begin."""
        self.formatted = 0
        """How much formatting that is, without markers."""

    def start(self, name: bytes) -> None:
        """Close what a start tag ends."""
        if name in BREAKOUT and self.is_foreign():
            self.end_foreign()
        if name == b"option" and self.stack and self.stack[-1] == name:
            self.close(len(self.stack) - 1)
        if name in TABLE_PARTS and self.barrier("table") < 0:
            return
        if name in ENDED and (name in BREAKOUT or not self.is_perhaps_foreign()):
            ended, barrier = ENDED[name]
            place = max(map(self.place, ended))
            if place >= 0 and place >= self.barrier(barrier):
                self.close(place)

    def open(self, name: bytes) -> None:
        """Open an element."""
        if name in TABLE_PARTS and self.barrier("table") < 0:
            return
        if name in FORMATTING:
            self.formatting.append(name)
            self.formatted += 1
        elif name in MARKERS:
            self.formatting.append(b"")
        place = len(self.stack)
        self.places[name].append(place)
        for barrier in BARRIERS_OF.get(name, ()):
            self.barriers[barrier].append(place)
        self.stack.append(name)
        self.depth += 1

    def end(self, name: bytes) -> None:
        """Close what an end tag closes."""
        place = self.place(name)
        reached = place >= 0 and place >= self.barrier(ENDS_ACROSS.get(name, "special"))
        if name in FORMATTING and (reached or place < 0):
            self.end_formatting(name)
        if not reached:
            return
        if name in ADOPTED and place < self.barrier("special"):
            self.places[name].pop()
            self.stack[place] = b""
            self.depth -= 1
        else:
            self.close(place)

    def end_formatting(self, name: bytes) -> None:
        """Take the last formatting of a name that no marker stands before from what is opened anew."""
        for at in range(len(self.formatting) - 1, -1, -1):
            if not self.formatting[at]:
                return
            if self.formatting[at] == name:
                del self.formatting[at]
                self.formatted -= 1
                return

    def end_marker(self) -> None:
        """Take the last marker, and the formatting after it, from what is opened anew."""
        while self.formatting and self.formatting.pop():
            self.formatted -= 1

    def end_foreign(self) -> None:
        """Close the SVG or MathML that what comes is in."""
        barrier = self.barrier("foreign")
        self.close(min(place for name in FOREIGN for place in self.places[name] if place > barrier))

    def is_perhaps_foreign(self) -> bool:
        """Whether what comes may be SVG or MathML."""
        return max(map(self.place, FOREIGN)) > self.barrier("integration")

    def is_foreign(self) -> bool:
        """Whether what comes is SVG or MathML for certain."""
        return max(map(self.place, FOREIGN)) > self.barrier("foreign")

    def place(self, name: bytes) -> int:
        """Where the innermost open element of a name is; -1 where none is open."""
        places = self.places[name]
        return places[-1] if places else -1

    def barrier(self, barrier: str) -> int:
        """Where the innermost barrier of a kind is; -1 where there is none."""
        places = self.barriers[barrier]
        return places[-1] if places else -1

    def close(self, place: int) -> None:
        """Close all elements from a place on."""
        while len(self.stack) > place:
            name = self.stack.pop()
            if not name:
                continue
            self.depth -= 1
            self.places[name].pop()
            for barrier in BARRIERS_OF.get(name, ()):
                self.barriers[barrier].pop()
            if name in MARKERS:
                self.end_marker()
