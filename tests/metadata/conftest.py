"""Pages of our own, read the way the pipeline reads them."""

from collections.abc import Callable

import pytest

from cleanpage.blocks import read_blocks
from cleanpage.dom import parse
from cleanpage.metadata import Metadata, read_metadata
from cleanpage.page import Page

Reader = Callable[..., Metadata]
URL = "https://news.example/2020/story.html"


def page_of(html: str, url: str | None = URL) -> Page:
    """What the walker reads from HTML."""
    return read_blocks(parse(html, url))


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
