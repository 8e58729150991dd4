"""Reports as people keep them come in, articles go out, one at a time.

    intake = read(["reports/", "2023*.jsonl.gz", "-"])
    for article in intake: ...
    intake.refusals      # what could not be read, and why: 会议.docx: it is no .docx …
    intake.passed_over   # what the folders hold besides: {".json": 34, ".html beside .txt": 3}

`.txt` and `.md` stay as they are, of `.html`, `.docx` and `.pdf` the running text is taken out, a line of `.jsonl` is
an article of its own. Encodings are found by looking. Of a folder, files whose name begins with a dot or is README, and
all files of kinds that are not read, are passed over; where an article lies in a folder in several formats under one
name, the first of .txt .md .html .htm .shtml .docx .pdf is read and the others are passed over.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

from zhengmai.model import Article
from zhengmai.reader.documents import SUFFIXES, parse, read_bytes, read_text
from zhengmai.reader.json_lines import GZIP, MOST_MEGABYTES, read_lines
from zhengmai.reader.refusal import Refusal, Unreadable, shown
from zhengmai.reader.sources import Finder, Found, check_file

__all__ = ["SUFFIXES", "Intake", "Refusal", "read", "read_bytes", "read_text"]

Source = str | os.PathLike[str]


def read(sources: Source | Iterable[Source], *, replace: bool = False, stdin: IO[bytes] | None = None) -> Intake:
    """The articles of files, folders, globs and `-` (standard input), to be iterated over once.

    Of two articles of one identifier the second is refused. With `replace` both are given out, in the order read, for
    the caller to put the later in the place of the earlier. Nothing is raised: see `Intake.refusals`.
    """
    named = [sources] if isinstance(sources, str | os.PathLike) else sources
    return Intake([os.fspath(source) for source in named], replace, stdin)


class Intake:
    """Articles on their way in; `refusals` and `passed_over` are complete when the last one is out."""

    def __init__(self, sources: list[str], replace: bool, stdin: IO[bytes] | None) -> None:
        self.refusals: list[Refusal] = []
        self.passed_over: Counter[str] = Counter()
        self._replace = replace
        self._stdin = stdin
        self._origins: dict[str, str] = {}  # identifier -> where it was first read
        self._files: set[tuple[str, str]] = set()
        self._articles = self._read(sources)

    def __iter__(self) -> Iterator[Article]:
        return self

    def __next__(self) -> Article:
        return next(self._articles)

    def _refuse(self, origin: str, reason: str) -> None:
        self.refusals.append(Refusal(origin, reason))

    def _read(self, sources: list[str]) -> Iterator[Article]:
        finder = Finder(self._refuse, self.passed_over)
        for source in sources:
            for found in finder.find(source):
                if self._is_new(found):
                    for article in self._articles_of(found):
                        if self._accepts(article):
                            yield article

    def _is_new(self, found: Found) -> bool:
        """Whether this very file was not read under this identifier before: `build reports reports/a.txt`."""
        file = (os.path.realpath(found.path) if found.path else found.origin, found.id)
        is_new = file not in self._files
        self._files.add(file)
        return is_new

    def _accepts(self, article: Article) -> bool:
        origin = article.origin or article.id
        first = self._origins.setdefault(article.id, origin)
        if first == origin or self._replace:
            return True
        self._refuse(origin, str(Unreadable("same-id", id=shown(article.id), other=first)))
        return False

    def _articles_of(self, found: Found) -> Iterator[Article]:
        try:
            if found.path is None:
                yield from self._from_stdin(found)
                return
            check_file(found.path)
            with _opened(found.path, found.suffix) as file:
                if found.suffix in SUFFIXES:
                    yield parse(_whole(file), found.suffix, found.id, found.origin)
                else:
                    yield from read_lines(file, found.origin, found.id, self._refuse)
        except Unreadable as error:
            self._refuse(found.origin, str(error))
        except OSError as error:
            self._refuse(found.origin, str(Unreadable("os", why=error.strerror or error)))

    def _from_stdin(self, found: Found) -> Iterator[Article]:
        """JSON lines where the first sign is `{`, a page where it is `<`, else text."""
        stream = BufferedReader(self._stdin or sys.stdin.buffer)  # type: ignore[type-var]  # any binary stream will do
        try:
            head = stream.peek(4096)
            first = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
            if head.startswith(GZIP):
                raise Unreadable("gzip-stdin")
            if first == b"{":
                yield from read_lines(stream, found.origin, found.id, self._refuse)
            else:
                yield parse(_whole(stream), ".html" if first == b"<" else ".txt", found.id, found.origin)
        finally:
            stream.detach()  # else standard input would be closed with it


def _opened(path: Path, suffix: str) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if suffix.endswith(".gz") else open(path, "rb")


def _whole(file: IO[bytes]) -> bytes:
    """All bytes of a file. Raises Unreadable where they are too many."""
    most = MOST_MEGABYTES * 1024**2
    data = file.read(most + 1)
    if len(data) > most:
        raise Unreadable("too-large", limit=MOST_MEGABYTES)
    return data
