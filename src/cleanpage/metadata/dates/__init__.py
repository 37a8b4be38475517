"""Dates as pages write them, to `Timestamp`."""
