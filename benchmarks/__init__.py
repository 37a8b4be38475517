"""Measures cleanpage and its peers on corpora of real pages: `python -m benchmarks --help`."""
