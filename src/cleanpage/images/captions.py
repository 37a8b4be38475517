"""Splits one caption text into caption and credit."""

import re

from cleanpage.rules.credits import AGENCIES, CREDIT_LABELS, CREDIT_SUFFIXES, NAME_PARTICLES

__all__ = ["MAX_LABELLED", "credit_of", "is_labelled", "names_agency", "split_credit", "split_labelled"]

# A credit is a few names.
MAX_CREDIT = 150
MAX_LABELLED = 120
"""Characters of a text that is nothing but a credit."""
# What is left of the words between the names, when an agency alone tells that they are a credit.
MAX_UNLABELLED = 80
# The name before a word like "reporter", in characters and in words.
MAX_NAME, MAX_NAME_WORDS = 40, 3
# What stands between a caption and its credit.
SEPARATORS = " |/–—-•·,;([（"
STRAY = " |–—-•·"
BRACKETS = ("(", "（", "[")
CLOSING = ")）]】"
BOUNDARIES = frozenset(".!?…:;,|/–—-•·([（)]）\"'”’»。！？、】」")
# Where a name at the end of a caption begins.
NAME_STARTS = re.compile(r"[.!?…。！？、,，（(\[【/|＝=]")
# What says of what year the right to a picture is, and that it is reserved.
RIGHTS = re.compile(r"(?:copyright|©|\(c\))\s?(?:©\s?)?\d{4}\b|all rights reserved", re.IGNORECASE)


def alternatives(bare: bool) -> str:
    """The labels with or without a colon, longest first, as a pattern."""
    words = sorted((word for row in CREDIT_LABELS if row.bare is bare for word in row.words), key=len, reverse=True)
    return "|".join(map(re.escape, words))


def unspaced(bare: bool) -> str:
    """The labels of scripts that set no space before a label, as a pattern."""
    rows = [row for row in CREDIT_LABELS if row.bare is bare]
    return "|".join(re.escape(word) for row in rows for word in row.words if word[0] >= "\u2460")


# No part of it can match in two ways, so that it takes linear time.
LABEL = re.compile(
    rf"(?<!\w)(?:(?P<bare>{alternatives(True)})(?!\w)|(?P<marked>{alternatives(False)})\s?(?:[:：…]|\.\.\.))\s?",
    re.IGNORECASE,
)
# A sign as the copyright's needs no space after it.
UNSPACED = re.compile(f"(?:{unspaced(True)}|(?:{unspaced(False)})[:：])", re.IGNORECASE)
BARE_LABELS = tuple(word.lower() for row in CREDIT_LABELS if row.bare for word in row.words)
SUFFIXES = tuple(word for row in CREDIT_SUFFIXES for word in row.words)


def split_credit(text: str) -> tuple[str, str]:
    """Caption and credit of a text that may hold both: `A boat. Photo: Ann Lee` gives `A boat.` and `Ann Lee`."""
    caption, credit = split_labelled(text)
    if credit:
        return caption, credit
    caption, credit = split_suffix(text)
    return (caption, credit) if credit else split_agency(text)


def split_labelled(text: str) -> tuple[str, str]:
    """As `split_credit`, where a word before the credit tells of it."""
    if not may_be_labelled(text):
        return text, ""
    for label in LABEL.finditer(text):
        rest = text[label.end() :]
        if rest.strip() and len(rest) <= MAX_CREDIT and is_label(text, label):
            return text[: label.start()].rstrip(SEPARATORS), credit_of(rest)
    sign = UNSPACED.search(text)
    if sign and 0 < len(text) - sign.end() <= MAX_CREDIT:
        return text[: sign.start()].rstrip(SEPARATORS), credit_of(text[sign.end() :])
    return text, ""


def is_labelled(text: str) -> bool:
    """Whether a text is nothing but a credit that says so."""
    if len(text) > MAX_LABELLED:
        return False
    caption, credit = split_credit(text)
    return bool(credit and not caption)


def may_be_labelled(text: str) -> bool:
    """Whether there is a colon, or a label that needs none: much quicker than `LABEL`, as most texts have neither."""
    if ":" in text or "：" in text or "…" in text or "..." in text:
        return True
    lowered = text.lower()
    return any(map(lowered.__contains__, BARE_LABELS))


