"""Graphs for a notebook.

Extractions come in, an `rdflib.Dataset` goes out with one named graph an article:
`build_dataset([extract(article)]).query("SELECT ?name WHERE { ?o a zm:Official ; foaf:name ?name }")`.
"""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Dataset, URIRef

from zhengmai.graph.iris import Iris
from zhengmai.graph.rdf import statements
from zhengmai.graph.vocab import DEFAULT_BASE, PREFIXES
from zhengmai.graph.write import without_graph
from zhengmai.model import Extraction


def build_dataset(extractions: Iterable[Extraction], base: str = DEFAULT_BASE, with_text: bool = True) -> Dataset:
    """One named graph an article, in memory; a question put to it sees them all as one. Raises GraphError."""
    dataset = Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    for extraction in extractions:
        lines = statements(extraction, base, with_text)
        name = Iris(base, extraction.article.id, None).graph[1:-1].decode()
        dataset.graph(URIRef(name)).parse(data=b"".join(map(without_graph, lines.splitlines())), format="nt")
    return dataset
