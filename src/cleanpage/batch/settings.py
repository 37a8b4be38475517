"""Settings of a run over many pages."""

import os
from dataclasses import dataclass, field, replace

from cleanpage.batch.function import Settings
from cleanpage.batch.parts import Form
from cleanpage.batch.records import ReadSettings
from cleanpage.batch.watch import Limits
from cleanpage.batch.where import Where, parse_where
from cleanpage.options import Options

__all__ = ["RunSettings", "available_cores"]


def available_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """How a run over many pages goes.

    Args:
        workers: Processes; 0 works in this process, without limits of time and memory for a page.
        resume: Whether to go on with an output that is there.
        overwrite: Whether to replace one.
        form: What is written.
        one_file: Whether the output is a file instead of a folder of parts.
        options: Options of each extraction.
        evidence: Whether the column `evidence` is filled.
        timings: Whether the column `seconds` is filled; without it the same pages give the same bytes.
        where: Which rows are written, as in `has_article` or `language=en,fr`; all by default.
        read: What is read of the inputs.
        limits: What a page may take.
        max_errors: Rows with an error after which the run fails; None for no limit.
        part_size: Records of an input for each part.
    """

    workers: int = field(default_factory=available_cores)
    resume: bool = False
    overwrite: bool = False
    form: Form = Form.PARQUET
    one_file: bool = False
    options: Options = field(default_factory=Options)
    evidence: bool = False
    timings: bool = True
    where: str | None = None
    read: ReadSettings = field(default_factory=ReadSettings)
    limits: Limits = field(default_factory=Limits)
    max_errors: int | None = None
    part_size: int = 2048

    def __post_init__(self) -> None:
        for name, least in (("workers", 0), ("part_size", 1)):
            if getattr(self, name) < least:
                raise ValueError(f"{name} must be at least {least}, not {getattr(self, name)}")
        if self.resume and self.overwrite:
            raise ValueError("give either resume or overwrite")
        self.condition()

    def condition(self) -> Where | None:
        """The condition that `where` words."""
        return parse_where(self.where) if self.where else None

    def extraction(self) -> Settings:
        """How batches are extracted."""
        return Settings(options=self.options, evidence=self.evidence, keep=self.read.keep, timings=self.timings)

    def reading(self) -> ReadSettings:
        """What is read, with one byte of a page more than its limit, so that the limit is seen to be hit."""
        return replace(self.read, max_bytes=self.options.max_bytes + 1)
