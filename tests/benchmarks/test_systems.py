import datetime as dt

import pytest

from benchmarks.systems import SYSTEMS, Extraction, System, UnknownSystemError, available, named
from benchmarks.systems.decoding import byline_names, day_of, names_of
from benchmarks.systems.node import Peer
from benchmarks.systems.record import EVERYTHING

SENTENCES = (
    "The night ferry will sail twice a week from May, the harbour office said on Monday, and the town is glad of it. "
    "It has been without a boat of its own for nineteen years, and the road around the bay takes more than two hours.",
    "Tickets cost four crowns for grown-ups, and children under six travel free of charge if they are with a parent. "
    "Those who bring a bicycle or a dog are asked to tell the crew when they book, so that there is room for them.",
    "A third sailing may follow in summer, if the old pier has been mended by then, which the mayor does not promise. "
    "The repair was put off three times, as the money was needed for the school and for the roof of the town hall.",
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Night ferry returns</title>
<meta property="article:published_time" content="2024-05-06T09:30:00+02:00"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Night ferry returns</h1>{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES)}</article>
<footer><a href="/imprint">Imprint and contact</a></footer></body></html>""".encode()


def test_cleanpage_comes_first_and_parsers_last() -> None:
    names = list(SYSTEMS)
    assert names[0] == "cleanpage"
    assert names[-2:] == ["lexbor", "libxml2"]


def test_fields_are_fields_of_an_extraction() -> None:
    assert all(system.fields <= EVERYTHING for system in SYSTEMS.values())
    assert set(Extraction.__slots__) - {"seconds"} == EVERYTHING


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
@pytest.mark.filterwarnings("ignore")
def test_installed_system_reads_a_page(system: System) -> None:
    found, missing = available([system])
    if missing:
        pytest.skip(missing[system])
    assert found[system]
    extractor = system.load()
    try:
        extraction = extractor(PAGE, "https://harbour.example.org/2024/05/06/ferry")
    finally:
        if isinstance(extractor, Peer):
            extractor.close()
    if "text" in system.fields:
        assert SENTENCES[1] in " ".join((extraction.text or "").split())
    if "headline" in system.fields:
        assert "Night ferry returns" in (extraction.headline or "")
    if "published" in system.fields:
        assert extraction.published == dt.date(2024, 5, 6)
    given = {name for name in EVERYTHING if getattr(extraction, name) is not None}
    assert given <= system.fields


def absent() -> str:
    raise ModuleNotFoundError("No module named 'absent'")


def test_missing_system_is_left_out_with_its_reason() -> None:
    system = System(name="absent", package="absent", fields=frozenset(), load=absent, version=absent)  # type: ignore[arg-type]
    found, missing = available([system])
    assert found == {}
    assert missing == {system: "ModuleNotFoundError: No module named 'absent'"}


def test_systems_by_name() -> None:
    assert [system.name for system in named(["lexbor", "cleanpage"])] == ["lexbor", "cleanpage"]
    assert named(["all"]) == tuple(SYSTEMS.values())


def test_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownSystemError, match=r"no system trafilature; there are cleanpage, trafilatura"):
        named(["trafilature"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.datetime(2024, 5, 6, 23, 30), dt.date(2024, 5, 6)),
        (dt.date(2024, 5, 6), dt.date(2024, 5, 6)),
        ("2024-05-06T23:30:00-08:00", dt.date(2024, 5, 6)),
        ("May 6", None),
        (None, None),
    ],
)
def test_day_of(value: object, expected: dt.date | None) -> None:
    assert day_of(value) == expected


def test_names_of() -> None:
    assert names_of("Ada Brook; Jo Reed", ";") == ("Ada Brook", "Jo Reed")
    assert names_of(["Ada Brook", "", " Jo Reed "]) == ("Ada Brook", "Jo Reed")
    assert names_of(None) == ()


def test_byline_names() -> None:
    assert byline_names("By Ada Brook, Jo Reed and Kim Hall") == ("Ada Brook", "Jo Reed", "Kim Hall")
    assert byline_names(None) == ()
