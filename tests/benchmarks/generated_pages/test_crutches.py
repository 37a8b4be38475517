from pathlib import Path

from benchmarks import corpora
from benchmarks.generated_pages import crutches
from benchmarks.generated_pages.crutches import change_table, changes, hashed_names, without_metadata

HTML = (
    '<html><head><meta charset="utf-8"><meta name="author" content="Ada"><link rel="canonical" href="/a">'
    '<script type="application/ld+json">{"headline": "H"}</script><script>var a</script>'
    "<style>.lead{color:#fff}#top .x{width:.5em}</style></head>"
    '<body><div class="lead story" id="top" itemprop="articleBody"><a href="#top" class="up">Up</a></div></body></html>'
)


def test_hashed_names_are_the_same_wherever_they_stand() -> None:
    html = hashed_names(HTML)
    assert not any(name in html for name in ("lead", "story", '"top"', "#top", '"up"'))
    found = crutches.hashed("lead"), crutches.hashed("top")
    assert html.count(found[0]) == 2
    assert all(part in html for part in (f"#{found[1]} .x", f'href="#{found[1]}"', "#fff", ".5em"))


def test_without_metadata() -> None:
    html = without_metadata(HTML)
    assert not any(part in html for part in ("author", "canonical", "ld+json", "itemprop"))
    assert all(part in html for part in ('charset="utf-8"', "var a", 'class="lead story"'))


def test_changes_of_a_corpus(shared: Path) -> None:
    corpus = corpora.load("small-dev", shared)
    found = changes(corpus, 1)
    assert [change.version for change in found] == ["without URL", "names hashed", "without metadata"]
    assert {(change.corpus, change.before) for change in found} == {("small-dev", found[0].before)}
    assert found[0].before > 0
    assert all((change.different > 0) == (change.after != change.before) for change in found)
    assert change_table(found).row_count == 1
