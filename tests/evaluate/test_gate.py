"""The floors of the quality gate only rise by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import gate
from tests.evaluate.gold_graph import write_gold_graph
from zhengmai.evaluate import Evaluation, evaluate

GOLD = gate.HERE / "gold"
OWN = {"project": GOLD, "hard": gate.HERE / "hard"}


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    graph = tmp_path_factory.mktemp("gate") / "graph.trig"
    write_gold_graph(GOLD, graph, 1)
    return evaluate(GOLD, graph)


def test_an_update_lifts_floors_and_lowers_none(damaged: Evaluation) -> None:
    people = damaged.tallies["people"].scores().f1
    floors = gate.lifted({"people": 0.1, "posts": 0.999}, damaged, allow_regression=False)
    assert (floors["people"], floors["posts"]) == (pytest.approx(people, abs=1e-4), 0.999)
    assert floors["people"] <= people


def test_only_a_regression_that_is_allowed_lowers_a_floor(damaged: Evaluation) -> None:
    assert gate.lifted({"posts": 0.999}, damaged, allow_regression=True)["posts"] < 0.999


def test_a_facet_under_its_floor_and_an_invented_fact_are_faults(damaged: Evaluation) -> None:
    found = list(gate.faults("project", damaged, {"people": 0.99, "tasks": 0.1}))
    assert any(fault.startswith("project: people at 0.") for fault in found)
    assert not any("tasks at" in fault for fault in found)
    assert sum("invented" in fault for fault in found) == len(damaged.evidence.faults)


def test_a_folder_of_further_gold_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHENGMAI_GOLD", str(tmp_path))
    assert dict(gate.gold_sets()) == OWN | {"further": tmp_path}


def test_further_gold_that_is_absent_is_skipped_with_a_word(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZHENGMAI_GOLD", str(tmp_path / "none"))
    assert dict(gate.gold_sets()) == OWN
    assert "skipped" in capsys.readouterr().err
