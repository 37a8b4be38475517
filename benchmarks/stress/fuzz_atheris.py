"""Coverage-guided fuzzing with atheris: `python -m benchmarks.stress.fuzz_atheris FOLDER -max_total_time=300`.

Arguments are libFuzzer's. The folder keeps the inputs that reached new code: the next run goes on from there. An
input that breaks a promise is written to `crash-…` in the working directory, and belongs into `tests/test_fuzz.py` with
the fault mended. Needs `pip install atheris`, which is no dependency: it has wheels for few platforms.
"""

import sys
from importlib import import_module
from typing import Any

try:
    atheris: Any = import_module("atheris")
except ImportError:
    raise SystemExit("fuzzing needs atheris: pip install atheris") from None

with atheris.instrument_imports(include=["cleanpage"]):
    from cleanpage import Article, extract
    from cleanpage.page.dom import parse
    from cleanpage.render import to_html, to_json, to_markdown, to_text

__all__ = ["main", "one_input"]

PARTS = tuple(
    """
    <p> </p> <div class=caption> </div> <table> <tr> <td colspan=9e9> </table> <ul> <li> </ul> <ol start=-9> <pre>
    </pre> <a href=//x> <a rel=author> </a> <b> </b> <h1> </h1> <h6> <figure> <figcaption> <img src=x srcset='a 1x,b'>
    <br> <hr> <article> <time datetime=2020-01-02> <meta property=og:title content=x> <meta name=author content=y>
    <blockquote> <script type=application/ld+json> {"@type":"Article","author":{"@id":"#a"}} </script> <svg> <math>
    <template> <!-- <select> <option> <noscript> <style> --> <![CDATA[ ]]> &amp; &#0; By Ann_Lee 12_May_2020 © Photo:_Bo
    — text. , \0
    """.split()
)


def one_input(data: bytes) -> None:
    """Extract one page made of the input, and hold every promise of `docs/reliability.md` against it."""
    provider = atheris.FuzzedDataProvider(data)
    choice = provider.ConsumeIntInRange(0, 3)
    page: str | bytes
    if choice == 0:
        page = provider.ConsumeBytes(4_096)
    elif choice == 1:
        page = provider.ConsumeUnicode(4_096)
    else:
        count = provider.ConsumeIntInRange(0, 120)
        page = " ".join(PARTS[provider.ConsumeIntInRange(0, len(PARTS) - 1)].replace("_", " ") for _ in range(count))
    article = extract(page, url="https://example.org/a")
    assert article.outcome.reason
    assert Article.model_validate_json(to_json(article)) == article
    assert all(link.block < len(article.body) for link in article.links)
    to_text(article)
    to_markdown(article)
    parse(to_html(article))


def main() -> None:
    """Fuzz until told to stop."""
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
