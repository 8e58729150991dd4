"""What a report says took place: meetings held, inspections made, visitors received.

Comes in: tagged sentences in which every name of a meeting is one mark. Goes out: `Event`s, in the order of the text.
`7月2日到临岚县调研抽水蓄能电站建设情况` is an inspection named `调研抽水蓄能电站建设情况`; `市委召开第一次全体会议` a
meeting whose name stands on both sides of its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zhengmai.extractors.meeting_hosts import is_body
from zhengmai.extractors.meeting_names import NUMBER, Named
from zhengmai.layout import Sentence
from zhengmai.model import Span
from zhengmai.reading import Reading
from zhengmai.rules import Rule
from zhengmai.tagging import Mention, Tagged, tag

TOURS = re.compile(
    r"调研|调查研究|考察|检查|督导|督查|慰问|看望|视察|暗访|走访|巡查|观摩|调度|督战|招商|对接|对口|帮扶|接访|下访|来访|巡河|巡林|巡湖|会见|会谈|会晤|座谈"
)
COUNTED = rf"第{NUMBER}次"
MEETING = r"(?:会议|大会|全会|全体会)"
# No name of its own: 会议, 第二次全体会议, and the 第八次会议 of a body that is named before its verb.
PLAIN = re.compile(
    rf"(?:{COUNTED})?(?:全体|扩大|专题|紧急|开幕|闭幕)?(?:[（(]扩大[)）])?{MEETING}|{COUNTED}[一-鿿]{{2,4}}会议"
)
BARE = re.compile(
    rf"(?:{COUNTED})?(?:全体|常务|扩大|专题|紧急|主席|主任|委员长|党组|党组扩大)?(?:[（(]扩大[)）])?{MEETING}"
)
DAY = (
    r"(?:(?:20\d\d年)?\d{1,2}\s?月\d{1,2}\s?日|\d{1,2}\s?日|[昨今][天日]?(?:[（(][^（()）]{1,8}[)）])?|近日|日前)"
)
TIME = rf"(?:{DAY}(?:至(?:\d{{1,2}}月)?\d{{1,2}}日)?|上午|下午|晚上?|当天|当日|同日|当晚|凌晨|[，,])*"
PLACE = r"(?:在[^，。；：、]{1,24}?)?"
MANNER = (
    r"(?:以[^，。；：\s]{2,10}(?:形式|方式)|紧接着|接着|联合|组织|随即|立即|即刻|连夜|紧急|再次|隆重|及时|专题|分别|共同|胜利|继续|召集|也|还|又|正式|如期|率先|随后)*"
)
SUBJECT = re.compile(
    r"(?:^|[，。；：,\s\ue001]|讯|消息|[据按])"
    rf"{TIME}(?:新一届)?(?P<body>[^，。；：,\s\ue001\ue003]{{2,36}}?){TIME}{PLACE}{TIME}{MANNER}$"
)
WHERE = re.compile(
    r"在(?!随后|会上|此次|近日|日前|\d)(?P<place>[^，。；：、在\ue001-\ue003]{1,24}?)(?<![后上中下])"
    r"(?:隆重|胜利|顺利|正式|联合|成功|闭幕|开幕|[，,])*(?:主持)?"
    r"(?:召开|举行|举办|开幕|闭幕|会见|会谈|同[^，。]{1,40}会谈)"
)
CHAIR = re.compile(
    r"\ue001[^，。；：\ue001]{0,40}?(?:，[^，。；：\ue001]{0,16})?主持$"
    r"|\ue001[^。；：\ue001]{0,60}(?:并|先后|还|随即)[^，。；：]{0,6}$"
    rf"|\ue001{TIME}{PLACE}{MANNER}$"
)
# Some pages set all signs in half width; 【…】 before a section of a digest is a sentence of its own.
WIDE = str.maketrans(",;:()【】", "，；：（）。。")
# What follows the name of an inspection: 检查防汛工作|，并连夜召开…, 调研|时强调
CUT = re.compile(
    r"时(?:强调|指出|要求|说|表示|$)|时$|并(?:主持|召开|出席|强调|指出|看望|参加|就)|，|\d{1,2}月\d|及?开展座谈"
    r"|[、和](?:主持|参加|召开)"
)
STUDY_VERBS = ("开展", "进行")
LONGEST = 2000  # characters of a sentence that are read; more is no prose
NEAR = 120  # characters before a verb in which its subject, chair and place are looked for
LEADS = ("开展了", "进行了", "开展", "进行", "亲切", "实地", "就", "带队")


Names = Mapping[int, Sequence[Named]]  # the names of an article by the index of their sentence


@dataclass(frozen=True, slots=True)
class Event:
    """Something that took place, as one clause tells it."""

    how: str  # meeting, inspection, visit, talk
    rule: str
    sentence: int
    span: Span  # of the words that tell it
    named: Named | None = None
    what: Span | None = None  # the name of an inspection or visit
    where: Span | None = None
    body: Span | None = None  # who convenes: 云溪市, 市委
    people: tuple[str, ...] = ()
    verb: str = ""
    apart: bool = False  # told as news of its own


class EventFinder:
    """The rules of events, parted by what they need in a sentence."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        late = [r for r in rules if r.gives.get("last")]
        rules = [r for r in rules if not r.gives.get("last")]
        self.activities = tuple(r for r in rules if r.gives.get("activity"))
        others = [r for r in rules if not r.gives.get("activity")]
        self.meetings = tuple(r for r in others if r.gives["how"] == "meeting")
        self.last = tuple(r for r in late if not r.gives.get("activity"))
        self.last_activities = tuple(r for r in late if r.gives.get("activity"))
        self.tours = tuple(r for r in rules if r.gives["how"] != "meeting")

    def find(self, reading: Reading, index: int, names: Names, *, last: bool = False) -> list[Event]:
        """The events that one sentence tells; `names` are the whole article's. `last`: by the last-resort rules."""
        sentence = reading.sentences[index]
        if len(sentence.text) > LONGEST:
            start = sentence.span.start
            sentence = replace(sentence, span=Span(start, start + LONGEST), text=sentence.text[:LONGEST])
        inside = {n.span.start: n for n in names.get(index, ()) if n.span.stop <= sentence.span.stop}
        rules = (self.last if last else self.meetings) if inside else ()
        if "活动" in sentence.text:
            rules += self.last_activities if last else self.activities
        if not last and TOURS.search(sentence.text):
            rules += self.tours
        if not rules:
            return []
        tagged = _tagged(reading, sentence, list(inside.values()))
        events: dict[tuple[int, str], Event] = {}
        for rule in rules:
            for found in rule.search(tagged):
                for event in _events(rule, found, tagged, inside, index, reading.text):
                    key = (event.named.span.stop if event.named else event.span.start, event.how)
                    if key not in events or (event.body and not events[key].body):
                        events[key] = event
        return sorted(_apart(_without_hosts(list(events.values()))), key=lambda e: e.span)


