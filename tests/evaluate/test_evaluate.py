"""Evaluation of small graphs, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.gold_graph import PREFIXES
from zhengmai.errors import GoldError, GraphError
from zhengmai.evaluate import evaluate
from zhengmai.evaluate.gold import read_gold

TEXT = "市长陆知行主持会议。会议要求抓好防汛。"
EMPTY: dict[str, Any] = {
    "people": [], "meetings": [], "participation": [], "groups": [], "documents": [],
    "studied": [], "directives": [], "formulations": [], "targets": [],
}  # fmt: skip
PERSON = {"name": "陆知行", "titles": ["市长"], "posts": ["市长"]}


def write_gold(folder: Path, **facets: Any) -> Path:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.json").write_text(json.dumps(EMPTY | facets), "utf-8")
    return folder


def write_graph(folder: Path, body: str) -> Path:
    path = folder / "graph.trig"
    path.write_text(f'{PREFIXES}<urn:g> {{ <urn:a> a zm:Article ; dcterms:identifier "a" . {body} }}', "utf-8")
    return path


def official(name: str, start: int, stop: int, exact: str) -> str:
    return (
        f'<urn:{name}> a zm:Official ; foaf:name "{name}" ; zm:evidencedBy <urn:e{start}> . <urn:e{start}> '
        f"oa:hasSource <urn:a> ; oa:hasSelector <urn:s{start}> . <urn:s{start}> oa:start {start} ; oa:end {stop} ; "
        f'oa:exact "{exact}" . '
    )


def test_a_name_found_is_a_hit_and_one_too_many_an_extra(tmp_path: Path) -> None:
    gold = write_gold(tmp_path, people=[PERSON])
    graph = write_graph(tmp_path, official("陆知行", 2, 5, "陆知行") + official("主持会", 5, 8, "主持会"))
    tally = evaluate(gold, graph).tallies["people"]
    assert (tally.hit, tally.given, tally.gold) == (1, 2, 1)
    assert tally.extra == [("a", "+主持会")]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (official("陆知行", 1, 4, "陆知行"), "wrong"),
        (official("陆知行", 5, 7, "主持"), "beside"),
        ('<urn:x> a zm:Official ; foaf:name "陆知行" .', "bare"),
    ],
)
def test_invented_facts_are_told_apart(tmp_path: Path, body: str, fault: str) -> None:
    count = evaluate(write_gold(tmp_path), write_graph(tmp_path, body)).evidence
    assert {name: getattr(count, name) for name in ("wrong", "bare", "beside")}[fault] == 1
    assert (count.invented, count.rate, len(count.faults)) == (1, 1.0, 1)


def test_a_report_that_is_not_in_the_graph_is_named(tmp_path: Path) -> None:
    assert evaluate(write_gold(tmp_path), write_graph(tmp_path, "")).absent == ("a",)


def test_a_career_is_right_only_with_its_date(tmp_path: Path) -> None:
    body = '<urn:t> a zm:Tenure ; zm:tenureOf <urn:p> ; zm:ofPost <urn:o> ; zm:since "2023-04-18" . '
    body += '<urn:p> a zm:Official ; foaf:name "陆知行" . <urn:o> rdfs:label "云溪市市长" .'
    posts = [{"post": "云溪市市长", "date": "2023-04-18"}, {"post": "云溪市市长", "date": "2023-04-19"}]
    links = tmp_path / "links.json"
    links.write_text(json.dumps({"careers": [{"person": "陆知行", "posts": posts}]}), "utf-8")
    assert evaluate(write_gold(tmp_path), write_graph(tmp_path, body), links).links["careers"] == (1, 2)


@pytest.mark.parametrize(
    ("facets", "words"),
    [
        ({"people": [{"posts": []}]}, r"a\.json: people\[0\]: 'name' is missing"),
        ({"people": "陆知行"}, r"a\.json: 'people' is str, expected a list"),
        ({"meetings": [{"key": "m1", "role": "main", "names": []}]}, r"a\.json: meetings\[0\]: a meeting has one name"),
    ],
)
def test_gold_that_is_not_as_the_guide_says_is_refused_with_its_place(
    tmp_path: Path, facets: dict[str, Any], words: str
) -> None:
    with pytest.raises(GoldError, match=words):
        read_gold(write_gold(tmp_path, **facets))


def test_a_format_without_named_graphs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="keeps no article's graph apart"):
        evaluate(tmp_path, tmp_path / "graph.ttl")


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"holds no ID\.json files"):
        read_gold(tmp_path)
