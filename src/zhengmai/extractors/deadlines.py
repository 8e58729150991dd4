"""Until when something is to be done.

Comes in: the text of a demand and the date of publication. Goes out: the words of the limit and, where they name
a date, the date: `6月底前` in a report of 2023 is 2023-06-30, `到2025年` is 2025, `主汛期前` is no date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from zhengmai.extractors.numbers import chinese_number
from zhengmai.rules import Rule

LIMITS = re.compile("[前内底末晚夜季旬份]|半年|[到至]20")  # without one of these no rule reads a limit


def find_deadline(text: str, rules: Sequence[Rule]) -> tuple[re.Match[str], Rule] | None:
    """The first limit set in a demand, the longest where several rules read the same words."""
    best: tuple[re.Match[str], Rule] | None = None
    if LIMITS.search(text) is None:
        return None
    for rule in rules:
        if rule.cues and not any(cue in text for cue in rule.cues):
            continue
        found = rule.pattern.search(text)
        if found and (best is None or (found.start(), -found.end()) < (best[0].start(), -best[0].end())):
            best = found, rule
    return best


def resolve(found: re.Match[str], rule: Rule, published: str | None) -> str | None:
    """The date that the words of a limit name, ISO and as partial as they leave it; None where they name none."""
    told = found.groupdict()
    unit = rule.gives["unit"]
    year = told.get("year") or told.get("year2")
    if unit == "relative":
        return None
    if unit == "year":
        return year or _year(None, told.get("which"), published)
    if unit == "day-of-month":
        return _day_of_month(int(told["day"]), told["which"], published)
    if unit == "year-end":
        known = year or _year(None, told.get("which") or told.get("which2"), published)
        return f"{known}-12-31" if known else "--12-31"
    month = int(told["month"]) if told["month"].isdigit() else chinese_number(told["month"])
    if not 1 <= month <= 12:
        return None
    known = year or _year(month, told.get("which"), published)
    if unit == "day":
        return _date(known, month, int(told["day"]))
    if told.get("end"):
        return _date(known, month, monthrange(int(known or 2023), month)[1])
    return f"{known}-{month:02d}" if known else None


def _day_of_month(day: int, which: str | None, published: str | None) -> str | None:
    """20日前 is of the month of publication, or of the next one where that day has passed."""
    try:
        at = date.fromisoformat(published or "")
    except ValueError:
        return None
    later = which in ("下月", "次月") or (which is None and day < at.day)
    year, month = (at.year + at.month // 12, at.month % 12 + 1) if later else (at.year, at.month)
    return _date(str(year), month, day)


def _date(year: str | None, month: int, day: int) -> str | None:
    if not 1 <= day <= monthrange(int(year or 2024), month)[1]:
        return None
    return f"{year or '-'}-{month:02d}-{day:02d}"


def _year(month: int | None, which: str | None, published: str | None) -> str | None:
    """The year of a limit: that of publication, the next one for 明年 or a month that has passed."""
    if not published or not published[:4].isdigit():
        return None
    later = which in ("明年", "明") or (month is not None and not which and month < int(published[5:7] or 1))
    return str(int(published[:4]) + later)
