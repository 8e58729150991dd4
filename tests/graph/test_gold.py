"""The graphs of whole annotated reports: right in every answer, sorted, the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox

from tests.graph.conftest import GOLD
from zhengmai import model as m
from zhengmai.evaluate import evaluate
from zhengmai.graph.rdf import statements


def test_lines_are_sorted_and_stand_once(all_gold: list[m.Extraction]) -> None:
    for extraction in all_gold:
        lines = statements(extraction).splitlines()
        assert all(one < other for one, other in pairwise(lines))


def test_there_are_no_blank_nodes(all_gold: list[m.Extraction]) -> None:
    quads = [quad for x in all_gold for quad in ox.parse(statements(x), ox.RdfFormat.N_QUADS)]
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]


def test_texts_in_chinese_say_so(of_gold: Callable[[str], m.Extraction]) -> None:
    quads = list(ox.parse(statements(of_gold("d-03")), ox.RdfFormat.N_QUADS))
    texts = [q.object for q in quads if isinstance(q.object, ox.Literal) and not q.object.value.isascii()]
    assert len(texts) > 100
    assert {literal.language for literal in texts} == {"zh"}


def test_a_graph_of_the_annotation_answers_every_question_right(all_gold: list[m.Extraction], tmp_path: Path) -> None:
    graph = tmp_path / "gold.nq"
    graph.write_bytes(b"".join(map(statements, all_gold)))
    result = evaluate(GOLD, graph)
    assert {
        facet: round(tally.scores()[2], 4) for facet, tally in result.tallies.items() if tally.scores()[2] < 1
    } == {}
    assert len(result.tallies) == 19
    assert (result.evidence.wrong, result.evidence.bare, result.evidence.beside, result.evidence.faults) == (
        0,
        0,
        0,
        (),
    )
    assert result.evidence.items > 1000


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import json, sys; from tests.graph.conftest import GOLD, read_gold; from zhengmai.graph.rdf import statements;"
    )
    code += "sys.stdout.buffer.write(statements(read_gold(GOLD / 'd-01.json')))"
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=GOLD.parents[1],
                       env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] != b""


def test_the_annotation_is_read_whole(all_gold: list[m.Extraction]) -> None:
    people = sum(len(json.loads((GOLD / f"{x.article.id}.json").read_text("utf-8"))["people"]) for x in all_gold)
    assert sum(len(x.officials) for x in all_gold) == people
