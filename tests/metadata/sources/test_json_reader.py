import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.metadata.sources.json_reader import read_json


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b"}',
        '{"a": "b"};',
        '<!-- {"a": "b"} -->',
        '//<![CDATA[\n{"a": "b"}\n//]]>',
        '/*<![CDATA[*/ {"a": "b"} /*]]>*/',
        "{&quot;a&quot;: &quot;b&quot;}",
        '{"a": "b",}',
        "{'a': 'b'}",
        '{"a": "b" // why\n}',
    ],
)
def test_broken_json_is_read(text: str) -> None:
    assert read_json(text) == [{"a": "b"}]


def test_control_characters_and_sequences() -> None:
    assert read_json('{"a": "b\nc"}') == [{"a": "b\nc"}]
    assert read_json('{"a": 1}\n{"b": 2}, [3]') == [{"a": 1}, {"b": 2}, [3]]


@pytest.mark.parametrize("text", ["", "null and void", "var a = 1", "<script>", "//"])
def test_what_is_no_json(text: str) -> None:
    assert read_json(text) == []


def test_limits() -> None:
    assert read_json("[" * 200_000) == []


@given(st.text(alphabet='{}[]",:\\/ab1<!-;*\n', max_size=60))
def test_nothing_raises(text: str) -> None:
    read_json(text)
