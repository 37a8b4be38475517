"""Compares two articles field by field."""

from cleanpage.article import Article
from cleanpage.testing.cases import Settings, differences
from cleanpage.testing.fields import FIELDS, json_of, observe

__all__ = ["compared"]

STRICT = Settings(min_f1=1.0)


def compared(left: object, right: object) -> list[str] | None:
    """Lines on how two articles differ, the right one taken as expected; None where they are not two articles."""
    if not isinstance(left, Article) or not isinstance(right, Article):
        return None
    found, expected = observe(left), {name: json_of(value) for name, value in observe(right).items()}
    differing = differences({n: expected[n] for n, f in FIELDS.items() if f.written}, found, STRICT, {})
    lines = [f"{left!r} == {right!r}"]
    for name, difference in differing.items():
        lines += [f"{name}: {difference.summary}", *(f"    {line}" for line in difference.details)]
    if not differing:
        own = type(left).model_fields
        lines.append("differ in " + ", ".join(name for name in own if getattr(left, name) != getattr(right, name)))
    return lines
