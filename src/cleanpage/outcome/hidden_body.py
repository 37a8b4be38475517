"""The body of a page that shows none: scripts would put it there, and the JSON-LD states it.

Only the node that is about the page counts (`metadata` decides which), and only where the headline of the page is that
of the node or has a word in common with the body. Other text in scripts may be of any story.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cleanpage.article import OutcomeKind, Paragraph
from cleanpage.features.hints import PageHints
from cleanpage.limits import Watch
from cleanpage.metadata.metadata import Metadata
from cleanpage.page.dom import parse
from cleanpage.page.guard import guarded
from cleanpage.page.walk import read_blocks
from cleanpage.selection.overrides import BODY
from cleanpage.selection.verdicts import Verdicts

__all__ = ["HiddenBody", "hidden_body"]

# Shorter texts, in characters, are notes on the page as often as its body.
MIN_TEXT = 200
# Shorter words of a headline, in characters, stand in any text; of longer ones the ending may differ.
MIN_WORD, MAX_STEM = 4, 6
# What stands behind a wall may not be meant for its reader, so a page that shows one is left at that.
SHOWING_NOTHING = frozenset((OutcomeKind.EMPTY, OutcomeKind.JAVASCRIPT_SHELL))


@dataclass(frozen=True, slots=True)
class HiddenBody:
    """A body that the page states and does not show."""

    kind: OutcomeKind
    """What the page is with it."""
    path: str
    """Where in the JSON-LD it stands."""
    blocks: tuple[Paragraph, ...]


def hidden_body(shown: OutcomeKind, verdicts: Verdicts, metadata: Metadata, watch: Watch) -> HiddenBody | None:
    """Read the body that a page states in its JSON-LD.

    Args:
        shown: What the page is by what it shows.
        verdicts: The page, with the body that it states among its hints.
        metadata: What the page says of itself.
        watch: Limits, which hold for markup in the body as for the page itself.

    Returns:
        None where the page shows something, states no body, or has elements that `Options.body` chose.
    """
    hints = verdicts.hints
    if shown not in SHOWING_NOTHING or len(hints.body) < MIN_TEXT or BODY in verdicts.page.chosen.values():
        return None
    if not fits_headline(hints, metadata):
        return None
    kind = OutcomeKind.PRODUCT if "product" in hints.types else OutcomeKind.ARTICLE
    return HiddenBody(kind, hints.body_path, tuple(Paragraph(text=text) for text in paragraphs(hints.body, watch)))


def fits_headline(hints: PageHints, metadata: Metadata) -> bool:
    """Whether the headline of the page, if it has one, is of the node that states the body or has a word of it."""
    found = metadata.evidence.get("headline")
    node = hints.body_path.rpartition(".")[0]
    if found is None or found.winner.path.rpartition(".")[0] == node:
        return True
    body = hints.body.casefold()
    words = str(found.winner.value).casefold().split()
    return any(word[:MAX_STEM] in body for word in words if len(word) >= MIN_WORD or not word.isascii())


def paragraphs(text: str, watch: Watch) -> Iterable[str]:
    """The paragraphs of a text, which may be marked up."""
    if "</" in text or "<br" in text:
        return read_blocks(parse(guarded(text, watch)), watch).texts
    return filter(None, (" ".join(line.split()) for line in text.splitlines()))