def _without_hosts(events: list[Event]) -> list[Event]:
    """`市七届人大四次会议举行记者会` tells of the 记者会; but `…举行第二次全体会议` of the 四次会议 itself."""
    convened = [e for e in events if e.rule == "meeting.convened" and e.named]
    objects = {e.span.start for e in convened if e.named and not BARE.fullmatch(e.named.name)}
    return [e for e in events if not (e.rule == "meeting.held" and e.span.stop - len(e.verb) in objects)]


def _tagged(reading: Reading, sentence: Sentence, names: Sequence[Named]) -> Tagged:
    mentions = [m for m in reading.mentions_in(sentence) if m.kind in ("person", "document")]
    tagged = tag(reading.text, sentence.span, [*mentions, *(Mention(n.span, "meeting", n) for n in names)])
    return Tagged(tagged.text.translate(WIDE), tagged.start, tagged.marks, tagged.mentions)


def _events(
    rule: Rule, found: re.Match[str], tagged: Tagged, names: dict[int, Named], index: int, text: str
) -> Iterator[Event]:
    words = found.groupdict()
    how, span = rule.gives["how"], tagged.span(*found.span())
    people: tuple[str, ...] = ()
    for group in ("people", "person"):
        if words.get(group):
            people = tuple(m.what.name for m in tagged.between(*found.span(group)) if m.kind == "person")
    if rule.gives.get("activity"):  # 举行“安全宣传咨询日”活动: an event by its words, no meeting by its head
        what = tagged.span(*found.span("what"))
        named = Named(what, text[what.start : what.stop], "活动", False, False, index)
        yield Event(how, rule.id, index, span, named, None, _where(tagged, found), _subject(tagged, found), people)
        return
    if how != "meeting":
        place = tagged.span(*found.span("place")) if words.get("place") else None
        what = _trimmed(tagged.span(*found.span("what")), text)
        if place and how == "inspection":
            what = _with_place(place, what, text)
        yield Event(how, rule.id, index, span, None, what, place or _where(tagged, found), None, people)
        return
    named = names[tagged.span(*found.span("meeting")).start]
    if words.get("pre"):  # all that stands between 召开 and the head belongs to the name
        start = tagged.span(*found.span("pre")).start
        named = replace(named, span=Span(start, named.span.stop), name=text[start : named.span.stop])
    verb = words.get("verb") or ""
    if verb in STUDY_VERBS and "学习" not in named.name:
        return  # 开展中央人大工作会议精神贯彻落实情况调研
    body = _subject(tagged, found) if rule.id == "meeting.convened" else None
    people = people or _chairs(tagged, found)
    event = Event(how, rule.id, index, span, named, None, _where(tagged, found), body, people, verb)
    yield event
    if words.get("also"):  # 召开市政府党组会议和常务会议
        for mention in tagged.between(*found.span("also")):
            yield replace(event, named=names[mention.span.start])


