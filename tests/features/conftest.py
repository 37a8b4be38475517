from collections.abc import Callable, Iterator

import pytest

from cleanpage.features import paths
from cleanpage.models.weights import Model


@pytest.fixture
def use_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Model], None]]:
    """Puts a model in the place of the shipped one; the memo of weights is emptied before and after."""

    def use(model: Model) -> None:
        monkeypatch.setattr(paths, "load_model", lambda: model)
        paths.element_weights.cache_clear()

    yield use
    paths.element_weights.cache_clear()
