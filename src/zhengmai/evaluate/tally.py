"""Counting what was found against what there is: precision, recall and F1 of a facet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

Fact = str | tuple[str | None, ...]


class Scores(NamedTuple):
    """Precision, recall, F1, each 0..1."""

    precision: float
    recall: float
    f1: float


class Tally:
    """What a graph gave of a facet, what the gold holds, and what is in both."""

    def __init__(self) -> None:
        self.hit = self.given = self.gold = 0
        self.missed: list[tuple[str, Fact]] = []
        self.extra: list[tuple[str, Fact]] = []

    def add(self, report: str, gold: Iterable[Fact], given: Iterable[Fact]) -> None:
        """Counts one report; duplicates count once."""
        want, have = set(gold), set(given)
        self.hit += len(want & have)
        self.given += len(have)
        self.gold += len(want)
        self.missed += [(report, fact) for fact in sorted(want - have, key=str)]
        self.extra += [(report, fact) for fact in sorted(have - want, key=str)]

    def scores(self) -> Scores:
        """With nothing given, precision is 1 if there was nothing to give; with nothing to find, recall is 1."""
        precision = self.hit / self.given if self.given else float(not self.gold)
        recall = self.hit / self.gold if self.gold else 1.0
        total = precision + recall
        return Scores(precision, recall, 2 * precision * recall / total if total else 0.0)


class Tallies(defaultdict[str, Tally]):
    """A tally a facet, in the order in which they were first counted."""

    def __init__(self) -> None:
        super().__init__(Tally)
