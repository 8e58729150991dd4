"""Who took part in the meeting, and how.

Comes in: tagged sentences with people and meetings, `⟨P⟩，⟨P⟩、⟨P⟩出席会议，⟨P⟩及县法院主要负责同志列席会议`. Goes
out: a role for each person and each group in the article's own words. A rule finds the predicate (`列席`), `subjects`
whom it speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from zhengmai.extractors.groups import groups_at
from zhengmai.extractors.subjects import NOBODY, Said, Subject, SubjectFinder, SubjectWords, load_subject_words
from zhengmai.extractors.titled import LEADER
from zhengmai.layout import Sentence, Zone
from zhengmai.lexicon import either, read_uses
from zhengmai.model import Evidence, Meeting, MeetingKind, Participation, Role, Span
from zhengmai.reading import Reading
from zhengmai.rules import PERSON, Rule, gate, load_rules
from zhengmai.tagging import Mention, Tagged

DELEGATED = re.compile(rf"受{PERSON}(?:同志)?(?:的)?委托")
PRONOUN = re.compile(r"^[他她](?!们|的)[^，。；]{0,8}(?:表示|强调|指出|要求|说|希望|叮嘱|认为)")
ASKED = re.compile(rf"[◆●■▲○★·\s　]*({PERSON})[：:]")  # 韩砚秋：…, in an interview
CALLED = re.compile(r"[一-鿿]{1,4}?会(?:议)?(?=$|并)")
ANNOUNCES = "participation.attendee.announces"
NAME_AND_COLON = 8  # characters
ATTENDING = frozenset({Role.CHAIR, Role.ATTENDEE, Role.OBSERVER})
OPENS_CLAUSE = frozenset("，,。.；;：: 　\n")
SPEAKING = frozenset({Role.SPEAKER, Role.REPORTER})
USES = ("unnamed", "elsewhere", "opens", "leads", "between", "adverb", "goes-on", "adds")


@dataclass(frozen=True, slots=True)
class ParticipationRules:
    """What `find_participations` needs."""

    binding: tuple[Rule, ...]  # rules that bind people themselves: 由⟨P⟩主持
    naming: tuple[Rule, ...]  # rules that bind a group
    predicates: tuple[Rule, ...]  # rules of predicates, whose subject is looked for
    cue: re.Pattern[str]  # without one of its words a sentence gives nobody a role
    unnamed: re.Pattern[str]  # nor, where it names nobody, without one of these
    elsewhere: re.Pattern[str]  # how a sentence begins that does not tell of the meeting
    subjects: SubjectWords


def load_participation_rules() -> ParticipationRules:
    """The packaged rules of participation and the words around them. Raises RuleError or LexiconError."""
    rules = load_rules("participation")
    words = read_uses("participation_words", ("word", "where"), USES)
    return ParticipationRules(
        binding=tuple(rule for rule in rules if "people" in rule.pattern.groupindex),
        naming=tuple(rule for rule in rules if "group" in rule.pattern.groupindex),
        predicates=tuple(rule for rule in rules if not rule.pattern.groupindex),
        cue=gate(rules),
        unnamed=re.compile(either(words["unnamed"])),
        elsewhere=re.compile(either(words["elsewhere"])),
        subjects=load_subject_words(words),
    )


def find_participations(reading: Reading, meetings: list[Meeting], rules: ParticipationRules) -> list[Participation]:
    """Every role of a person or group at a main meeting, once each, in the order of the text.

    `韩砚秋主持会议，市直各部门负责人列席` gives 韩砚秋 as chair and 市直各部门负责人 as observer.
    """
    mains = {m.key: m for m in meetings if m.main}
    if not mains:
        return []
    finder = _Finder(reading, mains, rules)
    for sentence in reading.sentences:
        finder.read(sentence)
    return finder.result()


class _Finder:
    def __init__(self, reading: Reading, mains: dict[str, Meeting], rules: ParticipationRules) -> None:
        self.reading = reading
        self.mains = mains
        self.rules = rules
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
        asked = "：" in sentence.text[:NAME_AND_COLON]
        telling = people or self.rules.unnamed.search(sentence.text)
        if telling and (asked or self.rules.cue.search(sentence.text)):
            self._read(self.reading.tagged(sentence))
        for mention in mentions:
            if mention.kind == "person" and self.reading.text[mention.span.start - 1] in OPENS_CLAUSE:
                self.last = mention  # 走访中，陆某还来到…。他说，…
                break
        if keys and sentence.zone is Zone.BODY and self.mains[keys[0]].kind is not MeetingKind.INSPECTION:
            self.current = keys[-1]

    def _read(self, tagged: Tagged) -> None:
        if self.rules.elsewhere.match(tagged.text):
            return
        for rule in self.rules.binding:
            for match in rule.search(tagged):
                start, stop = match.span("people")
                people = tuple(i for i in range(start, stop) if tagged.text[i] == PERSON)
                self._give(tagged, Subject(people, ()), rule, match.span())
        for rule in self.rules.naming:
            for match in rule.search(tagged):
                self._give(tagged, Subject((), groups_at(tagged, *match.span("group"))), rule, match.span())
        if asked := ASKED.match(tagged.text):
            speaks = next(rule for rule in self.rules.predicates if rule.gives["role"] == Role.SPEAKER)
            self._give(tagged, Subject((asked.start(1),), ()), speaks, asked.span())
        self._predicates(tagged)

    def _keys(self, start: int, stop: int) -> list[str]:
        """The main meetings named in a range of the text, in order."""
        first = bisect_left(self.places, (start, ""))
        last = bisect_left(self.places, (stop, ""))
        return list(dict.fromkeys(key for _, key in self.places[first:last]))

    def _predicates(self, tagged: Tagged) -> None:
        matches = sorted(
            ((*match.span(), rule) for rule in self.rules.predicates for match in rule.search(tagged)),
            key=lambda m: m[:2],
        )
        if not matches:
            return
        finder = SubjectFinder(tagged, self.rules.subjects)
        before = Said(NOBODY, None)
        floor = 0
        for start, stop, rule in matches:
            role = Role(rule.gives["role"])
            if floor == 0 and role is Role.SPEAKER and PRONOUN.match(tagged.text):
                self._say_again(tagged, rule, (start, stop))
            subject = finder.subject(start, floor, before, role)
            self._give(tagged, subject, rule, (start, stop))
            before = Said(subject, role)
            floor = stop

    def _say_again(self, tagged: Tagged, rule: Rule, where: tuple[int, int]) -> None:
        """他表示: who was spoken of last goes on."""
        key, person = self._meetings(tagged, where)[0], self.last
        if person and (person.what.name != LEADER or self._leads(Role.SPEAKER)):
            self._put(key, person.what.name, True, Role.SPEAKER, (person.span, tagged.span(*where)), rule.id, None)

    def _give(self, tagged: Tagged, subject: Subject, rule: Rule, where: tuple[int, int]) -> None:
        role = Role(rule.gives["role"])
        keys = self._meetings(tagged, where)
        key = keys[0]
        if role is Role.CHAIR and subject.people:
            for other in keys[1:]:  # 先后主持召开甲会议、乙会议
                for mark in subject.people:
                    person = tagged.between(mark, mark + 1)[0]
                    self._put(other, person.what.name, True, role, (person.span, tagged.span(*where)), rule.id, None)
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

    def _meetings(self, tagged: Tagged, where: tuple[int, int]) -> list[str]:
        """The main meetings that the predicate's clause names, else the current one."""
        if len(self.mains) == 1:
            return [self.current]
        start = max(tagged.text.rfind(mark, 0, where[0]) for mark in "，,；;。") + 1
        stops = [stop for mark in "，,；;。" if (stop := tagged.text.find(mark, where[1])) >= 0]
        stop = min(stops, default=len(tagged.text))
        return self._keys(*tagged.span(start, stop)) or self._called(tagged.text[where[1] : stop]) or [self.current]

    def _called(self, words: str) -> list[str]:
        """The only main meeting whose name ends as the predicate's object does: 陪同调研并参加|座谈会."""
        said = CALLED.match(words)
        keys = [key for key, m in self.mains.items() if said and any(name.endswith(said[0]) for name in m.names)]
        return keys if len(keys) == 1 else []

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
        announces = p.evidence[0].rule == ANNOUNCES  # 王某讲话并宣布开幕: the speaker only
        if p.role is not Role.ATTENDEE or not (announces or self.mains[p.meeting].kind is MeetingKind.INSPECTION):
            return False
        others = (Role.SPEAKER, Role.CHAIR) if announces else (Role.SPEAKER,)
        return any((p.who, p.meeting, role) in self.found for role in others)
