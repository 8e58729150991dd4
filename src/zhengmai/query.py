"""Asking a graph in SPARQL.

A file of RDF comes in, an in-memory store goes out, and answers to questions:
`ask(open_graph("out.trig"), "SELECT ?name WHERE { ?o a zm:Official ; foaf:name ?name }")`.
The prefixes in `PREFIXES` need not be declared. A question sees all articles' graphs as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from zhengmai.errors import GraphError

PREFIXES = {
    "zm": "https://w3id.org/zhengmai/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FORMATS = {
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nquads": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
}

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def open_graph(path: str | Path) -> ox.Store:
    """The graph of a file, its format told by the suffix. Raises GraphError."""
    path = Path(path)
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise GraphError(f"{path}: no graph format has the suffix {path.suffix!r}; use one of {', '.join(FORMATS)}")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=form)
    except SyntaxError as error:
        raise GraphError(f"{path}: not well-formed {form.name}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{path}: cannot be read: {error}") from error
    return store


def ask(store: ox.Store, question: str, *, union: bool = True) -> Answer:
    """The answer to a SPARQL question. `union`: plain patterns see all named graphs. Raises GraphError."""
    try:
        return store.query(question, prefixes=PREFIXES, use_default_graph_as_union=union)
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"the question is not well-formed SPARQL: {error}") from error


def rows(store: ox.Store, question: str, *, union: bool = True) -> Sequence[dict[str, str]]:
    """The answer to a SELECT, a row a dict of the values bound, as strings."""
    answer = ask(store, question, union=union)
    if not isinstance(answer, ox.QuerySolutions):
        raise GraphError("the question must be a SELECT")
    names = [variable.value for variable in answer.variables]
    return [{n: term.value for n in names if (term := solution[n]) is not None} for solution in answer]
