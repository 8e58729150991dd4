"""Who took part in the meeting, and how.

Comes in: tagged sentences with people and meetings, `⟨P⟩，⟨P⟩、⟨P⟩出席会议，⟨P⟩及县法院主要负责同志列席会议`. Goes out: a
role for each person and each group in the article's own words. A rule finds the predicate (`列席`), this module its
subject: the list of people and groups that runs up to it, else the subject of the clause before (`…并讲话`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from zhengmai.extract.groups import Group, named_group, split_groups
from zhengmai.layout import Sentence, Zone
from zhengmai.model import Evidence, Meeting, MeetingKind, Participation, Role, Span
from zhengmai.reading import Reading
from zhengmai.rules import PERSON, Rule, gate
from zhengmai.tagging import Mention, Tagged

DELIMITER = re.compile(r"[，,；;。：:！!？?\n]|[ 　](?=[\ue001])")
# The subject of the clause before goes on: 并讲话, 还就…强调, 在讲话中指出.
GOES_ON = re.compile(
    r"^[”\"’\s]*(?:他|她|并|还|又|也|同时|随后|最后|接着|分别|先后|一同|应邀|就|对|在|围绕|结合|代表|向|受|针对|现场|当场|当即|强调|要求|指出|表示|希望|叮嘱|说|作|讲话|主持|出席|参加|列席|宣读|宣布|传达|通报|汇报|介绍|部署|安排|勉励|嘱咐|提出|详细|认真|亲切|深入|率|到)"
)
# Words between the last name and the predicate.
BETWEEN = re.compile(
    r"^(?:(?:同志|等|一行|赴|深入|前往|来到|走进|率|今天|今日|昨天|昨日|近日|日前|当天|当日|当晚|上午|下午|晚上|深夜|坐镇|同样|继续|再次|紧接着|逐一|依次|轮流|（|\(|也|均|还|则|都|共|及其|分别|先后|一同|一起|共同|应邀|受邀|亲自|现场|首先|最后|随后|当即|当场|代表|就|对|在|于|围绕|结合|受|向|到|带头|为|以|将|作为|按照|从|边|来|\d).{0,48})?$")
DELEGATED = re.compile(rf"受{PERSON}(?:同志)?(?:的)?委托")
ELSEWHERE = re.compile(r"^(?:会前|此前|会后|日前|据悉|据介绍|早在)")
CONVEYED = re.compile(rf"(?:传达|学习|贯彻|落实|按照|根据|领会)[^，。；]{{0,30}}{PERSON}[^，。；]{{0,8}}$")
# A sentence without a person tells of no part in a meeting unless a group or body stands in it.
UNNAMED = re.compile(
    r"(?:出席|参加|列席|发言|主持|听取|汇报|通报|介绍|连线|分会场|建议|建言|传达|宣读|参与|陪同|表态|作了|作说明|致辞|参会|与会|旁听|收看|交流|签订)"
)
PRONOUN = re.compile(r"^[他她](?!们|的)[^，。；]{0,8}(?:表示|强调|指出|要求|说|希望|叮嘱|认为)")
QA = re.compile(rf"^[◆●■▲○★·\s　]*({PERSON})[：:]")
LEADER = "习近平"
ANNOUNCES = "participation.attendee.announces"
ATTENDING = frozenset({Role.CHAIR, Role.ATTENDEE, Role.OBSERVER})
SPEAKING = frozenset({Role.SPEAKER, Role.REPORTER})


@dataclass(frozen=True, slots=True)
class Subject:
    """Those before a predicate: positions of persons' marks, and groups."""

    people: tuple[int, ...]
    groups: tuple[Group, ...]
    is_meeting: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The predicate before, with its subject."""

    subject: Subject
    role: Role | None


NOBODY = Subject((), ())
MEETING = Subject((), (), True)  # the meeting itself acts
ADDS = re.compile(r"^[”\"’\s]*(?:并|还|他|她|也|在|随后|最后)")


def find_participations(reading: Reading, meetings: list[Meeting], rules: tuple[Rule, ...]) -> list[Participation]:
    """Every role of a person or group at a main meeting, once each, in the order of the text."""
    mains = {m.key: m for m in meetings if m.main}
    if not mains:
        return []
    finder = _Finder(reading, mains, rules)
    for sentence in reading.sentences:
        finder.read(sentence)
    return finder.result()


class _Finder:
    def __init__(self, reading: Reading, mains: dict[str, Meeting], rules: tuple[Rule, ...]) -> None:
        self.reading = reading
        self.mains = mains
        self.cue = gate(rules)
        self.binding = [rule for rule in rules if "people" in rule.pattern.groupindex]
        self.naming = [rule for rule in rules if "group" in rule.pattern.groupindex]
        self.predicates = [rule for rule in rules if not rule.pattern.groupindex]
        self.current = next(iter(mains))
        told = [(e.span.start, m.key) for m in mains.values() for e in m.evidence]
        named = [(m.span.start, m.what.key) for m in reading.mentions if m.kind == "meeting" and m.what.key in mains]
        self.places = sorted(set(told + named))
        self.last: Mention | None = None  # who took a role last
        self.found: dict[tuple[str, str, Role], Participation] = {}

    def read(self, sentence: Sentence) -> None:
        """Takes the roles out of one sentence."""
        keys = self._keys(*sentence.span) if len(self.mains) > 1 else []
        if keys and sentence.zone is Zone.BODY:
            self.current = keys[0]
        mentions = self.reading.mentions_in(sentence)
        people = any(mention.kind == "person" for mention in mentions) or PRONOUN.match(sentence.text)
        if people or UNNAMED.search(sentence.text):
            if self.cue.search(sentence.text) or "：" in sentence.text[:8]:
                self._read(self.reading.tagged(sentence))
        for mention in mentions:
            if mention.kind == "person" and self.reading.text[mention.span.start - 1] in "，,。.；;：: 　\n":
                self.last = mention  # 走访中，陆某还来到…。他说，…
                break
        if keys and sentence.zone is Zone.BODY and self.mains[keys[0]].kind is not MeetingKind.INSPECTION:
            self.current = keys[-1]

    def _read(self, tagged: Tagged) -> None:
        if ELSEWHERE.match(tagged.text):
            return
        for rule in self.binding:
            for match in rule.search(tagged):
                self._give(tagged, Subject(self._marks(tagged, *match.span("people")), ()), rule, match.span())
        for rule in self.naming:
            for match in rule.search(tagged):
                group = named_group(tagged, *match.span("group"))
                self._give(tagged, Subject((), (group,)), rule, match.span())
        if asked := QA.match(tagged.text):
            self._give(tagged, Subject((asked.start(1),), ()), self._speaks(), asked.span())
        self._predicates(tagged)

    def _keys(self, start: int, stop: int) -> list[str]:
        """The main meetings named in a range of the text, in order."""
        first = bisect_left(self.places, (start, ""))
        last = bisect_left(self.places, (stop, ""))
        return list(dict.fromkeys(key for _, key in self.places[first:last]))

    def _speaks(self) -> Rule:
        return next(rule for rule in self.predicates if rule.gives["role"] == Role.SPEAKER)

    def _predicates(self, tagged: Tagged) -> None:
        matches = sorted(
            ((match.start(), match.end(), rule) for rule in self.predicates for match in rule.search(tagged)),
            key=lambda m: (m[0], m[1]),
        )
        clauses = _clauses(tagged.text)
        before = Said(NOBODY, None)
        floor = 0
        for start, stop, rule in matches:
            if PRONOUN.match(tagged.text) and floor == 0 and rule.gives["role"] == Role.SPEAKER and self.last:
                self._say_again(tagged, rule, (start, stop))
            subject = self._subject(tagged, clauses, start, floor, before, rule)
            self._give(tagged, subject, rule, (start, stop))
            before = Said(subject, Role(rule.gives["role"]))
            floor = stop

    def _say_again(self, tagged: Tagged, rule: Rule, where: tuple[int, int]) -> None:
        """他表示: who was spoken of last goes on."""
        key, person = self._meeting(tagged, where), self.last
        if person and (person.what.name != LEADER or self._leads(Role.SPEAKER)):
            self._put(key, person.what.name, True, Role.SPEAKER, (person.span, tagged.span(*where)), rule.id, None)

    def _subject(
        self, tagged: Tagged, clauses: list[tuple[int, int]], at: int, floor: int, before: Said, rule: Rule
    ) -> Subject:
        """The people and groups that a predicate at a position speaks of."""
        which = next(i for i, (start, stop) in enumerate(clauses) if start <= at <= stop)
        start = max(clauses[which][0], floor)
        subject, whole = _list(tagged, start, at)
        if subject == NOBODY:
            if floor > clauses[which][0]:
                return before.subject
            return self._carried(tagged, clauses, which, at, before, rule)
        if not whole:
            return subject
        for previous in range(which - 1, -1, -1):
            begin, end = clauses[previous]
            if begin < floor or tagged.text[end : end + 1] not in "，,":
                break
            more, pure = _list(tagged, begin, end, pure=True)
            if not pure or more == NOBODY:
                break
            subject = Subject(more.people + subject.people, more.groups + subject.groups)
        return subject

    def _carried(
        self, tagged: Tagged, clauses: list[tuple[int, int]], which: int, at: int, before: Said, rule: Rule
    ) -> Subject:
        """The subject of the clauses before, where the clause goes on with it: P出席会议，强调…"""
        opening = tagged.text[clauses[which][0] : at + 4]
        if not GOES_ON.match(opening):
            return NOBODY
        if before.subject != NOBODY:
            # P主持召开会议，传达…，要求…: the meeting conveys and demands
            by_meeting = before.role is Role.CHAIR or rule.gives["role"] == Role.REPORTER
            return MEETING if by_meeting and not ADDS.match(opening) else before.subject
        for start, stop in reversed(clauses[:which]):
            first = tagged.text.find(PERSON, start, stop)
            if first >= 0:
                head = tagged.text[start:first]
                return Subject(_walk(tagged, first, stop)[0], ()) if ADVERB_BEFORE.match(head) else NOBODY
        return NOBODY

    def _marks(self, tagged: Tagged, start: int, stop: int) -> tuple[int, ...]:
        return tuple(i for i in range(start, stop) if tagged.text[i] == PERSON)

    def _give(self, tagged: Tagged, subject: Subject, rule: Rule, where: tuple[int, int]) -> None:
        role = Role(rule.gives["role"])
        key = self._meeting(tagged, where)
        if role in ATTENDING and self._is_elsewhere(tagged, where):
            return
        if rule.gives.get("only") and self.mains[key].kind != rule.gives["only"]:
            return
        predicate = tagged.span(*where)
        delegated = [m.span() for m in DELEGATED.finditer(tagged.text)]
        for order, mark in enumerate(subject.people, 1):
            if any(start <= mark < stop for start, stop in delegated):
                continue
            person = tagged.between(mark, mark + 1)[0]
            if person.what.name == LEADER and not self._leads(role):
                continue
            self.last = person
            listed = order if len(subject.people) > 1 else None
            self._put(key, person.what.name, True, role, (person.span, predicate), rule.id, listed)
        for group in subject.groups:
            if role is not Role.EXPLAINER:
                self._put(key, group.text, False, role, (group.span, predicate), rule.id, None)

    def _is_elsewhere(self, tagged: Tagged, where: tuple[int, int]) -> bool:
        """Whether the predicate's object is a meeting that is only mentioned: 习近平总书记主持召开|中央政治局会议."""
        stop = where[1]
        while stop < len(tagged.text) and tagged.text[stop] not in "，,；;。、并":
            stop += 1
        named = [m.what.key for m in tagged.between(where[0], stop) if m.kind == "meeting"]
        return bool(named) and not any(key in self.mains for key in named)

    def _leads(self, role: Role) -> bool:
        """Whether the article is about the General Secretary's own event; else he is only quoted."""
        kind = self.mains[self.current].kind
        return role not in SPEAKING or kind in (MeetingKind.INSPECTION, MeetingKind.VISIT)

    def _meeting(self, tagged: Tagged, where: tuple[int, int]) -> str:
        """The main meeting that the predicate's clause names, else the current one."""
        if len(self.mains) == 1:
            return self.current
        start = max(tagged.text.rfind(mark, 0, where[0]) for mark in "，,；;。") + 1
        stops = [stop for mark in "，,；;。" if (stop := tagged.text.find(mark, where[1])) >= 0]
        named = self._keys(*tagged.span(start, min(stops, default=len(tagged.text))))
        return named[0] if named else self.current

    def _put(
        self, meeting: str, who: str, person: bool, role: Role, spans: tuple[Span, Span], rule: str, order: int | None
    ) -> None:
        key = (who, meeting, role)
        if key not in self.found:
            evidence = tuple(Evidence(span, rule) for span in dict.fromkeys(spans))
            self.found[key] = Participation(who, person, meeting, role, evidence, order)

    def result(self) -> list[Participation]:
        """The roles found; who leads an inspection or speaks there is no attendee of it."""
        return [p for p in self.found.values() if not self._only_leads(p)]

    def _only_leads(self, p: Participation) -> bool:
        announces = p.evidence[0].rule == ANNOUNCES
        if p.role is not Role.ATTENDEE or not (announces or self.mains[p.meeting].kind is MeetingKind.INSPECTION):
            return False
        others = (Role.SPEAKER, Role.CHAIR) if announces else (Role.SPEAKER,)
        return any((p.who, p.meeting, role) in self.found for role in others)


