"""Builds typed blocks from containers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleanpage.article.blocks import (
    Block,
    Code,
    Definition,
    DefinitionList,
    Divider,
    Embed,
    EmbedKind,
    Entry,
    Figure,
    Footnote,
    Gallery,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Math,
    Paragraph,
    Quote,
)
from cleanpage.assembly.block_texts import Texts
from cleanpage.assembly.code import PREFORMATTED, code_text, language_around, without_line_numbers
from cleanpage.assembly.containers import Container, Item, flat_blocks
from cleanpage.assembly.embeds import post_url, provider_of
from cleanpage.assembly.footnotes import Notes
from cleanpage.assembly.identity import MAX_INITIAL, is_initial
from cleanpage.assembly.live_entries import name_in, says_only, time_of
from cleanpage.assembly.tables import data_table, holds_data, whole_number
from cleanpage.assembly.text_changes import Change, changed
from cleanpage.assembly.xpaths import Paths
from cleanpage.page.page import Page
from cleanpage.page.urls import absolute_url
from cleanpage.rules.tags import HEADING_LEVELS

__all__ = ["Builder"]

LISTS = frozenset(("ul", "ol"))
Child = Container | tuple[int, Item]
# What stands before a name under a quotation; and how long that may be, in characters.
DASH = re.compile(r"[\s~-]*[—–―][\s—–―-]*|[\s]*--?\s+")
MAX_CITATION = 200


@dataclass(frozen=True, slots=True)
class Builder:
    """Turns containers into blocks of the article."""

    page: Page
    base: str | None
    texts: Texts
    notes: Notes
    paths: Paths

    def blocks(self, container: Container) -> Iterator[Block]:
        """The blocks inside a container."""
        children = container.children
        at = 0
        while at < len(children):
            child = children[at]
            at += 1
            if isinstance(child, Container):
                following = None if child.tag != "blockquote" else self.figure_caption(child, children, at)
                at += following is not None
                yield from self.container(child, following)
                continue
            element, item = child
            if not isinstance(item, int):
                yield self.item(element, item)
            elif len(self.page.texts[item]) <= MAX_INITIAL and self.begins_next(item, children, at):
                yield from self.with_initial(item, children[at])
                at += 1
            elif (block := self.text_block(item)) is not None:
                yield block

    def item(self, element: int, item: Image | Embed | Math | str) -> Block:
        """The block that an item becomes that is no text."""
        match item:
            case Image():
                return Figure(image=item, path=self.paths.path(element))
            case Embed() | Math():
                return item.model_copy(update={"path": self.paths.path(element)})
            case _:
                return Divider(path=self.paths.path(element))

    def container(self, container: Container, caption: int | None = None) -> Iterator[Block]:
        """The block or blocks that a container becomes.

        Args:
            container: The container.
            caption: A block right after it that says whom or what it quotes.
        """
        tag = container.tag
        if tag in LISTS:
            yield from self.list_blocks(container)
        elif tag == "blockquote":
            yield self.quote(container, caption)
        elif tag in PREFORMATTED:
            yield from self.code(container)
        elif tag == "table" and holds_data(self.page, container):
            yield data_table(self.page, self.texts, container, self.path(container))
        elif tag == "table":
            yield from without_line_numbers([*self.blocks(container)])
        elif tag == "dl" and (definitions := self.definitions(container)):
            yield DefinitionList(definitions=definitions, path=self.path(container))
        elif tag == "gallery":
            yield from self.gallery(container)
        elif tag == "note":
            yield from self.footnote(container)
        elif tag == "entry":
            yield from self.entry(container)
        else:
            yield from self.blocks(container)

    def path(self, container: Container) -> str | None:
        """The XPath of a container."""
        return self.paths.path(container.element)

    def text_block(self, block: int) -> Heading | Paragraph | None:
        """A heading or a paragraph; None if no text is left of it."""
        text, spans = self.texts.inline(block)
        if not text:
            return None
        element = self.page.elements[block]
        level = HEADING_LEVELS.get(self.page.tags[element])
        path = self.paths.path(element)
        if level is not None:
            return Heading(text=text, spans=spans, level=level, path=path)
        return Paragraph(text=text, spans=spans, path=path)

    def begins_next(self, block: int, children: Sequence[Child], at: int) -> bool:
        """Whether a block is the initial of the paragraph after it."""
        if at == len(children) or not is_initial(self.page, block):
            return False
        following = children[at]
        return isinstance(following, tuple) and isinstance(following[1], int)

    def with_initial(self, block: int, following: Child) -> Iterator[Block]:
        """The paragraph after an initial, begun with it."""
        built = (
            self.text_block(following[1]) if isinstance(following, tuple) and isinstance(following[1], int) else None
        )
        if isinstance(built, Paragraph):
            initial = self.page.texts[block].strip()
            text, spans = changed(built.text, built.spans, [Change(0, 0, initial)])
            yield built.model_copy(update={"text": text, "spans": spans})

    def list_blocks(self, container: Container) -> Iterator[Block]:
        """A list; the footnotes and entries that are items of it are blocks of their own."""
        others: list[Child] = []
        for child in container.children:
            if isinstance(child, Container) and child.tag in ("note", "entry"):
                if others:
                    yield self.list_block(Container(container.element, container.tag, others))
                others = []
                yield from self.container(child)
            else:
                others.append(child)
        if others:
            yield self.list_block(Container(container.element, container.tag, others))

    def list_block(self, container: Container) -> List:
        """A list; what stands in it outside any item is an item of its own, a list there part of the item before."""
        items: list[Container] = []
        for child in container.children:
            if isinstance(child, Container) and child.tag == "li":
                items.append(child)
            elif isinstance(child, Container) and child.tag in LISTS and items:
                items[-1] = Container(items[-1].element, "li", [*items[-1].children, child])
            else:
                items.append(Container(container.element, "li", [child]))
        start = whole_number(self.page.attributes[container.element].get("start"))
        built = [item for item in map(self.list_item, items) if item.text or item.blocks]
        return List(
            ordered=self.page.tags[container.element] == "ol",
            start=1 if start is None else start,
            list_items=tuple(built),
            path=self.path(container),
        )

    def list_item(self, container: Container) -> ListItem:
        """A list item: the first text is its own, the rest is nested in it."""
        children = container.children
        first = children[0] if children else None
        if isinstance(first, tuple) and isinstance(first[1], int):
            text, spans = self.texts.inline(first[1])
            rest = children[1:]
            nested = tuple(self.blocks(Container(container.element, "li", rest))) if rest else ()
            return ListItem(text=text, spans=spans, blocks=nested)
        return ListItem(text="", blocks=tuple(self.blocks(container)))

    def definitions(self, container: Container) -> tuple[Definition, ...]:
        """The terms of a list with what is said of each; empty where terms or definitions are missing."""
        found: list[tuple[list[Inline], list[Block]]] = []
        tags = {child.tag for child in container.children if isinstance(child, Container)}
        if not tags >= {"dt", "dd"}:
            return ()
        for child in container.children:
            if isinstance(child, Container) and child.tag == "dt":
                if not found or found[-1][1]:
                    found.append(([], []))
                text, spans = self.texts.joined(flat_blocks(child))
                found[-1][0].append(Inline(text=text, spans=spans))
                continue
            if not found:
                found.append(([], []))
            whole = child if isinstance(child, Container) else Container(container.element, "dd", [child])
            found[-1][1].extend(self.blocks(whole) if whole.tag == "dd" else self.container(whole))
        return tuple(Definition(terms=tuple(terms), blocks=tuple(blocks)) for terms, blocks in found)

    def figure_caption(self, container: Container, children: Sequence[Child], at: int) -> int | None:
        """The block after a quotation that is the caption of the figure around both."""
        following = children[at] if at < len(children) else None
        if not isinstance(following, tuple) or not isinstance(following[1], int):
            return None
        page, caption = self.page, self.page.elements[following[1]]
        parent = page.parents[container.element]
        inside = page.tags[parent] == "figure" and parent < caption < page.ends[parent]
        return following[1] if inside and page.tags[caption] in ("figcaption", "footer", "cite") else None

    def quote(self, container: Container, caption: int | None) -> Quote | Embed:
        """A quotation with who or what is quoted; one that a script would make a post of a network is an embed."""
        page, element = self.page, container.element
        url = post_url(page, element, self.base)
        if url is not None:
            blocks = tuple(self.blocks(container))
            provider = provider_of(url, page.url)
            return Embed(kind=EmbedKind.POST, url=url, provider=provider, blocks=blocks, path=self.path(container))
        if caption is None and (caption := self.last_citation(container)) is not None:
            container = Container(element, container.tag, container.children[:-1])
        citation = self.citation(caption) if caption is not None else None
        cite = absolute_url(page.attributes[element].get("cite"), self.base)
        return Quote(blocks=tuple(self.blocks(container)), cite=cite, citation=citation, path=self.path(container))

    def last_citation(self, container: Container) -> int | None:
        """The last block of a quotation, if it says whom or what it quotes."""
        last = container.children[-1] if len(container.children) > 1 else None
        if not isinstance(last, tuple) or not isinstance(last[1], int):
            return None
        text = self.page.texts[last[1]]
        around = (self.page.tags[self.page.elements[last[1]]], self.page.tags[self.page.leaves[last[1]]])
        marked = "footer" in around or "cite" in around or DASH.match(text)
        return last[1] if marked and len(text) <= MAX_CITATION else None

    def citation(self, block: int) -> Inline | None:
        """What a block names as the source of a quotation."""
        text, spans = self.texts.inline(block)
        if dash := DASH.match(text):
            text, spans = changed(text, spans, [Change(0, dash.end())])
        return Inline(text=text, spans=spans) if text else None

    def code(self, container: Container) -> Iterator[Code]:
        """Preformatted text; nothing if there is nothing but numbers of lines."""
        if text := code_text(self.page, container):
            language = language_around(self.page, container.element)
            yield Code(text=text, language=language, path=self.path(container))

    def gallery(self, container: Container) -> Iterator[Block]:
        """Images in a row as one block, text between them as it is."""
        images: list[Image] = []
        for block in self.blocks(container):
            if isinstance(block, Figure):
                images.append(block.image)
            elif not isinstance(block, Divider):
                yield from self.images(images, container)
                images = []
                yield block
        yield from self.images(images, container)

    def images(self, images: list[Image], container: Container) -> Iterator[Block]:
        """A gallery, or a figure if there is one image alone."""
        if len(images) == 1:
            yield Figure(image=images[0], path=self.path(container))
        elif images:
            yield Gallery(images=tuple(images), path=self.path(container))

    def footnote(self, container: Container) -> Iterator[Block]:
        """A note, if any text is left of it."""
        element = container.element
        blocks = tuple(self.blocks(container))
        if blocks:
            label = self.notes.labels[element]
            yield Footnote(id=self.notes.names[element], label=label, blocks=blocks, path=self.path(container))

    def entry(self, container: Container) -> Iterator[Block]:
        """An entry of a live blog; its first heading is the title, and author and time are not its text."""
        element = container.element
        moment, shown = time_of(self.page, element)
        author = name_in(self.page, element)
        blocks = [*self.blocks(container)]
        head = next((block for block in blocks[:3] if isinstance(block, Heading)), None)
        rest = [
            b for b in blocks if b is not head and not (isinstance(b, Paragraph) and says_only(b.text, (shown, author)))
        ]
        if rest or head:
            yield Entry(
                title=head.text if head else None,
                author=author,
                published=moment,
                published_raw=shown,
                blocks=tuple(rest),
                path=self.path(container),
            )
