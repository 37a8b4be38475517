"""Explanations as rows of data."""

import cleanpage
from cleanpage.explain.rows import explain_blocks, explain_claims

PAGE = """<!doctype html><html><head><title>River path to open</title><meta name="author" content="Ann Berger"></head>
<body><nav><a href="/">Home</a></nav><article><h1>River path to open</h1>
<p>The town council met on Tuesday to talk about the path along the river, which has been closed since the flood.</p>
<p>Members agreed to repair the lower part first, because the school needs it, and to open it again in the autumn.</p>
<p>The upper part will take longer, said the engineer, since two of the bridges must be built anew from the ground.</p>
</article><footer>Imprint</footer></body></html>"""


def test_each_block_has_a_row_with_a_reason() -> None:
    analysis = cleanpage.analyze(PAGE)
    rows = explain_blocks(analysis)
    assert [row.text for row in rows] == [" ".join(text.split()) for text in analysis.page.texts]
    assert all(row.reason and row.place and 0 <= row.score <= 1 for row in rows)
    assert [row.kept for row in rows] == [verdict.kept for verdict in analysis.verdicts]
    assert any(row.place == "body > article > p" and row.kept for row in rows)


def test_each_claim_has_a_row_and_each_field_one_that_was_believed() -> None:
    analysis = cleanpage.analyze(PAGE)
    rows = explain_claims(analysis)
    assert len(rows) >= len(analysis.metadata.claims)
    believed = {row.field: row for row in rows if row.believed}
    assert believed.keys() == analysis.article.evidence.keys()
    assert believed["authors"].value == "Ann Berger"
    assert all(row.source and row.path for row in rows)
    assert {row.field for row in rows if row.confidence is not None} == {"headline", "authors"}
    assert all(row.believed for row in rows if row.confidence is not None or row.doubts)


def test_no_text_steers_the_terminal() -> None:
    rows = explain_blocks(cleanpage.analyze("<p>a\x1b[31m b</p><p>c</p>"))
    assert "\x1b" not in "".join(row.text for row in rows)
