import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleanpage.metadata.claims import Source
from cleanpage.metadata.names import BYLINES, LABELS, MAX_AUTHORS, author_claim, is_plain, names_in, read_names
from cleanpage.rules import name_words


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("By Mira Holm, Tove Lind and Ida Berg", ("Mira Holm", "Tove Lind", "Ida Berg")),
        ("ByMira Holm", ("Mira Holm",)),
        ("Von Mira Holm und Tove Lind, dpa", ("Mira Holm", "Tove Lind")),
        ("Por Juan Pérez y María López", ("Juan Pérez", "María López")),
        ("MIRA HOLM and TOVE O'BRIEN-MCCOY", ("Mira Holm", "Tove O'Brien-McCoy")),
        ("J. R. HOLM", ("J. R. Holm",)),
        ("Mira Holm, MD, PhD", ("Mira Holm, MD, PhD",)),
        ("By Mira Holm Jr.", ("Mira Holm Jr.",)),
        ("Mira Holm, Political Editor", ("Mira Holm",)),
        ("by Mira Holm » Tue", ("Mira Holm",)),
        ("By: Mira Holm, Trial Attorney", ("Mira Holm",)),
        ("on", ()),
        ("Mira Holm in Berlin", ("Mira Holm",)),
        ("Holm on Friday", ("Holm",)),
        ("Autorin: Mira Holm am 5. März 2024", ("Mira Holm",)),
        ("Holm, in News, Ports", ("Holm",)),
        ("& Mira Holm Writer, Harbours", ("Mira Holm",)),
        ("Mira Holm Senior Reporter", ("Mira Holm",)),
        ("Mira Holm Dec 4, 2025 ∙ Paid", ("Mira Holm",)),
        ("Mira (Mimi) Holm", ("Mira (Mimi) Holm",)),
        ("Mira (Mimi) Åberg", ("Mira (Mimi) Åberg",)),
        ("Mira Holm⁵", ("Mira Holm",)),
        ("𠮷田花子", ("𠮷田花子",)),
        ("Mira Holm, MD*", ("Mira Holm, MD",)),
        ("By Mira Holm, DVM. Reviewed by Tove Lind, DVM", ("Mira Holm, DVM",)),
        ("Mira Holm, Ph.D.", ("Mira Holm, Ph.D.",)),
        ("Mira Holm, Head of Harbours and New Markets", ("Mira Holm",)),
        ("Mira Holm, Harbour Editor and Host of the Evening", ("Mira Holm",)),
        ("Mira Holm, Tove Lind, and Ida Berg", ("Mira Holm", "Tove Lind", "Ida Berg")),
        ("Mira Holm (reporting) and Tove Lind (photography)", ("Mira Holm",)),
        ("mira_holm", ("mira_holm",)),
        ("Mr_Holm76", ("Mr_Holm76",)),
        ("Mira Holm, a lecturer of the history of bridges and of the sea", ("Mira Holm",)),
        ("BR24 Redaktion", ("BR24 Redaktion",)),
        ("文● 山田太郎", ("山田太郎",)),
        ("Mira Holm (Reuters)", ("Mira Holm",)),
        ("Mira Holm | June 3, 2020 9:30 am", ("Mira Holm",)),
        ("Mira Holm\nReviewed by Tove Lind, MD", ("Mira Holm",)),
        ("Mira Holm12", ("Mira Holm",)),
        ("Ida &amp; Tove", ("Ida", "Tove")),
        ("作者：张三", ("张三",)),
        ("【山田太郎，編集】", ("山田太郎", "編集")),
        ("山田太郎 記者", ("山田太郎",)),
        ("Reuters", ("Reuters",)),
        ("Interview: Mira Holm", ("Mira Holm",)),
        ("Harbour Post", ("Harbour Post",)),
        ("Mira Holm, Harbour Post", ("Mira Holm",)),
        ("Mira Holm / Küstenstädter Nachrichten", ("Mira Holm",)),
        ("Holm76", ("Holm76",)),
        ("Prince and the Revolution Band", ("Prince and the Revolution Band",)),
    ],
)
def test_names(raw: str, names: tuple[str, ...]) -> None:
    assert names_in(raw) == names


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Staff",
        "Staff Writer",
        "admin",
        "https://social.example/mira",
        "@mira",
        "mira@mail.example",
        "5 min",
        "Visit the harbour shop",
        "Read More",
        "Key Takeaways",
        "Das Wichtigste in Kürze",
        "Donnerstag",
        "Sendung: Harbour Radio",
        "By",
        "Head of",
        "mira_holm of the_harbour",
        "__",
        "Published on",
        "Is this a name?",
        "a long line of words that no one would take for a name at all",
        "x" * 101,
        "...",
    ],
)
def test_no_names(raw: str) -> None:
    assert names_in(raw) == ()


def test_urls_go_with_single_names() -> None:
    people = [("Mira Holm", "/mira"), ("Tove Lind and Ida Berg", "/both"), ("mira holm", "/again")]
    (claim,) = author_claim(people, Source.META, "author", lambda url: f"https://a.example{url}" if url else None)
    assert isinstance(claim.value, tuple)
    assert [(a.name, a.url) for a in claim.value if not isinstance(a, str)] == [
        ("Mira Holm", "https://a.example/mira"),
        ("Tove Lind", None),
        ("Ida Berg", None),
    ]


def test_the_number_of_authors_is_bounded() -> None:
    people = [(f"Mira Holm{chr(97 + at % 26)}{chr(97 + at // 26)}", None) for at in range(500)]
    (claim,) = author_claim(people, Source.META, "author", lambda url: url)
    assert isinstance(claim.value, tuple)
    assert len(claim.value) == MAX_AUTHORS


@given(st.text(max_size=400))
@example("and " * 100)
@example("By " * 100)
@example("İ and İ")
def test_names_are_never_empty_or_long(text: str) -> None:
    for name in names_in(text):
        assert 0 < len(name.strip()) <= 130


RULE_WORDS = sorted(
    {
        word.title()
        for words in (BYLINES, LABELS, *(getattr(name_words, name) for name in name_words.__all__))
        for phrase in words
        for word in phrase.split()
    }
)
NAME_WORDS = st.one_of(st.from_regex(r"[A-Z][a-z]{1,12}", fullmatch=True), st.sampled_from(RULE_WORDS))


@given(st.lists(NAME_WORDS, min_size=2, max_size=3).map(" ".join))
@example("Mira Holm")
def test_a_plain_name_is_what_reading_it_in_full_gives(raw: str) -> None:
    if is_plain(raw):
        assert read_names(raw) == (raw,)


@pytest.mark.parametrize("raw", ["Mira Holm", "Mira Anna Holm"])
def test_plain_names(raw: str) -> None:
    assert is_plain(raw)


@pytest.mark.parametrize(
    "raw", ["Von Holm", "Mira Editor", "By Mira Holm", "Mira", "MIRA HOLM", "Mira Holm\n", "Mira Áhlm"]
)
def test_names_that_are_not_plain(raw: str) -> None:
    assert not is_plain(raw)
