"""Saving pages and writing expectations, in one step each."""

import os
from pathlib import Path

import pytest

from cleanpage.testing import SavedPage, SavedPageError, read_page, save_page
from cleanpage.testing.saving import name_of, write_expected, write_file


def test_what_is_saved(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b.page"
    headers = {"ETag": "x", "Set-Cookie": "session=1", "Content-Length": "7"}
    page = save_page(b"<p>One line", folder, url="https://x.example/", headers=headers, packed=True)
    assert sorted(path.name for path in folder.iterdir()) == ["expected.json", "meta.json", "page.html.gz"]
    assert read_page(folder) == page
    assert page.meta.headers == {"ETag": "x"}
    assert [path.name for path in folder.parent.iterdir()] == ["b.page"], "nothing else is left"


def test_the_same_page_is_packed_to_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.page", "b.page"):
        save_page(b"<p>One line", tmp_path / name, packed=True)
    assert (tmp_path / "a.page/page.html.gz").read_bytes() == (tmp_path / "b.page/page.html.gz").read_bytes()


def test_nothing_is_overwritten_unasked(page: SavedPage) -> None:
    with pytest.raises(SavedPageError, match="is there already"):
        save_page(b"new", page.folder)
    assert read_page(page.folder) == page
    save_page(b"new", page.folder, overwrite=True)
    assert read_page(page.folder).body == b"new"
    assert [path.name for path in page.folder.parent.iterdir()] == ["bridge.page"]


def test_the_name_must_end_with_page(tmp_path: Path) -> None:
    with pytest.raises(SavedPageError, match=r"ends with \.page"):
        save_page(b"", tmp_path / "a")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.example.org/news/River-Gauges.html?a=1", "example.org-river-gauges"),
        ("https://example.org/news/2024/", "example.org-2024"),
        ("https://example.org/", "example.org"),
        ("https://example.org:8080/%E6%97%A5/..", "example.org"),
        ("file:///x", "page-x"),
        (f"https://example.org/{'a' * 99}", f"example.org-{'a' * 48}"),
    ],
)
def test_names(url: str, name: str) -> None:
    assert name_of(url) == name


def test_expectations_are_written_once(tmp_path: Path) -> None:
    file = tmp_path / "new" / "expected.json"
    assert write_expected(file, {"headline": "Ä"})
    assert file.read_text(encoding="utf-8") == '{\n  "headline": "Ä"\n}\n'
    assert not write_expected(file, {"headline": "Ä"})


def test_a_write_that_fails_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "expected.json"
    write_file(file, b"old")
    file.chmod(0o600)

    def full(_: int) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            write_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["expected.json"]
    write_file(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o600)
