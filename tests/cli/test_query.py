"""`zhengmai query` on a small graph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GRAPH = """
@prefix zm: <https://w3id.org/zhengmai/ontology#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
<urn:g1> { <urn:a> a zm:Official ; foaf:name "韩砚秋"@zh . }
<urn:g2> { <urn:b> a zm:Official ; foaf:name "陆\\u001b[31m"@zh . <urn:b> zm:note "一\\n二" . }
"""
NAMES = "SELECT ?o ?name WHERE { ?o a zm:Official ; foaf:name ?name } ORDER BY ?o"


@pytest.fixture
def graph(tmp_path: Path) -> str:
    path = tmp_path / "graph.trig"
    path.write_text(GRAPH, "utf-8")
    return str(path)


def test_a_table_lines_up_and_no_name_steers_the_terminal(zhengmai: Run, graph: str) -> None:
    done = zhengmai("query", "--graph", graph, NAMES)
    assert done.stdout == (
        "┌───────┬─────────┐\n"
        "│ o     │ name    │\n"
        "├───────┼─────────┤\n"
        "│ urn:a │ 韩砚秋  │\n"
        "│ urn:b │ 陆�[31m │\n"
        "└───────┴─────────┘\n"
    )
    assert (done.returncode, done.stderr) == (0, "2 rows\n")


def test_what_two_articles_say_counts_once(zhengmai: Run, graph: str, tmp_path: Path) -> None:
    (tmp_path / "twice.trig").write_text("<urn:g> { <urn:a> <urn:p> 1 } <urn:h> { <urn:a> <urn:p> 1 }", "utf-8")
    done = zhengmai("query", "--graph", "twice.trig", "--csv", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert done.stdout.split() == ["n", "1"]
    done = zhengmai("query", "--graph", "twice.trig", "--csv", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    assert done.stdout.split() == ["n", "2"]


def test_terms_are_shown_by_their_prefix(zhengmai: Run, graph: str) -> None:
    done = zhengmai("query", "--graph", graph, "SELECT DISTINCT ?c WHERE { ?o a ?c }")
    assert "│ zm:Official │" in done.stdout


def test_json_is_the_standard_one(zhengmai: Run, graph: str) -> None:
    found = json.loads(zhengmai("query", "--graph", graph, "--json", NAMES).stdout)
    assert found["head"]["vars"] == ["o", "name"]
    assert found["results"]["bindings"][0]["name"] == {"type": "literal", "value": "韩砚秋", "xml:lang": "zh"}


def test_csv(zhengmai: Run, graph: str) -> None:
    assert zhengmai("query", "--graph", graph, "--csv", NAMES).stdout.splitlines()[:2] == ["o,name", "urn:a,韩砚秋"]


def test_a_question_can_stand_in_a_file_or_come_from_standard_input(zhengmai: Run, graph: str, tmp_path: Path) -> None:
    (tmp_path / "who.rq").write_text("# Who?\n" + NAMES, "utf-8")
    assert "韩砚秋" in zhengmai("query", "--graph", graph, "who.rq").stdout
    assert "韩砚秋" in zhengmai("query", "--graph", graph, "-", stdin=NAMES).stdout


@pytest.mark.parametrize(
    ("question", "answer"), [("ASK { ?o a zm:Official }", "true"), ("ASK { ?o a zm:Task }", "false")]
)
def test_ask(zhengmai: Run, graph: str, question: str, answer: str) -> None:
    assert zhengmai("query", "--graph", graph, question).stdout.strip() == answer


def test_construct_gives_turtle(zhengmai: Run, graph: str) -> None:
    done = zhengmai("query", "--graph", graph, "CONSTRUCT { ?o foaf:nick ?n } WHERE { ?o foaf:name ?n }")
    assert 'foaf:nick "韩砚秋"@zh' in done.stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--graph", "none.trig", "ASK {}"], "none.trig: cannot be read"),
        (["--graph", "graph.docx", "ASK {}"], "graph.docx: no graph format has the suffix '.docx'"),
        (["--graph", "bad.trig", "ASK {}"], "bad.trig: not well-formed"),
        (["--graph", "graph.trig", "SELCT"], "the question is not well-formed SPARQL"),
        (["--graph", "graph.trig", "none.rq"], "none.rq: cannot be read"),
    ],
)
def test_what_cannot_be_asked_is_said_without_a_traceback(
    zhengmai: Run, graph: str, tmp_path: Path, args: list[str], words: str
) -> None:
    (tmp_path / "bad.trig").write_text("<urn:g> { <a", "utf-8")
    done = zhengmai("query", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
