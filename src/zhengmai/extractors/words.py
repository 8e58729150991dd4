"""Word boundaries from jieba, where rules leave several open: `钟某江深耕基层` -> 钟 / 某江 / 深耕 / 基层.

jieba is slow beside everything else here, so it is loaded at the first question and asked about single clauses only.
The tokenizer is private (`jieba.load_userdict` would change everybody's) and reads its dictionary straight from the
package: jieba's own cache lies in the common temporary folder and is unpickled from there, which another user of the
machine could make use of.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import jieba

COMMON, EVERYDAY = 40, 300  # frequencies in jieba's dictionary


class Segmenter:
    """Cuts clauses into words, and knows which are everyday ones."""

    def __init__(self) -> None:
        self.terms: tuple[str, ...] = ()

    def add(self, terms: Iterable[str]) -> None:
        """Terms of the lexicons, which are words in any case. Before the first question only."""
        self.terms += tuple(terms)

    @cached_property
    def _tokenizer(self) -> jieba.Tokenizer:
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as file:
            tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
        tokenizer.initialized = True
        for term in self.terms:
            tokenizer.add_word(term)
        return tokenizer

    def cut(self, clause: str) -> list[str]:
        """The words of a clause, in order; joined they are the clause."""
        return list(self._tokenizer.cut(clause, HMM=False))

    def is_everyday(self, word: str) -> bool:
        """Whether a word is among the frequent ones: 高度 is, 牧野 is not."""
        return (self._tokenizer.FREQ.get(word) or 0) > EVERYDAY

    def is_word(self, word: str) -> bool:
        """Whether words are in use: 按照, 传达学习 are, an unlisted place's name is not."""
        frequency = self._tokenizer.FREQ
        return any(len(part) > 1 and (frequency.get(part) or 0) > COMMON for part in self.cut(word))
