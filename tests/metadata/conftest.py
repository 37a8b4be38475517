"""Pages of our own, read the way the pipeline reads them."""

from collections.abc import Callable

import pytest

from cleanpage.metadata.element_index import survey_of
from cleanpage.metadata.layout import layout_of
from cleanpage.metadata.metadata import Metadata
from cleanpage.metadata.read import claims_of, read_metadata
from cleanpage.metadata.resolution.checked import CheckedClaim
from cleanpage.metadata.resolution.checks import check, check_context
from cleanpage.page.dom import parse
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks

Reader = Callable[..., Metadata]
URL = "https://news.example/2020/story.html"


def page_of(html: str, url: str | None = URL) -> Page:
    """What the walker reads from HTML."""
    return read_blocks(parse(html, url))


def ballots(html: str, field: str) -> list[CheckedClaim]:
    """The claims of a field that a page makes, as they vote."""
    layout = layout_of(survey_of(page_of(html)))
    claims = claims_of(layout)
    return check([claim for claim in claims if claim.field == field], check_context(claims, layout))


def sure(metadata: Metadata, field: str) -> float:
    """The confidence of a field that has one."""
    confidence = metadata.evidence[field].confidence
    assert confidence is not None
    return confidence


@pytest.fixture
def read() -> Reader:
    """Reads the metadata of a page given as HTML."""

    def read_html(html: str, url: str | None = URL) -> Metadata:
        return read_metadata(page_of(html, url))

    return read_html
