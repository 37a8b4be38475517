"""Rewrites HTML so that nothing in it can run, load or navigate: every tag is written from lists of harmless ones.

What is not on the lists is written as a `div` or `span`, so that the text in it still shows. No element is ever
written whose content the parser reads by rules of its own (SVG, MathML, `textarea`, `template` and the like): what is
read back is what was written.
"""

import re
from collections.abc import Iterable
from html import escape

from cleanpage.page.element_path import cut
from cleanpage.page.page import Attributes

__all__ = ["VOID_TAGS", "closing_tag", "harmless_css", "opening_tag"]

KEPT_TAGS = frozenset(
    "abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt "
    "em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li main mark menu nav ol p pre q rp rt "
    "ruby s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr".split()
)
"""Elements that are written as they are."""

VOID_TAGS = frozenset(("br", "col", "hr", "wbr"))
"""Those of them that have no end tag."""

CLOSING_TAGS = frozenset("details dialog dir fieldset form search summary".split())
"""Elements whose start ends an open paragraph, as that of a `div` does (HTML Standard, section 13.2.6.4.7).

Written as a `div`, any other element would end a paragraph that it stands in; a `span` ends nothing.
"""

PREFORMATTED = frozenset(("listing", "plaintext", "xmp"))
KEPT_ATTRIBUTES = frozenset("align class colspan dir id lang reversed rowspan start type valign".split())
"""Attributes that are written as they are; `id` and `class` are what style sheets go by."""

# What an element that is not shown was, as in the place of a video.
MEDIA = frozenset("amp-img audio canvas embed iframe img input object select svg textarea video".split())
LOADING = re.compile(r"(?:url|src|image-set)\s*\(|@import", re.IGNORECASE)
WEB = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
MAX_NOTE = 200


def written_tag(tag: str) -> str:
    """The tag that an element is written with."""
    if tag in KEPT_TAGS:
        return tag
    if tag in PREFORMATTED:
        return "pre"
    return "div" if tag in CLOSING_TAGS else "span"


def opening_tag(tag: str, attributes: Attributes, mark: str = "", *, links: bool = False) -> str:
    """The start of an element.

    Args:
        tag: Its tag on the page.
        attributes: Its attributes there.
        mark: Attributes to be added, with a space before each.
        links: Whether links to the web stay links; otherwise their target is a tooltip.
    """
    if links and tag == "a" and WEB.match(attributes.get("href") or ""):
        return f'<a rel="noopener noreferrer" target="_blank" href="{escape(attributes["href"] or "")}"{mark}>'
    name = written_tag(tag)
    if tag in MEDIA:
        return f'<span data-media="{media_words(tag, attributes)}" title="{note(attributes.values())}"{mark}>'
    parts = [f' {key}="{escape(value or "")}"' for key, value in attributes.items() if key in KEPT_ATTRIBUTES]
    if tag == "a" and "href" in attributes:
        parts.append(f' data-link title="{note([attributes["href"]])}"')
    elif tag == "button":
        parts.append(" data-button")
    if "style" in attributes:
        parts.append(f' data-style="{escape(harmless_css(attributes["style"] or ""))}"')
    if "hidden" in attributes:
        parts.append(" data-hidden")
    return f"<{name}{''.join(parts)}{mark}>"


def closing_tag(tag: str, attributes: Attributes, *, links: bool = False) -> str:
    """The end of an element that was started with the same arguments."""
    if links and tag == "a" and WEB.match(attributes.get("href") or ""):
        return "</a>"
    name = written_tag(tag)
    return "" if name in VOID_TAGS else f"</{name}>"


def note(values: Iterable[str | None]) -> str:
    """Values of attributes as a tooltip."""
    return escape(cut(" ".join(filter(None, values)), MAX_NOTE))


def media_words(tag: str, attributes: Attributes) -> str:
    """What stands in the place of something that is not loaded."""
    kind = "image" if tag in ("img", "amp-img") else tag
    alt = cut(" ".join((attributes.get("alt") or attributes.get("title") or "").split()), MAX_NOTE)
    return escape(f"{kind}: {alt}" if alt else kind)


def harmless_css(css: str) -> str:
    r"""Style rules that name no file to load. What slips through is held by the frame's content security policy.

    Without the backslashes, an escaped `u\72l(` is no word of CSS any more.
    """
    return LOADING.sub("cp-left-out(", css.replace("\\", ""))
