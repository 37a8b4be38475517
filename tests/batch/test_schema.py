import pyarrow as pa
import pytest
from pydantic import BaseModel

from cleanpage.article import Article, Author, Breadcrumb, Link, Outcome, Signal, Timestamp
from cleanpage.article.base import Image
from cleanpage.batch import SCHEMA

OUTCOME = {"kind": "outcome", "reason": "reason", "limits": "limits", "signals": "signals"}
"""The columns that hold an outcome, by its field."""

STRUCTS: tuple[tuple[str, type[BaseModel], dict[str, str]], ...] = (
    ("authors", Author, {}),
    ("breadcrumbs", Breadcrumb, {}),
    ("images", Image, {}),
    ("main_image", Image, {}),
    ("links", Link, {}),
    ("signals", Signal, {}),
    ("published", Timestamp, {"datetime": "iso"}),
    ("updated", Timestamp, {"datetime": "iso"}),
)


def test_each_field_of_an_article_has_a_column() -> None:
    assert set(Article.model_fields) - {"outcome"} <= set(SCHEMA.names)
    assert set(OUTCOME) == set(Outcome.model_fields)
    assert set(OUTCOME.values()) <= set(SCHEMA.names)
    assert "evidence" in SCHEMA.names


@pytest.mark.parametrize(("column", "model", "renamed"), STRUCTS, ids=lambda value: str(value)[:20])
def test_each_field_of_a_part_has_a_place_in_its_struct(
    column: str, model: type[BaseModel], renamed: dict[str, str]
) -> None:
    kind = SCHEMA.field(column).type
    struct = kind.value_type if pa.types.is_list(kind) else kind
    assert {renamed.get(name, name) for name in model.model_fields} <= {field.name for field in struct}


def test_every_struct_is_checked() -> None:
    """A new column of structs belongs in the table above."""
    article = SCHEMA.names[SCHEMA.get_field_index("outcome") :]
    structs = {
        name
        for name in article
        for kind in [SCHEMA.field(name).type]
        if pa.types.is_struct(kind) or (pa.types.is_list(kind) and pa.types.is_struct(kind.value_type))
    }
    assert structs == {column for column, *_ in STRUCTS}


def leaves(kind: pa.DataType) -> list[pa.DataType]:
    """The types that are not built of others."""
    if pa.types.is_struct(kind):
        return [leaf for field in kind for leaf in leaves(field.type)]
    return leaves(kind.value_type) if pa.types.is_list(kind) else [kind]


def test_types_are_those_that_spark_reads() -> None:
    """No dictionaries, no unsigned numbers, no nanoseconds."""
    found = {str(leaf) for field in SCHEMA for leaf in leaves(field.type)}
    assert found == {
        *("string", "bool", "int16", "int32", "int64", "float", "double", "date32[day]", "timestamp[us, tz=UTC]"),
    }
