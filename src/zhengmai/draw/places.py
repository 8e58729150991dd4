"""Where each thing stands on the page: communities apart, what hangs on one thing around it, nothing upon another.

A plain graph and the sizes of its nodes come in, positions in pixels go out, the same each time. 县委常委会会议 stands
in its community with 方致远 and 苏慕之; the tasks that it alone sets, and the people met nowhere else, are rings
around it; what nothing is linked with stands in a field of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, pi, sin, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Points = NDArray[np.float64]

GAP = 9.0  # pixels between two nodes
NAME = 12.0  # pixels for the name of a node
MARGIN = 46.0  # pixels between two communities
ROUNDS = 120  # of the forces in a community
DENSE = 499  # nodes that networkx lays out without scipy
STRETCH = 2.0  # how much further aside than above a community may stand; the whole becomes 3:2
GOLDEN = pi * (3 - sqrt(5))


@dataclass(frozen=True, slots=True)
class Field:
    """A community: its circle and who stands in it."""

    x: float
    y: float
    radius: float
    members: tuple[int, ...]


def places(graph: nx.Graph[int], sizes: Sequence[float]) -> tuple[list[Point], list[Field]]:
    """Where node 0, 1, 2, … of the graph stand, and the communities, largest first.

    `sizes`: the nodes' radii in pixels. Nodes must be the numbers from 0.
    """
    if not len(graph):
        return [], []
    groups = _communities(graph)
    shapes = [_within(graph.subgraph(group), sizes) for group in groups]
    radii = [max(float(np.hypot(x, y)) + sizes[node] for node, (x, y) in shape.items()) for shape in shapes]
    centres = _beside(graph, groups, [radius + MARGIN / 2 for radius in radii])
    found: list[Point] = [(0.0, 0.0)] * len(graph)
    for shape, (left, top) in zip(shapes, centres, strict=True):
        for node, (x, y) in shape.items():
            found[node] = left + x, top + y
    _turn(graph, groups, centres, found)
    fields = zip(centres, radii, groups, strict=True)
    return found, [Field(x, y, radius, tuple(group)) for (x, y), radius, group in fields]


def _communities(graph: nx.Graph[int]) -> list[list[int]]:
    """Largest first; all that nothing is linked with is one, and the last."""
    alone = [node for node in graph if graph.degree(node) == 0]
    linked = graph.subgraph(node for node in graph if graph.degree(node))
    found = nx.community.louvain_communities(linked, seed=1) if len(linked) else []
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group[0]))
    return [*groups, alone] if alone else groups


def _within(group: nx.Graph[int], sizes: Sequence[float]) -> dict[int, Point]:
    """A community around (0, 0): what has one link only stands around what it is linked with."""
    leaves_of: dict[int, list[int]] = defaultdict(list)
    for node in sorted(group):
        (hub,) = group[node] if group.degree(node) == 1 else (None,)
        if hub is not None and group.degree(hub) > 1:
            leaves_of[hub].append(node)
    leaves = {leaf for ring in leaves_of.values() for leaf in ring}
    core = [node for node in sorted(group) if node not in leaves]
    around = {
        hub: _rings(sorted(ring, key=lambda node: (sizes[node], node)), sizes, hub) for hub, ring in leaves_of.items()
    }
    reach = [
        max([sizes[node], *(float(np.hypot(*at)) + sizes[leaf] for leaf, at in around.get(node, {}).items())])
        + (NAME if group.degree(node) else 0)
        for node in core
    ]
    found: dict[int, Point] = {}
    for node, (x, y) in zip(core, _core(group.subgraph(core), core, np.array(reach)).tolist(), strict=True):
        found[node] = x, y
        for leaf, (right, down) in around.get(node, {}).items():
            found[leaf] = x + right, y + down
    return found


def _rings(leaves: list[int], sizes: Sequence[float], hub: int) -> dict[int, Point]:
    """Leaves around (0, 0), ring after ring, the small ones inside."""
    found: dict[int, Point] = {}
    radius, rest = sizes[hub] + GAP * 1.6, leaves
    while rest:
        wide = 2 * max(sizes[leaf] for leaf in rest) + GAP
        radius += wide / 2
        room = max(1, int(2 * pi * radius / wide))
        # What is left is shared out evenly, so that the last ring is not the only one with a gap.
        here, rest = rest[:room], rest[room:]
        for nth, leaf in enumerate(here):
            angle = 2 * pi * nth / len(here) + radius
            found[leaf] = radius * cos(angle), radius * sin(angle)
        radius += wide / 2
    return found


def _core(core: nx.Graph[int], order: list[int], reach: Points) -> Points:
    """Laid out by forces, grown to the size that its members need, pushed apart where they still overlap."""
    if len(order) == 1:
        return np.zeros((1, 2))
    if core.number_of_edges() == 0 or len(order) > DENSE:
        return _apart(_sunflower(len(order), 2 * float(reach.mean()) + GAP), reach)
    # A graph of its own, its nodes in order: a view's order is that of a set.
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(order)
    plain.add_edges_from(sorted((min(edge), max(edge)) for edge in core.edges))
    scale = 0.75 * sqrt(float(((reach + GAP) ** 2).sum()))
    found = nx.spring_layout(plain, iterations=ROUNDS, seed=1, scale=scale, method="force", k=1.6 / sqrt(len(order)))
    return _apart(np.array([found[node] for node in order], dtype=np.float64), reach)


def _sunflower(count: int, space: float) -> Points:
    """Points at least about `space` from each other."""
    nth = np.arange(count)
    away = space / 1.8 * np.sqrt(nth)
    return np.stack([away * np.cos(GOLDEN * nth), away * np.sin(GOLDEN * nth)], axis=1)


def _apart(at: Points, reach: Points) -> Points:
    """Pushes circles apart until none lies upon another, then centres them."""
    need = reach[:, None] + reach[None, :] + GAP
    np.fill_diagonal(need, 0)
    for _ in range(300):
        way = at[:, None, :] - at[None, :, :]
        far = np.maximum(np.hypot(way[..., 0], way[..., 1]), 1e-6)
        lack = np.maximum(need - far, 0)
        if lack.max() < 0.5:
            break
        at = at + (way / far[..., None] * lack[..., None]).sum(axis=1) * 0.35
    low, high = (at - reach[:, None]).min(axis=0), (at + reach[:, None]).max(axis=0)
    return np.asarray(at - (low + high) / 2)


def _beside(graph: nx.Graph[int], groups: list[list[int]], radii: list[float]) -> list[Point]:
    """Centres of circles that do not overlap: each as near as can be to those it has most links with."""
    group_of = {node: nth for nth, group in enumerate(groups) for node in group}
    links = np.zeros((len(groups), len(groups)))
    for one, other in graph.edges:
        links[group_of[one], group_of[other]] += 1
        links[group_of[other], group_of[one]] += 1
    size = np.array(radii)
    centres = np.zeros((len(groups), 2))
    step = max(min(radii) / 2, 12.0)
    for nth in range(1, len(groups)):
        weight = links[nth, :nth] + 0.05 * size[:nth] / size.max()
        wish = (centres[:nth] * weight[:, None]).sum(axis=0) / weight.sum()
        centres[nth] = _free(wish, centres[:nth], size[:nth] + size[nth], step)
    low, high = (centres - size[:, None]).min(axis=0), (centres + size[:, None]).max(axis=0)
    return [(float(x), float(y)) for x, y in centres - (low + high) / 2]


def _free(wish: Points, taken: Points, need: Points, step: float) -> Points:
    """The free point nearest to the middle of what is there and to `wish`."""
    middle = taken.mean(axis=0)
    ring = 0
    while True:
        spots = []
        for nth in range(ring, ring + 24):  # a batch of rings at a time
            turns = np.arange(max(8, ceil(nth * 2.5))) * 2 * pi / max(8, ceil(nth * 2.5))
            spots.append(np.stack([STRETCH * nth * step * np.cos(turns), nth * step * np.sin(turns)], axis=1) + middle)
        spot = np.concatenate(spots)
        far = np.hypot(*(spot[:, None, :] - taken[None, :, :]).transpose(2, 0, 1))
        open_spots = spot[(far >= need).all(axis=1)]
        if len(open_spots):
            away = np.hypot((open_spots[:, 0] - middle[0]) / STRETCH, open_spots[:, 1] - middle[1])
            cost = away + 0.4 * np.hypot(*(open_spots - wish).T)
            return np.asarray(open_spots[int(cost.argmin())], dtype=np.float64)
        ring += 24


def _turn(graph: nx.Graph[int], groups: list[list[int]], centres: list[Point], found: list[Point]) -> None:
    """Turns each community so that those linked with another community look towards it."""
    for group, (left, top) in zip(groups, centres, strict=True):
        members = set(group)
        outward = [(node, other) for node in group for other in sorted(graph[node]) if other not in members]
        if not outward:
            continue
        inner = np.array([found[node] for node, _ in outward]) - (left, top)
        outer = np.array([found[other] for _, other in outward]) - (left, top)
        costs = [float(np.hypot(*(_turned(inner, nth) - outer).T).sum()) for nth in range(16)]
        best = costs.index(min(costs))
        turned = _turned(np.array([found[node] for node in group]) - (left, top), best)
        for node, (x, y) in zip(group, turned.tolist(), strict=True):
            found[node] = left + x, top + y


def _turned(points: Points, sixteenths: int) -> Points:
    angle = sixteenths * pi / 8
    return np.asarray(points @ np.array([[cos(angle), sin(angle)], [-sin(angle), cos(angle)]]))
