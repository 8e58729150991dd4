"""Which facts of a report outlive a change of it, as the questions of the evaluation give them.

A report and a change come in, a tally a facet goes out: the facts of the report are the gold, those of the changed
report, led back to the words before the change, are what is given. For 韩砚秋 renamed to 亓砚 and read as such,
`people` has one hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from tests.metamorphic.changes import Change, Changed, Seen, Words
from zhengmai.evaluate.answers import Answers, Item, Items
from zhengmai.evaluate.facets import score
from zhengmai.evaluate.folding import fold
from zhengmai.evaluate.gold import Gold, GoldAct, GoldMeeting, GoldPerson, GoldRole, GoldTarget, GoldTask
from zhengmai.evaluate.tally import Tallies
from zhengmai.extractors.gazetteer import Places
from zhengmai.extractors.places import LEVEL
from zhengmai.model import Article, Extraction, Span, Task
from zhengmai.pipeline import Resources, extract, read_closely
from zhengmai.reading import PersonMention, Reading

THE_MEETING = "会议"  # who demands where no person does
INVENTED = (
    "云溪",
    "岭川",
    "临岚",
    "澄江",
    "柏川",
    "瀛山",
    "东屏",
    "平泽",
    "雪柏",
    "石梁",
    "梁陂",
    "赤岭",
)  # places of eval/gold
KEPT = ("习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛")  # of whom set phrases speak: 以习近平同志为核心的党中央


@dataclass(frozen=True, slots=True)
class Report:
    """A report, read once as it is."""

    article: Article
    seen: Seen
    gold: Gold


@dataclass(frozen=True, slots=True)
class Survival:
    """What became of a report's facts."""

    changed: Changed
    tallies: Tallies
    strangers: tuple[str, ...]  # officials that the changed text does not name

    def count(self, without: frozenset[str] = frozenset()) -> tuple[int, int]:
        """How many facts survived, of how many."""
        counted = [tally for facet, tally in self.tallies.items() if facet not in without]
        return sum(tally.hit for tally in counted), sum(tally.gold for tally in counted)


def read_report(article: Article, resources: Resources) -> Report:
    """Reads a report and finds where it names people and places."""
    reading, extraction = read_closely(article, resources)
    people = tuple(_namings(reading, extraction, resources))
    places = tuple(dict.fromkeys(_places(article.text, resources.places)))
    return Report(article, Seen(article.text, people, places), gold_of(extraction))


def survive(report: Report, change: Change, resources: Resources) -> Survival:
    """Changes a report, reads it again and compares."""
    changed = change.apply(report.seen)
    extraction = extract(replace(report.article, text=changed.text), resources)
    tallies, _ = score([report.gold], cast(Answers, ChangedAnswers(extraction, changed.back)))
    text = fold(changed.text)
    strangers = tuple(official.name for official in extraction.officials if fold(official.name) not in text)
    return Survival(changed, tallies, strangers)


def _places(text: str, known: Places) -> Iterator[str]:
    """The places written out in a text: those of the gazetteer, and those of the invented reports."""
    for found in LEVEL.finditer(text):
        names = (text[found.end() - length : found.end()] for length in range(12, 2, -1))
        yield from islice((name for name in names if name in known.full or name[:-1] in INVENTED), 1)


def _namings(reading: Reading, extraction: Extraction, resources: Resources) -> Iterator[tuple[Span, str]]:
    """Wherever a person is named. One whose name is a word, too, only where the reading takes it for a name; one of
    whom set phrases speak nowhere."""
    spots: set[tuple[Span, str]] = set()
    for official in extraction.officials:
        if official.name in KEPT:
            continue
        pattern = re.compile("[ 　]*".join(map(re.escape, official.name)))
        if resources.words.is_word(official.name):
            mentions = [
                m.span for m in reading.mentions if isinstance(m.what, PersonMention) and m.what.name == official.name
            ]
        else:
            mentions = [Span(0, len(reading.text))]
        spots |= {
            (Span(*found.span()), official.name) for span in mentions for found in pattern.finditer(reading.text, *span)
        }
    at = 0
    for span, name in sorted(spots, key=lambda spot: (spot[0].start, -spot[0].stop)):
        if span.start >= at:
            yield span, name
            at = span.stop


