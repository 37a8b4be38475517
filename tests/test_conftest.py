"""Which tests are quick, and what happens to those whose packages are missing."""

from pathlib import Path

import pytest

import tests.conftest as ours

TESTS = """
    import pytest
    from hypothesis import settings

    def test_plain(): assert settings().max_examples == 10
    def test_by_a_fixture(pytester): ...
    @pytest.mark.fuzz
    def test_by_a_mark(): ...
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project with our own `conftest.py` and our own marks."""
    monkeypatch.delenv("CI", raising=False)
    pytester.makeconftest(Path(ours.__file__).read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers =\n    quick\n    " + "\n    ".join(ours.NOT_QUICK))
    return pytester


def test_what_has_no_other_mark_is_quick(project: pytest.Pytester) -> None:
    project.makepyfile(test_here=TESTS, **{"training/test_there": "def test_by_the_folder(): ..."})
    result = project.runpytest_subprocess("-m", "quick", "-v", "--strict-markers", "-W", "error")
    result.assert_outcomes(passed=1, deselected=3)
    result.stdout.fnmatch_lines(["*::test_plain PASSED*"])


@pytest.mark.parametrize(
    ("imported", "ci", "outcome"),
    [("not_installed.part", None, "skipped"), ("not_installed", "1", "errors"), ("tests.nothing", None, "errors")],
)
def test_a_module_whose_package_is_missing_is_skipped_but_in_ci(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, imported: str, ci: str | None, outcome: str
) -> None:
    if ci:
        monkeypatch.setenv("CI", ci)
    project.makepyfile(f"import {imported}\n\ndef test_it(): ...")
    result = project.runpytest_subprocess("-rs")
    result.assert_outcomes(**{outcome: 1})
    if outcome == "skipped":
        result.stdout.fnmatch_lines(["SKIPPED*needs not_installed*pip install*"])
