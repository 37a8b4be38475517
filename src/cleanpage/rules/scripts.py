"""Scripts, as classes of characters for patterns, and which engine a pattern uses.

A pattern uses `re` unless it needs properties of Unicode: on the same class of characters `regex` takes two to six
times as long, and its import takes 20 ms. So `re` does what every page runs through: the tokens of
`cleanpage.page.tokens`, which the weights were learned with, `CJK` below, the word counts of
`cleanpage.article.length`. `regex` does what needs a script, a direction or a grapheme cluster: names of people, the
direction of a page that declares none, and what is shown or compared.

No pattern comes from users, so none needs a time limit; `tests/test_patterns.py` holds that all but `GRAPHEME` take
linear time.
"""

__all__ = ["CJK", "GRAPHEME", "RIGHT_TO_LEFT", "SINGLE_CHARACTER_WORDS", "UNSPACED"]

CJK = "[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
"""For `re`: a Chinese or Japanese character, punctuation and full-width forms included."""

SINGLE_CHARACTER_WORDS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""For `re`, within a class: kana, Chinese characters and Hangul, each of which counts as a word."""

RIGHT_TO_LEFT = r"(?=\p{L})[\p{Bidi_Class=R}\p{Bidi_Class=AL}]"
"""For `regex`: a letter of a script that is written from right to left."""

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""For `regex`, within a class: characters of scripts that set no spaces between words."""

GRAPHEME = r"\X"
"""For `regex`: what a reader takes for one character, such as a letter with its accents or a flag. Quadratic in a run
of flags: search no more than a line with it."""
