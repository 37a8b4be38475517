import bz2
import gzip
import lzma
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from cleanpage.batch.streams import Stream, open_stream, unpacker_of

TEXT = b"".join(b"line %d of the log of the ferry\n" % number for number in range(20_000))
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zstd": zstandard.ZstdCompressor(write_checksum=True).compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
}


def read(path: Path) -> tuple[bytes, Stream]:
    with open_stream(path) as stream:
        return BufferedReader(stream).read(), stream


@pytest.mark.parametrize("name", PACKERS)
def test_members_follow_each_other(name: str, tmp_path: Path) -> None:
    pack = PACKERS[name]
    path = tmp_path / "misnamed.txt"
    path.write_bytes(pack(TEXT[:1000]) + pack(b"") + pack(TEXT[1000:]))
    found, stream = read(path)
    assert found == TEXT
    assert (stream.fault, stream.tell(), stream.consumed()) == (None, len(TEXT), path.stat().st_size)


@pytest.mark.parametrize("name", PACKERS)
def test_truncated_file_is_read_as_far_as_it_goes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    packed = PACKERS[name](TEXT[:100_000]) + PACKERS[name](TEXT[100_000:])
    path.write_bytes(packed[:-20])
    found, stream = read(path)
    assert TEXT.startswith(found)
    assert len(found) >= 100_000
    assert stream.fault is not None
    assert (stream.fault.kind, stream.fault.at) == ("source_truncated", len(packed) - 20)


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_corrupt_file_ends_at_the_fault(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    first, second = PACKERS[name](TEXT), bytearray(PACKERS[name](TEXT))
    middle = len(second) // 2
    second[middle : middle + 8] = b"\xff" * 8
    path.write_bytes(first + bytes(second))
    found, stream = read(path)
    assert found.startswith(TEXT)
    assert stream.fault is not None
    assert (stream.fault.kind, stream.fault.at <= path.stat().st_size) == ("source_corrupt", True)


def test_zeros_between_members_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(b"one") + b"\0" * 512 + gzip.compress(b"two") + b"\0" * 100)
    found, stream = read(path)
    assert (found, stream.fault) == (b"onetwo", None)


def test_junk_after_the_last_member_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(gzip.compress(b"one" * 9000) + gzip.compress(b"two") + b"junk" * 9000)
    found, stream = read(path)
    assert found.startswith(b"one" * 100)
    assert stream.fault is not None
    assert stream.fault.kind == "source_corrupt"


@pytest.mark.parametrize("data", [b"", b"text", b"\x1f"])
def test_file_that_is_not_packed(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(data)
    found, stream = read(tmp_path / "a.gz")
    assert (found, stream.fault) == (data, None)
    with (tmp_path / "a.gz").open("rb") as file:
        assert unpacker_of(file) is None


@given(st.lists(st.binary(max_size=200), max_size=5), st.sampled_from(sorted(PACKERS)), st.integers(1, 100))
def test_any_bytes_in_any_pieces(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes], name: str, size: int
) -> None:
    path = tmp_path_factory.mktemp("stream") / "a"
    path.write_bytes(b"".join(map(PACKERS[name], parts)))
    with open_stream(path) as stream:
        pieces = list(iter(lambda: stream.read(size), b""))
    assert b"".join(pieces) == b"".join(parts)
    assert stream.fault is None
