"""Scoring what is said across reports: who is one person, who held which post when, what came of a task.

The truth of a `links.json` and a graph's answers come in, (right, asked) a question goes out: the pair
(d-01, 韩砚秋)–(d-02, 韩砚秋) of `same_person` is right if the graph gives both one IRI.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from zhengmai.evaluate.answers import Answers
from zhengmai.evaluate.folding import SIMILAR, contained, fold, fold_post, similarity

PAIRS = {
    "same_person": "people",
    "different_person": "people",
    "same_meeting": "meetings",
    "same_document": "documents",
}


class Right(NamedTuple):
    """How many of the answers asked for are right."""

    right: int
    asked: int


def score_links(links: Mapping[str, Any], answers: Answers) -> dict[str, Right]:
    """{question: how many right}."""
    canonical = _canonical(answers)
    where: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for question in ("people", "meetings", "documents"):
        for report, items in answers.items(question).items():
            for iri, item in items.items():
                for name in item["name"]:
                    where[question, report, fold(name)].add(canonical.get(iri, iri))
    scores = {}
    for key, question in PAIRS.items():
        groups = [[where[question, report, fold(name)] for report, name in group] for group in links.get(key, [])]
        scores[key] = _count(
            bool(a and b) and bool(a & b) == key.startswith("same")
            for group in groups
            for a, b in combinations(group, 2)
        )
    return scores | {"careers": _careers(links, answers), "progress": _progress(links, answers)}


def _count(verdicts: Iterable[bool]) -> Right:
    found = list(verdicts)
    return Right(sum(found), len(found))


def _canonical(answers: Answers) -> dict[str, str]:
    """{IRI: the one that stands for all that are said to be the same}."""
    parent: dict[str, str] = {}

    def find(iri: str) -> str:
        while parent.setdefault(iri, iri) != iri:
            iri = parent[iri]
        return iri

    for row in answers.rows("same", union=True):
        parent[find(row["a"])] = find(row["b"])
    return {iri: find(iri) for iri in list(parent)}


def _careers(links: Mapping[str, Any], answers: Answers) -> Right:
    held = {
        (fold(row["name"]), fold_post(row["post"]), row.get("since"), row.get("until"))
        for row in answers.rows("careers", union=True)
    }
    return _count(
        any(
            (name, label) == (fold(career["person"]), fold_post(post["post"]))
            and post.get("date") in (None, since)
            and post.get("until") in (None, until)
            for name, label, since, until in held
        )
        for career in links.get("careers", [])
        for post in career["posts"]
    )


def _progress(links: Mapping[str, Any], answers: Answers) -> Right:
    told = answers.rows("progress", union=True)
    return _count(
        any(
            similarity(row["text"], pair["task"][1]) >= SIMILAR
            and _overlap(row["exact"], pair["checked_in"][1]) >= SIMILAR
            for row in told
        )
        for pair in links.get("task_progress", [])
    )


def _overlap(one: str, other: str) -> float:
    return max(contained(one, other), contained(other, one))
