"""Which elements a page hides by itself: by attributes, inline style, and rules of its own `style` elements.

Of the rules those count whose selector is one class or one id, outside media queries. There is no cascade: a name that
another rule shows again, on a click or on another screen, does not hide. External style sheets are not read.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice

from cleanpage.page.page import Attributes, Page

__all__ = ["hidden_elements", "hiding_form", "hiding_rules"]

# Declarations that hide have one of these parts, white space aside: most have none, and need not be read.
HIDING_PARTS = (
    *("display:none", "visibility:", "opacity:", "font-size:0", "font-size:.", "transparent", "color:rgb", "color:hsl"),
    *("color:#", "clip", "overflow:", "absolute", "fixed", "indent:-"),
)
# Longer declarations, in characters, hide nothing that a reader would miss.
MAX_DECLARATIONS = 2_000
# Of more names that hide, it is not looked whether another rule shows them: bounds the work.
MAX_NAMES = 200
# How far a text is moved off the screen, in each unit; in others it is not.
FAR_AWAY = {"px": 900.0, "em": 60.0, "rem": 60.0, "vw": 100.0, "vh": 100.0}
# A box of no more than this shows no text, in pixels.
SMALLEST = 1.0
SIDES = ("left", "right", "top", "bottom")
# Forms that an element within may undo: what has a class or a style of its own may have a size and a colour.
INHERITED = frozenset(("font-size:0", "color:transparent"))
PROPERTIES = {
    "display:none": ("display",),
    "visibility:hidden": ("visibility",),
    "opacity:0": ("opacity", "animation"),
    "font-size:0": ("font-size",),
    "color:transparent": ("color",),
    "clipped": ("clip", "clip-path", "position"),
    "no size": ("height", "width", "max-height", "overflow"),
    "off screen": ("position", "text-indent", *SIDES),
}
"""Forms of hiding, with the properties that undo each."""

Declarations = Mapping[str, str]


def hidden_elements(page: Page, styled: Iterable[int], styles: Sequence[str]) -> dict[int, str]:
    """The elements that the page hides, in document order, and what does it.

    Args:
        page: The page.
        styled: Elements with an attribute `hidden`, `aria-hidden` or `style`.
        styles: Texts of the `style` elements.
    """
    known: dict[str, str] = {}
    found: dict[int, str] = {}
    for element in styled:
        if cause := attribute_cause(page.attributes[element], known):
            found[element] = cause
    if styles:
        found |= dict(ruled_elements(page, hiding_rules("\n".join(styles), names_of(page))))
    return {element: found[element] for element in sorted(found) if holds(page, element, found[element])}


def attribute_cause(attributes: Attributes, known: dict[str, str]) -> str:
    """What of the attributes of an element hides it; empty where nothing does.

    Args:
        attributes: The attributes.
        known: Forms of the styles seen so far.
    """
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return "attribute hidden"
    if style := attributes.get("style"):
        if (form := known.get(style)) is None:
            form = known[style] = hiding_form(style)
        if form:
            return f"style {form}"
    return "attribute aria-hidden" if attributes.get("aria-hidden") == "true" else ""


def names_of(page: Page) -> set[str]:
    """All classes and ids of a page, with the signs that selectors put before them."""
    classes = {name for names in {*page.classes} if names for name in names.split()}
    return {"." + name for name in classes} | {"#" + name for name in page.identifiers.values()}


def ruled_elements(page: Page, rules: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The elements that rules hide, and what does it."""
    if not rules:
        return
    hiding = {}
    for names in {*page.classes} - {None}:
        own = [sign for name in (names or "").split() if (sign := "." + name) in rules]
        if own:
            hiding[names] = f"rule {own[0]} {rules[own[0]]}"
    if hiding:
        yield from ((element, hiding[names]) for element, names in enumerate(page.classes) if names in hiding)
    for element, name in page.identifiers.items():
        if (sign := "#" + name) in rules:
            yield element, f"rule {sign} {rules[sign]}"


def holds(page: Page, element: int, cause: str) -> bool:
    """Whether nothing within the element can undo what hides it."""
    if not any(cause.endswith(form) for form in INHERITED):
        return True
    inside = range(element + 1, page.ends[element])
    return not any(page.classes[inner] or "style" in page.attributes[inner] for inner in inside)


def may_hide(style: str) -> bool:
    """Whether a style sheet, or declarations, may hold one that hides."""
    compact = "".join(style.lower().split())
    return any(part in compact for part in HIDING_PARTS)


def hiding_rules(style: str, names: Collection[str]) -> dict[str, str]:
    """What the rules of one class or one id hide, with the form, but for what another rule shows again.

    Args:
        style: A style sheet.
        names: The classes and ids that are looked for, with their signs.
    """
    if "/*" in style:
        first, *others = style.split("/*")
        style = first + "".join(part.partition("*/")[2] for part in others)
    rules = style.split("}")
    found: dict[str, str] = {}
    for selectors, text in outer_rules(rules):
        listed = selectors.split(",") if "," in selectors else (selectors,)
        own = [name for name in map(str.strip, listed) if name in names]
        if own and (form := hiding_form(text)):
            found |= dict.fromkeys(own, form)
    return without_toggled(found, rules) if found else {}


