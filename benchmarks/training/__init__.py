"""Learning of the weights in `src/cleanpage/rules/weights.json` from corpora of pages with known bodies."""