def _with_place(place: Span, what: Span, text: str) -> Span:
    """A bare verb takes its place or purpose into the name: 上海考察, 围绕“文旅融合”开展考察."""
    gap = what.start - place.stop
    if what.stop - what.start > 4 or gap > 44:
        return what
    return Span(place.start, what.stop) if gap <= 4 else Span(place.stop + (text[place.stop] in "，,"), what.stop)


def _subject(tagged: Tagged, found: re.Match[str]) -> Span | None:
    """Who convenes: `云溪市` in `6月12日上午，云溪市召开`."""
    if "verb" not in found.groupdict():
        return None
    stop = found.start("verb")
    start = max(0, stop - NEAR)
    subject = SUBJECT.search(tagged.text[start:stop])
    if not subject or not is_body(subject["body"]):
        return None
    return tagged.span(start + subject.start("body"), start + subject.end("body"))


def _chairs(tagged: Tagged, found: re.Match[str]) -> tuple[str, ...]:
    """The person right before `主持召开`."""
    if "verb" not in found.groupdict():
        return ()
    stop = found.start("verb")
    start = max(0, stop - NEAR)
    chair = CHAIR.search(tagged.text[start:stop])
    if not chair:
        return ()
    at = start + chair.start()
    return tuple(m.what.name for m in tagged.between(at, at + 1))


def _where(tagged: Tagged, found: re.Match[str]) -> Span | None:
    places = list(WHERE.finditer(tagged.text, max(0, found.start() - NEAR), found.end()))
    return tagged.span(*places[-1].span("place")) if places else None


def _trimmed(span: Span, text: str) -> Span:
    """The name of an inspection, without `时强调` and what else follows."""
    cut = CUT.search(text, span.start + 2, span.stop)
    stop = cut.start() if cut else span.stop
    while stop > span.start and text[stop - 1] in " 　、":
        stop -= 1
    start = span.start
    for lead in LEADS:
        if text.startswith(lead, start) and stop - start - len(lead) >= 2:
            start += len(lead)
    return Span(start, stop)


def _apart(events: list[Event]) -> Iterator[Event]:
    """Of two inspections or visits that overlap the one that tells the place stays."""
    loose = [e for e in events if e.how != "meeting"]
    loose.sort(key=lambda e: (e.where is None, e.span.start))
    kept: list[Event] = []
    for event in loose:
        apart = [e.span.stop <= event.span.start or event.span.stop <= e.span.start for e in kept if e.how == event.how]
        if all(apart):
            kept.append(event)
    yield from (e for e in events if e.how == "meeting")
    yield from kept
