"""Outcome: what a page turned out to be, and the signs that tell so."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cleanpage.article import Outcome, OutcomeKind, Signal
from cleanpage.metadata.metadata import Metadata
from cleanpage.models.feature_table import Features
from cleanpage.outcome.walls import wall_of
from cleanpage.page.page import Page
from cleanpage.rules.tags import HEADING_LEVELS
from cleanpage.selection.scores import Scores
from cleanpage.selection.select import Verdicts
from cleanpage.source.inputs import PageSource

__all__ = ["Judgement", "tell_outcome"]

# A section front shows at least so many linked headlines, and no run of prose longer than an introduction, in words.
MIN_TEASERS = 5
MAX_INTRODUCTION = 120
# A page that says it is a collection may introduce it at more length.
MAX_FOREWORD = 250
# A list of links without headings: most of the text is links, and next to nothing else is left as body, in words.
MOSTLY_LINKS = 0.8
SOME_LINKS = 0.6
MAX_REST = 60
MIN_LIST = 100
# Types that pages give themselves, of schema.org and Open Graph (ogp.me), as in `Metadata.page_types`.
SINGLE_TYPES = frozenset(
    "analysisnewsarticle article blogposting liveblogposting newsarticle opinionnewsarticle recipe report "
    "reportagenewsarticle reviewnewsarticle scholarlyarticle techarticle "
    "og:article og:book og:product og:profile og:video og:video.episode og:video.movie og:video.other".split()
)
PRODUCT_TYPES = frozenset(("product",))
LIST_TYPES = frozenset(("itemlist", "offercatalog"))
COLLECTION_TYPES = frozenset(("collectionpage", "searchresultspage"))
KINDS = {str(kind): kind for kind in OutcomeKind}
NO_WORDS = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the steps before have found of a page."""

    page: Page
    features: Features
    scores: Scores
    kinds: Mapping[str, float]
    """How probable each kind of page with content is."""
    verdicts: Verdicts
    metadata: Metadata

    @property
    def words(self) -> np.ndarray:
        """Number of words of each block."""
        return self.features.column("words") if self.features.names else np.zeros(len(self.page.texts))


def tell_outcome(source: PageSource, found: Judgement, limits: Sequence[str] = ()) -> Outcome:
    """Tell what the page is, by the first sign that holds.

    Args:
        source: What was read.
        found: What was found in it.
        limits: Names of the limits that something was left out for.
    """
    if source.binary:
        return Outcome(kind=OutcomeKind.NOT_HTML, reason=f"the bytes are {source.binary}")
    words = found.words
    body = found.verdicts.body
    body_words = int(words[body].sum())
    signals = tuple(signals_of(found, body_words))
    if limits:
        names = " and ".join(f"Options.{name}" for name in limits)
        reason = f"read up to {names}, the rest was left"
        return Outcome(kind=OutcomeKind.LIMIT_HIT, reason=reason, limits=tuple(limits), signals=signals)
    kind, reason = wall_of(found.page, words, body, found.metadata) or content_kind(found, words, body)
    return Outcome(kind=kind, reason=reason, signals=signals)


def signals_of(found: Judgement, body_words: int) -> Iterator[Signal]:
    """The numbers that go with every outcome."""
    yield Signal(name="body_words", value=body_words)
    yield Signal(name="words", value=float(found.words.sum()))
    yield Signal(name="article_probability", value=round(found.scores.article, 4))
    for kind, probability in found.kinds.items():
        yield Signal(name=f"kind_{kind}", value=round(probability, 4))


def content_kind(found: Judgement, words: np.ndarray, body: Sequence[int]) -> tuple[OutcomeKind, str]:
    """The kind of a page that has content, or leads to others, or has nothing."""
    sign = index_sign(found, words, body)
    if sign is not None:
        return OutcomeKind.INDEX_PAGE, sign
    if not body:
        return OutcomeKind.EMPTY, f"no article among {words.sum():.0f} words"
    article = article_probability(found)
    count = f"a body of {words[body].sum():.0f} words"
    if article >= 0.5:
        return OutcomeKind.ARTICLE, f"{count}, article with probability {article:.2f}"
    kind = max((name for name in found.kinds if name != "article"), key=lambda name: found.kinds[name])
    return KINDS[kind], f"{count}, article with probability {article:.2f}, else most like {kind}"


def article_probability(found: Judgement) -> float:
    """How probable it is that the page is an article, by both models of kinds: the mean of their log odds.

    Both as if there were as many articles as other pages: so was the one learned, the other as if there were as many
    pages of each kind.
    """
    others = len(found.kinds) - 1
    odds = (log_odds(found.scores.article), log_odds(found.kinds["article"]) + math.log(others))
    return 1.0 / (1.0 + math.exp(-sum(odds) / 2))


def log_odds(probability: float) -> float:
    """Log odds, bounded."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def index_sign(found: Judgement, words: np.ndarray, body: Sequence[int]) -> str | None:
    """What tells that a page does nothing but lead to others; None where nothing does."""
    page, metadata = found.page, found.metadata
    run = longest_run(page, words, body)
    if run > MAX_FOREWORD:
        return None
    if not COLLECTION_TYPES.isdisjoint(metadata.page_types):
        return f"says it is a collection, no run of prose longer than {run} words"
    if metadata.published is not None or is_single_thing(metadata.page_types):
        return None
    teasers = linked_headings(page)
    if teasers >= MIN_TEASERS and run <= MAX_INTRODUCTION:
        return f"{teasers} linked headings, no run of prose longer than {run} words"
    total = int(words.sum())
    if total < MIN_LIST:
        return None
    linked = sum(page.linked_chars) / max(1, sum(map(len, page.texts)))
    rest = unlinked_words(page, words, body)
    if rest <= MAX_REST and linked >= (MOSTLY_LINKS if body else SOME_LINKS):
        return f"{linked:.0%} of {total} words are links, {rest} words of body are not"
    return None


def unlinked_words(page: Page, words: np.ndarray, body: Sequence[int]) -> int:
    """Words of the body outside its links."""
    return round(sum(float(words[b]) * (1 - page.linked_chars[b] / len(page.texts[b])) for b in body))


def is_single_thing(types: frozenset[str]) -> bool:
    """Whether a page says of itself that it is about one thing: an article, a video, a product."""
    if not SINGLE_TYPES.isdisjoint(types):
        return True
    return not PRODUCT_TYPES.isdisjoint(types) and LIST_TYPES.isdisjoint(types)


def linked_headings(page: Page) -> int:
    """Number of distinct headings that are wholly links."""
    tags, texts, linked = page.tags, page.texts, page.linked_chars
    return len(
        {
            texts[block]
            for block, element in enumerate(page.elements)
            if tags[element] in HEADING_LEVELS and linked[block] > 0.8 * len(texts[block])
        }
    )


def longest_run(page: Page, words: np.ndarray, body: Sequence[int]) -> int:
    """Words of the longest run of body blocks that no linked heading interrupts."""
    longest = run = 0
    for block, count in zip(body, words[body].tolist(), strict=True):
        linked = page.linked_chars[block]
        teaser = linked > 0.5 * len(page.texts[block]) or (linked and page.tags[page.elements[block]] in HEADING_LEVELS)
        run = 0 if teaser else run + int(count)
        longest = max(longest, run)
    return longest
