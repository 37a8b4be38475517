"""What a page hides by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.limits import Watch
from cleanpage.options import Options
from cleanpage.page.dom import parse
from cleanpage.page.visibility import PROPERTIES, hiding_form, hiding_rules
from cleanpage.page.walk import read_blocks


def hidden(html: str, option: str = "auto") -> dict[str, str]:
    """By text of each hidden element, what hides it."""
    page = read_blocks(parse(html), Watch(Options(hidden=option)))  # type: ignore[arg-type]  # one of the choices
    return {page.text_of(element): cause for element, cause in page.hidden.items()}


FORMS = {
    "display: none": "display:none",
    "DISPLAY:NONE !important": "display:none",
    "visibility:hidden": "visibility:hidden",
    "visibility: collapse": "visibility:hidden",
    "opacity:0": "opacity:0",
    "opacity: 0.0;": "opacity:0",
    "opacity:0%": "opacity:0",
    "font-size:0": "font-size:0",
    "font-size: 0px": "font-size:0",
    "color:transparent": "color:transparent",
    "color: rgba(1, 2, 3, 0)": "color:transparent",
    "color: rgb(1 2 3 / 0%)": "color:transparent",
    "color:#1230": "color:transparent",
    "color:#11223300": "color:transparent",
    "position:absolute; clip: rect(0 0 0 0)": "clipped",
    "position:fixed; clip: rect(1px, 1px, 1px, 1px)": "clipped",
    "clip-path: inset(50%)": "clipped",
    "clip-path: circle(0)": "clipped",
    "height:0; overflow:hidden": "no size",
    "max-height: 0px; overflow: hidden": "no size",
    "width:1px;height:1px;overflow:hidden": "no size",
    "position:absolute;left:-9999px": "off screen",
    "position:fixed; top: -100vh": "off screen",
    "text-indent:-9999px": "off screen",
}
SEEN = (
    "",
    "display:block",
    "visibility:visible",
    "opacity:.5",
    "opacity:0;animation:fade 1s forwards",
    "font-size:10px",
    "color:#fff",
    "color:#123f",
    "color:rgba(1,2,3,.5)",
    "color:transparent;background-clip:text",
    "color:transparent;text-shadow:0 0 5px #000",
    "clip:rect(0 0 0 0)",
    "position:absolute;clip:rect(0 9px 9px 0)",
    "clip-path:inset(10%)",
    "height:0",
    "height:0;overflow:hidden;padding-bottom:56%",
    "height:1px;overflow:hidden",
    "left:-9999px",
    "position:absolute;left:-20px",
    "text-indent:-2em",
    "font-size",
    "opacity:inherit",
    "color:",
    "color:#",
    "clip-path:inset()",
)


@pytest.mark.parametrize(("style", "form"), FORMS.items())
def test_forms(style: str, form: str) -> None:
    assert hiding_form(style) == form
    assert hidden(f'<p>Seen<p style="{style}">Unseen') == {"Unseen": f"style {form}"}
    assert hidden(f'<style>.a {{ {style} }}</style><p>Seen<p class="b a">Unseen') == {"Unseen": f"rule .a {form}"}
    assert hidden(f'<style>b{{x:y}}\n.z,#a{{{style}}}</style><p>Seen<p id="a">Unseen') == {"Unseen": f"rule #a {form}"}


def test_every_form_is_tested() -> None:
    assert set(FORMS.values()) == set(PROPERTIES)


@pytest.mark.parametrize("style", SEEN)
def test_what_is_seen(style: str) -> None:
    assert hiding_form(style) == ""
    assert hidden(f'<p style="{style}">Seen') == {}


@pytest.mark.parametrize(
    ("attributes", "cause"),
    [
        ("hidden", "attribute hidden"),
        ("hidden=hidden", "attribute hidden"),
        ("aria-hidden=true", "attribute aria-hidden"),
        ("hidden=until-found", ""),
        ("aria-hidden=false", ""),
    ],
)
def test_attributes(attributes: str, cause: str) -> None:
    assert hidden(f"<p {attributes}>Text") == ({"Text": cause} if cause else {})


def test_nothing_is_hidden_where_all_is_kept() -> None:
    assert hidden("<p hidden>Text", "keep") == {}


@pytest.mark.parametrize(
    "style",
    [
        "@media print { .a { display:none } }",
        "@media (max-width: 9px) { .b { x:y } .a { display:none } }",
        "div .a { display:none }",
        ".a:hover { display:none }",
        "p { display:none }",
        "/* .a { display:none } */",
        ".a { display:none } .a.open { display:block }",
        ".a { display:none } #x:checked ~ .a { display:block }",
        ".a { display:none } @media (min-width: 9px) { .a { display:flex } }",
        ".a { position:absolute; clip:rect(0 0 0 0) } .a:focus { clip:auto }",
        ".a { left:-9999px; position:absolute } .on > .a { left:0 }",
        ".aa { display:none }",
        "} .b { display:none",
        "{{{}}}",
    ],
)
def test_rules_that_do_not_hide(style: str) -> None:
    assert hidden(f"<style>{style}</style><p class=a>Text") == {}


@pytest.mark.parametrize(
    "style",
    [
        '@import url("x.css"); .a { display:none }',
        "@media print { .b { x:y } } .a { display:none }",
        ".a { display:none } .a b { display:block }",
        ".a { display:none } .a { margin:0 }",
        ".a { display:none",
        "} .a { display:none }",
    ],
)
def test_rules_that_hide(style: str) -> None:
    assert hidden(f"<style>{style}</style><p class=a>Text") == {"Text": "rule .a display:none"}


def test_style_elements_that_do_not_count() -> None:
    rule = ".a{display:none}"
    assert hidden(f"<style media=print>{rule}</style><p class=a>Text") == {}
    assert hidden(f"<noscript><style>{rule}</style></noscript><p class=a>Text") == {}
    assert hidden(f"<style media=screen>{rule}</style><p class=a>Text") == {"Text": "rule .a display:none"}


@pytest.mark.parametrize("style", ["font-size:0", "color:transparent"])
def test_what_may_be_undone_within(style: str) -> None:
    assert hidden(f'<div style="{style}"><p>One</p></div>') != {}
    assert hidden(f'<div style="{style}"><p class="text">One</p></div>') == {}
    assert hidden(f'<div style="{style}"><p style="font:1em x;color:red">One</p></div>') == {}


def test_elements_are_in_order() -> None:
    html = "<style>.a{display:none}</style><p class=a>1<p hidden>2<p class=a>3<p style=display:none>4"
    assert list(hidden(html)) == ["1", "2", "3", "4"]


@given(st.text(alphabet=" .#ab{}:;,/*@()-0%>display:none!\n"), st.text(alphabet=" ab.#-"))
def test_any_style_is_read(style: str, name: str) -> None:
    assert set(hiding_rules(style, {".a", ".b", "#a", "#b"}).values()) <= set(PROPERTIES)
    hidden(f'<style>{style}</style><p class="{name}" style="{style}">Text')


@given(st.lists(st.sampled_from(sorted(FORMS)), min_size=1, max_size=4))
def test_a_hiding_declaration_hides_whatever_stands_before_it(styles: list[str]) -> None:
    assert hiding_form(";".join(["margin:0", *styles, "padding-top:0"])) or "overflow" in "".join(styles)
