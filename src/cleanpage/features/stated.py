"""Compares blocks with the body and the description that the page's metadata states."""

from collections.abc import Sequence

import numpy as np

from cleanpage.features.hints import PageHints
from cleanpage.models.arrays import Array, Columns, flags

__all__ = ["stated_features"]

# A run of so many words stands in a text once, mostly.
RUN = 5
# A text with fewer characters has not the words for a run, and one more at each end.
MIN_EDGES = 2 * (RUN + 2) - 1
# Characters of a block's head that are looked for in the description, and those that its author's name may stand in.
HEAD, NAMED = 40, 80
# A shorter head stands in too many descriptions by chance.
MIN_HEAD = 20


def stated_features(texts: Sequence[str], hints: PageHints) -> Columns:
    """Whether the page's metadata has the words of a block: in the body or the description that it states.

    Only runs of words are compared, near each block's start and end: the stated body often has the text without the
    white space between paragraphs.
    """
    stated = stated_shares(texts, hints.body)
    return {
        "stated": stated,
        "past_stated": past(stated > 0),
        "page_stated": np.full(len(texts), float(stated.any())),
        "described": flags(described(texts, hints.description)),
        "author_named": flags(names_author(texts, hints.names)),
    }


def stated_shares(texts: Sequence[str], body: str) -> Array:
    """Of the runs at a block's start and end, the share that the stated body has."""
    if not body:
        return np.zeros(len(texts), dtype=np.float32)
    runs = set(runs_of(body.lower().split()))
    shares = np.zeros(len(texts), dtype=np.float32)
    for block, text in enumerate(texts):
        if len(text) >= MIN_EDGES and not runs.isdisjoint(edges := edge_runs(text)):
            shares[block] = sum([run in runs for run in edges]) / 2
    return shares


def runs_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of `RUN` words."""
    return list(zip(*(words[start:] for start in range(RUN)), strict=False))


def edge_runs(text: str) -> tuple[tuple[str, ...], ...]:
    """The second run of a text and the last but one: the outermost words may be glued to those of other paragraphs."""
    words = text.lower().split()
    return () if len(words) < RUN + 2 else (tuple(words[1 : RUN + 1]), tuple(words[-RUN - 1 : -1]))


def past(marked: np.ndarray) -> Array:
    """-1 before the first marked block, 1 after the last, else 0; all 0 where none is marked."""
    places = np.flatnonzero(marked)
    result = np.zeros(len(marked), dtype=np.float32)
    if len(places):
        result[: places[0]] = -1
        result[places[-1] + 1 :] = 1
    return result


def described(texts: Sequence[str], description: str) -> list[bool]:
    """Whether the description has the head of a text."""
    if len(description) < MIN_HEAD:
        return [False] * len(texts)
    whole = description.lower()
    return [len(text) >= MIN_HEAD and text[:HEAD].lower().rstrip(" .…") in whole for text in texts]


def names_author(texts: Sequence[str], names: Sequence[str]) -> list[bool]:
    """Whether a text has the name of an author of the page near its start, as notes on authors do."""
    found = [False] * len(texts)
    if names:
        heads = [text[:NAMED].lower() for text in texts]
        for name in names:
            found = [known or name in head for known, head in zip(found, heads, strict=True)]
    return found
