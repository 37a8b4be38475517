"""What the subcommands do, apart from reading their options: select, run, print."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from benchmarks import corpora, gate, speed, tables
from benchmarks import structure as found_structure
from benchmarks.gate import FLOORS
from benchmarks.intervals import difference
from benchmarks.metrics import MEASURES, primary_measure
from benchmarks.progress import progress, stderr
from benchmarks.run import OUT, Run, read_run, run, write_run
from benchmarks.systems import SYSTEMS, Extraction, System, available, named
from benchmarks.worker import PAGE_LIMIT

__all__ = [
    "FLOORS",
    "OUT",
    "PAGE_LIMIT",
    "TIMED_BESIDE",
    "Execution",
    "Selection",
    "body",
    "chosen_systems",
    "leave_corpora_out",
    "metadata",
    "ourselves",
    "passes",
    "raise_floors",
    "structure",
    "time_systems",
    "write_report",
]

ROOT = Path(__file__).parents[1]
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "benchmark.md", ROOT / "docs" / "reliability.md")
"""Documents with places for tables of the report."""
TIMED_BESIDE = ("resiliparse", "trafilatura-fast", "rs-trafilatura", "lexbor", "libxml2")
"""Systems that take part in every timing: what the aims are measured against."""
IMAGES = ROOT / "docs" / "images"
WIDTH = 150
"""Columns of a table that is not written to a terminal."""

console = Console(width=None if sys.stdout.isatty() else WIDTH)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which pages: names of corpora (None: all), their folder, size of a sample, corpus whose domains to leave out."""

    names: Sequence[str] | None
    root: Path | None = None
    pages: int | None = None
    unseen_by: str | None = None

    def load(self) -> list[corpora.Corpus]:
        """The corpora, cut down.

        Raises:
            CorpusError: One is missing, or there are none.
        """
        loaded = [corpora.load(name, self.root) for name in self.names or corpora.shared_names(self.root)]
        if not loaded:
            sought = self.root or corpora.shared_root()
            raise corpora.CorpusError(f"no corpora under {sought}; set --root or $CLEANPAGE_CORPORA")
        if self.unseen_by:
            seen = corpora.load(self.unseen_by)
            loaded = [corpus.unseen(seen) for corpus in loaded]
        return [corpus.sample(self.pages) if self.pages else corpus for corpus in loaded]


@dataclass(frozen=True, slots=True)
class Execution:
    """How to run.

    Args:
        systems: The systems, with their versions.
        processes: Worker processes.
        kept: Whether to reuse peers' records.
        again: Whether to reuse peers' records but those of pages that failed, which are run again.
        out: Folder of records.
        limit: Seconds after which a system is stopped on a page.
    """

    systems: dict[System, str]
    processes: int
    kept: bool
    out: Path
    limit: float = PAGE_LIMIT
    again: bool = False


def chosen_systems(names: Sequence[str] | None) -> dict[System, str]:
    """The systems asked for (default: cleanpage) that are installed, with versions; says which are missing."""
    found, missing = available(named([part for name in names or ["cleanpage"] for part in name.split(",")]))
    for system, reason in missing.items():
        stderr.print(f"left out {system.name}: {reason}", markup=False)
    return found


def ourselves() -> dict[System, str]:
    """Cleanpage with its version.

    Raises:
        ImportError: It cannot be imported; unlike a peer it is never left out.
    """
    system = SYSTEMS["cleanpage"]
    system.load()
    return {system: system.version()}


def all_runs(corpus: corpora.Corpus, execution: Execution, measures: Iterable[str]) -> list[Run]:
    """Runs every system that gives a field judged by one of the measures, and keeps the records."""
    fields = {MEASURES[name].field for name in measures}
    return [
        one_run(corpus, system, version, execution)
        for system, version in execution.systems.items()
        if fields & system.fields
    ]


def one_run(corpus: corpora.Corpus, system: System, version: str, execution: Execution) -> Run:
    """Runs a system, or reads its kept records; cleanpage itself is always run afresh."""
    kept = None
    if (execution.kept or execution.again) and system.name != "cleanpage":
        kept = read_run(corpus, system.name, version, execution.out)
    if kept and not (execution.again and kept.failures):
        return kept
    sound = {record.id: record for record in kept.records if not record.error} if kept else {}
    with progress(f"{corpus.name} {system.name}", len(corpus) - len(sound)) as advance:
        done = run(
            corpus,
            system,
            version,
            processes=execution.processes,
            limit=execution.limit,
            sound=sound,
            advance=advance,
        )
    write_run(done, execution.out)
    return done


def body(selection: Selection, execution: Execution) -> None:
    """Prints how well bodies are found."""
    for corpus in selection.load():
        best = primary_measure(corpus.metric)
        runs = all_runs(corpus, execution, [best]) if best else []
        if best and runs:
            console.print(tables.figures(runs, tables.BODY_MEASURES, best))
            for key in ("kind", "language"):
                table = tables.groups(runs, best, corpus, key)
                if table:
                    console.print(table)
            print_differences(runs, best)


def metadata(selection: Selection, execution: Execution) -> None:
    """Prints how well metadata is found."""
    for corpus in selection.load():
        known = [name for name in tables.METADATA if defined(name, corpus)]
        runs = all_runs(corpus, execution, known)
        if runs:
            console.print(tables.figures(runs, known, margins=known))
            console.print(tables.mistakes(runs, filter(tables.RIGHT_OR_NOT.__contains__, known)))


