"""Declarative shadow roots: what a page gives its custom elements to show, in templates that are shown at once.

A parser without scripts puts what stands in a `template` aside. Browsers show it where `shadowrootmode` says so (HTML
Standard, section 13.2.6.4.4, 'A start tag whose tag name is "template"').
"""

import re

__all__ = ["with_shadow_roots"]

# In small letters, as all write it.
MODE = "shadowrootmode"
ROOT = "shadow-root"
"""The name of the element in the template's place: like any custom element, it says nothing of what is in it."""
TEMPLATE = re.compile(r"<(?P<end>/?)template(?=[\t\n\f\r />])(?P<attributes>[^<>]*+)", re.IGNORECASE)


def with_shadow_roots(html: str) -> str:
    """The source of a page with its declarative shadow roots as elements; templates that scripts are to use stay."""
    if MODE not in html:
        return html
    pieces: list[str] = []
    # For each template that is open, whether it is a shadow root.
    roots: list[bool] = []
    done = 0
    for tag in TEMPLATE.finditer(html):
        if not tag["end"]:
            roots.append(MODE in tag["attributes"])
            is_root = roots[-1]
        else:
            is_root = bool(roots) and roots.pop()
        if is_root:
            pieces += (html[done : tag.start()], f"<{tag['end']}{ROOT}{tag['attributes']}")
            done = tag.end()
    return "".join((*pieces, html[done:]))
