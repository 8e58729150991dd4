"""Under which counted phrase a demand stands.

Comes in: the demands of an article, in order. Goes out: for each the phrase it is an item of: after
`打好“六大攻坚”，抓实甲；要抓实乙；…` with six demands, all six stand under 六大攻坚; after
`抓好七项工作：一是…；二是…` the numbered ones do. Where the count does not fit, the phrase is only mentioned:
`落实好“五个统筹”`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhengmai.extractors.demands import Demand
from zhengmai.extractors.numbers import chinese_number
from zhengmai.rules import Rule


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted phrase over a list: 七个方面工作, 7."""

    phrase: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A demand where the headings look for it."""

    demand: Demand
    sentence: int
    before: str  # what stands between it and the demand before, in its sentence
    text: str


def headings(rows: Sequence[Row], rules: Sequence[Rule]) -> list[str | None]:
    """The heading of each row."""
    out: list[str | None] = [None] * len(rows)
    for at, row in enumerate(rows):
        if out[at]:
            continue
        lead = row.text if row.demand.introduces else row.before if row.demand.number == 1 else ""
        counted = _counted(lead, rules)
        items = _numbered(rows, at + row.demand.introduces) if counted else []
        if not items and row.demand.number is None and (at == 0 or rows[at - 1].sentence != row.sentence):
            counted = _counted(row.text, rules[:1])
            items = list(range(at, at + counted.count)) if counted and _fills(rows, at, counted.count) else []
        for item in items if counted else ():
            out[item] = counted.phrase
    return out


def _fills(rows: Sequence[Row], at: int, count: int) -> bool:
    """Whether so many demands, and no more, stand in the sentence from a row on."""
    same = [row.sentence == rows[at].sentence for row in rows[at : at + count + 1]]
    return same.count(True) == count and all(same[:count])


def _numbered(rows: Sequence[Row], first: int) -> list[int]:
    """The rows from item 一 to the end of the last item, over sentences."""
    if first >= len(rows) or rows[first].demand.number != 1:
        return []
    last, expected = first, 1
    for i in range(first, len(rows)):
        number = rows[i].demand.number
        if number == expected:
            expected, last = expected + 1, i
        elif number is not None:
            break
    while last + 1 < len(rows) and rows[last + 1].sentence == rows[last].sentence:
        last += 1
    return list(range(first, last + 1))


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
