"""Graphs to a file: every format says the same, in the same bytes whatever order the articles come in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pyoxigraph as ox
import pytest

from tests.graph.report import FACTS
from zhengmai import model as m
from zhengmai.errors import GraphError
from zhengmai.graph import write as writing
from zhengmai.graph.rdf import statements
from zhengmai.graph.write import Format, format_of, write, write_graphs

RDF = {
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}


def written(extractions: list[m.Extraction], form: Format) -> bytes:
    out = io.BytesIO()
    write_graphs(extractions, out, form)
    return out.getvalue()


@pytest.fixture
def three(of_gold: Callable[[str], m.Extraction]) -> list[m.Extraction]:
    return [of_gold(name) for name in ("d-11", "d-03", "d-04")]


@pytest.mark.parametrize("form", Format)
def test_the_order_of_the_articles_does_not_matter(form: Format, three: list[m.Extraction]) -> None:
    assert written(three, form) == written(three[::-1], form) != b""


@pytest.mark.parametrize("form", Format)
def test_every_format_says_the_same(form: Format, three: list[m.Extraction]) -> None:
    said = {q for x in three for q in ox.parse(statements(x), ox.RdfFormat.N_QUADS)}
    if form in (Format.TURTLE, Format.NTRIPLES):
        said = {ox.Quad(*q.triple) for q in said}
    assert set(ox.parse(written(three, form), RDF[form])) == said


def test_quads_are_the_graphs_one_after_another(three: list[m.Extraction]) -> None:
    ordered = sorted(three, key=lambda x: x.article.id)
    assert written(three, Format.NQUADS) == b"".join(map(statements, ordered))


def test_triples_stand_once_and_sorted(three: list[m.Extraction]) -> None:
    lines = written(three, Format.NTRIPLES).splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("form", [Format.TRIG, Format.TURTLE])
def test_prefixes_are_declared_once(form: Format, three: list[m.Extraction]) -> None:
    assert written(three, form).count(b"@prefix zm: ") == 1


def test_a_large_corpus_goes_by_way_of_a_file(monkeypatch: pytest.MonkeyPatch, three: list[m.Extraction]) -> None:
    whole = written(three, Format.TRIG)
    monkeypatch.setattr(writing, "_IN_MEMORY", 1000)
    assert written(three, Format.TRIG) == whole


@pytest.mark.parametrize("form", Format)
def test_no_article_is_a_graph_too(form: Format) -> None:
    assert list(ox.parse(written([], form), RDF[form])) == []


def test_two_articles_of_one_identifier_are_refused() -> None:
    with pytest.raises(GraphError, match="article 'r': given twice"):
        written([FACTS, FACTS], Format.NQUADS)


def test_graphs_already_made_are_written_as_they_come_and_counted() -> None:
    def graphs() -> Iterator[tuple[str, bytes]]:
        yield "r", statements(FACTS)

    out = io.BytesIO()
    assert write(graphs(), out, Format.NQUADS) == 1
    assert out.getvalue() == statements(FACTS)


@pytest.mark.parametrize(
    ("path", "form"),
    [("a.trig", "trig"), ("a.NQ", "nquads"), ("b/a.nquads", "nquads"), ("a.ttl", "turtle"), ("a.nt", "ntriples"),
     ("a.b.jsonld", "jsonld")],
)  # fmt: skip
def test_the_suffix_tells_the_format(path: str, form: str) -> None:
    assert format_of(path) == form


@pytest.mark.parametrize("path", ["a", "a.rdf", ".trig", "a.trig.gz"])
def test_another_suffix_tells_none(path: str) -> None:
    with pytest.raises(GraphError, match="no graph format has the suffix"):
        format_of(path)
