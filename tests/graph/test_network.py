"""The network: the articles' facts as nodes and edges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox

from tests.graph.report import FACTS, TASK
from zhengmai import model as m
from zhengmai.graph.dataset import build_dataset
from zhengmai.graph.network import network
from zhengmai.graph.rdf import statements

ID = "https://w3id.org/zhengmai/id/"


def stored(*extractions: m.Extraction) -> ox.Store:
    store = ox.Store()
    for extraction in extractions:
        store.load(statements(extraction), format=ox.RdfFormat.N_QUADS)
    return store


def test_a_dataset_keeps_the_articles_apart_and_answers_over_all(of_gold: Callable[[str], m.Extraction]) -> None:
    dataset = build_dataset([of_gold("d-03"), of_gold("d-04")])
    assert {str(g.identifier).rpartition("/")[2] for g in dataset.graphs()} - {"default"} >= {"d-03", "d-04"}
    names = {str(row[0]) for row in dataset.query("SELECT ?name WHERE { ?o a zm:Official ; foaf:name ?name }")}
    assert {"方致远", "陆知行"} <= names


def test_the_network_holds_who_was_where_and_the_words_that_say_so() -> None:
    found = network(stored(FACTS))
    fang, meeting = ID + "official/临岚县/方远", ID + "meeting/临岚县委常委会会议/2023-01-12"
    assert found.nodes[fang] == {"kind": "official", "label": "方远", "words": ("方　远",)}
    (edge,) = found.get_edge_data(fang, meeting).values()
    assert edge == {"term": "https://w3id.org/zhengmai/kinds/role/chair", "label": "主持", "words": ("方　远主持",)}


def test_its_edges_are_those_of_the_facts() -> None:
    evidence = FACTS.meetings[0].evidence
    extraction = replace(
        FACTS,
        meetings=(FACTS.meetings[0], m.Meeting("m2", ("中央经济工作会议",), False, evidence)),
        studies=(m.Study("中央经济工作会议", m.StudyKind.MEETING, "m1", evidence),),
        documents=(m.Document("实施办法", (), (m.DocumentAct(m.Act.ADOPTED, evidence, "m1"),), evidence),),
        formulations=(m.Formulation("六稳", evidence),),
        tasks=(TASK, replace(TASK, by="方远", heading="六稳", order=2)),
    )
    found = network(stored(extraction), "en")
    name = {iri: node["label"] for iri, node in found.nodes(data=True)}
    assert sorted((name[a], label, name[b]) for a, b, label in found.edges(data="label")) == sorted([
        ("方远", "chair", "县委常委会会议"),
        ("白石", "observer", "县委常委会会议"),
        ("县委常委会会议", "convened by", "临岚县委"),
        ("县委常委会会议", "implements", "中央经济工作会议"),
        ("县委常委会会议", "adopted", "实施办法"),
        ("县委常委会会议", "uses formulation", "六稳"),
        (TASK.text, "set by", "县委常委会会议"),
        (TASK.text, "set by", "方远"),
        (TASK.text, "under heading", "六稳"),
    ])  # fmt: skip


def test_a_dataset_gives_the_same_network_as_a_store() -> None:
    one, other = network(build_dataset([FACTS])), network(stored(FACTS))
    assert one.nodes(data=True) == other.nodes(data=True)
    assert list(one.edges(data=True, keys=True)) == list(other.edges(data=True, keys=True))
