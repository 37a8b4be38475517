"""Conditions on rows: which of them are written."""

import re
from dataclasses import dataclass

import pyarrow as pa

from cleanpage.article.fields import CONTENT_KINDS
from cleanpage.batch.compute import pc
from cleanpage.batch.schema import SCHEMA

__all__ = ["Where", "parse_where"]

CONDITION = re.compile(r"(\w+)\s*(=|>=|<=)\s*(.+)")
COLUMNS = {field.name: field.type for field in SCHEMA if not pa.types.is_nested(field.type)}
FORMS = "has_article, or a column with =, >= or <= and a value, as in language=en,fr or confidence>=0.8"


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on one column. Rows with an error fulfil every condition, so that none of them is overlooked."""

    column: str
    operator: str
    """`=`, `>=` or `<=`."""
    values: tuple[str, ...]
    """One value; several for `=`, of which one must match."""

    def __call__(self, rows: pa.RecordBatch) -> pa.RecordBatch:
        """The rows that fulfil the condition."""
        column = rows.column(self.column)
        values = pa.array(self.values).cast(column.type)
        match self.operator:
            case "=":
                matches = pc.is_in(column, values)
            case ">=":
                matches = pc.greater_equal(column, values[0])
            case _:
                matches = pc.less_equal(column, values[0])
        return rows.filter(pc.or_(pc.fill_null(matches, False), pc.is_valid(rows.column("error"))))


def parse_where(text: str) -> Where:
    """Read a condition.

    Raises:
        ValueError: It has none of the forms, or names no column of single values.
    """
    if text.strip() == "has_article":
        return Where("outcome", "=", tuple(sorted(CONTENT_KINDS)))
    found = CONDITION.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no condition; give {FORMS}")
    name, operator, value = found.groups()
    if name not in COLUMNS:
        raise ValueError(f"{text!r}: there is no column {name!r} of single values; there are {', '.join(COLUMNS)}")
    values = tuple(part.strip() for part in value.split(",")) if operator == "=" else (value.strip(),)
    try:
        pa.array(values).cast(COLUMNS[name])
    except pa.ArrowException as error:
        raise ValueError(f"{text!r}: the column {name!r} holds values of type {COLUMNS[name]}") from error
    return Where(name, operator, values)
