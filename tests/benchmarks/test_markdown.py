from dataclasses import replace
from pathlib import Path

from benchmarks import markdown
from benchmarks.intervals import Interval

HALF = Interval(value=0.5, low=0.4, high=0.6, pages=9)


def test_figures_have_no_zero_before_the_point() -> None:
    assert [markdown.figure(value) for value in (0.0, 0.12345, 1.0)] == [".000", ".123", "1.000"]


def test_equal_bests_are_both_bold() -> None:
    column = {"a": HALF, "b": replace(HALF, value=0.4), "c": HALF, "d": None}
    assert markdown.best_bold(column) == {"a": "**.500**", "b": ".400", "c": "**.500**", "d": "–"}


def test_one_is_better_than_point_nine() -> None:
    column = {"a": replace(HALF, value=1.0), "b": replace(HALF, value=0.9)}
    assert markdown.best_bold(column) == {"a": "**1.000**", "b": ".900"}


def test_nothing_is_bold_where_nothing_is_known() -> None:
    assert markdown.best_bold({"a": None}) == {"a": "–"}


def test_table() -> None:
    assert markdown.table(("", "x"), [("a", "1")]) == "|  | x |\n| --- | ---: |\n| a | 1 |\n"


def test_sections_go_to_their_places_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x:begin -->\nold\n\\1\n<!-- x:end -->\nb <!-- y:begin -->\n<!-- y:end -->\n", "utf-8")
    assert markdown.put(page, {"x": "new \\1\n\n", "z": "nowhere"})
    expected = "a\n<!-- x:begin -->\nnew \\1\n<!-- x:end -->\nb <!-- y:begin -->\n<!-- y:end -->\n"
    assert page.read_text("utf-8") == expected
    assert not markdown.put(page, {"x": "new \\1"})


def test_figures_of_corpora_left_out() -> None:
    figures = {
        "pages": 1497,
        "learned": True,
        "body": {"f1": 0.88, "f1/article": 0.96},
        "articles": 0.95,
        "others": None,
        "auroc": 0.9,
        "calibration": 0.03,
        "peers": {"one": 0.8, "two": 0.85, "three": 0.7},
    }
    never = figures | {"learned": False, "peers": {}, "body": {"snippet_f1": 0.9}}
    rows = markdown.left_out_table({"small-dev": figures, "other-dev": never}).splitlines()[2:]
    assert rows == [
        "| small-dev | 1,497 | .880 | .960 | .950 | – | .900 | .030 | two .850; one .800 |",
        "| **other-dev** | 1,497 | .900 | – | .950 | – | .900 | .030 | – |",
    ]
