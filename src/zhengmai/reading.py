"""The reading of one article: what the extractors share while they work.

An article comes in with its layout; people, meetings and documents are found one after another and folded into
tagged sentences, which the rules then read. `市委书记韩砚秋主持市委常委会会议` is at the end `⟨person⟩主持⟨meeting⟩`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from zhengmai.layout import Layout, Sentence
from zhengmai.model import Article
from zhengmai.tagging import Mention, Tagged, tag


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person where the text names one. The mention's span takes in titles, note and 同志 around the name."""

    name: str  # without inner spaces
    written: str
    titles: tuple[str, ...] = ()  # as they apply to this mention, shared ones too


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting where the text names one."""

    name: str
    key: str  # of the meeting it belongs to: m1


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """A written work where the text names one; the mention's span takes in the 《》."""

    title: str  # of the document it belongs to, the longest


@dataclass(slots=True)
class Reading:
    """An article on its way through the extractors."""

    article: Article
    layout: Layout
    mentions: list[Mention] = field(default_factory=list)  # sorted; what earlier extractors found
    _tagged: dict[int, Tagged] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.layout.sentences

    def add(self, mentions: Iterable[Mention]) -> None:
        """Takes in the mentions that an extractor found."""
        self.mentions = sorted([*self.mentions, *mentions], key=lambda m: m.span)
        self._tagged.clear()

    def tagged(self, sentence: Sentence) -> Tagged:
        """The sentence with all mentions found so far folded away."""
        start = sentence.span.start
        if start not in self._tagged:
            self._tagged[start] = tag(self.text, sentence.span, self.mentions_in(sentence))
        return self._tagged[start]

    def mentions_in(self, sentence: Sentence) -> list[Mention]:
        """The mentions that lie in the sentence."""
        start, stop = sentence.span
        first = bisect_left(self.mentions, start, key=_start)
        last = bisect_left(self.mentions, stop, first, key=_start)
        return [m for m in self.mentions[first:last] if m.span.stop <= stop]


def _start(mention: Mention) -> int:
    return mention.span.start
