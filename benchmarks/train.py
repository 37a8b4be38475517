"""Learns the weights of the scorer: `python -m benchmarks.train`.

Reads the corpora, cross-validates by domain, learns from all pages and writes `src/cleanpage/models/weights.json`. Run
twice on the same machine it writes the same file, byte for byte.
"""

import datetime as dt
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks import corpora
from benchmarks.corpora import LICENCES
from benchmarks.training.learning import CROSSED, LEARNED, TokenFits, fit_all_tokens, folds_of
from benchmarks.training.samples import CORPORA, Sample, cached_samples, without_blocks
from benchmarks.training.scores import write_scores
from benchmarks.training.validation import figures, kind_f1, learned_model, out_of_fold, texts_of

__all__ = ["main"]

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "cleanpage" / "models" / "weights.json"


def main(
    out: Annotated[Path, typer.Option(help="Where the weights go.")] = WEIGHTS,
    validate: Annotated[bool, typer.Option(help="Also cross-validate, which takes five times as long.")] = True,
    write: Annotated[bool, typer.Option(help="Learn from all pages and write the weights.")] = True,
    scores: Annotated[
        Path | None,
        typer.Option(help="Where to keep the cross-validated scores, for train_confidence."),
    ] = None,
    corpus: Annotated[
        list[str] | None, typer.Option("--corpus", "-c", help="A corpus to learn from; repeat for more. Default: all.")
    ] = None,
    cache: Annotated[Path | None, typer.Option(help="Folder to keep samples in, so that they are read once.")] = None,
    day: Annotated[str, typer.Option(help="Date to put into the file.")] = dt.date.today().isoformat(),
) -> None:
    """Learn the weights of the scorer from the corpora."""
    started = time.perf_counter()

    def say(what: str) -> None:
        typer.echo(f"{time.perf_counter() - started:6.0f} s  {what}")

    names = corpus or CORPORA
    corpora.check_learnable(names)
    samples = cached_samples(names, cache)
    folds = folds_of(samples)
    say(f"{len(samples)} pages, {sum(len(sample.texts) for sample in samples)} blocks read")
    fits = fit_all_tokens(samples, folds, CROSSED if validate else LEARNED)
    say(f"{len(fits[()].path.table)} path tokens and {len(fits[()].lexical.table)} lexical ones weighted")
    measured = cross_validated(samples, folds, fits, names, scores) if validate else {}
    for group, row in measured.items():
        say(f"{group:24} " + "  ".join(f"{name} {value:.4f}" for name, value in row.items()))
    if write:
        data = {"trained": provenance(day, names, samples, measured), **learned_model(samples, folds, fits)}
        out.write_text(dumped(data), encoding="utf-8")
        say(f"{out} written")


def cross_validated(
    samples: Sequence[Sample], folds: Sequence[int], fits: TokenFits, names: Sequence[str], scores: Path | None
) -> dict[str, dict[str, float]]:
    """Figures of every corpus by models that have not seen the page's domain; keeps their scores if told where."""
    results = out_of_fold(samples, folds, fits)
    if scores is not None:
        write_scores(scores, samples, [found for _, found in results])
    found = figures(samples, texts_of(samples, results), without_blocks(samples, names))
    rounded = {group: {name: round(value, 4) for name, value in row.items()} for group, row in found.items()}
    return {**rounded, "kind": {"macro_f1": round(kind_f1(samples, results), 4)}}


def provenance(
    day: str, names: Sequence[str], samples: Sequence[Sample], measured: Mapping[str, Mapping[str, float]]
) -> dict[str, Any]:
    """Where the weights come from."""
    return {
        "by": "python -m benchmarks.train",
        "date": day,
        "corpora": {name: {"licence": LICENCES.get(name), "digest": corpora.load(name).digest} for name in names},
        "pages": sum(sample.gold.corpus in names for sample in samples),
        "cross_validated": measured,
    }


def dumped(data: Mapping[str, Any]) -> str:
    """JSON with a line for each token, each tree and each row of a network's layers, so that a change can be read."""
    parts = []
    for key, value in data.items():
        if isinstance(value, dict) and key in ("path", "lexical"):
            lines = (
                f"{json.dumps(token, ensure_ascii=False)}: {json.dumps(row)}" for token, row in sorted(value.items())
            )
            body = "{\n" + ",\n".join(lines) + "\n}"
        elif isinstance(value, dict) and "leaves" in value:
            body = named_rows(value)
        elif isinstance(value, dict) and "center" in value:
            standard = [f'"{name}": {json.dumps(value[name])}' for name in ("center", "scale")]
            body = "{\n" + ",\n".join([*standard, f'"weights": {named_rows(value["weights"])}']) + "\n}"
        else:
            body = json.dumps(value, indent=1, ensure_ascii=False)
        parts.append(f"{json.dumps(key)}: {body}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def named_rows(value: Mapping[str, Any]) -> str:
    """An object with a line for each item of its lists."""
    return "{\n" + ",\n".join(f'"{name}": {rows_of(rows)}' for name, rows in value.items()) + "\n}"


def rows_of(value: Any) -> str:
    """A list of lists with a line for each; anything else on one line."""
    if not isinstance(value, list) or not isinstance(value[0], list):
        return json.dumps(value)
    return "[\n" + ",\n".join(json.dumps(row) for row in value) + "\n]"


if __name__ == "__main__":
    typer.run(main)
