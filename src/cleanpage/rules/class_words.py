"""Words of class names and identifiers, with a few attributes of the same meaning: what they say an element holds.

One table a meaning; what a place adds to a meaning is a union with it. Words are whole words of a name, as
`page.tokens.words_of` splits it (`StoryBody` is `story` and `body`); `NAME_PARTS` are parts of names, as
`metadata.class_cues` finds them. Tests of the modules that read the tables walk them with a case each.
"""

from collections.abc import Mapping

__all__ = [
    "AUTHOR_BOX_WORDS",
    "AUTHOR_WORDS",
    "BOX_NAMES",
    "CAPTION_ATTRIBUTES",
    "CAPTION_WORDS",
    "COMMENTS_AREA_WORDS",
    "COMMENTS_WORDS",
    "COMMENT_AUTHOR_PROPERTIES",
    "COMMENT_AUTHOR_WORDS",
    "COMMENT_DATE_WORDS",
    "COMMENT_INNER_WORDS",
    "COMMENT_PART_WORDS",
    "COMMENT_STEERING_WORDS",
    "COMMENT_TYPES",
    "COMMENT_WORDS",
    "CREDIT_ATTRIBUTES",
    "CREDIT_PROPERTIES",
    "CREDIT_TAGS",
    "CREDIT_WORDS",
    "DATE_WORDS",
    "DECORATION_WORDS",
    "DESCRIPTION_WORDS",
    "FIGURE_WORDS",
    "GALLERY_WORDS",
    "INNER_CREDIT_WORDS",
    "LIVE_ENTRY_WORDS",
    "LIVE_WORDS",
    "NAME_PARTS",
    "NO_CAPTION_WORDS",
    "TIME_ATTRIBUTES",
    "WHOLE_NAME_PARTS",
]

AUTHOR_WORDS = ("author", "autor", "auteur", "byline")
"""Words on an author, whatever of."""

DATE_WORDS = ("date", "datum", "fecha", "time", "timestamp")
"""Words on a date, whatever of."""

# --- around the main heading

NAME_PARTS: Mapping[str, tuple[str, ...]] = {
    "author": (
        *AUTHOR_WORDS,
        *"writer contributor creator reporter verfasser redacteur journalist posted-by postedby username "
        "user-name poster signature vcard".split(),
    ),
    "date": (*DATE_WORDS, *"pubdate publish posted created updated modified byline meta".split()),
    **{
        kind: tuple(parts.split())
        for kind, parts in {
            "aside": "comment related recommend popular trending newsletter promo teaser most-read mostread read-more "
            "readmore carousel disqus more-from morefrom sidebar",
            "breadcrumbs": "breadcrumb bread-crumb bread_crumb crumb brotkrume fil-ariane filariane ariane "
            "miga-de-pan migas kruimel pankuzu topicpath topic-path rootline pathway you-are-here",
            "section": "section-label section-name section-title kicker eyebrow rubric rubrik category",
            "standfirst": "standfirst subtitle subheadline sub-headline dek lede subhead article-intro article__intro "
            "chapo sottotitolo bajada entradilla sub-title deck",
        }.items()
    },
}
"""Parts of class names and identifiers, by what they say of an element. They are looked for in all names of a region at
once, so that a further part costs microseconds."""

WHOLE_NAME_PARTS = frozenset("ariane crumb date dek meta migas poster promo sidebar signature teaser time".split())
"""Those that are also parts of unrelated words: no letter may stand before or after them."""

# --- captions and credits of images

CAPTION_WORDS = frozenset(
    "caption captions figcaption cutline legend legende bildunterschrift bildtext bildlegende imagecaption imgcaption "
    "infotext photocaption piefoto leyenda didascalia onderschrift bildetekst billedtekst undertext podpis".split()
)
"""Words of class names on elements that hold a caption."""

DESCRIPTION_WORDS = frozenset("desc description info note pie subtitle".split())
"""Words of class names that mean a caption beside one of `FIGURE_WORDS`: `img-info`, `pic-note`."""

GALLERY_WORDS = frozenset("carousel lightbox slide slideshow".split())
"""Words of class names on galleries, whose `description` is a caption, and whose other parts count and steer."""

NO_CAPTION_WORDS = frozenset(
    "ad ads advert advertisement audio banner cookie dfp newsletter podcast promo quote sponsor teaser tooltip".split()
)
"""Words of class names that make something else of what bears a word of a caption: `ad-caption`."""

CREDIT_WORDS = frozenset(
    "credit credits copyright photographer photocredit imagecredit bildnachweis bildautor copyrightholder".split()
)
"""Words of class names on elements that hold a credit."""

