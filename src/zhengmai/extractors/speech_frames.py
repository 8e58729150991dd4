"""Where somebody begins to speak in a sentence.

Comes in: a tagged sentence, `⟨方若水⟩在调研时强调，要守住底线，并叮嘱值守人员，…`. Goes out: the frames that bring
speech, here `⟨方若水⟩在调研时强调，` and `并叮嘱`, each with its manner. What only looks like one,
`落实会议要求，`, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhengmai.extractors.task_rules import APART, Manner, TaskRules
from zhengmai.rules import PERSON, Rule
from zhengmai.tagging import Tagged

MEETING = "会议"
LISTED = "提出要求"  # stands for 提出三点要求：, 作出如下指示：
# the subject of a clause: 方某来到现场，…，要求… · 会议听取了汇报，要求…
# in 在维稳⟨戍边⟩大局中找准定位 the person is no subject
SUBJECT = re.compile(
    rf"(?:^|[，,；;。：:”\s])(?:(?![在对为把将以][^，,]{{0,13}}(?<![时中上后里下间日]){PERSON})[^，,；;。：:{PERSON}]{{0,14}}?{APART}"
    rf"(?P<person>{PERSON})(?!、|[^，。]{{0,8}}(?:陪同|列席|汇报|介绍))"
    rf"|[^，,；;。：:{PERSON}]{{0,12}}?(?P<meeting>会议|大会|全会)"
    r"(?=还|也|全面|深入|认真|贯彻|落实|回顾|以|听取|研究|审议|原则|传达|学习|通过|讨论|通报|分析|总结|部署))"
)
# 总书记亲切询问近况，勉励大家…
REFERS = re.compile(r"(?:^|[，,；;。“”\s])(?:他|她|总书记)(?!们|人)")
# a name that the people finder did not know: 市委书记方若水
NAME = re.compile(r"(?:书记|长|主席|主任|委员|常委)([一-鿿]{2,3})(?:同志)?$")
SIGN = re.compile("[，；,;。]")
INNER = re.compile(r"[”！）)\s]")
ASIDE = re.compile(r"(?:(?:同时|此外|另外|最后|随后|其间|期间|会上|走访中|检查中|调研中)[，,]?)?")
SIGHT = 600  # characters back to look for a subject in a sentence without end
TURN = 20  # 方若水：…, 市长方若水：… has its colon within so many characters


class Frame(NamedTuple):
    """Words that bring speech: `方若水在调研时强调，`. It ends where the speech begins."""

    rule: Rule
    match: re.Match[str]
    manner: Manner
    verb: str

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def stop(self) -> int:
        return self.match.end()

    @property
    def direct(self) -> bool:
        """The speech follows the verb at once: 叮嘱值守人员…"""
        return self.match[0][-1] not in "，,：:“"


class Subject(NamedTuple):
    """A person or 会议 as the subject of a clause."""

    name: str
    stop: int  # where it ends in the tagged sentence
    at: int  # where it stands in the article
    led: bool = False  # 习近平总书记在考察时…: told within somebody else's speech, where one is under way


def find_frames(tagged: Tagged, rules: TaskRules) -> list[Frame]:
    """Where somebody begins to speak in a sentence, in order; the first rule that reads a clause has it."""
    text = tagged.text
    able = [rule for rule in rules.frames if _may_match(rule, text)]
    out: list[Frame] = []
    for start, stop in _clauses(text, rules):
        inner = INNER.search(text, start, stop) is not None
        for rule in able:
            found = [_frame(rule, match) for match in _matches(rule, text, start, stop, inner)]
            for frame in found:
                before = next((f for f in reversed(out) if f.manner is not Manner.SILENT), None)
                if (not out or frame.start >= out[-1].stop) and _speaks(frame, tagged, before, rules):
                    out.append(frame)
            if found and rule.id != "speech.turn":
                break
            start = found[-1].stop if found else start  # 方若水：希望…
    return out


def subjects(tagged: Tagged, before: int) -> list[Subject]:
    """The subjects of the clauses of a sentence up to a position."""
    found = SUBJECT.finditer(tagged.text, max(0, before - SIGHT), before)
    return [_subject(tagged, match) for match in found]


def _subject(tagged: Tagged, match: re.Match[str]) -> Subject:
    at = tagged.position(match.start())
    if not match["person"]:
        return Subject(MEETING, match.end(), at)
    person = match.start("person")
    return Subject(name_at(tagged, person), match.end(), at, leads(tagged, person))


def name_at(tagged: Tagged, at: int) -> str:
    """The name of the person whose mark stands there."""
    name: str = tagged.between(at, at + 1)[0].what.name
    return name


def leads(tagged: Tagged, at: int) -> bool:
    """Whether the person whose mark stands there is the leader, whom others quote."""
    return any(title.endswith("总书记") for title in tagged.between(at, at + 1)[0].what.titles)


def untagged_name(subject: str, rules: TaskRules) -> str | None:
    """The name of somebody whom nobody tagged, where a title and a common surname show it."""
    found = NAME.search(subject)
    return found[1] if found and found[1][0] in rules.surnames else None


def _may_match(rule: Rule, text: str) -> bool:
    for cue in rule.cues:  # a loop: this runs for every sentence that holds a verb
        if cue in text:
            return True
    return not rule.cues


def _clauses(text: str, rules: TaskRules) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence that hold a verb of speech, with the sign behind and what follows it."""
    done = -1
    for _, verb, _ in rules.spotter.find_matches_as_indexes(text):
        if verb > done:
            low = max(done, 0)
            start = 1 + max(
                text.rfind("，", low, verb),
                text.rfind("；", low, verb),
                text.rfind(",", low, verb),
                text.rfind(";", low, verb),
            )
            sign = SIGN.search(text, verb)
            done = sign.start() if sign else len(text)
            yield start, min(done + 4, len(text))
    if done < 0 and "：" in text[:TURN]:
        yield 0, len(text)


