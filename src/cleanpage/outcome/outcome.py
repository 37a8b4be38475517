"""Outcome: what a page turned out to be, and the signs that tell so."""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from cleanpage.article import Block, Outcome, OutcomeKind, Signal
from cleanpage.article.blocks import blocks_text
from cleanpage.article.fields import CONTENT_KINDS
from cleanpage.article.length import length_of, word_count
from cleanpage.metadata.metadata import Metadata
from cleanpage.models.arrays import Array, log_odds, logistic
from cleanpage.options import Options
from cleanpage.outcome.hidden_body import HiddenBody
from cleanpage.outcome.walls import KindAndReason, wall_of
from cleanpage.page.page import Page
from cleanpage.rules.tags import HEADING_LEVELS
from cleanpage.selection.overrides import BODY
from cleanpage.selection.verdicts import Verdicts
from cleanpage.source.inputs import PageSource

__all__ = ["shown_kind", "tell_outcome"]

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
# Kinds of pages whose reason tells the length of the body.
WITH_WORDS = CONTENT_KINDS - {OutcomeKind.LIMIT_HIT} | {OutcomeKind.PAYWALL}
# The models of kinds are no surer than this.
SUREST = 1e-4
DEFAULT_OPTIONS = Options()


def shown_kind(
    source: PageSource, verdicts: Verdicts, kinds: Mapping[str, float], metadata: Metadata, limits: Sequence[str] = ()
) -> KindAndReason:
    """The kind of a page by what it shows, from the first sign that holds.

    Args:
        source: What was read.
        verdicts: The decisions on its blocks.
        kinds: How probable each kind of page with content is.
        metadata: What the page says of itself.
        limits: Names of the limits that something was left out for.
    """
    if source.binary:
        return OutcomeKind.NOT_HTML, f"the bytes are {source.binary}"
    if limits:
        names = " and ".join(f"Options.{name}" for name in limits)
        return OutcomeKind.LIMIT_HIT, f"read up to {names}, the rest was left"
    page, words, body = verdicts.page, verdicts.features.column("words"), verdicts.body
    if wall := wall_of(page, words, body, metadata):
        return wall
    if sign := index_sign(page, words, body, metadata):
        return OutcomeKind.INDEX_PAGE, sign
    if not body:
        return OutcomeKind.EMPTY, f"no article among {word_count(page.texts)} words"
    article = article_probability(verdicts.scores.article, kinds)
    reason = f"article with probability {article:.2f}"
    if article >= 0.5:
        return OutcomeKind.ARTICLE, reason
    kind = max((name for name in kinds if name != "article"), key=kinds.__getitem__)
    return KINDS[kind], f"{reason}, else most like {kind}"


def tell_outcome(
    shown: KindAndReason,
    verdicts: Verdicts,
    kinds: Mapping[str, float],
    body: tuple[Block, ...],
    hidden: HiddenBody | None = None,
    options: Options = DEFAULT_OPTIONS,
    limits: Sequence[str] = (),
) -> Outcome:
    """The outcome of an extraction.

    Args:
        shown: The kind of the page by what it shows, with the reason.
        verdicts: The decisions on its blocks.
        kinds: How probable each kind of page with content is.
        body: The blocks of the article.
        hidden: The body that the page states and does not show, if that is the one.
        options: Settings.
        limits: Names of the limits that something was left out for.
    """
    kind, reason = shown
    count = length_of(blocks_text(body)).in_words
    if hidden:
        kind, reason = hidden.kind, f"{reason}; the body is what {hidden.path} of its JSON-LD says"
    elif body and kind in WITH_WORDS:
        reason = f"a body of {count} words, {reason}"
    if options.body and BODY not in verdicts.page.chosen.values():
        reason = f"{reason}; Options.body={options.body!r} matches nothing"
    signals = tuple(signals_of(verdicts, kinds, count))
    return Outcome(kind=kind, reason=reason, limits=tuple(limits), signals=signals)


def signals_of(verdicts: Verdicts, kinds: Mapping[str, float], body_words: int) -> Iterator[Signal]:
    """The numbers that go with every outcome."""
    yield Signal(name="body_words", value=body_words)
    yield Signal(name="words", value=word_count(verdicts.page.texts))
    yield Signal(name="article_probability", value=round(verdicts.scores.article, 4))
    for kind, probability in kinds.items():
        yield Signal(name=f"kind_{kind}", value=round(probability, 4))


def article_probability(article: float, kinds: Mapping[str, float]) -> float:
    """How probable it is that the page is an article, by both models of kinds: the mean of their log odds.

    Both as if there were as many articles as other pages: so was the one learned, the other as if there were as many
    pages of each kind.

    Args:
        article: The probability by the forest.
        kinds: The probabilities by the model of kinds.
    """
    odds = log_odds(np.array([article, kinds["article"]]), SUREST).sum() + math.log(len(kinds) - 1)
    return float(logistic(odds / 2))


def index_sign(page: Page, words: Array, body: Sequence[int], metadata: Metadata) -> str | None:
    """What tells that a page does nothing but lead to others; None where nothing does."""
    run = longest_run(page, words, body)
    if run > MAX_FOREWORD:
        return None
    if not COLLECTION_TYPES.isdisjoint(metadata.page_types):
        return "says that it is a collection, no long run of prose"
    if metadata.published is not None or is_single_thing(metadata.page_types):
        return None
    teasers = linked_headings(page)
    if teasers >= MIN_TEASERS and run <= MAX_INTRODUCTION:
        return f"{teasers} linked headings, no long run of prose"
    if words.sum() < MIN_LIST:
        return None
    linked = sum(page.linked_chars) / max(1, sum(map(len, page.texts)))
    rest = unlinked_words(page, words, body)
    if rest <= MAX_REST and linked >= (MOSTLY_LINKS if body else SOME_LINKS):
        return f"{linked:.0%} of the text is links, and hardly any of the body is not"
    return None


def unlinked_words(page: Page, words: Array, body: Sequence[int]) -> int:
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


def longest_run(page: Page, words: Array, body: Sequence[int]) -> int:
    """Words of the longest run of body blocks that no linked heading interrupts."""
    longest = run = 0
    for block, count in zip(body, words[body].tolist(), strict=True):
        linked = page.linked_chars[block]
        teaser = linked > 0.5 * len(page.texts[block]) or (linked and page.tags[page.elements[block]] in HEADING_LEVELS)
        run = 0 if teaser else run + int(count)
        longest = max(longest, run)
    return longest
