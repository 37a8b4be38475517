"""The fixtures. They import the library when a test asks for it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from cleanpage.pytest_plugin.running import folders_of

if TYPE_CHECKING:
    from cleanpage.article import Article
    from cleanpage.options import Options
    from cleanpage.pytest_plugin.extractor import Extractor
    from cleanpage.pytest_plugin.regression import ArticleRegression
    from cleanpage.testing.builder import BuiltPage
    from cleanpage.testing.hostile import HostilePage
    from cleanpage.testing.pages import SavedPage
    from cleanpage.testing.server import PageServer


@pytest.fixture
def cleanpage_options() -> "Options":
    """How `cleanpage` reads pages; a fixture of the same name in a conftest replaces it."""
    from cleanpage.options import Options

    return Options()


@pytest.fixture
def cleanpage(cleanpage_options: "Options") -> "Iterator[Extractor]":
    """An extractor, `cleanpage.extract(page)` and `cleanpage.analyze(page)`; the test cannot reach the network."""
    from cleanpage.pytest_plugin.extractor import Extractor
    from cleanpage.testing.network import block_network

    with block_network():
        yield Extractor(cleanpage_options)


@pytest.fixture
def page_html(request: pytest.FixtureRequest) -> "Callable[[str], SavedPage]":
    """Loads a saved page by its name: `.body` holds its bytes, `.url`, `.headers` and `.meta` what is known of it."""
    from cleanpage.testing.pages import read_page

    def load(name: str) -> "SavedPage":
        (folder, *_) = folders_of(request.config, request.path.parent, (name,))
        return read_page(folder)

    return load


@pytest.fixture
def saved_page(request: pytest.FixtureRequest) -> "SavedPage":
    """Each of the saved pages that `@pytest.mark.page(…)` names."""
    from cleanpage.testing.pages import read_page

    return read_page(request.param)


@pytest.fixture
def page_field(request: pytest.FixtureRequest, saved_page: "SavedPage") -> str:  # noqa: ARG001  # it is of that page
    """Each field that is expected of each `saved_page`."""
    name: str = request.param
    return name


@pytest.fixture
def article(saved_page: "SavedPage") -> "Article":
    """The article of each of the saved pages that `@pytest.mark.page(…)` names."""
    from cleanpage.testing.cases import read

    return read(saved_page).analysis.article


@pytest.fixture
def article_regression(request: pytest.FixtureRequest) -> "ArticleRegression":
    """Compares what a scraper yields with what it yielded before, or with what is expected of a saved page."""
    from cleanpage.pytest_plugin.regression import ArticleRegression

    return ArticleRegression(request.node)


@pytest.fixture
def page_builder() -> "Callable[..., BuiltPage]":
    """Builds a page with a given article inside chosen boilerplate: `cleanpage.testing.build_page`."""
    from cleanpage.testing.builder import build_page

    return build_page


@pytest.fixture
def hostile_page(request: pytest.FixtureRequest) -> "HostilePage":
    """Each of the pages that break scrapers, `cleanpage.testing.HOSTILE`."""
    from cleanpage.testing.hostile import hostile_page as make

    return make(request.param)


@pytest.fixture(scope="module")
def serve_pages(request: pytest.FixtureRequest) -> "Iterator[Callable[..., PageServer]]":
    """Starts a local server of saved pages, of all that are found without arguments; it ends with the module."""
    from cleanpage.testing.pages import SavedPage, read_page
    from cleanpage.testing.server import PageServer

    with ExitStack() as running:

        def serve(*pages: "str | SavedPage") -> PageServer:
            names = tuple(page for page in pages if isinstance(page, str))
            folders = folders_of(request.config, request.path.parent, names) if names or not pages else []
            loaded = [*map(read_page, folders), *(page for page in pages if isinstance(page, SavedPage))]
            return running.enter_context(PageServer(loaded))

        yield serve
