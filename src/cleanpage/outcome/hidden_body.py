"""The body of a page that scripts would fill: its JSON-LD may state it, or a string in its scripts hold it.

Frameworks hand their scripts what a page is made of, in forms of their own and from version to version in others:
`__NEXT_DATA__`, strings within strings, caches of queries. What they have in common is that the text stands in one
string, as HTML or as plain paragraphs. So no form is known here; the string with most prose counts.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from cleanpage.article import Outcome, OutcomeKind, Paragraph
from cleanpage.features.characters import SIGNS, Kind
from cleanpage.limits import Watch
from cleanpage.metadata.metadata import Metadata
from cleanpage.page.dom import Document, parse
from cleanpage.page.guard import guarded
from cleanpage.page.walk import read_blocks
from cleanpage.selection.roles import stated_claim

__all__ = ["unseen_body"]

# Shorter texts, in characters, are notes on the page as often as its body.
MIN_TEXT = 200
# A page that shows a wall is left at that: what stands behind it may not be meant for its reader.
SHOWING_NOTHING = frozenset((OutcomeKind.EMPTY, OutcomeKind.JAVASCRIPT_SHELL))
# In JavaScript as in JSON no string goes beyond a line; what is not closed by then was none.
STRING = re.compile(r'"(?:[^"\\\n]++|\\.)*+"?')
# Strings are looked for in strings so many times over, and so many of the longest are read.
DEPTH, LONGEST = 3, 20
SENTENCE_ENDS = tuple(SIGNS[Kind.SENTENCE_END])

Found = tuple[str, Sequence[str]]
"""Where a body is, in words, and its paragraphs."""


def unseen_body(
    metadata: Metadata, document: Document, outcome: Outcome, watch: Watch
) -> tuple[Outcome, tuple[Paragraph, ...]]:
    """The paragraphs that a page without any text of its own states, and what the page is with them.

    Args:
        metadata: What the page says of itself.
        document: The page.
        outcome: What the page is without.
        watch: Limits, which hold for markup in strings as for the page itself.

    Returns:
        The outcome as it was, and no paragraphs, where the page shows something or states nothing.
    """
    if outcome.kind not in SHOWING_NOTHING:
        return outcome, ()
    found = claimed(metadata, watch) or held(document.scripts(), watch)
    if found is None:
        return outcome, ()
    place, texts = found
    kind = OutcomeKind.PRODUCT if "product" in metadata.page_types else OutcomeKind.ARTICLE
    reason = f"{outcome.reason}; the body is what {place} says"
    changed = outcome.model_copy(update={"kind": kind, "reason": reason, "limits": tuple(watch.hit)})
    return changed, tuple(Paragraph(text=text) for text in texts)


def claimed(metadata: Metadata, watch: Watch) -> Found | None:
    """The longest body that JSON-LD states."""
    stated = stated_claim(metadata)
    if stated is None or len(stated.raw) < MIN_TEXT:
        return None
    return f"{stated.path} of its JSON-LD", paragraphs(stated.raw, watch)


def held(scripts: Iterable[str], watch: Watch) -> Found | None:
    """The string in scripts with most prose; of two with the same prose, the one with less around it."""
    long = {text for script in scripts for text in strings(script, DEPTH) if len(text) >= MIN_TEXT}
    texts = [paragraphs(text, watch) for text in sorted(long, key=lambda text: (-len(text), text))[:LONGEST]]
    best = max(texts, key=lambda lines: (prose(lines), -sum(map(len, lines))), default=())
    return ("a string in its scripts", best) if prose(best) >= MIN_TEXT else None


def strings(code: str, depth: int) -> Iterator[str]:
    """The string literals in a script, and those in these."""
    for literal in STRING.findall(code):
        if len(literal) >= MIN_TEXT and literal.endswith('"'):
            try:
                text = json.loads(literal, strict=False)
            except ValueError:
                continue
            yield text
            if depth > 1:
                yield from strings(text, depth - 1)


def prose(texts: Iterable[str]) -> int:
    """Number of characters in paragraphs that end as sentences do."""
    return sum(len(text) for text in texts if text.endswith(SENTENCE_ENDS))


def paragraphs(text: str, watch: Watch) -> Sequence[str]:
    """The paragraphs of a text, which may be marked up."""
    if "</" in text or "<br" in text:
        return read_blocks(parse(guarded(text, watch)), watch).texts
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
