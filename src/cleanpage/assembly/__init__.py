"""Kept blocks to the typed blocks of an `Article`."""
