"""Pull quotes: what an article says once more, set apart."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanpage
from cleanpage.page.dom import parse
from cleanpage.page.page import Page
from cleanpage.page.walk import read_blocks
from cleanpage.selection.pull_quotes import MAX_BLOCKS, MAX_QUOTE, MAX_QUOTES, MIN_LINE, pull_quotes
from cleanpage.selection.roles import Role

WORDS = "the tide will not wait for a council that meets twice a year"
SAID = f"“I have told them for years that {WORDS},” says the harbour master, who has kept the gates since the flood."
STORY = f"<p>The gates of the old harbour were shut on Monday.</p><p>{SAID}</p><p>The council meets again in May.</p>"


def page_of(html: str) -> Page:
    return read_blocks(parse(f"<article>{html}</article>"))


def quoted(html: str) -> dict[str, list[str]]:
    """By text of each pull quote, the texts that it repeats."""
    page = page_of(html)
    return {page.texts[block]: [page.texts[source] for source in found] for block, found in pull_quotes(page).items()}


# --- what is one


@pytest.mark.parametrize("tag", ["blockquote", "aside"])
@pytest.mark.parametrize("start", ["The t", "the t", "THE T"])
def test_words_of_the_article(tag: str, start: str) -> None:
    text = f"{start}{WORDS[5:]}"
    assert quoted(f"{STORY}<{tag}>„{text}“</{tag}>") == {f"„{text}“": [SAID]}


@pytest.mark.parametrize(("own", "source"), [("’", "'"), ("'", "’")])
def test_apostrophes_of_either_kind(own: str, source: str) -> None:
    words = "the sea hasn{}t asked for anybody{}s permission in all these years"
    text = words.format(own, own)
    story = f"<p>He says that {words.format(source, source)}, and looks at the gates.</p>"
    assert [*quoted(f"{story}<blockquote>{text}</blockquote>")] == [text]


def test_before_the_words_as_well() -> None:
    assert [*quoted(f"<blockquote>{WORDS}</blockquote>{STORY}")] == [WORDS]


def test_with_whose_words_they_are() -> None:
    who = "Ada Holm, harbour master"
    assert [*quoted(f"{STORY}<blockquote><p>{WORDS}</p><footer>{who}</footer></blockquote>")] == [WORDS, who]
    figure = f"<figure><blockquote>{WORDS}</blockquote><figcaption>{who}</figcaption></figure>"
    assert [*quoted(STORY + figure)] == [WORDS, who]
    assert quoted(f"{STORY}<figure><blockquote>Shut the gates.</blockquote><p>{WORDS[4:]}, twice</p></figure>") == {}
    assert [*quoted(f"{STORY}<blockquote>{WORDS}<br>Ada Holm</blockquote>")] == [f"{WORDS}\nAda Holm"]


def test_words_from_two_places() -> None:
    more = "nobody in this town has ever been asked what the gates are for"
    quote = f"<blockquote><p>{WORDS}</p><p>{more}</p></blockquote>"
    assert quoted(f"{STORY}<p>“But {more},” she says.</p>{quote}")[WORDS] == [SAID, f"“But {more},” she says."]


def test_words_without_spaces_between() -> None:
    words = "潮は年に二度しか集まらない議会を待ってはくれないのだと私は何年も前からあの人たちに言い続けてきた"
    story = f"<p>港の門は月曜日に閉じられた。「{words}」と港長は語る。洪水のあとからずっと門を守ってきた人だ。</p>"
    assert len(words) > MIN_LINE
    assert [*quoted(f"{story}<blockquote>{words}</blockquote>")] == [words]


# --- what is none


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{WORDS}</p>",
        f"<h2>{WORDS}</h2>",
        f"<ul><li>{WORDS}</ul>",
        "<blockquote>the tide will not wait</blockquote>",
        f"<blockquote>{WORDS.replace('council', 'parliament')}</blockquote>",
        f"<blockquote>{WORDS} {'and the sea has more time than all of us together ' * 2}</blockquote>",
        f"<blockquote><p>{WORDS}</p><p>{'The sea has more time than we have. ' * 3}</p></blockquote>",
        f"<aside><p>{WORDS}</p>{'<p>Read on.</p>' * MAX_BLOCKS}</aside>",
        f"<blockquote><p>{WORDS}</p><p>{'x' * MAX_QUOTE}</p></blockquote>",
        "<blockquote></blockquote>",
    ],
)
def test_none(html: str) -> None:
    assert quoted(STORY + html) == {}


def test_words_of_a_heading_or_of_another_quotation_are_not_repeated() -> None:
    quote = f"<blockquote>{WORDS}</blockquote>"
    assert quoted(f"<h2>Why {WORDS}</h2>{quote}") == {}
    assert quoted(f"<blockquote>{SAID}</blockquote>{quote}") == {}


def test_a_collection_of_quotations() -> None:
    story = "".join(f"<p>Number {n}: {WORDS}, she says for the time of number {n}.</p>" for n in range(MAX_QUOTES + 5))
    quotes = "".join(f"<blockquote>Number {n}: {WORDS}</blockquote>" for n in range(MAX_QUOTES + 5))
    assert len(quoted(story + quotes)) == MAX_QUOTES


# --- in an article

PARAGRAPHS = "".join(
    f"<p>On day {n} the boats stayed in the harbour, and people on the pier looked at the gates and the water.</p>"
    for n in range(6)
)
PAGE = f"<article><h1>Shut gates</h1>{PARAGRAPHS}<p>{SAID}</p>{{}}{PARAGRAPHS.replace('On day', 'After day')}</article>"


def body_with(quote: str, **options: Sequence[str]) -> list[str]:
    article = cleanpage.extract(PAGE.format(quote), options=cleanpage.Options(**options))  # type: ignore[arg-type]
    return article.text.split("\n\n")


def test_an_article_says_it_once() -> None:
    analysis = cleanpage.analyze(PAGE.format(f"<blockquote>{WORDS}</blockquote>"))
    roles = dict(zip(analysis.page.texts, [verdict.role for verdict in analysis.verdicts], strict=True))
    assert roles[WORDS] is Role.PULL_QUOTE
    assert roles[SAID] is Role.BODY


def test_a_quotation_of_somebody_else_stays() -> None:
    other = "A harbour that is never shut is no harbour, but a piece of the open sea with houses around it."
    assert other in body_with(f"<blockquote>{other}</blockquote>")


def test_it_stays_where_it_is_asked_for() -> None:
    quote = f"<blockquote>{WORDS}</blockquote>"
    assert WORDS not in body_with(quote)
    assert WORDS in body_with(quote, keep=["blockquote"])


# --- properties

TEXTS = st.lists(
    st.tuples(st.sampled_from(["p", "h2", "blockquote", "aside", "div"]), st.sampled_from([WORDS, SAID, "Short."])),
    max_size=12,
)


@given(TEXTS)
def test_what_is_found_is_set_apart_and_stands_elsewhere(blocks: list[tuple[str, str]]) -> None:
    page = page_of("".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks))
    apart = {"blockquote", "aside"}
    for block, sources in pull_quotes(page).items():
        assert page.tags[page.elements[block]] in apart
        assert sources
        assert all(page.tags[page.elements[source]] in {"p", "div"} for source in sources)
        assert all(page.texts[block] in page.texts[source] for source in sources)


class Counted(list[str]):
    """A list that counts how often each item is read."""

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__(items)
        self.reads: Counter[int] = Counter()

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        places = range(len(self))[index]
        self.reads.update([places] if isinstance(places, int) else places)
        return super().__getitem__(index)


@pytest.mark.parametrize("count", [100, 1_000])
def test_no_text_is_read_more_than_a_few_times(count: int) -> None:
    page = page_of("".join(f"<blockquote>{n} {WORDS}</blockquote><p>So {n} {WORDS}.</p>" for n in range(count)))
    texts = Counted(page.texts)
    object.__setattr__(page, "texts", texts)
    assert pull_quotes(page)
    assert max(texts.reads.values()) <= 4
