"""The nodes of JSON-LD, and which of them is about the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cleanpage.metadata.element_index import Survey
from cleanpage.metadata.titles import same_words
from cleanpage.rules.page_types import OTHER_CONTENT_TYPES, is_article_type

__all__ = ["Index", "Node", "main_node", "nodes_of", "text_of", "types_of", "url_of"]

MAX_NODES = 5_000
MAX_DEPTH = 12
MAX_ITEMS = 100
MAX_CANDIDATES = 200
DESCENDED = ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb", "liveBlogUpdate", "@included")
"""Properties whose nodes may be about the page itself; what hangs on others is about something else."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of JSON-LD and the path to it."""

    data: dict[str, Any]
    path: str
    types: frozenset[str]
    """Lower-cased, without namespace."""
    names: tuple[str, ...]
    """The types as they stand, without namespace."""

    @property
    def is_article(self) -> bool:
        """Whether it is an article or a posting."""
        asked = "question" in self.types and "author" in self.data
        return asked or any(map(is_article_type, self.types))


REFERENCE = frozenset(("@id", "@type"))
"""Keys of a node that only refers to another."""


class Index:
    """Nodes by `@id`, gathered when the first reference is followed."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self.roots = roots
        self.nodes: dict[str, dict[str, Any]] | None = None

    def resolve(self, value: Any) -> Any:
        """`value`, or the node it refers to if it is a mere reference. References are followed one step: no cycles."""
        if not isinstance(value, dict) or "name" in value or not isinstance(value.get("@id"), str):
            return value
        if self.nodes is None:
            self.nodes = self.gathered()
        return self.nodes.get(value["@id"], value)

    def gathered(self) -> dict[str, dict[str, Any]]:
        """All nodes with an `@id` that say more of themselves: the first with a name, else the first."""
        found: dict[str, dict[str, Any]] = {}
        stack = [(root, 0) for root in reversed(self.roots)]
        seen = 0
        while stack and seen < MAX_NODES:
            value, depth = stack.pop()
            seen += 1
            if isinstance(value, dict):
                identifier = value.get("@id")
                if (
                    isinstance(identifier, str)
                    and value.keys() - REFERENCE
                    and not ("name" in found.get(identifier, {}) or ("name" not in value and identifier in found))
                ):
                    found[identifier] = value
                children: Any = value.values()
            else:
                children = value
            if depth < MAX_DEPTH:
                stack += [(child, depth + 1) for child in children if isinstance(child, (dict, list))]
        return found


def nodes_of(roots: Sequence[tuple[str, Any]]) -> list[Node]:
    """All nodes that may be about the page, in document order."""
    found: list[Node] = []
    stack = [(path, data, 0) for path, data in reversed(roots)]
    while stack and len(found) < MAX_NODES:
        path, value, depth = stack.pop()
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, list):
            stack += [(f"{path}[{at}]", item, depth + 1) for at, item in reversed(list(enumerate(value[:MAX_ITEMS])))]
        elif isinstance(value, dict):
            names = types_of(value)
            found += [Node(value, path, frozenset(map(str.lower, names)), names)] if names else []
            stack += [
                (f"{path}.{key}", value[key], depth + 1)
                for key in reversed(DESCENDED)
                if isinstance(value.get(key), (dict, list))
            ]
    return found


def types_of(data: dict[str, Any]) -> tuple[str, ...]:
    """The types of a node, without namespace."""
    types = data.get("@type")
    return tuple(
        name.rsplit("/", 1)[-1].rsplit("#", 1)[-1].removeprefix("schema:").strip()[:100]
        for name in (types if isinstance(types, list) else [types])[:MAX_ITEMS]
        if isinstance(name, str) and name.strip()
    )


def main_node(nodes: Sequence[Node], survey: Survey) -> Node | None:
    """The node about the page: articles first, then those that name its heading or its URL."""
    candidates = [node for node in nodes if node.is_article or node.types & OTHER_CONTENT_TYPES]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    addresses = own_addresses(survey)
    headings = [survey.page.text_of(element)[:500] for element in survey.headings[:3]] + [survey.page.title or ""]
    return max(candidates[:MAX_CANDIDATES], key=lambda node: node_rank(node, addresses, headings))


def node_rank(node: Node, addresses: frozenset[str], headings: Sequence[str]) -> tuple[bool, int, int]:
    """What makes a node more likely to be about the page than another."""
    urls = [url_of(node.data.get(key)) for key in ("url", "@id", "mainEntityOfPage")]
    named = any(bare(url) in addresses for url in urls if url)
    title = text_of(node.data.get("headline")) or text_of(node.data.get("name")) or ""
    shown = bool(title) and any(same_words(title, heading) for heading in headings)
    return node.is_article, 2 * shown + named, len(node.data)


def own_addresses(survey: Survey) -> frozenset[str]:
    """The URLs that the page has for itself, without scheme and query."""
    page = survey.page
    canonical = [page.attributes[e].get("href") for e in survey.links.get("canonical", ())]
    return frozenset(
        bare(url) for url in (page.url, *canonical, *(m.content for m in survey.metas if m.key == "og:url")) if url
    )


def bare(url: str) -> str:
    """A URL without scheme, query and trailing slash, for comparison."""
    return url.split("#")[0].split("?")[0].removeprefix("https:").removeprefix("http:").rstrip("/").lower()


def url_of(value: Any) -> str | None:
    """The URL of a node, or the URL itself."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id") or value.get("contentUrl")
    return value if isinstance(value, str) else None


def text_of(value: Any) -> str | None:
    """The text of a property that may be a list or a language-tagged value."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) else None
