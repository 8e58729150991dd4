"""Which place a bare 市, 县 or 省 means, once for the whole article.

Comes in: a text full of `市委`, `我市`, `副市长`, with `云溪市` written out now and then. Goes out: a `Locality` that
writes labels out: `市委` -> `云溪市委`. Where the text does not tell the place it stays unknown: `市委` is `市委`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from zhengmai.lexicon import read_table
from zhengmai.reading import Reading

LEVELS = ("自治区", "自治州", "自治县", "自治旗", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道")
PUBLIC = (
    r"(?:[省市县区州盟旗镇乡][长委]|委|党委|政府|人民政府|人大|人民代表|政协|纪委|纪检|监委|监察|长|副[省市县区州盟旗镇乡]长|直|级|法院|检察院|中级|人民法院|人民检察院|公安|总工会|工会|共青团|团委|妇联|"
    r"工商联|[一-鿿]{1,8}(?:局|厅|办|委员会|院|中心|办公室|集团)|第[一二三四五六七八九十]+(?:届|次)|[一二三四五六七八九十]+届|召开|举行|常务)"
)
# A level before a public body, or in 我市, 全县.
LEVEL = re.compile("[省市县区州盟旗镇乡道]")
BODY = re.compile(PUBLIC)
WORDS_BEFORE = re.compile(r"[一-鿿]{1,12}$")
BEFORE_BARE = frozenset("由和与及在向对的了为任是我全本以于将受省市县各")
VISITED = re.compile(r"([一-鿿]{2,10}?)(省|市|县|区|旗|镇|乡)(?![级直委域长场内外里中辖])")
# What stands between a sentence's beginning and a place's name.
LEAD = re.compile(
    r".*(?:中国共产党|中共|共青团|政协|驻|原|在|到|赴|与|和|向|由|了|于|为|任|是|的|对|自|以|将|从|及|经|受|给|随|并|关于|加快|召开|来到|深入|前往|走进|先后|围绕|支持|推动|来自|出席|参加|产生|拥护|检查|调研|新任|现任|时任|据|省|市|县|区|州)"
)
KEEPERS = ("日报", "晚报", "时报", "发布", "融媒", "广播", "电视", "新闻网", "人大网", "政协网", "军分区", "供电公司", "政协", "人大", "在线", "网讯")
BY_KEEPER = re.compile(rf"(?:(?:^|[^一-鿿])[驻在到与由和是于据]?|[驻在到与由和是于据])([一-鿿]{{2,3}}?)(?:{'|'.join(KEEPERS)})", re.MULTILINE)
DIVISION = re.compile(r"第[一二三四五六七八九十]+师[一-鿿]{2,4}市")
NATIONAL = re.compile(r"中共中央|国务院|全国人大|全国政协|中央军委|党中央|国家主席|中央政治局")
BARE_PLACE = re.compile(r"^(?:我|本|全)?(自治区|省|市|县|区|州|盟|旗|镇|乡)(?=[一-鿿])")
GOVERNOR = re.compile(r"^((?:原|前|代|代理|时任)?(?:常务)?(?:第一)?副?(?:代|代理)?)(自治区主席|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长)")


@dataclass(frozen=True, slots=True)
class Places:
    """The gazetteer: names and short names, with level and full name."""

    full: dict[str, str]  # any name -> level character: 汉中市 -> 市
    short: dict[str, list[str]]  # 汉中 -> [汉中市]
    matcher: AhoCorasick  # of the short names, in their order

    def shorts_in(self, text: str) -> list[str]:
        """The short names that stand in a text, once each, in its order."""
        names = list(self.short)
        return list(dict.fromkeys(names[which] for which, _, _ in self.matcher.find_matches_as_indexes(text)))


Named = dict[str, list[tuple[int, str]]]  # level -> (position, 临岚县), in order


@dataclass(frozen=True, slots=True)
class Locality:
    """The place an article speaks from, and those it names at other levels."""

    name: str | None = None  # 汉中市; 全国 for a national body
    level: str | None = None  # 市
    named: Named = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)  # level -> the only place of it that the text gives

    division: str | None = None  # of the Corps: 第十九师昆某市, which a bare 师市 means
    visited: Callable[[], Named] = dict  # as `named`: any place written out, looked for when asked

    @property
    def short(self) -> str | None:
        """汉中 of 汉中市."""
        return _short(self.name) if self.name and self.name != "全国" else None

    def place(self, level: str, at: int | None = None) -> str | None:
        """The place a bare level means: its own, else the nearest named before `at`, else the only one named."""
        if level == self.level:
            return self.name
        if at is not None and level not in ("省", "自治区"):
            before = [place for position, place in self.named.get(level, ()) if position <= at]
            before = before or [place for position, place in self.visited().get(level, ()) if position <= at]
            if before:
                return before[-1]
        return self.home.get(level) or _only(self.visited().get(level, []))

    def expand(self, label: str, at: int | None = None) -> str:
        """A label with its place written out: 市委 -> 汉中市委, 州委 -> 赤岭州委, 副市长 -> 汉中市副市长."""
        if found := GOVERNOR.match(label):
            level = "自治区" if found[2] == "自治区主席" else found[2][:-1]
            place = self.place(level, at)
            return place + label if place and level != "自治区" else (place[:-3] + label if place else label)
        if label.startswith("师市") and self.division:
            return self.division + label[2:]
        if found := BARE_PLACE.match(label):
            place = self.place(found[1], at)
            return _organ_place(place) + label[found.end() :] if place else label
        return label


def _organ_place(place: str) -> str:
    """How organs write a place: 赤岭自治州 is 赤岭州 in 赤岭州委."""
    return _short(place) + "州" if place.endswith("自治州") else place


def _short(place: str) -> str:
    for level in LEVELS:
        if place.endswith(level) and len(place) > len(level) + 1:
            return place[: -len(level)]
    return place


def resolve_locality(reading: Reading, places: Places, is_word: Callable[[str], bool]) -> Locality:
    """Finds the place that an article speaks from. `is_word` tells ordinary words from unlisted places' names."""
    text = reading.text
    people = {m.what.name for m in reading.mentions if m.kind == "person"}
    named, bare = _scan(text, reading.layout.readable, places, lambda word: word in people or is_word(word))
    level = _level(bare)
    by_level: Named = {}
    for position, place in named:
        by_level.setdefault(_level_of(place), []).append((position, place))
    home = {key: only for key, values in by_level.items() if (only := _only(values))}
    if level is None:
        return Locality("全国" if NATIONAL.search(text) else None, None, by_level, home)
    head = _head(reading)
    name = _choose(text, head, by_level.get(level, []), level, places, is_word)
    if name is None and NATIONAL.search(head):
        return Locality("全国", None, by_level, home)
    visited = cache(lambda: _visited(reading.layout.readable, places, is_word))
    division = DIVISION.search(text)
    return Locality(name, level, by_level, home, division[0] if division else None, visited)


