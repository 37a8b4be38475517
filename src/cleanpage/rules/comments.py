"""How pages mark comments of readers: words of classes and ids, and properties of schema.org.

`tests/assembly/test_comments.py` walks the words with a case each.
"""

__all__ = [
    "AUTHOR_PROPERTIES",
    "AUTHOR_WORDS",
    "COMMENT_TYPES",
    "COMMENT_WORDS",
    "DATE_WORDS",
    "INNER_WORDS",
    "PART_WORDS",
    "STEERING_WORDS",
    "TIME_ATTRIBUTES",
]

COMMENT_TYPES = ("schema.org/Comment", "schema.org/UserComments")
"""Ends of `itemtype` on a comment."""

COMMENT_WORDS = frozenset("comment kommentar commentaire comentario commento reactie komentarz komentar".split())
"""Words of a class or an id on one comment; in the plural they are on the list."""

INNER_WORDS = frozenset("article body content text".split())
"""Words beside these on the text of a comment: on the comment itself where nothing else is."""

PART_WORDS = INNER_WORDS | frozenset(
    "action actions add area author avatar badge bar box btn button closed count counter date disabled editor empty "
    "field follow footer form head header heading icon info input label link list login meta metadata nav navigation "
    "notice number pagination policy rating reply respond rules section status subject time title toggle total vote "
    "wrap wrapper write".split()
)
"""Words beside these on a part of a comment, or on what surrounds comments."""

AUTHOR_PROPERTIES = frozenset(("author", "creator", "name"))
"""Values of `itemprop` on the author of a comment."""

AUTHOR_WORDS = frozenset("author commenter fn name nick nickname user username autor auteur".split())
"""Words of a class on the author of a comment."""

DATE_WORDS = frozenset("date datetime time timestamp published ago datum fecha".split())
"""Words of a class on the time of a comment."""

TIME_ATTRIBUTES = tuple(
    "datetime content data-datetime data-timestamp data-time data-date data-utime data-epoch data-unixtime data-unix "
    "data-created data-published".split()
)
"""Attributes that hold the time of a comment, or of an entry of a live blog, in a form for machines."""

STEERING_WORDS = frozenset(
    "action actions avatar badge controls edit flag footer like likes meta metadata permalink report reply share tools "
    "vote votes".split()
)
"""Words of a class on what is no part of what a comment says."""