def _clauses(text: str) -> list[tuple[int, int]]:
    out = []
    at = 0
    for mark in DELIMITER.finditer(text):
        out.append((at, mark.start()))
        at = mark.end()
    out.append((at, len(text)))
    return out


ADVERB_BEFORE = re.compile(r"^(?:会上|会议由|随后|最后|接着|当天|当日|当晚|上午|下午|晚上|期间|其间|同时|近日|日前|昨日|今日|座谈会上|活动中|会议期间|据悉|\d+月\d+日|\d+日)?(?:上午|下午|晚上)?$")


ASIDE = re.compile(r"（[^（）]{1,10}）|\([^()]{1,10}\)")  # 5月28日，（河南）副省长刘某
COMES_FROM = re.compile(r"^(?:来自[^，。；]{2,14}的|其中)$")


def _list(tagged: Tagged, start: int, stop: int, pure: bool = False) -> tuple[Subject, bool]:
    """The list of people and groups within a clause's range, and whether it opens the clause."""
    text = tagged.text[start:stop]
    if CONVEYED.search(text):
        return NOBODY, False
    first = text.find(PERSON)
    if first < 0:
        groups = split_groups(tagged, start, stop, pure)
        return Subject((), groups), bool(groups)
    opening = _opening_groups(tagged, start, start + first)
    if opening is None:
        return NOBODY, False
    people, groups, rest = _walk(tagged, start + first, stop)
    if pure:
        return Subject(people, opening + groups), bool(LISTED.fullmatch(rest))
    if rest and not BETWEEN.match(rest):
        return NOBODY, False
    return Subject(people, opening + groups), True


