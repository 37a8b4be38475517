"""Watches the limits of one extraction: which were hit, and how much time is left."""

from time import thread_time

from cleanpage.errors import LimitExceeded
from cleanpage.options import Options

__all__ = ["Watch"]


class Watch:
    """Watches over the limits of one extraction; made for one page, never shared.

    Time is the processor time of the calling thread: it does not depend on what else the machine does, so that the same
    page meets the same limit.
    """

    __slots__ = ("end", "hit", "options", "start")

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.start = thread_time()
        self.end = self.start + self.options.max_seconds
        self.hit: list[str] = []
        """Names of the options that were hit, in the order in which they were."""

    def exceed(self, option: str) -> None:
        """Note that something is left out because of an option.

        Raises:
            LimitExceeded: The caller wants none of that.
        """
        if self.options.strict:
            raise LimitExceeded(option, getattr(self.options, option))
        if option not in self.hit:
            self.hit.append(option)

    def out_of_time(self, share: float = 1.0) -> bool:
        """Whether a share of the time is over.

        Raises:
            LimitExceeded: It is, and the caller wants to know.
        """
        if thread_time() < self.start + share * (self.end - self.start):
            return False
        self.exceed("max_seconds")
        return True
