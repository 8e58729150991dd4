"""The meetings that a report is about, and those that it names.

Comes in: a reading whose people and documents are known. Goes out: its meetings with names, kind, dates, place and
host, main ones first; and a mention in the reading for every place that names one. `中共云溪市委五届九次全会` in the
headline and `全会` in the text are one meeting, 党的二十大 in `深入学习贯彻党的二十大精神` another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zhengmai.extractors.dates import Calendar, When, read_calendar
from zhengmai.extractors.meeting_events import Event, EventFinder
from zhengmai.extractors.meeting_gather import PLENARY, Group, gather, is_form
from zhengmai.extractors.meeting_groups import DIGITS
from zhengmai.extractors.meeting_hosts import HostReader, Places
from zhengmai.extractors.meeting_mains import LEAD, main_events
from zhengmai.extractors.meeting_names import Named, NameFinder, load_names
from zhengmai.layout import Zone
from zhengmai.lexicon import read_table
from zhengmai.model import Evidence, Meeting, MeetingKind, Span
from zhengmai.reading import MeetingMention, Reading
from zhengmai.rules import Rule, load_rules
from zhengmai.tagging import Mention

TOUR_KINDS = {"inspection": MeetingKind.INSPECTION, "visit": MeetingKind.VISIT, "talk": MeetingKind.SYMPOSIUM}
TOUR_NAMES = 3  # a report of many visits is named after the first
CHAIRING = ("meeting.convened", "meeting.taught")
LAST_DAYS = ("闭幕", "落幕", "闭会", "落下帷幕", "圆满结束", "胜利结束", "顺利结束")
LASTING = re.compile(r"(?:会期|为期|历时)([一二两三四五六七八九]|\d{1,2})天(?!半)")
# 市政协召开十四届九次主席会议: the name alone does not tell whose chairs meet
ROUTINE_OF = re.compile(
    r"届\S*(?:常委会(?:第\S{1,4}次)?会议|主席会议|主任会议|全体会议|全会)$|政府\S*全体(?:（扩大）|\(扩大\))?会议$"
)
VAGUE_DAY = re.compile(r"近日|日前|近期|不久前")
VERBS = re.compile(r"会见|会谈|会晤|座谈")


@dataclass(frozen=True, slots=True)
class MeetingRules:
    """The resources of this extractor."""

    names: NameFinder
    events: EventFinder
    kinds: tuple[Rule, ...]
    hosts: tuple[Rule, ...]
    heads: dict[str, MeetingKind]


def load_meeting_rules() -> MeetingRules:
    """The packaged rules and lexicons. Raises RuleError or LexiconError."""
    rules = load_rules("meetings")
    return MeetingRules(
        load_names(),
        EventFinder([rule for rule in rules if "how" in rule.gives]),
        tuple(rule for rule in rules if "kind" in rule.gives),
        tuple(rule for rule in rules if "host" in rule.gives),
        {row["head"]: MeetingKind(row["kind"]) for row in read_table("meeting_heads", ("head", "kind", "unless"))},
    )


def find_meetings(reading: Reading, rules: MeetingRules, places: Places) -> list[Meeting]:
    """The meetings of an article, main ones first; adds their mentions to the reading."""
    names: dict[int, list[Named]] = {}
    for named in rules.names.find(reading):
        names.setdefault(named.sentence, []).append(named)
    groups = gather(reading, names, main_events(reading, names, rules.events), rules.events)
    if not groups:
        return []
    teller = _Teller(reading, rules, places, read_calendar(reading))
    meetings = [teller.meeting(f"m{number}", group) for number, group in enumerate(groups, 1)]
    reading.add(
        Mention(named.span, "meeting", MeetingMention(meeting.names[0], meeting.key))
        for meeting, group in zip(meetings, groups, strict=True)
        for named in group.named
        if is_form(named)
    )
    return meetings


class _Teller:
    """Writes groups as meetings; dates lean on those told before."""

    def __init__(self, reading: Reading, rules: MeetingRules, places: Places, calendar: Calendar) -> None:
        self.reading = reading
        self.rules = rules
        self.hosts = HostReader(rules.hosts, places, reading.text)
        self.calendar = calendar

    def meeting(self, key: str, group: Group) -> Meeting:
        """The meeting that a group of names and events is."""
        names = self._names(group)
        evidence = self._evidence(group)
        if not group.main:
            return Meeting(key, names, False, evidence)
        start, end = self._dates(group)
        parts = tuple(names[0].split("暨")) if "暨" in names[0] else ()
        kind, host = self._kind(group, names), self._host(group, names)
        return Meeting(key, names, True, evidence, kind, start, end, self._place(group), host, parts)

    def _read(self, span: Span) -> str:
        return self.reading.text[span.start : span.stop]

    def _names(self, group: Group) -> tuple[str, ...]:
        if group.how != "meeting":
            return self._tour_names(group)
        forms = [n.name for n in group.named if is_form(n)]
        if forms:
            plenary = [PLENARY] if any(n.name == PLENARY for n in group.named) else []
            return _longest_first([*forms, *plenary])
        split = [self._read(span) for span in group.split]
        return (min(split, key=len),) if split else _longest_first([n.name for n in group.named])

    def _tour_names(self, group: Group) -> tuple[str, ...]:
        """As the headline and the lead put it; a visit also by its bare verb."""
        told = [event for event in group.events if event.what]
        if group.how == "inspection":
            told = told[:TOUR_NAMES] if told and told[0].apart else told[:TOUR_NAMES][::-1]
        words = [self._read(event.what) for event in told if event.what]
        if group.how == "inspection":
            return tuple(dict.fromkeys(words))
        verbs = [found[0] for word in words if (found := VERBS.search(word))]
        return _longest_first([*sorted(words, key=len)[:1], *verbs[:1]])

    def _evidence(self, group: Group) -> tuple[Evidence, ...]:
        found = [Evidence(event.span, event.rule) for event in group.events[:3]]
        found += [Evidence(span, "meeting.convened") for span in sorted(group.split, key=_length)[:1]]
        seen: set[str] = set()
        for named in group.named:
            if named.name not in seen:
                seen.add(named.name)
                found.append(Evidence(named.span, "meeting.name"))
        return tuple(found)

    def _kind(self, group: Group, names: Sequence[str]) -> MeetingKind:
        if group.how in TOUR_KINDS:
            return TOUR_KINDS[group.how]
        routine = [label for label in (label.split("暨")[0] for label in group.labels[:1]) if ROUTINE_OF.search(label)]
        for name in (*routine, names[0].split("暨")[0], names[0], *group.labels):
            if not name.endswith(tuple(self.rules.heads)):
                continue
            for rule in self.rules.kinds:
                if rule.pattern.search(name):
                    return MeetingKind(rule.gives["kind"])
        return self.rules.heads.get(group.named[0].head, MeetingKind.OTHER)

    def _dates(self, group: Group) -> tuple[str | None, str | None]:
        """Told with the event, in the text rather than the headline; else the day that the report speaks of so far."""
        sentences = self.reading.sentences
        for event in sorted(group.events, key=lambda e: sentences[e.sentence].zone is not Zone.BODY):
            if when := self._when(event):
                return _lasting(when, event, sentences[event.sentence].text)
        vague = any(VAGUE_DAY.search(sentences[event.sentence].text) for event in group.events)
        return None if vague else self.calendar.last or self._lead_day(), None

    def _lead_day(self) -> str | None:
        """`10日晨接报…` opens a report whose event is told in the next sentence without a day."""
        body = [s for s in self.reading.sentences if s.zone is Zone.BODY][:LEAD]
        return next((when.start for s in body for when in self.calendar.dates(s.text, s.span.start)), None)

    def _when(self, event: Event) -> When | None:
        sentence = self.reading.sentences[event.sentence]
        if "当天" in sentence.text and event.sentence and not self.calendar.last:
            before = self.reading.sentences[event.sentence - 1]
            list(self.calendar.dates(before.text, before.span.start))
        told = [d for d in self.calendar.dates(sentence.text, sentence.span.start) if d.span.start < event.span.stop]
        return told[-1] if told else None

    def _place(self, group: Group) -> str | None:
        where = next((event.where for event in group.events if event.where), None)
        return self._read(where).strip("，, 　") if where else None

    def _host(self, group: Group, names: Sequence[str]) -> str | None:
        body = next((event.body for event in group.events if event.body), None)
        at = group.events[0].span.start if group.events else None
        told = names if group.how == "meeting" else ()
        return self.hosts.host(told, self._read(body) if body else None, self._chair(group), at)

    def _chair(self, group: Group) -> list[str]:
        """The titles of who chairs, or goes; who only attends or speaks may come from elsewhere."""
        chairs = [e for e in group.events if "chaired" in e.rule]
        chairs += [e for e in group.events if e.rule in CHAIRING or e.how != "meeting"]
        who = next((name for event in chairs for name in event.people), None)
        mentions = [m.what for m in self.reading.mentions if m.kind == "person" and m.what.name == who]
        return [title for mention in mentions for title in mention.titles]


def _lasting(when: When, event: Event, words: str) -> tuple[str | None, str | None]:
    """First and last day: 会期两天的…会议于8月29日闭会 began on the 28th."""
    last = event.verb in LAST_DAYS
    told = None if when.end else LASTING.search(words)
    if not told or when.start[0] == "-":
        return (None, when.start) if last and not when.end else (when.start, when.end)
    days = (int(told[1]) if told[1].isdecimal() else DIGITS[told[1]]) - 1
    day = date.fromisoformat(when.start)
    if last:
        return (day - timedelta(days)).isoformat(), when.start
    return when.start, (day + timedelta(days)).isoformat() if days else None


def _longest_first(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(names), key=lambda name: -len(name)))


def _length(span: Span) -> int:
    return span.stop - span.start
