"""Updates expectations to the present results."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from cleanpage.testing.cases import Result, Settings
from cleanpage.testing.comparison import shown
from cleanpage.testing.fields import FIELDS, UNEXPECTED, expectations, json_of
from cleanpage.testing.pages import Expected

__all__ = ["Update", "new_expectations", "updated", "what_changed"]


class Update(StrEnum):
    """Which expectations are written anew."""

    NEW = "new"
    """Those that are not there: of pages without any, and of fields that are asked for by name."""
    FAILED = "failed"
    """Those that do not hold."""
    ALL = "all"
    """All."""


def new_expectations(expected: Mapping[str, Any] | None, observed: Mapping[str, Any], settings: Settings) -> Expected:
    """The expectations that are missing: all usual ones of a page without any, else those of the fields asked for."""
    if expected is None:
        usual = expectations(observed)
        asked = settings.fields or frozenset(usual)
        return {name: json_of(observed[name]) for name in FIELDS if name in usual.keys() | asked and name in asked}
    return {
        name: json_of(observed[name])
        for name in FIELDS
        if name not in expected and name in (settings.fields or ()) and not name.startswith("text_")
    }


def updated(results: Iterable[Result], update: Update) -> Expected:
    """The expectations to write anew after these checks. What is known to be wrong is never written down."""
    chosen: Expected = {}
    for result in results:
        wrong = result.xfail is not None or result.field.startswith("text_")
        if not wrong and (update is Update.ALL or (update is Update.FAILED and result.outcome == "failed")):
            chosen[result.field.removeprefix(UNEXPECTED)] = result.found
    return chosen


def what_changed(file: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Lines on the expectations that others replace: of lists, what went and what came."""
    place = file.parent.name if file.name == "expected.json" else file.name
    lines = []
    for name, value in new.items():
        if name not in old:
            lines.append(f"{place}::{name}: {shown(value)}")
        elif isinstance(value, list) and isinstance(old[name], list) and value != old[name]:
            lines += [f"{place}::{name}:", *exchanged(old[name], value)]
        elif value != old[name]:
            lines.append(f"{place}::{name}: {shown(old[name])} -> {shown(value)}")
    return lines


def exchanged(old: list[Any], new: list[Any]) -> list[str]:
    """What left a list, and what entered it; a line if only the order is another."""
    lines = [f"    - {shown(one)}" for one in old if one not in new]
    lines += [f"    + {shown(one)}" for one in new if one not in old]
    return lines or ["    another order"]
