"""What the scorer knows of each block: one row a block, one column a feature."""
