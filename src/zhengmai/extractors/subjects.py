"""Whom a predicate speaks of: the people and groups before it.

Comes in: a tagged sentence and where a predicate begins, as 列席 in `⟨P⟩、⟨P⟩及县法院主要负责同志列席会议`. Goes
out: its `Subject`, the list that runs up to it, over several clauses where they are parts of one list; else the
subject of the clause before, where the clause goes on with it (`⟨P⟩出席会议，并讲话`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhengmai.extractors.groups import Group, GroupWords, load_group_words, split_groups
from zhengmai.lexicon import either
from zhengmai.model import Role
from zhengmai.rules import PERSON
from zhengmai.tagging import Tagged

DELIMITER = re.compile(f"[，,；;。：:！!？?\n]|[ 　](?=[{PERSON}])")
CONVEYED = re.compile(rf"(?:传达|学习|贯彻|落实|按照|根据|领会)[^，。；]{{0,30}}{PERSON}[^，。；]{{0,16}}$")
ASIDE = re.compile(r"（[^（）]{1,10}）|\([^()]{1,10}\)")  # 5月28日，（河南）副省长刘某
COMES_FROM = re.compile(r"^(?:来自[^，。；]{2,14}的|其中)$")
AND_AT_END = re.compile(r"(?:、|和|及|以及|与|，)$")
LEADERS = re.compile(r"[^，。；]{0,6}[市县区省州]?(?:领导|老领导|老同志)")  # 市领导韩某、栾某
LISTED = re.compile(r"[ 　]*(?:同志|院士|教授|博士|先生|女士)?(?:等[^，。；]{0,10})?(?:以及)?")
JOINED = re.compile(f"(?:同志)?(?:、|和|与|及|以及|，|,| |　)*(?={PERSON})")
MORE = re.compile(r"(?:同志)?(?:、|和|及|以及|与)")
BEFORE_PREDICATE = ("由", "“", "以及")
AHEAD = 4  # characters of a predicate that tell whether its clause goes on with the subject before
LONGEST_TAIL = 48  # characters between the last name and the predicate


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


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """The words around those who take part, as patterns."""

    opens: re.Pattern[str]  # all that stands before the first name of a clause: 会上, 1月5日上午
    between: re.Pattern[str]  # all that stands between the last name and the predicate: 一行深入企业
    goes_on: re.Pattern[str]  # a clause that has the subject of the clause before
    adds: re.Pattern[str]  # such a clause about a person, not the meeting
    groups: GroupWords


def load_subject_words(words: dict[str, tuple[str, ...]]) -> SubjectWords:
    """The patterns of the words of participation_words.tsv, by where they stand. Raises LexiconError."""
    part = {where: either(own) for where, own in words.items()}
    opens = rf"(?:{part['opens']}|\d+月\d+日|\d+日)?(?:上午|下午|晚上)?$"
    quoted = '[”"’\\s]*'
    return SubjectWords(
        opens=re.compile(opens),
        between=re.compile(rf"(?:(?:{part['between']}|\d).{{0,{LONGEST_TAIL}}})?$"),
        goes_on=re.compile(quoted + part["goes-on"]),
        adds=re.compile(quoted + part["adds"]),
        groups=load_group_words(words["leads"], words["adverb"]),
    )


class SubjectFinder:
    """Finds the subjects of one sentence's predicates."""

    def __init__(self, tagged: Tagged, words: SubjectWords) -> None:
        self.tagged = tagged
        self.words = words
        self.clauses = list(_clauses(tagged.text))

    def subject(self, at: int, floor: int, before: Said, role: Role) -> Subject:
        """The people and groups that a predicate at a position speaks of.

        `floor`: where the predicate before ends; `before`: that predicate; `role`: what this one gives.
        """
        which = next(i for i, (start, stop) in enumerate(self.clauses) if start <= at <= stop)
        begin = self.clauses[which][0]
        subject, whole = self._list(max(begin, floor), at)
        if subject == NOBODY:
            return before.subject if floor > begin else self._carried(which, at, before, role)
        return self._with_clauses_before(subject, which, floor) if whole else subject

    def _with_clauses_before(self, subject: Subject, which: int, floor: int) -> Subject:
        """A list over several clauses: 市委委员，候补委员|出席会议."""
        for begin, end in reversed(self.clauses[:which]):
            if begin < floor or self.tagged.text[end : end + 1] not in "，,":
                break
            more, pure = self._list(begin, end, pure=True)
            if not pure or more == NOBODY:
                break
            subject = Subject(more.people + subject.people, more.groups + subject.groups)
        return subject

    def _carried(self, which: int, at: int, before: Said, role: Role) -> Subject:
        """The subject of the clauses before, where the clause goes on with it: P出席会议，强调…"""
        text = self.tagged.text
        opening = text[self.clauses[which][0] : at + AHEAD]
        if not self.words.goes_on.match(opening):
            return NOBODY
        if before.subject != NOBODY:
            # P主持召开会议，传达…，要求…: the meeting conveys and demands
            by_meeting = before.role is Role.CHAIR or role is Role.REPORTER
            return MEETING if by_meeting and not self.words.adds.match(opening) else before.subject
        for start, stop in reversed(self.clauses[:which]):
            first = text.find(PERSON, start, stop)
            if first >= 0:
                opens = self.words.opens.match(text[start:first])
                return Subject(self._walk(first, stop)[0], ()) if opens else NOBODY
        return NOBODY

    def _list(self, start: int, stop: int, pure: bool = False) -> tuple[Subject, bool]:
        """The list of people and groups within a clause's range, and whether it opens the clause."""
        text = self.tagged.text[start:stop]
        first = text.find(PERSON)
        if CONVEYED.search(text) and not CONVEYED.search(text, first):  # ⟨P⟩围绕学习⟨P⟩讲话精神发言: the first speaks
            return NOBODY, False
        if first < 0:
            groups = split_groups(self.tagged, start, stop, pure, self.words.groups)
            return Subject((), groups), bool(groups)
        opening = self._opening_groups(start, start + first)
        if opening is None:
            return NOBODY, False
        people, groups, rest = self._walk(start + first, stop)
        if pure:
            return Subject(people, opening + groups), bool(LISTED.fullmatch(rest))
        if rest and not self.words.between.match(rest):
            return NOBODY, False
        return Subject(people, opening + groups), True

    def _opening_groups(self, start: int, first: int) -> tuple[Group, ...] | None:
        """Groups before the first person of a clause; None where other words stand there, so that it is no list."""
        head = ASIDE.sub("", self.tagged.text[start:first])
        opens = self.words.opens.match(head.strip("“”\"' 　"))
        if opens or head in BEFORE_PREDICATE or COMES_FROM.match(head):
            return ()
        trimmed = AND_AT_END.sub("", head)
        if trimmed == head:
            return () if LEADERS.fullmatch(head) else None
        groups = split_groups(self.tagged, start, start + len(trimmed), True, self.words.groups)
        if groups and head.endswith("、") and groups[-1].text.endswith("代表"):
            return groups[:-1]  # 无党派人士代表、|某学院教授江某: one person
        return groups or None

    def _walk(self, first: int, stop: int) -> tuple[tuple[int, ...], tuple[Group, ...], str]:
        """From the first person on: persons and groups in a row, and what stands behind them."""
        text = self.tagged.text
        people: list[int] = []
        at = first
        while at < stop and text[at] == PERSON:
            people.append(at)
            at += 1
            if joined := JOINED.match(text, at, stop):
                at = joined.end()
            elif more := MORE.match(text, at, stop):
                groups = split_groups(self.tagged, more.end(), stop, False, self.words.groups)
                if groups:
                    return tuple(people), groups, text[max(group.stop for group in groups) : stop]
        return tuple(people), (), text[at:stop]


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in DELIMITER.finditer(text):
        yield at, mark.start()
        at = mark.end()
    yield at, len(text)
