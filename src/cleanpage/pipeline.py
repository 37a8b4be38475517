"""From a page to its article: every step, once, in order."""

import numpy as np

from cleanpage.article import Article
from cleanpage.assembly.assemble import article_figures, assemble, build_body
from cleanpage.explain.analysis import Analysis
from cleanpage.features.hints import PageHints
from cleanpage.features.read import read_features
from cleanpage.images.figures import read_figures
from cleanpage.limits import Watch
from cleanpage.metadata.language import text_sample
from cleanpage.metadata.read import read_claims, resolve_metadata
from cleanpage.models.feature_table import no_features
from cleanpage.models.page_kind import kind_probabilities
from cleanpage.options import Options
from cleanpage.outcome.confidence import confidence
from cleanpage.outcome.hidden_body import hidden_body
from cleanpage.outcome.outcome import shown_kind, tell_outcome
from cleanpage.page.dom import parse
from cleanpage.page.guard import guarded
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks
from cleanpage.selection.overrides import apply_choices, without_dropped
from cleanpage.selection.pull_quotes import pull_quotes
from cleanpage.selection.roles import page_hints
from cleanpage.selection.scores import Scores, score_blocks
from cleanpage.selection.select import select_blocks
from cleanpage.selection.side_matter import side_matter
from cleanpage.selection.verdicts import Cause, Choice, Verdicts
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
    blocks = read_blocks(parse(guarded(source.html, watch), source.url, options.selectors()), watch)
    claimed = read_claims(blocks)
    figures = read_figures(blocks, claimed.base_url)
    side = side_matter(blocks, claimed.blocks.get("headline", ()))
    hints = page_hints(claimed, figures, side, pull_quotes(blocks))
    verdicts = apply_choices(judged(blocks, hints, watch))
    kept = verdicts.body
    metadata = resolve_metadata(
        claimed,
        looks_like_article=verdicts.scores.likely_article or not kept,
        text=text_sample(blocks.texts, kept),
        detect_language=options.detect_language,
    )
    kinds = kind_probabilities(blocks, verdicts.features)
    shown = shown_kind(source, verdicts, kinds, metadata, watch.hit)
    hidden = hidden_body(shown[0], verdicts, metadata, watch)
    pictures = article_figures(blocks, kept, without_dropped(blocks, figures), metadata)
    body = hidden.blocks if hidden else build_body(blocks, kept, pictures, metadata, cut=verdicts.choice.hidden.parts)
    outcome = tell_outcome(shown, verdicts, kinds, body, hidden, options, watch.hit)
    sure = 0.0 if hidden else confidence(verdicts, metadata, outcome)
    article = assemble(blocks, kept, pictures, body, metadata, outcome, sure, comments=options.comments)
    return Analysis(options, source, figures, metadata, verdicts, article)


def judged(page: Page, hints: PageHints, watch: Watch) -> Verdicts:
    """The decision on every block by features and scores; without time left, no block is body."""
    if watch.out_of_time():
        count = len(page.texts)
        choice = Choice([False] * count, Cause.NO_TIME)
        return Verdicts(page, hints, no_features(count), Scores(np.zeros(count), 0.0), choice, {})
    features = read_features(page, hints)
    return select_blocks(page, features, score_blocks(features), hints, watch.options.hidden)
