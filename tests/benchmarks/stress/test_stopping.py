import os
import signal
import threading

import pytest

from benchmarks.stress.stopping import Stopped, stoppable


def send(number: signal.Signals) -> None:
    """Sends this process a signal and waits for it."""
    with stoppable():
        os.kill(os.getpid(), number)
        threading.Event().wait(5)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_what_is_within(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with pytest.raises(Stopped, match=number.name):
        send(number)
    assert signal.getsignal(number) is before


def test_elsewhere_than_in_the_main_thread_nothing_changes() -> None:
    handlers: list[object] = []

    def look() -> None:
        with stoppable():
            handlers.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert handlers == [signal.getsignal(signal.SIGTERM)]
