"""HTML, read back by an HTML parser, and what must never be in it."""

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from cleanpage.article import (
    Block,
    Code,
    Paragraph,
    Span,
    SpanKind,
)
from cleanpage.render.html import to_html
from tests.article_strategies import article, bodies, shown, words
from tests.full_article import BLOCKS, full_article

ALLOWED = {
    "article": {"lang", "dir"},
    "time": {"datetime"},
    "ol": {"start"},
    "code": {"class"},
    "blockquote": {"cite"},
    "a": {"href", "title", "rel", "role"},
    "aside": {"id", "role"},
    "span": {"class"},
    "img": {"src", "alt"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
PLAIN = frozenset(
    (
        *("header", "address", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "br", "hr", "pre", "figure", "em"),
        *("strong", "sub", "sup", "del", "small", "figcaption", "table", "caption", "thead", "tbody", "tr"),
        *("dl", "dt", "dd", "section", "footer"),
    )
)
SAFE = ("http://", "https://", "mailto:", "tel:")

ATTACKS = (
    "<script>alert(1)</script>",
    "</p><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "`onerror=alert(1)",
    "</code></pre><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>@import 'https://evil.example'</style>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action=javascript:alert(1)><button>x",
    "</title></textarea></style></noscript><img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<\0script>alert(1)</script>",
    "<scr\0ipt>alert(1)</script>",
    "\u2028<script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "<plaintext>",
    "<!doctype html><body onload=alert(1)>",
    "<?php echo 1 ?>",
    "{{constructor.constructor('alert(1)')()}}",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<object data='data:text/html,<script>alert(1)</script>'>",
    "<embed src=javascript:alert(1)>",
    "<isindex action=javascript:alert(1) type=image>",
    "<marquee onstart=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select onfocus=alert(1) autofocus><option>",
    "<link rel=stylesheet href='//evil.example/x.css'>",
    "<frameset onload=alert(1)><frame>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math href='javascript:alert(1)'>x</math>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "\\(\\href{javascript:alert(1)}{x}\\)",
    "\\)<script>alert(1)</script>\\(",
    "$$</span><img src=x onerror=alert(1)>$$",
    'fn-1" onclick="alert(1)',
    "\u003cscript\u003ealert(1)\u003c/script\u003e",
    "<a\x0chref=javascript:alert(1)>",
    "<\x00img src=x onerror=alert(1)>",
    "<img src=x\x00 onerror=alert(1)>",
    "\ufeff<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    "</article><script>alert(1)</script>",
    "</table></td></th><img src=x onerror=alert(1)>",
    "</a><a href=javascript:alert(1)>",
    "</sup></aside><img src=x onerror=alert(1)>",
)
URL_ATTACKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "javascript\r:alert(1)",
    "\u00a0javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "filesystem:https://example.org/x",
    "view-source:javascript:alert(1)",
    "feed:javascript:alert(1)",
    "intent://x#Intent;end",
    "jar:http://example.org!/x",
    "about:blank",
    "livescript:x",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/' onmouseover='alert(1)",
    "https://example.org/><script>alert(1)</script>",
    '//evil.example/"onerror=alert(1)',
)


def assert_safe(html: str) -> LexborHTMLParser:
    """Only elements and attributes that cannot run anything, and only URLs that lead somewhere."""
    parsed = LexborHTMLParser(f"<!doctype html><body>{html}")
    nodes = parsed.css("body *")
    assert nodes
    for node in nodes:
        assert node.tag in PLAIN or node.tag in ALLOWED, node.html
        assert set(node.attributes) <= ALLOWED.get(node.tag, set()), node.html
        for name in ("href", "src", "cite"):
            url = node.attributes.get(name)
            assert url is None or url.startswith(SAFE) or ":" not in url.split("/")[0], node.html
    return parsed


@pytest.mark.parametrize("text", ATTACKS)
def test_nothing_in_a_text_becomes_markup(text: str) -> None:
    parsed = assert_safe(to_html(full_article(text)))
    selector = (
        "h1, header > address, header time, h3, p > a[title], figure > figure small, caption, dt, del, aside > sup, h2"
    )
    found = [words(node.text()) for node in parsed.css(selector)]
    assert found == [words(text)] * len(found)
    assert len(found) == 12
    assert len(parsed.css("article > *")) == 1 + len(BLOCKS)


@pytest.mark.parametrize("url", URL_ATTACKS)
def test_no_url_can_run(url: str) -> None:
    html = to_html(full_article("text", url))
    parsed = assert_safe(html)
    assert all(len(node.attributes) <= 3 for node in parsed.css("a, img, blockquote"))


@given(bodies)
def test_a_parser_gives_back_the_text_and_nothing_else(body: tuple[Block, ...]) -> None:
    html = to_html(article(*body))
    parsed = assert_safe(html.replace("<br>", " <br>"))
    assert "".join(words(parsed.body.text() if parsed.body else "")) == "".join(shown(body))


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (
            Paragraph(text="A link.", spans=(Span(kind=SpanKind.LINK, start=2, end=6, url="/?a&b", rel=("me",)),)),
            '<p>A <a href="/?a&amp;b" rel="me">link</a>.</p>',
        ),
        (Code(text="\n if a < b:\n", language="py"), '<pre><code class="language-py">\n if a &lt; b:\n</code></pre>'),
    ],
)
def test_blocks(block: Block, html: str) -> None:
    assert to_html(article(block)) == f"<article>\n{html}\n</article>\n"


def test_language_and_direction() -> None:
    page = article(Paragraph(text="نص")).model_copy(update={"language": "ar", "direction": "rtl"})
    assert to_html(page).startswith('<article lang="ar" dir="rtl">\n')
