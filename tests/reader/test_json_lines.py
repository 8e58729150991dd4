"""Reports as JSON lines."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.reader.made import SENTENCE
from zhengmai.model import Article
from zhengmai.reader import Refusal, read
from zhengmai.reader.json_lines import MOST_MEGABYTES


def taken(path: Path) -> tuple[list[Article], list[Refusal]]:
    intake = read(path)
    return list(intake), intake.refusals


def line(**record: object) -> str:
    return json.dumps(record, ensure_ascii=False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".JSONL"])
def test_each_line_is_an_article(tmp_path: Path, encoding: str, suffix: str) -> None:
    record = {
        "id": "a1",
        "title": " 市委常委会\n会议 ",
        "text": SENTENCE,
        "date": "2023/1/6",
        "source": "云溪日报",
        "other": [1],
    }
    data = f"{line(**record)}\r\n\n{line(text=SENTENCE, id=7, title=None, date=2023)}".encode(encoding)
    path = tmp_path / f"items{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    first = Article("a1", SENTENCE, "市委常委会 会议", "2023-01-06", "云溪日报", origin=f"{path}:1")
    assert taken(path) == ([first, Article("7", SENTENCE, published="2023", origin=f"{path}:3")], [])


def test_a_line_without_identifier_goes_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text(f"{line(text=SENTENCE)}\n{line(text=SENTENCE, id=' ')}\n", "utf-8")
    assert [article.id for article in read(path)] == ["items:1", "items:2"]
    assert [article.id for article in read(tmp_path)] == ["items:1", "items:2"]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('{"id": "x", "text": "', "no JSON"),
        ("nonsense", "no JSON"),
        ("[" * 200_000, "nested too deep"),
        ('{"id": "x", "text": "x", "n": ' + "9" * 9999 + "}", "no JSON"),
        ('["x"]', "no JSON object `{…}`"),
        ("null", "no JSON object"),
        ('{"id": "x"}', "no `text`"),
        ('{"id": "x", "text": 3}', "no `text`"),
        ('{"id": "x", "text": null}', "no `text`"),
        ('{"id": "x", "text": " \\n"}', "holds no text"),
        ('{"id": ["x"], "text": "x"}', "`id` is neither"),
        ('{"id": true, "text": "x"}', "`id` is neither"),
        ('{"id": 1.5, "text": "x"}', "`id` is neither"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_and_the_next_is_read(tmp_path: Path, broken: str, reason: str) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text(f"{line(id='a', text='甲')}\n{broken}\n{line(id='b', text='乙')}\n", "utf-8")
    articles, refusals = taken(path)
    assert [article.id for article in articles] == ["a", "b"]
    assert [refusal.origin for refusal in refusals] == [f"{path}:2"]
    assert reason in refusals[0].reason


def test_what_utf8_cannot_hold_is_replaced_in_every_field(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text(
        '{"id": "\\ud800", "title": "甲\\udfff", "text": "乙\\ud83d丙\\u0000", "source": "\\ud83d\\ude00"}', "utf-8"
    )
    [article] = read(path)
    assert (article.id, article.title, article.text, article.source) == ("\ufffd", "甲\ufffd", "乙\ufffd丙 ", "😀")


def test_bytes_that_fit_no_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_bytes(b'{"id": "a", "text": "' + SENTENCE.encode() + b'\xed\xa0\x80"}\n{"id": "b", "text": "x"}')
    articles, refusals = taken(path)
    assert [article.id for article in articles] == ["b"]
    assert "does not fit its encoding" in refusals[0].reason


def test_utf16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text(line(id="a", text=SENTENCE), "utf-16")
    assert [str(refusal) for refusal in taken(path)[1]] == [
        f"{path}:1: JSON lines are read in UTF-8 or GB18030, this is UTF-16; convert it"
    ]


def test_of_a_cut_gzip_the_whole_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl.gz"
    lines = "\n".join(line(id=f"a{n}", text=f"{SENTENCE}{n * n * n}") for n in range(5000))
    path.write_bytes(gzip.compress(lines.encode())[:-5000])
    articles, refusals = taken(path)
    assert 1000 < len(articles) < 5000
    assert [refusal.origin for refusal in refusals] == [f"{path}:{len(articles) + 1}"]
    assert "gzip data is damaged or cut short" in refusals[0].reason


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_a_line_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "items.jsonl"
    path.write_bytes(data)
    assert [str(refusal) for refusal in taken(path)[1]] == [f"{path}: it holds no text"]


def test_a_file_that_is_no_gzip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl.gz"
    path.write_text(line(id="a", text=SENTENCE), "utf-8")
    assert "gzip data is damaged" in str(taken(path)[1][0])


def test_a_line_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(MOST_MEGABYTES + 1):
            file.write(bytes(1024**2))
    assert f"larger than {MOST_MEGABYTES} MB" in str(taken(path)[1][0])
