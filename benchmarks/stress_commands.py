"""What the stress commands do, apart from reading their options."""

from pathlib import Path

from rich.table import Table

from benchmarks.commands import Selection, console
from benchmarks.progress import progress
from benchmarks.stress import growth, hostile, mutations, pool, soak
from benchmarks.stress.generated import FAMILIES, HOSTILE
from benchmarks.systems import System

__all__ = ["run_growth", "run_hostile", "run_mutations", "run_soak"]

MOST_CHANGE = 0.03
"""Growth of resident memory that counts as flat."""
POOL_PAGES = 40


def run_hostile(systems: dict[System, str], limit: float, out: Path) -> bool:
    """Hostile pages; whether cleanpage got through all of them."""
    with progress("hostile pages", len(HOSTILE)) as advance:
        found = hostile.measure(systems, limit, advance)
    hostile.write_records(found, out / hostile.RECORDS)
    console.print(hostile.table(found))
    failed = [name for name, row in found.items() if "cleanpage" in row and row["cleanpage"].error]
    if failed:
        console.print(f"cleanpage failed on {', '.join(failed)}")
    return not failed


def run_growth(names: list[str] | None, most: int, memory: float, out: Path) -> None:
    """Time against size; kept family by family, for the report."""
    sizes = [size for size in growth.SIZES if size <= most]
    with progress("growth", len(names or FAMILIES) * len(sizes)) as advance:
        for name in names or FAMILIES:
            curve = growth.curve(name, sizes, memory, lambda point: advance(f"{name} {point or 'does not fit'}"))  # noqa: B023
            growth.write_curves({name: curve}, out / growth.RECORDS)
    kept = growth.read_curves(out / growth.RECORDS)
    console.print(growth.table({name: kept[name] for name in names or FAMILIES if name in kept}))


def run_soak(selection: Selection, count: int, threads: int, thread_pages: int) -> bool:
    """A long run; whether memory is flat and every article the same. One that is stopped tells what it has found."""
    pages = [page for corpus in selection.load() for page in corpus.pages]
    with progress("soak", min(count, soak.READINGS)) as advance:
        done = soak.soak(pages, count, lambda made, memory: advance(f"{made:,} extractions, {memory:.0f} MB"))
    change = soak.growth_of_memory(done.quarters)
    table = Table(title=f"{done.extractions:,} extractions of {len(pages):,} pages", title_justify="left")
    for column in ("", "figure"):
        table.add_column(column)
    table.add_row("processor time", f"{done.seconds:,.0f} s")
    table.add_row("exceptions", str(done.exceptions))
    table.add_row(f"other articles the last time, of {done.compared:,} pages read again", str(done.changed))
    table.add_row("resident memory by quarter, MB", ", ".join(f"{memory:.0f}" for memory in done.quarters))
    table.add_row("last quarter against the second", "too short a run" if change is None else f"{change:+.1%}")
    sound = not done.exceptions and not done.changed and (change or 0.0) <= MOST_CHANGE
    if done.extractions == count:
        differing = soak.threads_agree(pages[:thread_pages], threads)
        table.add_row(
            f"of {min(thread_pages, len(pages)):,} pages, other articles in {threads} threads", str(differing)
        )
        survives = pool.survives([(page.html, page.url) for page in pages[:POOL_PAGES]])
        table.add_row("articles of a pool with a killed worker", "the same" if survives else "NOT the same")
        sound = sound and not differing and survives
    else:
        table.add_row(f"stopped before {count:,}", "threads and pool not looked at")
    console.print(table)
    return sound


def run_mutations(selection: Selection, processes: int) -> bool:
    """Damaged pages; whether none raised or hung. A run that is stopped tells what it has found."""
    pages = [page for corpus in selection.load() for page in corpus.pages]
    with progress("damaged pages", len(pages)) as advance:
        total = mutations.mutate(pages, processes, advance)
    for fault in total.faults[:20]:
        console.print(fault, highlight=False, markup=False)
    console.print(
        f"{total.pages:,} of {len(pages):,} pages, {total.extractions:,} damaged versions: "
        f"{total.exceptions} exceptions, {total.slow} over {mutations.SLOW:g} s, slowest {total.slowest:.2f} s"
    )
    return not total.exceptions and not total.slow
