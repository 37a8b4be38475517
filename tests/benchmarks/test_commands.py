import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import __main__, commands
from benchmarks.__main__ import app
from benchmarks.pages import CorpusError
from tests.benchmarks.conftest import invoke

pytestmark = pytest.mark.usefixtures("wide_console")


@pytest.mark.parametrize("command", ["body", "metadata", "structure", "speed", "report", "gate", "soak", "mutations"])
def test_help(command: str) -> None:
    assert "--root" in invoke(command, "--help")


@pytest.mark.slow
def test_body_prints_figures_by_kind_and_keeps_records(shared: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    output = invoke("body", "--root", str(shared), "--processes", "1", "--out", str(out))
    assert "small-dev, 2 pages" in output
    assert "word F1 by kind" in output
    assert "service" in output
    lines = (out / "small-dev" / "cleanpage.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line).get("id") for line in lines] == [None, "ferry", "library"]


@pytest.mark.slow
def test_metadata_prints_the_fields_that_the_corpus_knows(shared: Path, tmp_path: Path) -> None:
    output = invoke("metadata", "--root", str(shared), "--processes", "1", "--out", str(tmp_path / "out"))
    assert "headline" in output
    assert "published instant" in output
    assert "±" in output
    assert "wrong / missing" in output
    assert "word F1" not in output.replace("author words F1", "")


def test_body_leaves_out_corpora_that_say_nothing_of_it(shared: Path, tmp_path: Path) -> None:
    truth = shared / "small-dev" / "truth.jsonl"
    records = [{"id": "ferry", "published": "2024-05-06"}, {"id": "library"}]
    truth.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    assert invoke("body", "--root", str(shared), "--out", str(tmp_path / "out")).strip() == ""


def test_difference_to_a_peer(shared: Path, tmp_path: Path) -> None:
    pytest.importorskip("resiliparse")
    options = ["--root", str(shared), "--processes", "1", "--out", str(tmp_path / "out")]
    output = invoke("body", *options, "-s", "cleanpage,resiliparse")
    assert "cleanpage − resiliparse: " in output


def test_again_runs_a_peer_on_the_pages_it_failed_on(shared: Path, tmp_path: Path) -> None:
    pytest.importorskip("resiliparse")
    out = tmp_path / "out"
    options = ["--root", str(shared), "--processes", "1", "--out", str(out), "-s", "resiliparse"]
    invoke("body", *options)
    kept = out / "small-dev" / "resiliparse.jsonl"
    head, ferry, library = kept.read_text("utf-8").splitlines()
    records = [json.loads(ferry) | {"error": "stopped after 20 s"}, json.loads(library) | {"seconds": 42.0}]
    kept.write_text("".join(f"{line}\n" for line in (head, *map(json.dumps, records))), "utf-8")
    assert " 1 │" in invoke("body", *options, "--kept")
    assert " 0 │" in invoke("body", *options, "--again")
    again = [json.loads(line) for line in kept.read_text("utf-8").splitlines()[1:]]
    assert [record["error"] for record in again] == [None, None]
    assert again[0]["seconds"] < 42 == again[1]["seconds"]


def test_documents_show_cross_validated_figures_alone(shared: Path) -> None:
    result = CliRunner().invoke(app, ["report", "--docs", "--root", str(shared)])
    assert result.exit_code == 2


@pytest.mark.slow
def test_speed_prints_parsers_beside_the_system(shared: Path, tmp_path: Path) -> None:
    options = ["--root", str(shared), "-c", "small-dev", "--rounds", "1", "--out", str(tmp_path / "out")]
    output = invoke("speed", *options)
    assert "× lexbor" in output
    assert "libxml2" in output
    assert "p99÷median" in output
    assert "times a bare lexbor parse" in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["body", "-s", "nobody"], "no system nobody"),
        (["body", "-c", "nothing"], "no corpus 'nothing'"),
    ],
)
def test_wrong_name_is_one_line(
    shared: Path,
    arguments: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["cleanpage-bench", *arguments, "--root", str(shared)])
    with pytest.raises(SystemExit) as exit_:
        __main__.main()
    assert exit_.value.code == 2
    error = capsys.readouterr().err
    assert message in error
    assert len(error.splitlines()) == 1


def test_no_corpora_at_all(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="set --root"):
        commands.Selection(None, tmp_path).load()
