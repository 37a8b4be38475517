"""An article as plain text, Markdown, HTML, JSON and TEI-XML: functions of the `Article` alone."""

from cleanpage.render.html import to_html
from cleanpage.render.json import to_json
from cleanpage.render.markdown import to_markdown
from cleanpage.render.tei import to_tei
from cleanpage.render.text import to_text

__all__ = ["to_html", "to_json", "to_markdown", "to_tei", "to_text"]
