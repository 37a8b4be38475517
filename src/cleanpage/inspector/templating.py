"""Jinja2's templates of this package, behind the `inspect` extra."""

from functools import cache
from typing import TYPE_CHECKING

from cleanpage.errors import MissingExtraError

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["template"]


@cache
def template(name: str) -> "Template":
    """One of the templates; all that is put into it is escaped.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ModuleNotFoundError as error:
        raise MissingExtraError("the inspector", "inspect") from error
    loader = PackageLoader("cleanpage.inspector", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(name)
