"""Recognises lxml elements and trees without importing lxml, and serialises them to HTML."""

import copy
from typing import Any

__all__ = ["is_tree", "tree_to_html", "tree_url"]

XHTML = "{http://www.w3.org/1999/xhtml}"


def is_tree(page: object) -> bool:
    """Whether `page` is an element or tree of lxml, told without importing lxml."""
    if not any(base.__module__.partition(".")[0] == "lxml" for base in type(page).__mro__):
        return False
    return hasattr(page, "getroot") or hasattr(page, "tag")


def tree_to_html(tree: Any) -> str:
    """Serialise an lxml element or tree, so that it takes the same way as any other page."""
    from lxml import etree, html

    root = tree.getroot() if hasattr(tree, "getroot") else tree
    if root is None:
        return ""
    if isinstance(root.tag, str) and root.tag.startswith(XHTML):
        root = copy.deepcopy(root)
        html.xhtml_to_html(root)
        etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode", method="html", with_tail=False)


def tree_url(tree: Any) -> str | None:
    """The URL that an lxml element or tree was read from, if it was told."""
    if hasattr(tree, "getroot"):
        tree = tree.getroot()
    url = None if tree is None else tree.getroottree().docinfo.URL
    return url if isinstance(url, str) else None
