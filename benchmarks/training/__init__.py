"""Learning of the weights in `src/cleanpage/models/weights.json` from corpora of pages with known bodies."""
