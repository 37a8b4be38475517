from pathlib import Path

import pytest

from benchmarks.stress import memory


def test_resident_memory_follows_what_is_held() -> None:
    before = memory.resident()
    held = bytearray(b"x" * 50_000_000)
    assert memory.resident() - before > 30
    assert memory.peak() >= before + len(held) / memory.MEGABYTE * 0.6


def test_the_greatest_where_the_system_does_not_tell_the_present_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "exists", lambda _: False)
    assert memory.resident() == pytest.approx(memory.peak(), rel=0.1)
