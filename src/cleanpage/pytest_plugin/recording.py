"""Brings notes of test items to the end of the run: expectations to write, results to report.

Under xdist the items run in other processes, so what they note travels with their reports, and only the process that
the user started writes files. So no two processes ever write one.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cleanpage.errors import CleanpageError

if TYPE_CHECKING:
    from cleanpage.testing.cases import Result

__all__ = ["Recorder", "record", "result_record"]

NOTES = pytest.StashKey[list[dict[str, Any]]]()
ATTRIBUTE = "cleanpage_notes"
"""Attribute of a report that holds the notes of its item; it must be made of what xdist can send."""


def record(
    item: pytest.Item, *, file: Path, values: Mapping[str, Any], results: tuple[dict[str, Any] | None, ...] = ()
) -> None:
    """Note expectations that are to be written to a file, and results for the report."""
    note = {"file": str(file), "values": dict(values), "results": [result for result in results if result]}
    item.stash.setdefault(NOTES, []).append(note)


def result_record(config: pytest.Config, result: "Result") -> dict[str, Any] | None:
    """A result as plain data, if somebody wants a report."""
    if not config.getoption("cleanpage_report"):
        return None
    from cleanpage.testing.html_report import RESULT

    plain: dict[str, Any] = RESULT.dump_python(result, mode="json")
    return plain


class Recorder:
    """Gathers the notes, and acts on them at the end of the run."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.updates: dict[str, dict[str, Any]] = {}
        self.results: list[dict[str, Any]] = []
        self.lines: list[str] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Iterator[None]:  # a generator that returns the report
        """Put the notes of an item on its report."""
        report = yield
        if call.when == "call" and NOTES in item.stash:
            setattr(report, ATTRIBUTE, item.stash[NOTES])
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Gather the notes."""
        if hasattr(self.config, "workerinput"):
            return
        for note in getattr(report, ATTRIBUTE, ()):
            self.results += note["results"]
            if note["values"]:
                self.updates.setdefault(note["file"], {}).update(note["values"])

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write expectations and report."""
        changes: list[str] = []
        # Workers report in any order; what is written and told must not hang on it.
        for name, values in sorted(self.updates.items()):
            try:
                changes += write_update(Path(name), values)
            except (CleanpageError, OSError) as error:
                self.lines.append(f"not written: {error}")
                session.exitstatus = pytest.ExitCode.TESTS_FAILED
        self.lines += ["expectations written:", *changes] if changes else []
        if self.results:
            from cleanpage.testing.html_report import RESULT, write_report

            folder = Path(str(self.config.getoption("cleanpage_report")))
            index = write_report([RESULT.validate_python(result) for result in self.results], folder)
            self.lines.append(f"report: {index}")

    def pytest_terminal_summary(self, terminalreporter: "pytest.TerminalReporter") -> None:
        """Say what was written."""
        if self.lines:
            terminalreporter.section("cleanpage")
            for line in self.lines:
                terminalreporter.line(line)


def write_update(file: Path, values: Mapping[str, Any]) -> list[str]:
    """Write expectations to a file, in the order of the fields, and tell what changed."""
    from cleanpage.testing.fields import FIELDS
    from cleanpage.testing.pages import read_expected
    from cleanpage.testing.saving import write_expected
    from cleanpage.testing.updating import what_changed

    places = {name: place for place, name in enumerate(FIELDS)}
    new = {name: values[name] for name in sorted(values, key=lambda name: (places.get(name, len(places)), name))}
    old = read_expected(file) if file.exists() else {}
    write_expected(file, {**old, **new})
    return what_changed(file, old, new)
