"""The record of an extraction, and why each block and value is what it is."""
