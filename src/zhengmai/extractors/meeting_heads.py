"""Where the name of a meeting ends: 会议, 座谈会, 开班式, 党的二十大.

Comes in: a text. Goes out: the heads of names in it, in order. `会议室` and `大会堂` hold none; of `推进会议` the head
is 会议, for 推进会 would leave half a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

# 党的二十大 is a name by itself, and so is 二十大, but not the 十九大 of 共青团十九大 or 十大 of 十大工程.
NUMBERS = ("十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "二十一", "二十二")
PREFIXES = ("党的", "中共", "")
NOT_BEFORE_CONGRESS = frozenset("联协团共党会工建革盟进的中")
NOT_AFTER_CONGRESS = frozenset("会家类重工举行项任战板主特新突要亮民保支课量")


class Head(NamedTuple):
    """The head of a name; `whole` when it is all of the name."""

    start: int
    stop: int
    word: str
    whole: bool


class HeadFinder:
    """Finds heads. `heads`: each with what may not follow it."""

    def __init__(self, heads: dict[str, tuple[str, ...]]) -> None:
        congresses = [prefix + number + "大" for prefix, number in product(PREFIXES, NUMBERS)]
        self.words = [*heads, *congresses]
        self.congresses = frozenset(congresses)
        self.unless = {word: (*after, "议") if word.endswith("会") else after for word, after in heads.items()}
        self.automaton = AhoCorasick(self.words, implementation=Implementation.DFA)

    def find(self, text: str) -> list[Head]:
        """The heads in a text, in order, the longest where several end at one place."""
        found: dict[int, Head] = {}
        for index, start, stop in self.automaton.find_matches_as_indexes(text, overlapping=True):
            word = self.words[index]
            if self._stands(text, start, stop, word) and (stop not in found or start < found[stop].start):
                found[stop] = Head(start, stop, word, word in self.congresses)
        return list(found.values())

    def _stands(self, text: str, start: int, stop: int, word: str) -> bool:
        if word not in self.congresses:
            return not text.startswith(self.unless[word], stop)
        if text[stop : stop + 1] in NOT_AFTER_CONGRESS:
            return False
        return word[0] in "党中" or text[start - 1 : start] not in NOT_BEFORE_CONGRESS


def read_heads(rows: Iterable[dict[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of the lexicon as `HeadFinder` takes them."""
    for row in rows:
        yield row["head"], tuple(filter(None, row["unless"].split("|")))
