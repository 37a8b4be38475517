"""A run over many pages, from inputs to an output that is whole or can be resumed."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import pyarrow as pa

from cleanpage.batch.function import output_schema
from cleanpage.batch.lines import as_lines
from cleanpage.batch.output import Output, open_output
from cleanpage.batch.parts import Form, Part, PartWriter, merge_parts
from cleanpage.batch.plan import input_sizes, make_plan
from cleanpage.batch.pool import run_batches, run_here
from cleanpage.batch.records import SourceFault
from cleanpage.batch.report import Progress, Report, Tally
from cleanpage.batch.settings import RunSettings
from cleanpage.batch.sources import Input, find_inputs
from cleanpage.batch.sources.reading import kept_columns
from cleanpage.batch.units import InputEnd, Item, Pages, PartEnd, Stopped, read_units
from cleanpage.batch.where import Where
from cleanpage.batch.worker import Work
from cleanpage.errors import CleanpageError

__all__ = ["TooManyErrors", "run"]


class TooManyErrors(CleanpageError):
    """More pages had an error than `RunSettings.max_errors` allows. The parts that are committed stay."""


def no_progress(_progress: Progress) -> None:
    """Show nothing."""


def never() -> bool:
    """Do not stop."""
    return False


def run(
    inputs: Iterable[str],
    output: str | Path,
    settings: RunSettings | None = None,
    *,
    progress: Callable[[Progress], None] = no_progress,
    stop: Callable[[], bool] = never,
) -> Report:
    """Extract the pages of files to a folder of Parquet or JSONL parts, or to one file.

    Whatever happens, each page in scope is one row at the end: a run that is killed can be resumed.

    Args:
        inputs: Files, folders, patterns, `@list.txt`, or `-` for JSONL on standard input.
        output: A folder to make, or with `RunSettings.one_file` a file.
        settings: How the run goes.
        progress: Called after each batch.
        stop: Asked before each part whether to stop there; what is complete by then is committed.

    Returns:
        Counts of what the output holds.

    Raises:
        FileNotFoundError: One of `inputs` stands for nothing.
        OutputError: The output is there already, or has changed since, or another run writes to it.
        TooManyErrors: See `RunSettings.max_errors`.
        ValueError: A column that is needed is missing.
        OSError: The output cannot be written.
    """
    settings = settings or RunSettings()
    found, left_out = find_inputs(inputs)
    keep = kept_columns(found, settings.read)
    plan = make_plan(found, settings)
    with open_output(Path(output), settings) as opened:
        opened.begin(plan)
        return Job(found, settings, keep, opened, input_sizes(plan), progress, stop, skipped=left_out).run()


@dataclass(frozen=True, slots=True)
class Finish:
    """What is done to the rows of a batch in the worker, before they are handed over."""

    where: Where | None
    form: Form

    def __call__(self, rows: pa.RecordBatch) -> pa.RecordBatch:
        """The rows to write, in the form to write them in."""
        rows = self.where(rows) if self.where else rows
        return as_lines(rows) if self.form is Form.JSONL else rows


@dataclass(slots=True)
class Job:
    """A run that has begun."""

    inputs: Sequence[Input]
    settings: RunSettings
    keep: Sequence[pa.Field]
    output: Output
    sizes: Sequence[int]
    """Bytes of each input."""
    progress: Callable[[Progress], None]
    stop: Callable[[], bool]
    skipped: Counter[str]
    pages: int = 0
    before: Tally = field(default_factory=Tally)
    """Rows of earlier runs."""
    now: Tally = field(default_factory=Tally)
    """Rows of this run."""
    faults: list[SourceFault] = field(default_factory=list)
    writer: PartWriter | None = None
    complete: bool = True
    started: float = field(default_factory=time.monotonic)

    def run(self) -> Report:
        """Do what is left to do."""
        done = self.output.parts()
        for path in done.values():
            self.before.add_part(path, self.settings.form)
        items = self.items(done)
        try:
            for label, rows in self.extracted(items):
                self.take(label, rows)
        finally:
            if self.writer:
                self.writer.abandon()
        report = self.report()
        if report.complete:
            self.finish(report)
        return report

    def items(self, done: dict[Part, Path]) -> Iterator[Item]:
        """Everything that is left to read, in order."""
        read = partial(
            read_units,
            settings=self.settings.reading(),
            keep=self.keep,
            part_size=self.settings.part_size,
            done=done,
            stop=self.stop,
        )
        for number, given in enumerate(self.inputs):
            counted = self.output.finished_input(number)
            if counted is not None:
                faults = tuple(SourceFault(**fault) for fault in counted["faults"])
                yield InputEnd(number, counted["pages"], tuple(counted["units"]), counted["skipped"], faults), None
                continue
            for label, batch in read(given, number):
                yield label, batch
                if isinstance(label, Stopped):
                    return

    def extracted(self, items: Iterator[Item]) -> Iterator[tuple[object, pa.RecordBatch | None]]:
        """The rows of all batches, in order."""
        settings = self.settings
        work = Work(
            folder=self.output.spool,
            settings=settings.extraction(),
            finish=Finish(settings.condition(), settings.form),
            recycle_bytes=settings.limits.memory // 2,
        )
        if settings.workers:
            return run_batches(items, work, settings.limits, settings.workers)
        return run_here(items, work)

    def take(self, label: object, rows: pa.RecordBatch | None) -> None:
        """Write rows, and commit what is complete."""
        match label:
            case Pages() if rows is not None:
                self.write(label, rows)
            case PartEnd() if self.writer:
                self.writer.commit()
                self.writer = None
            case InputEnd():
                self.end_input(label)
            case Stopped():
                self.complete = False

    def write(self, label: Pages, rows: pa.RecordBatch) -> None:
        """Write the rows of a batch to their part."""
        if self.writer is None:
            path = label.part.path(self.output.folder, self.settings.form)
            self.writer = PartWriter(path, self.schema() if self.settings.form is Form.PARQUET else None)
        self.writer.write(rows)
        self.now.add(rows)
        self.now.time(rows)
        errors = self.now.errors.total()
        self.progress(
            Progress(
                pages=self.now.rows,
                errors=errors,
                read=sum(self.sizes[: label.part.input]) + label.read,
                size=sum(self.sizes) if all(self.sizes) else 0,
                slowest=self.now.slowest,
            )
        )
        if self.settings.max_errors is not None and errors > self.settings.max_errors:
            raise TooManyErrors(f"{errors} pages had an error, and no more than {self.settings.max_errors} may")

    def end_input(self, label: InputEnd) -> None:
        """Write down what was counted of an input."""
        self.pages += label.pages
        self.skipped.update(label.skipped)
        self.faults += label.faults
        counted = asdict(label)
        counted.pop("input")
        self.output.finish_input(label.input, counted)

    def schema(self) -> pa.Schema:
        """The columns of the output, and what they were made with."""
        schema = output_schema(pa.schema(self.keep), [column.name for column in self.keep])
        options = json.dumps(asdict(self.settings.options))
        return schema.with_metadata({**schema.metadata, "cleanpage.options": options})

    def report(self) -> Report:
        """What the output holds now."""
        outcomes = self.before.outcomes + self.now.outcomes
        errors = self.before.errors + self.now.errors
        return Report(
            complete=self.complete,
            pages=self.pages,
            rows=self.before.rows + self.now.rows,
            outcomes=dict(outcomes.most_common()),
            errors=dict(errors.most_common()),
            skipped=dict(self.skipped.most_common()),
            faults=tuple(self.faults),
            resumed=self.before.rows,
            seconds=time.monotonic() - self.started,
            slowest=self.now.slowest,
        )

    def finish(self, report: Report) -> None:
        """Say that the output is complete, or put it into one file."""
        if not self.output.one_file:
            self.output.finish(report.to_json())
            return
        merge_parts(self.output.parts().values(), self.output.target, self.settings.form, self.schema())
        self.output.remove_folder()
