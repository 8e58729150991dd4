"""The network and its page: the articles' facts as nodes and edges, and nothing that could run or load."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.graph.report import FACTS, FANG, TASK
from zhengmai import draw
from zhengmai import model as m
from zhengmai.graph.dataset import build_dataset
from zhengmai.graph.network import network
from zhengmai.graph.rdf import statements

ID = "https://w3id.org/zhengmai/id/"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


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


class Loads(HTMLParser):
    """What a page would load, and how many scripts it holds."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        self.found += [value or "" for name, value in attrs if name in ("src", "href", "action", "data", "poster")]


TAKE = "document.title='taken'"
HOSTILE = f"</script><script>{TAKE}</script><img src=x onerror=\"{TAKE}\"><a href='javascript:{TAKE}'>"


@pytest.fixture(scope="module")
def hostile_page() -> str:
    evidence = (m.Evidence(m.Span(0, len(HOSTILE)), "test"),)
    official = m.Official(HOSTILE, HOSTILE, (), evidence)
    part = m.Participation(HOSTILE, True, "m1", m.Role.CHAIR, evidence)
    meeting = m.Meeting("m1", (HOSTILE + "会议",), True, evidence)
    task = m.Task(HOSTILE, HOSTILE, evidence, 1)
    article = m.Article(HOSTILE, HOSTILE, HOSTILE)
    found = m.Extraction(article, officials=(official,), meetings=(meeting,), participations=(part,), tasks=(task,))
    return draw.page(stored(found))


def test_a_page_loads_nothing(of_gold: Callable[[str], m.Extraction]) -> None:
    page = draw.page(stored(of_gold("d-03"), of_gold("d-04")))
    assert Loads(page).found == []
    assert "default-src 'none'" in page
    assert "\\u65b9\\u81f4\\u8fdc" in page  # 方致远


def test_what_an_article_says_never_becomes_markup(hostile_page: str) -> None:
    assert Loads(hostile_page).found == []
    assert Loads(hostile_page).scripts == Loads(draw.page(stored(FACTS))).scripts
    assert "<img" not in hostile_page


@pytest.mark.skipif(BROWSER is None, reason="no browser (chromium) is installed")
def test_a_browser_runs_nothing_that_an_article_says(hostile_page: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(hostile_page, "utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom"]
    shown = subprocess.run([*command, path.as_uri()], capture_output=True, timeout=120, check=True).stdout.decode()
    title = re.search("<title>(.*?)</title>", shown)
    assert title
    assert title[1] == "政脉 zhengmai"
    assert "<canvas" in shown


def test_the_page_of_no_graph_is_a_page() -> None:
    assert draw.page(ox.Store()).startswith("<!DOCTYPE html>")


def test_of_a_large_graph_the_page_shows_the_part_most_linked_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw, "LARGEST", 2)
    page = draw.page(stored(replace(FACTS, officials=(FANG, *FACTS.officials[1:]))))
    assert "官员 1/2" in page
    assert "任务 0/1" in page


def test_the_same_graph_gives_the_same_page() -> None:
    assert draw.page(stored(FACTS)) == draw.page(stored(FACTS))
