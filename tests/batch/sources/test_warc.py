from pathlib import Path
from typing import Any

import pytest

from cleanpage.batch import extract_batch
from cleanpage.batch.records import Found, PageRecord, ReadSettings, Skipped, SourceFault, batch_of_pages
from cleanpage.batch.sources import find_inputs, read_input
from tests.batch.pages import page
from tests.batch.warcs import CONTAINERS, ODD, by_record, in_one, response, zstd_frames


def written(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def read(path: str, **settings: Any) -> list[Found]:
    (given,), left_out = find_inputs([path])
    assert not left_out
    return list(read_input(given, ReadSettings(**settings)))


def pages_of(found: list[Found]) -> list[PageRecord]:
    return [one for one in found if isinstance(one, PageRecord)]


def fault_of(found: list[Found]) -> SourceFault:
    (fault,) = (one for one in found if isinstance(one, SourceFault))
    assert found[-1] is fault
    return fault


@pytest.mark.parametrize("container", CONTAINERS)
def test_odd_records_in_every_container(container: str, tmp_path: Path) -> None:
    found = read(written(tmp_path, container, CONTAINERS[container]([odd.data for odd in ODD])))
    assert [one.position for one in found if not isinstance(one, SourceFault)] == list(range(len(ODD)))
    skipped = {one.position: one.reason for one in found if isinstance(one, Skipped)}
    assert skipped == {at: odd.skipped for at, odd in enumerate(ODD) if odd.skipped}
    kept = [odd for odd in ODD if not odd.skipped]
    rows = extract_batch(batch_of_pages(pages_of(found))).to_pylist()
    assert [(row["id"], row["outcome"], row["error"]) for row in rows] == [
        (f"<urn:uuid:{odd.name}>", odd.outcome, None) for odd in kept
    ]
    for row, odd in zip(rows, kept, strict=True):
        assert (odd.says or "") in row["text"]


def test_record_tells_where_its_page_is_from(tmp_path: Path) -> None:
    path = written(tmp_path, "a.warc.gz", by_record([response("Ember")]))
    (found,) = pages_of(read(path))
    assert (found.source, found.position, found.id) == (path, 0, "<urn:uuid:Ember>")
    assert (found.url, found.content_type, found.http_status) == ("https://example.org/Ember.html", "text/html", 200)
    assert found.fetched_at is not None
    assert found.fetched_at.isoformat() == "2024-02-29T12:00:00+00:00"
    assert found.html == page("Ember")


def test_statuses_to_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.warc", response("a") + response("b", status=b"404 Not Found"))
    assert [one.http_status for one in pages_of(read(path, statuses=(404,)))] == [404]
    assert [one.http_status for one in pages_of(read(path, statuses=()))] == [200, 404]


def test_headers_of_records_are_kept(tmp_path: Path) -> None:
    data = response("a", headers=b"WARC-Truncated: length\r\n") + response("b")
    found = pages_of(read(written(tmp_path, "a.warc", data), keep=("WARC-Truncated",)))
    assert [one.kept["WARC-Truncated"] for one in found] == ["length", None]


def test_pages_are_read_up_to_a_limit(tmp_path: Path) -> None:
    data = response("a", page("a", 2000)) + response("b")
    first, second = pages_of(read(written(tmp_path, "a.warc", data), max_bytes=1000))
    assert first.html == page("a", 2000)[:1000]
    assert second.html == page("b")


RECORDS = [response(f"page{number}", page(f"page{number}", 30 + number)) for number in range(40)]


@pytest.mark.parametrize("pack", [b"".join, by_record, in_one, zstd_frames], ids=["plain", "gzip", "whole", "zstd"])
@pytest.mark.parametrize("share", [0.3, 0.95])
def test_file_that_was_cut_off(pack: Any, share: float, tmp_path: Path) -> None:
    data = pack(RECORDS)
    found = read(written(tmp_path, "a.warc.gz", data[: int(len(data) * share)]))
    assert fault_of(found).kind == "source_truncated"
    kept = pages_of(found)
    assert [one.html for one in kept] == [page(f"page{number}", 30 + number) for number in range(len(kept))]
    assert len(kept) >= (0 if pack is in_one else int(40 * share) - 12)


@pytest.mark.parametrize("pack", [b"".join, by_record, in_one, zstd_frames], ids=["plain", "gzip", "whole", "zstd"])
def test_file_that_is_corrupt_in_the_middle(pack: Any, tmp_path: Path) -> None:
    data = bytearray(pack(RECORDS))
    middle = max(len(data) // 2, bytes(data).find(b"WARC/1.0", len(data) // 2))
    data[middle : middle + 8] = b"\xff" * 8
    found = read(written(tmp_path, "a.warc.gz", bytes(data)))
    fault = fault_of(found)
    assert (fault.kind, fault.message != "") == ("source_corrupt", True)
    assert 0 < fault.at <= len(data)
    kept = pages_of(found)
    assert [one.html for one in kept] == [page(f"page{number}", 30 + number) for number in range(len(kept))]


@pytest.mark.parametrize("data", [b"", b"not a WARC file at all"])
def test_file_that_is_none(data: bytes, tmp_path: Path) -> None:
    assert fault_of(read(written(tmp_path, "a.warc.gz", data))).at == len(data)


def test_missing_file_is_one_fault(tmp_path: Path) -> None:
    path = written(tmp_path, "a.warc", b"")
    (given,), _ = find_inputs([path])
    Path(path).unlink()
    assert fault_of(list(read_input(given, ReadSettings()))).kind == "source_unreadable"
