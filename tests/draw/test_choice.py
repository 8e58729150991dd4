"""Which part of a graph a page shows, and where its things stand."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pyoxigraph as ox
import pytest

from tests.graph.report import FACTS
from zhengmai import model as m
from zhengmai.draw import Choice
from zhengmai.draw.choice import Chosen, choose
from zhengmai.draw.content import content
from zhengmai.draw.material import gather
from zhengmai.draw.places import places
from zhengmai.errors import GraphError
from zhengmai.graph.rdf import statements

LATER = replace(
    FACTS,
    article=m.Article("s", FACTS.article.text),
    published="2023-03-01",
    meetings=(replace(FACTS.meetings[0], names=("县政府常务会议",), start="2023-02-27"),),
    tasks=(),
    targets=(),
)


def stored(*extractions: m.Extraction, with_text: bool = True) -> ox.Store:
    store = ox.Store()
    for extraction in extractions:
        store.load(statements(extraction, with_text=with_text), format=ox.RdfFormat.N_QUADS)
    return store


def chosen(**choice: object) -> Chosen:
    return choose(gather(stored(FACTS, LATER)), Choice(**choice))  # type: ignore[arg-type]


def names(found: Chosen) -> set[str]:
    return {thing.label for thing in found.material.things.values() if thing.kind != "task"}


EARLY, LATE = "县委常委会会议", "县政府常务会议"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, {"方远", "白石", EARLY, LATE, "临岚县委"}),
        ({"kinds": ("official",)}, {"方远", "白石"}),
        ({"focus": "白石", "depth": 0}, {"白石"}),
        ({"focus": "白", "depth": 1}, {"白石", EARLY, LATE}),
        ({"focus": EARLY, "depth": 1}, {"方远", "白石", EARLY, "临岚县委"}),
        ({"since": "2023-02"}, {"方远", "白石", LATE, "临岚县委"}),
        ({"until": "2023-01-13"}, {"方远", "白石", EARLY, "临岚县委"}),
        ({"since": "2023", "until": "2023"}, {"方远", "白石", EARLY, LATE, "临岚县委"}),
        ({"since": "2024"}, set()),
        ({"most": 2}, {EARLY, LATE}),
        ({"most": 1, "focus": "临岚县委"}, {"临岚县委"}),
    ],
)
def test_what_is_asked_for_is_what_is_shown(choice: dict[str, object], expected: set[str]) -> None:
    assert names(chosen(**choice)) == expected


def test_a_name_that_nothing_has_is_refused_with_names_like_it() -> None:
    with pytest.raises(GraphError, match=r"方遠.*方远"):
        chosen(focus="方遠")


def test_people_are_linked_as_often_as_they_met() -> None:
    found = chosen(view="people").material
    (link,) = found.links
    assert names(chosen(view="people")) == {"方远", "白石"}
    assert (link.times, {said.exact for said in link.words}) == (2, {"方　远主持", "白石列席"})
    assert chosen(view="people", since="2023-02").material.links[0].times == 1


def test_what_has_no_room_is_counted() -> None:
    found = chosen(most=2)
    assert dict(found.held) == {"official": 2, "meeting": 2, "organ": 1, "task": 1}
    assert {node["label"]: node["undrawn"] for node in content(found)["nodes"]} == {EARLY: 4, LATE: 3}  # type: ignore[index, attr-defined]


def test_words_stand_in_their_sentence() -> None:
    page = content(chosen(kinds=("official",), focus="方远", depth=0))
    (node,) = page["nodes"]  # type: ignore[misc]
    number, spans = node["words"][0]
    article, sentence = page["sentences"][number]  # type: ignore[index]
    assert page["articles"][article]["date"] == "2023-01-13"  # type: ignore[index]
    assert [sentence[slice(*span)] for span in spans] == ["方　远"]
    assert len(sentence) > len("方　远")


def test_without_the_text_the_words_stand_alone() -> None:
    page = content(choose(gather(stored(FACTS, with_text=False)), Choice(kinds=("official",), focus="方远", depth=0)))
    ((number, spans),) = page["nodes"][0]["words"]  # type: ignore[index]
    assert (page["sentences"][number][1], spans) == ("方　远", [[0, 3]])  # type: ignore[index]


def ring_of_rings() -> nx.Graph[int]:
    """Three hubs with many leaves each, a clique, and some that are alone."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(120))
    for hub in (0, 1, 2):
        graph.add_edges_from((hub, leaf) for leaf in range(3 + hub * 30, 33 + hub * 30))
    graph.add_edges_from([(0, 1), (1, 2), (2, 0), *nx.complete_graph(range(93, 110)).edges, (93, 0)])
    return graph


def test_nothing_stands_upon_another() -> None:
    sizes = [20.0 if nth < 3 else 8.0 for nth in range(120)]
    at, fields = places(ring_of_rings(), sizes)
    for one in range(120):
        for other in range(one):
            far = ((at[one][0] - at[other][0]) ** 2 + (at[one][1] - at[other][1]) ** 2) ** 0.5
            assert far > sizes[one] + sizes[other], (one, other)
    assert sorted(member for field in fields for member in field.members) == list(range(120))
    assert fields[-1].members == tuple(range(110, 120))


def test_communities_do_not_overlap() -> None:
    _, fields = places(ring_of_rings(), [8.0] * 120)
    for nth, one in enumerate(fields):
        for other in fields[:nth]:
            assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 > one.radius + other.radius


def test_places_are_the_same_each_time() -> None:
    assert places(ring_of_rings(), [8.0] * 120) == places(ring_of_rings(), [8.0] * 120)
