"""Writes results of checks as text, JSON and JUnit XML."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from itertools import groupby
from xml.etree import ElementTree

from cleanpage.testing.cases import Result

__all__ = ["Form", "render"]

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Form(StrEnum):
    """Forms of a report."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"


def render(results: Sequence[Result], form: Form, failed: str) -> str:
    """The report, with a line break at its end.

    Args:
        results: The results, page by page.
        form: What to write it as.
        failed: The word for results that are not as expected, as in `failed` or `moved`.
    """
    match form:
        case Form.TEXT:
            return as_text(results, failed)
        case Form.JSON:
            return json.dumps([as_dict(result) for result in results], ensure_ascii=False, indent=2) + "\n"
        case Form.JUNIT:
            return as_junit(results, failed)


def as_text(results: Sequence[Result], failed: str) -> str:
    lines = []
    for result in results:
        if not result.ok:
            lines += [result.name, *(f"    {line}" for line in result.lines)]
    wrong = sum(not result.ok for result in results)
    known = sum(result.outcome == "xfailed" for result in results)
    counts = [
        f"{wrong} {failed}",
        f"{len(results) - wrong - known} as expected",
        *([f"{known} known"] if known else []),
    ]
    pages = len({result.page for result in results})
    return "\n".join((*lines, f"{pages} pages: {', '.join(counts)}", ""))


def as_dict(result: Result) -> dict[str, object]:
    """A result as a JSON object."""
    difference = asdict(result.difference) if result.difference else None
    return {
        "page": result.page,
        "field": result.field,
        "outcome": result.outcome,
        "expected": result.expected,
        "found": result.found,
        "difference": difference,
        "causes": result.causes,
    }


def as_junit(results: Sequence[Result], failed: str) -> str:
    """JUnit's XML: a suite a page, a case a field."""
    root = ElementTree.Element("testsuites", name="cleanpage")
    for page, group in groupby(results, key=lambda result: result.page):
        own = list(group)
        suite = ElementTree.SubElement(root, "testsuite", name=page, tests=str(len(own)))
        suite.set("failures", str(sum(not result.ok for result in own)))
        suite.set("skipped", str(sum(result.outcome == "xfailed" for result in own)))
        for result in own:
            add_case(suite, result, failed)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def add_case(suite: ElementTree.Element, result: Result, failed: str) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname=result.page, name=result.field)
    if result.outcome == "xfailed":
        ElementTree.SubElement(case, "skipped", message=clean(result.xfail or ""))
    elif not result.ok:
        failure = ElementTree.SubElement(case, "failure", type=failed, message=clean(result.lines[0]))
        failure.text = clean("\n".join(result.lines))


def clean(text: str) -> str:
    """`text` without the control characters that XML cannot hold."""
    return NOT_XML.sub("�", text)
