"""Expectations written by pytest."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cleanpage.pytest_plugin.recording import write_update
from cleanpage.testing import SavedPage, read_expected

Save = Callable[..., SavedPage]
Run = Callable[..., pytest.RunResult]


@pytest.fixture(params=["in process", "xdist"])
def run(request: pytest.FixtureRequest, pytester: pytest.Pytester) -> Run:
    """Runs pytest on the project."""
    if request.param == "in process":
        return pytester.runpytest_inprocess
    return lambda *args: pytester.runpytest_subprocess("-n", "2", *args)


def test_failed_expectations_are_written_once(run: Run, save: Save) -> None:
    page = save(headline="Another", published="2020-01-01", byline="By nobody", meta={"xfail": {"byline": "wrong"}})
    right = read_expected(page.expected_file)
    result = run("--cleanpage-update=failed")
    assert result.ret == 0
    result.stdout.fnmatch_lines(
        [
            "expectations written:",
            "bridge.page::headline: 'Another' -> 'Harbour bridge to open a week early'",
            "bridge.page::published: '2020-01-01' -> '2024-03-08T07:15:00+01:00'",
        ]
    )
    written = page.expected_file.read_bytes()
    assert json.loads(written) == {
        **right,
        "headline": "Harbour bridge to open a week early",
        "published": "2024-03-08T07:15:00+01:00",
    }, "a known fault is not written down"
    again = run("--cleanpage-update=failed")
    assert again.ret == 0
    again.stdout.no_fnmatch_line("expectations written*")
    assert page.expected_file.read_bytes() == written
    assert run().ret == 0


@pytest.mark.parametrize("update", ["new", "all"])
def test_the_first_expectations(pytester: pytest.Pytester, save: Save, update: str) -> None:
    page = save()
    before = page.expected_file.read_bytes()
    page.expected_file.unlink()
    flag = f"--cleanpage-update={update}"
    pytester.runpytest_inprocess(flag).assert_outcomes(passed=1)
    assert page.expected_file.read_bytes() == before
    result = pytester.runpytest_inprocess(flag)
    result.assert_outcomes(passed=14)
    result.stdout.no_fnmatch_line("expectations written*")


def test_new_leaves_what_is_there(pytester: pytest.Pytester, save: Save) -> None:
    page = save(headline="Another")
    before = page.expected_file.read_bytes()
    pytester.runpytest_inprocess("--cleanpage-update=new").assert_outcomes(failed=1, passed=13)
    assert page.expected_file.read_bytes() == before


def test_fields_are_added_by_name(pytester: pytest.Pytester, save: Save) -> None:
    page = save()
    pytester.runpytest_inprocess("--cleanpage-update=new", "--cleanpage-fields=blocks,headline").assert_outcomes(
        passed=2
    )
    assert read_expected(page.expected_file)["blocks"] == ["paragraph"] * 5


def test_all_takes_over_what_a_tolerance_lets_pass(pytester: pytest.Pytester, save: Save) -> None:
    page = save(published="2024-03-08T07:15:30+01:00", meta={"tolerances": {"published": {"seconds": 60}}})
    before = page.expected_file.read_bytes()
    pytester.runpytest_inprocess("--cleanpage-update=failed").assert_outcomes(passed=14)
    assert page.expected_file.read_bytes() == before
    pytester.runpytest_inprocess("--cleanpage-update=all").assert_outcomes(passed=14)
    assert read_expected(page.expected_file)["published"] == "2024-03-08T07:15:00+01:00"


@pytest.mark.parametrize("flag", ["--cleanpage-update=new", "--cleanpage-live"])
def test_never_in_ci(pytester: pytest.Pytester, save: Save, monkeypatch: pytest.MonkeyPatch, flag: str) -> None:
    save()
    monkeypatch.setenv("CI", "true")
    result = pytester.runpytest_inprocess(flag)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --cleanpage-* is not for CI (the environment variable CI is set)"])
    monkeypatch.setenv("CI", "false")
    assert pytester.runpytest_inprocess("--cleanpage-update=new").ret == 0


def test_a_file_that_cannot_be_written(pytester: pytest.Pytester, save: Save) -> None:
    page = save(headline="Another")
    pytester.makeconftest(
        f"""
        from pathlib import Path

        def pytest_runtest_teardown():
            Path({str(page.expected_file)!r}).write_text("[")
        """
    )
    result = pytester.runpytest_inprocess("--cleanpage-update=failed")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["not written: *expected.json: cannot be read as JSON: *"])
    assert page.expected_file.read_text() == "["


@pytest.mark.parametrize(("flag", "package"), [("--cleanpage-report=x", "jinja2"), ("--cleanpage-live", "httpx")])
def test_missing_packages(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, flag: str, package: str) -> None:
    def find(name: str) -> object:
        return None if name == package else object()

    monkeypatch.setattr("cleanpage.pytest_plugin.running.find_spec", find)
    result = pytester.runpytest_inprocess(flag)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {flag.partition('=')[0]} needs an extra: pip install 'cleanpage[[]test[]]'"])


def test_what_is_written_does_not_hang_on_the_order_of_workers(tmp_path: Path) -> None:
    values = {"published": "2024-03-08", "headline": "Bridge opens"}
    first = write_update(tmp_path / "first.json", values)
    second = write_update(tmp_path / "second.json", dict(reversed(values.items())))
    assert [line.split("::")[1] for line in first] == [line.split("::")[1] for line in second]
    assert list(read_expected(tmp_path / "first.json")) == ["headline", "published"]
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
