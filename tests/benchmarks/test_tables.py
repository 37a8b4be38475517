"""Tables for the terminal."""

from benchmarks.run import Run
from benchmarks.systems.record import Extraction
from benchmarks.tables import mistaken
from benchmarks.worker import PageRecord


def record(right: float | None, headline: str | None) -> PageRecord:
    scores: dict[str, tuple[float, ...]] = {} if right is None else {"headline": (right, 1.0)}
    return PageRecord(
        id="a", kind="article", seconds=0.0, error=None, scores=scores, extraction=Extraction(headline=headline)
    )


# Of five pages with a known headline one is wrong and two are missing; nothing is known of the last.
def test_wrong_values_are_told_from_missing_ones() -> None:
    rows = [(1.0, "Ferry"), (1.0, "Pier"), (0.0, "Menu"), (0.0, None), (0.0, ""), (None, "Yard")]
    done = Run(
        system="cleanpage",
        version="1",
        corpus="small",
        digest="0",
        date="2024-05-06",
        records=tuple(record(right, headline) for right, headline in rows),
    )
    assert mistaken(done, "headline") == "0.200 / 0.400"
    assert mistaken(done, "published") == "–"
