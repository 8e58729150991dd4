"""Which files the named sources are, in which order, and which identifier each article gets.

Paths, folders, globs and `-` come in, `Found` files go out. Of a folder `reports` the file `reports/2023/0109.html`
is `2023/0109`; a file that is named itself goes by its stem; a glob counts as the folder before its first wildcard.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from zhengmai.reader.documents import SUFFIXES
from zhengmai.reader.refusal import Unreadable, shown

LINES = (".jsonl", ".jsonl.gz")
STDIN = "-"
_ALL = (*LINES, *SUFFIXES)
_README = "readme"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; without a path, standard input."""

    path: Path | None
    suffix: str
    id: str
    origin: str  # fit to print


class Finder:
    """Finds the files of sources; what cannot be read is refused, what a folder holds besides is counted."""

    def __init__(self, refuse: Callable[[str, str], None], passed_over: Counter[str]) -> None:
        self.refuse = refuse
        self.passed_over = passed_over

    def find(self, source: str) -> Iterator[Found]:
        """The files of one source: in the order of their paths, each folder's files before its folders."""
        try:
            yield from self._find(source)
        except (Unreadable, OSError, ValueError) as error:
            self.refuse(shown(source), _reason(error))

    def _find(self, source: str) -> Iterator[Found]:
        if source == STDIN:
            yield Found(None, "", "stdin", STDIN)
        elif os.path.isdir(source):
            yield from self._chosen(source, self._walk(source))
        elif os.path.lexists(source):
            yield self._named(source)
        elif has_magic(source):
            yield from self._matching(source)
        else:
            raise Unreadable("missing")

    def _named(self, path: str) -> Found:
        check_file(path)
        name = os.path.basename(path)
        suffix = _suffix(name)
        if suffix is None:
            ending = os.path.splitext(name)[1]
            kinds = " ".join(_ALL)
            raise (
                Unreadable("unsupported", suffix=shown(ending), kinds=kinds)
                if ending
                else Unreadable("no-suffix", kinds=kinds)
            )
        return Found(Path(path), suffix, _identifier(name, suffix), shown(path))

    def _matching(self, pattern: str) -> Iterator[Found]:
        base = pattern
        while has_magic(base):
            base = os.path.dirname(base)
        paths: dict[str, None] = {}
        for match in sorted(glob(pattern, recursive=True)):
            paths.update(dict.fromkeys(self._walk(match) if os.path.isdir(match) else [match]))
        if not paths:
            raise Unreadable("no-match")
        yield from self._chosen(base, sorted(paths, key=_order))

    def _walk(self, folder: str) -> list[str]:
        """All files below a folder but hidden ones and the locks that Word leaves beside open files."""
        paths = []
        for at, folders, files in os.walk(folder, onerror=self._unlistable):
            linked = [name for name in folders if os.path.islink(os.path.join(at, name))]
            self.passed_over.update(["links to folders"] * len(linked))
            folders[:] = sorted(name for name in folders if not _is_hidden(name) and name not in linked)
            paths += [os.path.join(at, name) for name in sorted(files) if not _is_hidden(name)]
        return paths

    def _unlistable(self, error: OSError) -> None:
        self.refuse(shown(str(error.filename)), _reason(error))

    def _chosen(self, base: str, paths: list[str]) -> Iterator[Found]:
        """The files of supported kinds; of one article in several formats side by side, one."""
        found: list[Found] = []
        best: dict[str, str] = {}
        for path in paths:
            name = os.path.relpath(path, base or os.curdir)
            suffix = _suffix(name)
            if suffix is None or os.path.basename(name).lower().startswith(f"{_README}."):
                self.passed_over[os.path.splitext(name)[1] if suffix is None else os.path.basename(name)] += 1
                continue
            file = Found(Path(path), suffix, _identifier(name, suffix), shown(path))
            found.append(file)
            if suffix in SUFFIXES:
                best[file.id] = min(suffix, best.get(file.id, suffix), key=SUFFIXES.index)
        for file in found:
            if file.suffix in SUFFIXES and file.suffix != best[file.id]:
                self.passed_over[f"{file.suffix} beside {best[file.id]}"] += 1
            else:
                yield file
        if not found:
            raise Unreadable("no-reports", kinds=" ".join(_ALL))


def check_file(path: str | Path) -> None:
    """Raises Unreadable unless the path leads to a plain file: to open a pipe would wait for ever."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError as error:
        raise Unreadable("dangling" if os.path.islink(path) else "missing") from error
    except OSError as error:
        raise Unreadable("os", why=error.strerror or error) from error
    if not stat.S_ISREG(mode):
        raise Unreadable("not-a-file")


def _reason(error: Exception) -> str:
    if isinstance(error, Unreadable):
        return str(error)
    if isinstance(error, OSError):
        return str(Unreadable("os", why=error.strerror or error))
    return str(Unreadable("bad-path"))  # a NUL in a path


def _suffix(name: str) -> str | None:
    lower = name.lower()
    return next((suffix for suffix in _ALL if lower.endswith(suffix)), None)


def _identifier(name: str, suffix: str) -> str:
    """The name without suffix, `/` between folders; bytes of it that are no UTF-8 are spelt out."""
    stem = name[: -len(suffix)] or name
    return stem.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _order(path: str) -> tuple[str, str]:
    return os.path.split(path)
