from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.__main__ import app
from benchmarks.stress import growth, hostile, pool
from benchmarks.stress.generated import HOSTILE
from tests.benchmarks.conftest import invoke

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("wide_console")]


def test_soak(shared: Path) -> None:
    output = invoke("soak", "--root", str(shared), "--count", "16", "--threads", "2", "--thread-pages", "1")
    assert "16 extractions of 2 pages" in output
    assert "of 1 pages, other articles in 2 threads" in output
    assert "the same" in output


def test_soak_that_changes_fails(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "survives", lambda _: False)
    arguments = ["soak", "--root", str(shared), "--count", "8", "--threads", "1", "--thread-pages", "1"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    assert "NOT the same" in result.output


def test_mutations(shared: Path) -> None:
    output = invoke("mutations", "--root", str(shared), "--processes", "1")
    assert "2 of 2 pages, 50 damaged versions: 0 exceptions" in output


def test_growth_keeps_its_figures_for_the_report(tmp_path: Path) -> None:
    output = invoke("growth", "-f", "wide", "--most", "1000", "--out", str(tmp_path))
    assert "wide" in output
    assert [len(curve) for curve in growth.read_curves(tmp_path / growth.RECORDS).values()] == [1]


def test_hostile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hostile, "HOSTILE", {"cyclic JSON-LD": HOSTILE["cyclic JSON-LD"]})
    assert "cyclic JSON-LD" in invoke("hostile", "--out", str(tmp_path))
    assert (tmp_path / hostile.RECORDS).is_file()
