"""Where a parser that runs no scripts takes a page otherwise than browsers do, and their reading is meant.

Declarative shadow roots: a parser puts what stands in a `template` aside; browsers show it where `shadowrootmode` says
so (HTML Standard, section 13.2.6.4.4, 'A start tag whose tag name is "template"').

Frames in `noscript`: with scripts, all up to `</noscript>` is text that nobody sees. Without, an `iframe` there that
nothing closes, as in `<iframe src="…"/>`, takes the rest of the page for its own (section 13.2.6.4.7).
"""

import re

__all__ = ["as_browsers_read"]

# In small letters, as nearly all write it: to look for both would cost as much as to parse.
MODE = "shadowrootmode"
NOSCRIPT_END = "</noscript"
ROOT = "shadow-root"
"""The name of the element in the template's place: like any custom element, it says nothing of what is in it."""
TEMPLATE = re.compile(r"<(?P<end>/?)template(?=[\t\n\f\r />])(?P<attributes>[^<>]*+)", re.IGNORECASE)


def as_browsers_read(html: str) -> str:
    """The source of a page, changed so that a parser without scripts finds what browsers show."""
    return with_closed_frames(with_shadow_roots(html))


def with_closed_frames(html: str) -> str:
    """The source of a page with frames closed at the end of the `noscript` that they stand in."""
    pieces: list[str] = []
    done = before = 0
    while (end := html.find(NOSCRIPT_END, before)) >= 0:
        start = max(html.rfind("<noscript", before, end), before)
        if html.find("<iframe", start, end) >= 0 and html.find("</iframe", start, end) < 0:
            pieces += (html[done:end], "</iframe>")
            done = end
        before = end + len(NOSCRIPT_END)
    return "".join((*pieces, html[done:])) if pieces else html


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
