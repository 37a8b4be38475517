import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import corpora
from benchmarks.pages import UNKNOWN, BodyMetric, Corpus, CorpusError, GoldImage, without_title


def test_shared_layout(shared: Path) -> None:
    corpus = corpora.load("small-dev", shared)
    ferry, library = corpus.pages
    assert (corpus.name, corpus.metric, len(corpus)) == ("small-dev", BodyMetric.WORDS, 2)
    assert ferry.authors == ("Ada Brook",)
    assert ferry.published == dt.date(2024, 5, 6)
    assert ferry.published_at == dt.datetime(2024, 5, 6, 7, 30, tzinfo=dt.UTC)
    assert ferry.images == (GoldImage(caption="The ferry", credits=("J. Reed",), cover=True, urls=("/f.jpg",)),)
    assert ferry.sections[0].headings == ("Fares",)
    assert ferry.without_snippets == ("Imprint and contact",)
    assert b"<h1>Night ferry returns</h1>" in ferry.html
    assert ferry.language == "en"
    assert (library.kind, library.authors, library.url, library.published) == ("service", (), None, None)


def test_missing_body_of_a_corpus_with_bodies_is_empty(shared: Path) -> None:
    assert corpora.load("small-dev", shared).pages[1].body == ""


def test_unknown_differs_from_none(shared: Path, truth: list[dict[str, Any]]) -> None:
    del truth[0]["authors"]
    (shared / "small-dev" / "truth.jsonl").write_text("\n".join(map(json.dumps, truth)), "utf-8")
    ferry, library = corpora.load("small-dev", shared).pages
    assert ferry.authors is None
    assert library.authors == ()


def test_snippets_alone_make_a_snippet_corpus(shared: Path, truth: list[dict[str, Any]]) -> None:
    del truth[0]["body"]
    (shared / "small-dev" / "truth.jsonl").write_text("\n".join(map(json.dumps, truth)), "utf-8")
    corpus = corpora.load("small-dev", shared)
    assert corpus.metric is BodyMetric.SNIPPETS
    assert corpus.pages[0].body is None


@pytest.mark.parametrize("url", ["hard::harbour.example.org-ferry.html", "ferry.html", "", None])
def test_url_that_is_not_known(shared: Path, truth: list[dict[str, Any]], url: str | None) -> None:
    truth[0]["url"] = url
    (shared / "small-dev" / "truth.jsonl").write_text("\n".join(map(json.dumps, truth)), "utf-8")
    assert corpora.load("small-dev", shared).pages[0].url is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("readability-dev", "Die Brücke ist “zu kurz” – 船は来ない"), ("other-dev", None)],
)
def test_gold_read_in_the_wrong_encoding(
    shared: Path, truth: list[dict[str, Any]], name: str, expected: str | None
) -> None:
    misread = "Die Brücke ist “zu kurz” – 船は来ない".encode().decode("latin-1")
    truth[0]["body"] = misread
    (shared / "small-dev" / "truth.jsonl").write_text("\n".join(map(json.dumps, truth)), "utf-8")
    (shared / "small-dev").rename(shared / name)
    assert corpora.load(name, shared).pages[0].body == (expected or misread)


def test_gold_in_the_right_encoding_stays(shared: Path, truth: list[dict[str, Any]]) -> None:
    truth[0]["body"] = "Ça coûte 5 € – “déjà” trop. Ålesund, Łódź, NESCAFÉ® et 北京"
    (shared / "small-dev" / "truth.jsonl").write_text("\n".join(map(json.dumps, truth)), "utf-8")
    (shared / "small-dev").rename(shared / "readability-dev")
    assert corpora.load("readability-dev", shared).pages[0].body == truth[0]["body"]


@pytest.mark.parametrize("name", ["wcxb-test", "test"])
def test_wcxb_layout(wcxb: Path, name: str) -> None:
    corpus = corpora.load(name, wcxb)
    page, bare = corpus.pages
    assert corpus.metric is BodyMetric.WORDS
    assert (page.id, page.kind, page.headline, page.authors) == (
        "0007",
        "collection",
        "Night ferry returns",
        ("Ada Brook",),
    )
    assert page.published == dt.date(2024, 5, 6)
    assert page.without_snippets == ("Home",)
    assert b"Night ferry" in page.html
    assert (bare.kind, bare.body, bare.headline, bare.authors) == ("article", "", None, ())


def test_scrapinghub_layout(scrapinghub: Path) -> None:
    corpus = corpora.load("scrapinghub", scrapinghub)
    assert corpus.metric is BodyMetric.SHINGLES
    assert corpus.pages[0].id == "abc"
    assert (corpus.pages[0].body or "").startswith("The night ferry")


