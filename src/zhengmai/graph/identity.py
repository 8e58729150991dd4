"""Which names are enough to know a thing again in another article?

A name and the article's locality come in; out goes what tells the thing from all others, or None where it is only
this article's: 云溪市委书记 names one post, a bare 书记 does not; 市委五届九次全会 names one meeting where 市 is
known to be 云溪市, 全市干部大会 does only with its day. In doubt a thing is the article's own: two things can be
joined later, for a reason; two that share an IRI cannot be parted.
"""

from __future__ import annotations

import re
from functools import lru_cache

from zhengmai.model import Document, Meeting, MeetingKind

# 云溪市委, 临岚县人大, 澄江区区长, 云溪市第五届委员会: a place of two or more signs before its level, then a body
# or a head of office. Not 常务副市长 (no place), 全市, 各县, 六届区委 (which of them?).
_PLACED = re.compile(
    r"(?:中国共产党|中共)?"
    r"(?!常务副|高新|经开|自治|示范|经济|开发|功能|工业|旅游|产业|保税|实验|老城|中心|主城|[全我本该各副原前]|[一二三四五六七八九十]+届)"
    r"[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]"
    r"(?=委|人民|政府|人大|政协|纪委|监委|法院|检察院|公安|第[一二三四五六七八九十]|[一二三四五六七八九十]+届|常务副|副?[省市县区州盟旗]长)"
)
_NATIONAL = re.compile(
    r"党的|中共中央|中国共产党|中华人民共和国|中央|国务院|全国|国家|最高人民"
    r"|第?[一二三]?十[一二三四五六七八九]?届(?:全国|中央|中共)"
)
# A count that never starts again: 五届九次全会, 十九届六中全会, 第十四次代表大会, 党的二十大. Not 第23次常务会议,
# which each government counts anew.
_NUMERAL = "[一二三四五六七八九十百零〇0-9]+"
_NUMBERED = re.compile(
    rf"{_NUMERAL}届.*?{_NUMERAL}(?:次|中)|第?{_NUMERAL}次(?:[党团]员?代表大会|代表大会|党代会)|党的[一二三]?十[一二三四五六七八九]?大$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_THE_BODY = frozenset("省市县区州盟旗")

# Kinds of which a body holds one a day; there may be two inspections, visits or talks.
_ONE_A_DAY = frozenset(
    {
        MeetingKind.PLENARY,
        MeetingKind.STANDING_COMMITTEE,
        MeetingKind.EXECUTIVE,
        MeetingKind.CONGRESS,
        MeetingKind.CPPCC,
        MeetingKind.WORK_CONFERENCE,
        MeetingKind.LEADING_GROUP,
        MeetingKind.STUDY,
        MeetingKind.PRESS,
    }
)
_FULL_DATE = len("2023-01-12")
_TELLING = 10  # signs of a title from which, with its place, it names one document


@lru_cache(maxsize=16384)
def is_placed(label: str, locality: str | None) -> bool:
    """Whether a post or an organ is told from those of other places."""
    if locality and label.startswith(locality):
        return True
    return bool(_PLACED.match(label) or _NATIONAL.match(label))


def meeting_key(meeting: Meeting, locality: str | None) -> tuple[str, ...] | None:
    """What tells the meeting from all others: its name, or the convening body and name, and its day."""
    name = meeting.names[0]
    full = _full_name(name, locality)
    if full:
        key: tuple[str, ...] = (full,)
    elif meeting.host and is_placed(meeting.host, locality):
        key = meeting.host, name
    else:
        return None
    if _NUMBERED.search(name):
        return key
    dated = meeting.start is not None and len(meeting.start) == _FULL_DATE
    if meeting.start and dated and meeting.main and meeting.kind in _ONE_A_DAY:
        return *key, meeting.start
    return None


def _full_name(name: str, locality: str | None) -> str | None:
    bare = name.removeprefix("中国共产党").removeprefix("中共")  # 中共云溪市委五届九次全会 is 云溪市委五届九次全会
    if is_placed(bare, locality):
        return bare
    if is_placed(name, locality):
        return name
    if locality and name[0] in _OF_THE_BODY and name[0] == locality[-1]:  # 市委五届九次全会, where 市 is 云溪市
        return locality + name[1:]
    return None


def document_key(document: Document, locality: str | None) -> tuple[str, ...] | None:
    """What tells the document from all others: its title, with the place where the title has none."""
    title = document.title
    if document.number or (len(title) >= _TELLING and is_placed(title, locality)):
        return (title,)
    if locality and (len(title) >= _TELLING or _YEAR.search(title)):
        return locality, title
    return None
