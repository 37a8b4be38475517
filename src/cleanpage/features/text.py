"""Features of the text of a block."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cleanpage.features.characters import HEAD_CHARACTERS, SIGNS, Characters, Kind, characters_of
from cleanpage.models.arrays import Array, Columns, flags, numbers
from cleanpage.page.page import Page
from cleanpage.rules.cues import CUES

__all__ = ["LONG_WORDS", "count_words", "cue_features", "text_features"]

# A block of this many words is a full sentence or more (boilerpipe's and jusText's "long").
LONG_WORDS = 15
# Ends of sentences, in the scripts that have their own.
SENTENCE_ENDS = frozenset(SIGNS[Kind.SENTENCE_END])
CLOSING_MARKS = SIGNS[Kind.CLOSING]
OPENING_MARKS = " 【［[(«\"“‘'>▶►→»-–—•*:|■◆●▼・…"
# How phrases of cues begin, in so many characters: hardly any text begins so. Shorter phrases are in other scripts.
CUE_HEAD = 4
CUE_HEADS = frozenset(phrase[:CUE_HEAD] for cue in CUES for phrase in cue.phrases)
SHORT_CUES = tuple(head for head in CUE_HEADS if len(head) < CUE_HEAD)
# Words of so many characters, on the mean, are none where the script is not Latin.
WIDE_CHARACTERS = 16
# A text longer than this, in characters, has no share of the title.
MAX_TITLE = 200


def text_features(page: Page) -> Columns:
    """Counts and shares of the block's own text."""
    texts = page.texts
    found = characters_of(texts)
    ends, heads = found.ends, found.heads
    chars = numbers(ends - found.starts)
    words = word_counts(texts, found)
    link_density = np.minimum(numbers(page.linked_chars) / chars, 1.0)
    head_chars = heads - found.starts
    last = found.last()
    return {
        "words": words,
        "word_length": chars / words,
        "link_density": link_density,
        **span_features(page),
        "commas": numbers(found.count(Kind.COMMA, ends)),
        "stops": numbers(found.stops()),
        "ends_sentence": ends_of_sentences(texts, last),
        "ends_colon": flags((last & Kind.COLON) != 0),
        "digits": numbers(found.count(Kind.DIGIT, heads) / head_chars),
        "capitals": numbers(found.count(Kind.CAPITAL, heads) / head_chars),
        "separators": numbers(found.count(Kind.SEPARATOR, heads)),
        "copyright": flags(["©" in text[:HEAD_CHARACTERS] for text in texts]),
        "lines": numbers(found.count(Kind.NEWLINE, ends)),
        "long": flags((words >= LONG_WORDS) & (link_density < 0.5)),
        **cue_features([text[:HEAD_CHARACTERS] for text in texts]),
        **copy_features(page),
    }


def word_counts(texts: Sequence[str], characters: Characters) -> Array:
    """`count_words` of all texts: all but long words in other scripts are told by their spaces."""
    words = characters.count(Kind.SPACE, characters.ends) + 1
    for block in np.flatnonzero(characters.ends - characters.starts > WIDE_CHARACTERS * words).tolist():
        words[block] = count_words(texts[block])
    return numbers(words)


def ends_of_sentences(texts: Sequence[str], last: NDArray[np.uint16]) -> Array:
    """Whether each text ends as a sentence does, closing quotes and brackets aside."""
    ends = (last & Kind.SENTENCE_END) != 0
    for block in np.flatnonzero((last & Kind.CLOSING) != 0).tolist():
        ends[block] = texts[block].rstrip(CLOSING_MARKS)[-1:] in SENTENCE_ENDS
    return flags(ends)


def span_features(page: Page) -> Columns:
    """Number of links, and the share of the text in bold type."""
    links, strong = np.zeros((2, len(page.texts)), dtype=np.float32)
    for block, spans in enumerate(page.spans):
        if spans:
            kinds = [span.kind for span in spans]
            links[block] = kinds.count("link")
            if "strong" in kinds:
                bold = sum(span.end - span.start for span in spans if span.kind == "strong")
                strong[block] = min(1.0, bold / len(page.texts[block]))
    return {"links": links, "strong": strong}


def cue_features(heads: Sequence[str]) -> Columns:
    """Whether a text begins with the words of related links, of calls to sign up, of adverts."""
    columns = {f"cue_{cue.name}": np.zeros(len(heads), dtype=np.float32) for cue in CUES}
    for block, head in enumerate(heads):
        start = head.lower().lstrip(OPENING_MARKS)
        if start[:CUE_HEAD] in CUE_HEADS or (not start.isascii() and start.startswith(SHORT_CUES)):
            for cue in CUES:
                columns[f"cue_{cue.name}"][block] = start.startswith(cue.phrases)
    return columns


def count_words(text: str) -> int:
    """Number of words; where a script has no spaces, two characters count for one."""
    words = text.count(" ") + 1
    if len(text) > WIDE_CHARACTERS * words and not text.isascii():
        return len(text) // 2
    return words


def copy_features(page: Page) -> Columns:
    """In how many groups of the page the text stands, in how many before, and how much of the title it has.

    Copies within one group, as of a refrain, are meant; copies in others are mostly there for other screens.
    """
    texts = page.texts
    places = list(zip(texts, map(page.parents.__getitem__, page.elements), strict=True))
    seen: dict[str, int] = {}
    earlier = dict.fromkeys(places, 0)
    for place in earlier:
        earlier[place] = count = seen.get(place[0], 0)
        seen[place[0]] = count + 1
    return {
        "copies": numbers([seen[text] for text in texts]),
        "copies_before": numbers([earlier[place] for place in places]),
        "title_share": title_shares(texts, frozenset((page.title or "").lower().split())),
    }


def title_shares(texts: Sequence[str], title: frozenset[str]) -> Array:
    """Of the words of each text, if it is short, the share that is in the title."""
    shares = np.zeros(len(texts), dtype=np.float32)
    if title:
        for block, text in enumerate(texts):
            if len(text) <= MAX_TITLE and not title.isdisjoint(words := text.lower().split()):
                shares[block] = sum([word in title for word in words]) / len(words)
    return shares