def _matches(rule: Rule, text: str, start: int, stop: int, inner: bool) -> Iterator[re.Match[str]]:
    """The matches of a rule in a clause: persons anywhere, others at its head or behind an inner quotation."""
    if rule.id == "speech.person":
        if text.find(PERSON, start, stop) >= 0:
            yield from rule.pattern.finditer(text, start, stop)
    elif match := rule.pattern.match(text, start, stop):
        yield match
    elif inner:
        yield from rule.pattern.finditer(text, start, stop)


def _frame(rule: Rule, match: re.Match[str]) -> Frame:
    kind = match.lastgroup or ""  # the verb ends the pattern
    if kind == "listed":
        return Frame(rule, match, Manner.DEMAND, LISTED)
    if kind == "turn":
        return Frame(rule, match, Manner.SAY, "")
    return Frame(rule, match, Manner(kind), match[kind])


def _speaks(frame: Frame, tagged: Tagged, before: Frame | None, rules: TaskRules) -> bool:
    """Whether somebody speaks there. `before`: who spoke before in the sentence."""
    if frame.rule.id == "speech.other":
        return _is_heard(frame.match["other"], rules)
    if frame.rule.id in ("speech.person", "speech.meeting") and before:
        return tagged.text[frame.start - 1] in "；;。”"  # 他指出，…，方若水多次强调“…”: told within the speech
    if frame.rule.id == "speech.carried":
        return _is_carried(frame, tagged, before, rules)
    return True


def _is_carried(frame: Frame, tagged: Tagged, before: Frame | None, rules: TaskRules) -> bool:
    """Whether 要求, 鼓励… without a subject is said by the speaker; else it is itself a thing demanded."""
    if frame.manner is Manner.SILENT:
        return tagged.text.startswith(frame.verb, frame.start)
    if frame.verb == "希望" or frame.match["also"]:
        return True
    if ASIDE.fullmatch(tagged.text, 0, frame.start):
        return frame.verb not in rules.needs_subject
    if before:  # 叮嘱值守人员守住堤防，要求各村…
        return before.manner is Manner.ADDRESS and before.direct and frame.verb in ("要求", "叮嘱", "嘱咐")
    return bool(subjects(tagged, frame.start)) or _refers(tagged, frame.start)


def _refers(tagged: Tagged, before: int) -> bool:
    return REFERS.search(tagged.text, max(0, before - SIGHT), before) is not None


def _is_heard(subject: str, rules: TaskRules) -> bool:
    """Whether words that no other rule knows are somebody who speaks: 市总工会, 企业负责人; not 严格落实整改."""
    if rules.verbal.match(subject):
        return False
    known = subject.endswith(rules.outsiders) or subject.endswith(rules.bodies)
    return known or untagged_name(subject, rules) is not None
