"""Writing: files that are whole or not there, and tables whose columns line up in Chinese too.

`with writing("out.trig") as file: file.write(b"…")` leaves `out.trig` as it was until all is written.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from prettytable import PrettyTable, TableStyle

from zhengmai.errors import GraphError
from zhengmai.messages import say

CELL = 48  # columns of a terminal that a cell may take before it is wrapped
STDOUT = "-"


@contextmanager
def writing(path: str) -> Iterator[BinaryIO]:
    """A binary file that takes its place only when the block ends well; `-` is standard output. Raises GraphError."""
    if path == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif os.path.exists(path) and not os.path.isfile(path):  # a pipe, /dev/null: nothing to replace
        with _explained(path), open(path, "wb") as file:
            yield file
    else:
        with _explained(path), _replacing(os.path.realpath(path)) as file:
            yield file


@contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise GraphError(say("cannot-write", path=path, why=error.strerror or error)) from error


@contextmanager
def _replacing(path: str) -> Iterator[BinaryIO]:
    """A temporary file beside `path`, with the rights a new file would have."""
    folder, name = os.path.split(path)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=f".{name[:40]}.", suffix=".part")
    try:
        with open(handle, "wb") as file:
            yield file
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, os.stat(path).st_mode if os.path.exists(path) else 0o666 & ~mask)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def printable(text: str) -> str:
    """The text without characters that would steer a terminal."""
    return "".join(c if c.isprintable() or c == "\u3000" else "\ufffd" for c in text.replace("\n", " "))


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Iterable[int] = ()) -> str:
    """A table for a terminal; columns `numbers` (from 0) are set flush right."""
    made = PrettyTable()
    made.set_style(TableStyle.SINGLE_BORDER)
    for column, heading in enumerate(headings):
        made.add_column(printable(heading), [], align="r" if column in set(numbers) else "l")
    made.max_width = CELL
    made.add_rows([[printable(str(cell)) for cell in row] for row in rows])
    return made.get_string()
