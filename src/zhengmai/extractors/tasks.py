"""What is demanded, by whom, of whom, until when.

Comes in: a reading whose people, meetings and documents are known. Goes out: its tasks in order.
`方若水强调，市住建局要倒排工期，主汛期前完成改造。` gives one: its text from 市住建局 to 改造, set by 方若水,
assigned to 市住建局, until 主汛期前.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhengmai.extractors.assignees import assignees
from zhengmai.extractors.deadlines import find_deadline, resolve
from zhengmai.extractors.demands import Demand, demands
from zhengmai.extractors.headings import Row, headings
from zhengmai.extractors.speech import Stretch, stretches
from zhengmai.extractors.task_rules import TaskRules
from zhengmai.model import Evidence, Task
from zhengmai.reading import Reading
from zhengmai.rules import PERSON

# 方若水对项目负责人陶可风说，要…
SPOKEN_TO = re.compile(
    rf"[对向同跟][^，,；;。]{{0,24}}?(?P<person>{PERSON})(?:等|一行)?(?:说|讲|叮嘱|嘱咐|强调|指出|要求)道?[，,：:]?“?$"
)
BREATH = 8  # sentences without a demand after which a speaker is done
LIST = 4  # sentences without a demand after which a list over paragraphs is done


class _Found(NamedTuple):
    """A demand where it stands."""

    stretch: Stretch
    demand: Demand
    before: str


def find_tasks(reading: Reading, rules: TaskRules) -> list[Task]:
    """The demands for action that an article reports, in the order of its text."""
    found = list(_found(reading, rules))
    rows = [
        Row(f.demand, f.stretch.order, f.stretch.sentence.paragraph, f.stretch.opens, f.before, _text(f)) for f in found
    ]
    published = reading.article.published or reading.layout.published
    out: list[Task] = []
    for item, heading in zip(found, headings(rows, rules.headings), strict=True):
        if not item.demand.introduces:
            out.append(_task(item, heading, len(out) + 1, published, rules))
    return out


def _found(reading: Reading, rules: TaskRules) -> Iterator[_Found]:
    last: tuple[int, int] | None = None  # the sentence and paragraph that held the last demand
    spoken = 0  # the last sentence with a demand or a speaker
    for stretch in stretches(reading, rules):
        index, paragraph = stretch.order, stretch.sentence.paragraph
        if stretch.opens:
            spoken = index
        elif index - spoken > BREATH:
            continue
        goes_on = last is not None and _goes_on(index - last[0], paragraph - last[1], stretch, rules)
        at = stretch.begin
        for demand in demands(stretch, rules, goes_on):
            yield _Found(stretch, demand, stretch.tagged.text[at : demand.start])
            at = demand.stop
            last, spoken = (index, paragraph), index


def _goes_on(sentences: int, paragraphs: int, stretch: Stretch, rules: TaskRules) -> bool:
    """Whether a stretch so far behind the last demand still demands, so that 要 may be left out.

    It does right behind it, as the next item of a list in paragraphs of their own, `第二，压实责任。`, and in a
    paragraph that itself begins with what is to be done: `认真落实方案。`
    """
    if not paragraphs:
        return sentences <= 1
    if rules.openings.ordinal.pattern.match(stretch.text):
        return sentences <= LIST
    next_to = sentences == 1 and paragraphs == 1 and stretch.text.endswith(("。", "！", "；"))
    return next_to and rules.openings.lead.pattern.match(stretch.text) is not None


def _text(found: _Found) -> str:
    return found.stretch.tagged.text[found.demand.start : found.demand.stop]


def _task(found: _Found, heading: str | None, order: int, published: str | None, rules: TaskRules) -> Task:
    tagged, demand, voice = found.stretch.tagged, found.demand, found.stretch.voice
    span = tagged.span(demand.start, demand.stop)
    source = found.stretch.sentence
    words = source.text[span.start - source.span.start : span.stop - source.span.start]
    limit = find_deadline(words, rules.deadlines)
    told = tuple(dict.fromkeys(_assignees(found, rules)))
    evidence = (Evidence(span, demand.rule), Evidence(voice.span, voice.rule))
    return Task(
        words,
        voice.speaker or "",
        evidence,
        order,
        heading=heading,
        assignees=told,
        deadline_text=limit[0][0] if limit else None,
        deadline=resolve(*limit, published) if limit else None,
    )


def _assignees(found: _Found, rules: TaskRules) -> Iterator[str]:
    tagged, demand, source = found.stretch.tagged, found.demand, found.stretch.sentence
    if demand.addressee and demand.addressee.pronoun:
        others = [
            m
            for m in tagged.between(0, demand.start)
            if m.kind == "person" and m.what.name != found.stretch.voice.speaker
        ]
        if others:
            yield others[-1].what.name
    told = list(assignees(tagged.text, demand.start, demand.stop, demand.addressee, rules))
    to = SPOKEN_TO.search(tagged.text, found.stretch.begin, found.stretch.start) if found.stretch.opens else None
    for start, stop in told or ([to.span("person")] if to else []):
        span = tagged.span(start, stop)
        yield source.text[span.start - source.span.start : span.stop - source.span.start]
