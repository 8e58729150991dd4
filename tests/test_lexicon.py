"""How a table's rows come out; that faulty tables are refused is tested with the tables themselves."""

from __future__ import annotations

import pytest

from zhengmai.errors import LexiconError
from zhengmai.lexicon import parse_table, read_table


def test_rows_are_keyed_by_column_without_comments_and_empty_lines() -> None:
    text = "# what for\nword\tkind\tnote\n\n高度\ta\tb\n# more\n全面\n"
    assert list(parse_table(text, "t.tsv", ("word", "kind", "note"))) == [
        {"word": "高度", "kind": "a", "note": "b"},
        {"word": "全面", "kind": "", "note": ""},
    ]


def test_a_packaged_table_is_read_by_its_name() -> None:
    assert {"surname": "欧阳", "rank": "common", "note": "复姓"} in read_table("surnames", ("surname", "rank", "note"))


def test_a_fault_names_the_packaged_file_and_line() -> None:
    with pytest.raises(LexiconError, match=r"^surnames\.tsv:\d+: columns are \['surname', 'rank', 'note'\]"):
        read_table("surnames", ("name",))
