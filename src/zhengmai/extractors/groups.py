"""Unnamed people and bodies in a list: `市直各部门主要负责同志，基层市党代表列席会议`.

Comes in: a stretch of a tagged sentence. Goes out: the groups in the article's words, split at `，` and at those `、`
where both sides stand alone: `市委委员、候补委员` are two, `县直各部门、各乡镇党政主要负责同志` share their head and
are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from zhengmai.lexicon import either, read_uses
from zhengmai.model import Span
from zhengmai.tagging import KINDS, MARKS, Tagged

USES = ("people", "body", "other", "whole", "clause", "verb")
LONGEST = 60  # characters of a list
COUNT = re.compile(r"(?:共|等|近|约|计)?\d+(?:余|多)?(?:人|名|位)(?:左右)?$|等(?:\d+(?:余|多)?(?:人|名|位))?$")
HALF_OPEN = ("不是", "非", "出席", "列席", "参加", "来自", "担任")
JOINED_BODIES = re.compile(r"(.{2,12}?[县市区局委办部厅院镇乡司])和(.{2,})$")


@dataclass(frozen=True, slots=True)
class Group:
    """A group in the article's words; `stop` is where it ends in the tagged text."""

    text: str
    span: Span
    stop: int


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The words of groups and around them."""

    people: tuple[str, ...]  # endings
    bodies: tuple[str, ...]  # endings
    none: re.Pattern[str]  # in what is no group
    lead: re.Pattern[str]  # before the first group: 其中
    tail: re.Pattern[str]  # behind the last group, up to what they do: 等30余人分别就…


def load_group_words(leads: Iterable[str], adverbs: Iterable[str]) -> GroupWords:
    """The packaged words of groups, with those that may stand before and behind. Raises LexiconError."""
    words = read_uses("group_words", ("word", "is"), USES)
    return GroupWords(
        people=words["people"],
        bodies=words["body"],
        none=re.compile(_none(words)),
        lead=re.compile(f"(?:{either(leads)}|[　 ])+"),
        tail=re.compile(_tail(either(adverbs))),
    )


def _none(words: dict[str, tuple[str, ...]]) -> str:
    """What shows that words are no group: how they begin, a mention, a verb.

    受 begins a clause, but 受表彰代表 are a group, and so are 在外的党员.
    """
    mentions = f"[《》{MARKS['person']}{MARKS['document']}]"
    group = "重点|家的|[^，。；]{1,3}的|表彰|邀|聘|灾|命名"
    begins = f"{either(words['other'])}|其(?!他|余)|{either(words['whole'])}$|{either(words['clause'])}(?!{group})"
    return f"^(?:{begins})|{mentions}|{either(words['verb'])}"


def _tail(adverbs: str) -> str:
    """等30余人 · 共20人 · 等分别 · 就重点工作 · 在主会场 before the predicate."""
    count = r"等|共\d+[余多]?人|\d+[余多]?人|代表队"
    about = "就[^，。；]{1,30}|围绕[^，。；]{1,30}|结合[^，。；]{1,20}"
    where = "在(?!职|任|岗|校|外)[^，。；]{1,16}|以(?![及上下])[^，。；]{2,16}|通过[^，。；]{2,14}|到[^，。；]{1,8}"
    return f"(?:{count})?{adverbs}*(?:{about}|{where})?$"


def split_groups(tagged: Tagged, start: int, stop: int, pure: bool, known: GroupWords) -> tuple[Group, ...]:
    """The groups that a stretch of a tagged sentence lists. `pure`: nothing else may stand in it.

    Of `其中，市委委员、候补委员分别` they are 市委委员 and 候补委员.
    """
    lead = known.lead.match(tagged.text, start, stop)
    begin = lead.end() if lead else start
    tail = known.tail.search(tagged.text, begin, stop)
    end = tail.start() if tail and (not pure or tail[0] == "等") else stop
    words = tagged.text[begin:end]
    if not words or len(words) > LONGEST or known.none.search(words):
        return ()
    return tuple(group_at(tagged, begin + a, begin + b) for a, b in _parts(words, known) if b > a)


def groups_at(tagged: Tagged, start: int, stop: int) -> tuple[Group, ...]:
    """The groups of a stretch that is nothing but groups: 经发局、应急局 of 听取经发局、应急局关于…的汇报."""
    pieces = _pieces(tagged.text[start:stop])
    shared = tagged.text[start:stop].endswith(("负责同志", "负责人", "领导", "代表"))
    if shared:
        return (group_at(tagged, start, stop),)
    return tuple(group_at(tagged, start + a, start + b) for a, b in pieces)


def group_at(tagged: Tagged, start: int, stop: int) -> Group:
    """The group that a stretch names, without the number of its people: 市纪委委员 of 市纪委委员34人."""
    count = COUNT.search(tagged.text, start, stop)
    end = count.start() if count and count.start() > start else stop
    span = tagged.span(start, end)
    return Group(_plain(tagged, start, end), span, stop)


def _plain(tagged: Tagged, start: int, stop: int) -> str:
    """The words of a stretch, with the mentions in it written out."""
    mentions = iter(tagged.between(start, stop))
    return "".join(next(mentions).what.name if char in KINDS else char for char in tagged.text[start:stop])


def _parts(words: str, known: GroupWords) -> list[tuple[int, int]]:
    """Ranges of the single groups within a list; empty where it is none."""
    pieces = _pieces(words)
    if not pieces:
        return []
    ends = [COUNT.sub("", words[a:b]).endswith(known.people) for a, b in pieces]
    if not any(ends):
        bodies = all(b - a >= 2 and words[a:b].endswith(known.bodies) for a, b in pieces)
        return _bodies(words, pieces) if bodies else []
    if not ends[-1]:
        return []
    out: list[tuple[int, int]] = []
    at: int | None = None
    for (a, b), person in zip(pieces, ends, strict=True):
        at = a if at is None else at
        if person and not _open(words[at:b]):
            out.append((at, b))
            at = None
    if at is not None:
        out.append((at, pieces[-1][1]))
    return out


def _bodies(words: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bodies in a row; the last may be joined by 和: 雪柏县、塔林县和|州农牧局."""
    a, b = pieces[-1]
    joined = JOINED_BODIES.match(words[a:b])
    if joined:
        return [*pieces[:-1], (a, a + joined.end(1)), (a + joined.start(2), b)]
    return pieces


def _open(words: str) -> bool:
    """A relative clause still waits for its head: 不是市委委员、|候补委员的市级领导同志."""
    return words.startswith(HALF_OPEN) and "的" not in words


def _pieces(words: str) -> list[tuple[int, int]]:
    """Splits at 、 outside brackets."""
    out = []
    depth = at = 0
    for i, char in enumerate(words):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth -= 1
        elif char in "、，," and depth <= 0:
            out.append((at, i))
            at = i + 1
    out.append((at, len(words)))
    return [(a, b) for a, b in out if b > a]
