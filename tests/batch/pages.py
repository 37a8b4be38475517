"""Small pages for the tests of batches."""

SENTENCE = "The {name} sails to the island again after a winter of repairs, and its crew of nine is glad of it."


def page(name: str, paragraphs: int = 4) -> bytes:
    """A page with an article about a ship of some name."""
    text = "".join(f"<p>{SENTENCE.format(name=name)} Part {number}.</p>" for number in range(paragraphs))
    return f"<html lang=en><title>{name} sails</title><body><h1>{name} sails</h1>{text}</body></html>".encode()


def url_of(name: str) -> str:
    return f"https://example.org/{name}.html"
