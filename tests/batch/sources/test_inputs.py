import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleanpage.batch import SCHEMA, read_pages
from cleanpage.batch.records import Found, PageRecord, ReadSettings, Skipped, SourceFault
from cleanpage.batch.sources import Kind, find_inputs, read_input
from cleanpage.batch.sources.inputs import kind_of
from cleanpage.batch.sources.reading import kept_columns
from tests.batch.pages import page, url_of
from tests.batch.warcs import by_record, response


def jsonl(*rows: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with inputs of every kind, in which the test runs."""
    monkeypatch.chdir(tmp_path)
    for folder in ("site/news", "site/.git"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "a.warc.gz").write_bytes(by_record([response("warc")]))
    (tmp_path / "b.jsonl").write_bytes(jsonl({"html": page("line").decode(), "url": url_of("line"), "rank": 3}))
    pq.write_table(pa.table({"html": [page("table")], "url": [url_of("table")], "rank": [7]}), tmp_path / "c.parquet")
    (tmp_path / "site/index.html").write_bytes(page("index"))
    (tmp_path / "site/news/one.htm.gz").write_bytes(gzip.compress(page("one")))
    (tmp_path / "site/news/article?id=7").write_bytes(page("seven"))
    (tmp_path / "site/style.css").write_bytes(b"p { margin: 0 }")
    (tmp_path / "site/.git/x.html").write_bytes(page("hidden"))
    return tmp_path


def found(*arguments: str) -> list[tuple[Kind, tuple[str, ...]]]:
    return [(given.kind, given.paths) for given in find_inputs(arguments)[0]]


def read(path: Path | str, **settings: Any) -> list[Found]:
    (given,), _ = find_inputs([str(path)])
    return list(read_input(given, ReadSettings(**settings)))


SITE = ("site/index.html", "site/news/article?id=7", "site/news/one.htm.gz")


def test_folders_are_searched(crawl: Path) -> None:
    inputs, left_out = find_inputs(["site"])
    assert [(given.kind, given.paths) for given in inputs] == [(Kind.PAGES, SITE)]
    assert left_out == {"files without pages": 1}
    assert {given.kind for given in find_inputs([str(crawl)])[0]} == set(Kind)


@pytest.mark.usefixtures("crawl")
def test_patterns_lists_and_repetitions() -> None:
    Path("list.txt").write_text("# the crawl\n*.warc.gz\n\nb.jsonl\n", encoding="utf-8")
    both = [(Kind.WARC, ("a.warc.gz",)), (Kind.JSONL, ("b.jsonl",))]
    assert found("@list.txt") == found("a.warc.gz", "@list.txt", "b.*") == both
    assert found("site/**/*.html", "site/news/*.gz") == [(Kind.PAGES, ("site/index.html", "site/news/one.htm.gz"))]
    assert found("-") == [(Kind.JSONL, ("-",))]


@pytest.mark.parametrize("argument", ["none.warc", "none/*.html", "@none.txt"])
def test_argument_that_stands_for_nothing(argument: str) -> None:
    with pytest.raises(FileNotFoundError, match=r"none"):
        find_inputs([argument])


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.warc.zst", b"", Kind.WARC),
        ("a.WET.gz", b"", Kind.WARC),
        ("a.ndjson", b"", Kind.JSONL),
        ("a.html", b'{"html": ""}', Kind.PAGES),
        ("a", b"WARC/1.1\r\n", Kind.WARC),
        ("a", gzip.compress(b"WARC/1.0\r\n", mtime=0), Kind.WARC),
        ("a", b"PAR1", Kind.PARQUET),
        ("a.json", b'{"html": "<p>"}\n{"html": ""}\n', Kind.JSONL),
        ("a.json", b'{\n  "html": "<p>"\n}\n', None),
        ("a.json", b'{"html": "' + b"x" * 9000, Kind.JSONL),
        ("a.php", b"<!DOCTYPE html><p>", Kind.PAGES),
        ("a.js", b"alert('<p>')", None),
        ("a.txt", b"", None),
    ],
)
def test_kind_by_name_and_then_by_content(name: str, content: bytes, kind: Kind | None, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert kind_of(str(tmp_path / name)) is kind


@pytest.mark.usefixtures("crawl")
def test_file_that_is_named_is_read_whatever_it_is_called() -> None:
    Path("notes").write_bytes(b"# The ferry\n\nIt sails.\n")
    assert found("notes") == [(Kind.PAGES, ("notes",))]


@pytest.mark.usefixtures("crawl")
def test_pages_of_every_kind() -> None:
    records = list(read_pages(["a.warc.gz", "b.jsonl", "c.parquet", "site"]))
    names = ["warc", "line", "table", "index", "seven", "one"]
    assert [record.html if isinstance(record.html, bytes) else (record.html or "").encode() for record in records] == [
        page(name) for name in names
    ]
    assert [record.url for record in records] == [*map(url_of, names[:3]), None, None, None]
    assert [record.id for record in records] == ["<urn:uuid:warc>", None, None, *SITE]
    assert [record.position for record in records] == [0, 0, 0, 0, 1, 2]


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    good = {"html": "<p>", "id": 7, "http_status": "200", "fetched_at": "2024-02-29T12:00:00", "content_type": ""}
    lines = (
        b"\xef\xbb\xbf" + jsonl(good),
        b"\n",
        b'{"html": \n',
        b'["html"]\n',
        jsonl({"html": None}),
        jsonl({"http_status": 404}),
        b'{"html": "last"}',
    )
    path.write_bytes(gzip.compress(b"".join(lines)))
    first, *others = read(path)
    assert isinstance(first, PageRecord)
    assert (first.id, first.http_status, first.content_type, str(first.fetched_at)) == (
        *("7", 200, None, "2024-02-29 12:00:00+00:00"),
    )
    pages = [one for one in others if isinstance(one, PageRecord)]
    assert [one.error and one.error.kind for one in pages] == ["JSONDecodeError", "TypeError", "TypeError", None]
    assert [one.position for one in pages] == [2, 3, 4, 6]
    assert [one.reason for one in others if isinstance(one, Skipped)] == ["http status 404"]


def test_lines_of_json_that_were_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    data = gzip.compress(b"".join(jsonl({"html": page(str(number)).decode()}) for number in range(2000)))
    path.write_bytes(data[: len(data) // 2])
    *pages, fault = read(path)
    assert isinstance(fault, SourceFault)
    assert (fault.kind, fault.at) == ("source_truncated", len(data) // 2)
    assert len(pages) > 500
    assert all(isinstance(one, PageRecord) and one.error is None for one in pages)


def test_standard_input_is_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(jsonl({"html": "<p>a"}, {"html": "<p>b"}))))
    assert [record.html for record in read_pages("-")] == ["<p>a", "<p>b"]


def test_other_columns_of_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"body": ["<p>", None], "link": ["u", None], "key": [1, 2], "html": [1, 1]}), path)
    first, second = read(path, html_column="body", url_column="link", id_column="key", keep=("key",))
    assert isinstance(first, PageRecord)
    assert isinstance(second, PageRecord)
    assert (first.html, first.url, first.id, dict(first.kept)) == ("<p>", "u", "1", {"key": 1})
    assert second.error is not None
    assert second.error.stage == "read"


def test_parquet_that_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"html": [page(str(number)) for number in range(200)]}), path, row_group_size=50)
    path.write_bytes(path.read_bytes()[:-100])
    (fault,) = read(path)
    assert isinstance(fault, SourceFault)
    assert fault.kind == "source_corrupt"


def test_page_file_that_cannot_be_read_is_an_error_of_that_page(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(page(name))
    (given,), _ = find_inputs([str(tmp_path / "*.html")])
    (tmp_path / "a.html").unlink()
    first, second = read_input(given, ReadSettings())
    assert isinstance(first, PageRecord)
    assert first.error is not None
    assert (first.error.stage, first.error.kind) == ("read", "FileNotFoundError")
    assert isinstance(second, PageRecord)
    assert second.html == page("b.html")


@pytest.mark.usefixtures("crawl")
def test_types_of_kept_columns() -> None:
    def kept(*arguments: str, keep: tuple[str, ...] = ("rank",)) -> list[str]:
        columns = kept_columns(find_inputs(arguments)[0], ReadSettings(keep=keep))
        return [str(column.type) for column in columns]

    assert kept("c.parquet") == ["int64"]
    assert kept("c.parquet", "b.jsonl") == kept("a.warc.gz") == ["string"]
    assert kept("c.parquet", keep=()) == []
    with pytest.raises(ValueError, match=r"c\.parquet has no column 'crawl'"):
        kept("c.parquet", keep=("crawl",))
    with pytest.raises(ValueError, match="output's own"):
        kept("b.jsonl", keep=(SCHEMA.names[-1],))
    pq.write_table(pa.table({"html": ["<p>"], "rank": ["x"]}), "d.parquet")
    with pytest.raises(ValueError, match=r"d\.parquet: a column to keep has another type than in c\.parquet"):
        kept("c.parquet", "d.parquet")
