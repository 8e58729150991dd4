"""The answers of a built graph to the questions of the evaluation.

A graph comes in, items go out: many rows about one node are one `Item`, whose columns hold sets. For an
article that names 韩砚秋: `answers.items("people")["d-01"]["…/official/韩砚秋"]["name"] == {"韩砚秋"}`.
The questions stand in `data/queries/`; they are the contract between a graph and its measure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from zhengmai import query, resources


class Item(defaultdict[str, set[str]]):
    """One node of an answer: each column holds the set of its values."""

    def __init__(self) -> None:
        super().__init__(set)

    def one(self, column: str, default: str = "") -> str:
        """The first value of a column in order of code points."""
        return min(self[column], default=default)


Items = dict[str, Item]  # by IRI


@dataclass(slots=True)
class Answers:
    """A graph, asked each question once."""

    store: ox.Store
    _rows: dict[tuple[str, bool], Sequence[dict[str, str]]] = field(default_factory=dict)

    def rows(self, question: str, *, union: bool = False) -> Sequence[dict[str, str]]:
        """The rows of the answer to a question of `data/queries/`."""
        key = question, union
        if key not in self._rows:
            text = resources.query(question).read_text("utf-8")
            self._rows[key] = query.rows(self.store, text, union=union)
        return self._rows[key]

    def items(self, question: str) -> dict[str, Items]:
        """{article's identifier: {IRI: Item}}."""
        reports: dict[str, Items] = defaultdict(dict)
        for row in self.rows(question):
            item = reports[row["report"]].setdefault(row["iri"], Item())
            for column in row.keys() - {"report", "iri"}:
                item[column].add(row[column])
        return reports
