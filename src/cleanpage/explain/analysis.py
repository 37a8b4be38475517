"""`Analysis`: the frozen record of one extraction, from which everything can be explained."""

from dataclasses import dataclass

from cleanpage.article import Article
from cleanpage.explain.prose import Explanation, explain_text
from cleanpage.features.hints import PageHints
from cleanpage.images.figures import FoundFigure
from cleanpage.metadata.metadata import Metadata
from cleanpage.models.feature_table import Features
from cleanpage.options import Options
from cleanpage.page.page import Page
from cleanpage.selection.scores import Scores, contributions
from cleanpage.selection.verdicts import Verdicts
from cleanpage.source.inputs import PageSource

__all__ = ["Analysis"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was found on the way from a page to its article."""

    options: Options
    source: PageSource
    """The HTML that was read."""
    figures: tuple[FoundFigure, ...]
    """Images with caption and credit, those outside the article included."""
    metadata: Metadata
    """Resolved values, and all claims with their sources."""
    verdicts: Verdicts
    """The decision on each block, with the page, hints, features and scores that it rests on."""
    article: Article

    @property
    def page(self) -> Page:
        """Elements and blocks."""
        return self.verdicts.page

    @property
    def hints(self) -> PageHints:
        """What was known of the page before its blocks were scored."""
        return self.verdicts.hints

    @property
    def features(self) -> Features:
        """One row a block."""
        return self.verdicts.features

    @property
    def scores(self) -> Scores:
        """One probability a block."""
        return self.verdicts.scores

    def contributions(self, block: int) -> dict[str, float]:
        """What each feature and the surroundings added to the score of a block, in log odds, the largest first."""
        return contributions(self.features, self.scores, block)

    def explain(self, *, text: str) -> Explanation:
        """Say why the block with some words was kept or dropped, and at what score that would change.

        Args:
            text: Words of the page; case and white space do not count. They may run over several blocks.

        Returns:
            The reason of each block found, or, where no block has the words, where else on the page they stand.
            `str()` of it is prose.

        Raises:
            ValueError: `text` has no words.
        """
        return explain_text(self.verdicts, self.source, text)
