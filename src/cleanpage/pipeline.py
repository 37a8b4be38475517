"""The way of a page: every step, once, in order."""

import numpy as np

from cleanpage.article import Article, Outcome
from cleanpage.assembly.assemble import assemble
from cleanpage.explain.analysis import Analysis
from cleanpage.features.hints import PageHints
from cleanpage.features.read import read_features
from cleanpage.images.figures import read_figures
from cleanpage.limits import Watch
from cleanpage.metadata.language import with_language
from cleanpage.metadata.read import read_metadata, reconsidered
from cleanpage.models.feature_table import Features
from cleanpage.models.page_kind import kind_probabilities
from cleanpage.options import Options
from cleanpage.outcome.confidence import CUT_SHORT, confidence_of
from cleanpage.outcome.hidden_body import unseen_body
from cleanpage.outcome.outcome import Judgement, tell_outcome
from cleanpage.page.dom import parse
from cleanpage.page.guard import guarded
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks
from cleanpage.selection.overrides import apply_choices, told_of_body, without_dropped
from cleanpage.selection.roles import hints_of
from cleanpage.selection.scores import Scores, score_blocks
from cleanpage.selection.select import Verdicts, select_blocks
from cleanpage.source.inputs import read_source

__all__ = ["analyze", "extract"]

DEFAULT_OPTIONS = Options()


def extract(
    page: object, *, url: str | None = None, content_type: str | None = None, options: Options | None = None
) -> Article:
    """Take the article out of a web page.

    A pure function: no network, no files, no state; the same page gives the same article, from any thread.

    Args:
        page: `bytes` as they came, `str`, an lxml element or tree, a parsel or Scrapy selector, or a response-like
            object with `.body` or `.text` and `.url`. Markdown with raw HTML left in it is recognised.
        url: Absolute URL of the page, which relative links are resolved against.
        content_type: The `Content-Type` header that the page came with; its charset counts.
        options: Settings; `Options()` by default.

    Returns:
        The article. `Article.outcome` tells what the page was if it held none.

    Raises:
        TypeError: `page` is none of these.
        CleanpageError: The URL or an option cannot be used.
        LimitExceeded: The page goes beyond a limit, and `options` are strict.
    """
    return analyze(page, url=url, content_type=content_type, options=options).article


def analyze(
    page: object, *, url: str | None = None, content_type: str | None = None, options: Options | None = None
) -> Analysis:
    """As `extract`, with the record of every step: blocks, features, scores, verdicts and claims."""
    options = options or DEFAULT_OPTIONS
    watch = Watch(options)
    source = read_source(page, url, content_type, options)
    if source.truncated:
        watch.exceed("max_bytes")
    document = parse(guarded(source.html, watch), source.url, options.selectors())
    blocks = read_blocks(document, watch)
    metadata = read_metadata(blocks)
    figures = read_figures(blocks, metadata.base_url)
    hints = hints_of(blocks, metadata, figures)
    features, scores, verdicts = judged(blocks, hints, watch)
    verdicts = apply_choices(blocks, verdicts)
    if verdicts.body:
        metadata = reconsidered(metadata, looks_like_article=scores.likely_article)
    metadata = with_language(metadata, blocks, verdicts.body, options.detect_language)
    kinds = kind_probabilities(blocks, features)
    found = Judgement(blocks, features, scores, kinds, verdicts, metadata)
    outcome = told_of_body(tell_outcome(source, found, watch.hit), options, [*blocks.chosen.values()])
    shown = without_dropped(blocks, figures)
    sure = confidence(found, outcome)
    # What the options leave out of a page is not sought in its scripts.
    outcome, unseen = (outcome, ()) if blocks.chosen else unseen_body(metadata, document, outcome, watch)
    article = assemble(blocks, verdicts.body, shown, metadata, outcome, sure, unseen=unseen, comments=options.comments)
    return Analysis(options, blocks, features, scores, verdicts, figures, metadata, article, source)


def confidence(found: Judgement, outcome: Outcome) -> float:
    """How probable it is that the body is right; nothing where the page has none to offer."""
    if not outcome.has_article:
        return 0.0
    told = confidence_of(found.page, found.features, found.scores, found.verdicts.kept, found.metadata)
    return min(told, CUT_SHORT) if outcome.limits else told


def judged(blocks: Page, hints: PageHints, watch: Watch) -> tuple[Features, Scores, Verdicts]:
    """Features, scores and verdicts of all blocks; without time left, no block is body."""
    if watch.out_of_time():
        count = len(blocks.texts)
        scores = Scores(np.zeros(count), 0.0)
        nothing = Verdicts(blocks, scores.probabilities, [False] * count, {}, {})
        return Features((), np.zeros((0, count), dtype=np.float32)), scores, nothing
    features = read_features(blocks, hints)
    scores = score_blocks(features)
    return features, scores, select_blocks(blocks, features, scores, hints)
