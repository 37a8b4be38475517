"""Whatever was handed in, to HTML text."""
