"""Collects folders of saved pages as test items."""

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pytest

from cleanpage.errors import CleanpageError
from cleanpage.pytest_plugin.recording import record, result_record
from cleanpage.pytest_plugin.running import run_settings, update_of
from cleanpage.testing.cases import Case, Normalize, Reading, Result, cases_of, check, read
from cleanpage.testing.fields import FIELDS
from cleanpage.testing.pages import Expected, SavedPage, SavedPageError, read_expected, read_page
from cleanpage.testing.updating import Update, new_expectations, updated

__all__ = ["PageFolder", "normalizer"]

READINGS = pytest.StashKey["tuple[str, Readings]"]()


class Readings:
    """What is extracted from one page, each part when the first check asks for it."""

    def __init__(self, page: SavedPage, live: bool) -> None:
        self.page = page
        self.live = live

    @cached_property
    def saved(self) -> Reading:
        """From the page as saved."""
        return read(self.page)

    @cached_property
    def checked(self) -> Reading:
        """From the page that is checked: a fresh copy with `--cleanpage-live`."""
        if not self.live:
            return self.saved
        if isinstance(self.fresh, CleanpageError):
            raise self.fresh
        return read(self.fresh)

    @cached_property
    def fresh(self) -> SavedPage | CleanpageError:
        """The fresh copy, or why there is none: it is asked for once, and not for each field anew."""
        from cleanpage.pytest_plugin.live import fetch
        from cleanpage.testing.drift import fresh_copy

        try:
            return fresh_copy(self.page, fetch)
        except CleanpageError as error:
            return error


class PageFolder(pytest.Directory):
    """The folder of a saved page."""

    def collect(self) -> "Iterator[PageChecks]":
        """The checks, with the id of the folder: pytest takes arguments with `::` for files alone."""
        yield PageChecks.from_parent(self, name=self.path.name, path=self.path / "expected.json", nodeid=self.nodeid)


class PageChecks(pytest.Collector):
    """The checks of one saved page."""

    def collect(self) -> "Iterator[PageCheck | PageUpdate]":
        """An item for each field, and one for what is to be written anew."""
        try:
            page = read_page(self.path.parent)
            yield from self.items(page)
        except SavedPageError as error:
            raise self.CollectError(str(error)) from error

    def items(self, page: SavedPage) -> "Iterator[PageCheck | PageUpdate]":
        """The items of a page that could be read."""
        settings = run_settings(self.config)
        missing = not page.expected_file.exists()
        if update_of(self.config) in (Update.NEW, Update.ALL):
            known = {} if missing else read_expected(page.expected_file)
            if missing or any(name in FIELDS and name not in known for name in settings.fields or ()):
                yield PageUpdate.from_parent(self, name="new", page=page)
        elif missing:
            raise SavedPageError(page.expected_file, "is missing; --cleanpage-update=new writes it")
        for case in () if missing else cases_of(page, settings):
            yield PageCheck.from_parent(self, name=case.field, case=case)


class PageItem(pytest.Item):
    """An item of a saved page."""

    def __init__(self, *, page: SavedPage, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.page = page
        self.add_marker(pytest.mark.cleanpage)
        for name in page.meta.markers:
            self.add_marker(getattr(pytest.mark, name))

    @property
    def readings(self) -> Readings:
        """What is extracted from the page. One page is kept at a time, for an analysis is large."""
        key = self.config.stash.get(READINGS, None)
        if key is None or key[0] != self.parent_id:
            live = bool(self.config.getoption("cleanpage_live"))
            key = self.config.stash[READINGS] = (self.parent_id, Readings(self.page, live))
        return key[1]

    @property
    def parent_id(self) -> str:
        """Id of the page."""
        return self.nodeid.rpartition("::")[0]

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any, **kwargs: Any) -> Any:
        """The lines of a check that failed, without a traceback through the library."""
        if isinstance(excinfo.value, CheckFailedError | CleanpageError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args, **kwargs)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The line of `expected.json` that the item is of."""
        return self.path, None, f"{self.page.folder.name} {self.name}"


class CheckFailedError(AssertionError):
    """A field is not as expected."""

    def __init__(self, result: Result) -> None:
        super().__init__("\n".join(result.lines))
        self.result = result


class PageCheck(PageItem):
    """One check of a saved page."""

    def __init__(self, *, case: Case, **kwargs: Any) -> None:
        super().__init__(page=case.page, **kwargs)
        self.case = case
        if case.xfail is not None:
            self.add_marker(pytest.mark.xfail(reason=case.xfail, strict=True, raises=CheckFailedError))

    def runtest(self) -> None:
        """Check the field, and note the outcome."""
        readings = self.readings
        checked = readings.checked
        before = readings.saved.analysis if readings.live else None
        result = check(self.case, checked, run_settings(self.config), normalizer(self, self.page.url), before)
        update = update_of(self.config)
        new = updated((result,), Update(update)) if update else {}
        record(self, file=self.case.page.expected_file, values=new, results=(result_record(self.config, result),))
        if result.difference and not new:
            raise CheckFailedError(result)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The line of `expected.json` that the item is of."""
        path, _, name = super().reportinfo()
        return path, line_of(path, self.case.expected, self.name), name


class PageUpdate(PageItem):
    """Writes the expectations that a page lacks."""

    def runtest(self) -> None:
        """Note what is to be written."""
        file = self.page.expected_file
        known: Expected | None = read_expected(file) if file.exists() else None
        new = new_expectations(known, self.readings.checked.observed, run_settings(self.config))
        record(self, file=file, values=new)


def line_of(file: Path, expected: Expected, name: str) -> int | None:
    """The line, from 0, on which a field stands in a file that was written by us; None where it does not."""
    keys = (f'  "{name}":', f'  "{name.removeprefix("unexpected_")}":')
    lines = file.read_text(encoding="utf-8").splitlines() if expected else []
    return next((number for number, line in enumerate(lines) if line.startswith(keys)), None)


def normalizer(node: pytest.Item, url: str | None) -> Normalize:
    """The hooks `pytest_cleanpage_normalize` that hold for an item, as a function."""
    return partial(normalized, node, url)


def normalized(node: pytest.Item, url: str | None, field: str, value: Any) -> Any:
    found = node.ihook.pytest_cleanpage_normalize(field=field, value=value, url=url)
    return value if found is None else found
