"""A graph as a network: who was where, and what came of it.

A store (or an rdflib dataset) comes in, a `networkx.MultiDiGraph` goes out. Its nodes are officials, meetings,
documents, tasks, organs and set phrases, by their IRIs; its edges are what the articles say of two of them: 方致远
主持 (`chair`) 县委常委会会议, which 传达学习 another, and demands a task. Nodes and edges bear the words that say so.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import networkx as nx
import pyoxigraph as ox
from rdflib import Dataset

from zhengmai import resources
from zhengmai.graph.vocab import RDFS, SCHEMA
from zhengmai.query import rows

NODES = """
SELECT DISTINCT ?iri ?kind ?label WHERE {
  VALUES (?class ?kind) { (zm:Official "official") (zm:Meeting "meeting") (zm:Document "document") (zm:Task "task")
                          (zm:Organ "organ") (zm:Formulation "formulation") }
  ?iri a ?class ; foaf:name|rdfs:label|dcterms:title|zm:text ?label
}"""
# ?item is what the edge stands for and its words belong to.
EDGES = """
SELECT DISTINCT ?from ?to ?term ?item WHERE {
  { ?item a zm:Participation ; zm:participant ?from ; zm:inMeeting ?to ; zm:role ?term }
  UNION { ?from zm:convenedBy ?to BIND(zm:convenedBy AS ?term) BIND(?from AS ?item) }
  UNION { ?from schema:superEvent ?to BIND(schema:superEvent AS ?term) BIND(?from AS ?item) }
  UNION { ?from zm:implements ?to BIND(zm:implements AS ?term) BIND(?to AS ?item) }
  UNION { ?item a zm:DocumentAct ; zm:actOn ?to ; zm:actType ?term ; zm:actAt|zm:actBy ?from }
  UNION { ?from zm:setBy/zm:speaker ?to BIND(zm:setBy AS ?term) BIND(?from AS ?item) }
  UNION { ?from zm:underHeading ?to BIND(zm:underHeading AS ?term) BIND(?from AS ?item) }
  UNION { ?article zm:reportsOn ?from ; zm:usesFormulation ?to BIND(zm:usesFormulation AS ?term) BIND(?to AS ?item) }
}"""
WORDS = "SELECT DISTINCT ?iri ?exact WHERE { ?iri zm:evidencedBy/oa:hasSelector/oa:exact ?exact }"
PART = SCHEMA + "superEvent"
PART_OF = {"zh": "属于", "en": "part of"}  # of another vocabulary, which the ontology does not name


def network(graph: ox.Store | Dataset, language: str = "zh") -> nx.MultiDiGraph[str]:
    """Nodes bear `kind`, `label` and `words` (what the articles say, sorted); edges `term` (an IRI, their key too),
    `label` (the term in `language`, zh or en) and `words`."""
    store = _store(graph) if isinstance(graph, Dataset) else graph
    words = _words(store)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in sorted(rows(store, NODES), key=lambda row: (row["iri"], row["label"])):
        if row["iri"] not in found:  # of several names that articles give it, the first
            found.add_node(row["iri"], kind=row["kind"], label=row["label"], words=words[row["iri"]])
    edges: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows(store, EDGES):
        if row["from"] in found and row["to"] in found:
            edges[row["from"], row["to"], row["term"]].update(words[row["item"]])
    for (start, end, term), said in sorted(edges.items()):
        label = labels(language).get(term, term)
        found.add_edge(start, end, key=term, term=term, label=label, words=tuple(sorted(said)))
    return found


def _words(store: ox.Store) -> dict[str, tuple[str, ...]]:
    words: dict[str, set[str]] = defaultdict(set)
    for row in rows(store, WORDS):
        words[row["iri"]].add(row["exact"])
    return defaultdict(tuple, {iri: tuple(sorted(said)) for iri, said in words.items()})


def _store(dataset: Dataset) -> ox.Store:
    store = ox.Store()
    for graph in dataset.graphs():
        triples = graph.serialize(format="nt", encoding="utf-8")
        store.load(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(str(graph.identifier)))
    return store


@cache
def labels(language: str) -> dict[str, str]:
    """{IRI of a term of the ontology: its label}."""
    found = {PART: PART_OF[language]}
    for name in ("zhengmai.ttl", "kinds.ttl"):
        for triple in ox.parse(resources.ontology(name).read_bytes(), ox.RdfFormat.TURTLE):
            named = isinstance(triple.subject, ox.NamedNode) and triple.predicate.value == RDFS + "label"
            if named and isinstance(triple.object, ox.Literal) and triple.object.language == language:
                found[triple.subject.value] = triple.object.value
    return found
