"""What the text of a block says by itself."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from cleanpage.arrays import Columns, flags, numbers
from cleanpage.page import Page
from cleanpage.rules.cues import CUES

__all__ = ["LONG_WORDS", "count_words", "cue_features", "text_features"]

# A block of this many words is a full sentence or more (boilerpipe's and jusText's "long").
LONG_WORDS = 15
# Ends of sentences, in the scripts that have their own.
SENTENCE_ENDS = frozenset(".!?…。！？؟।۔")
CLOSING_MARKS = "\"'”’»)]」』）"
OPENING_MARKS = " 【［[(«\"“‘'>▶►→»-–—•*:|■◆●▼・…"
COMMAS = (",", "،", "、", "，", ";")
STOPS = (". ", "! ", "? ", "。", "؟ ")
SEPARATORS = ("|", "•", "·", "›", "»", "/")
# The head of a block tells digits, capitals and signs well enough.
HEAD = 60


def text_features(page: Page) -> Columns:
    """Counts and shares of the block's own text."""
    texts = page.texts
    heads = [text[:HEAD] for text in texts]
    chars = numbers([len(text) for text in texts])
    words = numbers([count_words(text) for text in texts])
    link_density = np.minimum(numbers(list(page.linked_chars)) / chars, 1.0)
    return {
        "words": words,
        "word_length": chars / words,
        "link_density": link_density,
        "links": numbers([sum(span.kind == "link" for span in spans) if spans else 0 for spans in page.spans]),
        "strong": numbers([strong_share(page, block) for block in range(len(texts))]),
        "commas": numbers([sum(map(text.count, COMMAS)) for text in texts]),
        "stops": numbers([sum(map(text.count, STOPS)) for text in texts]),
        "ends_sentence": flags([ends_sentence(text) for text in texts]),
        "ends_colon": flags([text[-1] in ":：" for text in texts]),
        "digits": numbers([sum(map(str.isdigit, head)) / len(head) for head in heads]),
        "capitals": numbers([sum(map(str.isupper, head)) / len(head) for head in heads]),
        "separators": numbers([sum(map(head.count, SEPARATORS)) for head in heads]),
        "copyright": flags(["©" in head for head in heads]),
        "lines": numbers([text.count("\n") for text in texts]),
        "long": flags((words >= LONG_WORDS) & (link_density < 0.5)),
        **cue_features(heads),
        **copy_features(page),
    }


def cue_features(heads: Sequence[str]) -> Columns:
    """Whether a text begins with the words of related links, of calls to sign up, of adverts."""
    starts = [head.lower().lstrip(OPENING_MARKS) for head in heads]
    return {f"cue_{cue.name}": flags([start.startswith(cue.phrases) for start in starts]) for cue in CUES}


def count_words(text: str) -> int:
    """Number of words; where a script has no spaces, two characters count for one."""
    words = text.count(" ") + 1
    if not text.isascii() and len(text) > 16 * words:
        return len(text) // 2
    return words


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and brackets aside."""
    return text[-1] in SENTENCE_ENDS or (text[-1] in CLOSING_MARKS and text.rstrip(CLOSING_MARKS)[-1:] in SENTENCE_ENDS)


def strong_share(page: Page, block: int) -> float:
    """Share of the text in bold type."""
    spans = page.spans[block]
    if not spans:
        return 0.0
    return min(1.0, sum(s.end - s.start for s in spans if s.kind == "strong") / len(page.texts[block]))


def copy_features(page: Page) -> Columns:
    """In how many groups of the page the text stands, in how many before, and how much of the title it has.

    Copies within one group, as of a refrain, are meant; copies in others are mostly there for other screens.
    """
    counts, first = Counter[str](), dict[tuple[str, int], int]()
    earlier = []
    for text, element in zip(page.texts, page.elements, strict=True):
        key = text, page.parents[element]
        if key not in first:
            first[key] = counts[text]
            counts[text] += 1
        earlier.append(first[key])
    title = set((page.title or "").lower().split())
    return {
        "copies": numbers([counts[text] for text in page.texts]),
        "copies_before": numbers(earlier),
        "title_share": numbers([overlap(text, title) if title else 0.0 for text in page.texts]),
    }


def overlap(text: str, title: set[str]) -> float:
    """Share of the words of a short text that are in the title."""
    if len(text) > 200:
        return 0.0
    words = text.lower().split()
    return sum(word in title for word in words) / len(words)
