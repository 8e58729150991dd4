"""Under which counted phrase a demand stands.

Comes in: the demands of an article, in order. Goes out: for each the phrase it is an item of: after
`打好“六大攻坚”，抓实甲；要抓实乙；…` with six demands, all six stand under 六大攻坚; after
`抓好七项工作：一是…；二是…` the numbered ones do, and what else their sentences or paragraphs demand. Where the
count does not fit, the phrase is only mentioned: `落实好“五个统筹”`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from zhengmai.extractors.demands import Demand
from zhengmai.extractors.numbers import chinese_number
from zhengmai.rules import Rule


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted phrase over a list: 七个方面工作, 7."""

    phrase: str
    count: int


class Row(NamedTuple):
    """A demand where the headings look for it."""

    demand: Demand
    sentence: int
    paragraph: int
    opens: bool  # somebody begins to speak right before
    before: str  # what stands between it and the demand before, in its sentence
    text: str


def headings(rows: Sequence[Row], rules: Sequence[Rule]) -> list[str | None]:
    """The heading of each row."""
    out: list[str | None] = [None] * len(rows)
    for at, row in enumerate(rows):
        if out[at]:
            continue
        counted, items = _numbered_list(rows, at, rules)
        if not items:
            counted, items = _bulleted_list(rows, at, rules)
        if not items and row.demand.number is None and (at == 0 or rows[at - 1].sentence != row.sentence):
            counted = _counted(row.text, rules[:1])
            items = list(range(at, at + counted.count)) if counted and _fills(rows, at, counted.count) else []
        for item in items if counted else ():
            out[item] = counted.phrase if counted else None
    return out


def _numbered_list(rows: Sequence[Row], at: int, rules: Sequence[Rule]) -> tuple[Counted | None, list[int]]:
    """`抓好七项工作：一是…；二是…`, `抓好七项工作。` with 一是 at the head of the next sentence."""
    row = rows[at]
    if row.demand.number == 1:
        counted = _counted(row.before, rules)
        return counted, _numbered(rows, at) if counted else []
    if at + 1 == len(rows) or rows[at + 1].demand.number != 1:
        return None, []
    counted = _counted(row.text, rules)
    items = _numbered(rows, at + 1) if counted else []
    fits = row.demand.introduces or (counted and counted.count == max(rows[i].demand.number or 0 for i in items))
    return counted, items if fits else []


def _bulleted_list(rows: Sequence[Row], at: int, rules: Sequence[Rule]) -> tuple[Counted | None, list[int]]:
    """`抓好“三个一批”。` and as many paragraphs that open with a bullet."""
    if at + 1 == len(rows) or not rows[at + 1].demand.bullet:
        return None, []
    counted = _counted(rows[at].text, rules)
    heads = [i for i in range(at + 1, len(rows)) if rows[i].demand.bullet] if counted else []
    if counted is None or len(heads) < counted.count:
        return None, []
    stop = heads[counted.count] if len(heads) > counted.count else len(rows)
    last = rows[heads[counted.count - 1]].paragraph
    return counted, [i for i in range(at + 1, stop) if rows[i].paragraph <= last]


def _fills(rows: Sequence[Row], at: int, count: int) -> bool:
    """Whether so many demands, and no more, stand in the sentence from a row on."""
    same = [row.sentence == rows[at].sentence for row in rows[at : at + count + 1]]
    return same.count(True) == count and all(same[:count])


def _numbered(rows: Sequence[Row], first: int) -> list[int]:
    """The rows from item 一 to the end of the last item, over sentences."""
    heads = [first]
    for i in range(first + 1, len(rows)):
        number = rows[i].demand.number
        if number == len(heads) + 1:
            heads.append(i)
        elif number is not None:
            break
    stop = heads[-1] + 1
    wide = _wide(rows, heads)
    while stop < len(rows) and rows[stop].demand.number is None and _same(rows[heads[-1]], rows[stop], wide):
        stop += 1
    return list(range(first, stop))


def _wide(rows: Sequence[Row], heads: Sequence[int]) -> bool:
    """Whether the items are paragraphs, or each goes on over sentences: then the last one does so, too."""
    if len(heads) < 2:
        return False
    apart = len({rows[i].paragraph for i in heads}) == len(heads)
    return apart or all(rows[i - 1].sentence > rows[before].sentence for before, i in pairwise(heads))


def _same(head: Row, row: Row, wide: bool) -> bool:
    return (row.paragraph == head.paragraph and not row.opens) if wide else row.sentence == head.sentence


def _counted(text: str, rules: Sequence[Rule]) -> Counted | None:
    for rule in rules:
        if rule.cues and not any(cue in text for cue in rule.cues):
            continue
        for found in rule.pattern.finditer(text):
            words = found["count"]
            count = int(words) if words.isdigit() else chinese_number(words)
            if count > 1:
                return Counted(found["heading"], count)
    return None
