"""Which part of a graph a page shows.

A `Material` and a `Choice` come in, the part chosen goes out, with how many of each kind there were before the page's
room ran out: `Choice(focus="韩砚秋", depth=1)` leaves 韩砚秋 and what is linked with him. Nothing is cut unsaid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

import networkx as nx

from zhengmai.draw import KINDS, Choice
from zhengmai.draw.material import Fact, Link, Material, Thing, Words
from zhengmai.draw.views import VIEW_OF
from zhengmai.errors import GraphError
from zhengmai.messages import say


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown: its `material`, the IRIs in focus, how many of each kind there are, and the links of each."""

    choice: Choice
    material: Material
    focus: tuple[str, ...]
    held: Counter[str]
    degrees: dict[str, int]  # links of each thing before the page's room ran out


def choose(material: Material, choice: Choice) -> Chosen:
    """The part that was asked for. Raises GraphError where nothing has the name in focus."""
    found = _in_period(material, choice) if choice.since or choice.until else material
    found = VIEW_OF[choice.view](found)
    things = {iri: thing for iri, thing in found.things.items() if thing.kind in choice.kinds}
    found = found.only(things, found.links)
    focus = _named(found, choice.focus) if choice.focus else ()
    if focus:
        near = _near(found, focus, choice.depth)
        found = found.only({iri: thing for iri, thing in found.things.items() if iri in near}, found.links)
    held = Counter(thing.kind for thing in found.things.values())
    graph = graph_of(found)
    degrees = {iri: graph.degree(iri) for iri in found.things}
    return Chosen(choice, _fitting(found, focus, degrees, choice.most), focus, held, degrees)


def graph_of(material: Material) -> nx.Graph[Hashable]:
    """Things and that they are linked, in the order of the IRIs."""
    graph: nx.Graph[Hashable] = nx.Graph()
    graph.add_nodes_from(material.things)
    graph.add_edges_from((link.start, link.end) for link in material.links if link.start != link.end)
    return graph


def _in_period(material: Material, choice: Choice) -> Material:
    """What the articles of these days say. An article without a date is none of them."""

    def told(date: str | None) -> bool:
        if date is None:
            return False
        since, until = choice.since or "", choice.until or "9"  # of 2023 and 2023-01-05, what both tell is compared
        return date[: len(since)] >= since[: len(date)] and date[: len(until)] <= until[: len(date)]

    sources = {iri: source for iri, source in material.sources.items() if told(source.date)}

    def of_these(words: Iterable[Words]) -> tuple[Words, ...]:
        return tuple(said for said in words if said.article in sources)

    def fact(fact: Fact) -> Fact | None:
        words = of_these(fact.words)
        return replace(fact, words=words) if words or not fact.words else None

    def thing(thing: Thing) -> Thing:
        facts = (fact(one) for one in thing.facts)
        return replace(thing, facts=tuple(one for one in facts if one), words=of_these(thing.words))

    links = [
        Link(link.start, link.end, link.term, of_these(link.words)) for link in material.links if of_these(link.words)
    ]
    linked = {iri for link in links for iri in (link.start, link.end)}
    things = {iri: thing(one) for iri, one in material.things.items() if iri in linked or of_these(one.words)}
    return replace(material, sources=sources).only(things, links)


def _named(material: Material, name: str) -> tuple[str, ...]:
    """Whoever bears the name, else whatever holds it in its name."""
    found = [iri for iri, thing in material.things.items() if thing.label == name]
    found = found or [iri for iri, thing in material.things.items() if name in thing.label]
    if not found:
        like = get_close_matches(name, sorted({thing.label for thing in material.things.values()}), n=5, cutoff=0.3)
        raise GraphError(say("draw.no-focus", name=name) + (say("draw.like", names="、".join(like)) if like else ""))
    return tuple(found)


def _near(material: Material, focus: tuple[str, ...], depth: int) -> set[str]:
    graph = graph_of(material)
    return {iri for start in focus for iri in nx.single_source_shortest_path_length(graph, start, cutoff=depth)}


def _fitting(material: Material, focus: tuple[str, ...], degrees: dict[str, int], most: int) -> Material:
    """The most linked of them; what is in focus before all."""
    if len(material.things) <= most:
        return material

    def rank(iri: str) -> tuple[bool, int, int, str]:
        return iri not in focus, -degrees[iri], KINDS.index(material.things[iri].kind), iri

    kept = set(sorted(material.things, key=rank)[:most])
    return material.only({iri: thing for iri, thing in material.things.items() if iri in kept}, material.links)
