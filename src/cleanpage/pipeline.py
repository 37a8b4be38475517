"""The way of a page: every step, once, in order."""

from cleanpage.analysis import Analysis
from cleanpage.article import Article
from cleanpage.assembly import assemble
from cleanpage.blocks import read_blocks
from cleanpage.dom import parse
from cleanpage.features import read_features
from cleanpage.figures import read_figures
from cleanpage.inputs import read_source
from cleanpage.metadata import read_metadata
from cleanpage.options import Options
from cleanpage.outcome import tell_outcome
from cleanpage.roles import hints_of
from cleanpage.scoring import score_blocks
from cleanpage.selection import select_blocks

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
    """
    return analyze(page, url=url, content_type=content_type, options=options).article


def analyze(
    page: object, *, url: str | None = None, content_type: str | None = None, options: Options | None = None
) -> Analysis:
    """As `extract`, with the record of every step: blocks, features, scores, verdicts and claims."""
    options = options or DEFAULT_OPTIONS
    source = read_source(page, url, content_type, options)
    blocks = read_blocks(parse(source.html, source.url), options.max_nodes)
    metadata = read_metadata(blocks)
    figures = read_figures(blocks, metadata.base_url)
    hints = hints_of(metadata, figures)
    features = read_features(blocks, hints)
    scores = score_blocks(features)
    verdicts = select_blocks(blocks, features, scores, hints)
    outcome = tell_outcome(source, blocks, verdicts, metadata)
    article = assemble(blocks, verdicts, figures, metadata, outcome)
    return Analysis(options, blocks, features, scores, verdicts, figures, metadata, article, source)
