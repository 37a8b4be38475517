"""Claims to values, with the evidence for each."""
