"""Saved pages: what is read, and what is said of damaged ones."""

import gzip
import json
from pathlib import Path

import pytest

import cleanpage
from cleanpage.options import Options
from cleanpage.testing import SavedPage, SavedPageError, find_pages, read_expected, read_page


def test_reading(page: SavedPage) -> None:
    again = read_page(page.folder)
    assert again == page
    assert again.name == "bridge"
    assert again.headers == {"Content-Type": "text/html; charset=utf-8"}
    assert again.options == Options()
    assert read_expected(page.expected_file)["headline"] == "Harbour bridge to open a week early"


def test_it_is_a_response(page: SavedPage) -> None:
    article = cleanpage.extract(page)
    assert article.url == page.url
    assert article.headline == "Harbour bridge to open a week early"


def test_a_packed_page(page: SavedPage) -> None:
    (page.folder / "page.html").unlink()
    (page.folder / "page.html.gz").write_bytes(gzip.compress(page.body))
    assert read_page(page.folder).body == page.body


def test_finding(page: SavedPage, tmp_path: Path) -> None:
    (tmp_path / "pages" / "nested" / "a.page").mkdir(parents=True)
    (tmp_path / "pages" / "file.page").touch()
    names = [folder.name for folder in find_pages([tmp_path])]
    assert names == ["bridge.page", "a.page"]
    assert list(find_pages([page.folder])) == [page.folder]


def damage_meta(folder: Path, **values: object) -> None:
    file = folder / "meta.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **values}))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"nothing": 1}, "nothing: Extra inputs are not permitted"),
        ({"status": 7}, "status: Input should be greater than or equal to 100"),
        ({"options": {"source": "x"}}, "options: Options(source='x')"),
        ({"options": {"nothing": 1}}, "options: .*unexpected keyword argument 'nothing'"),
        ({"tolerances": {"text": {"min_f1": 2}}}, "tolerances.text.min_f1: Input should be less than or equal to 1"),
    ],
)
def test_damaged_meta(page: SavedPage, values: dict[str, object], message: str) -> None:
    damage_meta(page.folder, **values)
    with pytest.raises(SavedPageError, match=message.replace("(", r"\(").replace(")", r"\)")):
        read_page(page.folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"headline": ', "expected.json: cannot be read as JSON: "),
        ("[1]", "expected.json: must hold an object of fields, not list"),
        ('{"headline": 1, "headline": 2}', "'headline' stands twice in one object"),
        ("\ud800", "cannot be read as JSON"),
        ("[" * 100_000, "cannot be read as JSON"),
    ],
)
def test_damaged_expectations(page: SavedPage, text: str, message: str) -> None:
    page.expected_file.write_bytes(text.encode(errors="surrogatepass"))
    with pytest.raises(SavedPageError, match=message):
        read_expected(page.expected_file)


def test_missing_files(page: SavedPage) -> None:
    page.expected_file.unlink()
    with pytest.raises(SavedPageError, match=r"expected\.json: is missing"):
        read_expected(page.expected_file)
    (page.folder / "meta.json").unlink()
    with pytest.raises(SavedPageError, match=r"meta\.json: is missing"):
        read_page(page.folder)


def test_damaged_pages(page: SavedPage) -> None:
    file = page.folder / "page.html"
    file.write_bytes(page.body[:-1])
    with pytest.raises(SavedPageError, match="is not the page that was saved"):
        read_page(page.folder)
    damage_meta(page.folder, sha256=None)
    assert read_page(page.folder).body == page.body[:-1]
    packed = page.folder / "page.html.gz"
    packed.write_bytes(gzip.compress(page.body)[:-9])
    with pytest.raises(SavedPageError, match="and holds 2"):
        read_page(page.folder)
    file.unlink()
    with pytest.raises(SavedPageError, match=r"page.html.gz: cannot be read: "):
        read_page(page.folder)
    packed.write_bytes(b"no gzip")
    with pytest.raises(SavedPageError, match=r"page.html.gz: cannot be read: "):
        read_page(page.folder)
