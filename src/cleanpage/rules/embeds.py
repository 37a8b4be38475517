"""How pages embed what is not theirs: words of class names, of URLs, and of the attributes of players and posts.

`tests/assembly/test_embeds.py` walks the words with a case each.
"""

__all__ = [
    "AUDIO_WORDS",
    "EMBED_TAGS",
    "HOST_PREFIXES",
    "LAZY_SOURCES",
    "NO_EMBED_WORDS",
    "POST_LINKS",
    "POST_WORDS",
    "VIDEO_WORDS",
]

EMBED_TAGS = frozenset(("iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-video", "amp-audio"))
"""Elements that embed something, with what they hold left unread."""

LAZY_SOURCES = ("src", "data-src", "data-lazy-src", "data-url", "data", "data-original", "data-litespeed-src")
"""Attributes that hold the URL of what is embedded, lazy loaders' included."""

NO_EMBED_WORDS = frozenset(
    "ad ads adslot advert advertisement analytics banner beacon captcha cookie consent gtm hidden login newsletter "
    "pixel recaptcha share signup sponsor subscribe tag tracker tracking".split()
)
"""Words of class names, titles and URLs of frames that are no content."""

VIDEO_WORDS = frozenset("video videos movie clip film watch tv stream livestream picture-in-picture".split())
"""Words of a frame that shows a video."""

AUDIO_WORDS = frozenset("audio podcast podcasts episode music sound song track playlist radio".split())
"""Words of a frame that plays sound."""

POST_WORDS = frozenset("tweet embed post toot thread".split())
"""Words of the class of a block quotation that is a post of a social network, which a script would set."""

POST_LINKS = ("cite", "data-href", "data-permalink", "data-url", "data-embed-url")
"""Attributes that hold the URL of a post; others end in `-permalink`."""

HOST_PREFIXES = frozenset("www m mobile player embed open w platform amp web".split())
"""First labels of a host that are no part of a provider's name."""
