"""Pages in files of their own, perhaps packed."""

import io
from collections.abc import Iterable, Iterator

from cleanpage.batch.records import Found, PageRecord, ReadSettings, RowError
from cleanpage.batch.streams import open_stream

__all__ = ["read_page_files"]


def read_page_files(paths: Iterable[str], settings: ReadSettings) -> Iterator[Found]:
    """One page a file, in order; `id` is the path of the file."""
    read = 0
    for position, path in enumerate(paths):
        try:
            with open_stream(path) as stream:
                html = io.BufferedReader(stream).read(settings.max_bytes)
                read += stream.consumed()
        except OSError as error:
            problem = RowError("read", type(error).__name__, str(error))
            yield PageRecord(source=path, position=position, id=path, error=problem, read=read)
            continue
        yield PageRecord(source=path, position=position, id=path, html=html, read=read)
        if stream.fault:
            yield stream.fault
