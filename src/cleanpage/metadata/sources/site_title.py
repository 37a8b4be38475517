"""The name of the site in the title of its page, where no other source gives it."""

from collections.abc import Iterator

from cleanpage.metadata.claims import Claim, Source, text_claim
from cleanpage.metadata.layout import Layout
from cleanpage.metadata.titles import SEPARATOR, simplified, site_names

__all__ = ["title_site_claims"]

MIN_NAME = 3
"""Letters and digits of a name that is told by its domain."""


def title_site_claims(layout: Layout) -> Iterator[Claim]:
    """The claim of the last part of `title`, else of the first, if the domain of the page says the same."""
    title = layout.page.title or ""
    parts = [part.strip() for part in SEPARATOR.split(title[:1_000])]
    url = layout.page.url or layout.survey.base_url
    if len(parts) < 2 or not url:
        return
    labels = site_names([], url, []).labels
    for part in (parts[-1], parts[0]):
        name = simplified(part)
        if len(name) >= MIN_NAME and any(name == label or label == f"the{name}" for label in labels):
            yield from text_claim("site_name", part, Source.HEAD, "title")
            return
