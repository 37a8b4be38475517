"""Finds galleries: elements that show several images as one."""

from collections import Counter
from collections.abc import Sequence

from cleanpage.page.page import Page
from cleanpage.page.tokens import words_of
from cleanpage.rules.credits import GALLERY_WORDS

__all__ = ["gallery_elements"]

NAMES = GALLERY_WORDS | frozenset("gallery galleries slider slides swiper mosaic galerie galeria bildergalerie".split())
MAX_GALLERY_LEVELS = 6
PAGE_TAGS = frozenset(("html", "body", "main", "article"))


def gallery_elements(page: Page, images: Sequence[int]) -> dict[int, str]:
    """The outermost elements named after galleries that hold two or more of the images."""
    if len(images) < 2:
        return {}
    around: Counter[int] = Counter()
    for image in images:
        found, element = None, page.parents[image]
        for _ in range(MAX_GALLERY_LEVELS):
            if element < 0 or page.tags[element] in PAGE_TAGS:
                break
            if not NAMES.isdisjoint(words_of(page.attributes[element].get("class"))):
                found = element
            element = page.parents[element]
        if found is not None:
            around[found] += 1
    return {element: "gallery" for element, count in around.items() if count > 1}
