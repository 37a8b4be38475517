"""Checks of a saved page: one for each expected field, and one for unexpected paragraphs."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from cleanpage.explain.analysis import Analysis
from cleanpage.pipeline import analyze
from cleanpage.testing.causes import causes_of
from cleanpage.testing.comparison import DEFAULT_MIN_F1, Difference, Kind, Tolerance, compare
from cleanpage.testing.fields import FIELDS, UNEXPECTED, json_of, kind_of, observe
from cleanpage.testing.pages import Expected, SavedPage, SavedPageError, read_expected

__all__ = [
    "Case",
    "Normalize",
    "Reading",
    "Result",
    "Settings",
    "cases_of",
    "check",
    "check_page",
    "checks_in",
    "differences",
    "read",
    "unchanged",
]

Normalize = Callable[[str, Any], Any]
"""Turns the value of a field, expected or found, into the form in which it is compared."""


def unchanged(_: str, value: Any) -> Any:
    """The value itself."""
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for all pages of a run.

    Args:
        fields: Fields to check; None for all.
        ignored: Fields to leave out.
        min_f1: The F1 that texts must reach, asked for this run: it wins over that of pages.
        default_min_f1: The F1 that texts must reach where neither the page nor `min_f1` says anything.
        tolerances: How fields are compared where the page does not say.
        explain: Whether causes come with the contributions of features.
    """

    fields: frozenset[str] | None = None
    ignored: frozenset[str] = frozenset()
    min_f1: float | None = None
    default_min_f1: float = DEFAULT_MIN_F1
    tolerances: Mapping[str, Tolerance] = field(default_factory=dict)
    explain: bool = False

    def wants(self, name: str) -> bool:
        """Whether a field is to be checked; its name stands for the check of unexpected paragraphs as well."""
        names = {name, name.removeprefix(UNEXPECTED)}
        return not names & self.ignored and (self.fields is None or bool(names & self.fields))

    def tolerance(self, name: str, own: Mapping[str, Tolerance]) -> Tolerance:
        """How closely a field of a page with its `own` tolerances must agree."""
        found = own.get(name) or self.tolerances.get(name) or Tolerance()
        floor = self.min_f1 if self.min_f1 is not None else found.min_f1
        return found.model_copy(update={"min_f1": self.default_min_f1 if floor is None else floor})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was extracted from a page."""

    analysis: Analysis
    observed: Mapping[str, Any]
    """The fields of the article, as `observe` gives them."""


def read(page: SavedPage) -> Reading:
    """Extract a saved page."""
    analysis = analyze(page.body, url=page.url, content_type=page.meta.content_type, options=page.options)
    return Reading(analysis, observe(analysis.article))


@dataclass(frozen=True, slots=True)
class Case:
    """One check of a saved page."""

    page: SavedPage
    field: str
    """The field, or `unexpected_` and the name of a text."""
    expected: Expected
    """All that is expected of the page."""

    @property
    def name(self) -> str:
        """As in `bbc-1.page::headline`."""
        return f"{self.page.folder.name}::{self.field}"

    @property
    def xfail(self) -> str | None:
        """Why the check is known to fail, if it is."""
        return self.page.meta.xfail.get(self.field)


@dataclass(frozen=True, slots=True)
class Result:
    """How a check went."""

    page: str
    field: str
    expected: Any
    """A JSON value."""
    found: Any
    """A JSON value."""
    difference: Difference | None = None
    causes: tuple[str, ...] = ()
    """Lines that say why."""
    xfail: str | None = None
    """Why the check is known to fail, if it is."""
    folder: str | None = None
    """Path of the saved page, where the result is of one."""

    @property
    def name(self) -> str:
        """As in `bbc-1.page::headline`."""
        return f"{self.page}::{self.field}"

    @property
    def outcome(self) -> str:
        """`passed`, `failed`, `xfailed`, or `xpassed`: a known fault that is gone, so that the entry must go."""
        if self.xfail is not None:
            return "xfailed" if self.difference else "xpassed"
        return "failed" if self.difference else "passed"

    @property
    def ok(self) -> bool:
        """Whether all is as expected."""
        return self.outcome in ("passed", "xfailed")

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to say of it."""
        if self.outcome == "xpassed":
            return (f"agrees, though meta.json says: {self.xfail}; take it out of xfail",)
        return (*(self.difference.lines if self.difference else ()), *self.causes)