def _scan(
    text: str, readable: str, places: Places, is_word: Callable[[str], bool]
) -> tuple[list[tuple[int, str]], Counter[str]]:
    """Places written out with their level before a public body; and how often each level stands bare (市委, 我市)."""
    listed: list[tuple[int, str]] = []
    unlisted: list[tuple[int, str]] = []
    bare: Counter[str] = Counter()
    for found in LEVEL.finditer(text):
        stop = found.end()
        if not BODY.match(text, stop) and text[stop - 2 : stop - 1] not in ("我", "全"):
            continue
        start = stop - 3 if text.startswith("自治", stop - 3) else stop - 1
        before = text[start - 1 : start]
        if before in ("代", "副") and text[stop : stop + 1] == "长":
            bare[found[0]] += 1  # 代县长 acts for the head of a county; 代县 is one too
        elif (not "一" <= before <= "鿿" or before in BEFORE_BARE) and found[0] != "道":
            if readable[start] == text[start]:
                bare[text[start:stop] if text[start:stop] == "自治区" else found[0]] += 1
        elif words := WORDS_BEFORE.search(text, max(0, start - 12), start):
            _name_place(words[0], text[start:stop], stop, places, listed, unlisted)
    known = {_level_of(place) for _, place in listed}
    new = [(at, place) for at, place in unlisted if _level_of(place) not in known and not is_word(_short(place))]
    return sorted(listed + new), bare


