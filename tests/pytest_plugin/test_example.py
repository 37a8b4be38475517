"""The example project of the docs: a real crawl by Scrapy, before and after a change of the site's layout."""

import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from cleanpage.testing import find_pages, read_page

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "scraper"
BROKEN = {"authors", "text"}
"""Fields whose selectors the new layout breaks."""

FAULTS = ("failure", "error", "skipped")


def outcomes(tmp_path: Path, *args: str) -> dict[str, str]:
    """The outcome of each test, by its name."""
    report = tmp_path / "report.xml"
    command = [sys.executable, "-m", "pytest", str(EXAMPLE), "-p", "no:cacheprovider", f"--junitxml={report}", *args]
    subprocess.run(command, capture_output=True, check=False)
    cases = ElementTree.parse(report).getroot().iter("testcase")
    return {f"{case.get('classname')} {case.get('name')}": outcome(case) for case in cases}


def outcome(case: Any) -> str:
    """What became of a test; a known fault is as good as passed."""
    return next((child.tag for child in case if child.get("type") != "pytest.xfail" and child.tag in FAULTS), "passed")


@pytest.mark.slow
@pytest.mark.parametrize(("site", "broken"), [("pages", set()), ("redesign", BROKEN)])
def test_the_layout_breaks_exactly_its_fields(tmp_path: Path, site: str, broken: set[str]) -> None:
    found = outcomes(tmp_path, f"--site={site}")
    assert len(found) > 60
    failed = {name for name, result in found.items() if result != "passed"}
    pages = {read_page(folder).name for folder in find_pages([EXAMPLE / site])}
    assert failed == {f"test_quaypost test_story[{page}-{field}]" for page in pages for field in broken}


def test_the_pages_hold_the_same_stories() -> None:
    """So that nothing but the layout can break a field."""
    old, new = (sorted(find_pages([EXAMPLE / site])) for site in ("pages", "redesign"))
    assert [folder.name for folder in old] == [folder.name for folder in new]
    for before, after in zip(old, new, strict=True):
        assert (before / "expected.json").read_bytes() == (after / "expected.json").read_bytes()
        assert read_page(before).body != read_page(after).body
