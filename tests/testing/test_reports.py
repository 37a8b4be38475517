"""Results as text, JSON and XML."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cleanpage import MissingExtraError
from cleanpage.testing import Result, SavedPage, Settings, read_page
from cleanpage.testing.cases import check_page
from cleanpage.testing.comparison import Difference
from cleanpage.testing.html_report import MAX_ALIGNED, RESULT, Row, rows_of, write_report
from cleanpage.testing.reports import Form, render

RESULTS = (
    Result(
        "a.page", "headline", "Old", "<New>", Difference("expected 'Old', found '<New>'", ("more",)), ("why: \x01",)
    ),
    Result("a.page", "section", "News", "News"),
    Result("b.page", "byline", "By", None, Difference("lost"), xfail="known since May"),
    Result("b.page", "text", ["One.", "Two."], ["One.", "Three."], Difference("F1 0.5")),
    Result("b.page", "unexpected_text", ["One."], ["One."]),
    Result("b.page", "authors", [{"name": "Ann"}], [{"name": "Ann"}], xfail="gone"),
)


def test_text() -> None:
    assert render(RESULTS, Form.TEXT, "failed").splitlines() == [
        "a.page::headline",
        "    expected 'Old', found '<New>'",
        "    more",
        "    why: \x01",
        "b.page::text",
        "    F1 0.5",
        "b.page::authors",
        "    agrees, though meta.json says: gone; take it out of xfail",
        "2 pages: 3 failed, 2 as expected, 1 known",
    ]
    assert render((), Form.TEXT, "moved") == "0 pages: 0 moved, 0 as expected\n"


def test_json() -> None:
    rows = json.loads(render(RESULTS, Form.JSON, "failed"))
    assert [row["outcome"] for row in rows] == ["failed", "passed", "xfailed", "failed", "passed", "xpassed"]
    assert rows[0]["difference"]["details"] == ["more"]
    assert rows[0]["found"] == "<New>"
    assert rows[1]["difference"] is None


def test_junit() -> None:
    root = ElementTree.fromstring(render(RESULTS, Form.JUNIT, "moved"))
    assert [suite.attrib for suite in root] == [
        {"name": "a.page", "tests": "2", "failures": "1", "skipped": "0"},
        {"name": "b.page", "tests": "4", "failures": "2", "skipped": "1"},
    ]
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.attrib == {"type": "moved", "message": "expected 'Old', found '<New>'"}
    assert failure.text == "expected 'Old', found '<New>'\nmore\nwhy: �"
    skipped = root.find("testsuite[@name='b.page']/testcase[@name='byline']/skipped")
    assert skipped is not None
    assert skipped.attrib == {"message": "known since May"}


def test_html(tmp_path: Path) -> None:
    index = write_report(RESULTS, tmp_path / "report")
    assert sorted(path.name for path in index.parent.iterdir()) == ["001-a.page.html", "002-b.page.html", "index.html"]
    text = index.read_text(encoding="utf-8")
    assert '<a href="001-a.page.html">a.page</a>' in text
    first, second = (
        (index.parent / name).read_text(encoding="utf-8") for name in ("001-a.page.html", "002-b.page.html")
    )
    assert "<td>Old</td><td>&lt;New&gt;</td>" in first
    assert "Known: known since May" in second
    for page in (text, first, second):
        assert "src=" not in page
        assert "http" not in page, "every file stands for itself"


def test_html_without_jinja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match=r"cleanpage\[test\]"):
        write_report(RESULTS, tmp_path)


def test_rows() -> None:
    rows = rows_of(RESULTS[3])
    assert [(row.expected, row.found, row.state) for row in rows] == [
        ("One.", "One.", "same"),
        ("Two.", "Three.", "changed"),
    ]
    assert rows_of(RESULTS[4]) == []
    assert rows_of(Result("a", "published", "2020", None)) == [Row("2020", "")]
    assert rows_of(Result("a", "authors", None, [{"name": "Ä"}])) == [Row("", '{\n  "name": "Ä"\n}')]
    assert (Row("a", "").state, Row("", "b").state) == ("lost", "added")


def test_enormous_texts_are_not_aligned() -> None:
    parts = [f"{n}." for n in range(MAX_ALIGNED + 1)]
    rows = rows_of(Result("a", "text", parts, parts[1:]))
    assert len(rows) == len(parts)
    assert rows[0] == Row("0.", "1.")


def test_a_failed_page_is_shown_by_the_inspector(page: SavedPage, tmp_path: Path) -> None:
    expected = json.loads(page.expected_file.read_text(encoding="utf-8"))
    expected["text"] = [*expected["text"][1:], "This paragraph has never been on the page at all."]
    page.expected_file.write_text(json.dumps(expected), encoding="utf-8")
    results = check_page(read_page(page.folder), Settings())
    write_report([RESULT.validate_python(RESULT.dump_python(one, mode="json")) for one in results], tmp_path / "out")
    (view,) = (tmp_path / "out").glob("*.inspector.html")
    assert f'href="{view.name}"' in (tmp_path / "out" / view.name.replace(".inspector", "")).read_text(encoding="utf-8")
    shown = view.read_text(encoding="utf-8")
    assert "This paragraph has never been on the page at all." in shown
    assert 'only result <span class="muted">1</span>' in shown


def test_pages_that_are_as_expected_or_gone_are_not_shown(page: SavedPage, tmp_path: Path) -> None:
    results = check_page(read_page(page.folder), Settings())
    write_report(results, tmp_path / "right")
    page.expected_file.write_text("{", encoding="utf-8")
    write_report([replace(result, difference=Difference("gone")) for result in results], tmp_path / "gone")
    assert list(tmp_path.glob("*/*.inspector.html")) == []
