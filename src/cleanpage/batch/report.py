"""What a run has done, and what it is at."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from cleanpage.batch.compute import pc
from cleanpage.batch.parts import Form
from cleanpage.batch.records import SourceFault

__all__ = ["Progress", "Report", "Tally"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the output holds after a run, earlier runs that it resumed included."""

    complete: bool
    """Whether all inputs were read to their end."""
    pages: int
    """Pages in scope."""
    rows: int
    """Rows written: those of `pages` that fulfil the condition, if there is one."""
    outcomes: dict[str, int]
    """Rows by outcome."""
    errors: dict[str, int]
    """Rows with an error, by stage and kind, as in `timeout: TimeoutError`."""
    skipped: dict[str, int]
    """Records that are no pages in scope, by reason."""
    faults: tuple[SourceFault, ...]
    """Inputs that could not be read to their end."""
    resumed: int
    """Rows that were there before this run."""
    seconds: float
    """How long this run took."""
    slowest: tuple[str, float] | None
    """Identifier and processor seconds of the page that took longest in this run."""

    @property
    def clean(self) -> bool:
        """Whether there are neither rows with an error nor faults of inputs."""
        return not self.errors and not self.faults

    def to_json(self) -> str:
        """The report as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is."""

    pages: int
    """Rows of this run so far."""
    errors: int
    """Those of them with an error."""
    read: int
    """Bytes of the inputs done."""
    size: int
    """Bytes of all inputs; 0 if that is not known."""
    slowest: tuple[str, float] | None


@dataclass(slots=True)
class Tally:
    """Counts rows."""

    outcomes: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    slowest: tuple[str, float] | None = None

    @property
    def rows(self) -> int:
        """Rows counted."""
        return self.outcomes.total() + self.errors.total()

    def add(self, rows: pa.RecordBatch | pa.Table) -> None:
        """Count rows by their columns `outcome` and `error`."""
        for value, number in counts(rows.column("outcome")):
            self.outcomes[value] += number
        for error in rows.column("error").drop_null().to_pylist():
            self.errors[f"{error['stage']}: {error['kind']}"] += 1

    def time(self, rows: pa.RecordBatch) -> None:
        """Remember the slowest page."""
        seconds = rows.column("seconds")
        most = pc.max(seconds).as_py()
        if most is not None and (self.slowest is None or most > self.slowest[1]):
            row = pc.index(seconds, pa.scalar(most, seconds.type)).as_py()
            self.slowest = (rows.column("id")[row].as_py() or "", most)

    def add_part(self, path: Path, form: Form) -> None:
        """Count the rows of a part that an earlier run wrote."""
        if form is Form.PARQUET:
            self.add(pq.read_table(path, columns=["outcome", "error"]))
            return
        with path.open("rb") as file:
            for line in file:
                row: dict[str, Any] = json.loads(line)
                error = row["error"]
                self.outcomes.update([row["outcome"]] if error is None else [])
                self.errors.update([f"{error['stage']}: {error['kind']}"] if error else [])


def counts(column: Any) -> list[tuple[str, int]]:
    """Values of a column and how often they occur; nulls do not count."""
    return [(entry["values"], entry["counts"]) for entry in pc.value_counts(column.drop_null()).to_pylist()]
