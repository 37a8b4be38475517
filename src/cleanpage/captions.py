"""The text of a caption, told apart into caption and credit."""

import re

from cleanpage.rules.credits import AGENCIES, CREDIT_LABELS

__all__ = ["credit_of", "names_agency", "split_credit"]

# A credit is a few names.
MAX_CREDIT = 150
# What is left of the words between the names, when an agency alone tells that they are a credit.
MAX_UNLABELLED = 80
# What stands between a caption and its credit.
SEPARATORS = " |/–—-•·,;([（"
STRAY = " |–—-•·"
BRACKETS = ("(", "（", "[")
BOUNDARIES = frozenset(".!?…:;,|/–—-•·([（)]）\"'”’»")


def alternatives(bare: bool) -> str:
    """The labels with or without a colon, longest first, as a pattern."""
    words = sorted((word for row in CREDIT_LABELS if row.bare is bare for word in row.words), key=len, reverse=True)
    return "|".join(map(re.escape, words))


# No part of it can match in two ways, so that it takes linear time.
LABEL = re.compile(
    rf"(?<!\w)(?:(?P<bare>{alternatives(True)})(?!\w)|(?P<marked>{alternatives(False)})\s?(?:[:：…]|\.\.\.))\s?",
    re.IGNORECASE,
)
# Japanese, for one, sets no space before a label.
UNSPACED = re.compile(
    "(?:" + "|".join(word for row in CREDIT_LABELS for word in row.words if word[0] >= "\u3000") + ")[:：]"
)


def split_credit(text: str) -> tuple[str, str]:
    """Caption and credit of a text that may hold both: `A boat. Photo: Ann Lee` gives `A boat.` and `Ann Lee`."""
    for label in LABEL.finditer(text):
        rest = text[label.end() :]
        if rest.strip() and len(rest) <= MAX_CREDIT and is_label(text, label):
            return text[: label.start()].rstrip(SEPARATORS), credit_of(rest)
    unspaced = UNSPACED.search(text)
    if unspaced and 0 < len(text) - unspaced.end() <= MAX_CREDIT:
        return text[: unspaced.start()].rstrip(SEPARATORS), credit_of(text[unspaced.end() :])
    return split_agency(text)


def is_label(text: str, label: re.Match[str]) -> bool:
    """Whether a word that could be a label is one, by its capital letter, its place, and what follows."""
    before = text[: label.start()].rstrip()[-1:]
    apart = not before or before in BOUNDARIES
    if label["bare"] is None:
        return apart or label["marked"][0].isupper()
    word, follows = label["bare"], text[label.end() : label.end() + 1]
    named = not follows.isalpha() or follows == follows.upper()
    return named and (apart or word[0].isupper() or not word[0].isalpha())


def split_agency(text: str) -> tuple[str, str]:
    """Caption and credit where only an agency tells of one, in brackets or after the last sentence."""
    if text.endswith(")"):
        caption, bracket, credit = text.rpartition("(")
        credit = credit.removesuffix(")")
    else:
        caption, bracket, credit = text.rpartition(". ")
    if bracket and names_agency(credit):
        return (caption + bracket).rstrip(SEPARATORS), credit.strip()
    return text, ""


def names_agency(text: str) -> bool:
    """Whether a few words hold the name of an agency, and so are a credit."""
    return len(text) <= MAX_UNLABELLED and not AGENCIES.isdisjoint(re.findall(r"\w+", text.lower()))


def credit_of(text: str) -> str:
    """The credit without "Credit…", "Photo:" and the like, however many of them, and without brackets around it."""
    text = text.strip(STRAY)
    while label := LABEL.match(text, int(text[:1] in BRACKETS)):
        if label.end() == len(text) or not is_label(text, label):
            break
        text = text[label.end() :].strip(STRAY)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    if text.endswith((")", "）")) and not any(mark in text for mark in BRACKETS):
        text = text[:-1]
    return "" if is_only_label(text) else text.strip()


def is_only_label(text: str) -> bool:
    """Whether a label stands alone, its name missing."""
    label = LABEL.match(text)
    return label is not None and label.end() == len(text)
