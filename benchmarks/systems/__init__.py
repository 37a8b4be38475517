"""Adapters, one a peer: what each says of a page, as an `Extraction`. A peer that is not installed is left out."""

import warnings
from collections.abc import Iterable, Mapping

from benchmarks.systems import articles, node, parsers, texts
from benchmarks.systems.record import Extraction, Extractor, System

__all__ = ["PARSERS", "SYSTEMS", "Extraction", "Extractor", "System", "UnknownSystemError", "available", "named"]

SYSTEMS: Mapping[str, System] = {
    system.name: system for system in (*articles.SYSTEMS, *texts.SYSTEMS, *node.SYSTEMS, *parsers.SYSTEMS)
}
"""All systems by name, cleanpage first, bare parsers last."""

PARSERS: frozenset[str] = frozenset(system.name for system in parsers.SYSTEMS)
"""Systems that only parse: a floor for time, with nothing to judge."""


class UnknownSystemError(Exception):
    """There is no system of that name; the message lists those there are."""


def named(names: Iterable[str]) -> tuple[System, ...]:
    """The systems of these names; of `all`, all.

    Raises:
        UnknownSystemError: A name is not known.
    """
    listed = list(names)
    if "all" in listed:
        return tuple(SYSTEMS.values())
    unknown = [name for name in listed if name not in SYSTEMS]
    if unknown:
        raise UnknownSystemError(f"no system {', '.join(unknown)}; there are {', '.join(SYSTEMS)} and all")
    return tuple(SYSTEMS[name] for name in listed)


def available(systems: Iterable[System]) -> tuple[dict[System, str], dict[System, str]]:
    """Sorts systems into installed ones, with their version, and missing ones, with the reason."""
    found: dict[System, str] = {}
    missing: dict[System, str] = {}
    for system in systems:
        try:
            with warnings.catch_warnings(action="ignore"):
                system.load()
            found[system] = system.version()
        except (ImportError, OSError) as error:
            missing[system] = f"{type(error).__name__}: {error}"
    return found, missing
