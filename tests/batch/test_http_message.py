import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.batch.http_message import read_head

BODY = b"<p>The ferry sails.</p>"


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 200),
        (b"HTTP/1.0 404\r\ncontent-type:text/html\r\n\r\n", 404),
        (b"HTTP/2 200\r\ncontent-type: text/html\r\n\r\n", 200),
        (b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n", 200),
        (b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Type: text/html\r\n\r\n", 200),
        (b"HTTP/1.1 200 OK\r\nX-Name: \xe9\xff\r\nContent-Type: text/html\r\n\r\n", 200),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 200),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\nContent-Type: text/html\r\n\r\n", 200),
    ],
)
def test_heads_as_they_are_recorded(head: bytes, status: int) -> None:
    found = read_head(head + BODY)
    assert (found.status, found.get("content-type")) == (status, "text/html")
    assert (head + BODY)[found.size :] == BODY


def test_block_without_a_head_is_all_body() -> None:
    assert read_head(BODY) == read_head(b"")
    assert read_head(BODY).size == 0


def test_head_without_a_body() -> None:
    head = b"HTTP/1.1 204 No Content\r\nServer: x"
    assert (read_head(head).status, read_head(head).size) == (204, len(head))


def test_folded_and_repeated_fields() -> None:
    head = read_head(b"HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n  charset=koi8-r\r\nVary: a\r\nVARY: b\r\n\r\n")
    assert head.fields == {"content-type": "text/html; charset=koi8-r", "vary": "a, b"}


@given(st.binary(max_size=200))
def test_size_is_within_the_block(block: bytes) -> None:
    assert 0 <= read_head(b"HTTP/1.1 200\r\n" + block).size <= len(block) + 14
