"""The walk: one pass over the DOM that turns a document into a `Page` of parallel arrays.

A *block* is a maximal run of text that no block-level element interrupts (the unit of boilerpipe, Kohlschütter et
al., "Boilerplate Detection using Shallow Text Features", WSDM 2010). Nothing after this module looks at the DOM.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from operator import itemgetter

from cleanpage.limits import Watch
from cleanpage.page.dom import NO_ELEMENTS, TEXT_NUMBER, Document, Node
from cleanpage.page.elements import (
    BLOCK,
    BREAK,
    IMAGE,
    KINDS,
    LINKS,
    MEDIA,
    READ,
    SKIPPED,
    SPAN,
    SPECIAL,
    attribute_context,
    holds_data,
)
from cleanpage.page.page import Attributes, InlineSpan, Page
from cleanpage.page.visibility import hidden_elements
from cleanpage.rules.signs import PERMALINK_SIGNS
from cleanpage.rules.tags import SPAN_TAGS, TAG_CONTEXT, Context

__all__ = ["read_blocks"]

NO_ATTRIBUTES: Attributes = {}
NO_SPANS: Sequence[InlineSpan] = ()

# The white space that HTML collapses, and the no-break space, which pages use for layout as much as for sense.
SPACES = " \t\n\r\f\v\xa0"
# Two line breaks are what authors without `p` use between paragraphs.
PARAGRAPH_BREAKS = 2
# Spans nested deeper say nothing new; without a limit, a page of n nested spans around n blocks would have n² of them.
MAX_OPEN_SPANS = 16
# What documentation tools put behind a heading, linked to the heading itself.
# Nodes between two looks at the clock.
CHECKED_EVERY = 4_096
# Share of the time after which the walk stops, so that some is left for what has been read.
TIME_SHARE = 0.6
LINK, PRE, HEADING = Context.LINK, Context.PRE, Context.HEADING

# Outer spans before the ones inside them: by their start, then by their element.
SPAN_ORDER = itemgetter(1, 3)


def read_blocks(document: Document, watch: Watch | None = None) -> Page:
    """Walk `document` once, iteratively, in time linear in its nodes and text.

    Args:
        document: The parsed page.
        watch: The limits; where one stops the walk, `Page.truncated` says so.
    """
    walker = Walker(document.url, watch or Watch())
    if (root := document.root) is not None:
        walker.walk(root, document.chosen)
    return walker.page()


class Walker:
    """The state of one walk; used once, never shared.

    The lists are filled in place and never replaced: the loop of `walk` holds them in local variables.
    """

    def __init__(self, url: str | None, watch: Watch) -> None:
        self.url = url
        # limits
        self.watch = watch
        self.text_room = watch.options.max_text
        self.block_room = watch.options.max_blocks
        self.json_room = watch.options.max_json_ld
        # elements, by index
        self.tags: list[str] = []
        self.attributes: list[Attributes] = []
        self.classes: list[str | None] = []
        self.identifiers: dict[int, str] = {}
        self.parents: list[int] = []
        self.contexts: list[int] = []
        self.ends: list[int] = []
        self.block_starts: list[int] = []
        self.block_ends: list[int] = []
        self.piece_starts: list[int] = []
        self.piece_ends: list[int] = []
        self.pieces: list[str] = []
        # blocks, by index
        self.texts: list[str] = []
        self.elements: list[int] = []
        self.leaves: list[int] = []
        self.first_elements: list[int] = []
        self.linked_chars: list[int] = []
        self.spans: list[Sequence[InlineSpan]] = []
        # the page
        self.images: list[int] = []
        self.scripts: dict[int, str] = {}
        self.sources: dict[int, str] = {}
        self.chosen: dict[int, str] = {}
        self.hidden: dict[int, str] = {}
        # what may hide elements: those with attributes that do, and style sheets
        self.styled: list[int] = []
        self.styles: list[str] = []
        self.title: str | None = None
        self.nodes = 0
        self.truncated = False
        # the open block-level elements
        self.holders: list[int] = []
        # the block being read
        self.parts: list[str] = []
        self.length = 0
        self.space = False
        self.breaks = 0
        self.linked = 0
        self.leaf = -1
        self.first_element = 0
        self.block_spans: list[InlineSpan] = []
        self.open_spans: list[list[int]] = []

    def walk(self, root: Node, chosen: Mapping[int, str]) -> None:
        """Read every node but those inside skipped elements.

        Long, with everything that most nodes need in place: with methods for opening, closing and reading it took
        1.4 times as long (docs/benchmark.md, "Where the time goes").
        """
        tags, parents, contexts, holders, texts = self.tags, self.parents, self.contexts, self.holders, self.texts
        ends, block_ends, piece_ends = self.ends, self.block_ends, self.piece_ends
        block_starts, piece_starts = self.block_starts, self.piece_starts
        parts, pieces, open_spans = self.parts, self.pieces, self.open_spans
        attributes_of, classes, identifiers = self.attributes, self.classes, self.identifiers
        styled = self.styled
        # Tag, kind and context by the number of the tag, which is cheaper to ask for than its name.
        known: dict[int, tuple[str, int, int]] = {}
        # The open elements: node, index, kind.
        opened: list[tuple[Node, int, int]] = []
        node: Node | None = root
        parent, inherited = -1, 0
        # How many elements, blocks and pieces there are. All that begins or ends at one place shares one number, which
        # keeps thousands of them out of memory.
        element, block, piece = 0, 0, 0
        nodes, checkpoint = 0, 0
        while node is not None:
            nodes += 1
            number = node.tag_id
            following: Node | None = None
            if nodes > checkpoint:
                checkpoint = self.checkpoint_after(nodes)
            if self.truncated:
                pass
            elif number == TEXT_NUMBER:
                text = node.text_content or ""
                if inherited & PRE:
                    self.add(text, text, parent, inherited)
                    block, piece = len(texts), len(pieces)
                elif words := " ".join(text.split()):
                    self.read_words(text, words, parent, inherited)
                    block, piece = len(texts), len(pieces)
                else:
                    self.space = True
                    if parts:
                        pieces.append(" ")
                        piece += 1
                following = node.next
            elif number in NO_ELEMENTS:
                following = node.next
            else:
                traits = known.get(number)
                if traits is None:
                    tag = node.tag or ""
                    traits = known[number] = tag, KINDS.get(tag, 0), TAG_CONTEXT.get(tag, 0)
                tag, kind, context = traits
                if kind & BLOCK and parts:
                    self.flush()
                    block, piece = len(texts), len(pieces)
                attributes: Attributes = node.attributes
                context |= inherited
                if attributes:
                    classes.append(attributes.get("class"))
                    if "id" in attributes and (identifier := attributes["id"]):
                        identifiers[element] = identifier
                    if kind & LINKS and "href" in attributes:
                        context |= LINK
                    if "role" in attributes or "style" in attributes or "hidden" in attributes:
                        context |= attribute_context(attributes)
                        styled.append(element)
                    elif "aria-hidden" in attributes:
                        styled.append(element)
                else:
                    attributes = NO_ATTRIBUTES
                    classes.append(None)
                if chosen and (option := chosen.get(node.mem_id)):
                    self.chosen[element] = option
                tags.append(tag)
                attributes_of.append(attributes)
                parents.append(parent)
                contexts.append(context)
                block_starts.append(block)
                piece_starts.append(piece)
                if kind & SPECIAL:
                    self.read_special(kind, element, node)
                    piece = len(pieces)
                if not kind & SKIPPED:
                    following = node.first_child
                block_ends.append(block)
                piece_ends.append(piece)
                if following is None:
                    element += 1
                    ends.append(element)
                    following = node.next
                else:
                    opened.append((node, element, kind))
                    parent, inherited = element, context
                    if kind & BLOCK:
                        holders.append(element)
                    elif kind & SPAN and len(open_spans) < MAX_OPEN_SPANS and (tag != "a" or "href" in attributes):
                        open_spans.append([element, -1])
                    element += 1
                    ends.append(element)
            # Siblings are over: what was opened ends.
            while following is None and opened:
                node, ended, kind = opened.pop()
                if kind & BLOCK:
                    if parts:
                        self.flush()
                        block, piece = len(texts), len(pieces)
                    holders.pop()
                elif open_spans and open_spans[-1][0] == ended:
                    self.end_span(*open_spans.pop())
                ends[ended], block_ends[ended], piece_ends[ended] = element, block, piece
                parent = parents[ended]
                inherited = contexts[parent]
                following = node.next if opened and not self.truncated else None
            node = following
        self.nodes = nodes

    def checkpoint_after(self, nodes: int) -> int:
        """How many nodes may be read before the limits are looked at again; `truncated` where one stops the walk."""
        most = self.watch.options.max_nodes
        if nodes > most:
            self.watch.exceed("max_nodes")
            self.truncated = True
        self.truncated = self.truncated or self.watch.out_of_time(TIME_SHARE)
        return min(nodes + CHECKED_EVERY, most)

    def read_special(self, kind: int, element: int, node: Node) -> None:
        """Take note of an element that is more than a container of text."""
        if kind & BREAK:
            self.line_break()
        elif kind & IMAGE:
            self.images.append(element)
        elif kind & READ:
            self.read_data(node, element)
        elif kind & MEDIA:
            self.read_source(node, element)

    def read_words(self, text: str, words: str, element: int, context: int) -> None:
        """Add a text node with its white space folded to the block being read."""
        if len(words) == 1 and words in PERMALINK_SIGNS and context & LINK and context & HEADING:
            return
        if self.parts and not self.breaks and (self.space or text[0] in SPACES):
            self.parts.append(" ")
            self.length += 1
        self.add(text, words, element, context)
        self.space = text[-1] in SPACES

    def add(self, text: str, words: str, element: int, context: int) -> None:
        """Append a text node, and the words that are left of it."""
        if self.breaks:
            self.end_line()
        if not self.parts:
            self.first_element = len(self.tags) - 1
            self.leaf = element
        elif self.leaf != element:
            self.leaf = -1
        for span in self.open_spans:
            if span[1] < 0:
                span[1] = self.length
        self.parts.append(words)
        self.length += len(words)
        if context & LINK:
            self.linked += len(words)
        self.pieces.append(text)

    def line_break(self) -> None:
        """Note a `br`; what it means is known when the next text comes."""
        if self.parts:
            self.breaks += 1
            self.pieces.append("\n")

    def end_line(self) -> None:
        """Write the line break that came before the text at hand, or end the block after a run of them."""
        if self.breaks >= PARAGRAPH_BREAKS and not self.contexts[self.holders[-1]] & PRE:
            self.flush()
        elif self.parts:
            self.parts.append("\n" * self.breaks)
            self.length += self.breaks
        self.breaks = 0

    def end_span(self, element: int, start: int) -> None:
        """Record a span of the block being read, if any text is in it."""
        if 0 <= start < self.length:
            self.block_spans.append(InlineSpan(SPAN_TAGS[self.tags[element]], start, self.length, element))

    def read_source(self, node: Node, element: int) -> None:
        """Keep the first address of what plays in an element."""
        child = node.first_child
        while child is not None:
            if child.tag == "source" and (address := child.attributes.get("src")):
                self.sources.setdefault(element, address)
            child = child.next

    def read_data(self, node: Node, element: int) -> None:
        """Keep the title and the data islands; every other script is code."""
        if self.tags[element] == "style":
            self.read_style(node, element)
            return
        is_title = self.tags[element] == "title"
        media_type = self.attributes[element].get("type")
        if not is_title and not holds_data(media_type):
            return
        child = node.first_child
        while child is not None:
            if child.tag == "-text":
                text = child.text_content or ""
                if not is_title:
                    self.keep_data(text, element, media_type)
                elif self.title is None:
                    self.title = " ".join(text.split())
            child = child.next

    def read_style(self, node: Node, element: int) -> None:
        """Keep a style sheet that may hide elements of the page as a reader sees it."""
        media = (self.attributes[element].get("media") or "all").strip().lower()
        child = node.first_child
        if child is not None and media in ("all", "screen") and not self.contexts[element] & Context.NOSCRIPT:
            self.styles.append(child.text_content or "")

    def keep_data(self, text: str, element: int, media_type: str | None) -> None:
        """Keep a data island if there is room."""
        if "ld" in (media_type or "").lower():
            self.json_room -= len(text)
        if self.json_room >= 0:
            self.scripts[element] = text
        else:
            self.watch.exceed("max_json_ld")

    def flush(self) -> None:
        """End the block being read. A span that goes on is cut and goes on in the next block."""
        for span in self.open_spans:
            self.end_span(*span)
            span[1] = -1
        text = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        self.pieces.append("\n")
        if text and not text.isspace():
            self.add_block(text)
        self.parts.clear()
        self.block_spans.clear()
        self.length = self.linked = self.breaks = 0
        self.space = False

    def add_block(self, text: str) -> None:
        """Write a row of the arrays of blocks."""
        self.text_room -= len(text)
        self.block_room -= 1
        if (self.text_room < 0 or self.block_room < 0) and not (text := self.last_text(text)):
            return
        self.texts.append(text)
        holder = self.holders[-1] if self.holders else 0
        self.elements.append(holder)
        self.leaves.append(self.leaf if self.leaf >= 0 else holder)
        self.first_elements.append(self.first_element)
        self.linked_chars.append(self.linked)
        self.spans.append(sorted(self.block_spans, key=SPAN_ORDER) if self.block_spans else NO_SPANS)

    def last_text(self, text: str) -> str:
        """What a limit leaves of the text of the last block, and the end of the walk."""
        self.truncated = True
        if self.block_room < 0:
            self.watch.exceed("max_blocks")
            return ""
        self.watch.exceed("max_text")
        text = text[: max(0, len(text) + self.text_room)].rstrip()
        length = len(text)
        self.linked = min(self.linked, length)
        self.block_spans = [s._replace(end=min(s.end, length)) for s in self.block_spans if s.start < length]
        return text

    def page(self) -> Page:
        """The finished arrays, each under the name that it has here."""
        page = Page(**{field.name: getattr(self, field.name) for field in fields(Page)})
        if self.watch.options.hidden != "keep" and (self.styled or self.styles):
            self.hidden.update(hidden_elements(page, self.styled, self.styles))
        return page
