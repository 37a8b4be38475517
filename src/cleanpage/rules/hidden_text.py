"""Words that tell hidden text which a reader can bring up from text that is hidden for good."""

__all__ = [
    "CONTROL_ATTRIBUTES",
    "CONTROL_TAGS",
    "FORMULA_WORDS",
    "NAMING_ATTRIBUTES",
    "READER_WORDS",
    "SHOWN_ROLES",
    "SHOWN_WORDS",
    "STREAMED_IDS",
]

SHOWN_WORDS = frozenset(
    "accordion accordeon answer carousel collapse collapsed collapsible collapsing endnote expand expandable expander "
    "expanded faq flickity foldable footnote marginnote metered note noteref pane panel paywall premium readmore "
    "reveal revealed showmore sidenote slick slide slider spoiler swiper tab tabpane tabpanel tabs toggle toggled "
    "transcript truncated".split()
)
"""Words of class names and ids of parts that open on a click, for subscribers, or come into view."""

STREAMED_IDS = ("S:", "P:")
"""How ids begin of hidden parts that React moves to their place when the page has come as a whole."""

READER_WORDS = (
    frozenset(("sr", "only")),
    frozenset(("visually", "hidden")),
    frozenset(("screen", "reader")),
    frozenset(("assistive",)),
    frozenset(("visuallyhidden",)),
)
"""Words of class names that together name text for screen readers."""

FORMULA_WORDS = frozenset("arithmatex formula jax katex math mathjax mathml mjx mwe tex".split())
"""Words of class names of what holds a formula."""

SHOWN_ROLES = frozenset("doc-endnote doc-footnote note region tabpanel".split())
"""Roles of parts that open on a click."""

NAMING_ATTRIBUTES = (
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-owns",
    "data-bs-target",
    "data-target",
    "for",
    "href",
)
"""Attributes by which a button, a tab or a reference names the element that it shows."""

CONTROL_TAGS = frozenset(("button", "summary", "label"))
CONTROL_ATTRIBUTES = ("aria-expanded", "data-toggle", "data-bs-toggle", "onclick")
"""What something to click on has, beside the role of a button."""
