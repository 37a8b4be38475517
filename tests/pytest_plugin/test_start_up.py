"""What the plugin costs a run that does not use it, and that it leaves coverage alone."""

import json
from collections.abc import Callable

import pytest

from cleanpage.testing import SavedPage

HEAVY = ("httpx", "jinja2", "lxml", "numpy", "pydantic", "selectolax", "w3lib")
LIST_MODULES = """
    import json, sys
    from pathlib import Path

    def pytest_unconfigure():
        Path("modules.json").write_text(json.dumps(sorted(sys.modules)))
"""


def modules(pytester: pytest.Pytester, *args: str) -> set[str]:
    """The modules that a run has loaded at its end, with no other plugins than ours."""
    pytester.makeconftest(LIST_MODULES)
    pytester.runpytest_subprocess("-p", "cleanpage.pytest_plugin", *args)
    return set(json.loads((pytester.path / "modules.json").read_text()))


def test_an_unused_plugin_loads_nothing_heavy(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyfile("def test_it(tmp_path): assert [1] == [1]", test_two="def test_it(): assert 'a' == 'b'")
    loaded = modules(pytester)
    assert {name for name in loaded if name.startswith("cleanpage")} == {
        "cleanpage",
        "cleanpage.pytest_plugin",
        *(f"cleanpage.pytest_plugin.{name}" for name in ("fixtures", "hookspecs", "recording", "running")),
    }
    assert loaded.isdisjoint(HEAVY)


def test_a_used_plugin_loads_no_more_than_it_needs(
    pytester: pytest.Pytester, save: Callable[..., SavedPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    save()
    loaded = modules(pytester)
    assert {"pydantic", "selectolax", "cleanpage.pytest_plugin.collecting"} <= loaded
    assert loaded.isdisjoint({"httpx", "jinja2", "rich", "typer", "cleanpage.cli"})


def test_it_is_an_entry_point(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--help")
    result.stdout.fnmatch_lines(["cleanpage:", "  --cleanpage-update=*", "  --cleanpage-live*"])
    result.stdout.fnmatch_lines(["  cleanpage_pages (linelist):*"])


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_coverage_is_not_disturbed(
    pytester: pytest.Pytester, save: Callable[..., SavedPage], workers: tuple[str, ...]
) -> None:
    save()
    scraper = "SITE = 'x'\n\ndef parse(page):\n    if page:\n        return {'section': 'Transport'}\n    return None\n"
    (pytester.mkpydir("scraper") / "__init__.py").write_text(scraper)
    pytester.makepyfile(
        **{
            "tests/test_it": """
            import scraper

            def test_it(article_regression, page_html, cleanpage):
                page = page_html("bridge")
                article_regression.check(scraper.parse(page), page=page, fields=["section"])
            """
        }
    )
    result = pytester.runpytest_subprocess(
        *workers, "--cov=scraper", "--cov-branch", "--cov-report=json", "-W", "error", "-p", "no:cacheprovider"
    )
    result.assert_outcomes(passed=15)
    report = json.loads((pytester.path / "coverage.json").read_text())
    (own,) = report["files"].values()
    assert own["missing_lines"] == [6]
    assert own["missing_branches"] == [[4, 6]]
