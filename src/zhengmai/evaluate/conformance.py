"""Does a graph keep to the ontology? Its shapes must hold, and each class, property and kind be one it knows.

A store comes in, faults go out: a graph that says `zm:taks` for `zm:Task` has one unknown term, a task without
words breaks a shape. Terms of other vocabularies are known where the ontology or its shapes mention them.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from zhengmai import resources
from zhengmai.graph.shapes import violations
from zhengmai.graph.vocab import CONCEPTS, RDF, RDFS, ZM
from zhengmai.messages import is_chinese
from zhengmai.query import rows

FILES = ("zhengmai.ttl", "kinds.ttl", "shapes.ttl")
USED = f"""
SELECT DISTINCT ?term WHERE {{
  GRAPH ?g {{
    {{ SELECT DISTINCT ?term WHERE {{ ?s ?term ?o }} }}
    UNION {{ SELECT DISTINCT ?term WHERE {{ ?s a ?term }} }}
    UNION {{ SELECT DISTINCT ?term WHERE {{ ?s ?p ?term FILTER REGEX(STR(?term), "^({ZM}|{CONCEPTS})") }} }}
  }}
}}"""


@dataclass(frozen=True, slots=True)
class Conformance:
    """How many terms a graph uses, those that the ontology does not know, and where a shape is broken."""

    used: int
    unknown: tuple[str, ...]
    violations: tuple[str, ...]


def check_conformance(store: ox.Store) -> Conformance:
    """Holds a graph against the ontology."""
    known = _known()
    used = {row["term"] for row in rows(store, USED, union=False)}
    unknown = sorted(term for term in used if term not in known and not term.startswith((RDF, RDFS)))
    broken = violations(store, "zh" if is_chinese() else "en")
    return Conformance(len(used), tuple(unknown), tuple(broken))


def _known() -> set[str]:
    """What the ontology defines of its own, and mentions of others'."""
    defined, mentioned = set(), set()
    for name in FILES:
        for triple in ox.parse(resources.ontology(name).read_bytes(), format=ox.RdfFormat.TURTLE):
            defined.add(getattr(triple.subject, "value", ""))
            mentioned |= {getattr(node, "value", "") for node in (triple.subject, triple.predicate, triple.object)}
    return defined | {iri for iri in mentioned if not iri.startswith((ZM, CONCEPTS))}
