"""Memory of this process."""

import os
import resource
import sys
from pathlib import Path

__all__ = ["MEGABYTE", "peak", "resident"]

MEGABYTE = 1_000_000


def resident() -> float:
    """Resident memory, in MB; the greatest so far where the system does not tell the present one."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
    return peak()


def peak() -> float:
    """The greatest resident memory so far, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE
