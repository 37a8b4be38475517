"""Picks the best source of an image, and tells whether two URLs show the same picture."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from cleanpage.page.page import Attributes, Page
from cleanpage.page.urls import absolute_url

__all__ = ["best_source", "largest", "same_file", "same_picture"]

# Where lazy loaders keep the source that counts, best first. Others are known by how their names end.
SOURCE_ATTRIBUTES = ("data-src", "data-lazy-src", "data-original", "data-url", "data-hi-res-src", "src")
SOURCE_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# The words of a file name that tell the size or the cut of a copy, not the picture.
SIZES = re.compile(r"(?<![a-z0-9])(?:\d{2,4}x\d{2,4}|[whq]\d{1,4}|\d{1,2}x\d{1,2}|scaled|[a-z]{3,4}$)(?![a-z0-9])")
NAMES = re.compile(r"[a-z0-9]+")
DATE = re.compile(r"(?:19|20)\d{6}")
# File names and numbers shorter than this, in characters, are shared by different pictures.
MIN_NAME, MIN_NUMBER = 6, 7
# So long a file name, or one with so many digits, is that of one picture, whatever the numbers before it.
MIN_OWN_NAME, MIN_DIGITS = 16, 3
# Longer URLs are compared by their ends.
MAX_URL = 1_000


def best_source(page: Page, image: int, base: str | None) -> str | None:
    """Absolute URL of the largest source that the page offers."""
    for attributes in candidates(page, image):
        for name in SOURCE_SETS:
            if (value := attributes.get(name)) and (url := absolute_url(largest(value), base)):
                return url
        for name in SOURCE_ATTRIBUTES:
            if (value := attributes.get(name)) and (url := absolute_url(value, base)):
                return url
        for name, value in attributes.items():
            if value and name.startswith("data-") and name.endswith(("srcset", "src")):
                url = absolute_url(largest(value) if name.endswith("set") else value, base)
                if url:
                    return url
    return None


def candidates(page: Page, image: int) -> Iterator[Attributes]:
    """Attributes of the image, then of the sources of its `picture`."""
    yield page.attributes[image]
    parent = page.parents[image]
    while parent >= 0 and page.tags[parent] == "source":
        # Some close `source`, which has no end tag: the next element is then read as its child.
        parent = page.parents[parent]
    if parent >= 0 and page.tags[parent] == "picture":
        yield from (page.attributes[e] for e in range(parent + 1, image) if page.tags[e] == "source")


def largest(srcset: str) -> str | None:
    """The source with the greatest width or density of a `srcset` (HTML Standard, section 4.8.4.2.1)."""
    best, size = None, -1.0
    url = following = ""
    for token in [*srcset.split(), ","]:
        if not url:
            # A URL may hold commas, but does not end in one.
            url, rest = token.strip(","), "1x" if token.endswith(",") else None
        else:
            descriptor, _, following = token.partition(",")
            rest = descriptor or "1x"
            following = following.strip(",")
        if not url or rest is None:
            continue
        value = density(rest)
        if value > size and not url.startswith("data:"):
            best, size = url, value
        url = "" if token.endswith(",") else following
    return best


def density(descriptor: str) -> float:
    """The number of a width or density descriptor; 1 for one that makes no sense."""
    number = descriptor.rstrip("wxh")
    return float(number) if number.replace(".", "", 1).isdecimal() and number.isascii() and len(number) < 10 else 1.0


def same_picture(first: str, second: str) -> bool:
    """Whether two URLs name the same picture, in whatever size, cut or format.

    They do if their file names are the same but for sizes, or if the first long number in both is the same: image
    servers name pictures by number.
    """
    if first == second:
        return True
    name, other_name = picture_name(first[-MAX_URL:]), picture_name(second[-MAX_URL:])
    if name == other_name and (len(name) >= MIN_OWN_NAME or sum(map(str.isdigit, name)) >= MIN_DIGITS):
        return True
    number, other_number = picture_number(first[-MAX_URL:]), picture_number(second[-MAX_URL:])
    if number and other_number:
        return number == other_number
    return name == other_name and len(name) >= MIN_NAME


def same_file(first: str, second: str) -> bool:
    """Whether two URLs name the same file, in whatever size or format; stricter than `same_picture`."""
    if first == second:
        return True
    first, second = first[-MAX_URL:], second[-MAX_URL:]
    name = picture_name(first)
    same_name = len(name) >= MIN_NAME and name == picture_name(second)
    return same_name and picture_number(first) == picture_number(second)


@lru_cache(maxsize=1_024)
def picture_name(url: str) -> str:
    """The file name of a URL, or of the URL inside it, without sizes."""
    return " ".join(NAMES.findall(SIZES.sub(" ", picture_path(url).rpartition("/")[2])))


def picture_number(url: str) -> str:
    """The first long number in the path of a URL, or of the URL inside it, that is no size; empty if there is none."""
    return next((word for word in NAMES.findall(SIZES.sub(" ", picture_path(url))) if is_number(word)), "")


def picture_path(url: str) -> str:
    """The path of a URL, or of the URL inside it, in lower case."""
    plain = unquote(unquote(url)) if "%" in url else url
    return plain.rpartition("://")[2].partition("?")[0].lower().rstrip("/").partition("/")[2]


def is_number(word: str) -> bool:
    """Whether a word of a URL can be the number of a picture: long, with several digits, and no date."""
    return len(word) >= MIN_NUMBER and sum(map(str.isdigit, word)) >= MIN_DIGITS and not DATE.fullmatch(word)
