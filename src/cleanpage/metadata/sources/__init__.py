"""Claims of what a page says for machines, and of its links."""
