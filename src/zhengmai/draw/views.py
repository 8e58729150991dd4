"""Ways to look at a graph other than all of it.

A `Material` comes in, another goes out: in `people`, 方致远 and 苏慕之 are linked because both took part in
县委常委会会议 and 全县干部大会, twice, and the words of the four participations say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations

from zhengmai.draw.material import Link, Material, Words
from zhengmai.graph.vocab import CONCEPTS

TOGETHER = "together"  # what links two people who took part in one meeting: of the page, not of the ontology


def people(material: Material) -> Material:
    """The officials, linked as often as two took part in the same meeting, in whatever role."""
    took_part: dict[str, dict[str, set[Words]]] = defaultdict(lambda: defaultdict(set))
    for link in material.links:
        if link.term.startswith(CONCEPTS + "role/"):
            took_part[link.end][link.start].update(link.words)
    shared: dict[tuple[str, str], set[Words]] = defaultdict(set)
    times: dict[tuple[str, str], int] = defaultdict(int)
    for there in took_part.values():
        for one, other in combinations(sorted(there), 2):
            times[one, other] += 1
            shared[one, other] |= there[one] | there[other]
    links = [Link(*pair, TOGETHER, tuple(sorted(words)), times[pair]) for pair, words in sorted(shared.items())]
    officials = {iri: thing for iri, thing in material.things.items() if thing.kind == "official"}
    return material.only(officials, links)


def network(material: Material) -> Material:
    """Everything."""
    return material


VIEW_OF: dict[str, Callable[[Material], Material]] = {"network": network, "people": people}
