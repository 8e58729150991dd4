"""Lexicons: TSV tables with a header row and `#` comments, checked when they are loaded.

`surnames.tsv` comes in, rows come out: `read_table("surnames", ("surname",))`.
A table that has a duplicate, a stray space or an unknown column is refused with its file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhengmai import resources
from zhengmai.errors import LexiconError


def read_table(name: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a lexicon, keyed by column; the first column is unique. Trailing empty cells may be left out.

    Raises LexiconError naming `file:line`.
    """
    source = resources.lexicon(name)
    return list(parse_table(source.read_text("utf-8"), source.name, columns))


def parse_table(text: str, filename: str, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """As `read_table`, of a text."""
    header: list[str] | None = None
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{filename}:{number}"
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        for cell in cells:
            if cell != cell.strip():
                raise LexiconError(f"{where}: stray space in {cell!r}; remove it")
        if header is None:
            header = cells
            if header != list(columns):
                raise LexiconError(f"{where}: columns are {header}, expected {list(columns)}")
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{where}: {len(cells)} cells, expected at most {len(header)}")
        if not cells[0]:
            raise LexiconError(f"{where}: the first cell is empty")
        if cells[0] in seen:
            raise LexiconError(f"{where}: {cells[0]!r} stands already on line {seen[cells[0]]}; remove one")
        seen[cells[0]] = number
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
    if header is None:
        raise LexiconError(f"{filename}: no header row; expected {list(columns)}")
