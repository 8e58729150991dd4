"""Files are whole or not there; cells cannot break a table."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from zhengmai.errors import GraphError
from zhengmai.output import printable, table, writing


def test_a_file_takes_its_place_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.trig"
    path.write_bytes(b"old")
    with writing(str(path)) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["out.trig"]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ValueError])
def test_an_interrupted_writer_leaves_what_was_there(tmp_path: Path, interruption: type[BaseException]) -> None:
    path = tmp_path / "out.trig"
    path.write_bytes(b"old")

    def write_half() -> None:
        with writing(str(path)) as file:
            file.write(b"half")
            raise interruption

    with pytest.raises(interruption):
        write_half()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.trig"]


def test_a_new_file_has_the_rights_of_any_other_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    plain, private = tmp_path / "plain", tmp_path / "private"
    plain.touch()
    private.touch(0o600)
    for path in (tmp_path / "new", private):
        with writing(str(path)):
            pass
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    with writing(str(link)) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


@pytest.mark.parametrize("path", ["missing/out.trig", "."])
def test_where_nothing_can_be_written_the_place_is_named(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GraphError, match=f"^{path}: cannot be written"), writing(path):
        pass


def test_a_device_is_written_straight() -> None:
    with writing(os.devnull) as file:
        file.write(b"gone")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("高　洁", "高　洁"), ("一\n二", "一 二"), ("\x1b[31m红", "\ufffd[31m红"), ("\u202e倒", "\ufffd倒")],
)
def test_what_steers_a_terminal_is_not_printed(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_columns_line_up_in_chinese_and_numbers_flush_right() -> None:
    assert table(["项", "n"], [["人物", 5], ["a", 10]], numbers=[1]).splitlines() == [
        "┌──────┬────┐",
        "│ 项   │  n │",
        "├──────┼────┤",
        "│ 人物 │  5 │",
        "│ a    │ 10 │",
        "└──────┴────┘",
    ]
