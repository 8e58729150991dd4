"""The year that a goal is set for: 2025 in `力争到2025年新增上市企业5家`.

The words before a figure come in, with the year of publication where it is known; the year that they tell goes out.
`年内` is the year of publication, `明年` the one after it, `“十四五”末` 2025.
"""

from __future__ import annotations

import re

from zhengmai.reading import Reading

YEAR = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年|(?P<plan>十[三四五六七]五)[”\"]?(?:期|时期)?末"
    r"|(?P<this>今年|年内|全年|年底|半年|季度|本年)|(?P<next>明年)"
)
LIMIT = re.compile(r"到(20\d\d)年")
PLAN_ENDS = {"十三五": "2020", "十四五": "2025", "十五五": "2030", "十六五": "2035", "十七五": "2040"}
REACH = 200  # characters that a year is looked for before its figure


def published_year(reading: Reading) -> int | None:
    """The year of publication."""
    year = (reading.layout.published or reading.article.published or "")[:4]
    return int(year) if year.isdigit() else None


def goal_year(text: str, start: int, stop: int, now: int | None) -> str | None:
    """The last year told in a range of the text."""
    told = list(YEAR.finditer(text, max(start, stop - REACH), stop))
    if not told:
        return None
    last = told[-1]
    if last["year"] or last["plan"]:
        return last["year"] or PLAN_ENDS[last["plan"]]
    return str(now + (last["next"] is not None)) if now else None


def is_past(clause: str, now: int | None) -> bool:
    """Whether 到2022年 in the clause lies before the year of publication."""
    return now is not None and any(int(year) < now for year in LIMIT.findall(clause))
