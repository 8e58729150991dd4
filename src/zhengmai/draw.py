"""A graph as one page that a browser shows without any network.

A store comes in, HTML goes out: officials, meetings, documents, tasks, organs and set phrases, laid out beforehand,
each with the words that speak of it: pointing at 方致远 shows `县委书记方致远主持召开县委常委会会议`. What the articles
say is hostile until shown otherwise: it reaches the page as JSON and as text alone, never as markup.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from html import escape
from typing import Any

import networkx as nx
import pyoxigraph as ox
from pyvis.network import Network

from zhengmai.graph.network import labels, network
from zhengmai.graph.vocab import ZM

LARGEST = 400  # nodes that a reader can still tell apart; of more, those with most links are drawn
ROUNDS = 100  # of the layout
SPREAD = 90  # pixels a node, on average, to its neighbours
LONGEST = 14  # signs of a label
SHOWN = 5  # passages shown of one node or link
COLOURS = {
    "official": "#c23b22",
    "meeting": "#2a6f97",
    "document": "#6a8d3d",
    "organ": "#6d597a",
    "formulation": "#8a8a8a",
    "task": "#d9a441",
}  # where not all can be drawn, the first come first
CLASSES = {"official": "Official", "meeting": "Meeting", "document": "Document", "task": "Task", "organ": "Organ",
           "formulation": "Formulation"}  # fmt: skip
OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 100, "hideEdgesOnDrag": True},
    "nodes": {"shape": "dot", "size": 10, "font": {"size": 13, "face": "sans-serif"}},
    "edges": {"smooth": False, "width": 0.6, "color": {"color": "#b8b8b8"}, "arrows": {"to": {"scaleFactor": 0.4}}},
}
# pyvis links a style sheet and a script of others on the web even where it is told to hold all in line.
_LINKED = re.compile(r'<link\b[^>]*\bhref="https://[^>]*>|<script\b[^>]*\bsrc="https://[^>]*></script>')
_UNUSED = re.compile(r"<center>\s*<h1></h1>\s*</center>|<!-- <link.*?-->", re.DOTALL)
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
_HEAD = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><title>{title}</title>
<style>
body {{ margin: 0; overflow: hidden; font: 14px sans-serif }} .card, #mynetwork {{ border: 0 !important }}
#legend, #words {{ position: fixed; top: 8px; background: #fffe; padding: 6px 10px; z-index: 2 }}
#legend {{ left: 8px }} #words {{ right: 8px; max-width: 26em; max-height: 90vh; overflow: auto }}
#legend i {{ display: inline-block; width: .8em; height: .8em; border-radius: 50%; margin: 0 .3em 0 .9em }}
</style>"""
_TAIL = """<div id="legend">{legend}</div><div id="words" hidden></div>
<script>
const panel = document.getElementById("words");
function show(item) {{
  panel.replaceChildren(...[item.full, ...item.words].map((words, at) => {{
    const part = document.createElement(at ? "p" : "b");
    part.textContent = words;
    return part;
  }}));
  panel.hidden = false;
}}
network.on("hoverNode", event => show(nodes.get(event.node)));
network.on("click", event => {{
  if (event.nodes.length) show(nodes.get(event.nodes[0]));
  else if (event.edges.length) show(edges.get(event.edges[0]));
  else panel.hidden = true;
}});
</script></body>"""


def page(store: ox.Store) -> str:
    """The page, in UTF-8 without a request to anywhere."""
    whole = network(store)
    shown = _most_linked(whole)
    canvas = Network(height="100vh", width="100%", directed=True, cdn_resources="in_line")
    canvas.set_options(json.dumps(OPTIONS))
    places = _places(shown)
    numbers = {iri: number for number, iri in enumerate(shown)}
    for iri, node in shown.nodes(data=True):
        x, y = places[iri]
        label = " " if node["kind"] == "task" else _short(node["label"])  # a task is a sentence: the panel has it
        canvas.add_node(numbers[iri], label=label, x=x, y=y, color=COLOURS[node["kind"]], **_said(node))
    for start, end, edge in shown.edges(data=True):
        canvas.add_edge(numbers[start], numbers[end], **_said(edge))
    return _alone(canvas.generate_html(), _legend(whole, shown))


def _most_linked(whole: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The whole network, or the part of it that a page can hold."""
    if len(whole) <= LARGEST:
        return whole
    kinds = list(COLOURS)
    ranked = sorted(whole, key=lambda iri: (-whole.degree(iri), kinds.index(whole.nodes[iri]["kind"]), iri))
    kept = set(ranked[:LARGEST])
    return whole.subgraph(iri for iri in whole if iri in kept)


def _places(shown: nx.MultiDiGraph[str]) -> dict[str, tuple[int, int]]:
    """{IRI: where it stands, in pixels}, the same each time: what hangs together by itself, in rows, largest first."""
    plain = nx.Graph(shown)
    parts = sorted((sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part[0]))
    width = SPREAD * 1.5 * len(plain) ** 0.5
    places: dict[str, tuple[int, int]] = {}
    left = top = height = 0.0
    for part in parts:
        side = SPREAD * len(part) ** 0.5
        if left + side > width and left:
            left, top, height = 0.0, top + height, 0.0
        found = nx.spring_layout(plain.subgraph(part), iterations=ROUNDS, seed=1, scale=0.4 * side, method="force")
        for iri, (x, y) in found.items():
            places[iri] = round(float(x) + left + side / 2), round(float(y) + top + side / 2)
        left, height = left + side, max(height, side)
    return places


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"


def _said(thing: dict[str, Any]) -> dict[str, Any]:
    """What the panel tells of a node or a link. pyvis would read a `title` as markup where it holds a `href`."""
    return {"full": thing["label"], "words": list(thing["words"][:SHOWN])}


def _legend(whole: nx.MultiDiGraph[str], shown: nx.MultiDiGraph[str]) -> str:
    """The colours and their kinds, with how many of each the graph holds and how many are drawn."""
    held, drawn = (Counter(node["kind"] for _, node in graph.nodes(data=True)) for graph in (whole, shown))
    names = labels("zh")
    return "".join(
        f'<i style="background:{colour}"></i>{names[ZM + CLASSES[kind]]} {drawn[kind]}'
        + (f"/{held[kind]}" if held[kind] > drawn[kind] else "")
        for kind, colour in COLOURS.items()
    )


def _alone(html: str, legend: str) -> str:
    """The page as pyvis makes it, with a head, a legend and a panel of its own, and without what it would load."""
    rest = html.partition("<head>")[2]
    rest = _UNUSED.sub("", _LINKED.sub("", rest))
    body, _, end = rest.rpartition("</body>")
    title = escape("政脉 zhengmai")
    return _HEAD.format(policy=_POLICY, title=title) + body + _TAIL.format(legend=legend) + end
