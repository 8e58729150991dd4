"""What a page holds, as JSON.

What was chosen comes in, a dict goes out: articles, sentences, nodes with their places, facts and words, edges with
theirs. A node's words are `[sentence, [[from, to], …]]`, positions in code points of the sentence: of
`市委书记韩砚秋主持会议` 韩砚秋 is `[0, [[4, 7]]]`. The page's script gives them names in zh or en.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from math import sqrt

import networkx as nx
from pypinyin import lazy_pinyin

from zhengmai.draw import KINDS
from zhengmai.draw.choice import Chosen, graph_of
from zhengmai.draw.material import Fact, Link, Material, Words
from zhengmai.draw.places import Field, places
from zhengmai.graph.network import labels
from zhengmai.graph.vocab import CONCEPTS, DEFAULT_BASE, ZM

Marked = list[object]  # [sentence, [[from, to], …]]

SMALLEST = 5.0  # radius of a node with no link, in pixels
GROWTH = 3.4
SHOWN = 200  # sentences of one node; what is beyond is counted


class Sentences:
    """The sentences that words stand in, each once, by the order of their first use."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._articles = {iri: nth for nth, iri in enumerate(material.sources)}
        self._numbers: dict[tuple[str, tuple[int, int]], int] = {}
        self.all: list[list[object]] = []  # [article, text]

    def marked(self, words: Iterable[Words]) -> list[Marked]:
        """The sentences of these words, earliest first, and where in them the words stand."""
        known = sorted((said for said in words if said.article in self._articles), key=self._order)
        found: list[Marked] = []
        for (article, within), group in groupby(known, key=self._place):
            number, text, first = self._sentence(article, within)
            spans = [(max(said.start - first, 0), min(said.end - first, len(text))) for said in group]
            found.append([number, _joined(spans)])
        return found

    def _order(self, words: Words) -> tuple[str, str, tuple[int, int], int]:
        return self._material.sources[words.article].date or "9", words.article, self._within(words), words.start

    def _within(self, words: Words) -> tuple[int, int]:
        return words.within if self._material.bodies.get(words.article) else (words.start, words.end)

    def _place(self, words: Words) -> tuple[str, tuple[int, int]]:
        # Without the articles' texts, the words are all there is to show.
        body = self._material.bodies.get(words.article)
        if not body and (words.article, (words.start, words.end)) not in self._numbers:
            self._add(words.article, (words.start, words.end), words.exact)
        return words.article, self._within(words)

    def _sentence(self, article: str, within: tuple[int, int]) -> tuple[int, str, int]:
        """Its number, its text, and where in the article the text begins."""
        raw = self._material.bodies.get(article, "")[slice(*within)]
        if (article, within) not in self._numbers:
            self._add(article, within, raw.strip())
        number = self._numbers[article, within]
        return number, str(self.all[number][1]), within[0] + len(raw) - len(raw.lstrip())

    def _add(self, article: str, within: tuple[int, int], text: str) -> None:
        self._numbers[article, within] = len(self.all)
        self.all.append([self._articles[article], text])


def content(chosen: Chosen) -> dict[str, object]:
    """All that the page's script reads."""
    material = chosen.material
    plain = nx.convert_node_labels_to_integers(graph_of(material))
    numbers = {iri: nth for nth, iri in enumerate(material.things)}
    sizes = [round(SMALLEST + GROWTH * sqrt(plain.degree(nth)), 1) for nth in range(len(plain))]
    at, fields = places(plain, sizes)
    sentences = Sentences(material)
    nodes = [
        {
            "id": iri.removeprefix(DEFAULT_BASE),
            "kind": thing.kind,
            "label": thing.label,
            "sounds": "" if thing.kind == "task" else " ".join(lazy_pinyin(thing.label)).lower(),
            "x": round(at[nth][0]),
            "y": round(at[nth][1]),
            "size": sizes[nth],
            "facts": [_fact(fact, numbers, sentences) for fact in thing.facts],
            "words": sentences.marked(thing.words)[:SHOWN],
            "unshown": max(0, len(sentences.marked(thing.words)) - SHOWN),
            "undrawn": chosen.degrees[iri] - plain.degree(nth),
        }
        for nth, (iri, thing) in enumerate(material.things.items())
    ]
    return {
        "articles": [_source(source.title, source.date, source.url) for source in material.sources.values()],
        "sentences": sentences.all,
        "nodes": nodes,
        "edges": [_edge(link, numbers, sentences) for link in material.links],
        "fields": [_field(field, plain) for field in fields],
        "kinds": {kind: chosen.held[kind] for kind in KINDS if chosen.held[kind]},
        "terms": _terms(),
        "focus": [numbers[iri] for iri in chosen.focus],
        "name": chosen.choice.focus,
        "view": chosen.choice.view,
    }


def _edge(link: Link, numbers: dict[str, int], sentences: Sentences) -> dict[str, object]:
    """A link between two nodes, with the words that tell it."""
    return {
        "from": numbers[link.start],
        "to": numbers[link.end],
        "term": link.term,
        "times": link.times,
        "words": sentences.marked(link.words),
    }


def _field(field: Field, plain: nx.Graph[int]) -> dict[str, object]:
    """A community's circle; `alone`: it is that of what nothing is linked with."""
    alone = all(plain.degree(member) == 0 for member in field.members)
    return {"x": round(field.x), "y": round(field.y), "radius": round(field.radius), "alone": alone}


def _fact(fact: Fact, numbers: dict[str, int], sentences: Sentences) -> dict[str, object]:
    found: dict[str, object] = {"key": fact.key, "value": fact.value, "words": sentences.marked(fact.words)}
    if fact.status:
        found["status"] = fact.status
    if fact.other in numbers:
        found["node"] = numbers[fact.other]
    return found


def _source(title: str, date: str | None, url: str | None) -> dict[str, str | None]:
    return {"title": title, "date": date, "url": url if url and url.startswith(("http://", "https://")) else None}


def _joined(spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Spans in order, those that touch made one."""
    found: list[list[int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found


def _terms() -> dict[str, list[str]]:
    """{IRI of a kind or property: [zh, en]}, as the ontology names them."""
    chinese, english = labels("zh"), labels("en")
    return {
        iri: [chinese[iri], english.get(iri, chinese[iri])]
        for iri in sorted(chinese)
        if iri.startswith((CONCEPTS, ZM)) and (iri.startswith(CONCEPTS) or iri.removeprefix(ZM)[0].islower())
    }
