"""What the articles say, as a page shows it: who and what, linked, with facts and the sentences that say so.

A store comes in, a `Material` goes out: 韩砚秋 is a `Thing` of kind `official` with the fact that he holds the post
云溪市委书记 and the sentences that name him; that he chairs (`chair`) the 全会 is a `Link`. Words are kept apart from
the sentences they stand in, for one sentence serves many: `市委书记韩砚秋主持会议` says who, what and which post.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from zhengmai.graph.network import EDGES, NODES
from zhengmai.query import rows

ARTICLES = """
SELECT DISTINCT ?iri ?name ?title ?published ?held ?url ?body WHERE {
  ?iri a zm:Article ; dcterms:identifier ?name
  OPTIONAL { ?iri dcterms:title ?title }
  OPTIONAL { ?iri schema:datePublished ?published }
  OPTIONAL { ?iri zm:reportsOn/schema:startDate ?held }
  OPTIONAL { ?iri schema:url ?url }
  OPTIONAL { ?iri schema:articleBody ?body }
}"""
WORDS = """
SELECT DISTINCT ?iri ?article ?start ?end ?exact ?from ?to WHERE {
  ?iri zm:evidencedBy ?words . ?words oa:hasSource ?article ; oa:hasSelector ?place .
  ?place oa:start ?start ; oa:end ?end ; oa:exact ?exact
  OPTIONAL { ?words zm:inSentence ?sentence . ?sentence oa:start ?from ; oa:end ?to }
}"""
# ?item is what bears the evidence, ?other who or what the fact names.
FACTS = """
SELECT DISTINCT ?iri ?key ?value ?item ?status ?other WHERE {
  { ?item zm:tenureOf ?iri ; zm:ofPost/rdfs:label ?value ; zm:tenureStatus ?status BIND("post" AS ?key) }
  UNION { VALUES (?term ?key) { (zm:note "note") (schema:startDate "start") (schema:endDate "end")
            (schema:location "place") (zm:meetingKind "kind") (skos:altLabel "other") (dcterms:alternative "other")
            (zm:documentNumber "number") (zm:deadlineText "deadline") } ?iri ?term ?value }
  UNION { VALUES (?term ?key) { (zm:assignee "assignee") (zm:implements "implements") (zm:underHeading "heading") }
          ?iri ?term ?other . ?other foaf:name|rdfs:label ?value FILTER NOT EXISTS { ?other a zm:Formulation } }
  UNION { ?iri zm:setBy/zm:madeAt ?other . ?other rdfs:label ?value BIND("at" AS ?key) }
  UNION { ?iri zm:hasTarget ?item . ?item zm:indicator/rdfs:label ?indicator ; zm:valueText ?figure
          BIND("target" AS ?key) BIND(CONCAT(?indicator, " ", ?figure) AS ?value) }
}"""


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its title, else its name; its date, or that of the meeting it reports, where one is told in full."""

    title: str
    date: str | None
    url: str | None


class Words(NamedTuple):
    """Words of an article, and the sentence (or more) that they stand in, by positions in the article's text."""

    article: str  # IRI
    start: int
    end: int
    exact: str
    within: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is said of one thing. `key`: post, note, start, …; `status` of a post and `other` are IRIs."""

    key: str
    value: str
    status: str | None
    other: str | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """An official, a meeting, a document, a task, an organ or a set phrase."""

    kind: str
    label: str
    facts: tuple[Fact, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """What is said of two things; `term` is the IRI of a property, a role or an act; `times`: how strong it is."""

    start: str
    end: str
    term: str
    words: tuple[Words, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class Material:
    """All that a page can show; `things` and `sources` by IRI, in the order of the IRIs."""

    sources: dict[str, Source]
    bodies: dict[str, str]  # the articles' texts, where the graph holds them
    things: dict[str, Thing]
    links: tuple[Link, ...]

    def only(self, things: dict[str, Thing], links: Iterable[Link]) -> Material:
        """The part of it that these are."""
        kept = tuple(link for link in links if link.start in things and link.end in things)
        return Material(self.sources, self.bodies, things, kept)


def gather(store: ox.Store) -> Material:
    """All that the store says."""
    sources, bodies = _sources(store)
    words = _words(store)
    named: dict[str, tuple[str, str]] = {}
    for row in sorted(rows(store, NODES), key=lambda row: (row["iri"], row["label"])):
        named.setdefault(row["iri"], (row["kind"], row["label"]))  # of several names that articles give it, the first
    facts = _facts(store, named, words)
    things = {iri: Thing(kind, label, facts[iri], words[iri]) for iri, (kind, label) in named.items()}
    return Material(sources, bodies, things, _links(store, named, words))


def _sources(store: ox.Store) -> tuple[dict[str, Source], dict[str, str]]:
    found: dict[str, Source] = {}
    bodies: dict[str, str] = {}
    for row in sorted(rows(store, ARTICLES), key=lambda row: (row["iri"], row.get("held", ""))):
        date = next((date for date in (row.get("published"), row.get("held")) if date and date[0].isdigit()), None)
        known = found.get(row["iri"])
        if known is None or known.date is None:
            found[row["iri"]] = Source(row.get("title") or row["name"], date, row.get("url"))
        bodies[row["iri"]] = row.get("body", "")
    return found, bodies


def _words(store: ox.Store) -> dict[str, tuple[Words, ...]]:
    found: dict[str, set[Words]] = defaultdict(set)
    for row in rows(store, WORDS):
        start, end = int(row["start"]), int(row["end"])
        within = min(start, int(row.get("from", start))), max(end, int(row.get("to", end)))
        found[row["iri"]].add(Words(row["article"], start, end, row["exact"], within))
    return defaultdict(tuple, {iri: tuple(sorted(words)) for iri, words in found.items()})


def _facts(
    store: ox.Store, named: dict[str, tuple[str, str]], words: dict[str, tuple[Words, ...]]
) -> dict[str, tuple[Fact, ...]]:
    """Facts that a link tells as well are left to the link."""
    found: dict[str, dict[tuple[str, str, str | None, str | None], set[Words]]] = defaultdict(lambda: defaultdict(set))
    for row in rows(store, FACTS):
        other = row.get("other") if row.get("other") in named else None
        if row["iri"] in named and not (other and row["key"] == "implements"):
            key = row["key"], row["value"], row.get("status"), other
            found[row["iri"]][key].update(words[row["item"]] if "item" in row else ())
    return defaultdict(
        tuple,
        {
            iri: tuple(Fact(*key, tuple(sorted(said))) for key, said in sorted(facts.items(), key=_order))
            for iri, facts in found.items()
        },
    )


def _order(fact: tuple[tuple[str, str, str | None, str | None], set[Words]]) -> tuple[str, ...]:
    return tuple(part or "" for part in fact[0])


def _links(store: ox.Store, named: dict[str, tuple[str, str]], words: dict[str, tuple[Words, ...]]) -> tuple[Link, ...]:
    found: dict[tuple[str, str, str], set[Words]] = defaultdict(set)
    for row in rows(store, EDGES):
        if row["from"] in named and row["to"] in named:
            found[row["from"], row["to"], row["term"]].update(words[row["item"]])
    return tuple(Link(*key, tuple(sorted(said))) for key, said in sorted(found.items()))
