"""When something was: dates in a sentence, completed by what else the report says.

Comes in: the text of a sentence and a `Calendar` of its report. Goes out: dates as ISO strings, as partial as the
report leaves them. `1月5日` in a report published on 2023-01-06 is 2023-01-05, `昨（18）日` the day before it;
with no year anywhere `3月29日` stays --03-29, and a bare `18日` whose month nobody tells is no date at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from zhengmai.model import Span
from zhengmai.reading import Reading

TO = r"[至到、—－~～-]+"
NOON = r"(?:[上中下]午)?"
DAY_ENDS = r"(?<=日)|(?<=午)"
NOT_DAY = "(?![报本元游])"
DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?<!\d)(?P<month>\d{1,2}|元)\s?月\s?(?P<day>\d{1,2})\s?日?"
    rf"{NOON}(?:{TO}(?:(?P<month2>\d{{1,2}})\s?月\s?)?(?P<day2>\d{{1,2}})\s?日|{DAY_ENDS})"
    r"|(?<![\d月年.·])(?P<only>[0-2０-２]?\d|[3３][01０１])(?!\d)\s?日?"
    rf"{NOON}(?:{TO}(?P<only2>\d{{1,2}})\s?日|{DAY_ENDS}){NOT_DAY}"
    r"|(?P<ago>昨|今|前)(?:[日天](?![益前])|(?=\s?[（(]\s?\d)|晚)\s?"
    r"(?:[（(]\s?(?:(?P<said_month>\d{1,2})月)?(?P<said>\d{1,2})日?\s?[)）]日?)?"
    rf"|(?<![\d.])(?P<broken>\d{{2,4}})日{NOT_DAY}"
    r"|(?P<same>当天|当日|同日|当晚)"
)
CUES = ("日", "昨", "今天", "今晚", "今（", "今(", "前天", "当天", "当晚")
# 截至6月28日 · 将于9月1日 · 定于: not when the thing reported was
ASIDE = re.compile(
    r"(?:截至|截止|自|将于|定于|拟于|决定|建议|预计|传达[^，。]{0,8}|学习[^，。]{0,8})(?:今年|当地时间)?$"
)
BYLINE = re.compile(r"\s?(?:讯|电|消息|报道|综合)")
AGO = {"今": 0, "昨": 1, "前": 2}

# What the report itself says of its year: 部署2023年重点工作 · 2023年总体要求和目标任务 · 2023年上半年重点工作推进会
PLAN = re.compile(
    r"(?:部署|安排|谋划|做好|抓好|通过)[^，。；]{0,6}?(?P<a>20\d\d)\s?年"
    r"|(?P<b>20\d\d)\s?年度?[^，。；、\d]{0,14}?"
    r"(?:工作要点|工作安排|总体要求|目标任务|预期目标|重点工作|主要目标|工作部署|工作计划|[上下]半年)"
)
REVIEW = re.compile(
    r"(?:总结|回顾|通报)[^，。；]{0,6}?(?P<a>20\d\d)\s?年(?!以来)|(?P<b>20\d\d)\s?年度?[^，。；、\d]{0,8}工作总结"
)
FULL_DATE = re.compile(r"(?<!到)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
DATED_LINE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日\s?(?:讯|电|消息)")  # 岭川在线2023年7月29日讯
DATELINE = re.compile(r"(\d{1,2}月\d{1,2}日)(?:讯|电)")
DATELINE_SIGNS = re.compile("日[讯电]")
ANNOUNCED = re.compile(r"(?:决定|将于|定于|建议)，?[^。；，]{0,40}?(?<!\d)(\d{1,2})月(\d{1,2})日")
# 祝大家五一劳动节快乐: greetings are given within days of the day itself
GREETING = re.compile(r"祝[^。；，]{0,16}(元旦|新年|五一|劳动节|六一|儿童节|七一|八一|建军节|国庆)[^。；，]{0,6}快乐")
FESTIVALS = {"元旦": 1, "新年": 1, "五一": 5, "劳动节": 5, "六一": 6, "儿童节": 6} | {
    "七一": 7, "八一": 8, "建军节": 8, "国庆": 10
}
LATE_MONTH = 11  # from November on, the year that is planned is the next one
EARLY_MONTH = 3  # until March, the year that is summed up is the last one


@dataclass(frozen=True, slots=True)
class When:
    """Words that tell a date, and the date: ISO, whole or partial."""

    span: Span
    start: str
    end: str | None = None


@dataclass
class Calendar:
    """What a report tells of its time. It remembers the last date read: later `12日` and `当天` lean on it."""

    text: str
    published: date | None
    dateline: tuple[int, int] | None  # month, day, of `岭川在线1月6日讯`
    last: str | None = None

    def dates(self, sentence: str, start: int) -> Iterator[When]:
        """The dates in a sentence that begins at `start` of the article, in order."""
        if not any(cue in sentence for cue in CUES):
            return
        for found in DAY.finditer(sentence):
            begin, end = self._resolved(found)
            before = sentence[max(0, found.start() - 16) : found.start()]
            if begin is None or BYLINE.match(sentence, found.end()) or ASIDE.search(before):
                continue
            self.last = end or begin
            yield When(Span(start + found.start(), start + found.end()), begin, end)

    def _resolved(self, found: re.Match[str]) -> tuple[str | None, str | None]:
        if found["month"]:
            year = int(found["year"]) if found["year"] else None
            month, day = 1 if found["month"] == "元" else int(found["month"]), int(found["day"])
            month2 = int(found["month2"] or month)
            return self._day(year, month, day), found["day2"] and self._day(year, month2, int(found["day2"]))
        if found["only"]:
            first, last = int(found["only"]), int(found["only2"] or 0)
            if last and last < first:
                return None, None
            return self._day_only(first), self._day_only(last) if last else None
        if found["ago"]:
            return self._ago(found), None
        if found["broken"]:
            return self._broken(found["broken"]), None
        return self.last, None

    def _day(self, year: int | None, month: int, day: int) -> str | None:
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        if year is None:
            year = self._year(month, day)
        return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"

    def _year(self, month: int, day: int) -> int | None:
        """The year of a day that has passed: that of publication, else the one the text makes certain."""
        if self.published:
            # 12月30日 in a report of 5 January is the year before; a day or two ahead is an announcement of this year
            ahead = (month, day) > (self.published.month, self.published.day) and month - self.published.month > 6
            return self.published.year - ahead
        full, plan, review = self._told
        if (month, day) in full:
            return full[month, day]
        if plan:
            # 12月9日…分析研究2025年经济工作 was said in 2024
            return max(plan) - (month >= LATE_MONTH and max(plan) - 1 not in plan)
        if review and (month <= EARLY_MONTH or month >= LATE_MONTH):
            return max(review) + (month <= EARLY_MONTH)
        return None

    @cached_property
    def _told(self) -> tuple[dict[tuple[int, int], int], set[int], set[int]]:
        """What the text tells of its year: days with their year, years planned for, years summed up."""
        full = {(int(month), int(day)): int(year) for year, month, day in reversed(FULL_DATE.findall(self.text))}
        return full, _years(PLAN, self.text), _years(REVIEW, self.text)

    def _day_only(self, day: int) -> str | None:
        """`26日`: the month is that of publication, of the dateline, or of the date just read."""
        if not 1 <= day <= 31:
            return None
        if self.last:
            return self.last[:-2] + f"{day:02d}"
        if self.published:
            month = self.published.replace(day=1)
            if day > self.published.day + 1:
                month = (month - timedelta(days=1)).replace(day=1)
            return f"{month:%Y-%m}-{day:02d}"
        month_only = self._told_month(day)
        return self._day(None, month_only, day) if month_only else None

    def _told_month(self, day: int) -> int | None:
        if self.dateline:
            month, its_day = self.dateline
            return month if day <= its_day else (month - 2) % 12 + 1
        announced = ANNOUNCED.search(self.text)
        if announced:  # a meeting announced for 27 February on the 18th
            month, its_day = int(announced[1]), int(announced[2])
            return month if day <= its_day else (month - 2) % 12 + 1
        greeting = GREETING.search(self.text)
        if greeting:
            month = FESTIVALS[greeting[1]]
            return month if day <= 10 else (month - 2) % 12 + 1
        return None

    def _ago(self, found: re.Match[str]) -> str | None:
        if found["said_month"]:
            return self._day(None, int(found["said_month"]), int(found["said"]))
        if found["said"] and not self.published:
            return self._day_only(int(found["said"]))
        back = AGO[found["ago"]]
        if self.dateline:  # written on the day of the dateline, published perhaps later
            written = self._day(None, *self.dateline)
            if written and written[0] != "-":
                return (date.fromisoformat(written) - timedelta(days=back)).isoformat()
            month, day = self.dateline
            return self._day(None, month, day - back)
        return (self.published - timedelta(days=back)).isoformat() if self.published else None

    def _broken(self, digits: str) -> str | None:
        """`117日` lost its 月: 1月17日. Where a month fits the publication it is chosen, else the earliest."""
        options = [(int(digits[:cut]), int(digits[cut:])) for cut in (1, 2) if digits[cut:]]
        options = [(m, d) for m, d in options if 1 <= m <= 12 and 1 <= d <= 31]
        if self.published:
            options.sort(key=lambda o: abs(o[0] - self.published.month))  # type: ignore[union-attr]
        return self._day(None, *options[0]) if options else None


def read_calendar(reading: Reading) -> Calendar:
    """What the article and its page tell of the time: publication, dateline, years in the text."""
    told = reading.article.published or reading.layout.published
    if not told and (line := DATED_LINE.search(reading.text, 0, 300)):
        told = f"{line[1]}-{int(line[2]):02d}-{int(line[3]):02d}"
    day = reading.layout.dateline
    if not day and DATELINE_SIGNS.search(reading.text, 0, 400) and (line := DATELINE.search(reading.text, 0, 400)):
        day = line[1]
    return Calendar(reading.text, _iso(told), _month_day(day))


def _iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _month_day(text: str | None) -> tuple[int, int] | None:
    found = re.match(r"(\d{1,2})月(\d{1,2})日", text or "")
    return (int(found[1]), int(found[2])) if found else None


def _years(pattern: re.Pattern[str], text: str) -> set[int]:
    return {int(found["a"] or found["b"]) for found in pattern.finditer(text)}