def _opening_groups(tagged: Tagged, start: int, first: int) -> tuple[Group, ...] | None:
    """Groups before the first person of a clause; None where other words stand there, so that it is no list."""
    head = ASIDE.sub("", tagged.text[start:first])
    if ADVERB_BEFORE.match(head.strip("“”\"' 　")) or head in ("由", "“", "以及") or COMES_FROM.match(head):
        return ()
    trimmed = re.sub(r"(?:、|和|及|以及|与|，)$", "", head)
    if trimmed == head:
        return () if re.fullmatch(r"[^，。；]{0,6}(?:市|县|区|省|州)?(?:领导|老领导|老同志)", head) else None
    groups = split_groups(tagged, start, start + len(trimmed), True)
    if groups and head.endswith("、") and groups[-1].text.endswith("代表"):
        return groups[:-1]  # 无党派人士代表、|某学院教授江某: one person
    return groups or None


LISTED = re.compile(r"[ 　]*(?:同志|院士|教授|博士|先生|女士)?(?:等[^，。；]{0,10})?(?:以及)?")
JOINED = re.compile(r"(?:同志)?(?:、|和|与|及|以及|，|,| |　)*(?=\ue001)")
MORE = re.compile(r"(?:同志)?(?:、|和|及|以及|与)")


def _walk(tagged: Tagged, first: int, stop: int) -> tuple[tuple[int, ...], tuple[Group, ...], str]:
    """From the first person on: persons and groups in a row, and what stands behind them."""
    text = tagged.text
    people: list[int] = []
    groups: tuple[Group, ...] = ()
    at = first
    while at < stop and text[at] == PERSON:
        people.append(at)
        at += 1
        joined = JOINED.match(text, at, stop)
        if joined:
            at = joined.end()
            continue
        more = re.compile(r"(?:同志)?(?:、|和|及|以及|与)").match(text, at, stop)
        if more:
            groups = split_groups(tagged, more.end(), stop, False)
            if groups:
                end = max(group.stop for group in groups)
                return tuple(people), groups, text[end:stop]
        break
    return tuple(people), groups, text[at:stop]

