import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleanpage import Options
from cleanpage.batch import (
    SCHEMA,
    Form,
    OutputError,
    Progress,
    ReadSettings,
    Report,
    RunSettings,
    TooManyErrors,
    article_from_row,
    run,
)
from tests.batch.pages import page, url_of
from tests.batch.warcs import ODD, by_record, response

HERE = RunSettings(workers=0, timings=False, part_size=16)
"""In this process, so that most tests need not wait for others."""


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two WARC files of 40 and 9 pages, in which the test runs."""
    monkeypatch.chdir(tmp_path)
    for name, pages in (("a", 40), ("b", 9)):
        records = [response(f"{name}{number}") for number in range(pages)]
        Path(f"{name}.warc.gz").write_bytes(by_record(records))
    return tmp_path


def files(folder: str | Path) -> dict[str, bytes]:
    """The visible files of an output."""
    return {
        path.name: path.read_bytes()
        for path in sorted(Path(folder).iterdir())
        if path.is_file() and path.name[0] != "."
    }


def ids(folder: str | Path) -> list[str]:
    found: list[str] = pq.read_table(folder).column("id").to_pylist()
    return found


ALL = [f"<urn:uuid:{name}{number}>" for name, pages in (("a", 40), ("b", 9)) for number in range(pages)]


@pytest.mark.usefixtures("crawl")
def test_each_page_is_one_row_in_order() -> None:
    report = run(["a.warc.gz", "b.warc.gz"], "out", HERE)
    assert ids("out") == ALL
    assert (report.complete, report.clean, report.pages, report.rows) == (True, True, 49, 49)
    assert report.outcomes == {"article": 49}
    parts = [f"part-00000-{unit:06d}.parquet" for unit in range(3)] + ["part-00001-000000.parquet"]
    assert list(files("out")) == ["_SUCCESS", *parts]
    assert pq.read_schema("out/" + parts[0]).equals(SCHEMA)
    assert json.loads(Path("out/_cleanpage/report.json").read_text()) == json.loads(report.to_json())
    assert sorted(path.name for path in Path("out/_cleanpage").iterdir() if path.name != "lock") == [
        *("input-00000.json", "input-00001.json", "plan.json", "report.json"),
    ]


@pytest.mark.usefixtures("crawl")
def test_workers_give_the_same_bytes() -> None:
    run(["*.warc.gz"], "here", HERE)
    run(["*.warc.gz"], "there", replace(HERE, workers=2))
    assert files("here") == files("there")


@pytest.mark.usefixtures("crawl")
def test_run_that_was_stopped_is_resumed() -> None:
    run(["*.warc.gz"], "whole", HERE)
    asked = iter([False, False, True])
    first = run(["*.warc.gz"], "out", HERE, stop=lambda: next(asked))
    assert (first.complete, first.rows, first.resumed) == (False, 32, 0)
    assert "_SUCCESS" not in files("out")
    second = run(["*.warc.gz"], "out", replace(HERE, resume=True))
    assert (second.complete, second.rows, second.resumed) == (True, 49, 32)
    assert files("out") == files("whole")
    assert second.outcomes == {"article": 49}


@pytest.mark.usefixtures("crawl")
def test_nothing_is_done_twice() -> None:
    run(["*.warc.gz"], "out", HERE)
    before = {path: path.stat().st_mtime_ns for path in Path("out").glob("part-*")}
    report = run(["*.warc.gz"], "out", replace(HERE, resume=True))
    assert (report.resumed, report.rows, report.pages, report.complete) == (49, 49, 49, True)
    assert {path: path.stat().st_mtime_ns for path in Path("out").glob("part-*")} == before


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("form", Form)
def test_part_that_is_gone_or_damaged_is_made_again(form: Form) -> None:
    settings = replace(HERE, form=form)
    run(["*.warc.gz"], "out", settings)
    whole = files("out")
    Path(f"out/part-00000-000001.{form}").unlink()
    damaged = Path(f"out/part-00000-000002.{form}")
    damaged.write_bytes(damaged.read_bytes()[:-9])
    Path(f"out/.part-00000-000001.{form}.123").touch()
    run(["*.warc.gz"], "out", replace(settings, resume=True))
    assert files("out") == whole
    assert not list(Path("out").glob(".part*"))


@pytest.mark.usefixtures("crawl")
def test_output_that_is_there() -> None:
    run(["b.warc.gz"], "out", HERE)
    with pytest.raises(OutputError, match="out exists: give --resume"):
        run(["b.warc.gz"], "out", HERE)
    run(["a.warc.gz"], "out", replace(HERE, overwrite=True))
    assert ids("out") == ALL[:40]


@pytest.mark.usefixtures("crawl")
def test_folder_of_something_else_is_left_alone() -> None:
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("x")
    for settings in (replace(HERE, overwrite=True), replace(HERE, resume=True)):
        with pytest.raises(OutputError, match="not written by cleanpage batch"):
            run(["b.warc.gz"], "mine", settings)
    assert list(Path("mine").iterdir()) == [Path("mine/notes.txt")]


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"options": Options(max_blocks=7)}, "options: .* 7"),
        ({"part_size": 8}, "part_size: 16 then, 8 now"),
        ({"read": ReadSettings(statuses=())}, "read: "),
        ({"where": "has_article"}, "where: None then"),
    ],
)
def test_run_is_resumed_as_it_was_begun(changes: dict[str, Any], message: str) -> None:
    run(["b.warc.gz"], "out", HERE)
    with pytest.raises(OutputError, match=f"something has changed: {message}"):
        run(["b.warc.gz"], "out", replace(HERE, resume=True, **changes))


@pytest.mark.usefixtures("crawl")
def test_inputs_must_be_the_same() -> None:
    run(["b.warc.gz"], "out", HERE)
    with pytest.raises(OutputError, match="inputs: 1 then, 2 now"):
        run(["b.warc.gz", "a.warc.gz"], "out", replace(HERE, resume=True))
    Path("b.warc.gz").write_bytes(by_record([response("new")]))
    with pytest.raises(OutputError, match=r"input 0, b\.warc\.gz: another size, modified, digest"):
        run(["b.warc.gz"], "out", replace(HERE, resume=True))


@pytest.mark.usefixtures("crawl")
def test_two_runs_do_not_write_to_one_output() -> None:
    def again(_progress: Progress) -> None:
        with pytest.raises(OutputError, match="another run"):
            run(["b.warc.gz"], "out", replace(HERE, resume=True))
        seen.append(True)

    seen: list[bool] = []
    run(["b.warc.gz"], "out", HERE, progress=again)
    assert seen == [True]


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("form", Form)
def test_one_file(form: Form) -> None:
    settings = replace(HERE, form=form)
    run(["*.warc.gz"], "parts", settings)
    report = run(["*.warc.gz"], f"out.{form}", replace(settings, one_file=True))
    assert report.rows == 49
    assert not Path(f"out.{form}.parts").exists()
    if form is Form.PARQUET:
        assert pq.read_table("out.parquet").equals(pq.read_table("parts"))
    else:
        parts = [data for name, data in files("parts").items() if name.startswith("part")]
        assert Path("out.jsonl").read_bytes() == b"".join(parts)
    with pytest.raises(OutputError, match="exists"):
        run(["*.warc.gz"], f"out.{form}", replace(settings, one_file=True))
    with pytest.raises(OutputError, match="complete"):
        run(["*.warc.gz"], f"out.{form}", replace(settings, one_file=True, resume=True))


@pytest.mark.usefixtures("crawl")
def test_lines_hold_the_same_as_rows() -> None:
    run(["a.warc.gz"], "rows", HERE)
    run(["a.warc.gz"], "lines", replace(HERE, form=Form.JSONL, evidence=True))
    rows = pq.read_table("rows").to_pylist()
    lines = [
        json.loads(line) for path in sorted(Path("lines").glob("part*")) for line in path.read_bytes().splitlines()
    ]
    assert [list(line)[:8] for line in lines] == [SCHEMA.names[:8]] * 40
    assert [article_from_row(line) for line in lines] == [article_from_row(row) for row in rows]
    assert article_from_row(lines[0]).evidence["headline"].value == "a0 sails"
    assert lines[0]["body"][0]["type"] == "paragraph"
    assert lines[0]["fetched_at"] == "2024-02-29T12:00:00+00:00"


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("form", Form)
def test_odd_records_are_counted(form: Form) -> None:
    Path("odd.warc").write_bytes(b"".join(odd.data for odd in ODD)[:-500])
    Path("bad.jsonl").write_text('{"html": "<p>The ferry sails."}\n{"html": 7}\n')
    settings = replace(HERE, form=form)
    asked = iter([False, True])
    run(["bad.jsonl", "odd.warc"], "out", settings, stop=lambda: next(asked))
    report = run(["bad.jsonl", "odd.warc"], "out", replace(settings, resume=True))
    assert report.errors == {"read: TypeError": 1}
    assert report.skipped == {
        reason: sum(odd.skipped == reason for odd in ODD) for reason in {odd.skipped for odd in ODD} if reason
    }
    kept = sum(not odd.skipped for odd in ODD) - 1
    assert (report.rows, report.pages, report.resumed) == (kept + 2, kept + 2, 2)
    assert [(fault.kind, fault.source) for fault in report.faults] == [("source_truncated", "odd.warc")]
    assert not report.clean
    assert run(["bad.jsonl", "odd.warc"], "out", replace(settings, resume=True)).faults == report.faults


@pytest.mark.usefixtures("crawl")
def test_condition_on_rows() -> None:
    Path("some.jsonl").write_text(
        "".join(json.dumps({"html": html, "id": str(at)}) + "\n" for at, html in enumerate(("", page("a").decode(), 7)))
    )
    report = run(["some.jsonl"], "out", replace(HERE, where="has_article"))
    assert ids("out") == ["1", "2"]
    assert (report.pages, report.rows) == (3, 2)


@pytest.mark.usefixtures("crawl")
def test_too_many_errors_end_the_run() -> None:
    Path("bad.jsonl").write_text('{"html": 7}\n' * 100)
    with pytest.raises(TooManyErrors, match="no more than 5"):
        run(["bad.jsonl"], "out", replace(HERE, max_errors=5))
    report = run(["bad.jsonl"], "out", replace(HERE, resume=True))
    assert (report.rows, report.errors) == (100, {"read: TypeError": 100})


@pytest.mark.usefixtures("crawl")
def test_progress_goes_by_bytes() -> None:
    seen: list[Progress] = []
    run(["*.warc.gz"], "out", replace(HERE, timings=True), progress=seen.append)
    assert [one.pages for one in seen] == [16, 32, 40, 49]
    size = Path("a.warc.gz").stat().st_size + Path("b.warc.gz").stat().st_size
    assert {one.size for one in seen} == {size}
    assert seen[-1].read == size
    assert seen[-1].slowest is not None
    assert seen[-1].slowest[0] in ALL


@pytest.mark.usefixtures("crawl")
def test_columns_are_kept_in_the_output() -> None:
    table = pa.table({"html": [page("a")] * 3, "url": [url_of("a")] * 3, "rank": [1, None, 3]})
    pq.write_table(table, "in.parquet")
    run(["in.parquet"], "out", replace(HERE, read=ReadSettings(keep=("rank",))))
    found = pq.read_table("out")
    assert found.schema.names == [*SCHEMA.names, "rank"]
    assert found.column("rank").to_pylist() == [1, None, 3]
    assert found.column("id").to_pylist() == ["in.parquet#0", "in.parquet#1", "in.parquet#2"]


def test_report_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    report: Report = run([str(tmp_path / "empty")], tmp_path / "out", HERE)
    assert (report.complete, report.rows) == (True, 0)


@pytest.mark.parametrize(
    "changes", [{"workers": -1}, {"part_size": 0}, {"resume": True, "overwrite": True}, {"where": "x"}], ids=str
)
def test_settings_that_make_no_sense(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        RunSettings(**changes)
