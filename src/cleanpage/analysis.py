"""`Analysis`: the frozen record of one extraction, from which everything can be explained."""

from dataclasses import dataclass

from cleanpage.article import Article
from cleanpage.features import Features
from cleanpage.figures import FoundFigure
from cleanpage.metadata import Metadata
from cleanpage.options import Options
from cleanpage.page import Page
from cleanpage.scoring import Scores, contributions
from cleanpage.selection import Verdict

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
    verdicts: tuple[Verdict, ...]
    """Role and reason, one a block."""
    figures: tuple[FoundFigure, ...]
    """Images with caption and credit, those outside the article included."""
    metadata: Metadata
    """Resolved values, and all claims with their sources."""
    article: Article

    def contributions(self, block: int) -> dict[str, float]:
        """What each feature added to the score of a block, in log odds, the largest first."""
        return contributions(self.features, self.scores, block)
