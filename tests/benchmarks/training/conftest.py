from pathlib import Path

import pytest

from benchmarks import corpora
from benchmarks.training.samples import Sample, read_page
from tests.benchmarks.training import mini
from tests.features.conftest import use_model

__all__ = ["mini_corpora", "samples", "use_model"]


@pytest.fixture(scope="session")
def mini_corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpora of `mini`."""
    return mini.write(tmp_path_factory.mktemp("corpora"))


@pytest.fixture(scope="session")
def samples(mini_corpora: Path) -> list[Sample]:
    """All pages of the corpora of `mini`, without excerpts."""
    pages = [page for name in mini.NAMES for page in corpora.load(name, mini_corpora).pages]
    return [read_page(page)[0] for page in pages]
