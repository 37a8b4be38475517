"""The answer to "why is this paragraph missing?": words of a page, looked up and explained in prose."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from cleanpage.explain.feature_names import describe_feature, is_flag, value_in_words
from cleanpage.explain.reasons import Reason, Term, explain_block
from cleanpage.page.element_path import cut, place, printable, selector
from cleanpage.page.page import Page
from cleanpage.rules.feature_words import GROUPS
from cleanpage.selection.roles import BOILERPLATE_ROLES
from cleanpage.selection.verdicts import Verdicts
from cleanpage.source.inputs import PageSource

__all__ = ["Explanation", "explain_text"]

# Words that stand everywhere are explained where they stand first.
MAX_BLOCKS = 10
SHOWN_TERMS = 3
SHOWN_TEXT = 80


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of some words of a page; `str()` of it says so in prose."""

    text: str
    """The words that were asked for."""
    reasons: tuple[Reason, ...]
    """Of each block with these words, in order; at most ten."""
    elsewhere: str | None
    """Where the words stand if not in any block."""
    article: float
    """Probability that the page is an article."""
    page: Page

    def __str__(self) -> str:
        if not self.reasons:
            return f"No block has these words: {self.elsewhere}."
        parts = ["\n".join(sentences(self.page, reason)) for reason in self.reasons]
        return "\n\n".join((*parts, page_sentence(self.article)))


def explain_text(verdicts: Verdicts, source: PageSource, text: str) -> Explanation:
    """Explain every block that has some words.

    Args:
        verdicts: The page and the decisions on it.
        source: The HTML it was read from.
        text: The words; case and white space do not count.

    Raises:
        ValueError: `text` has no words.
    """
    words = folded(text)
    if not words:
        raise ValueError("explain(text=…): give some words of the page")
    blocks = blocks_with(verdicts.page, words)
    reasons = tuple(explain_block(verdicts, block) for block in blocks[:MAX_BLOCKS])
    place = None if blocks else elsewhere(verdicts.page, source, words)
    return Explanation(text, reasons, place, verdicts.scores.article, verdicts.page)


def folded(text: str) -> str:
    """`text` for comparison: case and white space do not count."""
    return " ".join(text.casefold().split())


def blocks_with(page: Page, words: str) -> list[int]:
    """The blocks that have some folded words: within one block, or else running over several."""
    texts = [folded(text) for text in page.texts]
    found = [block for block, text in enumerate(texts) if words in text]
    if found:
        return found
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    at = " ".join(texts).find(words)
    if at < 0:
        return []
    return list(range(bisect_right(starts, at) - 1, bisect_left(starts, at + len(words))))


def elsewhere(page: Page, source: PageSource, words: str) -> str:
    """Where on a page words stand that are in none of its blocks."""
    if words in folded(page.title or ""):
        return "they stand in the title of the page alone"
    for element, attributes in enumerate(page.attributes):
        for name, value in attributes.items():
            if value and words in folded(value):
                return f"they stand in the attribute `{printable(name)}` of {place(page, element)}"
    if any(words in folded(script) for script in page.scripts.values()):
        return "they stand in a data script, which metadata is read from"
    if words in folded(source.html):
        return "they stand in the source, but not as text: in a script, a comment, or an element that shows no text"
    if page.truncated or source.truncated:
        return "the page was not read to its end, see Article.outcome"
    return "they are not in the page as it was handed in; a script may load them, or its markup may part them"


def sentences(page: Page, reason: Reason) -> Iterator[str]:
    """A reason in prose, a sentence or two a line."""
    text = printable(reason.text)
    yield f"Block {reason.block}, “{cut(text, SHOWN_TEXT)}”"
    yield f"  stands in {place(page, page.elements[reason.block])}."
    yield f"  {fate(reason)}: {reason.verdict.reason}."
    yield f"  {turning(reason)}"
    yield f"  Every block here starts at {signed(reason.start)} (log odds)."
    for intro, sign in (("For it", 1), ("Against it", -1)):
        parts = [f"{GROUPS[name]} ({signed(value)})" for name, value in reason.groups if value * sign > 0]
        if parts:
            yield f"  {intro}: {', '.join(parts[:SHOWN_TERMS])}."
    features = [feature_words(term) for term in reason.terms[:SHOWN_TERMS]]
    if features:
        yield f"  Features that count most: {', '.join(features)}."
    tokens = [f"{t.token} of {selector(page, t.element)} ({signed(t.weight)})" for t in reason.tokens[:SHOWN_TERMS]]
    if tokens:
        yield f"  Names that count most: {', '.join(tokens)}."


def feature_words(term: Term) -> str:
    """A feature with its value and what it added."""
    words = describe_feature(term.feature).words
    if term.value is not None:
        words = f"{words}: {value_in_words(term.value, is_flag(term.feature))}"
    return f"{words} ({signed(term.odds)})"


def page_sentence(article: float) -> str:
    """What kind of page it was taken for, which decides how blocks are chosen."""
    if article >= 0.5:
        return f"The page was taken for an article ({article:.2f}): blocks that score more than not are kept."
    return f"The page was taken for no article ({article:.2f}): the set of blocks with the best expected F1 is kept."


def fate(reason: Reason) -> str:
    """What became of a block."""
    if reason.verdict.kept:
        return "It was kept as part of the body"
    if reason.verdict.role in BOILERPLATE_ROLES:
        return f"It was dropped as {reason.verdict.role}"
    return f"It is no part of the body, but the {reason.verdict.role} of the article"


def turning(reason: Reason) -> str:
    """From what score on the verdict would be another."""
    kept = reason.verdict.kept
    if reason.verdict.option:
        return "The option decided, whatever the score."
    if reason.turn is None:
        return f"No score of its own would {'drop' if kept else 'keep'} it."
    if kept:
        return f"Below a score of {reason.turn:.2f} it would be dropped."
    return f"From a score of {reason.turn:.2f} on it would be kept."


def signed(value: float) -> str:
    """Log odds with their sign."""
    return f"{value:+.1f}".replace("-", "−")
