"""The command line as a whole: help, languages, pipes."""

from __future__ import annotations

import os
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zhengmai.commands import COMMANDS
from zhengmai.messages import is_chinese
from zhengmai.wording import WORDING

ROOT = Path(__file__).parents[2]


def test_help_lists_every_command(zhengmai: Run) -> None:
    done = zhengmai("--help")
    assert done.returncode == 0
    assert all(re.search(rf"^ +{name} ", done.stdout, re.M) for name in COMMANDS)


def test_help_comes_without_what_is_heavy() -> None:
    code = "import sys, zhengmai.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"rdflib", "jieba", "pyoxigraph", "pyvis", "pyshacl", "networkx", "selectolax", "docx", "pypdf"}
    assert not heavy & set(done.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_in_both_languages(zhengmai: Run, command: str) -> None:
    assert zhengmai(command, "--help").stdout.startswith(f"usage: zhengmai {command} ")
    assert zhengmai(command, "--help", locale="zh_CN.UTF-8").stdout.startswith(f"用法：zhengmai {command} ")


def test_a_missing_argument_is_said_in_the_users_language(zhengmai: Run) -> None:
    done = zhengmai("build", locale="zh_CN.UTF-8")
    assert done.returncode == 2
    assert "错误：缺少参数：SOURCE, -o/--output" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_stands_in_both_readmes(command: str) -> None:
    for readme in ("README.md", "README.zh.md"):
        assert f"zhengmai {command}" in (ROOT / readme).read_text("utf-8")


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "C"}, True),
        ({}, False),
    ],
)
def test_the_first_locale_variable_that_is_set_decides(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], chinese: bool
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert is_chinese() is chinese


@pytest.mark.parametrize("key", WORDING)
def test_both_languages_say_the_same_values(key: str) -> None:
    english, chinese = (
        {field for _, field, _, _ in string.Formatter().parse(words) if field} for words in WORDING[key]
    )
    assert english == chinese


def test_no_sentence_is_left_over() -> None:
    source = "".join(
        path.read_text("utf-8") for path in (ROOT / "src" / "zhengmai").rglob("*.py") if path.name != "wording.py"
    )
    asked = {*re.findall(r'say\(\s*"([^"]+)"', source), *COMMANDS, *(f"{name}.about" for name in COMMANDS)}
    prefixes = re.findall(r'say\(f"([a-z.-]+)\{', source)
    assert not [key for key in WORDING if key not in asked and not key.startswith(tuple(prefixes))]


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    graph.write_text("".join(f'<urn:{n}> <urn:p> "{"字" * 50}" .\n' for n in range(5000)), "utf-8")
    code = f"{sys.executable} -m zhengmai query --graph {graph} 'SELECT * {{ ?s ?p ?o }}' | head -n 1"
    done = subprocess.run(["sh", "-c", code], capture_output=True, text=True, env=os.environ, check=True)
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr
