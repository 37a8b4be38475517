"""Words of a page, explained in prose."""

import pytest
from hypothesis import given, settings

import cleanpage
from cleanpage.selection.select import SURE_COPY
from tests.features.small import SOUP

SENTENCES = (
    "The town council met on Tuesday to talk about the path along the river, which has been closed since the flood.",
    "Members agreed to repair the lower part first, because the school needs it, and to open it again in the autumn.",
    "The upper part will take longer, said the engineer, since two of the bridges must be built anew from the ground.",
)
PAGE = f"""<!doctype html><html><head><title>River path to open – Valley News</title>
<meta name="author" content="Ann Berger"><script>var note = "Hidden in a script"</script>
<script type="application/ld+json">{{"@type": "NewsArticle", "alternativeHeadline": "Bridges come last"}}</script>
</head>
<body><nav class="site-menu"><a href="/">Home page of the paper</a></nav><article><h1>River path to open</h1>
{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES)}
</article><aside class="related-stories"><h3>Related</h3><a href="/b">Three wolves seen near the mill</a></aside>
<footer>Imprint</footer></body></html>"""


@pytest.fixture(scope="module")
def analysis() -> cleanpage.Analysis:
    return cleanpage.analyze(PAGE)


def test_a_kept_block(analysis: cleanpage.Analysis) -> None:
    found = analysis.explain(text="members  AGREED to\nrepair")
    (reason,) = found.reasons
    assert reason.verdict.kept
    assert found.elsewhere is None
    words = str(found)
    assert words.startswith("Block 3, “Members agreed to repair")
    assert "stands in body > article > p." in words
    assert "It was kept as part of the body: score" in words
    assert "For it: " in words


def test_a_dropped_block(analysis: cleanpage.Analysis) -> None:
    words = str(analysis.explain(text="Three wolves"))
    assert "It was dropped as boilerplate: score 0." in words
    assert "on it would be kept." in words
    assert "Names that count most: " in words
    assert "aside.related-stories (" in words


def test_a_block_that_was_recognised(analysis: cleanpage.Analysis) -> None:
    found = analysis.explain(text="River path to open")
    assert "It is no part of the body, but the headline of the article: score 0." in str(found)
    assert ", recognised as headline." in str(found)


def test_words_that_run_over_several_blocks(analysis: cleanpage.Analysis) -> None:
    found = analysis.explain(text="in the autumn. The upper part")
    assert [reason.block for reason in found.reasons] == [3, 4]
    assert str(found).count("Block ") == 2


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Valley News", "in the title"),
        ("Ann Berger", "in the attribute `content` of html > head > meta"),
        ("Bridges come last", "in a data script"),
        ("Hidden in a script", "in the source, but not as text"),
        ("Nothing of the kind", "not in the page as it was handed in"),
    ],
)
def test_words_that_no_block_has(analysis: cleanpage.Analysis, words: str, place: str) -> None:
    found = analysis.explain(text=words)
    assert found.reasons == ()
    assert place in str(found)


def test_a_page_that_was_cut_short() -> None:
    found = cleanpage.analyze(PAGE, options=cleanpage.Options(max_bytes=700)).explain(text="two of the bridges")
    assert "not read to its end" in str(found)


def test_a_copy_needs_a_score_beyond_doubt() -> None:
    page = PAGE.replace("</article>", f'<div class="mobile"><p>{SENTENCES[0]}</p></div></article>')
    found = cleanpage.analyze(page).explain(text=SENTENCES[0])
    first, copy = found.reasons
    assert (first.verdict.kept, copy.verdict.kept) == (True, False)
    assert copy.turn == SURE_COPY
    assert f"a copy of block {first.block}." in str(found)
    assert "The page was taken for" in str(found)


def test_a_pull_quote() -> None:
    words = SENTENCES[2].removesuffix(".")
    page = PAGE.replace("</article>", f"<blockquote>{words}</blockquote></article>")
    quote = cleanpage.analyze(page).explain(text=words)
    assert "It was dropped as pull-quote: score 0." in str(quote)
    assert ", recognised as pull-quote." in str(quote)
    assert "No score of its own would keep it." in str(quote)


def test_a_sign_on_an_advert_has_no_score_of_its_own() -> None:
    page = PAGE.replace(f"<p>{SENTENCES[0]}</p>", f"<p>{SENTENCES[0]}</p><p>Advertisement</p>")
    found = cleanpage.analyze(page).explain(text="Advertisement")
    (sign,) = found.reasons
    assert not sign.verdict.kept
    assert sign.turn is None
    assert "No score of its own would keep it." in str(found)


def test_words_that_stand_everywhere_are_explained_some_times() -> None:
    found = cleanpage.analyze("<p>word</p>" * 50).explain(text="word")
    assert len(found.reasons) == 10


@pytest.mark.parametrize("words", ["", " \n"])
def test_no_words(analysis: cleanpage.Analysis, words: str) -> None:
    with pytest.raises(ValueError, match="give some words"):
        analysis.explain(text=words)


@pytest.mark.fuzz
@settings(max_examples=25)
@given(SOUP)
def test_every_block_is_found_by_its_text(html: str) -> None:
    analysis = cleanpage.analyze(html)
    for block, text in enumerate(analysis.page.texts[:4]):
        found = analysis.explain(text=text)
        assert len(found.reasons) == 10 or block in [reason.block for reason in found.reasons]
        assert str(found)