INNER_CREDIT_WORDS = CREDIT_WORDS.union(
    AUTHOR_WORDS, "agency attribution distributor fotograf fotografo quelle source".split()
)
"""Words of class names that mean a credit inside a caption, and something else elsewhere."""

CREDIT_PROPERTIES = frozenset(("copyrightHolder", "creditText", "creator", "author", "copyrightNotice"))
"""Values of `itemprop` that mean a credit inside a figure, and the author of the page elsewhere."""

CREDIT_TAGS = frozenset(("cite", "footer"))
"""Elements that hold the credit inside a figure."""

CAPTION_ATTRIBUTES = ("data-caption", "data-image-caption", "data-figcaption", "data-sub-html")
CREDIT_ATTRIBUTES = ("data-credit", "data-image-credit", "data-credits", "data-copyright", "data-photographer")
"""Attributes of an image, or of elements just above, that hold its caption or credit."""

DECORATION_WORDS = frozenset("avatar logo icon icons emoji sprite badge headshot pixel tracking spinner".split())
"""Words of class names on images, or just above them, that are no pictures of the article. ("portrait" is none of
them: it is as often the format of a picture.)"""

AUTHOR_BOX_WORDS = frozenset("author authors avatar bio byline contributor contributors headshot profile".split())
"""Words of class names on boxes about an author, whose image is a portrait."""

FIGURE_WORDS = frozenset("figure image img photo pic picture foto bild media gallery".split())
"""Words of class names on elements that hold an image and little more, as `figure` does."""


# --- comments of readers

COMMENT_TYPES = ("schema.org/Comment", "schema.org/UserComments")
"""Ends of `itemtype` on a comment."""

COMMENT_WORDS = frozenset("comment kommentar commentaire comentario commento reactie komentarz komentar".split())
"""Words of a class or an id on one comment; in the plural they are on the list."""

COMMENT_INNER_WORDS = frozenset("article body content text".split())
"""Words beside these on the text of a comment: on the comment itself where nothing else is."""

COMMENT_PART_WORDS = COMMENT_INNER_WORDS | frozenset(
    "action actions add area author avatar badge bar box btn button closed count counter date disabled editor empty "
    "field follow footer form head header heading icon info input label link list login meta metadata nav navigation "
    "notice number pagination policy rating reply respond rules section status subject time title toggle total vote "
    "wrap wrapper write".split()
)
"""Words beside these on a part of a comment, or on what surrounds comments."""

COMMENT_AUTHOR_PROPERTIES = frozenset(("author", "creator", "name"))
"""Values of `itemprop` on the author of a comment."""

COMMENT_AUTHOR_WORDS = frozenset(AUTHOR_WORDS).union("commenter fn name nick nickname user username".split())
"""Words of a class on the author of a comment."""

COMMENT_DATE_WORDS = frozenset(DATE_WORDS).union("datetime published ago".split())
"""Words of a class on the time of a comment."""

TIME_ATTRIBUTES = tuple(
    "datetime content data-datetime data-timestamp data-time data-date data-utime data-epoch data-unixtime data-unix "
    "data-created data-published".split()
)
"""Attributes that hold the time of a comment, or of an entry of a live blog, in a form for machines."""

COMMENT_STEERING_WORDS = frozenset(
    "action actions avatar badge controls edit flag footer like likes meta metadata permalink report reply share tools "
    "vote votes".split()
)
"""Words of a class on what is no part of what a comment says."""

COMMENTS_WORDS = frozenset(
    "comment comments commentaires commenti comentarios kommentare kommentarer komentarze komentare reacties".split()
)
"""Words of a class or an id on comments of readers. Only in English is the singular none of an opinion piece too.

On the pages of the corpora that were taken for articles and had such elements in their body, none of these was gold.
"""

COMMENTS_AREA_WORDS = frozenset(
    "area block body box child children container content group holder inner item list main module parent post region "
    "replies reply respond section template text thread threads tree user users widget wrap wrapper".split()
)
"""Words beside these on the elements around them; `comments-open` and the like stand on articles."""

# --- live blogs

LIVE_WORDS = frozenset("live liveblog livefeed liveticker liveupdates ticker".split())
"""Words on something live."""

LIVE_ENTRY_WORDS = frozenset("article beitrag card entry event eintrag item post update".split())
"""Words beside these on one entry of it."""

# --- other parts of articles

BOX_NAMES = frozenset(
    "factbox factsbox infobox infosbox faktabox faktaboks faktaruta faktenbox faktenkasten infoboks inforuta "
    "infokasten infokader".split()
)
"""Words of a class, an id or a custom element, two words of kebab-case or camelCase spelled together.

In the corpora such boxes stand on 20 pages that were taken for articles, and hold none of the gold's text but for one
table of facts.
"""
