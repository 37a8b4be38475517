"""Claims of what readers see around the main heading."""
