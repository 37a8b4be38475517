import json
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import typer
from typer.testing import CliRunner, Result

from cleanpage.batch import Progress
from cleanpage.cli.batch import size, statuses
from cleanpage.cli.commands import app
from cleanpage.cli.progress import as_json, words_of
from tests.batch.pages import page
from tests.batch.warcs import by_record, response


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["batch", *arguments, "--workers", "0"])


@pytest.fixture(autouse=True)
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a WARC file, in which the test runs."""
    monkeypatch.chdir(tmp_path)
    records = [response("Ember"), response("Heron"), response("Gull", status=b"404 Not Found")]
    Path("a.warc.gz").write_bytes(by_record(records))
    return tmp_path


def test_rows_and_report() -> None:
    result = run("a.warc.gz", "-o", "out")
    assert (result.exit_code, result.stderr) == (0, "")
    first, *lines = result.stdout.splitlines()
    assert first.startswith("2 rows of 2 pages in ")
    assert [line.split(maxsplit=1) for line in lines] == [["2", "article"], ["1", "skipped http status 404"]]
    assert pq.read_table("out").column("headline").to_pylist() == ["Ember sails", "Heron sails"]


def test_options_reach_the_run() -> None:
    Path("a.jsonl").write_text(json.dumps({"page": page("Ember").decode(), "key": 7, "link": "https://a.b/", "x": [1]}))
    columns = ("--html-column", "page", "--id-column", "key", "--url-column", "link", "--keep", "x")
    result = run(
        "a.jsonl", "-o", "out.jsonl", "--format", "jsonl", "--one-file", *columns, "--evidence", "--no-timings"
    )
    assert result.exit_code == 0
    row = json.loads(Path("out.jsonl").read_text())
    assert (row["id"], row["url"], row["x"], row["seconds"]) == ("7", "https://a.b/", "[1]", None)
    assert row["evidence"]["headline"]["value"] == "Ember sails"
    assert run("a.warc.gz", "-o", "all", "--status", "any", "--where", "headline=Gull sails").exit_code == 0
    assert pq.read_table("all").column("http_status").to_pylist() == [404]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none.warc",), "none.warc: no such file"),
        (("a.warc.gz", "--where", "x>2"), "is no condition"),
        (("a.warc.gz", "--keep", "text"), "output's own"),
        (("a.warc.gz", "--status", "OK"), "give HTTP statuses"),
        (("a.warc.gz", "--memory", "much"), "is no size"),
        (("a.warc.gz", "--resume", "--overwrite"), "either resume or overwrite"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments, "-o", "out")
    assert result.exit_code == 2
    assert message in result.stderr
    assert not Path("out").exists()


def test_output_that_is_there() -> None:
    assert run("a.warc.gz", "-o", "out").exit_code == 0
    result = run("a.warc.gz", "-o", "out")
    assert (result.exit_code, result.stderr) == (
        2,
        "cleanpage: out exists: give --resume to go on with it, or --overwrite to replace it\n",
    )
    assert "2 of them from before" in run("a.warc.gz", "-o", "out", "--resume").stdout
    assert run("a.warc.gz", "-o", "out", "--overwrite").exit_code == 0


def test_errors_show_in_the_exit_code() -> None:
    Path("a.jsonl").write_text('{"html": 1}\n' * 3)
    result = run("a.jsonl", "-o", "out")
    assert result.exit_code == 4
    assert "3  error read: TypeError" in result.stdout
    assert run("a.jsonl", "-o", "few", "--max-errors", "2").exit_code == 1
    Path("cut.warc").write_bytes(response("Ember")[:-200])
    result = run("cut.warc", "-o", "cut")
    assert result.exit_code == 4
    assert "source_truncated: cut.warc, at byte" in result.stdout


def test_dry_run_writes_nothing() -> None:
    result = run("a.warc.gz", "-o", "out", "--dry-run")
    assert (result.exit_code, result.stdout.split()) == (
        0,
        ["warc", f"{Path('a.warc.gz').stat().st_size:,}", "a.warc.gz"],
    )
    assert not Path("out").exists()


def test_report_as_json() -> None:
    result = run("a.warc.gz", "-o", "out", "--progress", "json")
    assert json.loads(result.stdout)["outcomes"] == {"article": 2}


def test_progress_in_words_and_in_json() -> None:
    progress = Progress(pages=1200, errors=3, read=25, size=100, slowest=("a#7", 1.5))
    assert words_of(progress, 60.0) == "1,200 pages, 20.0/s, 25%, 3 errors, slowest 1.5 s: a#7"
    assert words_of(Progress(pages=0, errors=0, read=0, size=0, slowest=None), 0.0) == "0 pages, 0.0/s"
    assert json.loads(as_json(progress, 60.0))["pages"] == 1200


@pytest.mark.parametrize(
    ("text", "value"), [("1024", 1024), ("500M", 500 << 20), ("1.5 GiB", 3 << 29), ("2g", 2 << 30)]
)
def test_sizes(text: str, value: int) -> None:
    assert size(text) == value


def test_statuses() -> None:
    assert statuses(["200", "203"]) == (200, 203)
    assert statuses(["any"]) == ()
    with pytest.raises(typer.BadParameter):
        statuses(["200", "any"])


@pytest.mark.slow
def test_interrupt_finishes_the_part_and_can_be_resumed(crawl: Path) -> None:
    Path("many.warc").write_bytes(b"".join(response(f"ship{number}", page("ship", 200)) for number in range(200)))
    command = [
        sys.executable,
        "-m",
        "cleanpage",
        "batch",
        "many.warc",
        "-o",
        "out",
        "--part-size",
        "4",
        "--workers",
        "1",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not list(crawl.glob("out/part-*")):
            pass
        process.send_signal(signal.SIGINT)
        stderr = process.communicate()[1]
    assert process.returncode == 130
    assert "finishing this part" in stderr
    assert "go on with --resume" in stderr
    before = pq.read_table("out").num_rows
    assert before % 4 == 0
    assert 0 < before < 200
    result = run("many.warc", "-o", "out", "--part-size", "4", "--resume")
    assert result.exit_code == 0
    assert pq.read_table("out").column("position").to_pylist() == list(range(200))
