"""What a run set out to do, written before anything else, so that it can only be resumed as it was begun."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

import cleanpage
from cleanpage.batch.schema import SCHEMA_VERSION
from cleanpage.batch.settings import RunSettings
from cleanpage.batch.sources import Input, Kind
from cleanpage.batch.sources.inputs import STANDARD_INPUT

__all__ = ["differences", "input_sizes", "make_plan"]

Plan = dict[str, Any]

SAMPLE = 1 << 16
"""Bytes at the beginning and at the end of a file that its fingerprint covers."""


def make_plan(inputs: Sequence[Input], settings: RunSettings) -> Plan:
    """Everything that the rows depend on, as JSON has it."""
    plan = {
        "cleanpage": cleanpage.__version__,
        "schema": SCHEMA_VERSION,
        "form": settings.form,
        "part_size": settings.part_size,
        "where": settings.where,
        "timings": settings.timings,
        "evidence": settings.evidence,
        "options": asdict(settings.options),
        "read": asdict(settings.read),
        "inputs": [fingerprint(given) for given in inputs],
    }
    found: Plan = json.loads(json.dumps(plan))
    return found


def fingerprint(given: Input) -> Plan:
    """What tells an input from another one, or from itself after a change."""
    stats = [Path(path).stat() for path in given.paths if path != STANDARD_INPUT]
    digest = blake2b(digest_size=16)
    if given.kind is Kind.PAGES:
        for path, stat in zip(given.paths, stats, strict=True):
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode(errors="surrogateescape"))
    elif stats:
        for sample in samples(Path(given.paths[0]), stats[0].st_size):
            digest.update(sample)
    return {
        "kind": given.kind,
        "path": given.paths[0],
        "files": len(given.paths),
        "size": sum(stat.st_size for stat in stats),
        "modified": max((stat.st_mtime_ns for stat in stats), default=0),
        "digest": digest.hexdigest(),
    }


def samples(path: Path, size: int) -> Iterator[bytes]:
    """The beginning and the end of a file; nothing of one that cannot be opened."""
    try:
        with path.open("rb") as file:
            yield file.read(SAMPLE)
            file.seek(max(0, size - SAMPLE))
            yield file.read(SAMPLE)
    except OSError:
        return


def input_sizes(plan: Plan) -> list[int]:
    """Bytes of each input; 0 for one whose size is not known."""
    return [given["size"] for given in plan["inputs"]]


def differences(old: Plan, new: Plan) -> list[str]:
    """What has changed between two plans, in words."""
    names = [name for name in new if name != "inputs" and old.get(name) != new[name]]
    found = [f"{name}: {old.get(name)!r} then, {new[name]!r} now" for name in names]
    before, now = old.get("inputs", []), new["inputs"]
    if len(before) != len(now):
        found.append(f"inputs: {len(before)} then, {len(now)} now")
    for number, (one, other) in enumerate(zip(before, now, strict=False)):
        changed = [name for name in other if one.get(name) != other[name]]
        if changed:
            found.append(f"input {number}, {other['path']}: another {', '.join(changed)}")
    return found
