"""Figures: how they are written in a goal, and what they mean.

`760亿元` comes in as the words of a value, `突破760亿元`; out go comparator, values in the plain unit and the unit:
more-than, 76000000000.0, 元. `6%—7%` is between 6 and 7, `与经济增长同步` has no value but a comparator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from zhengmai.lexicon import read_table
from zhengmai.model import Comparator

SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
DIGITS = {"零": 0, "〇": 0, "半": 0.5} | {c: i for i, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}
ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
CHINESE = "[一二两三四五六七八九十百零]+"
SCALE = "(?:万亿|[十百千]?亿|[十百千]?万|千|百)"
DASH = r"\s*(?:[—–~～-]{1,2}|至|到)\s*"
AROUND = re.compile("左右|上下|大约|约|近|基本")
# The first that stands in the words decides.
WORDS = (
    (Comparator.IN_STEP, re.compile("同步|持平|平均水平|平均增速")),
    (Comparator.AT_LEAST, re.compile("不低于|不少于|不小于|不弱于|至少|最少|以上|及以上|达到|力争达|提[高升][到至]")),
    (Comparator.AT_MOST, re.compile("不超过|不高于|不多于|不大于|以内|之内|以下|控制在|压[减缩][到至]|降[低至到]+")),
    (Comparator.MORE_THAN, re.compile("突破|超过|超|高于|多于|大于")),
    (Comparator.LESS_THAN, re.compile("低于|少于|小于")),
)


@dataclass(frozen=True, slots=True)
class Units:
    """The table of units, compiled."""

    kinds: Mapping[str, str]  # unit -> kind
    figure: str  # a pattern: a number with scale and unit
    number: re.Pattern[str]  # groups: value, scale, unit


@dataclass(frozen=True, slots=True)
class Value:
    """What the words of a value mean. Values are in `unit` without scale: 760亿元 is 76000000000.0 元."""

    comparator: Comparator
    values: tuple[float, ...]
    unit: str | None


def load_units() -> Units:
    """The package's units. Raises LexiconError."""
    return compile_units({row["unit"]: row["kind"] for row in read_table("units", ("unit", "kind"))})


def compile_units(kinds: Mapping[str, str]) -> Units:
    """Patterns for figures in these units (longest first, so that 人次 is not read as 人)."""
    unit = _any(kinds)
    shares = f"百分之{CHINESE}(?:点{CHINESE})?|[一二两三四五六七八九]成|翻[一两]?番|两位数|一倍"
    amount = f"{ARABIC}{SCALE}?[余多]?"
    counted = f"{amount}(?:{unit})?{DASH}{amount}(?:{unit})|{amount}(?:{unit})"
    # 城乡居民收入比缩小到2.1以内, 倍差降至2.2, 车桩比达到2:1
    bare = rf"{ARABIC}(?=以上|以下|以内|之内|左右)|\d+\.\d+$|\d{{1,2}}[:：]\d(?:\.\d+)?(?!\d)"
    spoken = f"(?:至少|不少于|不低于|不超过)[\u4e00-\u9fff]{{0,3}}?{CHINESE}(?:{unit})"
    number = rf"(?P<value>{ARABIC}|{CHINESE})(?P<scale>{SCALE})?[余多]?(?P<unit>{unit}|成|番)?"
    return Units(dict(kinds), rf"(?:(?<![第\d.A-Za-z])(?:{counted}|{bare})|{shares}|{spoken})", re.compile(number))


def parse_value(words: str, units: Units) -> Value:
    """What the words of a value mean: `增长7%左右` is about, 7.0, %."""
    numbers = [m for m in units.number.finditer(_plain(words)) if m["unit"] or m["value"][0].isdigit()]
    unit = next((m["unit"] for m in numbers if m["unit"]), None)
    scale = next((m["scale"] for m in reversed(numbers) if m["scale"]), None)
    values = tuple(_amount(m["value"], m["scale"] or (scale if m["unit"] is None else None)) for m in numbers)
    ranged = len(values) == 2 and re.search(rf"\d\D{{0,6}}(?:{DASH})\d", words) is not None
    if unit == "成":
        values, unit = tuple(v * 10 for v in values), "%"
    return Value(_comparator(words, ranged), values, {"％": "%"}.get(unit or "", unit))


def _comparator(words: str, ranged: bool) -> Comparator:
    if ranged:
        return Comparator.BETWEEN
    for comparator, pattern in WORDS[:1]:
        if pattern.search(words):
            return comparator
    if AROUND.search(words):
        return Comparator.ABOUT
    return next((comparator for comparator, pattern in WORDS[1:] if pattern.search(words)), Comparator.EQUAL)


def _plain(words: str) -> str:
    """百分之五 as 5%, 2:1 as 2."""
    words = re.sub(r"(\d)[:：]1(?!\d)", r"\1", words)
    return re.sub(
        f"百分之({CHINESE})(?:点({CHINESE}))?",
        lambda m: f"{chinese_number(m[1])}{'.' + ''.join(str(DIGITS[c]) for c in m[2]) if m[2] else ''}%",
        words,
    )


def _amount(number: str, scale: str | None) -> float:
    value = Decimal(number.replace(",", "")) if number[0].isdigit() else Decimal(chinese_number(number))
    return float(value * SCALES[scale]) if scale else float(value)


def chinese_number(words: str) -> int:
    """二十三 as 23."""
    total = current = 0
    for char in words:
        if char in ("十", "百"):
            total += (current or 1) * SCALES[char]
            current = 0
        else:
            current = int(DIGITS[char])
    return total + current


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
