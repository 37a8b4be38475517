"""A page of very many blocks, made up."""

from collections.abc import Iterator

__all__ = ["long_page"]

SUBJECTS = "The ferry, The harbour master, A boat from the north, The old pilot, The lighthouse keeper, The town".split(
    ", "
)
VERBS = (
    "left before dawn, came back at noon, waited for the tide, lost an anchor, sounded the horn, took on salt".split(
        ", "
    )
)
PLACES = "behind the island, off the long pier, in the narrow sound, by the red buoy, under the cliffs".split(", ")


def sentence(number: int) -> str:
    subject, verb, place = (words[number // n % len(words)] for n, words in ((1, SUBJECTS), (7, VERBS), (3, PLACES)))
    return f"{subject} {verb} {place}, entry {number} of the log says, and nobody on the quay thought more of it."


def pieces(blocks: int) -> Iterator[str]:
    """A menu, a log book of paragraphs with headings and lists, and teasers."""
    tenth = blocks // 10
    yield "<nav class=menu><ul>"
    yield from (f'<li><a href="/{n}">Port {n}</a></li>' for n in range(tenth))
    yield "</ul></nav><main><article><h1>The log of the ferry</h1>"
    for n in range(blocks - 2 * tenth - 1):
        if n % 40 == 0:
            yield f"<h2>Week {n // 40}</h2>"
        elif n % 40 < 4:
            yield f"<ul><li>{sentence(n)}</li></ul>"
        else:
            yield f'<p class="entry">{sentence(n)} {sentence(n + 5)}</p>'
    yield '</article></main><aside class="related">'
    yield from (f'<div class=card><a href="/t/{n}">Teaser {n}: {sentence(n)}</a></div>' for n in range(tenth))
    yield "</aside>"


def long_page(blocks: int) -> str:
    """HTML of a page with exactly so many blocks; at least 20."""
    return (
        f"<!doctype html><html lang=en><title>The log of the ferry</title><body>{''.join(pieces(blocks))}</body></html>"
    )
