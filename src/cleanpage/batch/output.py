"""The folder that a run writes to: its parts, and beside them what the run itself needs."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from cleanpage.batch.parts import NAME, Part, committed_parts, sync_folder, write_whole
from cleanpage.batch.plan import Plan, differences
from cleanpage.batch.settings import RunSettings
from cleanpage.errors import CleanpageError

__all__ = ["Output", "OutputError", "open_output"]

INNER = "_cleanpage"
SUCCESS = "_SUCCESS"


class OutputError(CleanpageError):
    """The output cannot be written as asked for."""


class Output:
    """An output that this process alone may write to.

    Args:
        target: What the user named: a folder, or a file.
        settings: Settings of the run.
    """

    def __init__(self, target: Path, settings: RunSettings) -> None:
        self.target = target
        self.form = settings.form
        self.one_file = settings.one_file
        self.folder = target.with_name(f"{target.name}.parts") if settings.one_file else target
        self.inner = self.folder / INNER
        self.spool = self.inner / "spool"
        self.plan = self.inner / "plan.json"

    def exists(self) -> bool:
        """Whether there is anything in the way."""
        if self.one_file and self.target.exists():
            return True
        return self.folder.exists() and (not self.folder.is_dir() or any(self.folder.iterdir()))

    def check(self, *, resume: bool, overwrite: bool) -> None:
        """Raise `OutputError` unless what is there may be used in this way."""
        if not self.exists():
            return
        if not (resume or overwrite):
            raise OutputError(f"{self.target} exists: give --resume to go on with it, or --overwrite to replace it")
        if self.one_file and self.target.exists() and not self.target.is_file():
            raise OutputError(f"{self.target} is no file; without --one-file it would be written to as a folder")
        if resume and self.one_file and self.target.exists() and not self.plan.exists():
            raise OutputError(f"{self.target} is complete; give --overwrite to replace it")
        if self.folder.exists() and not self.plan.exists() and not self.is_blank():
            raise OutputError(f"{self.folder} was not written by cleanpage batch; give another output")

    def is_blank(self) -> bool:
        """Whether the folder holds nothing, or nothing but what a run makes before its plan."""
        return self.folder.is_dir() and all(path == self.inner for path in self.folder.iterdir())

    def clear(self) -> None:
        """Remove everything that a run wrote."""
        if self.one_file:
            self.target.unlink(missing_ok=True)
        for path in self.folder.iterdir():
            if NAME.fullmatch(path.name) or path.name == SUCCESS:
                path.unlink()
        for path in self.inner.iterdir():
            if path.name != "lock":
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def begin(self, plan: Plan) -> None:
        """Write the plan, or compare it with that of the run that is resumed, and remove what a run left half done.

        Raises:
            OutputError: The plans differ.
        """
        if self.plan.exists():
            changed = differences(json.loads(self.plan.read_bytes()), plan)
            if changed:
                raise OutputError(f"{self.target} cannot be resumed, since something has changed: {'; '.join(changed)}")
        else:
            write_whole(self.plan, json.dumps(plan, indent=2).encode())
        for path in self.folder.glob(".part-*"):
            path.unlink()
        shutil.rmtree(self.spool, ignore_errors=True)
        self.spool.mkdir()
        (self.folder / SUCCESS).unlink(missing_ok=True)

    def parts(self) -> dict[Part, Path]:
        """The committed parts."""
        return committed_parts(self.folder, self.form)

    def finished_input(self, number: int) -> dict[str, Any] | None:
        """What was counted of an input that an earlier run read to its end, if all of its parts are still there."""
        try:
            found: dict[str, Any] = json.loads((self.inner / f"input-{number:05d}.json").read_bytes())
        except FileNotFoundError:
            return None
        there = all(Part(number, unit).path(self.folder, self.form).exists() for unit in found["units"])
        return found if there else None

    def finish_input(self, number: int, counted: dict[str, Any]) -> None:
        """Write down what was counted of an input, all of whose parts are committed."""
        write_whole(self.inner / f"input-{number:05d}.json", json.dumps(counted).encode())

    def finish(self, report: str) -> None:
        """Write the report, and that the output is complete."""
        write_whole(self.inner / "report.json", report.encode())
        write_whole(self.folder / SUCCESS, b"")

    def remove_folder(self) -> None:
        """Remove the folder of parts, once they are in one file."""
        shutil.rmtree(self.folder)
        sync_folder(self.target.absolute().parent)


@contextmanager
def open_output(target: Path, settings: RunSettings) -> Iterator[Output]:
    """Lock an output, once it is clear that it may be used.

    Raises:
        OutputError: It may not, or another run writes to it.
    """
    output = Output(target, settings)
    output.check(resume=settings.resume, overwrite=settings.overwrite)
    output.inner.mkdir(parents=True, exist_ok=True)
    lock = FileLock(output.inner / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise OutputError(f"another run writes to {target}") from error
    try:
        if settings.overwrite:
            output.clear()
        yield output
    finally:
        lock.release()
        shutil.rmtree(output.spool, ignore_errors=True)
