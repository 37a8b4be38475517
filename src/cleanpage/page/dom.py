"""Parses HTML to a read-only tree. The only module that imports the HTML parser."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from cleanpage.errors import SelectorError

__all__ = ["NO_ELEMENTS", "TEXT_NUMBER", "Document", "parse"]

Node = LexborNode


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page.

    Args:
        parser: Owner of the tree; it must outlive every node.
        url: URL of the page, if known.
        chosen: Elements that selectors of the options match, by their identity, with the name of the option.
    """

    parser: LexborHTMLParser
    url: str | None = None
    chosen: Mapping[int, str] = field(default_factory=dict)

    @property
    def root(self) -> Node | None:
        """The root element."""
        return self.parser.root

    def nodes(self) -> Iterator[Node]:
        """All elements, text nodes and comments in document order, from the root element."""
        root = self.parser.root
        return iter(()) if root is None else root.traverse(include_text=True)


def numbers_of(html: str) -> list[int]:
    """The numbers that lexbor gives to the kinds of the nodes in a body."""
    body = LexborHTMLParser(html).body
    return [node.tag_id for node in body.iter(include_text=True)] if body else []


# What nodes have that are no elements; elements have the numbers of their tags.
TEXT_NUMBER, *others = numbers_of("<body>text<!-- comment --><?php instruction ?>")
NO_ELEMENTS = frozenset(others)


def parse(html: str | bytes, url: str | None = None, selectors: Mapping[str, Sequence[str]] | None = None) -> Document:
    """Parse `html` as browsers do with scripting off, so that `noscript` content is part of the tree.

    Args:
        html: The page; bytes are UTF-8.
        url: Its URL, if known.
        selectors: CSS selectors by option; of options that choose the same element, the last counts.

    Raises:
        SelectorError: A selector cannot be read.
    """
    # lexbor takes UTF-8; a lone surrogate has none and would raise.
    parser = LexborHTMLParser(html.encode("utf-8", "replace") if isinstance(html, str) else html)
    chosen: dict[int, str] = {}
    for option, given in (selectors or {}).items():
        for selector in given:
            chosen |= dict.fromkeys(matching(parser, option, selector), option)
    return Document(parser, url, chosen)


def matching(parser: LexborHTMLParser, option: str, selector: str) -> list[int]:
    """The identities of the elements that a selector matches."""
    try:
        return [node.mem_id for node in parser.css(selector)]
    except SelectolaxError:
        raise SelectorError(option, selector) from None
