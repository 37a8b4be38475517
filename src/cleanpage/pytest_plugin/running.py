"""Settings of a run, from its flags and ini options."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleanpage.errors import MissingExtraError

if TYPE_CHECKING:
    from cleanpage.testing.cases import Settings
    from cleanpage.testing.comparison import Tolerance

__all__ = ["check_usage", "folders_in", "folders_of", "item_argument", "run_settings", "update_of"]

SETTINGS = pytest.StashKey["Settings"]()
FOLDERS = pytest.StashKey[dict[Path, tuple[Path, ...]]]()


def check_usage(config: pytest.Config) -> None:
    """Stop a run whose flags or ini options are wrong, before anything is collected."""
    refuse_in_ci(config)
    require_packages(config)
    share(config.getoption("cleanpage_min_f1"), "--cleanpage-min-f1")
    share(config.getini("cleanpage_min_f1") or None, "cleanpage_min_f1")
    if config.getini("cleanpage_tolerances"):
        run_settings(config)


def refuse_in_ci(config: pytest.Config) -> None:
    """Stop a run in CI that would write expectations or fetch pages, for both hide what is to be seen."""
    if os.environ.get("CI", "").lower() in ("", "0", "false", "no"):
        return
    for flag in ("update", "live"):
        if config.getoption(f"cleanpage_{flag}"):
            raise pytest.UsageError(f"--cleanpage-{flag} is not for CI (the environment variable CI is set)")


def require_packages(config: pytest.Config) -> None:
    """Stop a run that needs packages of the extra `test` which are missing, before its tests have run in vain."""
    for flag, package in (("report", "jinja2"), ("live", "httpx")):
        if config.getoption(f"cleanpage_{flag}") and find_spec(package) is None:
            raise pytest.UsageError(str(MissingExtraError(f"--cleanpage-{flag}", "test")))


def item_argument(argument: str) -> str:
    """An argument as pytest understands it: `bbc-1.page::headline` names a folder, in which pytest seeks no items."""
    path, separator, name = argument.partition(".page::")
    return f"{path}.page/expected.json::{name}" if separator else argument


def update_of(config: pytest.Config) -> str | None:
    """Which expectations are to be written: `new`, `failed`, `all`, or none."""
    chosen: str | None = config.getoption("cleanpage_update")
    return chosen


def run_settings(config: pytest.Config) -> "Settings":
    """What holds for all pages of the run."""
    if SETTINGS not in config.stash:
        config.stash[SETTINGS] = read_settings(config)
    return config.stash[SETTINGS]


def read_settings(config: pytest.Config) -> "Settings":
    from cleanpage.testing.cases import Settings
    from cleanpage.testing.comparison import DEFAULT_MIN_F1

    fields = config.getoption("cleanpage_fields")
    default = config.getini("cleanpage_min_f1")
    return Settings(
        fields=frozenset(name.strip() for name in fields.split(",")) if fields else None,
        ignored=frozenset(config.getini("cleanpage_ignore_fields")),
        min_f1=share(config.getoption("cleanpage_min_f1"), "--cleanpage-min-f1"),
        default_min_f1=share(default or None, "cleanpage_min_f1") or DEFAULT_MIN_F1,
        tolerances=dict(tolerances(config.getini("cleanpage_tolerances"))),
        explain=bool(config.getoption("cleanpage_explain")),
    )


def share(value: str | float | None, name: str) -> float | None:
    """A number from 0 to 1."""
    try:
        number = None if value is None else float(value)
    except ValueError:
        number = -1.0
    if number is not None and not 0 <= number <= 1:
        raise pytest.UsageError(f"{name}: give a number from 0 to 1, not {value!r}")
    return number


def tolerances(lines: list[str]) -> "Iterator[tuple[str, Tolerance]]":
    """The tolerances of lines such as `published seconds=60 precision=minute`."""
    from pydantic import ValidationError

    from cleanpage.testing.comparison import Tolerance

    for line in lines:
        field, *parts = line.split()
        try:
            yield field, Tolerance.model_validate(dict(part.split("=", 1) for part in parts))
        except (ValidationError, ValueError) as error:
            raise pytest.UsageError(f"cleanpage_tolerances: {line!r}: {error}") from error


def folders_of(config: pytest.Config, test_folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    """The saved pages whose names, or paths with their last folders, match any of the patterns; of all, without any.

    They are sought in the folder of the test and below, then in those of `cleanpage_pages`.

    Raises:
        LookupError: A pattern matches none.
    """
    places = (test_folder, *(config.rootpath / place for place in config.getini("cleanpage_pages")))
    known = list(dict.fromkeys(folder for place in places for folder in folders_in(config, place)))
    if not patterns:
        return known
    found: list[Path] = []
    for pattern in patterns:
        matches = [folder for folder in known if folder.match(f"{pattern}.page")]
        if not matches:
            raise LookupError(f"no saved page {pattern!r} in {', '.join(map(str, places))}")
        found += matches if set("*?[") & set(pattern) else matches[:1]
    return list(dict.fromkeys(found))


def folders_in(config: pytest.Config, place: Path) -> tuple[Path, ...]:
    """The saved pages in a folder, which is searched once a run."""
    from cleanpage.testing.pages import find_pages

    cache = config.stash.setdefault(FOLDERS, {})
    if place not in cache:
        cache[place] = tuple(find_pages([place]))
    return cache[place]