def is_label(text: str, label: re.Match[str]) -> bool:
    """Whether a word that could be a label is one, by its capital letter, its place, and what follows."""
    before = text[: label.start()].rstrip()[-1:]
    apart = not before or before in BOUNDARIES
    if label["bare"] is None:
        return apart or label["marked"][0].isupper()
    word, follows = label["bare"], text[label.end() : label.end() + 1]
    named = word == "©" or not follows.isalpha() or follows == follows.upper()
    return named and (apart or word[0].isupper() or not word[0].isalpha())


def split_suffix(text: str) -> tuple[str, str]:
    """Caption and credit where a word after the name tells of it: `A boat. Ann Lee 摄`."""
    end = text.rstrip(" 。" + CLOSING)
    suffix = next((word for word in SUFFIXES if end.endswith(word)), None)
    if suffix is None:
        return text, ""
    end = end.removesuffix(suffix)
    start = max((mark.end() for mark in NAME_STARTS.finditer(end, max(0, len(end) - MAX_NAME))), default=0)
    if not start and len(end) > MAX_NAME:
        return text, ""
    name = end[start:].strip()
    if not is_name_before(name, suffix):
        return text, ""
    return end[:start].rstrip(SEPARATORS), name


def is_name_before(name: str, suffix: str) -> bool:
    """Whether what stands before a suffix can be a name: few words, no digits, no ending that the suffix spares."""
    row = next(row for row in CREDIT_SUFFIXES if suffix in row.words)
    return (
        bool(name)
        and name.count(" ") < MAX_NAME_WORDS
        and not any(map(str.isdigit, name))
        and not name.endswith(row.never_after)
    )


def split_agency(text: str) -> tuple[str, str]:
    """Caption and credit where only an agency, or names after a bar or a slash, tell of one."""
    if text.endswith((")", "）")):
        caption, bracket, credit = text.replace("（", "(").rpartition("(")
        credit = credit[:-1]
    else:
        caption, bracket, credit = text.rpartition(". ")
    if bracket and names_agency(credit):
        return text[: len(caption) + 1].rstrip(SEPARATORS), credit.strip(STRAY)
    for bar in (" | ", " / "):
        caption, bracket, credit = text.partition(bar)
        if bracket and caption and (is_names(credit) or (bar == " | " and names_agency(credit))):
            return caption.rstrip(SEPARATORS), credit.strip()
    return text, ""


def is_names(text: str) -> bool:
    """Whether a text is nothing but names: every word with a capital, but for particles as "von"."""
    words = text.split()
    return (
        0 < len(text) <= MAX_UNLABELLED
        and len(words) >= 2
        and all(word in NAME_PARTICLES or not word[0].isalpha() or word[0].isupper() for word in words)
        and any(word[0].isupper() for word in words)
        and not any(map(str.isdigit, text))
    )


def names_agency(text: str) -> bool:
    """Whether a few words hold the name of an agency, and so are a credit."""
    return len(text) <= MAX_UNLABELLED and not AGENCIES.isdisjoint(re.findall(r"\w+", text.lower()))


def credit_of(text: str) -> str:
    """The credit without "Credit…", "Photo:" and the like, however many of them, and without brackets around it."""
    text = text.strip(STRAY)
    while label := LABEL.match(text, int(text[:1] in BRACKETS) + int(text[1:2] == " " and text[:1] in BRACKETS)):
        if label.end() == len(text):
            break
        text = text[label.end() :].strip(STRAY)
    text = without_rights(text)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    if text.endswith((")", "）")) and not any(mark in text for mark in BRACKETS):
        text = text[:-1]
    return "" if is_only_label(text) else split_suffix(text)[1] or text.strip()


def without_rights(text: str) -> str:
    """A credit without the notice of rights after the name."""
    rights = RIGHTS.search(text)
    return text[: rights.start()].rstrip(SEPARATORS + ".") if rights and rights.start() else text


def is_only_label(text: str) -> bool:
    """Whether a label stands alone, its name missing."""
    label = LABEL.match(text)
    return label is not None and label.end() == len(text)