def _name_place(
    words: str, level: str, end: int, places: Places, listed: list[tuple[int, str]], unlisted: list[tuple[int, str]]
) -> None:
    if level == "道":
        if not words.endswith("街"):
            return
        words, level = words[:-1], "街道"
    lead = LEAD.match(words)
    edge = lead.end() if lead else 0
    # 岚县 is no place inside 临岚县: one character needs an edge before it
    starts = (i for i in range(len(words)) if words[i:] + level in places.full and (i < len(words) - 1 or i == edge))
    first = next(starts, None)
    name = words[edge:]
    if first is not None:
        listed.append((end - len(words) + first - len(level), words[first:] + level))
    elif 2 <= len(name) <= 4 and not COMMON.search(name):
        unlisted.append((end - len(name) - len(level), name + level))


def _visited(text: str, places: Places, is_word: Callable[[str], bool]) -> Named:
    """Counties and districts written out anywhere: 来到|澄江区|老城, 来自|石梁县|的."""
    out: Named = {}
    for found in VISITED.finditer(text):
        words, level = found.groups()
        lead = LEAD.match(words)
        name = words[lead.end() :] if lead else words
        known = next((words[i:] for i in range(len(words) - 1) if words[i:] + level in places.full), None)
        if known is None and (not 2 <= len(name) <= 3 or COMMON.search(name) or is_word(name)):
            continue
        place = (known or name) + level
        out.setdefault(level, []).append((found.end() - len(place), place))
    return out


COMMON = re.compile(r"[副常务代正识就拟提请将被把与和及在对的了向由为是有召议全我本该两县市区省一二三四五六七八九十]|老城|新城|城乡|古城|每个|某|地级|直辖|自治|城镇|街道|主城|中心|高新|经开|开发|保税|示范|试验|景区|社区|园区|小区|山区|地区|灾区|库区|校区|辖区|党|委|政|民革|民盟|民建|民进|农工|九三|台盟|网|报|中国|人民|央视|新华")


def _level_of(place: str) -> str:
    for level in LEVELS:
        if place.endswith(level):
            return {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(level, level)
    return place[-1]


def _only(values: list[tuple[int, str]]) -> str | None:
    names = {name for _, name in values}
    return min(names) if len({_short(name) for name in names}) == 1 else None


def _head(reading: Reading) -> str:
    """Where a report says whose it is: headline, first sentences, source."""
    first = "".join(s.text for s in reading.sentences[:4])
    return f"{first}{reading.layout.source or ''}{reading.article.source or ''}{reading.article.site or ''}"


def _level(counts: Counter[str]) -> str | None:
    """The level whose bare name the article uses most: of 市委, 市长, 我市 it is 市."""
    for far in ("省", "自治区"):
        if counts[far] and any(counts[near] * 2 >= counts[far] for near in "市州县区盟旗"):
            del counts[far]  # a city's report names the province's organs too
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] else None


def _choose(
    text: str,
    head: str,
    named: list[tuple[int, str]],
    level: str,
    places: Places,
    is_word: Callable[[str], bool],
) -> str | None:
    """The place of a level that the article speaks from: the one most named, most of all at its head."""
    scores: Counter[str] = Counter()
    for _, place in named:
        scores[place] += 2
    for place in list(scores):
        scores[place] += 4 * (place in head) + text.count(_short(place))
    for found in BY_KEEPER.finditer(text):
        listed = [full for full in places.short.get(found[1], ()) if _level_of(full) == level]
        for full in listed or ([] if COMMON.search(found[1]) or is_word(found[1]) else [found[1] + level]):
            scores[full] += 1 + (found[1] in head)
    if not scores:
        for short in places.shorts_in(head):
            scores.update({full: text.count(short) for full in places.short[short] if _level_of(full) == level})
    if not scores:
        return None
    best = max(scores, key=lambda place: (scores[place], len(place), place))
    fuller = [place for place in scores if _short(place) == _short(best)]
    return max(fuller, key=len)


def load_places() -> Places:
    """The gazetteer of provinces, prefectures and counties."""
    full: dict[str, str] = {}
    short: dict[str, list[str]] = {}
    for row in read_table("places", ("code", "name", "short", "level", "parent", "until")):
        full[row["name"]] = _level_of(row["name"])
        for form in row["short"].split("|"):
            if len(form) > 1:
                short.setdefault(form, []).append(row["name"])
    return Places(full, short, AhoCorasick(list(short), matchkind=MatchKind.LeftmostLongest))
