"""An extractor with its options."""

from dataclasses import dataclass

from cleanpage.article import Article
from cleanpage.explain.analysis import Analysis
from cleanpage.options import Options
from cleanpage.pipeline import analyze

__all__ = ["Extractor"]


@dataclass(frozen=True, slots=True)
class Extractor:
    """`cleanpage.extract` and `cleanpage.analyze` with options of the test's choice."""

    options: Options

    def extract(self, page: object, *, url: str | None = None, content_type: str | None = None) -> Article:
        """The article of a page, in any form that `cleanpage.extract` takes."""
        return self.analyze(page, url=url, content_type=content_type).article

    def analyze(self, page: object, *, url: str | None = None, content_type: str | None = None) -> Analysis:
        """The record of how it was found."""
        return analyze(page, url=url, content_type=content_type, options=self.options)
