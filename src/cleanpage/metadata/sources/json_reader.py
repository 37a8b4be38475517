"""JSON as pages write it: strict first, then without the wrappings that pages put around it, then by json_repair."""

import html
import json
import re
from typing import Any

from pydantic_core import from_json

__all__ = ["read_json"]

MAX_REPAIRED = 200_000
"""Characters of a broken text that are worth repairing."""
MAX_WRAPPINGS = 10
MAX_LEAD = 200
"""Characters before the data that are passed over."""
BLANK = " \t\r\n\f\v\xa0\ufeff"
BRACES = re.compile(r"[{\[]")
WRAPPINGS = (";", "/*", "*/", "//", "<!--", "<![CDATA[", "]]>", "-->")
"""What pages put around JSON, mostly to hide it from old browsers and XML parsers."""
DECODER = json.JSONDecoder(strict=False)


def read_json(text: str) -> list[Any]:
    """The values that `text` holds: one as a rule, several where objects follow each other."""
    try:
        return [from_json(text, cache_strings="keys")]  # in two thirds of the time that `json` takes, but stricter
    except ValueError:
        pass
    try:
        return [DECODER.decode(text)]
    except (ValueError, RecursionError):
        return broken(text)


def broken(text: str) -> list[Any]:
    """The values of a text that is not quite JSON."""
    stripped = from_brace(unwrapped(text))
    if not stripped:
        return []
    for candidate in (stripped, html.unescape(stripped)):
        values = in_sequence(candidate)
        if values:
            return values
    return repaired(stripped)


def unwrapped(text: str) -> str:
    """`text` without what pages put around JSON."""
    text = without_comment(text.strip(BLANK))
    for _ in range(MAX_WRAPPINGS):
        before = text
        for wrapping in WRAPPINGS:
            text = text.removeprefix(wrapping).removesuffix(wrapping).strip()
        if text == before:
            break
    return text


def without_comment(text: str) -> str:
    """`text` without the comment that it begins with; a line with data in it is none."""
    end = text.find("*/") + 2 if text.startswith("/*") else text.find("\n") if text.startswith("//") else 0
    return text[end:] if end > 1 and not BRACES.search(text[:end].replace("[CDATA[", "")) else text


def from_brace(text: str) -> str:
    """`text` from its first object or list on: before it may be an assignment. Nothing where there is none."""
    first = BRACES.search(text[:MAX_LEAD])
    return text[first.start() :] if first else ""


def in_sequence(text: str) -> list[Any]:
    """All values of a text that holds one after the other; none where any is broken."""
    values: list[Any] = []
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] in ",;":
            at += 1
            continue
        try:
            value, at = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return []
        values.append(value)
    return values


def repaired(text: str) -> list[Any]:
    """What json_repair makes of a broken text; it is imported only then."""
    if len(text) > MAX_REPAIRED:
        return []
    import json_repair

    try:
        value = json_repair.loads(text, skip_json_loads=True)
    except Exception:  # a fault of the library is no reason to lose the page
        return []
    return [value] if isinstance(value, (dict, list)) else []
