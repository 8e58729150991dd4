"""Which events a report is about.

Comes in: a reading and the names of meetings in it. Goes out: the events of its headline and lead, and those that
the text goes on to as news of their own (`又讯　6月14日，温伯庸主持召开…`, `闭幕后，县委召开第一次全体会议`). What the
text only looks back on, hears of or looks forward to is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhengmai.extractors.meeting_events import PLAIN, TOURS, Event, EventFinder, Names
from zhengmai.extractors.meeting_names import Named
from zhengmai.layout import Zone
from zhengmai.reading import Reading

ENDS = "。！？!?.…”）)"
SENTENCE = 16  # characters at least; 闻“汛”而动！ is a headline
LEAD = 3  # sentences of the body in which the report's own event is looked for
# A sentence that goes on to another event; `apart`: as news of its own.
OPENING = re.compile(
    r"[\s　]*(?:(?P<apart>另据|另悉|受[^，。]{2,12}委托)"
    r"|其间|期间|(?:调研|考察|检查|督导|慰问)(?:期间|中|结束)|会后|会见(?:结束)?后|闭幕(?:会)?后|[^，。]{0,16}(?:会议?|仪式)(?:一?结束)?[之以]?后|[^，。]{0,16}一?结束后?(?=[，,])"
    r"|结束[^，。]{1,16}后|随后|之后|当天|同日|当日|接着|此外)"
)
# A day, or its part, at the beginning: 5日下午套开…, 8月5日一早，方致远赶到…检查
DAY_FIRST = re.compile(
    r"(?:(?P<month>\d{1,2}|元)\s?月)?\s?(?P<day>\d{1,2})\s?日(?!电|讯)|上午|下午|中午|晚上|当晚|凌晨|一早|清晨|傍晚"
)
FIRST_DAY = re.compile(r"(?<!\d)(\d{1,2}|元)\s?月\s?(\d{1,2})\s?日")
NEAR_DAYS = 3  # what took place so much later or earlier can still be this report's news
WEEKLY = re.compile(r"[一本上]周(?!年)|要情|工作动态|政务活动|活动集锦|工作日志")
SECTION = re.compile(r"^【[^【】\n]{4,40}】", re.MULTILINE)  # of a digest: each tells one event
SECOND_NEWS = re.compile(r"(?:又讯|另讯)[\s　：:]*(?:[（(][^（()）]{0,40}[)）])?[\s　]*")
FURTHER = 300  # sentences of a report that may open another event
DATED = re.compile(r"日|今天|昨天")  # a caption or a glued headline tells the event without its day
AND_TOUR = re.compile(r"会议?并[^，。；]{0,12}(?:调研|考察|看望|慰问|检查)")
LEAD_LENGTH = 400
HELD = ("meeting.convened", "meeting.held", "meeting.chaired")


def main_events(reading: Reading, names: Names, finder: EventFinder) -> list[Event]:
    """The events that the report is about, those of the headline first."""
    told: list[Event] = []
    body: list[int] = []
    weekly = bool(WEEKLY.search(reading.text[slice(*reading.layout.headline)])) if reading.layout.headline else False
    if weekly or ("【" in reading.text and SECTION.search(reading.layout.readable)):
        told = list(_digest(reading, names, finder, weekly))
        if len({event.sentence for event in told}) > 1:
            return told
        told = []
    if not names and "活动" not in reading.text and not TOURS.search(reading.layout.readable):
        return told
    for index, sentence in enumerate(reading.sentences):
        if sentence.zone is Zone.BODY:
            body.append(index)
        else:
            told += finder.find(reading, index, names)
    first = _first(reading, body)
    lead = _lead(reading, names, finder, first, told)
    after = max((event.sentence for event in lead), default=-1)
    events = _borne_out(told, lead) + lead
    for index, apart in _openings(reading, set(names), [index for index in body if index > after]):
        events += _also(reading, finder.find(reading, index, names), apart)
    if lead and "日" in reading.text:
        events += _days(reading, names, finder, [index for index in body if index > after], events)
    if AND_TOUR.search(reading.text, 0, LEAD_LENGTH) and all(event.how == "meeting" for event in events):
        events += _tour(reading, names, finder, body, events)
    if all(_nameless(event) for event in events) and (names or "活动" in reading.text):
        events = [event for index in first for event in finder.find(reading, index, names, last=True)][:1]
    return events


def _nameless(event: Event) -> bool:
    """`某某等出席会议` tells of no meeting that the text does not name elsewhere."""
    return bool(event.named and not event.body and PLAIN.fullmatch(event.named.name))


def _first(reading: Reading, body: Sequence[int]) -> Sequence[int]:
    """The sentences of the lead; lines of a headline that the layout took for text come before and do not count."""
    for above, index in enumerate(body[: 2 * LEAD]):
        text = reading.sentences[index].text
        if len(text) >= SENTENCE and text[-1] in ENDS:
            return body[: above + LEAD]
    return body[:LEAD]


def _digest(reading: Reading, names: Names, finder: EventFinder, weekly: bool) -> Iterator[Event]:
    """The events of a digest: those of the first sentence of each section that tells one.

    A section begins with 【…】, in the news of a week also with a day.
    """
    left = 0
    for index, sentence in enumerate(reading.sentences):
        opens = sentence.text[0] == "【" or (weekly and DAY_FIRST.match(sentence.text))
        if opens and sentence.zone is Zone.BODY:
            left = LEAD
        if left:
            found = _leading(finder.find(reading, index, names), [])
            left = 0 if _settled(found) else left - 1
            yield from (replace(event, apart=True) for event in found)


def _lead(
    reading: Reading, names: Names, finder: EventFinder, first: Sequence[int], told: list[Event]
) -> list[Event]:
    """The events of the first sentence that tells one, and of those after it that tell its day."""
    lead: list[Event] = []
    for index in first:
        found = _leading(finder.find(reading, index, names), told)
        if _settled(lead) and not any(same_tour(event, other) for event in found for other in lead):
            break
        lead += found
        if _settled(lead) and DATED.search(reading.sentences[index].text):
            break
    return lead


def _openings(reading: Reading, naming: set[int], rest: Sequence[int]) -> Iterator[tuple[int, bool]]:
    """The later sentences that may open another event; True for those that are news of their own."""
    sentences, second = reading.sentences, _second_news(reading)
    told_apart = second or "另据" in reading.text or "另悉" in reading.text or "委托" in reading.text
    for index in rest[:FURTHER]:
        if index in naming or told_apart:
            opening = OPENING.match(sentences[index].text)
            if opening or index in second:
                yield index, index in second or bool(opening and opening["apart"])


def _days(
    reading: Reading, names: Names, finder: EventFinder, rest: Sequence[int], known: Sequence[Event]
) -> Iterator[Event]:
    """The events of later sentences that begin with a day, where they are another's: 5日晚，容叙主持召开防汛督导会.

    A meeting needs its chair or a paragraph of its own, an inspection both the paragraph and somebody named before.
    """
    sentences = reading.sentences
    toured = any(event.how != "meeting" for event in known)
    for index in rest[:FURTHER]:
        sentence = sentences[index]
        day = DAY_FIRST.match(sentence.text)
        if not day or not _near(day, reading):
            continue
        opens = sentence.paragraph != sentences[index - 1].paragraph
        for event in finder.find(reading, index, names):
            if event.named and event.rule in HELD and _telling(event.named):
                if event.people or (opens and event.rule != "meeting.held"):
                    yield event
            elif event.how == "inspection" and opens and not toured and _known(reading, event):
                yield event


def _telling(named: Named) -> bool:
    return not named.generic and named.name != named.head


def _near(day: re.Match[str], reading: Reading) -> bool:
    first = FIRST_DAY.search(reading.layout.readable) if day["month"] else None
    if not first:
        return not day["month"]
    return day["month"] == first[1] and abs(int(day["day"]) - int(first[2])) <= NEAR_DAYS


def _known(reading: Reading, event: Event) -> bool:
    before = (m.what.name for m in reading.mentions if m.kind == "person" and m.span.stop <= event.span.start)
    return not set(event.people).isdisjoint(before)


def _second_news(reading: Reading) -> set[int]:
    """The sentences before which the layout cut off 又讯."""
    if "又讯" not in reading.text and "另讯" not in reading.text:
        return set()
    starts = [sentence.span.start for sentence in reading.sentences]
    return {bisect_left(starts, found.end()) for found in SECOND_NEWS.finditer(reading.text)}


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
        if event.how == "talk" and kept and "talk" not in hows:
            continue  # 慰问干部，并和大家座谈: part of the visit
        if event.how == "meeting" or event.people or not kept:
            kept.append(event)
    return kept


def _tour(
    reading: Reading, names: Names, finder: EventFinder, body: Sequence[int], known: list[Event]
) -> list[Event]:
    """`出席座谈会并调研`: the tour is told further down, in the first sentence that tells one of the same people."""
    people = {name for event in known for name in event.people}
    for index in body:
        for event in finder.find(reading, index, names):
            if event.how == "inspection" and people & set(event.people):
                return [event]
    return []


def _also(reading: Reading, events: list[Event], apart: bool) -> Iterator[Event]:
    for event in events:
        dated = event.people and DATED.search(reading.sentences[event.sentence].text)
        if event.how != "meeting":
            if apart:
                yield replace(event, apart=True)
        elif event.rule in HELD and event.named and (
            apart or event.body or dated or not event.named.generic
        ):
            yield replace(event, apart=apart)  # 签约仪式 says what it was, 专题会议 does not
