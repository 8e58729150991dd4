"""Asking a graph in SPARQL.

A file of RDF comes in, an in-memory store goes out, and answers to questions:
`ask(open_graph("out.trig"), "SELECT ?name WHERE { ?o a zm:Official ; foaf:name ?name }")`.
The usual prefixes need not be declared. A question sees all articles' graphs as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from zhengmai.errors import GraphError
from zhengmai.graph.vocab import PREFIXES
from zhengmai.graph.write import RDF_FORMATS, format_of

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def open_graph(path: str | Path) -> ox.Store:
    """The graph of a file, its format told by the suffix. Raises GraphError."""
    form = format_of(str(path))
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=RDF_FORMATS[form])
    except SyntaxError as error:
        raise GraphError(f"{path}: not well-formed {form}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise GraphError(f"{path}: cannot be read: {error}") from error
    return store


def ask(store: ox.Store, question: str, *, union: bool = True) -> Answer:
    """The answer to a SPARQL question. `union`: plain patterns see all named graphs. Raises GraphError."""
    try:
        return store.query(question, prefixes=PREFIXES, use_default_graph_as_union=union)
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"the question is not well-formed SPARQL: {error}") from error


def merge(store: ox.Store) -> None:
    """Copies what all articles say into the default graph, each triple once.

    Asked of a union of graphs instead, a triple comes as often as articles say it, and every count is wrong.
    """
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")


def rows(store: ox.Store, question: str, *, union: bool = True) -> Sequence[dict[str, str]]:
    """The answer to a SELECT, a row a dict of the values bound, as strings."""
    answer = ask(store, question, union=union)
    if not isinstance(answer, ox.QuerySolutions):
        raise GraphError("the question must be a SELECT")
    names = [variable.value for variable in answer.variables]
    return [{n: term.value for n in names if (term := solution[n]) is not None} for solution in answer]


def short(term: object) -> str:
    """A term as a person reads it: a literal's text, `zm:Meeting`, an IRI of no known prefix as it is."""
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in PREFIXES.items():
            local = term.value.removeprefix(namespace)
            if local != term.value and local.replace("-", "").isalnum():
                return f"{prefix}:{local}"
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)
