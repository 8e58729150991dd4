"""Lexicons: TSV tables with a header row and `#` comments, checked when they are loaded.

`surnames.tsv` comes in, rows come out: `read_table("surnames", ("surname",))`.
A table that has a duplicate, a stray space or an unknown column is refused with its file and line.
Words become patterns by `either`: 会议, 会, 在 is `会议|[会在]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zhengmai import resources
from zhengmai.errors import LexiconError


def read_table(name: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a lexicon, keyed by column; the first column is unique. Trailing empty cells may be left out.

    Raises LexiconError naming `file:line`.
    """
    source = resources.lexicon(name)
    return list(parse_table(source.read_text("utf-8"), source.name, columns))


def read_uses(name: str, columns: tuple[str, str], uses: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """A lexicon of words and what each is used for, turned around: use -> its words, in the table's order.

    A cell may name several uses, parted by blanks: 记者 is `line bracket`. Raises LexiconError where a cell names an
    unknown use or none, or a use has no word.
    """
    words: dict[str, list[str]] = {use: [] for use in uses}
    word_column, use_column = columns
    for row in read_table(name, columns):
        for use in row[use_column].split() or [""]:
            if use not in words:
                fault = f"{name}.tsv: {row[word_column]!r} has the {use_column} {use!r}"
                raise LexiconError(f"{fault}; give it one of {', '.join(uses)}")
            words[use].append(row[word_column])
    for use, its in words.items():
        if not its:
            raise LexiconError(f"{name}.tsv: no word has the {use_column} {use!r}; give it one")
    return {use: tuple(its) for use, its in words.items()}


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first, single characters as one class."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    characters = "".join(re.escape(word) for word in ordered if len(word) == 1)
    patterns = [re.escape(word) for word in ordered if len(word) > 1]
    return f"(?:{'|'.join([*patterns, f'[{characters}]'] if characters else patterns)})"


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
