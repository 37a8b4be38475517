"""Watches worker processes from outside, and kills those that take too long or too much for a page.

Neither can be left to the worker: code that hangs or allocates in C does not let go of the interpreter, and a limit on
address space trips on numpy and pyarrow, which reserve much more than they use.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from cleanpage.batch.spool import IDLE, Beat, read_beat
from cleanpage.batch.worker import beat_path, resident_bytes

__all__ = ["Limits", "Watch", "watching"]

INTERVAL = 0.1
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may take of a worker."""

    seconds: float = 60.0
    """Time by the clock."""
    memory: int = 2 << 30
    """Memory of the worker in bytes (RSS), watched on Linux."""


class Watch:
    """What is known of the workers of a pool.

    Args:
        folder: Where the workers say what they do.
        limits: What a page may take.
    """

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder = folder
        self.limits = limits
        self.killed: dict[int, tuple[Beat, str]] = {}
        """By process: what it was at, and `timeout` or `memory`."""
        self.last_sign = time.monotonic()
        """When a worker last began with something."""

    def look(self) -> None:
        """Look at each worker once."""
        for path in self.folder.glob("*.beat"):
            beat = read_beat(path)
            if beat is not None:
                self.last_sign = max(self.last_sign, beat.since)
                self.judge(int(path.stem), beat)

    def judge(self, process: int, beat: Beat) -> None:
        """Kill a worker whose page is beyond a limit."""
        if beat.row == IDLE or process in self.killed:
            return
        late = time.monotonic() - beat.since > self.limits.seconds
        if late or resident_bytes(process) > self.limits.memory:
            self.killed[process] = (beat, "timeout" if late else "memory")
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                return

    def last_words(self, process: int) -> tuple[Beat | None, str]:
        """What a dead worker was at, and why it died: `timeout`, `memory`, or `crash`."""
        path = beat_path(self.folder, process)
        beat = read_beat(path)
        path.unlink(missing_ok=True)
        judged, cause = self.killed.pop(process, (None, "crash"))
        same = judged is not None and beat is not None and (judged.task, judged.row) == (beat.task, beat.row)
        return beat, cause if same else "crash"


@contextmanager
def watching(watch: Watch) -> Iterator[Watch]:
    """Look at the workers every now and then, in a thread."""
    over = Event()

    def keep_looking() -> None:
        while not over.wait(INTERVAL):
            watch.look()

    thread = Thread(target=keep_looking, name="cleanpage-watch", daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()
