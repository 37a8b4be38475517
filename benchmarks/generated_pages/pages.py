"""A generated page with what must be found in it, and the shells around articles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.generated_pages.texts import Texts

__all__ = ["SHELLS", "URL", "GeneratedPage", "document", "paragraphs_of"]

URL = "https://www.courier.example/town/water-mill-returns"
"""The address that every page comes with."""


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page with what is true of it.

    Args:
        name: Name of the page within its set.
        html: The page.
        wanted: Texts that are part of the article.
        unwanted: Texts that are not.
        group: The group of pages that it is counted with.
    """

    name: str
    html: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = ()
    group: str = ""


def paragraphs_of(texts: Sequence[str]) -> str:
    """Texts as paragraphs without any attribute."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


def document(texts: Texts, main: str, *, style: str = "") -> str:
    """A page with the header, sidebar and footer of a site around `main`."""
    links = "".join(f'<li><a href="/s{number}/">{name}</a></li>' for number, name in enumerate(texts.sections))
    return (
        f'<!DOCTYPE html>\n<html lang="{texts.language}">\n<head><meta charset="utf-8">'
        f"<title>{texts.headline} | {texts.site}</title>{f'<style>{style}</style>' if style else ''}</head>\n<body>\n"
        f'<header><a href="/">{texts.site}</a><nav><ul>{links}</ul></nav></header>\n{main}\n'
        f'<footer><p>{texts.rights}</p><ul><li><a href="/terms">Terms</a></li><li><a href="/contact">Contact</a></li>'
        "</ul></footer>\n</body>\n</html>\n"
    )


def semantic(texts: Texts, body: str) -> str:
    """The elements that HTML has for an article, without class names."""
    return document(texts, f"<main><article><h1>{texts.headline}</h1><p>{texts.byline}</p>\n{body}</article></main>")


def named(texts: Texts, body: str) -> str:
    """Elements of no meaning with telling class names, as of a blog."""
    return document(
        texts,
        f'<div id="content"><div class="post"><h1 class="entry-title">{texts.headline}</h1>'
        f'<div class="entry-meta">{texts.byline}</div>\n<div class="entry-content">\n{body}</div></div></div>',
    )


def hashed(texts: Texts, body: str) -> str:
    """Nested elements with class names that tell nothing, as style sheets written in scripts make them."""
    wrapped = body.replace("<p>", '<p class="css-1kd92x">')
    return document(
        texts,
        f'<div class="css-9ab1c0"><div class="css-77xq2m"><h1 class="css-k2v0l1">{texts.headline}</h1>'
        f'<div class="css-p0o9i8">{texts.byline}</div><section class="css-u7y6t5">\n{wrapped}</section></div></div>',
    )


def tabular(texts: Texts, body: str) -> str:
    """A table of layout, as of the years around 2005."""
    links = "<br>".join(f'<a href="/s{number}/">{name}</a>' for number, name in enumerate(texts.sections))
    return (
        f'<html lang="{texts.language}"><head><meta charset="utf-8"><title>{texts.headline}</title></head><body>\n'
        f'<table width="100%"><tr><td colspan="2"><b>{texts.site}</b></td></tr><tr><td width="160">{links}</td><td>'
        f"<h1>{texts.headline}</h1><p>{texts.byline}</p>\n{body}</td></tr>"
        f'<tr><td colspan="2"><small>{texts.rights}</small></td></tr></table></body></html>'
    )


SHELLS: Mapping[str, Callable[[Texts, str], str]] = {
    "semantic": semantic,
    "named": named,
    "hashed": hashed,
    "table": tabular,
}
"""What makes a page of the texts and the markup of the article's body."""
