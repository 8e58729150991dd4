"""Tagged sentences: each mention folded into one character, so that rules read like grammar.

`市委书记韩砚秋主持召开市委常委会会议` with its person and meeting found becomes `⟨person⟩主持召开⟨meeting⟩`
(the marks are private-use characters). A match on the tagged text leads back to the words by `Tagged.span`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from zhengmai.model import Span

MARKS = {"person": "\ue001", "meeting": "\ue002", "document": "\ue003", "date": "\ue004"}
KINDS = {mark: kind for kind, mark in MARKS.items()}


class Mention(NamedTuple):
    """Words that name something: a person with titles, a meeting, a document, a date."""

    span: Span
    kind: str  # a key of MARKS
    what: Any  # what the extractor of that kind knows of it


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of text with its mentions folded away."""

    text: str
    start: int  # where the stretch begins in the article
    marks: tuple[int, ...]  # positions of the marks in `text`
    mentions: tuple[Mention, ...]  # one a mark

    def position(self, index: int) -> int:
        """Where in the article the character at `index` of the tagged text begins."""
        before = bisect_right(self.marks, index) - 1
        if before < 0:
            return self.start + index
        if self.marks[before] == index:
            return self.mentions[before].span.start
        return self.mentions[before].span.stop + index - self.marks[before] - 1

    def span(self, start: int, stop: int) -> Span:
        """The article's span for a range of the tagged text."""
        if stop <= start:
            return Span(self.position(start), self.position(start))
        last = bisect_right(self.marks, stop - 1) - 1
        end_in_mark = last >= 0 and self.marks[last] == stop - 1
        end = self.mentions[last].span.stop if end_in_mark else self.position(stop - 1) + 1
        return Span(self.position(start), end)

    def between(self, start: int, stop: int) -> tuple[Mention, ...]:
        """The mentions within a range of the tagged text, in order."""
        low = bisect_right(self.marks, start - 1)
        high = bisect_right(self.marks, stop - 1)
        return self.mentions[low:high]


def tag(text: str, span: Span, mentions: Iterable[Mention]) -> Tagged:
    """Folds the mentions that lie in a span of the text; of two that overlap the one that begins first stays."""
    pieces: list[str] = []
    marks: list[int] = []
    kept: list[Mention] = []
    at, length = span.start, 0
    for mention in _apart(span, mentions):
        gap = text[at : mention.span.start]
        pieces += (gap, MARKS[mention.kind])
        length += len(gap)
        marks.append(length)
        kept.append(mention)
        length += 1
        at = mention.span.stop
    pieces.append(text[at : span.stop])
    return Tagged("".join(pieces), span.start, tuple(marks), tuple(kept))


def _apart(span: Span, mentions: Iterable[Mention]) -> Sequence[Mention]:
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=_place):
        if mention.span.start < span.start or mention.span.stop > span.stop:
            continue
        if not chosen or mention.span.start >= chosen[-1].span.stop:
            chosen.append(mention)
    return chosen


def _place(mention: Mention) -> Span:
    return mention.span
