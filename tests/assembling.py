"""An article of a page whose blocks are all kept, captions aside."""

from cleanpage.article import Article, Outcome, OutcomeKind
from cleanpage.assembly.assemble import article_figures, assemble, build_body
from cleanpage.images.figures import read_figures
from cleanpage.metadata.metadata import Metadata
from cleanpage.page.page import Page

OUTCOME = Outcome(kind=OutcomeKind.ARTICLE, reason="test")


def whole_article(page: Page, metadata: Metadata, *, dropped: str | None = None) -> Article:
    """The article of all blocks but captions, and those that begin with `dropped`."""
    figures = read_figures(page, page.url)
    captions = {block for figure in figures for block in figure.caption_blocks}
    kept = [
        block
        for block, text in enumerate(page.texts)
        if block not in captions and not (dropped and text.startswith(dropped))
    ]
    shown = article_figures(page, kept, figures, metadata)
    return assemble(page, kept, shown, build_body(page, kept, shown, metadata), metadata, OUTCOME)
