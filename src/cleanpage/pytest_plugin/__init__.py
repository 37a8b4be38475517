"""The pytest plugin, which `pip install 'cleanpage[test]'` brings (entry point `pytest11`).

pytest loads it in every run, whether or not the run needs it. So this module imports nothing but types; what does the
work lies in the modules beside it, and those that need the library are imported when the first saved page or fixture
asks for them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

UPDATES = ("new", "failed", "all")
MARKERS = (
    "page(*names): parametrize `saved_page`, `article` and `page_field` over saved pages; * stands for any characters",
    "cleanpage: a check of a saved page; every item that a .page folder makes has it",
)


def pytest_addoption(parser: "pytest.Parser") -> None:
    """Add the flags of the group "cleanpage", and the ini options."""
    group = parser.getgroup("cleanpage")
    add = group.addoption
    add("--cleanpage-update", choices=UPDATES, help="write expectations anew: new, failed or all; never in CI")
    add("--cleanpage-fields", metavar="F1,F2", help="check these fields alone; with --cleanpage-update=new, add them")
    add("--cleanpage-min-f1", type=float, metavar="X", help="F1 that texts must reach, 0 to 1, whatever pages say")
    add("--cleanpage-explain", action="store_true", help="name the features that decided on lost and added paragraphs")
    add("--cleanpage-report", metavar="DIR", help="write an HTML report, a page for each saved page")
    add("--cleanpage-live", action="store_true", help="fetch the pages anew and check the fresh copies; never in CI")
    parser.addini("cleanpage_pages", "folders in which fixtures look for saved pages", type="linelist", default=[])
    parser.addini("cleanpage_min_f1", "F1 that texts must reach where a page says nothing of it", default="")
    parser.addini("cleanpage_ignore_fields", "fields that are never checked", type="args", default=[])
    parser.addini("cleanpage_tolerances", "lines such as: published seconds=60", type="linelist", default=[])


def pytest_addhooks(pluginmanager: "pytest.PytestPluginManager") -> None:
    """Add the hook `pytest_cleanpage_normalize`."""
    from cleanpage.pytest_plugin import hookspecs

    pluginmanager.add_hookspecs(hookspecs)


def pytest_configure(config: "pytest.Config") -> None:
    """Refuse wrong usage, and register fixtures and records."""
    from cleanpage.pytest_plugin import fixtures, recording, running

    for line in MARKERS:
        config.addinivalue_line("markers", line)
    running.check_usage(config)
    config.args[:] = map(running.item_argument, config.args)
    config.pluginmanager.register(fixtures, "cleanpage-fixtures")
    config.pluginmanager.register(recording.Recorder(config), "cleanpage-recorder")


def pytest_collect_directory(path: "Path", parent: "pytest.Collector") -> "pytest.Collector | None":
    """Make checks of a folder whose name ends with `.page`."""
    if path.suffix != ".page":
        return None
    from cleanpage.pytest_plugin.collecting import PageFolder

    return PageFolder.from_parent(parent, path=path)


def pytest_generate_tests(metafunc: "pytest.Metafunc") -> None:
    """Parametrize the fixtures that stand for several pages."""
    if {"saved_page", "hostile_page"}.isdisjoint(metafunc.fixturenames):
        return
    from cleanpage.pytest_plugin.parametrizing import parametrize

    parametrize(metafunc)


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Say field by field how two articles differ."""
    if op != "==" or "Article" not in (type(left).__name__, type(right).__name__):
        return None
    from cleanpage.pytest_plugin.comparing import compared

    return compared(left, right)
