"""A graph made straight from gold annotation, in the terms of the contract, and ways to damage it.

It lets the scorer be tested without an extractor: the whole graph of a gold folder scores 1.0 on every
facet, and each kind of damage moves the figures that it should.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from zhengmai.evaluate.gold import Gold, GoldMeeting, read_gold

ZM = "https://w3id.org/zhengmai/ontology#"
ID = "https://w3id.org/zhengmai/id/"
PREFIXES = """\
@prefix zm: <https://w3id.org/zhengmai/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def write_gold_graph(folder: Path, out: Path, damage: int | None = None) -> None:
    """Writes the TriG of a gold folder's annotation; `damage` seeds what is broken in it."""
    dice = random.Random(damage) if damage is not None else None
    blocks = [_Report(gold, dice).trig() for gold in read_gold(folder)]
    out.write_text(PREFIXES + "".join(blocks), "utf-8")


class _Report:
    """One article's graph."""

    def __init__(self, gold: Gold, dice: random.Random | None) -> None:
        self.gold, self.dice = gold, dice
        self.lines: list[str] = []
        self.number = 0

    def trig(self) -> str:
        article = f"<{ID}article/{self.gold.id}>"
        self.lines.append(f'{article} a zm:Article ; dcterms:identifier "{self.gold.id}" .')
        for emit in (self._people, self._meetings, self._roles, self._documents, self._tasks, self._others):
            for line in emit():
                if not self._chance(0.04):
                    self.lines.append(line)
        return f"<{ID}graph/{self.gold.id}> {{\n" + "\n".join(self.lines) + "\n}\n"

    def _chance(self, share: float) -> bool:
        return self.dice is not None and self.dice.random() < share

    def _iri(self, kind: str, name: str | None = None) -> str:
        self.number += 1
        return f"<{ID}{kind}/{self.gold.id}/{self.number if name is None else name.encode().hex()}>"

    def _text(self, words: str) -> str:
        """A literal, now and then spoilt."""
        if self._chance(0.06):
            words = self.dice.choice([words[:-1], words + "等", words[: len(words) // 2], "甲" + words, words[1:]])
        if self._chance(0.1):
            words = self.dice.choice([f"“{words}”", words.replace("（", "("), f"　{words}", f"中共{words}"])
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"@zh'

    def _evidence(self, iri: str, words: str) -> Iterator[str]:
        start = self.gold.text.find(words)
        exact = words if start >= 0 else self.gold.text[:1]
        start = max(start, 0) + (1 if self._chance(0.05) else 0)
        span = self._iri("evidence")
        yield f"{iri} zm:evidencedBy {span} ."
        if self._chance(0.03):
            return
        quoted = exact.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        yield (
            f"{span} oa:hasSource <{ID}article/{self.gold.id}> ; oa:hasSelector <{ID}selector/{self.gold.id}/"
            f"{self.number}> . <{ID}selector/{self.gold.id}/{self.number}> oa:start {start} ; "
            f'oa:end {start + len(exact)} ; oa:exact "{quoted}" .'
        )

    def _people(self) -> Iterator[str]:
        for person in self.gold.people:
            iri = self._iri("official", person.name)
            yield f"{iri} a zm:Official ; foaf:name {self._text(person.name)} ."
            yield from self._evidence(iri, person.name)
            for post in person.posts:
                held = self._iri("post", post)
                yield f"{held} rdfs:label {self._text(post)} ."
                if self._chance(0.3):
                    yield f"{self._iri('tenure')} a zm:Tenure ; zm:tenureOf {iri} ; zm:ofPost {held} ."
                else:
                    yield f"{iri} org:holds {held} ."

    def _meeting(self, key: str) -> str:
        return f"<{ID}meeting/{self.gold.id}/{key}>"

    def _meetings(self) -> Iterator[str]:
        for meeting in self.gold.meetings:
            iri = self._meeting(meeting.key)
            labels = " , ".join(self._text(name) for name in meeting.names)
            yield f"{iri} a zm:Meeting ; rdfs:label {labels} ."
            yield from self._evidence(iri, meeting.names[0])
            if meeting.main != self._chance(0.05):
                yield f"<{ID}article/{self.gold.id}> zm:reportsOn {iri} ."
            yield from self._details(iri, meeting)

    def _details(self, iri: str, meeting: GoldMeeting) -> Iterator[str]:
        if meeting.kind:
            kind = "other" if self._chance(0.15) else meeting.kind
            yield f"{iri} zm:meetingKind zm:{kind} ."
        if meeting.start:
            start = "--" + meeting.start[-5:] if self._chance(0.3) else meeting.start
            yield f'{iri} schema:startDate "{start}" .'
        if meeting.host:
            host = self._iri("organ", meeting.host)
            yield f"{iri} zm:convenedBy {host} ."
            yield f"{host} rdfs:label {self._text(meeting.host)} ."

    def _roles(self) -> Iterator[str]:
        names = {person.name for person in self.gold.people}
        for row in self.gold.participation + self.gold.groups:
            iri = self._iri("participation")
            role = "attendee" if self._chance(0.1) else row.role
            kind = "official" if row.who in names else "group"
            who = self._iri(kind, row.who)
            yield f"{iri} a zm:Participation ; zm:inMeeting {self._meeting(row.meeting)} ; zm:role zm:{role} ."
            yield f"{iri} zm:participant {who} ; zm:asWritten {self._text(row.who)} ."
            yield from self._evidence(iri, row.who)

    def _documents(self) -> Iterator[str]:
        for document in self.gold.documents:
            iri = self._iri("document", document.title)
            yield f"{iri} a zm:Document ; dcterms:title {self._text(document.title)} ."
            yield from self._evidence(iri, document.title)
            act, kind = self._iri("act"), "issued" if self._chance(0.1) else document.act
            yield f"{act} a zm:DocumentAct ; zm:actOn {iri} ; zm:actType zm:{kind} ."
            yield from self._evidence(act, document.title)

    def _tasks(self) -> Iterator[str]:
        for task in self.gold.tasks:
            iri, statement = self._iri("task"), self._iri("statement")
            yield f"{iri} a zm:Task ; zm:text {self._text(task.text)} ; zm:setBy {statement} ."
            speaker = self._iri("official", task.by) if task.by != "会议" else self._meeting("m1")
            yield f"{statement} zm:speaker {speaker} ."
            yield from self._evidence(iri, task.text)
            if task.heading:
                heading = self._iri("formulation", task.heading)
                yield f"{iri} zm:underHeading {heading} . {heading} rdfs:label {self._text(task.heading)} ."
            for name in task.assignee or ():
                organ = self._iri("organ", name)
                yield f"{iri} zm:assignee {organ} . {organ} rdfs:label {self._text(name)} ."
            if task.deadline:
                yield f"{iri} zm:deadlineText {self._text(task.deadline)} ."

    def _others(self) -> Iterator[str]:
        main = next((m.key for m in self.gold.meetings if m.main), "m1")
        for label in self.gold.studied:
            iri = self._iri("instruction", label)
            yield f"{self._meeting(main)} zm:implements {iri} . {iri} rdfs:label {self._text(label)} ."
        for phrase in self.gold.formulations:
            iri = self._iri("phrase", phrase)
            yield f"{iri} a zm:Formulation ; rdfs:label {self._text(phrase)} ."
            yield from self._evidence(iri, phrase)
        for target in self.gold.targets:
            iri, indicator = self._iri("target"), self._iri("indicator", target.indicator)
            yield f"{iri} a zm:NumericTarget ; zm:indicator {indicator} ; zm:valueText {self._text(target.value)} ."
            yield f"{indicator} rdfs:label {self._text(target.indicator)} ."
            yield from self._evidence(iri, target.value)
