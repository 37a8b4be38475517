"""Text that a page hides: orders to machines among the paragraphs, and parts of the article that a click shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.generated_pages.pages import GeneratedPage, document, paragraphs_of
from benchmarks.generated_pages.texts import LATIN, SCRIPTS, Texts

__all__ = ["ATTRIBUTES", "DECLARATIONS", "SHOWN", "hidden_pages"]

ATTRIBUTES: Mapping[str, str] = {"hidden": "hidden", "aria-hidden": 'aria-hidden="true"'}
"""Forms of hiding that are attributes of their own."""

DECLARATIONS: Mapping[str, str] = {
    "display": "display:none",
    "visibility": "visibility: hidden",
    "font size": "font-size:0",
    "opacity": "opacity: 0;",
    "colour": "color:transparent",
    "alpha": "color: rgba(20, 20, 20, 0)",
    "clip": "position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden",
    "clip path": "clip-path: inset(50%); position: absolute",
    "no size": "height:0;width:0;overflow:hidden",
    "off screen": "position:absolute; left:-9999px",
    "indent": "text-indent:-9999px; overflow: hidden",
}
"""Forms of hiding by style, with the declarations."""

HOLDERS: Mapping[str, str] = {
    "paragraph": "<p {}>{}</p>\n",
    "box": "<div {}><p>{}</p></div>\n",
    "span": "<span {}>{}</span>\n",
}
"""What holds the hidden text."""


def hidden_pages() -> Iterator[GeneratedPage]:
    """A page a form, by attribute, inline style, class and id; hidden text within a sentence; what must stay."""
    yield from orders()
    yield from inline_orders()
    for name, shown in SHOWN.items():
        yield GeneratedPage(
            name=f"shown: {name}",
            html=article_page(LATIN, paragraphs_of(LATIN.paragraphs[:4]) + shown.markup, shown.style),
            wanted=(*LATIN.paragraphs[:4], *shown.wanted),
            group="part of the article",
        )


def orders() -> Iterator[GeneratedPage]:
    """Pages with an order to machines as a block of its own; scripts and what holds it take turns."""
    forms = [(name, attribute, "") for name, attribute in ATTRIBUTES.items()]
    for name, style in DECLARATIONS.items():
        forms += [
            (f"{name}, inline", f'style="{style}"', ""),
            (f"{name}, class", 'class="k7"', f".k7 {{ {style} }}"),
            (f"{name}, id", 'id="n3"', f"body{{margin:0}} #n3,.other{{{style}}}"),
        ]
    for number, (name, attributes, style) in enumerate(forms):
        texts = [*SCRIPTS.values()][number % len(SCRIPTS)]
        holder = [*HOLDERS][number // 2 % len(HOLDERS)]
        body = with_insert(texts, HOLDERS[holder].format(attributes, texts.order))
        yield GeneratedPage(
            name=f"{name}, {holder}, {texts.language}",
            html=article_page(texts, body, style),
            wanted=texts.paragraphs[:5],
            unwanted=(texts.order,),
            group="block",
        )


def inline_orders() -> Iterator[GeneratedPage]:
    """Pages with an order to machines within a paragraph, between two of its sentences."""
    forms = {"hidden": "hidden"} | {name: f'style="{style}"' for name, style in DECLARATIONS.items()}
    for name, attributes in forms.items():
        first, second, third = LATIN.paragraphs[:3]
        span = f"<span {attributes}>{LATIN.order}</span>"
        body = f"<p>{first}</p>\n<p>{second} {span} {third}</p>\n{paragraphs_of(LATIN.paragraphs[3:5])}"
        yield GeneratedPage(
            name=f"{name}, within a paragraph",
            html=article_page(LATIN, body),
            wanted=(first, f"{second} {third}", *LATIN.paragraphs[3:5]),
            unwanted=(LATIN.order,),
            group="within a paragraph",
        )


def with_insert(texts: Texts, insert: str) -> str:
    """Five paragraphs with something after the third."""
    return paragraphs_of(texts.paragraphs[:3]) + insert + paragraphs_of(texts.paragraphs[3:5])


def article_page(texts: Texts, body: str, style: str = "") -> str:
    """A page with such a body."""
    main = f"<main><article><h1>{texts.headline}</h1><p>{texts.byline}</p>\n{body}</article></main>"
    return document(texts, main, style=style)


@dataclass(frozen=True, slots=True)
class Shown:
    """Hidden text that is part of the article.

    Args:
        markup: What follows the first four paragraphs.
        wanted: What of it must be found.
        style: Rules of the page.
    """

    markup: str
    wanted: tuple[str, ...]
    style: str = ""


REST = LATIN.paragraphs[4:8]
QUESTIONS = (
    "Who will own the mill?",
    "When does the work begin?",
    "What will happen to the grain?",
)
ANSWERS = (
    "The town will own the building and the fields, and a society of residents will run the bakery for ten years.",
    "Carpenters will take the tiles off in September, as soon as the swallows that nest in the roof have left.",
    "It stays in the northern barn until the end of next year, when the company must have found another store.",
)
TABS = (
    "In winter the river freezes below the weir, and skaters use the pond behind the mill from December onwards.",
    "In summer the water is so low that children can cross it on the stones, which is forbidden and popular.",
)


def questions(answer: str) -> str:
    """Questions with their answers, marked up as given."""
    pairs = zip(QUESTIONS, ANSWERS, strict=True)
    return "".join(answer.format(n=n, question=question, text=text) for n, (question, text) in enumerate(pairs))


SHOWN: Mapping[str, Shown] = {
    "read more": Shown(
        f'<button aria-expanded="false" aria-controls="rest">Read more</button>'
        f'<div id="rest" style="display:none">{paragraphs_of(REST)}</div>',
        REST,
    ),
    "read more by class": Shown(
        f'<a href="#" class="toggle">Continue reading</a><div class="folded">{paragraphs_of(REST)}</div>',
        REST,
        ".folded{display:none}",
    ),
    "rest without a button": Shown(f"<div hidden>{paragraphs_of(REST)}</div>", REST),
    "tabs": Shown(
        '<div role="tablist"><button role="tab" aria-controls="t1">Winter</button>'
        '<button role="tab" aria-controls="t2">Summer</button></div>'
        f'<div role="tabpanel" id="t1"><p>{TABS[0]}</p></div>'
        f'<div role="tabpanel" id="t2" hidden><p>{TABS[1]}</p></div>',
        TABS,
    ),
    "tabs by class": Shown(
        f'<ul class="tabs"><li><a href="#w">Winter</a></li><li><a href="#s">Summer</a></li></ul>'
        f'<div class="pane active" id="w"><p>{TABS[0]}</p></div><div class="pane" id="s"><p>{TABS[1]}</p></div>',
        TABS,
        ".pane{display:none}.pane.active{display:block}",
    ),
    "accordion with buttons": Shown(
        questions(
            '<h3><button aria-expanded="false" aria-controls="a{n}">{question}</button></h3>'
            '<div id="a{n}" hidden><p>{text}</p></div>'
        ),
        ANSWERS,
    ),
    "accordion by class": Shown(
        questions('<div class="item"><div class="q">{question}</div><div class="a"><p>{text}</p></div></div>'),
        ANSWERS,
        ".item .q{cursor:pointer}.a{display:none}.item.open .a{display:block}",
    ),
    "accordion by style": Shown(
        questions('<h3 onclick="toggle({n})">{question}</h3><div style="display: none;"><p>{text}</p></div>'), ANSWERS
    ),
    "details": Shown(questions("<details><summary>{question}</summary><p>{text}</p></details>"), ANSWERS),
    "until found": Shown(f'<div hidden="until-found">{paragraphs_of(REST)}</div>', REST),
    "page shown by a script": Shown(
        f'<div class="late"><div style="opacity:0">{paragraphs_of(LATIN.paragraphs[4:8])}</div></div>', REST
    ),
    "twin of a formula": Shown(
        "<p>The power of the wheel is "
        '<span class="formula"><span style="display:none"><math><mi>P</mi><mo>=</mo><mi>q</mi><mi>h</mi></math></span>'
        '<img src="/f.svg" alt="" aria-hidden="true"></span> in the units of the engineer, who measured the flow in '
        "spring and again in the dry months.</p>",
        ("P=qh", "in the units of the engineer, who measured the flow"),
    ),
    "footnote on click": Shown(
        '<p>The mill stood empty for years.<sup><a href="#fn1" role="doc-noteref">1</a></sup> Nobody bought it, '
        "although the company lowered its price three times within a decade.</p>"
        '<div class="footnote" id="fn1" hidden>'
        "<p>The flour company kept one watchman there, who planted the pear trees.</p></div>",
        ("The flour company kept one watchman there, who planted the pear trees.",),
    ),
    "sidenote": Shown(
        '<p>The oak of the beams<label for="sn1" class="margin-toggle"></label><input type="checkbox" id="sn1">'
        '<span class="sidenote" style="display:none">It was felled in 1590, as its rings tell.</span> is older than '
        "the town hall and harder than anything that the sawmill sells today.</p>",
        ("It was felled in 1590, as its rings tell.",),
    ),
    "code in another language": Shown(
        "<p>The flow can be computed in either language, and the result is the same to the third digit.</p><div "
        'class="code-tabs"><div class="panel"><pre><code class="language-python">flow = width * depth * speed'
        '</code></pre></div><div class="panel" style="display:none"><pre><code class="language-js">const flow = '
        "width * depth * speed;</code></pre></div></div><p>Both of them take metres and seconds, as the engineer "
        "did in her report.</p>",
        ("flow = width * depth * speed", "const flow = width * depth * speed;"),
    ),
    "words for screen readers": Shown(
        '<p>Voters chose the purchase by 14<span class="visually-hidden"> votes to</span> 9, which is the clearest '
        "result that the council has seen since the quarrel about the swimming pool.</p>",
        ("by 14 votes to 9, which is the clearest",),
        ".visually-hidden{position:absolute;clip:rect(0,0,0,0);width:1px;height:1px;overflow:hidden}",
    ),
    "drop cap": Shown(
        '<p><span aria-hidden="true">S</span><span class="visually-hidden">S</span>wallows nest under the roof, and '
        "the carpenters will wait for them to leave before they take the tiles off.</p>",
        ("wallows nest under the roof, and the carpenters will wait",),
        ".visually-hidden{position:absolute;clip:rect(0,0,0,0)}",
    ),
}
"""What must stay, by what it is."""
