"""What brings a worker down, for `Work.hook`: each page whose address says so."""

import ctypes
import os
import time
from pathlib import Path


def misbehave(html: bytes | str | None) -> None:
    """Hang, crash, die, raise or take memory if the page asks for it."""
    text = html.decode() if isinstance(html, bytes) else html or ""
    if "HANG" in text:
        time.sleep(600)
    if "SEGFAULT" in text:
        ctypes.string_at(0)
    if "RAISE" in text:
        raise RuntimeError("as asked for")
    if "MEMORY" in text:
        hoard()


def hoard() -> None:
    """Take memory until it is noticed."""
    hoarded = []
    for _ in range(100):
        hoarded.append(b"x" * 50_000_000)
        time.sleep(0.05)


def die_once(html: bytes | str | None) -> None:
    """Die with the first page that names a file, and leave the file behind."""
    text = html.decode() if isinstance(html, bytes) else html or ""
    if "ONCE:" in text:
        mark = Path(text.partition("ONCE:")[2].partition(";")[0])
        if not mark.exists():
            mark.touch()
            os._exit(9)
