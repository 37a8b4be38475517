"""Imported by the server that worker processes are forked from: they begin with everything loaded.

That is the models, the package for dates in words, and pandas, which pyarrow imports with the first row where it is
installed.
"""

import pyarrow as pa

from cleanpage.batch import worker  # noqa: F401  # what workers run
from cleanpage.batch.function import extract_batch

PAGE = (
    "<html lang=eu><title>Warm</title><meta name=date content='2024(e)ko martxoaren 1a'><h1>Warm</h1><p>By Ann Ash</p>"
    "<p>Extracted once, so that no worker has to load what an extraction needs.</p>"
)

extract_batch(pa.RecordBatch.from_pydict({"html": [PAGE]}))
