"""The walker: one pass over the DOM that turns a document into a `Page` of parallel arrays.

A *block* is a maximal run of text that no block-level element interrupts (the unit of boilerpipe, Kohlschütter et
al., "Boilerplate Detection using Shallow Text Features", WSDM 2010). Nothing after this module looks at the DOM.
"""

from collections.abc import Sequence

from cleanpage.dom import Document, Node
from cleanpage.page import Attributes, InlineSpan, Page
from cleanpage.rules.tags import BLOCK_TAGS, ROLE_CONTEXT, SKIPPED_TAGS, SPAN_TAGS, TAG_CONTEXT, Context

__all__ = ["read_blocks"]

NO_ATTRIBUTES: Attributes = {}

# The white space that HTML collapses, and the no-break space, which pages use for layout as much as for sense.
SPACES = " \t\n\r\f\v\xa0"
# Two line breaks are what authors without `p` use between paragraphs.
PARAGRAPH_BREAKS = 2
# Spans nested deeper say nothing new; without a limit, a page of n nested spans around n blocks would have n² of them.
MAX_OPEN_SPANS = 16
# Scripts that hold content, formulas or metadata; every other script is code.
DATA_SCRIPTS = frozenset(("application/ld+json", "application/json", "math/tex", "math/latex"))
# What documentation tools put behind a heading, linked to the heading itself.
PERMALINKS = frozenset("¶#§🔗∞")
LINK, PRE, HIDDEN, HEADING = Context.LINK, Context.PRE, Context.HIDDEN, Context.HEADING


def read_blocks(document: Document, max_nodes: int = 2_000_000) -> Page:
    """Walk `document` once, iteratively, in time linear in its nodes and text.

    Args:
        document: The parsed page.
        max_nodes: Number of nodes after which the walk stops; `Page.truncated` says so.
    """
    walker = Walker(document.url)
    walker.walk(document, max_nodes)
    return walker.page()


class Walker:
    """The state of one walk; used once, never shared."""

    def __init__(self, url: str | None) -> None:
        self.url = url
        # elements, by index
        self.tags: list[str] = []
        self.attributes: list[Attributes] = []
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
        self.title: str | None = None
        self.nodes = 0
        self.truncated = False
        # where the walk is: open elements, -1 for one inside a skipped element
        self.stack: list[int] = []
        self.skipped = -1
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

    def walk(self, document: Document, max_nodes: int) -> None:
        """Read every node. An element closes when a node turns up whose parent lies further up."""
        stack = self.stack
        chosen = document.chosen
        identities: list[int] = []
        for node in document.nodes():
            self.nodes += 1
            if self.nodes > max_nodes:
                self.truncated = True
                break
            if identities and (parent := node.parent) is not None:
                identity = parent.mem_id
                while identities[-1] != identity:
                    identities.pop()
                    self.close(stack.pop())
            tag = node.tag
            if tag == "-text":
                self.read_text(node.text_content or "", stack[-1])
            elif tag is not None and tag[0] != "-":
                identities.append(node.mem_id)
                inside = self.skipped >= 0
                stack.append(self.pass_by(tag, node) if inside else self.open(tag, node, stack[-1] if stack else -1))
                if chosen and not inside and (option := chosen.get(node.mem_id)):
                    self.chosen[stack[-1]] = option
        while stack:
            self.close(stack.pop())

    def open(self, tag: str, node: Node, parent: int) -> int:
        """Start an element; returns its index."""
        element = len(self.tags)
        block = tag in BLOCK_TAGS
        if block and self.parts:
            self.flush()
        attributes = node.attributes or NO_ATTRIBUTES
        context = (self.contexts[parent] if parent >= 0 else 0) | TAG_CONTEXT.get(tag, 0)
        if attributes:
            context |= attribute_context(tag, attributes)
        self.tags.append(tag)
        self.attributes.append(attributes)
        self.parents.append(parent)
        self.contexts.append(context)
        self.ends.append(0)
        self.block_ends.append(0)
        self.piece_ends.append(0)
        self.block_starts.append(len(self.texts))
        self.piece_starts.append(len(self.pieces))
        if block:
            self.holders.append(element)
        elif tag in SPAN_TAGS and (tag != "a" or "href" in attributes) and len(self.open_spans) < MAX_OPEN_SPANS:
            self.open_spans.append([element, -1])
        self.open_special(tag, element)
        return element

    def pass_by(self, tag: str, node: Node) -> int:
        """Leave an element inside a skipped one out, but for the first address of what plays there."""
        if tag == "source" and (address := node.attributes.get("src")):
            self.sources.setdefault(self.skipped, address)
        return -1

    def open_special(self, tag: str, element: int) -> None:
        """Take note of the elements that are more than a container of text."""
        if tag == "br":
            self.line_break()
        elif tag == "img" or tag == "amp-img":
            self.images.append(element)
        elif tag in SKIPPED_TAGS or tag == "title":
            self.skipped = element

    def close(self, element: int) -> None:
        """End an element."""
        if element < 0:
            return
        tag = self.tags[element]
        if tag in BLOCK_TAGS:
            if self.parts:
                self.flush()
            self.holders.pop()
        elif self.open_spans and self.open_spans[-1][0] == element:
            self.end_span(*self.open_spans.pop())
        if element == self.skipped:
            self.skipped = -1
        self.ends[element] = len(self.tags)
        self.block_ends[element] = len(self.texts)
        self.piece_ends[element] = len(self.pieces)

    def read_text(self, text: str, element: int) -> None:
        """Add a text node to the block being read, white space folded."""
        if self.skipped >= 0:
            self.read_skipped(text, element)
            return
        context = self.contexts[element]
        if context & PRE:
            self.add(text, element, context)
            self.pieces.append(text)
            return
        words = " ".join(text.split())
        if not words:
            self.space = True
            if self.parts:
                self.pieces.append(" ")
            return
        if len(words) == 1 and words in PERMALINKS and context & LINK and context & HEADING:
            return
        if self.parts and not self.breaks and (self.space or text[0] in SPACES):
            self.parts.append(" ")
            self.length += 1
        self.add(words, element, context)
        self.pieces.append(text)  # after a paragraph break that `add` may have found before it
        self.space = text[-1] in SPACES

    def add(self, words: str, element: int, context: int) -> None:
        """Append text that is already folded."""
        if self.breaks:
            self.end_line()
        if not self.parts:
            self.first_element = len(self.tags) - 1
            self.leaf = element
        elif self.leaf != element:
            self.leaf = -1
        if self.open_spans:
            for span in self.open_spans:
                if span[1] < 0:
                    span[1] = self.length
        self.parts.append(words)
        self.length += len(words)
        if context & LINK:
            self.linked += len(words)

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

    def read_skipped(self, text: str, element: int) -> None:
        """Keep the title and the data islands; drop the rest."""
        if element != self.skipped:
            return
        tag = self.tags[element]
        if tag == "title" and self.title is None:
            self.title = " ".join(text.split())
        elif tag == "script" and holds_data(self.attributes[element].get("type")):
            self.scripts[element] = text

    def flush(self) -> None:
        """End the block being read. A span that goes on is cut and goes on in the next block."""
        for span in self.open_spans:
            self.end_span(*span)
            span[1] = -1
        text = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        self.pieces.append("\n")
        if text and not text.isspace():
            self.add_block(text)
        self.parts, self.block_spans = [], []
        self.length = self.linked = self.breaks = 0
        self.space = False

    def add_block(self, text: str) -> None:
        """Write a row of the arrays of blocks."""
        self.texts.append(text)
        holder = self.holders[-1] if self.holders else 0
        self.elements.append(holder)
        self.leaves.append(self.leaf if self.leaf >= 0 else holder)
        self.first_elements.append(self.first_element)
        self.linked_chars.append(self.linked)
        self.spans.append(sorted(self.block_spans, key=span_order) if len(self.block_spans) > 1 else self.block_spans)

    def page(self) -> Page:
        """The finished arrays."""
        return Page(
            url=self.url,
            tags=self.tags,
            attributes=self.attributes,
            parents=self.parents,
            contexts=self.contexts,
            ends=self.ends,
            block_starts=self.block_starts,
            block_ends=self.block_ends,
            piece_starts=self.piece_starts,
            piece_ends=self.piece_ends,
            pieces=self.pieces,
            texts=self.texts,
            elements=self.elements,
            leaves=self.leaves,
            first_elements=self.first_elements,
            linked_chars=self.linked_chars,
            spans=self.spans,
            images=self.images,
            scripts=self.scripts,
            sources=self.sources,
            chosen=self.chosen,
            title=self.title,
            nodes=self.nodes,
            truncated=self.truncated,
        )


def holds_data(media_type: str | None) -> bool:
    """Whether a script of this type holds data; what follows the `;` of a type, such as a charset, tells nothing."""
    return (media_type or "").partition(";")[0].strip().lower() in DATA_SCRIPTS


def span_order(span: InlineSpan) -> tuple[int, int]:
    """Outer spans before the ones inside them."""
    return span.start, span.element


def attribute_context(tag: str, attributes: Attributes) -> int:
    """What the attributes of an element say of the text below it."""
    context = LINK if tag == "a" and "href" in attributes else 0
    role = attributes.get("role")
    if role:
        context |= ROLE_CONTEXT.get(role.lower(), 0)
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        context |= HIDDEN
    style = attributes.get("style")
    if style and hides(style):
        context |= HIDDEN
    return context


def hides(style: str) -> bool:
    """Whether an inline style takes the element off the page."""
    compact = "".join(style.lower().split())
    return "display:none" in compact or "visibility:hidden" in compact
