"""What moves with another version, or with fresh copies."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cleanpage.errors import CleanpageError
from cleanpage.testing import SavedPage, Settings, build_page, drift_from_fresh, drift_from_version, other_version
from cleanpage.testing.drift import DriftError, request

STRICT = Settings(min_f1=1.0)


def interpreter(folder: Path, answer: str) -> Path:
    """An executable in the place of another Python: it reads its input and prints `answer`."""
    file = folder / "python"
    file.write_text(f"#!{sys.executable}\nimport sys\nsys.stdin.read()\n{answer}\n")
    file.chmod(0o755)
    return file


def test_the_same_version_moves_nothing(page: SavedPage) -> None:
    results = list(drift_from_version([page, page], Path(sys.executable), STRICT))
    assert len(results) > 20
    assert all(result.ok for result in results)
    assert "updated" not in {result.field for result in results}, "what neither has is not compared"


def test_another_version(page: SavedPage, tmp_path: Path) -> None:
    article = {"headline": "Old", "article_body": "One.\n\nTwo.", "authors": [{"name": "Mara Lindgren"}], "body": []}
    lines = [{"version": "0.0"}, {"article": article}, {"error": "ValueError: no"}]
    python = interpreter(tmp_path, "\n".join(f"print({json.dumps(line)!r})" for line in lines))
    results = list(
        drift_from_version([page, page], python, Settings(fields=frozenset(["headline", "authors", "text"])))
    )
    assert [(result.field, result.ok) for result in results] == [
        ("headline", False),
        ("authors", False),
        ("text", False),
        ("page", False),
    ]
    assert results[0].lines[0] == "expected 'Old', found 'Harbour bridge to open a week early'"
    assert results[3].lines == ("the other version: ValueError: no",)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("raise SystemExit('no module')", "no module"),
        ("", "ended with 0"),
        ("print('{}')", "ended with 0"),
        ("print('{}'); print('{}'); print('{}')", "ended with 0"),
    ],
)
def test_interpreters_of_no_use(page: SavedPage, tmp_path: Path, program: str, reason: str) -> None:
    with pytest.raises(DriftError, match=reason):
        list(drift_from_version([page], interpreter(tmp_path, program), STRICT))


def test_no_interpreter(page: SavedPage, tmp_path: Path) -> None:
    with pytest.raises(DriftError, match="No such file"):
        list(drift_from_version([page], tmp_path / "none", STRICT))


def test_the_program_for_the_other_version(
    page: SavedPage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {**request(page), "url": "no-url"}
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{json.dumps(request(page))}\n{json.dumps(wrong)}\n"))
    other_version.main()
    version, article, error = map(json.loads, capsys.readouterr().out.splitlines())
    assert version.keys() == {"version"}
    assert article["article"]["headline"] == "Harbour bridge to open a week early"
    assert error["error"].startswith("UrlError: ")


def test_fresh_copies(page: SavedPage) -> None:
    new = build_page(headline="Bridge opens", clutter=()).body
    results = {one.field: one for one in drift_from_fresh([page], lambda _: (new, "text/html; charset=utf-8"), STRICT)}
    assert [name for name, result in results.items() if not result.ok] == ["headline"]
    assert results["headline"].lines[0] == "expected 'Harbour bridge to open a week early', found 'Bridge opens'"
    assert (
        results["headline"].lines[-1]
        == "     before: at article.story > header > h1.story-headline and in json-ld $script[0].headline"
    )


def test_pages_that_cannot_be_fetched(page: SavedPage) -> None:
    def fails(_: str) -> tuple[bytes, str | None]:
        raise CleanpageError("gone")

    nowhere = replace(page, meta=page.meta.model_copy(update={"url": None}))
    results = list(drift_from_fresh([page, nowhere], fails, STRICT))
    assert [result.field for result in results] == ["page", "page"]
    assert results[0].lines == ("gone",)
    assert "needs a url" in results[1].lines[0]
