"""Data that a stranger may edit: tags, cues, phrases and weights. Imports nothing else of cleanpage."""
