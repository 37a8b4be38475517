"""Labels of blocks, from a gold text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.training.alignment import GRAM, align, tokens

FERRY = "The night ferry will sail twice a week from May, the harbour office said on Monday."
FARES = "Tickets cost four crowns for grown-ups, and children under six travel free of charge."
PIER = "A third sailing may follow in summer, if the old pier has been mended by then."
IMPRINT = "Our paper belongs to its readers, who meet every spring and elect an editor of their own."

SMALL = st.lists(st.sampled_from("a b c d e f".split()), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ferry, at 9!", ["the", "ferry", "at", "9"]),
        ("snake_case x-ray", ["snake", "case", "x", "ray"]),
        ("渡し船 2024年", ["渡", "し", "船", "2024年"]),
        ("뉴스", ["뉴", "스"]),
        ("— …", []),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert tokens(text) == found


def test_exact_copy() -> None:
    assert align([FERRY, FARES, PIER], "\n".join((FERRY, FARES, PIER))) == [1, 1, 1]


def test_boilerplate_gets_nothing() -> None:
    texts = ["Home", FERRY, "Print this page", FARES, IMPRINT, "© 1999"]
    assert align(texts, f"{FERRY}\n{FARES}") == [0, 1, 0, 1, 0, 0]


def test_nothing_to_align() -> None:
    assert align([], FERRY) == []
    assert align([FERRY, ""], "") == [0, 0]
    assert align(["", "—"], FERRY) == [0, 0]


def test_a_block_in_part() -> None:
    (share,) = align([f"{FERRY} {IMPRINT}"], FERRY)
    assert share == pytest.approx(len(tokens(FERRY)) / len(tokens(FERRY + " " + IMPRINT)), abs=0.06)


def test_a_gold_text_is_claimed_once() -> None:
    assert sorted(align([FERRY, FARES, FERRY], f"{FERRY}\n{FARES}")) == [0, 1, 1]
    assert align([FERRY, FERRY], f"{FERRY}\n{FERRY}") == [1, 1]
    assert sorted(align([FERRY] * 3, f"{FERRY}\n{FERRY}")) == [0, 1, 1]


def test_of_two_copies_the_one_among_its_neighbours_is_taken() -> None:
    assert align([PIER, IMPRINT, FERRY, FARES, PIER], f"{FERRY}\n{FARES}\n{PIER}") == [0, 0, 1, 1, 1]


def test_blocks_out_of_order() -> None:
    assert align([PIER, FERRY, FARES], f"{FERRY}\n{FARES}\n{PIER}") == [1, 1, 1]


def test_short_blocks_between_matched_ones() -> None:
    assert align([FERRY, "Fares", FARES, "Next year", PIER], f"{FERRY}\nFares\n{FARES}\nNext year\n{PIER}") == [1] * 5


def test_short_blocks_elsewhere_get_nothing() -> None:
    # The gold text has `Fares` between the two, the page has it in its menu and its footer.
    gold = f"{FERRY}\nFares\n{FARES}\n{PIER}"
    assert align([IMPRINT, FERRY, FARES, "Fares", PIER], gold) == [0, 1, 1, 0, 1]


def test_a_short_block_is_claimed_whole_or_not_at_all() -> None:
    assert align([FERRY, "Old fares", FARES], f"{FERRY}\nFares\n{FARES}") == [1, 0, 1]


def test_scripts_without_spaces() -> None:
    first, second, menu = "渡し船は九時に出て正午に戻ります。", "切符は四クローネです。", "会社概要と利用規約のご案内"
    assert align([menu, first, "運賃", second], f"{first}運賃{second}") == [0, 1, 1, 1]


def test_case_and_signs_do_not_count() -> None:
    assert align([FERRY.upper().replace(",", " – ")], FERRY) == [1]


def test_a_word_changed_within_a_block() -> None:
    (share,) = align([FERRY.replace("harbour", "port")], FERRY)
    assert share == pytest.approx((len(tokens(FERRY)) - 1) / len(tokens(FERRY)))


def test_a_word_put_in_moves_the_rest_off_the_diagonal() -> None:
    (share,) = align([FERRY.replace("will sail", "will at last sail")], FERRY)
    assert share == pytest.approx(len(tokens(FERRY)) / (len(tokens(FERRY)) + 2))


@given(st.lists(SMALL, max_size=8), st.lists(SMALL, max_size=8).map(" ".join))
def test_no_more_is_claimed_than_there_is(texts: list[str], gold: str) -> None:
    shares = align(texts, gold)
    assert len(shares) == len(texts)
    assert all(0 <= share <= 1 for share in shares)
    claimed = sum(share * len(tokens(text)) for share, text in zip(shares, texts, strict=True))
    assert claimed <= len(tokens(gold)) + 1e-6


@given(st.lists(SMALL, max_size=8), st.lists(SMALL, max_size=8).map(" ".join))
def test_words_that_the_gold_text_lacks_are_not_claimed(texts: list[str], gold: str) -> None:
    strange = [text.upper().translate(str.maketrans("ABCDEF", "UVWXYZ")) for text in texts]
    assert align(strange, gold) == [0] * len(texts)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6, unique=True))
def test_distinct_paragraphs_in_any_order_are_all_found(order: list[int]) -> None:
    paragraphs = [" ".join(f"w{number}x{word}" for word in range(GRAM + 4)) for number in range(6)]
    texts = [paragraphs[number] for number in order]
    assert align(texts, "\n".join(sorted(texts))) == [1] * len(texts)
