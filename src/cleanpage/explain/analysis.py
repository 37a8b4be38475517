"""`Analysis`: the frozen record of one extraction, from which everything can be explained."""

from dataclasses import dataclass

from cleanpage.article import Article
from cleanpage.explain.prose import Explanation, explain_text
from cleanpage.explain.reasons import Decision
from cleanpage.images.figures import FoundFigure
from cleanpage.metadata.metadata import Metadata
from cleanpage.models.feature_table import Features
from cleanpage.options import Options
from cleanpage.page.page import Page
from cleanpage.selection.roles import hints_of
from cleanpage.selection.scores import Scores, contributions
from cleanpage.selection.select import Verdicts
from cleanpage.source.inputs import PageSource

__all__ = ["Analysis"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was found on the way from a page to its article."""

    options: Options
    page: Page
    """Elements and blocks."""
    features: Features
    """One row a block."""
    scores: Scores
    """One probability a block."""
    verdicts: Verdicts
    """Role and reason, one a block."""
    figures: tuple[FoundFigure, ...]
    """Images with caption and credit, those outside the article included."""
    metadata: Metadata
    """Resolved values, and all claims with their sources."""
    article: Article
    source: PageSource
    """The HTML that was read."""

    def contributions(self, block: int) -> dict[str, float]:
        """What each feature and the surroundings added to the score of a block, in log odds, the largest first."""
        return contributions(self.features, self.scores, block)

    def explain(self, *, text: str) -> Explanation:
        """Say why the block with some words was kept or dropped, and what would change that.

        Args:
            text: Words of the page; case and white space do not count. They may run over several blocks.

        Returns:
            The reason of each block found, or, where no block has the words, where else on the page they stand.
            `str()` of it is prose.

        Raises:
            ValueError: `text` has no words.
        """
        hints = hints_of(self.page, self.metadata, self.figures)
        decision = Decision(self.page, self.features, self.scores, hints, self.verdicts)
        return explain_text(decision, self.source, text)
