"""Which events a report is about.

Comes in: a reading and the names of meetings in it. Goes out: the events of its headline and lead, and those that the
text goes on to as news of their own (`又讯　6月14日下午，温伯庸主持召开…`, `闭幕后，新一届县委召开第一次全体会议`). What the text
only looks back on, hears of or looks forward to is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhengmai.extract.meeting_events import PLAIN, Event, find_events
from zhengmai.extract.meeting_names import GENERIC, Named
from zhengmai.layout import Zone
from zhengmai.reading import Reading
from zhengmai.rules import Rule

LEAD = 3  # sentences of the body in which the report's own event is looked for
ALSO = re.compile(
    r"^[\s　]*(?:会后|会见(?:结束)?后|座谈会后|闭幕(?:会)?后|[^，。]{0,10}结束后|随后|之后|当天|同日|当日|接着|此外)"
)
APART = re.compile(r"^[\s　]*(?:另据|另悉|受[^，。]{2,12}委托)")
SECOND_NEWS = re.compile(r"(?:又讯|另讯|又电)[\s　：:]*(?:[（(][^（()）]*[)）])?[\s　]*$")  # the layout cuts it off
DATED = re.compile(r"日|今天|昨天")  # a caption or a glued headline tells the event without its day
HELD = ("meeting.convened", "meeting.held", "meeting.chaired")


def main_events(reading: Reading, names: Sequence[Named], rules: Sequence[Rule]) -> list[Event]:
    """The events that the report is about, those of the headline first."""
    body = [i for i, s in enumerate(reading.sentences) if s.zone is Zone.BODY]
    headline = [i for i, s in enumerate(reading.sentences) if s.zone is not Zone.BODY]
    last = [rule for rule in rules if rule.gives.get("last")]
    rules = [rule for rule in rules if not rule.gives.get("last")]
    told = [event for index in headline for event in find_events(reading, index, names, rules)]
    lead: list[Event] = []
    at = -1
    for at, index in enumerate(body[:LEAD]):
        found = _leading(find_events(reading, index, names, rules), told)
        if _settled(lead) and not any(same_tour(e, x) for e in found for x in lead):
            break
        lead += found
        if _settled(lead) and DATED.search(reading.sentences[index].text):
            break
    events = _borne_out(told, lead) + lead
    for index in body[at + 1 :]:
        apart = _is_apart(reading, index)
        if apart or ALSO.match(reading.sentences[index].text):
            events += _also(find_events(reading, index, names, rules), apart)
    if not events:
        events = [event for index in body[:LEAD] for event in find_events(reading, index, names, last)][:1]
    return events


def _settled(events: list[Event]) -> bool:
    return any(event.how == "meeting" or event.people for event in events)


def same_tour(a: Event, b: Event) -> bool:
    """Whether two sentences tell of one inspection or visit."""
    return a.how == b.how != "meeting" and (not a.people or not b.people or bool(set(a.people) & set(b.people)))


def _borne_out(told: list[Event], lead: list[Event]) -> list[Event]:
    """`深夜调度防汛工作` in a headline is no tour where the lead tells of meetings only."""
    only_meetings = bool(lead) and all(event.how == "meeting" for event in lead)
    return [event for event in told if event.how == "meeting" or not only_meetings]


def _leading(events: list[Event], told: list[Event]) -> list[Event]:
    """The events of a lead sentence: an inspection told after a meeting is what the meeting spoke of."""
    hows = {event.how for event in told}
    kept: list[Event] = []
    for event in events:
        after_meeting = "meeting" in hows or any(other.how == "meeting" for other in kept)
        if event.how != "meeting" and after_meeting and event.how not in hows:
            continue
        if event.how == "meeting" or event.people or not kept:
            kept.append(event)
    return kept


def _also(events: list[Event], apart: bool) -> Iterator[Event]:
    for event in events:
        if event.how != "meeting":
            if apart:
                yield replace(event, apart=True)
        elif event.rule in HELD and event.named and (apart or event.body or _is_telling(event.named)):
            yield replace(event, apart=apart)


def _is_telling(named: Named) -> bool:
    """`签约仪式` says what it was, `专题会议` does not."""
    stem = named.name.removesuffix(named.head)
    return not PLAIN.fullmatch(named.name) and not GENERIC.fullmatch(stem)


def _is_apart(reading: Reading, index: int) -> bool:
    sentence = reading.sentences[index]
    before = reading.text[max(0, sentence.span.start - 40) : sentence.span.start]
    return bool(APART.match(sentence.text) or SECOND_NEWS.search(before))
