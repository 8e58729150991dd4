"""`zhengmai build` from files to a graph."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples" / "reports"
REPORT = "县委常委会召开会议\n\n1月12日，县委书记方致远主持召开县委常委会会议。方致远强调，要抓好安全生产。\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    return "report.txt"


def quads(path: Path) -> set[ox.Quad]:
    return set(ox.parse(path=str(path)))


def test_the_examples_are_read_without_a_refusal(zhengmai: Run, tmp_path: Path) -> None:
    done = zhengmai("build", str(REPORTS), "-o", "out.trig")
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("articles 13: ")
    assert done.stderr.endswith("written to out.trig\n")
    assert done.stdout == ""


def test_two_cold_runs_are_byte_identical_in_any_order_of_the_arguments(tmp_path: Path) -> None:
    files = sorted(map(str, REPORTS.iterdir()))
    made = []
    for seed, order in (("1", files), ("2", files[::-1])):
        out = tmp_path / f"{seed}.trig"
        command = [sys.executable, "-m", "zhengmai", "build", *order, "-o", str(out)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        made.append(out.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("suffix", ["trig", "nq", "jsonld"])
def test_formats_with_named_graphs_say_the_same(zhengmai: Run, report: str, tmp_path: Path, suffix: str) -> None:
    assert zhengmai("build", report, "-o", "reference.nq").returncode == 0
    assert zhengmai("build", report, "-o", f"out.{suffix}").returncode == 0
    assert quads(tmp_path / f"out.{suffix}") == quads(tmp_path / "reference.nq")


@pytest.mark.parametrize("suffix", ["ttl", "nt"])
def test_formats_without_named_graphs_say_the_same_triples(
    zhengmai: Run, report: str, tmp_path: Path, suffix: str
) -> None:
    assert zhengmai("build", report, "-o", "reference.nq").returncode == 0
    assert zhengmai("build", report, "-o", f"out.{suffix}").returncode == 0
    triples = {quad.triple for quad in quads(tmp_path / "reference.nq")}
    assert {quad.triple for quad in quads(tmp_path / f"out.{suffix}")} == triples


def test_standard_output_holds_the_graph_alone(zhengmai: Run, report: str, tmp_path: Path) -> None:
    assert zhengmai("build", report, "-o", "out.nq").returncode == 0
    done = zhengmai("build", report, "-o", "-", "--format", "nq")
    assert done.stdout == (tmp_path / "out.nq").read_text("utf-8")
    assert done.stderr.startswith("articles 1: ")


def test_standard_input_is_read(zhengmai: Run) -> None:
    done = zhengmai("build", "-", "-o", "-", "--format", "nq", stdin=REPORT)
    assert "方致远" in done.stdout


def test_the_text_can_be_left_out(zhengmai: Run, report: str, tmp_path: Path) -> None:
    zhengmai("build", report, "-o", "with.nq")
    zhengmai("build", report, "-o", "without.nq", "--no-text")
    assert "articleBody" in (tmp_path / "with.nq").read_text("utf-8")
    assert "articleBody" not in (tmp_path / "without.nq").read_text("utf-8")


def test_instances_stand_under_the_base_that_is_named(zhengmai: Run, report: str, tmp_path: Path) -> None:
    zhengmai("build", report, "-o", "out.nq", "--base", "https://example.org/id/")
    assert "<https://example.org/id/article/report>" in (tmp_path / "out.nq").read_text("utf-8")


def test_of_two_articles_of_one_identifier_the_second_is_refused_or_replaces_the_first(
    zhengmai: Run, tmp_path: Path
) -> None:
    for folder, name in (("a", "韩砚秋"), ("b", "陆知行")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(f"市委书记{name}主持召开会议。", "utf-8")
    done = zhengmai("build", "a/same.txt", "b/same.txt", "-o", "out.nq")
    assert done.returncode == 1
    assert "b/same.txt: " in done.stderr
    assert "陆知行" not in (tmp_path / "out.nq").read_text("utf-8")
    done = zhengmai("build", "a/same.txt", "b/same.txt", "-o", "out.nq", "--replace")
    assert done.returncode == 0
    assert "韩砚秋" not in (tmp_path / "out.nq").read_text("utf-8")


def test_what_cannot_be_read_is_named_and_the_rest_is_built(zhengmai: Run, report: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "no.docx").write_bytes(b"not a zip")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"id": "x", "text": "x"}\n' * 99)[:30])
    (tmp_path / "odd\n#?%.txt").write_text(REPORT, "utf-8")
    (tmp_path / "half.jsonl").write_text('{"id": "h", "text": "\\ud800"}\n{"id"\n', "utf-8")
    bad = ["empty.txt", "no.docx", "cut.jsonl.gz", "half.jsonl", "missing.txt"]
    done = zhengmai("build", report, "odd\n#?%.txt", *bad, "-o", "out.nq")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert all(f"  {name}" in done.stderr for name in bad)
    built = {quad.object.value for quad in quads(tmp_path / "out.nq") if quad.predicate.value.endswith("/identifier")}
    assert {"report", "odd\n#?%"} <= built


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["-o", "out.docx"], "out.docx: no graph format has the suffix '.docx'"),
        (["-o", "missing/out.nq"], "missing/out.nq: cannot be written"),
        (["-o", "out.nq", "--base", "no iri"], "base 'no iri': not an absolute IRI"),
    ],
)
def test_a_graph_that_cannot_be_written_is_said(zhengmai: Run, report: str, args: list[str], words: str) -> None:
    done = zhengmai("build", report, *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"zhengmai: {words}")


def test_the_summary_is_chinese_where_the_locale_is(zhengmai: Run, report: str) -> None:
    done = zhengmai("build", report, "missing.txt", "-o", "out.nq", locale="zh_CN.UTF-8")
    assert done.stderr.startswith("文章 1 篇：人物 1、")
    assert "拒收 1 个：\n  missing.txt: 没有这个文件或文件夹" in done.stderr
    assert done.stderr.endswith("已写入 out.nq\n")


def test_an_interrupt_is_answered_plainly_and_leaves_no_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "zhengmai", "build", "-", "-o", "out.nq"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not list(tmp_path.glob(".out.nq*")) and process.poll() is None:
            time.sleep(0.01)  # until it writes, and waits for input
        process.send_signal(signal.SIGINT)
        words = process.stderr.read() if process.stderr else ""
        status = process.wait()
    assert status == 130
    assert words == "\nzhengmai: interrupted; nothing half-written is left behind\n"
    assert not list(tmp_path.iterdir())
