"""What each HTML tag means to the walker: block or inline, skipped or read, and what it says of the text below it.

Block and inline follow the default style sheet of the HTML Standard, section 15.3.
"""

__all__ = [
    "BLOCK_TAGS",
    "HEADING_LEVELS",
    "PAGE_TAGS",
    "ROLE_CONTEXT",
    "SKIPPED_TAGS",
    "SPAN_TAGS",
    "TAG_CONTEXT",
    "Context",
]


class Context:
    """What the ancestors of a piece of text say of it; a bit each.

    Plain integers: operators of `enum.IntFlag` would make up half the time of the walk.
    """

    NAV = 1
    HEADER = 2
    FOOTER = 4
    ASIDE = 8
    FORM = 16
    ARTICLE = 32
    MAIN = 64
    FIGURE = 128
    CAPTION = 256
    QUOTE = 512
    LIST = 1024
    TABLE = 2048
    PRE = 4096
    HEADING = 8192
    LINK = 16384
    BUTTON = 32768
    DIALOG = 65536
    NOSCRIPT = 131072
    HIDDEN = 262144
    DETAILS = 524288
    DEFINITIONS = 1048576
    ADDRESS = 2097152


BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav "
    "noscript ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp "
    "amp-img amp-carousel amp-ad iframe".split()
)
"""Elements that start and end a block of text."""

SKIPPED_TAGS = frozenset(
    "audio canvas datalist embed iframe noembed noframes object script select style svg template textarea video".split()
)
"""Elements whose content is never text of the page."""

PAGE_TAGS = frozenset(("html", "body", "main", "article"))
"""Elements that hold the page or the article as a whole, and so are no part of it."""

HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
"""Heading tags with their level."""

SPAN_TAGS = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "sub": "subscript",
    "sup": "superscript",
    "del": "deletion",
    "s": "deletion",
    "strike": "deletion",
}
"""Inline elements that are kept as spans, with the kind of span."""

TAG_CONTEXT: dict[str, int] = {
    "nav": Context.NAV,
    "menu": Context.NAV,
    "header": Context.HEADER,
    "footer": Context.FOOTER,
    "aside": Context.ASIDE,
    "form": Context.FORM,
    "article": Context.ARTICLE,
    "main": Context.MAIN,
    "figure": Context.FIGURE,
    "figcaption": Context.CAPTION,
    "blockquote": Context.QUOTE,
    "ul": Context.LIST,
    "ol": Context.LIST,
    "dl": Context.DEFINITIONS,
    "table": Context.TABLE,
    "pre": Context.PRE,
    "listing": Context.PRE,
    "xmp": Context.PRE,
    "button": Context.BUTTON,
    "dialog": Context.DIALOG,
    "noscript": Context.NOSCRIPT,
    "details": Context.DETAILS,
    "address": Context.ADDRESS,
    **dict.fromkeys(HEADING_LEVELS, Context.HEADING),
}
"""What a tag says of all text below it."""

ROLE_CONTEXT: dict[str, int] = {
    "navigation": Context.NAV,
    "menu": Context.NAV,
    "menubar": Context.NAV,
    "toolbar": Context.NAV,
    "tablist": Context.NAV,
    "banner": Context.HEADER,
    "contentinfo": Context.FOOTER,
    "complementary": Context.ASIDE,
    "search": Context.FORM,
    "form": Context.FORM,
    "article": Context.ARTICLE,
    "main": Context.MAIN,
    "dialog": Context.DIALOG,
    "alertdialog": Context.DIALOG,
    "button": Context.BUTTON,
    "heading": Context.HEADING,
}
"""What an ARIA role says of all text below it."""
