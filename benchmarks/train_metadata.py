"""Learns how far each source of metadata is believed: `python -m benchmarks.train_metadata --scores FILE`.

FILE is what `python -m benchmarks.train --scores FILE` keeps: who may be the author of a page depends on whether it
looks like an article, as told by weights that have not seen its domain.

Reads the corpora, cross-validates by domain, learns from all pages and writes `src/cleanpage/rules/trust.json`: weights
for headline, authors and date of publication, the order of the sources for description, keywords and the like. Run
twice on the same machine it writes the same file, byte for byte.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks import corpora
from benchmarks.training import orders
from benchmarks.training.scores import read_scores
from benchmarks.training.trust import (
    CORPORA,
    FIELDS,
    L2,
    Choice,
    Figures,
    cross_validated,
    dumped,
    read_choices,
    trust_of,
)
from cleanpage.rules.trust import TABLE

__all__ = ["main"]

TRUST = Path(__file__).resolve().parents[1] / "src" / "cleanpage" / "rules" / "trust.json"


def main(
    scores: Annotated[Path, typer.Option(help="Cross-validated scores, of `benchmarks.train --scores`.")],
    out: Annotated[Path, typer.Option(help="Where the weights go.")] = TRUST,
    write: Annotated[bool, typer.Option(help="Learn from all pages and write the weights.")] = True,
    day: Annotated[str, typer.Option(help="Date to put into the file.")] = dt.date.today().isoformat(),
) -> None:
    """Learn from the corpora how far each source of metadata is believed."""
    choices = read_choices(read_scores(scores))
    measured = {field: cross_validated(choices[field], weights, L2[field]) for field, weights in FIELDS.items()}
    for field, figures in measured.items():
        for corpus, row in figures.items():
            typer.echo(
                f"{field:10} {corpus:16} right {row.right:.3f}  wrong {row.wrong:.3f}  "
                f"strange {row.strange:.3f}  reachable {row.reachable:.3f}  of {row.pages} pages"
            )
    scored = orders.read_scored()
    worth = {field: orders.cross_validated_order(scored[field], believed(field)) for field in orders.FIELDS}
    for field, value in worth.items():
        typer.echo(f"{field:20} worth {value:.3f} on the mean of {len(scored[field])} pages")
    if write:
        learned = trust(choices, measured, day)
        learned["learned"]["ordered"] = worth
        learned["orders"] = {field: orders.order_of(scored[field], believed(field)) for field in orders.FIELDS}
        out.write_text(dumped(learned), encoding="utf-8")
        typer.echo(f"{out} written")


def believed(field: str) -> tuple[str, ...]:
    """The sources that are believed for a field."""
    return tuple(next(row.sources for row in TABLE if row.field == field))


def trust(
    choices: Mapping[str, Sequence[Choice]], measured: Mapping[str, Mapping[str, Figures]], day: str
) -> dict[str, Any]:
    """The content of the file: where the weights come from, and the weights."""
    learned = {
        "by": "python -m benchmarks.train_metadata",
        "date": day,
        "l2": L2,
        "corpora": {name: corpora.load(name).digest for name in CORPORA},
        "cross_validated": {
            field: {corpus: dataclasses.asdict(row) for corpus, row in figures.items()}
            for field, figures in measured.items()
        },
    }
    return {"learned": learned, **{field: trust_of(field, choices[field]) for field in FIELDS}}


if __name__ == "__main__":
    typer.run(main)
