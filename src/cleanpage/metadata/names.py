"""Names of people out of bylines and author fields. Precision first: no name is better than a wrong one.

Patterns that ask for scripts or for letters of a case are `regex` ones; `re` is faster on those that most texts meet.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import regex

from cleanpage.article import Author
from cleanpage.metadata.claims import Claim, Source, folded
from cleanpage.metadata.dates.words import DateHints, find_dates
from cleanpage.rules.agencies import NEWS_AGENCIES
from cleanpage.rules.name_words import CREDENTIALS, NO_FIRST_WORDS, NOT_NAMES
from cleanpage.rules.phrases import (
    AND_WORDS,
    BETWEEN_NAMES,
    BYLINE_WORDS,
    CUT_WORDS,
    GLUED_BYLINE_WORDS,
    NEWSROOM_WORDS,
    OTHER_WORK,
    OTHER_WORK_ADVERBS,
    PICTURE_WORDS,
    PLACE_WORDS,
    PUBLISHED_WORDS,
    ROLE_SUFFIXES,
    ROLE_WORDS,
    UPDATED_WORDS,
)

__all__ = [
    "LABELS",
    "MAX_AUTHORS",
    "NAME_LIKE",
    "OPENING",
    "SPECIAL",
    "alternatives",
    "author_claim",
    "is_body",
    "names_in",
    "without_byline_words",
]

MAX_NAME = 100
"""Characters of a name; nothing longer is one."""
MAX_WORDS = 6
MAX_PART = 7
"""Words of a part of a byline above which most of them are capitalised, or the part describes somebody."""
MAX_AUTHORS = 50
MAX_OTHERS = 500
MAX_BYLINE = 2_000
"""Characters of a byline that are read."""


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, grouped by their first letters so that few of them are tried."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(group)})" for first, group in rests.items())


BYLINES = sorted({word for phrases in BYLINE_WORDS for word in phrases.words}, key=len, reverse=True)
BYLINE = re.compile(
    r"(?:" + alternatives(BYLINES) + r")(?:\s*[:：/／|●]\s*|\s+|(?<=[　・]))"
    rf"|(?-i:{'|'.join(GLUED_BYLINE_WORDS)})(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
BYLINE_SET = frozenset(BYLINES)
BYLINE_PHRASES = tuple(word for word in BYLINES if len(word.split()) > 1)
"""Those of several words, which stand before nothing but names."""
URL = re.compile(r"(?:https?:|www\.)\S+|(?:^|\s)[@/]\S+|\S{1,64}@\S{1,64}", re.IGNORECASE)
LABELS = frozenset(word for phrases in (*PUBLISHED_WORDS, *UPDATED_WORDS) for word in phrases.words)
"""What stands before dates."""
URL_SIGNS = "@/:."
"""Every URL and address has one of these."""
STRIPPED = " .:;,-–—+●•*|/\\\"“”'‘’«»《》「」<>[]［］【】()（）"
OTHERS = re.compile(rf"\W?\b(?:(?:{OTHER_WORK_ADVERBS}) )?(?:{OTHER_WORK})\s(?:by|on)\b.*", re.IGNORECASE | re.DOTALL)
"""Those who did something else than write, to the end of the text."""
BY_OR_ON = re.compile(r"\s(?:by|on)\b", re.IGNORECASE)
"""What every match of `OTHERS` holds."""
MARKS = regex.compile(r"(?<=\p{L})[\p{Nd}\p{No}*†‡§]+$")
"""Footnote marks after a name."""
REPORTER = re.compile(rf"(?<!\s)\s*(?:{alternatives(sorted(ROLE_SUFFIXES, key=len, reverse=True))})$")
# Here and below, a run of white space is tried from its start alone: otherwise a long one costs quadratic time.
SEPARATOR = re.compile(r"(?<!\s)\s*[,;、，；\n•·‧⋅∙|/／＆»]\s*|(?<!\s)\s+[-–—]+\s+|[,;、，；\n•·‧⋅∙|/／＆»]\s*")
WORD = re.compile(r"[^\W\d_]")
PARENTHESES = regex.compile(
    r"(?<!\w )[(（\[【<][^()（）\[\]【】<>]{0,200}[)）\]】>]|[(（\[【<][^()（）\[\]【】<>]{0,200}[)）\]】>](?! \p{Lu})"
)
"""Parentheses, but for those within a name: "Ann (Annie) Lee"."""
PICTURES = re.compile(rf"[(（](?:{alternatives(sorted(PICTURE_WORDS))})\w{{0,10}}[)）]", re.IGNORECASE)
"""What stands behind the names of those who made the pictures."""
OPENING = "(（[【<"
DIGIT = re.compile(r"\d")
NO_NAME = re.compile(
    r"https?:|www\.|@|[{}<>=#*_\\^~%$]|: |\.(?:com|org|net|de|fr|html?|php)\b|^\d|\s\d|\d{3}.{0,300}\s|\s.{0,300}\d{3}",
    re.IGNORECASE,
)
CJK = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
PLAIN = re.compile(r"[A-Z][a-z]{1,30} (?:[A-Z][a-z]{1,30} )?[A-Z][a-z]{1,30}")
"""A name that nothing has to be done to, if no word of it means something in bylines."""
NAME_LIKE = re.compile(r"[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){1,3}")
"""What may be the name of a person by its form: two to four words without figures at their start."""
SPECIAL = frozenset(
    {
        *AND_WORDS,
        *CUT_WORDS,
        *ROLE_WORDS,
        *NEWSROOM_WORDS,
        *NEWS_AGENCIES,
        *CREDENTIALS,
        *NO_FIRST_WORDS,
        *(word for phrase in (*BYLINES, *LABELS, *NOT_NAMES) for word in phrase.split()),
        "by",
        "on",
    }
)
"""Words of bylines that stand beside names."""
AND = re.compile(
    r"(?<!\s)\s+(" + "|".join(re.escape(word) for word in sorted(AND_WORDS, key=len, reverse=True)) + r")\s+",
    re.IGNORECASE,
)


def author_claim(
    people: Iterable[tuple[str, str | None]],
    source: Source,
    path: str,
    absolute: Callable[[str | None], str | None],
    elements: tuple[int, ...] = (),
    note: str = "",
) -> Iterator[Claim]:
    """The claim that `people`, pairs of a text and a URL, are the authors; none where no text holds a name."""
    authors: dict[str, Author] = {}
    raws = []
    for raw, url in islice(people, MAX_AUTHORS):
        names = names_in(raw)
        raws.append(raw)
        for name in names:
            if len(authors) < MAX_AUTHORS and name.casefold() not in authors:
                authors[name.casefold()] = Author(name=name, url=absolute(url) if len(names) == 1 else None)
    if authors:
        yield Claim("authors", tuple(authors.values()), folded(", ".join(raws)), source, path, elements, note)


@lru_cache(maxsize=1_024)
def names_in(raw: str) -> tuple[str, ...]:
    """The names in a byline or an author field, in order, without roles, places, dates and addresses."""
    return (raw,) if is_plain(raw) else read_names(raw)


def is_plain(raw: str) -> bool:
    """Whether `raw` is a name of two or three words that `read_names` would leave as it is."""
    return PLAIN.fullmatch(raw) is not None and SPECIAL.isdisjoint(raw.lower().split())


def read_names(raw: str) -> tuple[str, ...]:
    """The same for texts of any kind."""
    text = "\n".join(" ".join(line.split()) for line in html.unescape(raw[:MAX_BYLINE]).splitlines())
    text = (URL.sub("\n", text) if any(sign in text for sign in URL_SIGNS) else text).strip()
    text = text[1:-1] if text[:1] in "[［【《" and len(text) > 2 else text
    if any(sign in text for sign in OPENING):
        text = PARENTHESES.sub(" ", PICTURES.sub("#", text))  # a sign that no name has
    text = without_byline_words(without_dates(text))
    text = OTHERS.sub("", text) if len(text) <= MAX_OTHERS and BY_OR_ON.search(text) else text
    found: list[str] = []
    for part in SEPARATOR.split(text):
        part = ended(part.rstrip("*†‡ "))
        credentials = part.lower().split()
        if found and credentials and all(word in CREDENTIALS for word in credentials):
            found[-1] = f"{found[-1]}, {part.strip()}"
            continue
        if len(credentials) > MAX_PART and not mostly_capitalised(part):
            continue
        if found and credentials and credentials[0] in PLACE_WORDS:
            break
        pieces = split_at_and(without_byline_words(part.strip()))
        names = [name_of(piece) for piece in pieces]
        if names[0]:  # else it is what somebody does: "Head of Sales and New Markets"
            found += filter(None, names)
    return tuple(precise(list(dict.fromkeys(found))))


def ended(part: str) -> str:
    """A part of a byline without the full stop of its sentence, which is none of a degree: "DVM.", but "Ph.D."."""
    last = part.split(" ")[-1].lower()
    return part[:-1] if last.endswith(".") and last not in CREDENTIALS and last[:-1] in CREDENTIALS else part


def without_dates(text: str) -> str:
    """`text` with a line break for each date, with its time of day."""
    if not DIGIT.search(text):
        return text
    for found in reversed(list(find_dates(text, DateHints()))):
        text = f"{text[: found.start]}\n{text[found.end :]}"
    return text


def without_byline_words(text: str) -> str:
    """`text` without "By", "Von" and the like at its start."""
    for _ in range(3):
        match = BYLINE.match(text)
        if not match:
            break
        text = text[match.end() :].lstrip(" :：-–—|")
    return text


def split_at_and(text: str) -> list[str]:
    """Cut at "and" in any language, if what stands on either side may be a name of its own."""
    parts = AND.split(text)
    first, _, rest = parts[0].partition(" ")
    pieces = [rest if rest and first.lower() in BETWEEN_NAMES else parts[0]]  # of a list: "A, B, and C"
    for word, right in zip(parts[1::2], parts[2::2], strict=True):
        left_words, right_words = len(pieces[-1].split()), len(right.split())
        if min(left_words, right_words) >= 2 or (word.lower() in BETWEEN_NAMES and left_words == right_words):
            pieces.append(right)
        else:
            pieces[-1] = f"{pieces[-1]} {word} {right}"
    return pieces


def name_of(part: str) -> str | None:
    """The name in one part of a byline, or None."""
    words = part.lstrip("&").split()
    for at, word in enumerate(words):
        if at and is_end(words[:at], word.lower().strip(":")):
            words = words[:at]
            break
    name = " ".join(words).strip(STRIPPED)
    if part.rstrip().endswith(("Jr.", "Sr.")):
        name += "."
    if " " in name:
        name = MARKS.sub("", name)
    name = REPORTER.sub("", name).strip()
    return proper_case(name) if is_name(name) else None


def is_end(before: Sequence[str], word: str) -> bool:
    """Whether a name that begins with the words `before` ends before `word`: with a place, a date or a role."""
    if word in PLACE_WORDS:
        return True
    if len(before) < 2 or word in NEWSROOM_WORDS:
        return False
    return word in CUT_WORDS or (word in ROLE_WORDS and not any(own.lower() in NEWSROOM_WORDS for own in before))


def is_name(name: str) -> bool:
    """Whether `name` may be that of a person or a body."""
    lowered = name.casefold()
    words = lowered.split()
    if len(name) < 2 or not words or len(name) > MAX_NAME or len(words) > MAX_WORDS or lowered in NOT_NAMES:
        return False
    plain = name if " " in name else name.replace("_", "")  # as names of users have it
    if not WORD.search(name) or NO_NAME.search(plain) or name[-1] in "?!…":
        return False
    if CJK.search(name):
        return len(name) <= 24
    if all(word in ROLE_WORDS for word in words) or words[0].strip(":") in LABELS or lowered in BYLINE_SET:
        return False
    if len(words) > 1 and (words[0] in NO_FIRST_WORDS or words[-1] == "of" or is_role(name)):
        return False
    return len(words) == 1 or mostly_capitalised(name)


def is_role(text: str) -> bool:
    """Whether a text says what somebody does, and is not the name of a body: "Marketing Manager"."""
    words = text.casefold().split()
    return any(word in ROLE_WORDS for word in words) and not any(word in NEWSROOM_WORDS for word in words)


def mostly_capitalised(name: str) -> bool:
    """Whether at least half of the words begin upper-case, or the script has no case."""
    words = name.split()
    lower = sum(word[0].islower() for word in words)
    return lower * 2 <= len(words)


def is_body(name: str) -> bool:
    """Whether a name is that of an agency, a newsroom or another body, and not of a person."""
    words = name.casefold().replace(",", " ").split()
    return any(word in NEWS_AGENCIES or word in NEWSROOM_WORDS for word in words)


def precise(names: list[str]) -> list[str]:
    """Without bodies and single words (places, roles) where fuller names stand beside them."""
    people = [name for name in names if not is_body(name)]
    kept = people or names
    full = [name for name in kept if len(name.split()) > 1 or CJK.search(name)]
    return full or kept


def proper_case(name: str) -> str:
    """`name` in mixed case where the page shouts it."""
    words = name.split()
    if not name.isupper() or len(words) < 2 or is_body(name):
        return name
    return " ".join("-".join(capitalised(part) for part in word.split("-")) for word in words)


def capitalised(word: str) -> str:
    """One upper-case word of a name in mixed case; initials stay."""
    if len(word) <= 2 or "." in word:
        return word
    for prefix in ("O'", "O’", "D'", "D’", "MC"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return prefix.capitalize() + word[len(prefix) :].capitalize()
    return word.capitalize()
