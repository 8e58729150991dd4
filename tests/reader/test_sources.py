"""Which files are read, in which order, under which identifiers."""

from __future__ import annotations

import io
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reader.made import SENTENCE, docx_of, pdf_of
from zhengmai.reader import Intake, Refusal, read
from zhengmai.reader.refusal import shown


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of reports, which is the current one as well."""
    before = os.getcwd()
    made = tmp_path / "reports"
    made.mkdir()
    os.chdir(made)
    yield made
    os.chdir(before)


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}：{SENTENCE}", "utf-8")


def ids(intake: Intake) -> list[str]:
    return [article.id for article in intake]


def test_a_folder_is_read_through_in_the_order_of_its_names(folder: Path) -> None:
    put(folder, "b.txt", "a.md", "2023/10/z.html", "2023/y.TXT", "c.d.txt")
    assert ids(read(folder)) == ["a", "b", "c.d", "2023/y", "2023/10/z"]


def test_every_kind_is_read(folder: Path) -> None:
    put(folder, "a.txt", "b.md", "c.html", "d.htm", "e.shtml")
    (folder / "f.docx").write_bytes(docx_of(SENTENCE))
    (folder / "g.pdf").write_bytes(pdf_of(SENTENCE))
    (folder / "h.jsonl").write_text(f'{{"text": "{SENTENCE}"}}', "utf-8")
    intake = read(folder)
    assert ids(intake) == [*"abcdefg", "h:1"]
    assert not intake.refusals
    assert not intake.passed_over


def test_what_is_no_report_is_passed_over_and_counted(folder: Path) -> None:
    put(
        folder,
        "a.txt",
        "a.json",
        "b.json",
        "c.doc",
        "Makefile",
        "README.md",
        "x/readme.txt",
        ".a.txt.swp",
        ".git/c.txt",
    )
    put(folder, "~$a.docx", "__MACOSX/a.txt")
    intake = read(folder)
    assert ids(intake) == ["a"]
    assert intake.passed_over == {".json": 2, ".doc": 1, "": 1, "README.md": 1, "readme.txt": 1}
    assert not intake.refusals


def test_of_one_article_in_several_formats_side_by_side_one_is_read(folder: Path) -> None:
    put(folder, "a.html", "a.txt", "a.htm", "b.pdf", "b.html", "2023/a.html")
    intake = read(folder)
    assert [(a.id, a.text[:6]) for a in intake] == [("a", "a.txt："), ("b", "b.html"), ("2023/a", "2023/a")]
    assert intake.passed_over == {".html beside .txt": 1, ".htm beside .txt": 1, ".pdf beside .html": 1}
    assert not intake.refusals


def test_a_file_that_is_named_goes_by_its_stem(folder: Path) -> None:
    put(folder, "2023/a.txt", ".txt", "README.md")
    assert ids(read(["2023/a.txt", str(folder / "README.md"), ".txt"])) == ["a", "README", ".txt"]


def test_a_glob_counts_as_the_folder_before_its_wildcard(folder: Path) -> None:
    put(folder, "2023/01/a.txt", "2023/02/a.txt", "2023/a.txt", "2023/a.json", "b.txt")
    assert ids(read("2023/**/*.txt")) == ["a", "01/a", "02/a"]
    assert ids(read("2023/0[2-9]")) == ["02/a"]
    assert ids(read(str(folder / "*.txt"))) == ["b"]
    assert read("2023/*").passed_over == {}
    assert ids(intake := read("*/a*")) == ["2023/a"]
    assert intake.passed_over == {".json": 1}


def test_a_name_with_wildcards_in_it_is_a_name_first(folder: Path) -> None:
    put(folder, "a[1].txt", "a1.txt")
    assert ids(read("a[1].txt")) == ["a[1]"]


def test_sources_are_read_in_the_order_given(folder: Path) -> None:
    put(folder, "a.txt", "x/b.txt", "y/c.txt")
    assert ids(read(["y", "a.txt", "x"])) == ["c", "a", "b"]


def test_a_file_that_two_sources_name_is_read_once(folder: Path) -> None:
    put(folder, "a.txt")
    intake = read([folder, "a.txt", "*.txt"])
    assert ids(intake) == ["a"]
    assert not intake.refusals


def test_of_two_articles_of_one_identifier_the_second_is_refused(folder: Path) -> None:
    put(folder, "x/a.txt", "y/a.txt")
    intake = read(["x", "y"])
    assert [article.origin for article in intake] == ["x/a.txt"]
    assert [str(refusal) for refusal in intake.refusals] == [
        "y/a.txt: its identifier `a` is that of x/a.txt, read before; "
        "rename one, or have the later one replace the earlier"
    ]


def test_told_to_replace_both_are_given_out(folder: Path) -> None:
    put(folder, "x/a.txt", "y/a.txt")
    intake = read(["x", "y"], replace=True)
    assert [article.origin for article in intake] == ["x/a.txt", "y/a.txt"]
    assert not intake.refusals


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SENTENCE.encode(), [("stdin", SENTENCE)]),
        (SENTENCE.encode("gb18030"), [("stdin", SENTENCE)]),
        (f"<html><p>{SENTENCE}</p>".encode(), [("stdin", SENTENCE + "\n")]),
        (b'\n {"id": "a", "text": "x"}\n{"text": "y"}', [("a", "x"), ("stdin:3", "y")]),
    ],
)
def test_standard_input_is_read_for_what_it_is(data: bytes, expected: list[tuple[str, str]]) -> None:
    stdin = io.BytesIO(data)
    assert [(article.id, article.text) for article in read("-", stdin=stdin)] == expected
    assert not stdin.closed


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "it holds no text"), (b"\x1f\x8b\x08rest", "is gzip data; unpack it")]
)
def test_standard_input_that_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    intake = read("-", stdin=io.BytesIO(data))
    assert not ids(intake)
    assert [refusal.origin for refusal in intake.refusals] == ["-"]
    assert reason in intake.refusals[0].reason


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nowhere.txt", "there is no such file or folder"),
        ("nowhere/*.txt", "no file matches the pattern"),
        ("a\0b.txt", "there is no such file"),
        ("a.txt/b.txt", "there is no such file"),
        ("x" * 5000, "there is no such file|system cannot read it"),
        ("a.json", "`.json` is no kind that is read; save it as one of .*\\.txt .*\\.docx"),
        ("Makefile", "has no suffix"),
        ("dangling.txt", "link to a file that is not there"),
        ("circle.txt", "system cannot read it|link to a file"),
        ("pipe.txt", "a pipe, a socket or a device"),
        ("socket.txt", "a pipe, a socket or a device"),
        ("zero.txt", "a pipe, a socket or a device"),
        ("folder.txt", "no file in it is of a kind that is read"),
        ("empty.txt", "it holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(folder: Path, source: str, reason: str) -> None:
    put(folder, "a.txt", "a.json", "Makefile", "z.txt")
    (folder / "empty.txt").touch()
    (folder / "folder.txt").mkdir()
    os.symlink("nowhere", "dangling.txt")
    os.symlink("circle.txt", "circle.txt")
    os.symlink("/dev/zero", "zero.txt")
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        intake = read(["a.txt", source, "z.txt"])
        assert ids(intake) == ["a", "z"]
    assert [refusal.origin for refusal in intake.refusals] == [shown(source)]
    assert re.search(reason, intake.refusals[0].reason)


def test_what_cannot_be_read_inside_a_folder_is_refused_too(folder: Path) -> None:
    put(folder, "a.txt")
    os.symlink("nowhere", "b.txt")
    os.mkfifo("c.html")
    (folder / "d.txt").mkdir()
    os.symlink("..", "e")
    intake = read(folder)
    assert ids(intake) == ["a"]
    assert [refusal.origin for refusal in intake.refusals] == [str(folder / "b.txt"), str(folder / "c.html")]
    assert intake.passed_over == {"links to folders": 1}


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="only Linux has a file that even root cannot read")
def test_a_file_that_the_system_cannot_read_is_refused(folder: Path) -> None:
    put(folder, "a.txt")
    os.symlink("/proc/self/mem", "b.txt")
    intake = read(folder)
    assert ids(intake) == ["a"]
    assert [str(refusal) for refusal in intake.refusals] == [
        f"{folder}/b.txt: the system cannot read it: Input/output error"
    ]


@pytest.mark.parametrize("name", ["会议\n纪要", "a#?% b", "'quoted\"", "\x1b[31mred", "-", "\u202ecte", "a\\nb"])
def test_names_of_any_kind_are_identifiers_and_print_safely(folder: Path, name: str) -> None:
    put(folder, f"{name}.txt")
    (folder / f"{name}.docx").write_bytes(b"no zip")
    intake = read([f"./{name}.txt", f"./{name}.docx"])
    assert ids(intake) == [name]
    assert str(intake.refusals[0]).isprintable()


def test_a_name_in_another_encoding_is_spelt_out(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/\xbb\xe1\xd2\xe9.txt", "w", encoding="utf-8") as file:
        file.write(SENTENCE)
    [article] = read(folder)
    assert article.id == "\\xbb\\xe1\\xd2\\xe9"
    assert article.origin == f"{folder}/\\xbb\\xe1\\xd2\\xe9.txt"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("会议 a\u3000b", "会议 a\u3000b"),
        ("a\nb", "a\\nb"),
        ("\x1b[0m", "\\x1b[0m"),
        ("\u202e", "\\u202e"),
        ("\udcbb", "\\xbb"),
    ],
)
def test_names_are_shown_without_what_steers_a_terminal(name: str, printed: str) -> None:
    assert shown(name) == printed


def test_a_refusal_prints_as_place_and_reason() -> None:
    assert str(Refusal("a.txt", "it holds no text")) == "a.txt: it holds no text"


def test_messages_are_chinese_where_the_locale_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    intake = read("nowhere.txt")
    assert not ids(intake)
    assert str(intake.refusals[0]) == "nowhere.txt: 没有这个文件或文件夹；请检查路径"


def test_a_long_line_is_one_article(folder: Path) -> None:
    text = SENTENCE * 500_000
    (folder / "a.txt").write_text(text, "utf-8")
    [article] = read("a.txt")
    assert article.text == text


def test_articles_come_one_at_a_time(folder: Path) -> None:
    put(folder, "a.txt", "b.txt")
    intake = read(["a.txt", "b.txt"])
    assert next(intake).id == "a"
    (folder / "b.txt").write_text("改过", "utf-8")
    assert next(intake).text == "改过"
