"""Who speaks, and which words are theirs.

Comes in: a reading whose people and meetings are known. Goes out: stretches of sentences with their speaker.
`方若水强调，要守住底线。各县区要排查。他指出，…` gives three stretches of 方若水; what follows `会议指出，` is the
meeting's. A speaker keeps the word over sentences and paragraphs until another takes it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhengmai.extract.task_rules import APART, Manner, TaskRules
from zhengmai.layout import Sentence, Zone
from zhengmai.model import Span
from zhengmai.reading import Reading
from zhengmai.rules import PERSON, Rule
from zhengmai.tagging import Tagged

MEETING = "会议"
LISTED = "提出要求"  # stands for 提出三点要求：, 作出如下指示：
# the subject of a clause: 方某来到现场，…，要求… · 会议听取了汇报，要求…
SUBJECT = re.compile(
    rf"(?:^|[，,；;。：:”\s])(?:[^，,；;。：:{PERSON}]{{0,14}}?{APART}"
    rf"(?P<person>{PERSON})(?!、|[^，。]{{0,8}}(?:陪同|列席|汇报|介绍))"
    rf"|[^，,；;。：:{PERSON}]{{0,12}}?(?P<meeting>会议|大会|全会)(?=还|也|听取|研究|审议|原则|传达|学习|通过|讨论|通报|分析|总结|部署))"
)
# 市长方某主持召开市政府常务会议，要求…: the meeting demands; 主持会议并强调: the chair does
CONVENES = re.compile(r"[^，,；;]{0,30}主持(?:召开)?[^，,；;]*[会\ue002]")
OUTSIDERS = re.compile(
    r"(?:负责人|企业家|记者|居民|村民|市民|群众|专家|学者|人士|人员|报告|通知|意见|方案|公告|文章|社论|文件|规定|决定|网友|嘉宾|客商|家长|代表团|代表|双方|们|\ue003|》)$"
)
BODY = re.compile(r"(?:委|府|组|部|局|厅|处|院|办|会|中心|队|团|协|联|关)$")
NAME = re.compile(r"(?:书记|长|主席|主任|委员|常委)([一-鿿]{2,3})(?:同志)?$")
# 总书记亲切询问近况，勉励大家…
REFERS = re.compile(r"(?:^|[，,；;。“”\s])(?:他|她|总书记)(?!们|人)")
SIGN = re.compile("[，；,;。]")
INNER = re.compile(r"[”！）)\s]")
ASIDE = re.compile(r"(?:(?:同时|此外|另外|最后|随后|其间|期间|会上|走访中|检查中|调研中)[，,]?)?")
QUOTED = re.compile(r"总书记$")  # 习近平总书记指出, within somebody else's speech
BACK = 6  # sentences to look back for the one whom 他 means


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, and the words that bring the speech."""

    speaker: str | None  # a name, or 会议; None: somebody whose words are no demands
    manner: Manner
    verb: str
    rule: str
    span: Span  # of the words that bring the speech


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one voice says within one sentence."""

    sentence: Sentence
    index: int  # of the sentence in the body
    tagged: Tagged
    begin: int  # in tagged.text, where the words that bring the speech begin
    start: int  # where the speech does
    stop: int
    voice: Voice
    opens: bool  # the voice is brought in right before; else it carries over
    whole: bool  # nothing else stands in the sentence

    @property
    def text(self) -> str:
        return self.tagged.text[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Words that bring speech: `方若水在调研时强调，`."""

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
        """What is said follows at once: 叮嘱值守人员…"""
        return self.match[0][-1] not in "，,：:“"


def _frame(rule: Rule, match: re.Match[str]) -> _Frame:
    kind = match.lastgroup or ""  # the verb ends the pattern
    if kind == "listed":
        return _Frame(rule, match, Manner.DEMAND, LISTED)
    if kind == "turn":
        return _Frame(rule, match, Manner.SAY, "")  # 方某：…
    return _Frame(rule, match, Manner(kind), match[kind])


