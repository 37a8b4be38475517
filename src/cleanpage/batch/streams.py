"""Reads files that may be packed: gzip, Zstandard, bzip2 and XZ, told by their first bytes and not by their names.

A stream ends where its file can be read no further, and then says why, so that everything before a fault is kept.
"""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import zstandard

from cleanpage.batch.records import SourceFault

__all__ = ["Stream", "open_stream"]

PIECE = 1 << 14
"""Bytes of a file that are unpacked at once; a fault costs no more than these."""

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""Frame that holds the dictionary of a `.warc.zst` (IIPC, "WARC files compressed with Zstandard")."""

FAULTS = (zlib.error, zstandard.ZstdError, lzma.LZMAError, EOFError, OSError, ValueError)

Unpacker = Callable[[], Any]
"""Makes an object with `decompress`, `eof` and `unused_data`, as those of the standard library have."""


class Stream(io.RawIOBase):
    """The contents of a file, unpacked.

    Args:
        file: The file, at its beginning.
        name: What the user calls it.
        unpacker: Makes the unpacker of one member; None for a file that is not packed.
    """

    def __init__(self, file: BinaryIO, name: str, unpacker: Unpacker | None) -> None:
        self.file = file
        self.name = name
        self.unpacker = unpacker
        self.member: Any = None
        self.pending = b""
        self.fault: SourceFault | None = None
        """Why the stream ended before its file did."""
        self.offset = 0
        self.taken = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def tell(self) -> int:
        """Bytes given so far."""
        return self.offset

    def consumed(self) -> int:
        """Bytes of the file read so far."""
        return self.taken

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as a piece of the file goes; 0 at the end."""
        while not self.pending and self.fault is None:
            piece = self.next_piece()
            self.pending = b"".join(self.unpacked(piece)) if self.unpacker else piece
            if not piece:
                break
        given = self.pending[: len(buffer)]
        buffer[: len(given)] = given
        self.pending = self.pending[len(given) :]
        self.offset += len(given)
        return len(given)

    def next_piece(self) -> bytes:
        """The next piece of the file; nothing at its end."""
        try:
            piece = self.file.read(PIECE)
        except OSError as error:
            self.end("source_corrupt", str(error))
            return b""
        self.taken += len(piece)
        if not piece and self.member is not None:
            self.end("source_truncated", "the file ends within a compressed member")
        return piece

    def unpacked(self, piece: bytes) -> Iterator[bytes]:
        """What a piece of the file adds, up to a fault; members follow each other, perhaps with zeros between them."""
        while piece and self.unpacker:
            if self.member is None:
                piece = piece.lstrip(b"\0")
                if not piece:
                    break
                self.member = self.unpacker()
            try:
                yield self.member.decompress(piece)
            except FAULTS as error:
                self.end("source_corrupt", str(error))
                break
            piece = self.member.unused_data if self.member.eof else b""
            self.member = None if self.member.eof else self.member

    def end(self, kind: str, message: str) -> None:
        """End the stream here."""
        self.fault = SourceFault(kind=kind, source=self.name, at=self.consumed(), message=message)

    def close(self) -> None:
        """Close the file as well."""
        super().close()
        self.file.close()


def open_stream(path: str | Path, name: str | None = None) -> Stream:
    """Open a file.

    Args:
        path: The file.
        name: What the user calls it; `path` by default.

    Raises:
        OSError: It cannot be opened.
    """
    file = Path(path).open("rb")  # noqa: SIM115  # the stream closes it
    return Stream(file, name or str(path), unpacker_of(file))


def unpacker_of(file: BinaryIO) -> Unpacker | None:
    """What unpacks a file, by its first bytes; the file is then at the beginning of its first member."""
    head = file.read(8)
    if head.startswith(ZSTD_DICTIONARY):
        dictionary = zstd_dictionary(file.read(int.from_bytes(head[4:8], "little")))
        return lambda: zstandard.ZstdDecompressor(dict_data=dictionary).decompressobj()
    file.seek(0)
    if head.startswith(ZSTD_MAGIC):
        return lambda: zstandard.ZstdDecompressor().decompressobj()
    if head.startswith(b"\x1f\x8b"):
        return lambda: zlib.decompressobj(zlib.MAX_WBITS | 16)
    if head.startswith(b"BZh"):
        return bz2.BZ2Decompressor
    return lzma.LZMADecompressor if head.startswith(b"\xfd7zXZ\0") else None


def zstd_dictionary(data: bytes) -> zstandard.ZstdCompressionDict:
    """A dictionary, which may itself be packed."""
    if data.startswith(ZSTD_MAGIC):
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    return zstandard.ZstdCompressionDict(data)
