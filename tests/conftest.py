"""Settings of the whole test suite."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# For the tests of the plugin; pytest takes it from here alone.
pytest_plugins = ["pytester"]

NOT_QUICK = ("browser", "fuzz", "pytester", "slow", "training")
"""Markers that keep a test out of `pytest -m quick`."""
FOLDERS = {"training": "training", "stress": "slow"}
"""Folders of tests that are marked as a whole."""
OURS = frozenset(("benchmarks", "cleanpage", "docs", "tests"))

# Machines differ in speed, so no example has a deadline; CI draws the same examples each time.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("ci" if "CI" in os.environ else "dev")


def pytest_configure(config: pytest.Config) -> None:
    """Draw few examples in a quick run."""
    if config.getoption("markexpr") == "quick":
        settings.load_profile("quick")


@pytest.hookimpl(tryfirst=True)  # before `-m` selects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the fixtures that they use and the folder that they are in; what has no such mark is quick."""
    for item in items:
        for fixture in ("browser", "pytester"):
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(fixture)
        for folder in FOLDERS.keys() & set(item.path.parts):
            item.add_marker(FOLDERS[folder])
        if not any(map(item.get_closest_marker, NOT_QUICK)):
            item.add_marker("quick")


class OptionalModule(pytest.Module):
    """A test module that is skipped if it imports a package that is not installed."""

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        try:
            return list(super().collect())
        except self.CollectError as error:
            missing = getattr(error.__cause__, "name", None) if isinstance(error.__cause__, ImportError) else None
            if missing is None or missing.partition(".")[0] in OURS or "CI" in os.environ:
                raise
            pytest.skip(f"needs {missing}: pip install -e '.[dev]'")


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module:
    """Let a module that needs more than the extra `quick` be skipped where that is all there is."""
    return OptionalModule.from_parent(parent, path=module_path)
