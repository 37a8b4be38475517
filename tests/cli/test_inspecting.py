"""The commands `inspect` and `serve`."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cleanpage.cli import inspecting
from cleanpage.cli.commands import app
from cleanpage.cli.download import Download
from cleanpage.cli.guard import PublicTransport

SENTENCES = (
    "The town council met on Tuesday to talk about the path along the river, which has been closed since the flood.",
    "Members agreed to repair the lower part first, because the school needs it, and to open it again in the autumn.",
    "The upper part will take longer, said the engineer, since two of the bridges must be built anew from the ground.",
)
PAGE = f"""<!doctype html><html><head><title>River path to open</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>River path to open</h1>{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES)}</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return str(file)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["inspect", *arguments], input=stdin)


def data_of(report: str) -> Any:
    found = re.search(r'id="report-data">(.*?)</script>', report, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_to_standard_output(page: str) -> None:
    result = run(page)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("<!doctype html>")
    assert SENTENCES[0] in data_of(result.stdout)["texts"]


def test_to_a_file(page: str, tmp_path: Path) -> None:
    output = tmp_path / "report.html"
    result = run(page, "-o", str(output), "--url", "https://example.org/a.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "https://example.org/a.html" in output.read_text(encoding="utf-8")


def test_from_standard_input() -> None:
    assert "cleanpage inspector" in run("-", stdin=PAGE.encode()).stdout


@pytest.mark.parametrize("named", [True, False])
def test_open(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = run(page, "--open", *(("-o", str(tmp_path / "r.html")) if named else ()))
    assert (result.exit_code, result.stdout) == (0, "")
    (uri,) = opened
    assert Path(uri.removeprefix("file://")).read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gold.txt", "\n".join(SENTENCES[:2])),
        ("gold.md", f"# Head\n\n{SENTENCES[0]}\n\n*{SENTENCES[1][:40]}*{SENTENCES[1][40:]}\n"),
        ("gold.json", json.dumps({"paragraphs": SENTENCES[:2]})),
        ("case.json", json.dumps({"url": "x", "expected": {"outcome": "article", "paragraphs": SENTENCES[:2]}})),
        ("zyte.json", json.dumps({"article": {"articleBody": "\n\n".join(SENTENCES[:2])}})),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_compared_with_an_expected_file(page: str, tmp_path: Path, name: str, content: str, first: bool) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    sides = ("result", str(file)) if first else (str(file), "result")
    result = run(page, "--compare", *sides)
    assert result.exit_code == 0, result.stderr
    data = data_of(result.stdout)
    assert data["names"] == ["result", str(file)]
    wanted = [text for text, other in zip(data["texts"], data["other"], strict=True) if other]
    assert wanted == list(SENTENCES[:2])


def test_two_option_sets(page: str, tmp_path: Path) -> None:
    file = tmp_path / "few.json"
    file.write_text('{"max_nodes": 14}', encoding="utf-8")
    result = run(page, "--compare", "{}", str(file))
    assert result.exit_code == 0, result.stderr
    data = data_of(result.stdout)
    assert sum(data["other"]) < sum(state == "kept" for state in data["states"])


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "this is no JSON"),
        ("[1]", "give a JSON object"),
        ('{"headline": "No text"}', "none of paragraphs"),
        ('{"paragraphs": [1]}', "none of paragraphs"),
        ('{"max_nodes": 0}', "at least 1"),
    ],
)
def test_sides_that_cannot_be_used(page: str, tmp_path: Path, content: str, complaint: str) -> None:
    file = tmp_path / "side.json"
    file.write_text(content, encoding="utf-8")
    result = run(page, "--compare", "result", str(file))
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_an_option_that_there_is_none_of(page: str) -> None:
    result = run(page, "--compare", "result", '{"colour": "red"}')
    assert result.exit_code == 2
    assert "the options are source, max_bytes" in result.stderr


def test_two_texts_have_no_page(page: str, tmp_path: Path) -> None:
    file = tmp_path / "gold.txt"
    file.write_text("Text", encoding="utf-8")
    assert "at least one side must be a result" in run(page, "--compare", str(file), str(file)).stderr


def test_a_file_that_is_not_there(page: str) -> None:
    assert run("none.html").exit_code == 1
    assert run(page, "--compare", "result", "none.txt").exit_code == 1


def test_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr("cleanpage.inspector.server.build_app", lambda *given: given)
    monkeypatch.setattr("cleanpage.inspector.server.run", lambda *given: calls.append(given))
    assert CliRunner().invoke(app, ["serve"]).exit_code == 0
    assert CliRunner().invoke(app, ["serve", "--allow-fetch", "--port", "9", "--max-bytes", "5"]).exit_code == 0
    warned = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0"])
    assert "whoever can reach 0.0.0.0" in warned.stderr
    assert calls.pop()[1] == "0.0.0.0"
    ((plain, host, port), ((_, limit, fetch), _, other_port)) = calls
    assert (host, port, plain) == ("127.0.0.1", 8000, ("127.0.0.1", inspecting.MAX_UPLOAD, None))
    assert (limit, fetch, other_port) == (5, inspecting.fetch_public, 9)


def test_what_is_fetched_for_others_goes_through_the_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []

    def download(*arguments: Any) -> Download:
        given.extend(arguments)
        return Download(b"", None, None)

    monkeypatch.setattr(inspecting, "download", download)
    inspecting.fetch_public("https://example.org/", 10)
    assert given[:2] == ["https://example.org/", 10]
    assert isinstance(given[3], PublicTransport)
    given[2](1, None)


def test_serve_without_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "cleanpage.inspector.server", raising=False)
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    result = CliRunner().invoke(app, ["serve"])
    assert result.exit_code == 1
    assert "cleanpage[inspect]" in result.stderr
