"""Long runs that can be stopped in between and still tell what they have found."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["Stopped", "stoppable"]


class Stopped(BaseException):
    """The run was told to stop, by Ctrl-C or by `kill`; no fault that anybody but the run itself is to catch."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Within, SIGINT and SIGTERM raise `Stopped`; outside the main thread, where no signal arrives, nothing changes.

    Python itself turns SIGINT alone into an exception, and not even that one where a shell put it in the background.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def stop(number: int, _frame: object) -> None:
    """Handles a signal."""
    raise Stopped(signal.Signals(number).name)
