"""Every table loads, tells what its columns mean, and a faulty one is refused with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zhengmai import resources
from zhengmai.errors import LexiconError
from zhengmai.lexicon import parse_table

FOLDER = Path(str(resources.lexicon("surnames"))).parent
TABLES = sorted(path.stem for path in FOLDER.glob("*.tsv"))


def header_of(text: str) -> list[str]:
    return next(line for line in text.split("\n") if line and not line.startswith("#")).split("\t")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_loads_and_opens_with_what_its_columns_mean(name: str) -> None:
    text = (FOLDER / f"{name}.tsv").read_text("utf-8")
    rows = list(parse_table(text, name, header_of(text)))
    assert len(rows) > 5
    assert text.startswith("# ")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_unix_lines_and_no_empty_ones(name: str) -> None:
    text = (FOLDER / f"{name}.tsv").read_text("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    assert "\n\n" not in text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\tkind\n高度\ta\n高度\tb\n", "t.tsv:3: '高度' stands already on line 2"),
        ("word\tkind\n高度 \ta\n", "t.tsv:2: stray space"),
        ("word\tsort\n", "t.tsv:1: columns are"),
        ("word\tkind\n高度\ta\tb\n", "t.tsv:2: 3 cells"),
        ("word\tkind\n\ta\n", "t.tsv:2: the first cell is empty"),
        ("# nothing\n", "t.tsv: no header row"),
    ],
)
def test_a_faulty_table_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(message)):
        list(parse_table(text, "t.tsv", ("word", "kind")))
