"""How pages name what stands in or under an article and is no part of its text: boxes of facts, comments of readers.

`tests/selection/test_side_matter.py` walks the names with a case each.
"""

__all__ = ["AREA_WORDS", "BOX_NAMES", "COMMENTS_WORDS"]

BOX_NAMES = frozenset(
    "factbox factsbox infobox infosbox faktabox faktaboks faktaruta faktenbox faktenkasten infoboks inforuta "
    "infokasten infokader".split()
)
"""Words of a class, an id or a custom element, two words of kebab-case or camelCase spelled together.

In the corpora such boxes stand on 20 pages that were taken for articles, and hold none of the gold's text but for one
table of facts.
"""

COMMENTS_WORDS = frozenset(
    "comment comments commentaires commenti comentarios kommentare kommentarer komentarze komentare reacties".split()
)
"""Words of a class or an id on comments of readers. Only in English is the singular none of an opinion piece too.

On the pages of the corpora that were taken for articles and had such elements in their body, none of these was gold.
"""

AREA_WORDS = frozenset(
    "area block body box child children container content group holder inner item list main module parent post region "
    "replies reply respond section template text thread threads tree user users widget wrap wrapper".split()
)
"""Words beside these on the elements around them; `comments-open` and the like stand on articles."""
