"""`article_regression`: compares the output of any scraper with what is expected."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cleanpage.article import Article
from cleanpage.pipeline import analyze
from cleanpage.pytest_plugin.collecting import normalizer
from cleanpage.pytest_plugin.recording import record, result_record
from cleanpage.pytest_plugin.running import folders_of, run_settings, update_of
from cleanpage.testing.cases import Result, Settings, checks_in, difference, read
from cleanpage.testing.causes import causes_of
from cleanpage.testing.comparison import Tolerance
from cleanpage.testing.fields import UNEXPECTED, article_field, json_of, observe
from cleanpage.testing.pages import Expected, SavedPage, SavedPageError, read_expected, read_page
from cleanpage.testing.updating import Update, updated

__all__ = ["ArticleRegression"]

NOT_NAME = re.compile(r"[^\w.-]+")


class ArticleRegression:
    """Checks within one test. `.check(…)` may be called several times."""

    def __init__(self, item: pytest.Item) -> None:
        self._item = item
        self._files = 0

    def check(
        self,
        subject: object,
        *,
        page: SavedPage | str | None = None,
        seen: object = None,
        fields: Iterable[str] | Mapping[str, str] | None = None,
        min_f1: float | None = None,
        tolerances: Mapping[str, Tolerance] | None = None,
    ) -> None:
        """Compare what a scraper yields with what is expected, each field by its kind.

        Without `page`, the expectations are in a file of the test's own, `<test module>/<test>.expected.json`, which
        `--cleanpage-update=new` writes.

        Args:
            subject: An `Article`, mapping, dataclass, attrs or pydantic object, or Scrapy item.
            page: The saved page, or its name, whose `expected.json` holds the expectations.
            seen: The page that the scraper saw, if that is another than `page`, to tell where lost values stand.
            fields: Names of the fields to compare, all expected ones by default; or a mapping from the names in
                `subject` to those in the expectations.
            min_f1: The F1 that texts must reach.
            tolerances: How closely fields must agree; they win over those of the page and the ini file.

        Raises:
            AssertionError: With the differences and their causes.
            ValueError: There is nothing to compare.
        """
        __tracebackhide__ = True
        page = self._load(page) if isinstance(page, str) else page
        observed = renamed(observe(subject), fields, page is not None)
        file = page.expected_file if page else self._own_file()
        expected = read_expected(file) if file.exists() else None
        if expected is None:
            self._write_first(file, observed)
            return
        settings = self._settings(fields, min_f1)
        limits = {**(page.meta.tolerances if page else {}), **(tolerances or {})}
        results = self._results(expected, observed, settings, limits, page, seen, isinstance(subject, Article))
        if not results:
            raise ValueError(f"{file}: nothing is compared: none of the fields is expected")
        self._report(file, results)

    def _load(self, name: str) -> SavedPage:
        (folder, *_) = folders_of(self._item.config, self._item.path.parent, (name,))
        return read_page(folder)

    def _own_file(self) -> Path:
        """The file of the test's own; of a further check in the same test, one more."""
        self._files += 1
        number = f"-{self._files}" if self._files > 1 else ""
        name = NOT_NAME.sub("-", self._item.name).strip("-")
        return self._item.path.with_suffix("") / f"{name}{number}.expected.json"

    def _write_first(self, file: Path, observed: Mapping[str, Any]) -> None:
        if update_of(self._item.config) not in (Update.NEW, Update.ALL):
            raise SavedPageError(file, "is missing; --cleanpage-update=new writes it")
        record(self._item, file=file, values=json_of(observed))

    def _settings(self, fields: Iterable[str] | Mapping[str, str] | None, min_f1: float | None) -> Settings:
        settings = run_settings(self._item.config)
        names = fields.values() if isinstance(fields, Mapping) else fields
        chosen = settings.fields if names is None else frozenset(names) & (settings.fields or frozenset(names))
        floor = settings.min_f1 if settings.min_f1 is not None else min_f1
        return replace(settings, fields=chosen, min_f1=floor)

    def _results(
        self,
        expected: Expected,
        observed: Mapping[str, Any],
        settings: Settings,
        tolerances: Mapping[str, Tolerance],
        page: SavedPage | None,
        seen: object,
        own: bool,
    ) -> list[Result]:
        normalize = normalizer(self._item, page.url if page else None)
        place = f"{self._item.name} {page.folder.name}" if page else self._item.name
        results = []
        for name in checks_in(expected, settings):
            field = name if name in expected else name.removeprefix(UNEXPECTED)
            found = difference(name, expected, observed, settings.tolerance(name, tolerances), normalize)
            results.append(Result(place, name, expected[field], json_of(observed.get(field)), found))
        if any(result.difference for result in results):
            results = with_causes(results, page, seen, settings.explain, own)
        return results

    def _report(self, file: Path, results: list[Result]) -> None:
        __tracebackhide__ = True
        config = self._item.config
        update = update_of(config)
        new = updated(results, Update(update)) if update else {}
        record(self._item, file=file, values=new, results=tuple(result_record(config, one) for one in results))
        failed = [result for result in results if not result.ok and result.field.removeprefix(UNEXPECTED) not in new]
        if failed:
            lines = []
            for result in failed:
                summary, *details = result.lines
                lines += [f"{result.field}: {summary}", *(f"    {line}" for line in details)]
            count = f"{len(failed)} of {len(results)} checks failed"
            pytest.fail(
                "\n".join((*lines, f"{count}; expected: {os.path.relpath(file, config.rootpath)}")), pytrace=False
            )


def renamed(observed: dict[str, Any], fields: object, of_page: bool) -> dict[str, Any]:
    """The fields under the names that the expectations have."""
    if isinstance(fields, Mapping):
        return {**observed, **{theirs: observed.get(name) for name, theirs in fields.items()}}
    return {**{article_field(name): value for name, value in observed.items()}, **observed} if of_page else observed


def with_causes(results: list[Result], page: SavedPage | None, seen: object, explain: bool, own: bool) -> list[Result]:
    """The results with lines on where lost values stand on the page that the scraper saw."""
    saved = read(page).analysis if page else None
    now = saved if seen is None else analyze(seen)
    if now is None:
        return results
    before = saved if seen is not None else None
    return [
        replace(one, causes=causes_of(one.field, one.expected, one.difference, now, before, explain=explain, own=own))
        if one.difference
        else one
        for one in results
    ]
