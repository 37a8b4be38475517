"""Pages as the trainers read them: everything before the scores, which the weights of today must not touch."""

from typing import NamedTuple

from benchmarks.pages import Page as GoldPage
from cleanpage.features.hints import PageHints
from cleanpage.images.figures import read_figures
from cleanpage.metadata.metadata import Metadata
from cleanpage.metadata.read import read_metadata
from cleanpage.options import Options
from cleanpage.page.dom import parse
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks
from cleanpage.selection.pull_quotes import pull_quotes
from cleanpage.selection.roles import page_hints
from cleanpage.selection.side_matter import side_matter
from cleanpage.source.inputs import read_source

__all__ = ["Known", "known_of", "page_of"]


class Known(NamedTuple):
    """What is known of a page before its blocks are scored."""

    metadata: Metadata
    hints: PageHints


def page_of(gold: GoldPage, content: bytes | None = None) -> Page:
    """A page as the walker reads it; with other content, if given."""
    source = read_source(gold.html if content is None else content, gold.url, None, Options())
    return read_blocks(parse(source.html, source.url))


def known_of(page: Page) -> Known:
    """Metadata and hints of a page."""
    metadata = read_metadata(page)
    side = side_matter(page, metadata.blocks.get("headline", ()))
    hints = page_hints(metadata, read_figures(page, metadata.base_url), side, pull_quotes(page))
    return Known(metadata, hints)