def stretches(reading: Reading, rules: TaskRules) -> Iterator[Stretch]:
    """The stretches of speech of the body, in order."""
    voice: Voice | None = None
    found = rules.spotter.find_matches_as_indexes(reading.text)
    if rules.mild.issuperset([which for which, _, _ in found]) and not rules.modal.search(reading.text):
        return
    spotted = deque([start for _, start, _ in found])
    sentences = [s for s in reading.sentences if s.zone is Zone.BODY]
    for index, sentence in enumerate(sentences):
        speaks = _passes(spotted, sentence.span) or "：" in sentence.text[:12]
        if not speaks and (voice is None or voice.speaker is None):
            continue
        tagged = reading.tagged(sentence)
        frames = _frames(tagged, rules) if speaks else []
        first = frames[0].start if frames else len(tagged.text)
        if voice and voice.speaker and first:
            yield Stretch(sentence, index, tagged, 0, 0, first, voice, False, not frames)
        for number, frame in enumerate(frames):
            spoken = _voice(frame, voice, _Place(reading, sentences, index, tagged), rules)
            if spoken.speaker:
                stop = frames[number + 1].start if number + 1 < len(frames) else len(tagged.text)
                yield Stretch(sentence, index, tagged, frame.start, frame.stop, stop, spoken, True, False)
            if voice is None or not QUOTED.search(reading.text, *_words(frame, tagged)):
                voice = spoken


def _passes(spotted: deque[int], span: Span) -> bool:
    """Whether one of the spotted verbs stands in a span; drops those up to its end."""
    found = False
    while spotted and spotted[0] < span.stop:
        found = spotted.popleft() >= span.start or found
    return found


@dataclass(frozen=True, slots=True)
class _Subject:
    """A person or 会议 as the subject of a clause."""

    name: str
    stop: int  # where it ends in the tagged sentence
    at: int  # where it stands in the article


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence and what stands before it."""

    reading: Reading
    sentences: Sequence[Sentence]
    index: int
    tagged: Tagged

    def subject(self, before: int) -> _Subject | None:
        """The last subject of the sentence before a position."""
        return next(reversed(_subjects(self.tagged, before)), None)

    def person(self) -> _Subject | None:
        """Whom 他 means at the beginning of this sentence."""
        for sentence in reversed(self.sentences[max(0, self.index - BACK) : self.index]):
            tagged = self.reading.tagged(sentence)
            if PERSON not in tagged.text:
                continue
            people = [s for s in _subjects(tagged, len(tagged.text)) if s.name != MEETING]
            if people:
                return people[-1]
        return None


def _frames(tagged: Tagged, rules: TaskRules) -> list[_Frame]:
    """Where somebody begins to speak in a sentence; the first rule that finds it in a clause has it."""
    text = tagged.text
    able = [rule for rule in rules.frames if _may_match(rule, text)]
    out: list[_Frame] = []
    for start, stop in _clauses(text, rules):
        for rule in able:
            found = [_frame(rule, match) for match in _matches(rule, text, start, stop)]
            for frame in found:
                before = next((f for f in reversed(out) if f.manner is not Manner.SILENT), None)
                if (not out or frame.start >= out[-1].stop) and _speaks(frame, tagged, before, rules):
                    out.append(frame)
            if found and rule.id != "speech.turn":
                break
            start = found[-1].stop if found else start  # 方某：希望…
    return out


def _may_match(rule: Rule, text: str) -> bool:
    for cue in rule.cues:  # a loop: this runs for every sentence that holds a verb
        if cue in text:
            return True
    return not rule.cues


def _matches(rule: Rule, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches of a rule in a clause: persons anywhere, other subjects at its head, behind a quotation or bracket."""
    if rule.id == "speech.person":
        if text.find(PERSON, start, stop) >= 0:
            yield from rule.pattern.finditer(text, start, stop)
    elif match := rule.pattern.match(text, start, stop):
        yield match
    elif INNER.search(text, start, stop):
        yield from rule.pattern.finditer(text, start, stop)


