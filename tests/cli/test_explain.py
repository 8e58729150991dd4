"""`zhengmai explain` of a sentence, a file, standard input."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SENTENCE = "县委书记方致远主持召开县委常委会会议。"


@pytest.mark.parametrize("given", ["sentence", "file", "stdin"])
def test_a_sentence_is_explained_wherever_it_comes_from(zhengmai: Run, tmp_path: Path, given: str) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE, "utf-8")
    what = {"sentence": SENTENCE, "file": "report.txt", "stdin": "-"}[given]
    done = zhengmai("explain", what, stdin=SENTENCE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "participation.chair" in done.stdout
    assert "方致远" in done.stdout


def test_a_file_that_cannot_be_read_is_named(zhengmai: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = zhengmai("explain", "empty.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("zhengmai: empty.txt: ")


def test_what_steers_a_terminal_is_not_printed(zhengmai: Run) -> None:
    assert "\x1b" not in zhengmai("explain", "县委书记方致远\x1b[31m主持会议。").stdout


def test_several_sentences_and_files_are_explained(zhengmai: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE, "utf-8")
    done = zhengmai("explain", "report.txt", "县长耿介主持会议。")
    assert done.returncode == 0
    assert "方致远" in done.stdout
    assert "耿介" in done.stdout


@pytest.mark.parametrize(
    ("locale", "words"), [("C.UTF-8", "1 clauses in 1 articles"), ("zh_CN.UTF-8", "1 处，见于 1 篇")]
)
def test_unread_clauses_are_listed(zhengmai: Run, tmp_path: Path, locale: str, words: str) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE + "经过选举，班子产生。", "utf-8")
    done = zhengmai("explain", "--unread", ".", locale=locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert words in done.stdout
    assert "【选举】" in done.stdout


def test_unread_takes_files_only(zhengmai: Run) -> None:
    done = zhengmai("explain", "--unread", SENTENCE)
    assert (done.returncode, SENTENCE in done.stderr) == (1, True)
