"""The accuracy gate fails where the weights are damaged."""

import gzip
import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from benchmarks import corpora, gate, worker
from benchmarks.gate import Floors
from benchmarks.pages import Corpus
from benchmarks.run import Run
from benchmarks.systems import SYSTEMS
from benchmarks.worker import PageRecord
from cleanpage.features import paths
from cleanpage.models.weights import read_model
from cleanpage.selection import scores as scoring

FACTS = (
    "The night ferry will sail twice a week from May, the harbour office of the island said on Monday morning.",
    "Tickets cost four crowns for grown-ups, and children under six travel free of charge, as they do on the bus.",
    "A third sailing may follow in summer, if the old pier has been mended by then and the council agrees to pay.",
    "Two new captains were hired last week, so that nobody has to work on more than one weekend in every three.",
    "Readers had asked for the ferry in a petition that carried nine hundred names and was handed in before Easter.",
    "The office will look at the numbers of passengers after the first year, and then decide on the years to come.",
)
MENU = "".join(f"<li><a href=/{name.lower()}>{name}</a></li>" for name in "Home News Sport Weather Business".split())
TEASERS = "".join(
    f"<li class=teaser><a href=/n/{number}>Seven things you may have missed, part {number}</a></li>"
    for number in range(6)
)
PAGE = """<!doctype html><html lang=en><head><title>Ferry news {number}</title></head><body>
<header><nav class=menu><ul>{menu}</ul></nav></header>
<main><article class=article-body><h1>Ferry news {number}</h1>{body}</article></main>
<aside class=related><h3>Related stories</h3><ul>{teasers}</ul></aside>
<footer class=footer><p>Copyright, terms of use, privacy policy</p></footer></body></html>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Four articles of our own."""
    folder = tmp_path / "ferry-dev"
    (folder / "pages").mkdir(parents=True)
    records = []
    for number in range(4):
        body = FACTS[number % 2 :][: 4 + number % 2]
        html = PAGE.format(number=number, menu=MENU, teasers=TEASERS, body="".join(f"<p>{fact}</p>" for fact in body))
        (folder / "pages" / f"{number}.html.gz").write_bytes(gzip.compress(html.encode(), mtime=0))
        records.append(json.dumps({"id": str(number), "kind": "article", "body": "\n".join(body)}))
    (folder / "truth.jsonl").write_text("\n".join(records), "utf-8")
    return corpora.load("ferry-dev", tmp_path)


def measured(corpus: Corpus) -> Run:
    """A run of cleanpage over the corpus, in this process."""
    system = SYSTEMS["cleanpage"]
    extract = system.load()
    records: tuple[PageRecord, ...] = tuple(worker.judged(system, extract, page) for page in corpus.pages)
    return Run(
        corpus=corpus.name, digest=corpus.digest, system=system.name, version="1", date="2024-05-06", records=records
    )


Damage = Callable[[list[int]], list[int]]


def negated(leaves: list[int]) -> list[int]:
    return [-leaf for leaf in leaves]


def reversed_bits(leaves: list[int]) -> list[int]:
    """Each leaf in the place of the one with all answers the other way round."""
    return leaves[::-1]


@pytest.fixture
def use_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Damage], None]]:
    """Puts a copy of the shipped file in its place, with its forests' leaves and its network's last layer damaged."""

    def use(damage: Damage) -> None:
        data: dict[str, Any] = json.loads(files("cleanpage.models").joinpath("weights.json").read_text("utf-8"))
        for part in ("article", "other"):
            data[part]["leaves"] = [damage(leaves) for leaves in data[part]["leaves"]]
        output = data["network"]["weights"]["output"]
        data["network"]["weights"]["output"] = damage(output)
        path = tmp_path / "weights.json"
        path.write_text(json.dumps(data), "utf-8")
        model = read_model(json.loads(path.read_text("utf-8")))
        for module in (scoring, paths):
            monkeypatch.setattr(module, "load_model", lambda: model)
        paths.element_weights.cache_clear()

    yield use
    paths.element_weights.cache_clear()


@pytest.fixture
def floors(corpus: Corpus) -> Floors:
    """Floors set with the weights as shipped."""
    found = gate.raised(Floors(), corpus, measured(corpus), lower=False)
    assert found.floors["ferry-dev"]["f1"] > 0.9
    return found


def test_a_copy_of_the_shipped_weights_passes(
    corpus: Corpus, floors: Floors, use_copy: Callable[[Damage], None]
) -> None:
    use_copy(list)
    assert gate.check(floors, corpus, measured(corpus)) == ()


@pytest.mark.parametrize("damage", [negated, reversed_bits])
def test_damaged_weights_do_not_pass(
    damage: Damage, corpus: Corpus, floors: Floors, use_copy: Callable[[Damage], None]
) -> None:
    use_copy(damage)
    short = gate.check(floors, corpus, measured(corpus))
    (f1,) = (shortfall for shortfall in short if shortfall.figure == "f1")
    assert f1.reason == "below its floor"
    assert f1.value is not None
    assert f1.value < 0.9
