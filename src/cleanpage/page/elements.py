"""What the walk does at each element, and what its attributes say about the text inside."""

from cleanpage.page.page import Attributes
from cleanpage.rules.tags import BLOCK_TAGS, ROLE_CONTEXT, SKIPPED_TAGS, SPAN_TAGS, Context

__all__ = [
    "BLOCK",
    "BREAK",
    "IMAGE",
    "KINDS",
    "LINKS",
    "MEDIA",
    "READ",
    "SKIPPED",
    "SPAN",
    "SPECIAL",
    "attribute_context",
    "holds_data",
]

# What the walk has to do at an element, a bit each.
BLOCK, SPAN, LINKS, SKIPPED, READ, BREAK, IMAGE, MEDIA = 1, 2, 4, 8, 16, 32, 64, 128
SPECIAL = READ | BREAK | IMAGE | MEDIA
KINDS: dict[str, int] = dict.fromkeys(BLOCK_TAGS, BLOCK)
for names, bits in (
    (SPAN_TAGS, SPAN),
    (("a",), LINKS),
    (SKIPPED_TAGS, SKIPPED),
    (("title", "script", "style"), SKIPPED | READ),
    (("br",), BREAK),
    (("img", "amp-img"), IMAGE),
    (("audio", "video"), MEDIA),
):
    KINDS |= {name: KINDS.get(name, 0) | bits for name in names}

# Scripts that hold content, formulas or metadata; every other script is code.
DATA_SCRIPTS = frozenset(("application/ld+json", "application/json", "math/tex", "math/latex"))


def holds_data(media_type: str | None) -> bool:
    """Whether a script of this type holds data; what follows the `;` of a type, such as a charset, tells nothing."""
    return (media_type or "").partition(";")[0].strip().lower() in DATA_SCRIPTS


def attribute_context(attributes: Attributes) -> int:
    """What `role`, `hidden` and `style` of an element say of the text below it."""
    context = 0
    role = attributes.get("role")
    if role:
        context |= ROLE_CONTEXT.get(role.lower(), 0)
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        context |= Context.HIDDEN
    style = attributes.get("style")
    if style and hides(style):
        context |= Context.HIDDEN
    return context


def hides(style: str) -> bool:
    """Whether an inline style takes the element off the page."""
    compact = "".join(style.lower().split())
    return "display:none" in compact or "visibility:hidden" in compact
