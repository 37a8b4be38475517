import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cleanpage.batch.spool import IDLE, Beat, read_beat, write_beat
from cleanpage.batch.watch import Limits, Watch
from cleanpage.batch.worker import beat_path, resident_bytes


@pytest.fixture
def sleeper() -> "subprocess.Popen[bytes]":
    """A process that stands in for a worker."""
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


def say(folder: Path, process: int, row: int) -> None:
    file = os.open(beat_path(folder, process), os.O_RDWR | os.O_CREAT)
    write_beat(file, 7, row)
    os.close(file)


def test_beats_are_read_as_they_were_written(tmp_path: Path) -> None:
    before = time.monotonic()
    say(tmp_path, 1, 3)
    beat = read_beat(beat_path(tmp_path, 1))
    assert beat is not None
    assert (beat.task, beat.row) == (7, 3)
    assert before <= beat.since <= time.monotonic()
    assert read_beat(beat_path(tmp_path, 2)) is None


@pytest.mark.parametrize(
    ("limits", "cause"), [(Limits(seconds=1e-9), "timeout"), (Limits(memory=1), "memory")], ids=["timeout", "memory"]
)
def test_worker_beyond_a_limit_is_killed(
    limits: Limits, cause: str, tmp_path: Path, sleeper: "subprocess.Popen[bytes]"
) -> None:
    watch = Watch(tmp_path, limits)
    say(tmp_path, sleeper.pid, 3)
    watch.look()
    assert sleeper.wait() == -9
    beat, found = watch.last_words(sleeper.pid)
    assert (beat and beat.row, found) == (3, cause)
    assert not beat_path(tmp_path, sleeper.pid).exists()


def test_worker_within_its_limits_lives(tmp_path: Path, sleeper: "subprocess.Popen[bytes]") -> None:
    watch = Watch(tmp_path, Limits())
    say(tmp_path, sleeper.pid, 3)
    watch.look()
    say(tmp_path, sleeper.pid, IDLE)
    Watch(tmp_path, Limits(seconds=1e-9, memory=1)).look()
    assert sleeper.poll() is None
    sleeper.kill()
    sleeper.wait()
    assert watch.last_words(sleeper.pid)[1] == "crash"


def test_next_page_is_not_blamed_for_the_last_one(tmp_path: Path, sleeper: "subprocess.Popen[bytes]") -> None:
    """The worker may have gone on between the look and the end."""
    watch = Watch(tmp_path, Limits(seconds=1e-9))
    say(tmp_path, sleeper.pid, 3)
    watch.look()
    sleeper.wait()
    say(tmp_path, sleeper.pid, 4)
    beat, cause = watch.last_words(sleeper.pid)
    assert (beat and beat.row, cause) == (4, "crash")


def test_process_that_is_gone_is_no_fault(tmp_path: Path, sleeper: "subprocess.Popen[bytes]") -> None:
    sleeper.kill()
    sleeper.wait()
    watch = Watch(tmp_path, Limits(seconds=1e-9))
    watch.judge(sleeper.pid, Beat(1, 0, 0.0))
    assert resident_bytes(sleeper.pid) == 0


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is watched on Linux")
def test_memory_of_a_process() -> None:
    assert resident_bytes(os.getpid()) > 10_000_000
