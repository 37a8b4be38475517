from io import StringIO

import pytest
from rich.console import Console

from benchmarks import progress


@pytest.mark.parametrize(
    ("between", "lines"),
    [
        (0.0, ["pages: 1 of 3, 0 s", "pages: 2 of 3, 0 s [b] noted", "pages: 3 of 3, 0 s"]),
        (3600.0, ["pages: 3 of 3, 0 s"]),
    ],
)
def test_a_log_gets_a_line_now_and_then(between: float, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    log = StringIO()
    monkeypatch.setattr(progress, "stderr", Console(file=log, width=20))
    monkeypatch.setattr(progress, "BETWEEN", between)
    with progress.progress("pages", 3) as advance:
        advance()
        advance("[b] noted")
        advance()
    assert [line.rstrip() for line in log.getvalue().splitlines() if line.strip()] == lines


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = StringIO()
    monkeypatch.setattr(progress, "stderr", Console(file=screen, force_terminal=True, width=80))
    with progress.progress("pages", 2) as advance:
        advance()
        advance()
    assert "2/2" in screen.getvalue()
