"""A body that the page states and does not show: `articleBody` of its JSON-LD, on a page that scripts would fill."""

from collections.abc import Sequence

from cleanpage.article import Outcome, OutcomeKind, Paragraph
from cleanpage.blocks import read_blocks
from cleanpage.dom import parse
from cleanpage.metadata import Claim, Source

__all__ = ["unseen_body"]

# Shorter texts, in characters, are notes on the page as often as its body.
MIN_TEXT = 200
# A page that shows a wall is left at that: what stands behind it may not be meant for its reader.
SHOWING_NOTHING = frozenset((OutcomeKind.EMPTY, OutcomeKind.JAVASCRIPT_SHELL))


def unseen_body(claims: Sequence[Claim], outcome: Outcome) -> tuple[Outcome, tuple[Paragraph, ...]]:
    """The paragraphs that a page without any text of its own states, and what the page is with them.

    Args:
        claims: What the page says of itself.
        outcome: What the page is without.

    Returns:
        The outcome as it was, and no paragraphs, where the page shows something or states nothing.
    """
    stated = [c for c in claims if c.field == "article_body" and c.source is Source.JSON_LD]
    longest = max(stated, key=lambda claim: len(claim.raw), default=None)
    if outcome.kind not in SHOWING_NOTHING or longest is None or len(longest.raw) < MIN_TEXT:
        return outcome, ()
    body = tuple(Paragraph(text=text) for text in paragraphs(longest.raw))
    reason = f"{outcome.reason}; the body is what {longest.path} of its JSON-LD says"
    return outcome.model_copy(update={"kind": OutcomeKind.ARTICLE, "reason": reason}), body


def paragraphs(text: str) -> Sequence[str]:
    """The paragraphs of a text, which may be marked up."""
    if "</" in text or "<br" in text:
        return read_blocks(parse(text)).texts
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