def checks_in(expected: Mapping[str, Any], settings: Settings) -> Iterator[str]:
    """Names of the checks that expectations make."""
    for name, value in expected.items():
        both = (name, f"{UNEXPECTED}{name}") if kind_of(name, value) is Kind.TEXT else (name,)
        yield from filter(settings.wants, both)


def cases_of(page: SavedPage, settings: Settings) -> tuple[Case, ...]:
    """The checks of a page.

    Raises:
        SavedPageError: `expected.json` is missing or damaged, or it or `meta.json` names a field that is none.
    """
    expected = read_expected(page.expected_file)
    require_fields(expected, page)
    return tuple(Case(page, name, expected) for name in checks_in(expected, settings))


def require_fields(expected: Expected, page: SavedPage) -> None:
    for file, names in (
        (page.expected_file, tuple(expected)),
        (page.folder / "meta.json", (*page.meta.tolerances, *page.meta.xfail)),
    ):
        for name in names:
            if name.removeprefix(UNEXPECTED) not in FIELDS:
                near = get_close_matches(name, FIELDS, 1) or [", ".join(FIELDS)]
                raise SavedPageError(file, f"there is no field {name!r}; did you mean {near[0]}?")


def difference(
    name: str,
    expected: Mapping[str, Any],
    observed: Mapping[str, Any],
    tolerance: Tolerance,
    normalize: Normalize = unchanged,
) -> Difference | None:
    """How one field differs from what is expected."""
    base = name.removeprefix(UNEXPECTED) if name not in expected else name
    old, new = normalize(base, expected[base]), normalize(base, observed.get(base))
    kind = kind_of(name, old)
    if not (kind is Kind.DATE and isinstance(new, dt.date)):
        new = json_of(new)
    if kind is Kind.UNEXPECTED:
        tolerance = tolerance.model_copy(update={"kind": None})
    return compare(old, new, kind, tolerance)


def check(
    case: Case,
    reading: Reading,
    settings: Settings,
    normalize: Normalize = unchanged,
    before: Analysis | None = None,
) -> Result:
    """Run one check.

    Args:
        case: The check.
        reading: What was extracted.
        settings: What holds for all pages.
        normalize: Turns values into the form in which they are compared.
        before: Analysis of the page as saved, where `reading` is of a fresh copy.
    """
    tolerance = settings.tolerance(case.field, case.page.meta.tolerances)
    found = difference(case.field, case.expected, reading.observed, tolerance, normalize)
    name = case.field if case.field in case.expected else case.field.removeprefix(UNEXPECTED)
    why = (
        causes_of(case.field, case.expected[name], found, reading.analysis, before, explain=settings.explain)
        if found
        else ()
    )
    return Result(
        page=case.page.folder.name,
        field=case.field,
        expected=case.expected[name],
        found=json_of(reading.observed.get(name)),
        difference=found,
        causes=why,
        xfail=case.xfail,
        folder=str(case.page.folder),
    )


def check_page(page: SavedPage, settings: Settings) -> tuple[Result, ...]:
    """Run all checks of a page."""
    reading = read(page)
    return tuple(check(case, reading, settings) for case in cases_of(page, settings))


def differences(
    expected: Mapping[str, Any],
    observed: Mapping[str, Any],
    settings: Settings,
    tolerances: Mapping[str, Tolerance],
    normalize: Normalize = unchanged,
) -> dict[str, Difference]:
    """How anything observed differs from what is expected, check by check."""
    found = {
        name: difference(name, expected, observed, settings.tolerance(name, tolerances), normalize)
        for name in checks_in(expected, settings)
    }
    return {name: one for name, one in found.items() if one}
