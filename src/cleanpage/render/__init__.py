"""An article as text, Markdown, HTML, JSON, TEI-XML and in other vocabularies: functions of the `Article` alone."""

from cleanpage.render.html import to_html
from cleanpage.render.json import to_json
from cleanpage.render.markdown import to_markdown
from cleanpage.render.schema_org import to_schema_org
from cleanpage.render.tei import to_tei
from cleanpage.render.text import to_text
from cleanpage.render.zyte import to_zyte

__all__ = ["to_html", "to_json", "to_markdown", "to_schema_org", "to_tei", "to_text", "to_zyte"]
