"""Command line of the benchmark: `python -m benchmarks`, or `cleanpage-bench`."""

import sys
from pathlib import Path
from typing import Annotated

try:
    import typer
except ImportError:
    raise SystemExit("the benchmark needs extras: pip install -e '.[bench]'") from None

from benchmarks import commands, corpora
from benchmarks import robustness_commands as robust
from benchmarks import stress_commands as stress
from benchmarks.systems import UnknownSystemError

__all__ = ["app", "main"]

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Measure cleanpage and its peers on real pages.")

CorpusNames = Annotated[
    list[str] | None, typer.Option("--corpus", "-c", help="Name of a corpus; repeat for more. Default: all that fit.")
]
Root = Annotated[Path | None, typer.Option(help="Folder of the corpora. Default: $CLEANPAGE_CORPORA.")]
SystemNames = Annotated[
    list[str] | None, typer.Option("--systems", "-s", help="Names of systems, repeated or joined by commas; or `all`.")
]
Processes = Annotated[int, typer.Option(min=1, help="Worker processes.")]
Pages = Annotated[int | None, typer.Option(min=1, help="Run an evenly spaced sample of so many pages.")]
Kept = Annotated[bool, typer.Option("--kept", help="Reuse a peer's records of the same version on the same pages.")]
Unseen = Annotated[
    str | None, typer.Option("--unseen-by", help="Leave out pages of domains that occur in this shared corpus.")
]
Again = Annotated[bool, typer.Option("--again", help="As --kept, but run a peer anew on the pages it failed on.")]
Limit = Annotated[
    float, typer.Option(min=0.1, help="Seconds after which a system is stopped on a page; more on a busy machine.")
]
Out = Annotated[Path, typer.Option(help="Folder for records.")]
Floors = Annotated[Path, typer.Option(help="File of floors.")]


@app.command()
def body(
    corpus: CorpusNames = None,
    root: Root = None,
    systems: SystemNames = None,
    processes: Processes = 2,
    pages: Pages = None,
    unseen_by: Unseen = None,
    kept: Kept = False,
    again: Again = False,
    limit: Limit = commands.PAGE_LIMIT,
    out: Out = commands.OUT,
) -> None:
    """Judge the body: word F1, snippets, 4-gram F1, exact matches; overall, by kind of page and by language."""
    commands.body(
        commands.Selection(corpus, root, pages, unseen_by),
        commands.Execution(commands.chosen_systems(systems), processes, kept, out, limit, again),
    )


@app.command()
def metadata(
    corpus: CorpusNames = None,
    root: Root = None,
    systems: SystemNames = None,
    processes: Processes = 2,
    pages: Pages = None,
    unseen_by: Unseen = None,
    kept: Kept = False,
    again: Again = False,
    limit: Limit = commands.PAGE_LIMIT,
    out: Out = commands.OUT,
) -> None:
    """Judge headline, authors, day and moment of publication, and captions."""
    commands.metadata(
        commands.Selection(corpus, root, pages, unseen_by),
        commands.Execution(commands.chosen_systems(systems), processes, kept, out, limit, again),
    )


@app.command()
def structure(root: Root = None, pages: Pages = None) -> None:
    """Judge headings, paragraph boundaries, captions, credits and lead images; links and images beside peers."""
    commands.structure(root, pages)


@app.command()
def speed(
    corpus: CorpusNames = None,
    root: Root = None,
    systems: SystemNames = None,
    pages: Pages = 100,
    rounds: Annotated[int, typer.Option(min=1, help="How often every system sees every page.")] = 3,
    out: Out = commands.OUT,
) -> None:
    """Time systems page by page in turns, beside bare parses, resiliparse, trafilatura-fast and rs-trafilatura."""
    names = [*(systems or ["cleanpage"]), *commands.TIMED_BESIDE]
    selection = commands.Selection(corpus or ["wcxb-dev", "fundus-dev"], root, pages, None)
    commands.time_systems(selection, commands.chosen_systems(names), rounds, out)


@app.command("leave-out")
def leave_out(
    corpus: CorpusNames = None,
    cache: Annotated[Path, typer.Option(help="Folder of samples and scores: what is there is not made again.")] = (
        commands.OUT / "cache"
    ),
    out: Out = commands.OUT,
) -> None:
    """Train without one corpus at a time, and measure body, page kind and confidence on it, beside the peers."""
    commands.leave_corpora_out(corpus, cache, out)


