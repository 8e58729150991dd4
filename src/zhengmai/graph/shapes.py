"""Does a graph keep to the shapes of the ontology?

A store of articles' named graphs comes in, the places where a shape is broken go out: a task without evidence, a
meeting with two days `schema:startDate`, a selector that starts behind its end. Each graph is validated by itself:
in one article a meeting bears one name, in the next another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, Graph, Literal, Namespace
from rdflib.term import Node

from zhengmai import resources

SH = Namespace("http://www.w3.org/ns/shacl#")


def violations(store: ox.Store, language: str = "en") -> Iterator[str]:
    """Each as "graph: node property value: what is wrong", sorted graph by graph. `language`: zh or en."""
    for name in sorted(store.named_graphs(), key=str):
        graph = plain_graph(store, name)
        yield from (f"{name.value}: {broken}" for broken in graph_violations(graph, language))


def plain_graph(store: ox.Store, name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> Graph:
    """One of the store's graphs as a plain rdflib graph. (rdflib over a store compares literals differently, and
    SHACL then finds faults that are none.)"""
    return Graph().parse(data=store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b"", format="nt")


def graph_violations(graph: Graph, language: str = "en") -> list[str]:
    """Where one article's graph breaks a shape: "node property value: what is wrong", sorted."""
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", inplace=True)
    if conforms or not isinstance(report, Graph):
        return []
    return sorted(_in_words(report, result, language) for result in report.subjects(RDF.type, SH.ValidationResult))


def _in_words(report: Graph, result: Node, language: str) -> str:
    terms = (report.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.value))
    messages = [m for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)]
    spoken = [m for m in messages if m.language == language] or messages
    return f"{' '.join(str(term) for term in terms if term is not None)}: {min(spoken, default='')}"


@cache
def _shapes() -> Graph:
    return Graph().parse(data=resources.ontology("shapes.ttl").read_bytes(), format="turtle")
