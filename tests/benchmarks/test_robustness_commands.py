from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import robustness_commands
from benchmarks.__main__ import app
from benchmarks.generated_pages.cards import card_pages
from tests.benchmarks.conftest import invoke

pytestmark = pytest.mark.usefixtures("wide_console")


@pytest.fixture
def one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cuts the cards down to one page."""
    generated = {"cards": ("cards", lambda: [next(card_pages())])}
    monkeypatch.setattr(robustness_commands, "GENERATED", generated)


@pytest.mark.usefixtures("one_page")
def test_generated_pages() -> None:
    output = " ".join(invoke("robustness", "cards", "--verbose").split())  # titles of narrow tables wrap
    assert "cleanpage leaks" in output
    assert "pages with leaks or losses" in output


def test_crutches(shared: Path) -> None:
    output = invoke("robustness", "crutches", "--root", str(shared), "--processes", "1")
    assert "small-dev" in output
    assert "without URL" in output


def test_an_unknown_test_is_refused() -> None:
    result = CliRunner().invoke(app, ["robustness", "nonsense"])
    assert result.exit_code == 2
    assert "nonsense" in result.output