# --- an extraction as gold, and as an answer to the questions of the evaluation --------------------------


def gold_of(found: Extraction) -> Gold:
    """An extraction as if somebody had annotated it."""
    roles = {
        flag: tuple(GoldRole(p.who, p.meeting, p.role) for p in found.participations if p.is_person == flag)
        for flag in (True, False)
    }
    return Gold(
        id=found.article.id,
        text=found.article.text,
        people=tuple(GoldPerson(o.name, tuple(h.post for h in o.holdings)) for o in found.officials),
        meetings=tuple(GoldMeeting(m.key, m.main, m.names, m.kind, m.start, m.host) for m in found.meetings),
        participation=roles[True],
        groups=roles[False],
        documents=tuple(GoldAct(d.title, a) for d in found.documents for a in [x.act for x in d.acts] or ["cited"]),
        studied=tuple(study.label for study in found.studies),
        tasks=tuple(
            GoldTask(task.text, _speaker(task, found), task.heading, task.assignees, task.deadline_text)
            for task in found.tasks
        ),
        formulations=tuple(phrase.label for phrase in found.formulations),
        targets=tuple(GoldTarget(target.indicator, target.value_text) for target in found.targets),
    )


def _speaker(task: Task, found: Extraction) -> str:
    return task.by if any(official.name == task.by for official in found.officials) else THE_MEETING


class ChangedAnswers:
    """An extraction's answers, in words led back to those before the change; stands in for a graph's."""

    def __init__(self, found: Extraction, back: Words) -> None:
        self.found, self.back = found, back

    def rows(self, question: str) -> Sequence[dict[str, str]]:
        """The posts, which are asked for row by row."""
        assert question == "posts"
        told = ((o.name, h.post) for o in self.found.officials for h in o.holdings)
        return [{"report": self.found.article.id, "name": self.back(n), "post": self.back(p)} for n, p in told]

    def items(self, question: str) -> dict[str, Items]:
        """The items of the only report."""
        rows = enumerate(getattr(self, f"_{question}")())
        return {self.found.article.id: {row.pop("iri", str(i)): self._item(row) for i, row in rows}}

    def _item(self, row: dict[str, object]) -> Item:
        item = Item()
        for column, value in row.items():
            values = value if isinstance(value, tuple) else (value,)
            item[column] = {self.back(str(v)) for v in values if v not in (None, "")}
        return item

    def _people(self) -> Iterator[dict[str, object]]:
        yield from ({"name": official.name} for official in self.found.officials)

    def _meetings(self) -> Iterator[dict[str, object]]:
        for m in self.found.meetings:
            main = str(m.main).lower()
            yield {"iri": m.key, "name": m.names, "main": main, "kind": m.kind, "start": m.start, "host": m.host}

    def _participation(self) -> Iterator[dict[str, object]]:
        for p in self.found.participations:
            yield {"name": p.who, "role": p.role, "meeting": p.meeting, "person": str(p.is_person).lower()}

    def _documents(self) -> Iterator[dict[str, object]]:
        for document in self.found.documents:
            yield {"name": (document.title, *document.alternatives), "act": tuple(act.act for act in document.acts)}

    def _studied(self) -> Iterator[dict[str, object]]:
        yield from ({"name": study.label} for study in self.found.studies)

    def _directives(self) -> Iterator[dict[str, object]]:
        for task in self.found.tasks:
            yield {
                "text": task.text, "by": _speaker(task, self.found), "spoken": "true", "heading": task.heading,
                "assignee": task.assignees, "deadline": task.deadline_text, "begin": task.order,
            }  # fmt: skip

    def _formulations(self) -> Iterator[dict[str, object]]:
        yield from ({"name": phrase.label} for phrase in self.found.formulations)

    def _targets(self) -> Iterator[dict[str, object]]:
        yield from ({"indicator": target.indicator, "value": target.value_text} for target in self.found.targets)
