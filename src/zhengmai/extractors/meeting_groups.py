"""Which names are names of one meeting.

Comes in: names as `中国共产党云溪市第五届委员会第九次全体会议`, `云溪市委五届九次全会`. Goes out: whether two of them
may mean the same. A name is read as a place, a level, a term (届), a session (次), a year and a core (`委全会`); two
names agree when no part contradicts and one core ends in the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
NUMERAL = re.compile(r"(?<=第)[一二三四五六七八九十百零〇两]+|[一二三四五六七八九十百零〇两]+(?=[届次中大])")
SIGNS = re.compile(r"[\s　“”\"‘’'「」（）()·、，,—-]+")
REWRITES = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"中国共产党|中共|我们党的|党的", ""),
        (r"纪律检查委员会|纪委", "纪检"),
        (r"残疾人联合会", "残联"),
        (r"妇女联合会", "妇联"),
        (r"工商业联合会", "工商联"),
        (r"共产主义青年团", "共青团"),
        (r"政治协商会议", "政协"),
        (r"人民代表大会", "人大"),
        (r"常务委员会", "常委会"),
        (r"(\d+)大$", r"\1次全国代表大会"),
        (r"第(\d+)届", r"\1届"),
        (r"第(\d+)([次轮期批])", r"\1\2"),
        (r"党代会", "代表大会"),
        (r"(省|市|县|区|州|盟|旗)(\d+届)委员会", r"\1委\2"),
        (r"([省市县区州盟旗])委员会", r"\1委"),
        (r"(\d+届)(中央)?委员会", r"\2\1委"),
        (r"(政协[^委常]*)委(?:员会)?", r"\1"),
        (r"自治州", "州"),
        (r"全体(扩大)?会议", "全会"),
        (r"扩大", ""),
        (r"(?<=[会班坛])(?:开幕|闭幕|开班|结业)[式会]$", ""),
        (r"(\d+)中全会", r"\1次全会"),
        (r"人民政府", "政府"),
    )
)
TERM = re.compile(r"(\d+)届")
SESSION = re.compile(r"(\d+)[次轮期批]")
YEAR = re.compile(r"((?:19|20)\d\d)年(?:度)?")
PART = re.compile(r"(?<=会议)\d+次(?:全会|联组会)$")  # 人大五次会议第二次全体会议 is part of the congress
NATION = re.compile(r"全国|党中央|中央|国务院|国家")
LEVEL = re.compile(
    r"^(政协)?(?:([一-鿿]{2,6}?)(?:自治)?|全|我|本|新一)?([省市县区州盟旗])(?=委|政府|人大|政协|纪|\d|常|[一-鿿]{2})"
)
SHARED = 0.65  # of the pairs of characters of two names
UPPER = re.compile(
    r"^[一-鿿]{2,8}?(?:省|自治区|市|州)(?=[一-鿿]{2,6}[市县区旗](?:委|第|人|政|\d|[一二三四五六七八九十]+届))"
)
FORMAT = re.compile(r"视频|电视|电话|紧急|专题|现场|线上|全体|工作|会议|大会|会$")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name says of a meeting. Empty where it says nothing."""

    place: str
    level: str  # 国, 省, 市, …
    term: str
    session: str
    year: str
    core: str


@lru_cache(maxsize=4096)
def identify(name: str) -> tuple[Identity, ...]:
    """The identities of a name; a joint one (…暨…) has several."""
    return tuple(_identity(part) for part in re.split("暨", SIGNS.sub("", name)) if part)


def same_meeting(a: str, b: str) -> bool:
    """Whether two names can mean one meeting."""
    return a == b or any(_agree(x, y) for x in identify(a) for y in identify(b))


def same_event(a: str, b: str, head: str) -> bool:
    """Whether two loose names of meetings that one report tells of are one: 视频调度会 and 防汛调度会."""
    left, right = (FORMAT.sub("", name.removesuffix(head)) for name in (a, b))
    return a.endswith(head) and b.endswith(head) and (not left or not right or left in right or right in left)


def alike(a: str, b: str) -> bool:
    """Whether a headline and a text may have put one name in two ways: more than half of the words are shared."""
    left, right = _pairs(a), _pairs(b)
    return 2 * len(left & right) >= SHARED * (len(left) + len(right)) and compatible(a, b)


def compatible(a: str, b: str) -> bool:
    """Whether nothing in two names (place, level, number) says that they are of two meetings."""
    return any(_compatible(x, y) and x.session == y.session for x in identify(a) for y in identify(b))


def _pairs(name: str) -> set[str]:
    text = SIGNS.sub("", name)
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _compatible(a: Identity, b: Identity) -> bool:
    pairs = ((a.place, b.place), (a.level, b.level), (a.term, b.term), (a.year, b.year))
    return not any(x and y and x != y for x, y in pairs)


def _identity(part: str) -> Identity:
    part = UPPER.sub("", part)
    text = NUMERAL.sub(lambda n: str(_number(n[0])), part)
    if re.match(r"党的|中共\d|\d+大|\d+届\d+中", text) and "中央" not in text:
        text = "中央" + text
    for pattern, new in REWRITES:
        text = pattern.sub(new, text)
    text = PART.sub("", text)
    term, year = _taken(TERM, text), _taken(YEAR, text)
    session = (SESSION.findall(text) or [""])[-1]  # of 人大一次会议主席团第二次会议 the inner one
    for pattern in (TERM, SESSION, YEAR):
        text = pattern.sub("", text)
    place = level = ""
    if NATION.search(text):
        text, level = NATION.sub("", text), "国"
    elif found := LEVEL.match(text):
        place, level = found[2] or "", found[3]
        text = (found[1] or "") + text[found.end() :]
    return Identity(place, level, term, session, year, re.sub(r"会议会议|会会议", "会议", text))


def _agree(a: Identity, b: Identity) -> bool:
    if not _compatible(a, b) or not (a.core and b.core):
        return False
    if a.session != b.session:
        # 双周协商座谈会 can be short for 第四次双周协商座谈会; 全会 alone for no certain one
        short, long = (a, b) if not a.session else (b, a)
        enough = 3 if short.level == long.level != "" else 4
        return not short.session and not short.term and len(short.core) >= enough and _ends(long.core, short.core)
    short_core, long_core = sorted((a.core, b.core), key=len)
    if a.session:
        return _ends(long_core, short_core)
    if a.core == b.core:
        return True
    return len(short_core) >= 6 and _ends(long_core, short_core)


def _ends(long: str, short: str) -> bool:
    return long.endswith(short) or short.endswith(long)


def _taken(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _number(word: str) -> int:
    """The value of a numeral up to 999: 一百零九 is 109."""
    total = digit = 0
    for char in word:
        if char in DIGITS:
            digit = digit * 10 + DIGITS[char] if char == "〇" or digit else DIGITS[char]
        else:
            total += (digit or 1) * {"十": 10, "百": 100}[char]
            digit = 0
    return total + digit
