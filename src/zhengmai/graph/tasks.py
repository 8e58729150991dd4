"""Tasks, who demands them, set phrases and figures.

An extraction's tasks, formulations and targets come in, lines go out: `方致远强调，市住建局要在6月底前完成
12处易涝点改造` gives a task, the statement of 方致远 that sets it, its assignee 市住建局, its deadline 6月底前, and a
target of 12处.
"""

from __future__ import annotations

from zhengmai.graph.lines import Lines
from zhengmai.graph.literals import dated, integer, number, text
from zhengmai.graph.people import group
from zhengmai.graph.vocab import COMPARATOR, A, P
from zhengmai.model import Comparator, Extraction, Target, Task

THE_MEETING = "会议"  # who demands where the report names nobody


def add_formulations(lines: Lines, extraction: Extraction) -> dict[str, bytes]:
    """Gives {label: IRI}."""
    formulations = {}
    for phrase in extraction.formulations:
        iri = lines.iris.common("formulation", phrase.label)
        formulations[phrase.label] = lines.label(iri, A.Formulation, phrase.label)
        lines.evidence(iri, phrase.evidence)
        lines.add(lines.iris.article, P.usesFormulation + iri)
    return formulations


class Statements:
    """Who demands at which meeting: one statement each, however many tasks it sets."""

    __slots__ = ("_known", "_lines", "_main", "_meetings", "_officials")

    def __init__(
        self, lines: Lines, extraction: Extraction, officials: dict[str, bytes], meetings: dict[str, bytes]
    ) -> None:
        self._lines = lines
        self._officials = officials
        self._meetings = meetings
        self._main = next((meetings[meeting.key] for meeting in extraction.meetings if meeting.main), None)
        self._known: dict[tuple[str, str | None], bytes] = {}

    def of(self, task: Task) -> bytes:
        """The statement that sets the task."""
        key = task.by, task.meeting
        iri = self._known.get(key)
        if iri is None:
            iri = self._known[key] = self._lines.iris.nth(b"statement", len(self._known) + 1)
            self._add(iri, task)
        return iri

    def _add(self, iri: bytes, task: Task) -> None:
        meeting = self._meetings[task.meeting] if task.meeting else self._main
        speaker = meeting if task.by == THE_MEETING else self._officials.get(task.by)
        self._lines.add(iri, A.Statement, P.speaker + (speaker or group(self._lines, task.by)))
        if meeting:
            self._lines.add(iri, P.madeAt + meeting)


def add_tasks(
    lines: Lines,
    extraction: Extraction,
    officials: dict[str, bytes],
    meetings: dict[str, bytes],
    formulations: dict[str, bytes],
) -> None:
    """What is demanded, by whom, of whom, until when, under which heading."""
    statements = Statements(lines, extraction, officials, meetings)
    for task in extraction.tasks:
        iri = lines.iris.nth(b"task", task.order)
        lines.add(iri, A.Task, P.text + text(task.text), P.order + integer(task.order), P.setBy + statements.of(task))
        lines.evidence(iri, task.evidence)
        for name in task.assignees:
            lines.add(iri, P.assignee + (officials.get(name) or group(lines, name)))
        if task.heading:
            phrase = formulations.get(task.heading) or lines.iris.local("heading", task.heading)
            lines.add(iri, P.underHeading + lines.label(phrase, A.Heading, task.heading))
        if task.deadline_text:
            lines.add(iri, P.deadlineText + text(task.deadline_text))
        if task.deadline:
            lines.add(iri, P.deadline + dated(task.deadline))


def add_targets(lines: Lines, extraction: Extraction) -> None:
    """The figures set as goals."""
    for nth, target in enumerate(extraction.targets, 1):
        iri = lines.iris.nth(b"target", nth)
        indicator = lines.iris.common("indicator", target.indicator)
        lines.label(indicator, A.Indicator, target.indicator)
        lines.add(iri, A.NumericTarget, P.indicator + indicator, P.valueText + text(target.value_text))
        lines.evidence(iri, target.evidence)
        _add_measure(lines, iri, target)
        if target.task is not None:
            lines.add(lines.iris.nth(b"task", target.task), P.hasTarget + iri)


def _add_measure(lines: Lines, iri: bytes, target: Target) -> None:
    """What the words of the value say, parsed."""
    if target.comparator:
        lines.add(iri, COMPARATOR[target.comparator])
    if target.comparator is Comparator.BETWEEN and len(target.values) > 1:
        low, high = min(target.values), max(target.values)
        lines.add(iri, P.minValue + number(low), P.maxValue + number(high))
    else:
        lines.add(iri, *[P.value + number(value) for value in target.values])
    if target.unit:
        lines.add(iri, P.unitText + text(target.unit))
    if target.year:
        lines.add(iri, P.targetYear + dated(target.year))
