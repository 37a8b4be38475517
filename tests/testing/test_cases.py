"""The checks of a saved page."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleanpage.testing import SavedPage, SavedPageError, Settings, cases_of, read_page
from cleanpage.testing.cases import Result, check, check_page, read
from cleanpage.testing.comparison import Difference, Tolerance


def change(file: Path, **values: Any) -> None:
    known = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**known, **values}), encoding="utf-8")


def outcomes(page: SavedPage, settings: Settings | None = None) -> dict[str, str]:
    results = check_page(read_page(page.folder), settings or Settings())
    return {result.field: result.outcome for result in results if result.outcome != "passed"}


def test_a_check_for_each_field_and_one_for_unexpected_text(page: SavedPage) -> None:
    names = [case.name for case in cases_of(page, Settings())]
    assert names[0] == "bridge.page::outcome"
    assert names[-2:] == ["bridge.page::text", "bridge.page::unexpected_text"]
    assert outcomes(page) == {}


def test_each_check_sees_its_own_field_alone(page: SavedPage) -> None:
    change(page.expected_file, headline="Another", updated="2024-03-09")
    assert outcomes(page) == {"headline": "failed", "updated": "failed"}


def test_an_unexpected_paragraph(page: SavedPage) -> None:
    text = json.loads(page.expected_file.read_text(encoding="utf-8"))["text"]
    change(page.expected_file, text=text[:-1])
    assert outcomes(page) == {"text": "failed", "unexpected_text": "failed"}
    assert outcomes(page, Settings(default_min_f1=0.8)) == {"unexpected_text": "failed"}
    (result,) = check_page(read_page(page.folder), Settings(fields=frozenset(["unexpected_text"])))
    *lines, cause = result.lines
    assert lines == ["1 paragraphs that are not expected, 19 words", f"added: {text[-1]!r}"]
    assert cause.startswith("why: 'Trams will follow in the summer, when the rails h…' was kept: body, score 0.")
    assert cause.endswith(", at article.story > div.story-body > p")


def test_which_floor_wins() -> None:
    own = {"text": Tolerance(min_f1=0.7)}
    assert Settings().tolerance("text", {}).min_f1 == 0.98
    assert Settings(default_min_f1=0.9).tolerance("text", {}).min_f1 == 0.9
    assert Settings(tolerances={"text": Tolerance(min_f1=0.8)}).tolerance("text", {}).min_f1 == 0.8
    assert Settings(tolerances={"text": Tolerance(min_f1=0.8)}).tolerance("text", own).min_f1 == 0.7
    assert Settings(min_f1=0.5).tolerance("text", own).min_f1 == 0.5
    assert Settings(min_f1=0.0).tolerance("text", own).min_f1 == 0.0


def test_tolerances_of_a_page(page: SavedPage) -> None:
    change(page.expected_file, published="2024-03-08T07:16:00+01:00")
    assert outcomes(page) == {"published": "failed"}
    change(page.folder / "meta.json", tolerances={"published": {"seconds": 60}})
    assert outcomes(page) == {}


def test_known_faults(page: SavedPage) -> None:
    change(page.expected_file, headline="Another")
    change(page.folder / "meta.json", xfail={"headline": "two headlines", "section": "gone"})
    assert outcomes(page) == {"headline": "xfailed", "section": "xpassed"}
    results = check_page(read_page(page.folder), Settings())
    (gone,) = [result for result in results if not result.ok]
    assert gone.lines == ("agrees, though meta.json says: gone; take it out of xfail",)


def test_fields_that_are_wanted(page: SavedPage) -> None:
    assert [case.field for case in cases_of(page, Settings(fields=frozenset(["headline", "text"])))] == [
        "headline",
        "text",
        "unexpected_text",
    ]
    ignored = Settings(ignored=frozenset(["text", "byline"]))
    assert {"text", "unexpected_text", "byline"}.isdisjoint(case.field for case in cases_of(page, ignored))


@pytest.mark.parametrize(
    ("file", "values", "message"),
    [
        ("expected.json", {"headlin": "x"}, "expected.json: there is no field 'headlin'; did you mean headline"),
        ("expected.json", {"qqq": "x"}, "did you mean outcome, canonical_url"),
        ("meta.json", {"xfail": {"autors": "x"}}, "meta.json: there is no field 'autors'; did you mean authors"),
        ("meta.json", {"tolerances": {"txt": {}}}, "there is no field 'txt'"),
    ],
)
def test_fields_that_are_none(page: SavedPage, file: str, values: dict[str, object], message: str) -> None:
    change(page.folder / file, **values)
    with pytest.raises(SavedPageError, match=message):
        cases_of(read_page(page.folder), Settings())


def test_both_sides_are_normalised(page: SavedPage) -> None:
    change(page.expected_file, headline="HARBOUR bridge to open a week EARLY")
    again = read_page(page.folder)
    (case,) = cases_of(again, Settings(fields=frozenset(["headline"])))

    def lowered(field: str, value: Any) -> Any:
        return value.lower() if field == "headline" else value

    assert check(case, read(again), Settings(), lowered).ok
    assert not check(case, read(again), Settings()).ok


def test_results_say_what_was_found(page: SavedPage) -> None:
    change(page.expected_file, headline="Another")
    (result,) = check_page(read_page(page.folder), Settings(fields=frozenset(["headline"])))
    assert (result.expected, result.found) == ("Another", "Harbour bridge to open a week early")
    assert result.name == "bridge.page::headline"
    assert Result("a.page", "x", None, None, Difference("one", ("two",)), ("three",)).lines == ("one", "two", "three")
