"""Pages made of our own texts, each with what an extractor must find and must leave out, and damaged real pages."""
