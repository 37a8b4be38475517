"""Saved pages and the checks of what is extracted from them, for the tests of scrapers.

Nothing here knows pytest: the plugin (`cleanpage.pytest_plugin`) and the commands `save`, `check` and `drift` are built
on it. Names are loaded on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleanpage.testing.assertions import (
        assert_article,
        assert_deterministic,
        assert_links_absolute,
        assert_no_boilerplate,
    )
    from cleanpage.testing.builder import CLUTTER, BuiltPage, build_page
    from cleanpage.testing.cases import Case, Result, Settings, cases_of
    from cleanpage.testing.comparison import Difference, Kind, Tolerance, compare
    from cleanpage.testing.drift import drift_from_fresh, drift_from_version
    from cleanpage.testing.fields import FIELDS, observe
    from cleanpage.testing.hostile import HOSTILE, HostilePage, hostile_page
    from cleanpage.testing.network import NetworkBlockedError, block_network
    from cleanpage.testing.pages import Meta, SavedPage, SavedPageError, find_pages, read_expected, read_page
    from cleanpage.testing.saving import save_page
    from cleanpage.testing.server import PageServer

HOMES = {
    "assertions": ("assert_article", "assert_deterministic", "assert_links_absolute", "assert_no_boilerplate"),
    "builder": ("CLUTTER", "BuiltPage", "build_page"),
    "cases": ("Case", "Result", "Settings", "cases_of"),
    "comparison": ("Difference", "Kind", "Tolerance", "compare"),
    "drift": ("drift_from_fresh", "drift_from_version"),
    "fields": ("FIELDS", "observe"),
    "hostile": ("HOSTILE", "HostilePage", "hostile_page"),
    "network": ("NetworkBlockedError", "block_network"),
    "pages": ("Meta", "SavedPage", "SavedPageError", "find_pages", "read_expected", "read_page"),
    "saving": ("save_page",),
    "server": ("PageServer",),
}
HOME_OF = {name: module for module, names in HOMES.items() for name in names}

__all__ = [
    "CLUTTER",
    "FIELDS",
    "HOSTILE",
    "BuiltPage",
    "Case",
    "Difference",
    "HostilePage",
    "Kind",
    "Meta",
    "NetworkBlockedError",
    "PageServer",
    "Result",
    "SavedPage",
    "SavedPageError",
    "Settings",
    "Tolerance",
    "assert_article",
    "assert_deterministic",
    "assert_links_absolute",
    "assert_no_boilerplate",
    "block_network",
    "build_page",
    "cases_of",
    "compare",
    "drift_from_fresh",
    "drift_from_version",
    "find_pages",
    "hostile_page",
    "observe",
    "read_expected",
    "read_page",
    "save_page",
]


def __getattr__(name: str) -> object:
    if name not in HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
