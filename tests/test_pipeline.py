"""The whole way from a text to its facts: what holds for every text, and graphs that stay what they are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from zhengmai.api import build
from zhengmai.model import Article, Extraction
from zhengmai.pipeline import extract, load_resources

ROOT = Path(__file__).parents[1]
REPORTS = sorted((ROOT / "eval" / "gold").glob("d-*.txt"))
GOLDEN = ROOT / "tests" / "golden"
FACETS = ("officials", "meetings", "participations", "documents", "studies", "tasks", "formulations", "targets")
RESOURCES = load_resources()


def read(text: str) -> Extraction:
    return extract(Article("a", text), RESOURCES)


def check(found: Extraction) -> None:
    """What must hold for whatever text: evidence within it, and links to what is there."""
    text = found.article.text
    for facet in FACETS:
        for fact in getattr(found, facet):
            parts = (fact, *getattr(fact, "holdings", ()), *getattr(fact, "acts", ()))
            for part in parts:
                assert part.evidence, part
                assert all(0 <= e.span.start < e.span.stop <= len(text) and e.rule for e in part.evidence), part
    for official in found.officials:
        assert {re.sub(r"\s", "", text[slice(*e.span)]) for e in official.evidence} == {official.name}
    keys = [meeting.key for meeting in found.meetings]
    names = {official.name for official in found.officials}
    assert len(keys) == len(set(keys))
    assert {part.meeting for part in found.participations} <= set(keys)
    assert {part.who for part in found.participations if part.is_person} <= names
    assert {study.meeting for study in found.studies} <= set(keys)
    assert [task.order for task in found.tasks] == list(range(1, len(found.tasks) + 1))
    assert {target.task for target in found.targets} <= {None, *(task.order for task in found.tasks)}
    assert all(0 <= start < stop <= len(text) for start, stop in found.sentences)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_facts_of_a_report_point_at_its_words(path: Path) -> None:
    found = read(path.read_text("utf-8"))
    assert found.officials
    assert any(meeting.main for meeting in found.meetings)
    check(found)


@pytest.mark.parametrize(
    "text", ["", "\n", "。", "　", "，", "会", "市长", "《", "》", "（", "“", "12", "·", "任命", "\x00", "\r\n"]
)
def test_almost_nothing_gives_nothing(text: str) -> None:
    found = read(text)
    assert not any(getattr(found, facet) for facet in FACETS)


SENTENCES = sorted({s for path in REPORTS for s in re.findall(r"[^。！？\n]+[。！？\n]", path.read_text("utf-8"))})
PIECES = [
    "，",
    "。",
    "、",
    "：",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "\n",
    "　",
    "\t",
    "\x00",
    "\x1b",
    "\u2028",
    "😀",
    "1",
    "%",
    "月",
    "主持",
    "任命",
    "为",
    "市",
    "县",
    "长",
    "委",
    "和",
    "要",
    "一是",
    "副",
    "原",
    "来源：",
    "韩砚秋",
    "会议强调",
    "2023-02-30",
]
GLUED = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join)
BROKEN = st.lists(st.sampled_from(PIECES) | st.sampled_from(SENTENCES).map(lambda s: s[:9]), max_size=16).map("".join)
ANY = st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=40)  # neither surrogates nor private signs


@settings(max_examples=60, deadline=None, derandomize=True)
@given(GLUED)
def test_sentences_of_several_reports_are_read(text: str) -> None:
    check(read(text))


@settings(max_examples=150, deadline=None, derandomize=True)
@given((BROKEN | ANY).map(lambda text: f"会议。{text}。\n"))
def test_broken_sentences_and_any_signs_are_read(text: str) -> None:
    check(read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("会主席会", id="a name read beyond the end"),
        pytest.param("及郭　、丁丰等同志", id="a name with a blank inside"),
        pytest.param("长·委", id="a dotted name at the end"),
        pytest.param("\ue001强调，。", id="the mark of a person in the text"),
        pytest.param("\ue002召开续会", id="the mark of a meeting in the text"),
        pytest.param("会议传达政\ue003", id="the mark of a document in the text"),
        pytest.param("作\ue003《告》", id="the mark of a document before one"),
        pytest.param("\ud800", id="a lone surrogate"),
        pytest.param("来源：\ud800新\n省委", id="a lone surrogate in the source"),
    ],
)
def test_texts_that_end_or_break_oddly_are_read(text: str) -> None:
    check(read(text))


def test_two_cold_runs_are_byte_identical_in_any_order_of_the_arguments(tmp_path: Path) -> None:
    files = [str(path) for path in REPORTS]
    made = []
    for seed, order in (("1", files), ("2", files[::-1])):
        out = tmp_path / f"{seed}.nq"
        command = [sys.executable, "-m", "zhengmai", "build", *order, "-o", str(out)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        made.append(out.read_bytes())
    assert made[0] == made[1] != b""


def test_an_article_gives_the_same_whatever_was_read_before() -> None:
    text = REPORTS[0].read_text("utf-8")
    fresh = read(text)
    for path in REPORTS[1:4]:
        read(path.read_text("utf-8"))
    assert read(text) == fresh


def graphs(path: Path) -> dict[str, Graph]:
    """The named graphs of a file."""
    dataset = Dataset()
    dataset.parse(path, format="trig")
    return {str(graph.identifier): graph for graph in dataset.graphs() if len(graph)}


def lines(graph: Graph) -> list[str]:
    return sorted(" ".join(term.n3() for term in triple) for triple in graph)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib about itself
@pytest.mark.parametrize("name", ["d-01", "d-04", "d-21"])  # an assembly, an executive meeting, an inspection
def test_the_graph_of_a_report_is_the_golden_one(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    update = request.config.getoption("--update-golden")
    golden = GOLDEN / f"{name}.trig"
    out = golden if update else tmp_path / golden.name
    out.parent.mkdir(exist_ok=True)
    build(ROOT / "eval" / "gold" / f"{name}.txt", out=out, with_text=False)
    expected, built = graphs(golden), graphs(out)
    assert list(built) == list(expected)
    for which, graph in expected.items():
        if not isomorphic(graph, built[which]):
            lost, new = lines(graph - built[which]), lines(built[which] - graph)
            pytest.fail("\n".join([*(f"- {line}" for line in lost), *(f"+ {line}" for line in new)]))
