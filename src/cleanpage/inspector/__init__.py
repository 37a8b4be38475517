"""The inspector: one self-contained HTML page that shows what was kept of a page, what was dropped, and why.

`render(analysis)` gives that page. It needs the `inspect` extra.
"""

from cleanpage.inspector.compare import Comparison, compare_expected, compare_results
from cleanpage.inspector.report import render

__all__ = ["Comparison", "compare_expected", "compare_results", "render"]
