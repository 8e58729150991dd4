"""How a table's rows come out; that faulty tables are refused is tested with the tables themselves."""

from __future__ import annotations

import re

import pytest

from zhengmai.errors import LexiconError
from zhengmai.layout import CREDITS
from zhengmai.lexicon import either, parse_table, read_table, read_uses


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


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("会", "会议", "工作会议"), "工作会议", "工作会议"),
        (("会议", "会"), "会谈", "会"),
        (("在", "向"), "向", "向"),
        (("县)长", "[关闭]", "^"), "县)长", "县)长"),
        (("[关闭]", "^", "]"), "]", "]"),
    ],
)
def test_of_several_words_the_longest_is_found(words: tuple[str, ...], text: str, found: str) -> None:
    match = re.match(either(words), text)
    assert match is not None
    assert match[0] == found


def test_words_come_out_by_their_use() -> None:
    words = read_uses("credits", ("word", "where"), CREDITS)
    assert "本报" in words["house"]
    assert "通讯员" in words["house"]
    assert "通讯员" in words["line"]


@pytest.mark.parametrize(
    ("uses", "message"),
    [
        (CREDITS[:2], "credits.tsv: '记者' has the where 'bracket'; give it one of house, line"),
        ((*CREDITS, "margin"), "credits.tsv: no word has the where 'margin'; give it one"),
    ],
)
def test_a_use_that_is_unknown_or_without_words_is_refused(uses: tuple[str, ...], message: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(message)):
        read_uses("credits", ("word", "where"), uses)
