"""Graphs to a file, the same bytes whatever order they come in.

Extractions (or graphs already made) come in, a file in one of five formats goes out, the articles sorted by their
identifiers, the statements of each sorted too: d-03 stands before d-04 though d-04 was read first. N-Quads are the
form that the others are made from; of a large corpus they, TriG and JSON-LD are written article after article from
a spool, so that memory does not grow with it. Turtle and N-Triples know no named graphs: what several articles say
in the same words stands there once, and to see to that they are held in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import PurePath
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

import pyoxigraph as ox

from zhengmai.errors import GraphError
from zhengmai.graph.rdf import statements
from zhengmai.graph.vocab import DEFAULT_BASE, PREFIXES
from zhengmai.model import Extraction

_IN_MEMORY = 64 * 2**20  # bytes of graphs from which the spool is a file


class Format(StrEnum):
    """What a graph can be written as."""

    TRIG = "trig"
    NQUADS = "nquads"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"


SUFFIXES = {
    ".trig": Format.TRIG,
    ".nq": Format.NQUADS,
    ".nquads": Format.NQUADS,
    ".ttl": Format.TURTLE,
    ".nt": Format.NTRIPLES,
    ".jsonld": Format.JSONLD,
}
RDF_FORMATS = {
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}


def format_of(path: str) -> Format:
    """The format that a file's suffix tells. Raises GraphError."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise GraphError(f"{path}: no graph format has the suffix {suffix!r}; use one of {', '.join(SUFFIXES)}")
    return SUFFIXES[suffix]


def write_graphs(
    extractions: Iterable[Extraction],
    out: BinaryIO,
    form: Format = Format.TRIG,
    base: str = DEFAULT_BASE,
    with_text: bool = True,
) -> int:
    """Writes one named graph an article; gives their number. Raises GraphError, two articles of one identifier too."""
    return write(((x.article.id, statements(x, base, with_text)) for x in extractions), out, form)


def write(graphs: Iterable[tuple[str, bytes]], out: BinaryIO, form: Format = Format.TRIG) -> int:
    """Writes graphs that are made already: (article's identifier, lines of N-Quads), in any order."""
    with Spool() as spool:
        for identifier, lines in graphs:
            spool.add(identifier, lines)
        if form is Format.NQUADS:
            out.writelines(spool.graphs())
        elif form in (Format.TURTLE, Format.NTRIPLES):
            triples = sorted({without_graph(line) for graph in spool.graphs() for line in graph.splitlines(True)})
            _serialise(ox.parse(b"".join(triples), ox.RdfFormat.N_TRIPLES), out, form)
        else:
            _serialise((quad for graph in spool.graphs() for quad in _quads(graph)), out, form)
        return len(spool)


def _quads(lines: bytes) -> Iterator[ox.Quad]:
    return ox.parse(lines, ox.RdfFormat.N_QUADS)


def _serialise(quads: Iterable[ox.Quad], out: BinaryIO, form: Format) -> None:
    prefixes = PREFIXES if form in (Format.TRIG, Format.TURTLE) else None
    ox.serialize(quads, out, RDF_FORMATS[form], prefixes=prefixes)
    if form is Format.JSONLD:
        out.write(b"\n")


def without_graph(line: bytes) -> bytes:
    """A line of N-Quads as one of N-Triples: the graph's IRI is the last word, and holds no space."""
    return line[: line.rindex(b" <")] + b" .\n"


class Spool:
    """Graphs kept until all have come, given out sorted by identifier."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile[bytes](max_size=_IN_MEMORY)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, identifier: str, lines: bytes) -> None:
        """Keeps a graph. Raises GraphError where its identifier is taken."""
        if identifier in self._places:
            raise GraphError(f"article {identifier!a}: given twice; give each article an identifier of its own")
        self._file.write(lines)
        self._places[identifier] = self._end, len(lines)
        self._end += len(lines)

    def graphs(self) -> Iterator[bytes]:
        """Each graph's lines."""
        for identifier in sorted(self._places):
            start, size = self._places[identifier]
            self._file.seek(start)
            yield self._file.read(size)
