"""The titles before a name.

Comes in: a text and the head of a title, as `市长` in `会议由市委副书记、市长陆知行主持`. Goes out: all titles that
stand before the name, leftwards item by item (`市委副书记`, `市长`), each cut where the title begins: at punctuation
or after a word that cannot be part of an office (`由`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from zhengmai.lexicon import either, read_table
from zhengmai.model import Span

DELIMITERS = frozenset("、，,。.；;：:！!？?“”\"'‘’（）()《》〈〉【】[]\n\r\t 　—…|｜/")
LONGEST_TITLE = 40
QUOTED = re.compile(r"[\u4e00-\u9fff][“\"][^“”\"]{1,15}[”\"]$")
BRACKETED = re.compile(r"[\u4e00-\u9fff][（(][^（()）]{1,10}[）)]$")
DATE_BEFORE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日")
LEVELS = "省市县区州盟旗镇乡"
# The rest of an organ's name behind 和: 发展和|改革局. With a level of its own it is another organ: 县委和|市委.
JOINED_ORGAN = re.compile(
    rf"(?![{LEVELS}]|国家|中央|中共|全国|党|政府|人大|政协)[\u4e00-\u9fff]{{2,10}}?"
    rf"(?:委员会|局|厅|部|司|办公室|中心|院|研究所|公司|处|(?<![{LEVELS}])委)"
)


class Head(NamedTuple):
    """The head of a title in the text."""

    start: int
    stop: int
    weak: bool  # also an everyday word: 代表, 委员


@dataclass(frozen=True, slots=True)
class Title:
    """One title as written, with its place in the text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class TitleLexicon:
    """The words of titles, and those around them."""

    posts: dict[str, str]  # head of a title -> note (`weak`: an everyday word too)
    not_titles: tuple[str, ...]  # words that hold a post's word and are none: 委员会, 市长热线
    breaks: dict[str, str]  # word that ends before a title -> the words inside which it does not count


def load_posts() -> dict[str, str]:
    """Head of a title -> note (`weak`: an everyday word too). Raises LexiconError."""
    return {row["post"]: row["note"] for row in read_table("posts", ("post", "kind", "note"))}


def load_appellations() -> dict[str, str]:
    """Word beside a name that is no office -> kind: 同志, 市领导, 博士. Raises LexiconError."""
    return {row["word"]: row["kind"] for row in read_table("appellations", ("word", "kind"))}


def load_title_lexicon(posts: dict[str, str]) -> TitleLexicon:
    """The packaged tables of titles, for these posts. Raises LexiconError."""
    return TitleLexicon(
        posts=posts,
        not_titles=tuple(row["word"] for row in read_table("not_titles", ("word",))),
        breaks={row["word"]: row["unless"] for row in read_table("title_breaks", ("word", "unless"))},
    )


class TitleReader:
    """Finds heads of titles in a text, and the titles that end in them."""

    def __init__(self, lexicon: TitleLexicon) -> None:
        self.weak = {post for post, note in lexicon.posts.items() if note.startswith("weak")}
        self.words = [*lexicon.posts, *lexicon.not_titles]
        self.posts = frozenset(lexicon.posts)
        self.automaton = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest)
        self.breaks = re.compile(either(lexicon.breaks))
        self.unless = {word: tuple(filter(None, words.split("|"))) for word, words in lexicon.breaks.items()}

    def heads(self, text: str) -> list[Head]:
        """All heads of titles in a text, in order: 书记 and 主任 of 市委书记方某、市人大常委会主任邬某."""
        found = self.automaton.find_matches_as_indexes(text)
        count = len(self.posts)
        return [Head(start, stop, self.words[which] in self.weak) for which, start, stop in found if which < count]

    def titles(self, text: str, head: Head, ends: dict[int, Head], floor: int) -> tuple[Title, ...]:
        """The titles up to and including a head, none before `floor`. `ends` are all heads by where they stop.

        Of `会议由市委副书记、市长陆知行主持` and the head 市长 they are 市委副书记 and 市长.
        """
        out: list[Title] = []
        at: Head | None = head
        while at is not None:
            start, clean = self._start(text, at, floor)
            if start >= at.stop:
                break
            out.append(Title(text[start : at.stop], Span(start, at.stop)))
            at = self._previous(text, start, clean, ends, floor)
        return tuple(reversed(out))

    def _start(self, text: str, head: Head, floor: int) -> tuple[int, bool]:
        """Where the title ending in a head begins, and whether punctuation stands before it."""
        low = max(floor, head.start - LONGEST_TITLE)
        at = head.start
        while at > low:
            char = text[at - 1]
            if char in DELIMITERS:
                jump = self._jump(text, low, at)
                if not jump:
                    break
                at = jump
                continue
            at -= 1
        item = text[at : head.start]
        cut = self._cut(item, text[head.start : head.stop])
        return at + cut, cut == 0 and (at > low or at == floor)

    def _jump(self, text: str, low: int, at: int) -> int:
        """Across “…” and （…） inside an organ's name: 推进“一带一路”建设工作领导小组组长."""
        char = text[at - 1]
        pattern = QUOTED if char in '”"' else BRACKETED if char in "）)" else None
        found = pattern.search(text, max(low, at - 20), at) if pattern else None
        return found.start() + 1 if found else 0

    def _cut(self, item: str, head: str) -> int:
        """Where in an item the title begins: after its last breaking word or date."""
        cut = 0
        for found in self.breaks.finditer(item):
            if not self._inside(item, head, found):
                cut = found.end()
        for date in DATE_BEFORE.finditer(item):
            cut = max(cut, date.end())
        return cut

    def _inside(self, item: str, head: str, found: re.Match[str]) -> bool:
        """Whether a breaking word stands inside an organ's name: 环境|与|资源保护委员会主任委员."""
        start, stop = found.span()
        if found[0] in ("和", "与") and start > 1 and JOINED_ORGAN.fullmatch(item, stop):
            return True
        item += head
        for word in self.unless[found[0]]:
            low = max(0, stop - len(word))
            if word in item[low : start + len(word)]:
                return True
        return False

    def _previous(self, text: str, start: int, clean: bool, ends: dict[int, Head], floor: int) -> Head | None:
        """The head of the title before this one: 市委副书记、|市长."""
        if not clean or start - 1 <= floor or text[start - 1] not in "、，, 　":
            return None
        before = ends.get(start - 1)
        if before is None:
            return None
        if text[start - 1] != "、" and not self._start(text, before, floor)[1]:
            return None
        return before
