"""Which blocks are the body, and why."""