@app.command()
def report(
    folder: Annotated[Path, typer.Option(help="Folder to write the table and the plots to.")] = commands.OUT / "report",
    root: Root = None,
    scores: Annotated[
        Path | None,
        typer.Option(help="Cross-validated scores, of `benchmarks.train --scores`, to judge cleanpage's bodies by."),
    ] = None,
    docs: Annotated[
        bool, typer.Option("--docs", help="Put tables and plots into README and docs as well. Needs --scores.")
    ] = False,
    out: Out = commands.OUT,
) -> None:
    """Write Markdown tables and plots from kept records; measures nothing itself."""
    if docs and scores is None:
        raise typer.BadParameter("the documents show cross-validated figures: give --scores", param_hint="--docs")
    commands.write_report(root, out, folder, scores, docs=docs)


@app.command()
def gate(
    corpus: CorpusNames = None,
    root: Root = None,
    processes: Processes = 2,
    floors: Floors = commands.FLOORS,
    write: Annotated[bool, typer.Option("--write", help="Raise floors to just below the measured figures.")] = False,
    lower: Annotated[
        bool, typer.Option("--lower", help="With --write: lower floors too. Say why in CHANGELOG.")
    ] = False,
    out: Out = commands.OUT,
) -> None:
    """Fail where a figure of cleanpage has fallen below its floor."""
    execution = commands.Execution(commands.ourselves(), processes, kept=False, out=out)
    if write:
        commands.raise_floors(corpus, root, execution, floors, lower=lower)
    elif not commands.passes(corpus, root, execution, floors):
        raise typer.Exit(1)


@app.command()
def hostile(
    systems: SystemNames = None,
    limit: Limit = commands.PAGE_LIMIT,
    out: Out = commands.OUT,
) -> None:
    """Run hostile pages: deep, wide, full of attributes or entities, in broken encodings."""
    if not stress.run_hostile(commands.chosen_systems(systems), limit, out):
        raise typer.Exit(1)


@app.command()
def growth(
    family: Annotated[
        list[str] | None, typer.Option("--family", "-f", help="Family of pages; repeat for more.")
    ] = None,
    most: Annotated[int, typer.Option(help="Largest page, in bytes.")] = 50_000_000,
    memory: Annotated[float, typer.Option(help="Address space that a page may take, in GB.")] = 8.0,
    out: Out = commands.OUT,
) -> None:
    """Time generated pages from 1 kB on, and tell the exponent of growth; limits are out of the way."""
    stress.run_growth(family, most, memory, out)


@app.command()
def soak(
    corpus: CorpusNames = None,
    root: Root = None,
    pages: Pages = None,
    count: Annotated[int, typer.Option(min=8, help="Number of extractions.")] = 200_000,
    threads: Annotated[int, typer.Option(min=1, help="Threads to compare.")] = 8,
    thread_pages: Annotated[int, typer.Option(min=1, help="Pages that every thread reads.")] = 2_000,
) -> None:
    """Run for long: memory, the same article every time, from any thread, after a killed worker."""
    if not stress.run_soak(commands.Selection(corpus, root, pages, None), count, threads, thread_pages):
        raise typer.Exit(1)


@app.command()
def mutations(corpus: CorpusNames = None, root: Root = None, pages: Pages = None, processes: Processes = 2) -> None:
    """Cut every page off at 20 random places, and flip random bytes of it: nothing may raise or hang."""
    if not stress.run_mutations(commands.Selection(corpus, root, pages, None), processes):
        raise typer.Exit(1)


@app.command()
def robustness(
    tests: Annotated[
        list[str] | None, typer.Argument(help=f"Which of {', '.join(robust.TESTS)}. Default: all.")
    ] = None,
    corpus: CorpusNames = None,
    root: Root = None,
    systems: SystemNames = None,
    processes: Processes = 2,
    pages: Pages = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every page with a fault.")] = False,
) -> None:
    """Judge what unseen pages bring: other stories, stray lines, hidden text, no URL, no names, no metadata.

    `cards`, `lines` and `hidden` run systems over generated pages. `crutches` runs cleanpage over the corpora.
    """
    unknown = set(tests or ()) - set(robust.TESTS)
    if unknown:
        raise typer.BadParameter(f"no test {', '.join(sorted(unknown))}; there are {', '.join(robust.TESTS)}")
    for name in tests or robust.TESTS:
        if name == "crutches":
            robust.run_crutches(commands.Selection(corpus, root, pages, None), processes)
        else:
            robust.run_generated(name, commands.chosen_systems(systems), verbose=verbose)


def main() -> None:
    """Runs the command line; says in one line what is wrong with a corpus or a name."""
    try:
        app()
    except (corpora.CorpusError, UnknownSystemError) as error:
        print(f"error: {error}", file=sys.stderr)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
