"""Reports as JSON lines, plain or gzip.

A stream of bytes comes in, one article a line goes out: `{"id": "a1", "title": "…", "text": "…", "date": "2023-02-09",
"source": "云溪日报"}`. Other keys are ignored; a line that cannot be read is refused, the next one is read.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from zhengmai.model import Article
from zhengmai.reader.dates import iso_date
from zhengmai.reader.encoding import clean, decode
from zhengmai.reader.refusal import Unreadable, shown
from zhengmai.reader.wording import why

GZIP = b"\x1f\x8b"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
MOST_MEGABYTES = 128  # of one line


def read_lines(stream: IO[bytes], name: str, id: str, refuse: Callable[[str, str], None]) -> Iterator[Article]:
    """The articles of a stream; `name` and `id` stand before the line's number in origins and missing identifiers.

    Raises Unreadable where there is no line at all.
    """
    is_empty = True
    for number, line in enumerate(_lines(stream), 1):
        origin = f"{name}:{number}"
        try:
            if isinstance(line, Unreadable):
                raise line
            if line.strip():
                is_empty = False
                yield _article(line, origin, f"{id}:{number}")
        except Unreadable as error:
            is_empty = False
            refuse(origin, str(error))
    if is_empty:
        raise Unreadable("empty")


def _lines(stream: IO[bytes]) -> Iterator[bytes | Unreadable]:
    """The lines; in place of what cannot be had of the stream, the reason."""
    most = MOST_MEGABYTES * 1024**2
    try:
        first = stream.readline(most + 1)
        if first.startswith(_UTF16):
            yield Unreadable("json-utf16")
            return
        line = first.removeprefix(b"\xef\xbb\xbf")
        while line:
            if len(line) > most:
                yield Unreadable("json-long-line", limit=MOST_MEGABYTES)
                return
            yield line
            line = stream.readline(most + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Unreadable("gzip-broken")
    except OSError as error:
        yield Unreadable("os", why=error.strerror or error)


def _article(line: bytes, origin: str, number: str) -> Article:
    record = _record(line)
    text = record.get("text")
    if not isinstance(text, str):
        raise Unreadable("json-no-text")
    text = clean(text)
    if not text.strip():
        raise Unreadable("empty")
    return Article(
        id=_identifier(record.get("id")) or number,
        text=text,
        title=_string(record.get("title")),
        published=iso_date(_string(record.get("date")) or ""),
        source=_string(record.get("source")),
        origin=origin,
    )


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decode(line))
    except RecursionError as error:
        raise Unreadable("json-broken", why=why("json-deep")) from error
    except ValueError as error:
        raise Unreadable("json-broken", why=shown(str(error))[:200]) from error
    if not isinstance(record, dict):
        raise Unreadable("json-no-object")
    return record


def _identifier(value: object) -> str | None:
    """The identifier as a string; None where there is none."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unreadable("json-bad-id")
    return clean(str(value)).strip() or None


def _string(value: object) -> str | None:
    """The string in one line, or the year that was written as a number; None for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return (" ".join(clean(value).split()) or None) if isinstance(value, str) else None