def _clauses(text: str, rules: TaskRules) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence that hold a verb of speech, with the sign behind and what follows it."""
    done = -1
    for _, verb, _ in rules.spotter.find_matches_as_indexes(text):
        if verb > done:
            start = max(text.rfind(sign, 0, verb) for sign in "，；,;") + 1
            sign = SIGN.search(text, verb)
            done = sign.start() if sign else len(text)
            yield start, min(done + 4, len(text))
    if done < 0 and "：" in text[:12]:
        yield 0, len(text)


def _speaks(frame: _Frame, tagged: Tagged, before: _Frame | None, rules: TaskRules) -> bool:
    """Whether somebody speaks there: 要求, 鼓励… without a subject may be a thing demanded, or a noun."""
    if frame.rule.id == "speech.other":
        return _heard(frame.match["other"], rules)
    if frame.rule.id in ("speech.person", "speech.meeting") and before:
        return tagged.text[frame.start - 1] in "；;。”"  # 他指出，…，方某多次强调“…”: told within the speech
    if frame.rule.id != "speech.carried":
        return True
    if frame.manner is Manner.SILENT:
        return tagged.text.startswith(frame.verb, frame.start)
    if frame.verb == "希望" or frame.match["also"]:
        return True
    if ASIDE.fullmatch(tagged.text, 0, frame.start):
        return frame.verb not in rules.needs_subject
    if before:  # 叮嘱值守人员守住堤防，要求各村…
        return before.manner is Manner.ADDRESS and before.direct and frame.verb in ("要求", "叮嘱", "嘱咐")
    return bool(_subjects(tagged, frame.start)) or REFERS.search(tagged.text, 0, frame.start) is not None


def _voice(frame: _Frame, voice: Voice | None, place: _Place, rules: TaskRules) -> Voice:
    speaker: str | None
    if frame.manner is Manner.SILENT:
        speaker = None
    elif frame.rule.id in ("speech.person", "speech.turn"):
        speaker = _name(place.tagged, frame.match.start("person"))
    elif frame.rule.id == "speech.pronoun":
        subject = place.subject(frame.start) or place.person()
        speaker = subject.name if subject else None
    elif frame.rule.id in ("speech.meeting", "speech.all"):
        speaker = MEETING
    elif frame.rule.id in ("speech.carried", "speech.listed"):
        speaker = _carried(frame, voice, place)
    else:
        speaker = _other(frame.match["other"], frame.manner, rules)
    span = place.tagged.span(frame.start, frame.stop)
    return Voice(speaker, frame.manner, frame.verb, frame.rule.id, span)


def _carried(frame: _Frame, voice: Voice | None, place: _Place) -> str | None:
    subject = place.subject(frame.start)
    if subject is None:  # the speaker, or who has come up since: 方某与官兵交谈。希望大家…
        person = place.person()
        newer = person is not None and (voice is None or person.at > voice.span.stop)
        return person.name if person and newer else voice.speaker if voice else None
    if frame.verb == "要求" and not frame.match["also"] and CONVENES.match(place.tagged.text, subject.stop):
        return MEETING
    return subject.name


def _subjects(tagged: Tagged, before: int) -> list[_Subject]:
    """The subjects of the clauses of a sentence up to a position."""
    return [
        _Subject(_name(tagged, m.start("person")) if m["person"] else MEETING, m.end(), tagged.position(m.start()))
        for m in SUBJECT.finditer(tagged.text, 0, before)
    ]


def _words(frame: _Frame, tagged: Tagged) -> tuple[int, int]:
    """Where in the text the speaker is named."""
    if frame.rule.id != "speech.person":
        return 0, 0
    at = frame.match.start("person")
    return tagged.span(at, at + 1)


def _name(tagged: Tagged, at: int) -> str:
    name: str = tagged.between(at, at + 1)[0].what.name
    return name


def _heard(subject: str, rules: TaskRules) -> bool:
    if rules.verbal.match(subject):
        return False
    name = NAME.search(subject)
    return bool(OUTSIDERS.search(subject) or BODY.search(subject) or (name and name[1][0] in rules.surnames))


def _other(subject: str, manner: Manner, rules: TaskRules) -> str | None:
    """A body that demands speaks as the meeting; a person whom nobody tagged by name; others are not heard."""
    if OUTSIDERS.search(subject):
        return None
    name = NAME.search(subject)
    if name and name[1][0] in rules.surnames:
        return name[1]
    return MEETING if manner in (Manner.DEMAND, Manner.ADDRESS) else None
