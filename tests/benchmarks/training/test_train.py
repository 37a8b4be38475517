"""The command that learns the weights, from end to end on generated pages."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleanpage.features.read import read_features
from cleanpage.models.weights import read_model
from tests.benchmarks.training import mini
from tests.features.small import forest, model_data, page_of

pytest.importorskip("catboost", reason="training needs CatBoost, of the bench extra")
pytest.importorskip("sklearn", reason="training needs scikit-learn, of the bench extra")

from benchmarks import corpora, train
from benchmarks.training import learning
from benchmarks.training.samples import read_page
from benchmarks.training.scores import read_scores

# Workers are forked, and catboost has threads of its own by then.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.fixture(autouse=True)
def small_training(mini_corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The generated corpora in the place of the shared ones, and models that are learned in no time."""
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(mini_corpora))
    for name in ("ARTICLE_FOREST", "OTHER_FOREST"):
        monkeypatch.setattr(learning, name, {"trees": 12, "depth": 3, "rate": 0.3})
    monkeypatch.setattr(learning, "EPOCHS", 2)
    monkeypatch.setattr(learning, "KIND_FOREST", {"trees": 8, "depth": 2, "rate": 0.3})


def run(out: Path, *, validate: bool = False, write: bool = True) -> bytes:
    train.main(out=out, validate=validate, write=write, day="2024-05-06")
    return out.read_bytes() if write else b""


def test_two_runs_write_the_same_file(tmp_path: Path) -> None:
    assert run(tmp_path / "first.json") == run(tmp_path / "second.json")


def test_the_file_reads_back_and_says_where_it_comes_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data: dict[str, Any] = json.loads(run(tmp_path / "weights.json", validate=True))
    model = read_model(data)
    assert model.features == read_features(page_of("<p>a")).names
    assert model.path[".story"][1] > 0 > model.path[".teaser"][0]
    trained = data["trained"]
    assert trained["date"] == "2024-05-06"
    assert trained["pages"] == mini.PAGES
    assert {name: entry["digest"] for name, entry in trained["corpora"].items()} == {
        name: corpora.load(name).digest for name in mini.NAMES
    }
    assert trained["corpora"]["wcxb-dev"]["licence"].startswith("CC-BY-4.0")
    assert trained["cross_validated"]["wcxb-dev"]["f1"] > 0.95
    assert trained["cross_validated"]["kind"]["macro_f1"] > 0.9
    assert "pages, " in capsys.readouterr().out


@pytest.mark.parametrize("name", ["dragnet-dev", "l3s-dev"])
def test_what_is_only_measured_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(corpora.CorpusError, match="measured only"):
        train.main(out=tmp_path / "weights.json", corpus=["wcxb-dev", name], day="2024-05-06")
    assert not list(tmp_path.iterdir())


def test_a_corpus_less(tmp_path: Path) -> None:
    names = [name for name in mini.NAMES if name != "daniel-dev"]
    train.main(out=tmp_path / "weights.json", validate=False, corpus=names, cache=tmp_path / "c", day="2024-05-06")
    assert list(json.loads((tmp_path / "weights.json").read_bytes())["trained"]["corpora"]) == names
    assert len(list((tmp_path / "c").iterdir())) == len(names)


def test_nothing_is_written_unless_asked(tmp_path: Path) -> None:
    run(tmp_path / "weights.json", write=False)
    assert not list(tmp_path.iterdir())


def test_the_scores_of_every_page_are_kept(tmp_path: Path) -> None:
    for name in ("first.gz", "second.gz"):
        train.main(out=tmp_path / "weights.json", write=False, scores=tmp_path / name, day="2024-05-06")
    assert (tmp_path / "first.gz").read_bytes() == (tmp_path / "second.gz").read_bytes()
    scores = read_scores(tmp_path / "first.gz")
    assert sum(corpus in mini.NAMES for corpus, _ in scores) == mini.PAGES
    told = 0
    for name in mini.NAMES:
        for page in corpora.load(name).pages:
            found = scores[name, page.id]
            sample = read_page(page)[0]
            assert len(found.probabilities) == len(sample.texts)
            assert 0 <= found.probabilities.min() <= found.probabilities.max() <= 1
            told += (found.article > 0.5) is sample.is_article
    assert told > 0.9 * mini.PAGES


def test_dump_is_json_with_a_line_for_each_token_and_tree() -> None:
    trees = forest(([0, 0], [0.5, 1e30], [1, 2, 3, 4]), ([0, 0], [1.5, 2.5], [-1, -2, -3, -4]), bias=-0.25)
    data = {"trained": {"date": "2024-05-06"}} | model_data(
        path={"<p": [1.0, -0.5, 0.0], '."quoted"': [0.1, 0.2, 0.3]}, lexical={"水": 0.5, "a": -1.0}, other=trees
    )
    text = train.dumped(data)
    assert json.loads(text) == data
    lines = text.splitlines()
    assert '"<p": [1.0, -0.5, 0.0]' in lines
    assert '"水": 0.5' in lines
    assert "[1, 2, 3, 4]," in lines
    assert "[-1, -2, -3, -4]" in lines
    assert read_model(json.loads(text)).other.bias == -0.25
