"""The figures are those of the reference scorer: recorded ones always, live ones where it is at hand.

Graphs made from the gold and damaged in many small ways stand in for an extractor's faults.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.gold_graph import write_gold_graph
from zhengmai.evaluate import evaluate

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "eval" / "gold"
REFERENCE = ROOT.parent / "shared" / "eval"
RECORDED = json.loads(Path(__file__).with_name("reference_figures.json").read_text("utf-8"))


def figures(graph: Path) -> Any:
    found = json.loads(json.dumps(evaluate(GOLD, graph, GOLD / "links.json").figures()))
    del found["evidence"]["invented"], found["conformance"]  # ours alone
    return found


@pytest.mark.parametrize("damage", RECORDED)
def test_figures_equal_the_recorded_ones_of_the_reference(damage: str, tmp_path: Path) -> None:
    graph = tmp_path / "graph.trig"
    write_gold_graph(GOLD, graph, None if damage == "none" else int(damage))
    assert figures(graph) == RECORDED[damage]


@pytest.mark.parametrize("damage", [11, 12])
def test_figures_equal_those_of_the_reference_run_now(damage: int, tmp_path: Path) -> None:
    if not REFERENCE.is_dir():
        pytest.skip("the reference scorer is not beside the checkout")
    graph = tmp_path / "graph.trig"
    write_gold_graph(GOLD, graph, damage)
    command = [sys.executable, str(REFERENCE / "score.py"), str(GOLD), str(graph), "--json"]
    done = subprocess.run([*command, "--links", str(GOLD / "links.json")], capture_output=True, check=True)
    assert figures(graph) == json.loads(done.stdout)


def test_the_questions_are_those_of_the_reference() -> None:
    if not REFERENCE.is_dir():
        pytest.skip("the reference scorer is not beside the checkout")
    ours = ROOT / "src" / "zhengmai" / "data" / "queries"
    for question in REFERENCE.glob("*.rq"):
        assert (ours / question.name).read_text("utf-8") == question.read_text("utf-8")


def test_a_graph_of_the_gold_itself_is_perfect() -> None:
    assert all(figure["f"] == 1.0 for figure in RECORDED["none"].values() if "f" in figure)
    faults = {name: RECORDED["none"]["evidence"][name] for name in ("wrong", "bare", "beside")}
    assert faults == {"wrong": 0, "bare": 0, "beside": 0}


def test_damage_moves_every_figure() -> None:
    damaged = RECORDED["1"]
    assert all(figure["f"] < 1.0 for figure in damaged.values() if "f" in figure)
    assert all(damaged["evidence"][name] for name in ("wrong", "bare", "beside"))
