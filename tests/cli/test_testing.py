"""The commands `save`, `check` and `drift`."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from cleanpage.cli.commands import app
from cleanpage.testing import PageServer, SavedPage, build_page, read_page, save_page

PAGE = build_page(clutter=("consent", "nav", "footer"))
URL = "https://www.quaypost.example/bridge.html"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def page(tmp_path: Path) -> SavedPage:
    return save_page(PAGE.body, tmp_path / "pages" / "bridge.page", url=URL)


def test_save_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(PAGE.body)
    result = run("save", str(file), str(tmp_path / "pages"), "--url", URL, "--content-type", "text/html", "--gzip")
    folder = tmp_path / "pages" / "quaypost.example-bridge.page"
    assert (result.exit_code, result.stdout) == (0, f"saved {folder}\n")
    page = read_page(folder)
    assert (page.body, page.url, page.meta.content_type) == (PAGE.body, URL, "text/html")
    assert (folder / "page.html.gz").exists()
    assert run("save", str(file), str(tmp_path)).stdout == f"saved {tmp_path / 'a.page'}\n"
    assert run("save", str(file), str(tmp_path / "b.page")).stdout == f"saved {tmp_path / 'b.page'}\n"


def test_save_from_the_web(page: SavedPage, tmp_path: Path) -> None:
    with PageServer([page]) as server:
        address = server.urls[0]
        result = run("save", address, str(tmp_path / "b.page"))
    assert result.exit_code == 0, result.stderr
    saved = read_page(tmp_path / "b.page")
    assert (saved.body, saved.url, saved.meta.content_type) == (PAGE.body, address, None)


def test_nothing_is_overwritten_unasked(page: SavedPage, tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"<p>New")
    result = run("save", str(file), str(page.folder))
    assert result.exit_code == 1
    assert result.stderr == f"cleanpage: {page.folder}: is there already; give another name, or ask to overwrite it\n"
    assert run("save", str(file), str(page.folder), "--overwrite").exit_code == 0
    assert read_page(page.folder).body == b"<p>New"


@pytest.mark.parametrize("source", ["none.html", "http://127.0.0.1:9/"])
def test_pages_that_cannot_be_had(tmp_path: Path, source: str) -> None:
    result = run("save", source, str(tmp_path / "a.page"))
    assert result.exit_code == 1
    assert result.stderr.startswith("cleanpage: ")
    assert not (tmp_path / "a.page").exists()


def spoil(page: SavedPage) -> None:
    text = page.expected_file.read_text(encoding="utf-8")
    page.expected_file.write_text(text.replace("a week early", "late"), encoding="utf-8")


def test_check(page: SavedPage) -> None:
    result = run("check", str(page.folder.parent))
    assert (result.exit_code, result.stdout) == (0, "1 pages: 0 failed, 14 as expected\n")
    spoil(page)
    result = run("check", str(page.folder), "--explain")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:2] == [
        "bridge.page::headline",
        "    expected 'Harbour bridge to open late', found 'Harbour bridge to open a week early'",
    ]
    assert run("check", str(page.folder), "--fields", "authors, text").stdout == "1 pages: 0 failed, 3 as expected\n"


def test_check_writes_reports(page: SavedPage, tmp_path: Path) -> None:
    spoil(page)
    output, report = tmp_path / "out.xml", tmp_path / "report"
    result = run("check", str(page.folder), "--format", "junit", "-o", str(output), "--report", str(report))
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(ElementTree.parse(output).findall("testsuite/testcase/failure")) == 1
    assert "failed" in (report / "001-bridge.page.html").read_text(encoding="utf-8")


def test_check_goes_on_after_a_damaged_page(page: SavedPage) -> None:
    save_page(PAGE.body, page.folder.with_name("a.page"))
    (page.folder.with_name("a.page") / "page.html").write_bytes(b"cut")
    result = run("check", str(page.folder.parent), "-f", "json")
    rows = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [row["field"] for row in rows if row["outcome"] == "failed"] == ["page"]
    assert len(rows) == 15


@pytest.mark.parametrize("command", [("check",), ("drift", "--fresh")])
def test_no_pages(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = run(*command, str(tmp_path))
    assert (result.exit_code, result.stderr) == (
        1,
        f"cleanpage: {tmp_path}: holds no saved page, that is, no folder <name>.page\n",
    )


@pytest.mark.slow
def test_drift_to_another_version(page: SavedPage) -> None:
    result = run("drift", str(page.folder), "--python", sys.executable)
    assert (result.exit_code, result.stdout) == (0, "1 pages: 0 moved, 12 as expected\n")
    result = run("drift", str(page.folder), "--python", "/no/such/python")
    assert result.exit_code == 1
    assert result.stderr.startswith("cleanpage: /no/such/python: ")


def test_drift_to_fresh_copies(page: SavedPage, tmp_path: Path) -> None:
    changed = SavedPage(page.folder, PAGE.body.replace(b"open a week early", b"open late"), page.meta)
    with PageServer([changed]) as server:
        folder = tmp_path / "fresh.page"
        save_page(PAGE.body, folder, url=server.urls[0])
        result = run("drift", str(folder), "--fresh", "-f", "json", "--fields", "headline,section")
    moved = {row["field"]: (row["outcome"], row["found"]) for row in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert moved == {"headline": ("failed", "Harbour bridge to open late"), "section": ("passed", "Transport")}


@pytest.mark.parametrize("how", [(), ("--fresh", "--python", "python")])
def test_drift_needs_one_thing_to_compare_with(page: SavedPage, how: tuple[str, ...]) -> None:
    assert run("drift", str(page.folder), *how).exit_code == 2
