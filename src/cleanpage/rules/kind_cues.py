"""Words that tell kinds of pages apart. What each is worth is learned: `models/page_kind.json`.

A cue must be found on many sites; it is sought in the short texts of a page (labels, buttons, headings), lower-cased.
"""

__all__ = ["ADDRESS_WORDS", "LABELS"]

LABELS: dict[str, tuple[str, ...]] = {
    "price": ("$", "€", "£", "¥", " usd", " eur"),
    "news": ("share", "comments", "by ", "advertisement", "editor", "newsletter", "updated"),
    "count": (" of ", "page 1", "1 - ", "products"),
    **{
        kind: tuple(labels.split(", "))
        for kind, labels in {
            "shop": "add to cart, add to basket, add to bag, buy now, in stock, out of stock, sku, free shipping, "
            "quantity, checkout, wishlist",
            "review": "reviews, rating, stars",
            "forum": "reply, joined, posts:, posted, thread, forum, topic, upvote, answers, moderator, quote, members",
            "sort": "sort by, filter, showing, results, per page, view all, load more, next page, items",
            "blog": "read more, continue reading, min read, older posts, posts, published",
            "manual": "parameter, returns, example, install, api, syntax, default, version, documentation, tutorial, "
            "function, copy",
            "service": "contact us, get started, our services, our team, request a, free trial, book a, get a quote, "
            "our clients, solutions, learn more, testimonial, sign up, demo, pricing",
        }.items()
    },
}
"""What labels on the page say."""

ADDRESS_WORDS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "forum": "comments community discussion forum forums questions showthread t thread threads topic viewtopic",
        "product": "dp item p product products shop",
        "collection": "c categories category collection collections shop store",
        "manual": "api docs documentation doc guide help manual reference tutorial wiki",
        "listing": "archive articles blog category news search tag topics",
        "service": "about contact features pricing service services solutions",
        "article": "article articles blog news story 2019 2020 2021 2022 2023 2024 2025 2026",
    }.items()
}
"""What words of the address say."""
