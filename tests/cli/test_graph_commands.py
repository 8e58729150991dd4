"""The commands that take a graph: evaluate, check, draw, demo."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.evaluate.gold_graph import write_gold_graph

ROOT = Path(__file__).parents[2]
GOLD = str(ROOT / "eval" / "gold")
REPORT = "县委书记方致远主持召开县委常委会会议。方致远强调，要抓好安全生产。"


@pytest.fixture
def graph(zhengmai: Run, tmp_path: Path) -> str:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    assert zhengmai("build", "report.txt", "-o", "out.trig").returncode == 0
    return "out.trig"


@pytest.fixture
def damaged(tmp_path: Path) -> str:
    write_gold_graph(Path(GOLD), tmp_path / "damaged.trig", 1)
    return "damaged.trig"


def test_evaluate_prints_a_row_a_facet_and_what_was_missed(zhengmai: Run, damaged: str) -> None:
    done = zhengmai("evaluate", GOLD, damaged, "--show", "people")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^│ people +│ 0\.\d{3} │ 0\.\d{3} │ 0\.\d{3} │", done.stdout, re.M)
    assert re.search(r"^- d-\d\d \S+$", done.stdout, re.M)
    assert re.search(r"^\+ d-\d\d \+\S+$", done.stdout, re.M)


def test_evaluate_prints_json_with_the_links(zhengmai: Run, damaged: str) -> None:
    done = zhengmai("evaluate", GOLD, damaged, "--json", "--links", f"{GOLD}/links.json")
    found = json.loads(done.stdout)
    assert 0 < found["people"]["f"] < 1
    assert found["evidence"]["invented"] > 0
    assert len(found["links"]["same_person"]) == 2


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([GOLD, "damaged.trig", "--show", "poeple"], "no facet 'poeple'; one of: people, posts"),
        (["missing", "damaged.trig"], "missing: no such folder"),
        ([GOLD, "missing.trig"], "missing.trig: cannot be read"),
    ],
)
def test_evaluate_says_what_it_cannot_do(zhengmai: Run, damaged: str, args: list[str], words: str) -> None:
    done = zhengmai("evaluate", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


def test_a_graph_that_was_built_passes_the_check(zhengmai: Run, graph: str) -> None:
    done = zhengmai("check", graph)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "no faults")


def test_the_check_finds_faults_and_says_so_with_its_status(zhengmai: Run, damaged: str) -> None:
    done = zhengmai("check", damaged)
    assert done.returncode == 1
    assert re.search(r"^\d+ faults$", done.stdout, re.M)
    assert "24 articles carry no text" in done.stderr


def test_the_check_finds_evidence_that_reads_otherwise(zhengmai: Run, graph: str, tmp_path: Path) -> None:
    text = (tmp_path / graph).read_text("utf-8")
    (tmp_path / "forged.trig").write_text(text.replace("县委书记方致远主持召开", "县委书记方致远缺席召开"), "utf-8")
    done = zhengmai("check", "forged.trig", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["evidence"]["wrong"] > 0


def test_a_check_that_cannot_run_has_a_status_of_its_own(zhengmai: Run) -> None:
    assert zhengmai("check", "missing.trig").returncode == 2


def test_draw_writes_a_page(zhengmai: Run, graph: str, tmp_path: Path) -> None:
    done = zhengmai("draw", "--graph", graph, "-o", "page.html")
    assert (done.returncode, done.stderr) == (0, "written to page.html\n")
    assert '"label":"方致远"' in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--focus", "方至远"], "--focus: nothing is called '方至远'; similar: 方致远"),
        (["--kinds", "people"], "no kind 'people'; one of: official, meeting"),
        (["--since", "2023-13"], "'2023-13' is no date"),
        (["--max-nodes", "0"], "'0' is no whole number from 1"),
    ],
)
def test_draw_says_what_it_cannot_do(zhengmai: Run, graph: str, args: list[str], words: str) -> None:
    done = zhengmai("draw", "--graph", graph, *args)
    assert done.returncode == 2
    assert words in done.stderr


def test_draw_says_what_it_left_out(zhengmai: Run, graph: str) -> None:
    done = zhengmai("draw", "--graph", graph, "-o", "page.html", "--max-nodes", "1")
    assert (done.returncode, done.stderr) == (0, "drawn: 1 of 4 nodes\nwritten to page.html\n")


def test_the_demo_builds_asks_and_draws(zhengmai: Run, tmp_path: Path) -> None:
    done = zhengmai("demo", "-o", "made", locale="zh_CN.UTF-8")
    assert done.returncode == 0, done.stderr
    assert "文章 13 篇" in done.stdout
    assert "谁担任过什么职务？" in done.stdout
    assert re.search("│ 苏慕之 +│ 临岚县委书记", done.stdout)
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["graph.trig", "network.html"]


def test_the_graph_beside_the_examples_is_theirs(zhengmai: Run, tmp_path: Path) -> None:
    assert zhengmai("build", str(ROOT / "examples" / "reports"), "-o", "out.trig").returncode == 0
    beside = ROOT / "examples" / "graph.trig"
    assert (tmp_path / "out.trig").read_bytes() == beside.read_bytes(), "run `make examples`"


def test_each_example_question_has_an_answer(zhengmai: Run) -> None:
    for question in (ROOT / "examples" / "questions").glob("*.rq"):
        done = zhengmai("query", "--graph", str(ROOT / "examples" / "graph.trig"), str(question), "--csv")
        assert len(done.stdout.splitlines()) > 1, question.name
