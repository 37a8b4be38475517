"""The page's own markup, made inert, with block numbers on everything that shows text."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from cleanpage.inspector.inert import closing_tag, harmless_css, opening_tag
from cleanpage.limits import Watch
from cleanpage.page.dom import parse
from cleanpage.page.guard import guarded
from cleanpage.page.page import Attributes, Page
from cleanpage.rules.tags import BLOCK_TAGS, SKIPPED_TAGS

__all__ = ["Markup", "inert_fragment", "page_markup"]

# Elements around everything, or whose box is laid out by the table they are in.
UNMARKED_TAGS = frozenset("html body table thead tbody tfoot tr colgroup a".split())
# What the walker reads nothing from; see `blocks.Walker.open_special`.
SKIPPED = SKIPPED_TAGS | {"title"}
NO_ATTRIBUTES: Attributes = {}
NO_BLOCK = -1


@dataclass(frozen=True, slots=True)
class Markup:
    """A page that can be shown without danger."""

    body: str
    """What goes into the `body` element."""
    styles: tuple[str, ...]
    """Contents of the page's `style` elements."""
    body_attributes: str
    """Language, direction, id and classes of the page's `body`, written as attributes."""


def page_markup(page: Page, html: str, marks: Sequence[str]) -> Markup:
    """Write a page anew, each block marked.

    The source is parsed once more, and text is given to blocks in their order: a text node belongs to the block at
    hand if it stands in that block's element and goes on where the block's text was left.

    Args:
        page: What the walker made of the page.
        html: The source that it was parsed from.
        marks: Attributes to be put on what shows each block, with a space before each.
    """
    writer = Writer(page, marks)
    writer.write(html)
    return Markup("".join(writer.parts), tuple(writer.styles), writer.body_attributes)


def inert_fragment(html: str) -> str:
    """A piece of HTML without anything that runs or loads; links to the web stay links."""
    writer = Writer(None, ())
    writer.write(html)
    return "".join(writer.parts)


class Writer:
    """The state of one walk over the parsed source; used once."""

    def __init__(self, page: Page | None, marks: Sequence[str]) -> None:
        self.page = page
        self.marks = marks
        self.texts = BlockTexts(page) if page else None
        self.parts: list[str] = []
        self.styles: list[str] = []
        self.body_attributes = ""
        self.elements = 0
        self.open: list[tuple[int, int, str]] = []
        """Identity, index and end tag of the open elements; index -1 inside an element that is skipped."""
        self.skipped: str | None = None
        """Tag of the skipped element that the walk is in."""
        self.marked: set[int] = set()
        """Blocks whose whole element is marked, so that the text in it need not be."""

    def write(self, html: str) -> None:
        """Write every node of a source, as far as the walker read it."""
        for node in parse(guarded(html, Watch())).nodes():
            if self.open and (parent := node.parent) is not None:
                while self.open[-1][0] != parent.mem_id:
                    self.close()
            tag = node.tag
            if tag == "-text":
                self.text(node.text_content or "")
            elif tag is not None and tag[0] != "-":
                if self.page and self.page.truncated and self.elements >= len(self.page.tags):
                    break
                self.start(tag, node.mem_id, node.attributes or NO_ATTRIBUTES)
        while self.open:
            self.close()

    def close(self) -> None:
        """End the innermost element."""
        _, element, end = self.open.pop()
        self.parts.append(end)
        if element >= 0 and self.skipped is not None:
            self.skipped = None

    def start(self, tag: str, identity: int, attributes: Attributes) -> None:
        """Start an element."""
        if self.skipped is not None:
            self.open.append((identity, -1, ""))
            return
        element = self.elements
        self.elements += 1
        end = ""
        if tag in ("html", "head", "body"):
            self.keep_root(attributes)
        elif tag not in ("meta", "link", "base", "title", "script", "style", "template", "noembed", "noframes"):
            links = self.page is None
            self.parts.append(opening_tag(tag, attributes, self.element_mark(element, tag), links=links))
            end = closing_tag(tag, attributes, links=links)
        if tag in SKIPPED:
            self.skipped = tag
        self.open.append((identity, element, end))

    def keep_root(self, attributes: Attributes) -> None:
        """Take over what the root and the body say of language and direction, and what style sheets go by."""
        kept = {key: value for key, value in attributes.items() if key in ("lang", "dir", "class", "id") and value}
        for key, value in kept.items():
            if f" {key}=" not in self.body_attributes:
                self.body_attributes += f' {key}="{escape(value)}"'

    def element_mark(self, element: int, tag: str) -> str:
        """The mark of an element that holds one block and nothing but it; none for others."""
        page = self.page
        if page is None or tag in UNMARKED_TAGS or element >= len(page.tags):
            return ""
        block = page.block_starts[element]
        if page.block_ends[element] != block + 1 or page.elements[block] != element:
            return ""
        if not BLOCK_TAGS.isdisjoint(page.tags[element + 1 : page.ends[element]]):
            return ""  # read back, a table would part a paragraph that it stands in
        self.marked.add(block)
        return self.marks[block]

    def text(self, text: str) -> None:
        """Write a text node, marked with its block unless its element is."""
        if self.skipped is not None:
            if self.skipped == "style" and self.page and "</" not in text:
                self.styles.append(harmless_css(text))
            return
        block = NO_BLOCK
        if self.texts and self.open:
            block = self.texts.block_of(text, self.open[-1][1])
        if block == NO_BLOCK or block in self.marked:
            self.parts.append(escape(text, quote=False))
        else:
            self.parts.append(f"<span{self.marks[block]}>{escape(text, quote=False)}</span>")


class BlockTexts:
    """Gives text nodes to blocks, both in document order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.block = -1
        self.rest = ""
        self.at = 0

    def block_of(self, text: str, element: int) -> int:
        """The block that a text node directly inside `element` is part of; -1 for white space and what was left out."""
        squeezed = "".join(text.split())
        if not squeezed:
            return NO_BLOCK
        page = self.page
        while self.at == len(self.rest) or element >= page.ends[page.leaves[self.block]]:
            if self.block + 1 >= len(page.texts):
                return NO_BLOCK
            self.block += 1
            self.rest, self.at = "".join(page.texts[self.block].split()), 0
        leaf = page.leaves[self.block]
        if not leaf <= element < page.ends[leaf] or not self.rest.startswith(squeezed, self.at):
            return NO_BLOCK
        self.at += len(squeezed)
        return self.block
