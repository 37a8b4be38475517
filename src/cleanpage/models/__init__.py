"""What was learned from the corpora, and how it is evaluated."""
