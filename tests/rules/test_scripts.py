"""The scripts of words."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages

import pytest
import regex

from cleanpage import rules
from cleanpage.rules import scripts

MODULES = tuple(info.name for info in walk_packages(rules.__path__, "cleanpage.rules."))
WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
SCRIPTS = (
    "Latin Cyrillic Greek Armenian Georgian Hebrew Arabic Ethiopic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil "
    "Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer"
).split()
ONE_SCRIPT = regex.compile(
    r"(?:[\p{Han}\p{Hiragana}\p{Katakana}ー]+|\p{Hangul}+|[\p{Han}\p{Hangul}]+"
    + "".join(rf"|[\p{{{script}}}\p{{M}}]+" for script in SCRIPTS)
    + ")"
)


def strings(value: object) -> Iterator[str]:
    """All strings in a constant."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list, Set)):
        for part in value:
            yield from strings(part)
    elif isinstance(value, Mapping):
        yield from strings((*value, *value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from strings([getattr(value, field.name) for field in fields(value)])
    elif isinstance(pattern := getattr(value, "pattern", None), str):
        yield pattern


def test_a_word_of_two_scripts_is_seen() -> None:
    assert ONE_SCRIPT.fullmatch("ria")
    assert ONE_SCRIPT.fullmatch("риа")
    assert ONE_SCRIPT.fullmatch("連絡する")
    assert not ONE_SCRIPT.fullmatch("ri\u0430")


@pytest.mark.parametrize("name", MODULES)
def test_no_word_mixes_scripts(name: str) -> None:
    found = {text for key, value in vars(import_module(name)).items() if key.isupper() for text in strings(value)}
    assert [word for text in found for word in WORD.findall(text) if not ONE_SCRIPT.fullmatch(word)] == []


@pytest.mark.parametrize("text", ["漢字", "々〇", "ひらがな", "カタカナー", "ไทยที่", "ລາວ", "ខ្មែរ", "မြန်မာ", "𠮷"])
def test_scripts_without_spaces(text: str) -> None:
    assert regex.fullmatch(f"[{scripts.UNSPACED}]+", text)


@pytest.mark.parametrize("text", ["한국어", "Ελλάδα", "שלום", "، "])
def test_scripts_with_spaces(text: str) -> None:
    assert not regex.search(f"[{scripts.UNSPACED}]", text)


@pytest.mark.parametrize("text", ["שלום", "سلام", "ܫܠܡܐ", "ދިވެހި", "ߒߞߏ", "𞤀𞤣𞤤𞤢𞤥"])
def test_letters_from_right_to_left(text: str) -> None:
    letters = [letter for letter in text if letter.isalpha()]
    assert regex.findall(scripts.RIGHT_TO_LEFT, f"{text} abc 12 ٣ ،") == letters
