"""What the stress commands do, apart from reading their options."""

from pathlib import Path

from rich.table import Table

from benchmarks import plots
from benchmarks.commands import Selection, console, progress_bar
from benchmarks.stress import growth, hostile, mutations, soak
from benchmarks.stress.generated import FAMILIES, HOSTILE
from benchmarks.systems import System

__all__ = ["run_growth", "run_hostile", "run_mutations", "run_soak"]

MOST_CHANGE = 0.03
"""Growth of resident memory that counts as flat."""


def run_hostile(systems: dict[System, str], limit: float) -> bool:
    """Hostile pages; whether cleanpage got through all of them."""
    with progress_bar() as progress:
        task = progress.add_task("hostile", total=len(HOSTILE))
        found = hostile.measure(systems, limit, lambda: progress.advance(task))
    console.print(hostile.table(found))
    failed = [name for name, row in found.items() if "cleanpage" in row and row["cleanpage"].error]
    if failed:
        console.print(f"cleanpage failed on {', '.join(failed)}")
    return not failed


def run_growth(names: list[str] | None, most: int, plot: Path | None) -> None:
    """Time against size."""
    with progress_bar() as progress:
        task = progress.add_task("growth", total=len(names or FAMILIES) * sum(size <= most for size in growth.SIZES))
        found = growth.curves(names, most, lambda: progress.advance(task))
    console.print(growth.table(found))
    if plot:
        for path in plots.save(plots.growth(found, "cleanpage: time against size"), plot):
            console.print(str(path), highlight=False)


def run_soak(selection: Selection, count: int, threads: int, thread_pages: int) -> bool:
    """A long run; whether memory is flat and every article the same."""
    pages = soak.read_pages([page for corpus in selection.load() for page in corpus.pages])
    with progress_bar() as progress:
        task = progress.add_task("soak", total=soak.READINGS)
        done = soak.soak(pages, count, lambda: progress.advance(task))
    change = soak.growth_of_memory(done.memory)
    differing = soak.threads_agree(pages[:thread_pages], threads)
    survives = soak.pool_survives(pages[:20])
    table = Table(title=f"{done.extractions} extractions of {len(pages)} pages", title_justify="left")
    for column in ("", "figure"):
        table.add_column(column)
    table.add_row("exceptions", str(done.exceptions))
    table.add_row("pages with another article at the end", str(done.changed))
    table.add_row("resident memory at start and end, MB", f"{done.memory[0]:.0f}, {done.memory[-1]:.0f}")
    table.add_row("last quarter against the second", f"{change:+.1%}")
    table.add_row(f"of {min(thread_pages, len(pages))} pages, other articles in {threads} threads", str(differing))
    table.add_row("articles after a worker was killed", "the same" if survives else "NOT the same")
    console.print(table)
    return not done.exceptions and not done.changed and not differing and survives and change <= MOST_CHANGE


def run_mutations(selection: Selection, processes: int) -> bool:
    """Damaged pages; whether none raised or hung."""
    pages = [page for corpus in selection.load() for page in corpus.pages]
    with progress_bar() as progress:
        task = progress.add_task("damaged pages", total=len(pages))
        total = mutations.mutate(pages, processes, lambda: progress.advance(task))
    for fault in total.faults[:20]:
        console.print(fault, highlight=False, markup=False)
    console.print(
        f"{total.pages} pages, {total.extractions} damaged versions: {total.exceptions} exceptions, "
        f"{total.slow} over {mutations.SLOW:g} s, slowest {total.slowest:.2f} s"
    )
    return not total.exceptions and not total.slow
