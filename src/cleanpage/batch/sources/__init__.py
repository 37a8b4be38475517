"""Reads pages from files of several kinds."""

from cleanpage.batch.sources.inputs import Input, Kind, find_inputs, list_inputs
from cleanpage.batch.sources.reading import read_input, read_pages

__all__ = ["Input", "Kind", "find_inputs", "list_inputs", "read_input", "read_pages"]