def outer_rules(rules: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that stand within no other: not in a media query.

    Args:
        rules: The parts of a style sheet between closing braces.
    """
    depth = 0
    for rule in rules:
        opened = rule.count("{")
        if opened == 1 and not depth:
            selectors, _, text = rule.partition("{")
            yield selectors.rpartition(";")[2] if ";" in selectors else selectors, text
        else:
            depth = max(0, depth + opened - 1)


def without_toggled(found: Mapping[str, str], rules: Sequence[str]) -> dict[str, str]:
    """What hides, but for names that another rule shows, in whatever state of the page or on whatever screen.

    Args:
        found: Classes and ids with their signs, and the form in which they are hidden.
        rules: The parts of a style sheet between closing braces.
    """
    starts = list(accumulate((len(rule) + 1 for rule in rules), initial=0))
    style = "}".join(rules)
    left = dict(found)
    for name, form in islice(found.items(), MAX_NAMES):
        at = style.find(name)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            if shows(rules[number], name, form):
                del left[name]
                break
            at = style.find(name, starts[number + 1])
    return left


def shows(rule: str, name: str, form: str) -> bool:
    """Whether a rule is about elements of a name, and undoes what hides them."""
    before, _, text = rule.rpartition("{")
    selectors = before.rpartition("{")[2].split(",")
    if not any(name in subject_names(selector) for selector in selectors if name in selector):
        return False
    return not hiding_form(text) and not declarations(text).keys().isdisjoint(PROPERTIES[form])


def subject_names(selector: str) -> list[str]:
    """The classes and ids of the element that a selector is about, with their signs."""
    for sign in ">+~":
        selector = selector.replace(sign, " ")
    subject = (selector.split() or [""])[-1]
    subject = subject.partition(":")[0].partition("[")[0]
    return subject.replace("#", " #").replace(".", " .").split()


def declarations(text: str) -> dict[str, str]:
    """The declarations of a rule or an inline style, names and values in lower case."""
    found = {}
    for part in text[:MAX_DECLARATIONS].lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = " ".join(value.replace("!important", "").split())
    return found


def hiding_form(text: str) -> str:
    """The form in which declarations hide an element: a key of `PROPERTIES`; empty where they do not."""
    if not may_hide(text):
        return ""
    style = declarations(text)
    if style.get("display") == "none":
        return "display:none"
    if style.get("visibility") in ("hidden", "collapse"):
        return "visibility:hidden"
    if is_zero(style.get("opacity", "")) and not any(name.startswith("animation") for name in style):
        return "opacity:0"
    if is_zero(style.get("font-size", "")):
        return "font-size:0"
    if is_transparent(style):
        return "color:transparent"
    if is_clipped(style):
        return "clipped"
    if has_no_size(style):
        return "no size"
    return "off screen" if is_off_screen(style) else ""


def is_zero(value: str) -> bool:
    """Whether a length or a share is nought, in whatever unit."""
    return number_of(value)[0] == 0


def number_of(value: str) -> tuple[float | None, str]:
    """A number and its unit; None where the value is none."""
    unit = value.lstrip("+-.0123456789")
    try:
        return float(value.removesuffix(unit)), unit
    except ValueError:
        return None, ""


def is_transparent(style: Declarations) -> bool:
    """Whether text has no colour, and neither a shadow nor a background that shows in its place."""
    colour = style.get("color", "")
    if "text-shadow" in style or "text" in (style.get("background-clip"), style.get("-webkit-background-clip")):
        return False
    function, _, parts = colour.partition("(")
    if function in ("rgb", "rgba", "hsl", "hsla"):
        values = parts.rstrip(")").replace(",", " ").replace("/", " ").split()
        return len(values) == 4 and is_zero(values[3])
    return colour == "transparent" or (colour[:1] == "#" and is_clear_hex(colour[1:]))


def is_clear_hex(digits: str) -> bool:
    """Whether a colour of four or eight hexadecimal digits has no alpha."""
    return (len(digits) == 4 and digits[3] == "0") or (len(digits) == 8 and digits[6:] == "00")


def is_clipped(style: Declarations) -> bool:
    """Whether all of an element is cut off: nothing is left between the edges."""
    if style.get("position") in ("absolute", "fixed"):
        shape, _, edges = style.get("clip", "").partition("(")
        values = [number_of(edge)[0] for edge in edges.rstrip(")").replace(",", " ").split()]
        if shape == "rect" and len(values) == 4 and None not in values and len({*values}) == 1:
            return True
    shape, _, edges = style.get("clip-path", "").partition("(")
    first, unit = number_of((edges.rstrip(")").split() or [""])[0])
    if first is None:
        return False
    return (shape == "inset" and unit == "%" and first >= 50) or (shape == "circle" and first == 0)


def has_no_size(style: Declarations) -> bool:
    """Whether the box of an element has no room for text, and what flows over is not shown."""
    if style.get("overflow") not in ("hidden", "clip") or any(name.startswith("padding") for name in style):
        return False
    height = smallest(style, ("height", "max-height"))
    width = smallest(style, ("width", "max-width"))
    return height == 0 or width == 0 or (height is not None and width is not None)


def smallest(style: Declarations, names: Iterable[str]) -> float | None:
    """The size that the declarations of these names give, where it is as good as none."""
    for name in names:
        size, unit = number_of(style.get(name, ""))
        if size is not None and unit in ("", "px") and 0 <= size <= SMALLEST:
            return size
    return None


def is_off_screen(style: Declarations) -> bool:
    """Whether an element, or its text, stands far outside of the screen."""
    moved = [style.get("text-indent", "")]
    if style.get("position") in ("absolute", "fixed"):
        moved += [style.get(side, "") for side in SIDES]
    return any(is_far(value) for value in moved)


def is_far(value: str) -> bool:
    """Whether a length is negative and larger than a screen."""
    size, unit = number_of(value)
    return size is not None and -size >= FAR_AWAY.get(unit, float("inf"))
