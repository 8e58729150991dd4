"""Who speaks, and which words are theirs.

Comes in: a reading whose people and meetings are known. Goes out: stretches of sentences with their speaker.
`方若水强调，要守住底线。各县区要排查。他指出，…` gives three stretches of 方若水; what follows `会议指出，` is the
meeting's. A speaker keeps the word over sentences and paragraphs until another takes it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhengmai.extractors.speech_frames import (
    MEETING,
    TURN,
    Frame,
    Subject,
    find_frames,
    leads,
    name_at,
    subjects,
    untagged_name,
)
from zhengmai.extractors.task_rules import Manner, TaskRules
from zhengmai.layout import Sentence, Zone
from zhengmai.model import Span
from zhengmai.reading import Reading
from zhengmai.rules import PERSON
from zhengmai.tagging import Tagged

# 市长方若水主持召开市政府常务会议，要求…: the meeting demands; 主持会议并强调: the chair does
CONVENES = re.compile(r"[^，,；;]{0,30}主持召开[^，,；;]*[会\ue002]")
WROTE = re.compile(rf"{PERSON}[^，,；;。{PERSON}]{{0,30}}?(?:批示|来信|贺信|回信|致信)")
BACK = 6  # sentences to look back for the one whom 他 means


class Voice(NamedTuple):
    """A speaker, and the words that bring the speech."""

    speaker: str | None  # a name, or 会议; None: somebody whose words are no demands
    manner: Manner
    verb: str
    rule: str
    span: Span  # of the words that bring the speech


class Stretch(NamedTuple):  # a tuple: there is one for nearly every sentence
    """What one voice says within one sentence."""

    sentence: Sentence
    order: int  # of the sentence in the body
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


class _Place(NamedTuple):
    """A sentence and what stands before it."""

    reading: Reading
    sentences: Sequence[Sentence]
    order: int  # of the sentence
    tagged: Tagged

    def subject(self, before: int) -> Subject | None:
        """The last subject of the sentence before a position."""
        return next(reversed(subjects(self.tagged, before)), None)

    def person(self) -> Subject | None:
        """Whom 他 means at the beginning of this sentence."""
        for sentence in reversed(self.sentences[max(0, self.order - BACK) : self.order]):
            tagged = self.reading.tagged(sentence)
            if PERSON not in tagged.text:
                continue
            people = [s for s in subjects(tagged, len(tagged.text)) if s.name != MEETING]
            if people:
                return people[-1]
        return None

    def writer(self) -> str | None:
        """Who wrote what 批示要求 cites: 方若水作出批示, in the sentences before."""
        for sentence in reversed(self.sentences[max(0, self.order - BACK) : self.order + 1]):
            tagged = self.reading.tagged(sentence)
            wrote = WROTE.search(tagged.text)
            if wrote:
                return name_at(tagged, wrote.start())
        return None


def stretches(reading: Reading, rules: TaskRules) -> Iterator[Stretch]:
    """The stretches of speech of the body, in order."""
    voice: Voice | None = None
    found = rules.spotter.find_matches_as_indexes(reading.text)
    if rules.mild.issuperset([which for which, _, _ in found]) and not rules.modal.search(reading.text):
        return
    spotted = deque([start for _, start, _ in found])
    sentences = [s for s in reading.sentences if s.zone is Zone.BODY]
    for index, sentence in enumerate(sentences):
        speaks = _passes(spotted, sentence.span) or "：" in sentence.text[:TURN]
        if not speaks and (voice is None or voice.speaker is None):
            continue
        tagged = reading.tagged(sentence)
        frames = find_frames(tagged, rules) if speaks else []
        first = frames[0].start if frames else len(tagged.text)
        if voice and voice.speaker and first:
            yield Stretch(sentence, index, tagged, 0, 0, first, voice, False, not frames)
        for number, frame in enumerate(frames):
            spoken = _voice(frame, voice, _Place(reading, sentences, index, tagged), rules)
            if spoken.speaker:
                stop = frames[number + 1].start if number + 1 < len(frames) else len(tagged.text)
                yield Stretch(sentence, index, tagged, frame.start, frame.stop, stop, spoken, True, False)
            if voice is None or not _quotes(frame, tagged):
                voice = spoken


def _passes(spotted: deque[int], span: Span) -> bool:
    """Whether one of the spotted verbs stands in a span; drops those up to its end."""
    found = False
    while spotted and spotted[0] < span.stop:
        found = spotted.popleft() >= span.start or found
    return found


def _voice(frame: Frame, voice: Voice | None, place: _Place, rules: TaskRules) -> Voice:
    """Who speaks in a frame; `voice` spoke before."""
    speaker: str | None
    if frame.manner is Manner.SILENT:
        speaker = None
    elif frame.rule.id in ("speech.person", "speech.turn"):
        speaker = name_at(place.tagged, frame.match.start("person"))
    elif frame.rule.id == "speech.written":
        speaker = place.writer()
    elif frame.rule.id == "speech.pronoun":
        subject = place.subject(frame.start) or place.person()
        speaker = subject.name if subject else None
    elif frame.rule.id in ("speech.meeting", "speech.all"):
        speaker = MEETING
    elif frame.rule.id in ("speech.carried", "speech.listed"):
        speaker = _carried(frame, voice, place)
    else:
        speaker = _other(frame.match["other"], frame.manner, rules)
    return Voice(speaker, frame.manner, frame.verb, frame.rule.id, place.tagged.span(frame.start, frame.stop))


def _carried(frame: Frame, voice: Voice | None, place: _Place) -> str | None:
    """Who speaks where no subject stands in the clause."""
    subject = place.subject(frame.start)
    if subject is None:  # the speaker, or who has come up since: 方若水与官兵交谈。希望大家…
        person = place.person()
        newer = person is not None and (voice is None or (person.at > voice.span.stop and not person.led))
        return person.name if person and newer else voice.speaker if voice else None
    if frame.verb == "要求" and not frame.match["also"] and CONVENES.match(place.tagged.text, subject.stop):
        return MEETING
    return subject.name


def _other(subject: str, manner: Manner, rules: TaskRules) -> str | None:
    """A body that demands speaks as the meeting; a person whom nobody tagged by name; others are not heard."""
    if subject.endswith(rules.outsiders):
        return None
    name = untagged_name(subject, rules)
    return name or (MEETING if manner in (Manner.DEMAND, Manner.ADDRESS) else None)


def _quotes(frame: Frame, tagged: Tagged) -> bool:
    """Whether the speaker is only quoted: afterwards the one who quotes goes on."""
    if frame.rule.id == "speech.person":
        return leads(tagged, frame.match.start("person"))
    if frame.rule.id in ("speech.carried", "speech.listed"):
        told = subjects(tagged, frame.start)
        return bool(told) and told[-1].led
    return False