def defined(measure: str, corpus: corpora.Corpus) -> bool:
    """Whether a corpus knows what the measure judges."""
    return any(MEASURES[measure].row(page, Extraction()) is not None for page in corpus.pages)


def print_differences(runs: Sequence[Run], measure: str) -> None:
    """Prints cleanpage minus every peer, on the same pages."""
    ours = next((done for done in runs if done.system == "cleanpage"), None)
    for peer in runs:
        if ours and peer is not ours:
            mine, theirs = ([record.scores[measure] for record in done.records] for done in (ours, peer))
            gap = difference(mine, theirs, MEASURES[measure].finish)
            interval = f"95 % interval {gap.low:+.3f} to {gap.high:+.3f}"
            console.print(f"cleanpage − {peer.system}: {gap.value:+.3f} ({interval})", highlight=False)


def structure(root: Path | None, pages: int | None) -> None:
    """Prints how well the structure of bodies is found."""
    (sections,) = Selection(["fundus-dev"], root, pages).load()
    console.print(tables.shares(f"{sections.name}, structure", found_structure.structure_rows(sections)))
    (linked,) = Selection(["readability-dev"], root, pages).load()
    for what, recalls in found_structure.link_recall(linked).items():
        console.print(tables.shares(f"{linked.name}, recall of {what}", recalls))


def time_systems(selection: Selection, systems: dict[System, str], rounds: int, out: Path) -> None:
    """Times systems and keeps and prints the timings."""
    for corpus in selection.load():
        with progress(f"{corpus.name} speed", rounds * len(corpus)) as advance:
            found = speed.measure(corpus, systems, rounds=rounds, advance=advance)
        speed.write_speed(found, out)
        console.print(tables.timings(found))
        aims = speed.targets(found)
        if aims:
            console.print(tables.aims(aims))


def write_report(root: Path | None, out: Path, folder: Path, scores: Path | None, *, docs: bool) -> None:
    """Writes the report on all corpora that have kept records.

    Args:
        root: Folder of the corpora.
        out: Folder of the records.
        folder: Where tables and plots go.
        scores: Cross-validated scores, of `benchmarks.train --scores`, for the bodies of cleanpage.
        docs: Whether the tables also go to their places in the documents, and the plots to their images.
    """
    from benchmarks import markdown, report

    loaded = Selection(None, root).load()
    found, days = report.summaries(loaded, out, unseen_runs(loaded, scores, out) if scores else ())
    texts = report.sections(found, days, out)
    written = list(report.write(found, texts, out, folder))
    if docs:
        written += report.draw(found, out, IMAGES)
        written += [page for page in DOCUMENTS if markdown.put(page, texts)]
    for path in written:
        console.print(str(path), highlight=False)


def unseen_runs(loaded: Sequence[corpora.Corpus], scores: Path, out: Path) -> list[Run]:
    """Runs of cleanpage by cross-validated scores on every corpus that has them; kept like others."""
    from benchmarks.training.scores import read_scores
    from benchmarks.unseen import unseen_run

    known = read_scores(scores)
    (version,) = ourselves().values()
    runs: list[Run] = []
    for corpus in loaded:
        with progress(f"{corpus.name} by cross-validated scores", len(corpus)) as advance:
            done = unseen_run(corpus, known, version, advance=advance)
        if done:
            write_run(done, out)
            runs.append(done)
    return runs


def leave_corpora_out(names: Sequence[str] | None, cache: Path, out: Path) -> None:
    """Measures on each corpus by weights that know nothing of it, prints the figures and keeps them."""
    from benchmarks import leave_out, report

    found = leave_out.leave_out(names or leave_out.NAMES, cache, out, stderr.print)
    leave_out.keep(found, out / report.LEFT_OUT)
    console.print(tables.left_out(found))


def guarded_corpora(names: Sequence[str] | None, root: Path | None, floors: gate.Floors) -> list[corpora.Corpus]:
    """The corpora to guard: those named, else those that have floors."""
    return Selection(names or sorted(floors.corpora), root).load()


def passes(names: Sequence[str] | None, root: Path | None, execution: Execution, path: Path) -> bool:
    """Whether no figure has fallen below its floor; prints a table of those that have.

    Raises:
        CorpusError: A guarded corpus is missing: what is not measured does not pass.
    """
    floors = gate.read_floors(path)
    shortfalls: list[gate.Shortfall] = []
    count = 0
    for corpus in guarded_corpora(names, root, floors):
        for done in all_runs(corpus, execution, gate.GUARDED):
            shortfalls += gate.check(floors, corpus, done)
            count += len(floors.floors.get(corpus.name, {}))
    if shortfalls:
        console.print(gate.shortfall_table(shortfalls))
    else:
        console.print(f"all {count} figures at or above their floors")
    return not shortfalls


def raise_floors(
    names: Sequence[str] | None, root: Path | None, execution: Execution, path: Path, *, lower: bool
) -> None:
    """Sets floors just below the measured figures; only upwards, unless `lower`."""
    floors = gate.read_floors(path)
    for corpus in Selection(names or None, root).load():
        for done in all_runs(corpus, execution, gate.GUARDED):
            floors = gate.raised(floors, corpus, done, lower=lower)
    gate.write_floors(floors, path)
    console.print(f"wrote {path}", highlight=False)
