"""`pyarrow.compute`, whose functions are made when it is imported, so that type checkers see none of them."""

from typing import Any

import pyarrow.compute

__all__ = ["pc"]

pc: Any = pyarrow.compute
