"""Pages of our own, read the way the pipeline reads them."""

from collections.abc import Callable

import pytest

from cleanpage.blocks import read_blocks
from cleanpage.dom import parse
from cleanpage.metadata import Metadata, read_metadata

Reader = Callable[..., Metadata]


@pytest.fixture
def read() -> Reader:
    """Reads the metadata of a page given as HTML."""

    def read_html(html: str, url: str | None = "https://news.example/2020/story.html") -> Metadata:
        return read_metadata(read_blocks(parse(html, url)))

    return read_html
