"""Texts with people and meetings marked, `[市委书记韦钧|person]传达[省委全会|meeting]精神`, as readings."""

from __future__ import annotations

import re

from zhengmai.layout import lay_out, load_furniture
from zhengmai.model import Article, Evidence, Meeting, Span
from zhengmai.reading import MeetingMention, PersonMention, Reading
from zhengmai.rules import EXAMPLE
from zhengmai.tagging import Mention

FURNITURE = load_furniture()
MAIN = "m1"


def read(marked: str) -> tuple[Reading, tuple[Meeting, ...]]:
    """The reading, with the marked mentions, and its main meeting; `main` marks that one's names."""
    text, mentions, at = "", [], 0
    for found in EXAMPLE.finditer(marked):
        text += marked[at : found.start()]
        span = Span(len(text), len(text) + len(found[1]))
        text += found[1]
        at = found.end()
        if found[2] == "person":
            name = re.split("[长记任席]", found[1])[-1] or found[1]
            titles = tuple(filter(None, [found[1].removesuffix(name)]))
            mentions.append(Mention(span, "person", PersonMention(name, name, titles)))
        else:
            key = MAIN if found[2] == "main" else found[1]
            mentions.append(Mention(span, "meeting", MeetingMention(found[1], key)))
    text += marked[at:]
    reading = Reading(Article("a", text), lay_out(text, FURNITURE))
    reading.add(mentions)
    return reading, (Meeting(MAIN, ("会议",), True, (Evidence(Span(0, 1), "test"),)),)