def test_digest_follows_truth_and_pages_but_not_the_place(shared: Path, tmp_path: Path) -> None:
    before = corpora.load("small-dev", shared).digest
    moved = tmp_path / "elsewhere"
    shared.rename(moved)
    assert corpora.load("small-dev", moved).digest == before
    page = moved / "small-dev" / "pages" / "ferry.html.gz"
    page.write_bytes(page.read_bytes() + b"\0")
    assert corpora.load("small-dev", moved).digest != before


def test_missing_corpus_is_named(shared: Path) -> None:
    with pytest.raises(CorpusError, match=r"no corpus 'other' under .*small-dev"):
        corpora.load("other", shared)


def test_missing_page_file_is_named(shared: Path) -> None:
    (shared / "small-dev" / "pages" / "library.html.gz").unlink()
    with pytest.raises(CorpusError, match=r"library\.html\.gz"):
        corpora.load("small-dev", shared)


def test_empty_corpus_is_refused(shared: Path) -> None:
    (shared / "small-dev" / "truth.jsonl").write_text("", "utf-8")
    with pytest.raises(CorpusError, match="no pages"):
        corpora.load("small-dev", shared)


def test_names_under_a_root(shared: Path, tmp_path: Path) -> None:
    assert corpora.shared_names(shared) == ("small-dev",)
    assert corpora.shared_names(tmp_path / "nowhere") == ()


def test_root_from_the_environment(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANPAGE_CORPORA", str(shared))
    assert corpora.shared_root() == shared
    assert len(corpora.load("small-dev")) == 2


def test_sample_has_a_name_of_its_own(shared: Path) -> None:
    corpus = corpora.load("small-dev", shared)
    assert corpus.sample(1).name == "small-dev@1"
    assert [page.id for page in corpus.sample(1).pages] == ["ferry"]
    assert corpus.sample(5) is corpus


def test_pages_of_unseen_domains(shared: Path, wcxb: Path) -> None:
    pytest.importorskip("publicsuffixlist")
    ours, theirs = corpora.load("small-dev", shared), corpora.load("wcxb-test", wcxb)
    assert [page.id for page in ours.unseen(ours).pages] == []
    assert [page.id for page in theirs.unseen(ours).pages] == ["0007", "0009"]


@pytest.mark.parametrize("value", [None, "", "soon", "2024-13-01"])
def test_days_that_are_none(value: str | None) -> None:
    assert corpora.day(value) is None
    assert corpora.moment(value) is None


def renamed(shared: Path, name: str, truth: list[dict[str, Any]]) -> Corpus:
    """The small corpus under another name, with other truth."""
    (shared / "small-dev" / "truth.jsonl").write_text("\n".join(map(json.dumps, truth)), "utf-8")
    (shared / "small-dev").rename(shared / name)
    return corpora.load(name, shared)


@pytest.mark.parametrize("name", ["daniel-dev", "dragnet-dev", "cleaneval-test", "l3s-dev"])
def test_gold_that_begins_with_the_title(shared: Path, truth: list[dict[str, Any]], name: str) -> None:
    truth[0]["body"] = "\nNight ferry returns\n\nIt sails twice a week."
    page = renamed(shared, name, truth).pages[0]
    assert page.titled
    assert (page.text_of_body or "").strip() == "It sails twice a week."


def test_gold_of_other_corpora_is_the_body_alone(shared: Path) -> None:
    page = corpora.load("small-dev", shared).pages[0]
    assert not page.titled
    assert page.text_of_body == page.body


@pytest.mark.parametrize("first", ["It sails twice a week.", "她說每週兩次。", "word " * 60])
def test_a_first_line_that_is_a_paragraph_is_no_title(first: str) -> None:
    assert without_title(f"{first}\nMore.") == f"{first}\nMore."


def test_kind_that_a_corpus_does_not_tell(shared: Path, truth: list[dict[str, Any]]) -> None:
    del truth[0]["kind"]
    assert corpora.load("small-dev", shared).pages[0].kind == "article"
    assert renamed(shared, "cleaneval-dev", truth).pages[0].kind == UNKNOWN


def test_language_that_a_corpus_tells(shared: Path, truth: list[dict[str, Any]]) -> None:
    truth[0]["language"] = "Greek"
    assert [page.language for page in renamed(shared, "daniel-dev", truth).pages] == ["el", "en"]


@pytest.mark.parametrize("name", ["dragnet-dev", "l3s-dev", "l3s-test"])
def test_what_is_only_measured_is_never_learned_from(name: str) -> None:
    with pytest.raises(CorpusError, match=f"{name}: measured only"):
        corpora.check_learnable(["wcxb-dev", name])


def test_other_corpora_are_learned_from() -> None:
    corpora.check_learnable(["wcxb-dev", "daniel-dev", "cleaneval-dev"])
