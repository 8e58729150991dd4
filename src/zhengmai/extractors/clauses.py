"""The clauses of a sentence: `力争到2025年，新增企业5家、园区2个。` has three.

A sentence comes in, its stretches between punctuation marks go out, each with its place in the article and the mark
before it. The marks within `1,200` and `2:1` part nothing, nor does 、 in `零成本、半日办结` and `分别增长6%、9%`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengmai.layout import Sentence
from zhengmai.model import Span

PLAIN = "[^，。；：！？、,;:!?]+"
INNER = r"(?<=\d),(?=\d{3}(?!\d))|(?<=\d)[:：](?=\d)|、(?=[半当即一]\w?办结|[0-9.]+[%％](?:[和、，,；;。]|$))"
CLAUSE = re.compile(f"{PLAIN}(?:(?:{INNER}){PLAIN})*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence: where it starts in the article, its words, the punctuation before it."""

    start: int
    text: str
    after: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


def clauses_of(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order."""
    out = []
    at = 0
    for match in CLAUSE.finditer(sentence.text):
        out.append(Clause(sentence.span.start + match.start(), match[0], sentence.text[at : match.start()]))
        at = match.end()
    return out
