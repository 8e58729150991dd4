"""Is a graph as the ontology says, and does it invent nothing? What can be told without any gold.

A store of articles' named graphs comes in, faults go out: a task without evidence, a span that does not read in the
text as it says, a class `zm:Offical` that no ontology defines, a meeting of two days `schema:startDate`. Each graph
is validated by itself: in d-03 a meeting has one name, in d-04 it may have another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from zhengmai import resources
from zhengmai.errors import GraphError
from zhengmai.evaluate.answers import Answers
from zhengmai.evaluate.evidence import check_evidence
from zhengmai.graph import vocab

SH = Namespace("http://www.w3.org/ns/shacl#")
_ARTICLE = ox.NamedNode(vocab.ZM + "Article")
_TYPE = ox.NamedNode(vocab.RDF + "type")
_BODY = ox.NamedNode(vocab.SCHEMA + "articleBody")
_IDENTIFIER = ox.NamedNode(vocab.DCTERMS + "identifier")
_OURS = (vocab.ZM, vocab.CONCEPTS)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and how."""

    kind: str  # shape, term, evidence
    where: str  # the IRI of the graph, or of a term that is not defined
    what: str  # in words


def check(store: ox.Store, language: str = "en") -> Iterator[Fault]:
    """All faults of a graph: by shape, graph after graph, then terms, then evidence. Raises GraphError."""
    if len(list(store.quads_for_pattern(None, _TYPE, _ARTICLE, ox.DefaultGraph()))) > 1:
        raise GraphError("the graph keeps no article apart; build it as .trig, .nq or .jsonld to check it")
    for graph in articles(store):
        yield from violations(graph, language)
    yield from unknown_terms(store)
    for fault in sorted(check_evidence(Answers(store), texts(store)).faults):
        yield Fault("evidence", *fault.split(": ", 1))


def articles(store: ox.Store) -> Iterator[Graph]:
    """Each graph of the store by itself, sorted by IRI; the default graph first where it holds anything."""
    names: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = sorted(store.named_graphs(), key=str)
    if any(store.quads_for_pattern(None, None, None, ox.DefaultGraph())):
        names.insert(0, ox.DefaultGraph())
    for name in names:
        graph = Graph(identifier=URIRef(getattr(name, "value", "urn:x-default")))
        triples = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name)
        yield graph.parse(data=triples or b"", format="nt")


def texts(store: ox.Store) -> dict[str, str]:
    """{article's identifier: the text read}, of the articles that hold it."""
    bodies = dict(_literals(store, _BODY))
    return {identifier: bodies[article] for article, identifier in _literals(store, _IDENTIFIER) if article in bodies}


def _literals(store: ox.Store, predicate: ox.NamedNode) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, predicate, None):
        if isinstance(quad.object, ox.Literal):
            yield str(quad.subject), quad.object.value


def violations(graph: Graph, language: str = "en") -> Iterator[Fault]:
    """Where a graph breaks a shape. The graph is a plain rdflib one: validated over a store, literals differ."""
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", inplace=True)
    if conforms or not isinstance(report, Graph):
        return
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path = report.value(result, SH.resultPath)
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        said = " ".join(str(term) for term in (node, path, value) if term is not None)
        found.append(f"{said}: {_message(report, result, language)}")
    yield from (Fault("shape", str(graph.identifier), what) for what in sorted(found))


def _message(report: Graph, result: object, language: str) -> str:
    messages = [m for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)]  # type: ignore[arg-type]
    spoken = [m for m in messages if m.language == language] or messages
    return str(min(spoken, default=""))


def unknown_terms(store: ox.Store) -> Iterator[Fault]:
    """Terms of our namespaces that the ontology does not define: misspelt, or of another version."""
    used = {quad.predicate.value for quad in store}
    used |= {quad.object.value for quad in store if isinstance(quad.object, ox.NamedNode)}
    for term in sorted(used - defined_terms()):
        if term.startswith(_OURS):
            yield Fault("term", term, "the ontology defines no such term")


@cache
def defined_terms() -> frozenset[str]:
    """The IRIs of all classes, properties and kinds."""
    graph = Graph()
    for name in ("zhengmai.ttl", "kinds.ttl"):
        graph.parse(data=resources.ontology(name).read_text("utf-8"), format="turtle")
    return frozenset(str(term) for term in graph.subjects() if str(term).startswith(_OURS))


@cache
def _shapes() -> Graph:
    return Graph().parse(data=resources.ontology("shapes.ttl").read_text("utf-8"), format="turtle")
