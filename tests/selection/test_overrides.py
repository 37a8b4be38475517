"""What `keep=`, `drop=` and `body=` choose, and how it is told."""

import pytest

from cleanpage import Analysis, CleanpageError, Options, OptionsError, SelectorError, analyze, extract
from cleanpage.explain.rows import explain_blocks
from tests.small_pages import PROSE

PAGE = f"""<body><nav class=menu><a href=/>Home</a></nav><article><h1>The ferry</h1>
<p>{PROSE}</p><figure class=box><img src=/boat.jpg><figcaption>A boat</figcaption></figure><p class=box>{PROSE} Two.</p>
<p>{PROSE} Three.</p><p>{PROSE} Four.</p></article><div id=other><p>Other text.</p><button>Go</button></div></body>"""
URL = "https://example.org/a"


def analysis(**options: str | tuple[str, ...]) -> Analysis:
    return analyze(PAGE, url=URL, options=Options(**options))  # type: ignore[arg-type]


def texts(found: Analysis) -> list[str]:
    return [text.removeprefix(PROSE).strip() or "One." for text in found.article.paragraphs]


def reasons(found: Analysis) -> dict[str, str]:
    return {row.text.removeprefix(PROSE).strip(): row.reason.partition(", ")[2] for row in explain_blocks(found)}


def test_without_options() -> None:
    found = analysis()
    assert texts(found) == ["One.", "Two.", "Three.", "Four."]
    assert len(found.article.images) == 1
    assert not any("Options" in reason for reason in reasons(found).values())


def test_keep() -> None:
    found = analysis(keep=".menu")
    assert texts(found) == ["Home", "One.", "Two.", "Three.", "Four."]
    assert reasons(found)["Home"] == "kept by Options.keep"


def test_drop() -> None:
    found = analysis(drop=(".box", "#other"))
    assert texts(found) == ["One.", "Three.", "Four."]
    assert found.article.images == ()
    assert reasons(found)["Two."] == "dropped by Options.drop"


def test_what_both_match_is_dropped() -> None:
    assert texts(analysis(keep=".box", drop="p.box")) == ["One.", "Three.", "Four."]


def test_body() -> None:
    found = analysis(body="#other")
    assert texts(found) == ["Other text."]
    assert found.article.images == ()
    assert reasons(found)["Other text."] == "kept by Options.body"
    assert reasons(found)["Three."] == "dropped by Options.body"


def test_a_body_that_is_not_there_is_told_of() -> None:
    found = analysis(body="#nothing")
    assert texts(found) == ["One.", "Two.", "Three.", "Four."]
    assert found.article.outcome.reason.endswith("; Options.body='#nothing' matches nothing")


@pytest.mark.parametrize("selector", ["p[", "p >", "..a", "p:nothing", "p{}", "#x, p["])
@pytest.mark.parametrize("option", ["keep", "drop", "body"])
def test_a_selector_that_cannot_be_read(option: str, selector: str) -> None:
    with pytest.raises(SelectorError, match="give a valid CSS selector") as caught:
        analysis(**{option: selector})
    assert isinstance(caught.value, OptionsError | CleanpageError)
    assert (caught.value.option, caught.value.value) == (option, selector)


@pytest.mark.parametrize("options", [{"keep": ""}, {"drop": ("p", " ")}, {"keep": (1,)}, {"comments": 1}])
def test_values_of_no_use(options: dict[str, object]) -> None:
    with pytest.raises(OptionsError):
        Options(**options)  # type: ignore[arg-type]


def test_comments_only_where_asked_for() -> None:
    html = PAGE.replace("<div id=other>", "<div class=comment><b class=fn>Ann Lee</b><p>Nice.</p></div><div id=other>")
    assert extract(html).comments == ()
    (comment,) = extract(html, options=Options(comments=True)).comments
    assert (comment.author, comment.text) == ("Ann Lee", "Nice.")
