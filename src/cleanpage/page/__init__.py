"""HTML text to a `Page`: parallel arrays of elements and blocks."""
