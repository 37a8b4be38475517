"""Words in class names and ids, with what they say of the text inside: above zero content, below zero boilerplate.

A row's `matches` and `spares` are checked by `tests/test_cues.py`: class names in which the word must be seen, and
ones that look alike in which it must not.
"""

from dataclasses import dataclass

__all__ = ["CUES", "CUE_WEIGHTS", "LEXICAL_WEIGHTS", "Cue"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word with its weight, in the units of the scorer (log odds)."""

    weight: float
    words: tuple[str, ...]
    matches: tuple[str, ...]
    spares: tuple[str, ...]


CUES = (
    Cue(1.2, ("article", "story", "entry", "post"), ("article-body", "StoryBody", "entry__main", "post_1"), ("particle", "history", "postage")),
    Cue(1.2, ("body", "text", "prose", "richtext", "wysiwyg", "markdown"), ("articleBody", "rich-text", "prose"), ("somebody", "context")),
    Cue(0.6, ("content", "main", "paragraph"), ("main-content", "mw_content"), ("contents-table", "domain", "discontent")),
    Cue(-1.5, ("nav", "navigation", "navbar", "menu", "submenu", "breadcrumb", "breadcrumbs", "toolbar", "toc", "pagination", "pager"), ("site-nav", "MenuItem", "breadcrumb"), ("navy", "menus-of-asia")),
    Cue(-1.5, ("sidebar", "rail", "aside", "widget", "widgets"), ("right-rail", "sidebar_2", "widget-area"), ("railway",)),
    Cue(-1.5, ("footer", "masthead", "topbar", "copyright", "legal", "colophon"), ("site-footer", "pageFooter"), ("footerless",)),
    Cue(-0.6, ("header", "head", "meta", "info"), ("page-header", "post-meta"), ("headline", "metal")),
    Cue(-2.0, ("comment", "comments", "disqus", "respond", "replies"), ("comment-list", "Comments"), ("commentary",)),
    Cue(-1.5, ("share", "sharing", "social", "follow", "facebook", "twitter", "whatsapp"), ("share-tools", "socialBar"), ("shareholder",)),
    Cue(-2.0, ("related", "recommended", "recommendation", "recommendations", "recirc", "trending", "popular", "latest", "outbrain", "taboola", "teaser", "teasers", "readmore", "more", "next", "previous", "prev"), ("related-posts", "mostPopular", "read-more"), ("unrelated", "moreover")),
    Cue(-2.0, ("ad", "ads", "advert", "advertisement", "advertising", "sponsor", "sponsored", "promo", "promotion", "banner", "dfp", "cta"), ("ad-slot", "promoBox", "top_banner"), ("adrift", "header", "broad")),
    Cue(-2.0, ("newsletter", "subscribe", "subscription", "signup", "login", "signin", "register", "paywall"), ("newsletter-box", "SignUp subscribe"), ("newsletters",)),
    Cue(-2.5, ("cookie", "cookies", "consent", "gdpr", "onetrust", "cmp", "modal", "popup", "overlay", "lightbox", "tooltip"), ("cookie-banner", "ModalDialog"), ("cookieless",)),
    Cue(-1.5, ("author", "bio", "byline", "avatar", "profile", "contributor"), ("author-bio", "Byline"), ("authority",)),
    Cue(-1.5, ("tag", "tags", "tagcloud", "category", "categories", "label", "kicker", "rating", "badge"), ("post-tags", "label--sm"), ("stage", "labelled")),
    Cue(-1.5, ("caption", "credit", "figcaption", "copyright"), ("wp-caption-text", "photo-credit"), ("accredited",)),
    Cue(-1.0, ("search", "form", "button", "btn", "skip", "dropdown", "filter", "accessibility"), ("search-box", "btn-primary"), ("research", "format")),
    Cue(-0.8, ("card", "cards", "carousel", "slider", "grid", "tile", "thumbnail", "list", "listing"), ("card-title", "swiper carousel"), ("discard", "listen")),
    Cue(-2.0, ("hidden", "invisible", "offscreen"), ("is-hidden", "visually_hidden"), ("unhidden",)),
)  # fmt: skip

CUE_WEIGHTS = {word: cue.weight for cue in CUES for word in cue.words}
"""Each word with its weight."""

LEXICAL_WEIGHTS = dict.fromkeys(
    "advertisement anzeige publicité publicidad annonse реклама newsletter subscribe abonnieren login cookies "
    "facebook whatsapp comments kommentare commentaires comentarios copyright ©".split(),
    -1.0,
)
"""Words of short texts that are seldom part of an article."""
