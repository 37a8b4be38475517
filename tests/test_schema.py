"""The JSON Schema that the docs publish."""

import json
from pathlib import Path

import pytest

from cleanpage import Paragraph, to_json
from docs import hooks
from tests.article_strategies import article


@pytest.mark.parametrize("by_alias", [False, True])
def test_the_schema_knows_every_key_that_json_has(by_alias: bool) -> None:
    schema = json.loads(hooks.json_schema(by_alias=by_alias))
    written = json.loads(to_json(article(Paragraph(text="Text.")), by_alias=by_alias))
    assert schema["properties"].keys() == written.keys()
    assert schema["$defs"]["Paragraph"]["properties"].keys() == written["body"][0].keys()
    kinds = schema["properties"]["body"]["items"]["discriminator"]
    assert kinds["propertyName"] == "type"
    assert {"paragraph", "math", "embed", "footnote", "entry"} <= kinds["mapping"].keys()


def test_schemas_are_written_beside_the_pages(tmp_path: Path) -> None:
    hooks.on_post_build({"site_dir": str(tmp_path)})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.alias.schema.json", "article.schema.json"]
