"""From bytes to text."""

from __future__ import annotations

import pytest

from zhengmai.errors import InputError
from zhengmai.reader.encoding import clean, decode, decode_leniently

REPORT = "1月5日，市委书记韩砚秋主持召开会议，镕、燊、㭎等字也在内。\n会议强调，要抓好落实。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_reads_the_same_in_every_encoding(encoding: str) -> None:
    assert clean(decode(REPORT.encode(encoding))) == REPORT


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("text", ["会议指出，", "A座3楼", "plain\n"])
def test_short_texts_are_told_apart(text: str, encoding: str) -> None:
    assert clean(decode(text.encode(encoding))) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_text_cut_inside_a_character_is_refused_not_guessed(encoding: str) -> None:
    with pytest.raises(InputError, match="cut short"):
        decode((REPORT * 9).rstrip().encode(encoding)[:-1])


@pytest.mark.parametrize("tail", [1, 2])
def test_a_utf8_tail_does_not_turn_into_gb18030(tail: int) -> None:
    with pytest.raises(InputError, match=f"after byte {len(REPORT.encode())}"):
        decode(REPORT.encode() + "会".encode()[:tail])


def test_a_damaged_byte_is_named() -> None:
    head = REPORT.encode()
    with pytest.raises(InputError, match=f"byte {len(head) + 1} .*UTF-8"):
        decode(head + b"\xff" + head)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        b"\0" * 1000,
        b"\x01\x02\x03\x04",
        bytes(range(128, 256)) * 20,
        "市委書記主持召開會議，強調要落實責任，確保實現目標。".encode("big5"),
        "caf\xe9 \xe0 la cr\xe8me".encode("latin-1"),
    ],
    ids=["png", "nul", "controls", "high", "big5", "latin-1"],
)
def test_what_is_no_text_we_know_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary data, or text in an encoding other than"):
        decode(data)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("一\r\n二\r三\n", "一\n二\n三\n"),
        ("\ufeff题", "题"),
        ("韩\x1b砚\x00秋\x85", "韩 砚 秋 "),
        ("甲\ud800乙", "甲\ufffd乙"),
        ("原有的\ufffd不动，\t\u3000\xa0也不动", "原有的\ufffd不动，\t\u3000\xa0也不动"),
    ],
)
def test_cleaning_keeps_every_character_in_its_place(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_page_damaged_somewhere_is_still_decoded_and_said_not_to_be_whole() -> None:
    data = '<meta content="…会议强'.encode("gb18030")[:-1] + '">会议指出，要抓好落实。'.encode("gb18030")
    text, is_whole = decode_leniently(data)
    assert text.endswith("会议指出，要抓好落实。")
    assert not is_whole
