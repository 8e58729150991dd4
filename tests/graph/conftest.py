"""Extractions to build graphs from: the annotated reports of `eval/gold`, read as if the extractors were perfect.

Where the annotation gives words only, the first place in the text that reads so is taken for the evidence.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from zhengmai import model as m

GOLD = Path(__file__).parents[2] / "eval" / "gold"
SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


class Words:
    """Finds words in a text, signs of width, space and punctuation aside."""

    def __init__(self, text: str) -> None:
        self.text = text
        folded = [(sign, place) for place, raw in enumerate(text) for sign in self._fold(raw)]
        self.folded = "".join(sign for sign, _ in folded)
        self.places = [place for _, place in folded]

    @staticmethod
    def _fold(text: str) -> str:
        return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())

    def find(self, words: str, after: int = 0) -> m.Span:
        """The first span that reads so, else the longest part of the words that stands in the text."""
        at = self.text.find(words, after)
        if at >= 0:
            return m.Span(at, at + len(words))
        folded = self._fold(words)
        at, size = self.folded.find(folded), len(folded)
        if at < 0:
            match = SequenceMatcher(None, self.folded, folded, autojunk=False).find_longest_match()
            at, size = match.a, match.size
        return m.Span(self.places[at], self.places[at + size - 1] + 1)

    def evidence(self, *words: str) -> tuple[m.Evidence, ...]:
        return tuple(m.Evidence(span, "gold") for span in dict.fromkeys(map(self.find, words)))


def _officials(gold: dict[str, Any], words: Words) -> Iterator[m.Official]:
    for person in gold["people"]:
        name = person["name"]
        seen = words.evidence(name)
        titles = person["titles"] if len(person["titles"]) == len(person["posts"]) else person["posts"]
        holdings = tuple(
            m.Holding(title, post, m.TenureStatus.HELD, seen)
            for title, post in zip(titles, person["posts"], strict=True)
        )
        bare = re.sub(r"\s", "", name)
        yield m.Official(name=bare, written=name, holdings=holdings, evidence=seen)


def _meetings(gold: dict[str, Any], words: Words) -> Iterator[m.Meeting]:
    for meeting in gold["meetings"]:
        kind = meeting.get("kind")
        yield m.Meeting(
            key=meeting["key"],
            names=tuple(meeting["names"]),
            main=meeting["role"] == "main",
            evidence=words.evidence(*meeting["names"]),
            kind=m.MeetingKind(kind) if kind else None,
            start=meeting.get("start"),
            end=meeting.get("end"),
            place=meeting.get("place"),
            host=meeting.get("host"),
        )


def _participations(gold: dict[str, Any], words: Words) -> Iterator[m.Participation]:
    for key, is_person in (("participation", True), ("groups", False)):
        for row in gold[key]:
            who = re.sub(r"\s", "", row["who"]) if is_person else row["who"]
            yield m.Participation(who, is_person, row["meeting"], m.Role(row["role"]), words.evidence(row["who"]))


def _documents(gold: dict[str, Any], words: Words) -> Iterator[m.Document]:
    acts: dict[str, list[m.DocumentAct]] = {}
    for row in gold["documents"]:
        act = m.DocumentAct(m.Act(row["act"]), words.evidence(row["title"]))
        acts.setdefault(row["title"], []).append(act)
    for title, done in acts.items():
        yield m.Document(title, (), tuple(done), words.evidence(title))


def _studies(gold: dict[str, Any], words: Words) -> Iterator[m.Study]:
    main = next(meeting["key"] for meeting in gold["meetings"] if meeting["role"] == "main")
    meetings = {name for meeting in gold["meetings"] for name in meeting["names"]}
    documents = {row["title"] for row in gold["documents"]}
    for label in gold["studied"]:
        in_meetings, in_documents = label in meetings, label in documents
        kinds = m.StudyKind
        kind = kinds.MEETING if in_meetings else kinds.DOCUMENT if in_documents else kinds.INSTRUCTION
        yield m.Study(label, kind, main, words.evidence(label))


def _tasks(gold: dict[str, Any], words: Words) -> Iterator[m.Task]:
    at = 0
    for order, row in enumerate(gold["directives"], 1):
        span = words.find(row["text"], at)
        at = span.start
        yield m.Task(
            text=row["text"],
            by=row["by"],
            evidence=(m.Evidence(span, "gold"),),
            order=order,
            heading=row["heading"],
            assignees=tuple(row.get("assignee", ())),
            deadline_text=row.get("deadline"),
        )


def read_gold(path: Path) -> m.Extraction:
    """The extraction that a perfect reader makes of a report."""
    gold = json.loads(path.read_text("utf-8"))
    text = path.with_suffix(".txt").read_text("utf-8")
    words = Words(text)
    return m.Extraction(
        article=m.Article(path.stem, text, gold["title"], gold["published"]),
        locality=gold["locality"],
        sentences=tuple(m.Span(*match.span()) for match in SENTENCE.finditer(text)),
        officials=tuple(_officials(gold, words)),
        meetings=tuple(_meetings(gold, words)),
        participations=tuple(_participations(gold, words)),
        documents=tuple(_documents(gold, words)),
        studies=tuple(_studies(gold, words)),
        tasks=tuple(_tasks(gold, words)),
        formulations=tuple(m.Formulation(x, words.evidence(x)) for x in gold["formulations"]),
        targets=tuple(
            m.Target(x["indicator"], x["value"], words.evidence(x["indicator"], x["value"])) for x in gold["targets"]
        ),
    )


@pytest.fixture(scope="session")
def of_gold() -> Callable[[str], m.Extraction]:
    """`of_gold("d-03")`: that annotated report."""
    return lambda name: read_gold(GOLD / f"{name}.json")


@pytest.fixture(scope="session")
def all_gold() -> list[m.Extraction]:
    """Every annotated report."""
    return [read_gold(path) for path in sorted(GOLD.glob("*.json")) if path.name != "links.json"]
