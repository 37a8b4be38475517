"""Pages ready for learning."""

import gzip
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks import corpora
from benchmarks.pages import Page as GoldPage
from benchmarks.training.samples import Sample, labels_of, read_page, read_samples, without_blocks
from benchmarks.training.unspaced import UNSPACED
from cleanpage.features.containers import containers_of
from cleanpage.features.read import read_features
from tests.benchmarks.conftest import FERRY
from tests.benchmarks.training import mini
from tests.features.small import page_of


@pytest.fixture
def sample(shared: Path) -> Sample:
    """The ferry page of the small corpus."""
    return read_page(corpora.load("small-dev", shared).pages[0])[0]


def test_a_page_as_production_reads_it(sample: Sample) -> None:
    assert sample.texts == ("Home News", "Night ferry returns", *FERRY, "Imprint and contact")
    assert sample.domain == "example.co.uk"
    assert sample.is_article
    assert sample.static.shape == (len(sample.names), 6)
    assert sample.words.tolist() == [text.count(" ") + 1 for text in sample.texts]
    assert sample.roles[1] == "headline"
    assert sample.groups[2] == sample.groups[3] != sample.groups[0]


def test_labels_of_a_page(sample: Sample) -> None:
    assert sample.labels.tolist() == [0, 0, 1, 1, 1, 0]


def test_static_features_are_those_of_production(sample: Sample) -> None:
    page = page_of(sample.gold.html.decode(), sample.gold.url)
    known = read_features(page)
    # What metadata says of the page is left out here.
    for name in sample.names:
        if not name.startswith(("role_", "type_")):
            assert sample.static[sample.names.index(name)].tolist() == known.column(name).tolist(), name


def test_the_layout_keeps_the_ranges_of_every_level(sample: Sample) -> None:
    layout = containers_of(page_of(sample.gold.html.decode()))
    for level in range(len(layout.levels)):
        for kept, known in zip(sample.layout.range(level), layout.range(level), strict=True):
            assert kept.tolist() == known.tolist()


def test_tokens_of_the_path(sample: Sample) -> None:
    near, parent, far = sample.paths[2]
    assert (near, parent, far) == (("<p",), ("<article",), ("<body", "<html"))
    assert sample.paths[0] == (("<nav",), ("<body",), ("<html",))


def test_tokens_of_words_and_links(sample: Sample) -> None:
    assert {"home", "news", "=home news"} < set(sample.lexical[0])
    assert "imprint and" in sample.lexical[-1]


def gold_of(**truth: object) -> GoldPage:
    return replace(GoldPage(id="x", corpus="y", path=Path("x")), **truth)  # type: ignore[arg-type]


def test_labels_from_snippets() -> None:
    gold = gold_of(with_snippets=("ferry will sail", FERRY[1] + " " + FERRY[2]), without_snippets=("Imprint",))
    texts = ["Home", FERRY[0].replace(" ", "\n "), FERRY[1], "charge.", "Imprint and contact"]
    labels = labels_of(gold, texts)
    assert np.isnan(labels).tolist() == [True, False, False, True, False]
    assert labels[[1, 2, 4]].tolist() == [1, 1, 0]


def test_what_must_appear_wins_over_what_must_not() -> None:
    gold = gold_of(with_snippets=("ferry will",), without_snippets=("night ferry",))
    assert labels_of(gold, [FERRY[0]]).tolist() == [1]


def test_an_empty_gold_body_is_known_to_be_empty() -> None:
    assert labels_of(gold_of(body=""), [FERRY[0]]).tolist() == [0]
    assert np.isnan(labels_of(gold_of(body=None), [FERRY[0]])).all()


def test_a_page_without_blocks_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "x.html.gz"
    path.write_bytes(gzip.compress(b"<img src=/x>"))
    assert read_page(gold_of(path=path)) == []


def test_pages_come_in_a_fixed_order(mini_corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(mini_corpora))
    found = read_samples(workers=1)
    assert [sample.gold.id for sample in found if sample.gold.corpus in mini.NAMES] == list(mini.ids())
    assert found[0].static.tobytes() == read_samples(mini.NAMES[:1], workers=1)[0].static.tobytes()


def test_a_page_in_another_script_has_the_labels_of_the_page(
    mini_corpora: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(mini_corpora))
    found = read_samples(workers=1)
    originals = {sample.gold.id: sample for sample in found if sample.gold.corpus in mini.NAMES}
    respelled = [sample for sample in found if sample.gold.corpus == UNSPACED]
    assert respelled
    for sample in respelled:
        original = originals[sample.gold.id]
        assert sample.labels.tolist() == original.labels.tolist()
        assert sample.paths == original.paths
        assert sample.gold.body == "\n".join(np.array(sample.texts)[sample.labels >= 0.5])
        assert not any(text in original.texts for text in sample.texts)


def test_pages_without_a_sample_are_known(
    mini_corpora: Path, samples: list[Sample], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(mini_corpora))
    assert without_blocks(samples) == []
    assert without_blocks(samples[1:]) == [samples[0].gold]
