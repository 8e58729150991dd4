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

from zhengmai.extractors.gazetteer import Places, level_of, place_of_organs, short_of
from zhengmai.reading import Reading

LEVEL = re.compile("[省市县区州盟旗镇乡道]")
WORDS_BEFORE = re.compile(r"[一-鿿]{1,12}$")
BEFORE_BARE = frozenset("由和与及在向对的了为任是我全本以于将受省市县各")
VISITED = re.compile(r"([一-鿿]{2,10}?)(省|市|县|区|旗|镇|乡)(?![级直委域长场内外里中辖])")
NATIONAL = re.compile(r"中共中央|国务院|全国人大|全国政协|中央军委|党中央|国家主席|中央政治局")
DIVISION = re.compile(r"第[一二三四五六七八九十]+师[一-鿿]{2,4}市")
BARE_PLACE = re.compile(r"^(?:我|本|全)?(自治区|[省市县区州盟旗镇乡])(?=[一-鿿])")
HOW_HELD = "(?:原|前|代|代理|时任)?(?:常务)?(?:第一)?副?(?:代|代理)?"
GOVERNOR = re.compile(f"^({HOW_HELD})(自治区主席|[省市县区州盟旗镇乡]长)")

Found = list[tuple[int, str]]  # (position, 临岚县), in order
Named = dict[str, Found]  # by level


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
        return short_of(self.name) if self.name and self.name != "全国" else None

    def place(self, level: str, at: int | None = None) -> str | None:
        """The place a bare level means: its own, else the nearest named before `at`, else the only one named."""
        if level == self.level:
            return self.name
        if at is not None and level not in ("省", "自治区"):
            everywhere: Found = sorted([*self.named.get(level, []), *self.visited().get(level, [])])
            before = [place for position, place in everywhere if position <= at]
            if before:
                return before[-1]
        visited: Found = self.visited().get(level, [])
        return self.home.get(level) or _only(visited)

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
            return place_of_organs(place) + label[found.end() :] if place else label
        return label


def resolve_locality(reading: Reading, places: Places, is_word: Callable[[str], bool]) -> Locality:
    """Finds the place that an article speaks from. `is_word` tells ordinary words from unlisted places' names.

    An article of `云溪市委召开常委会会议。市长陆知行出席` speaks from 云溪市, whether a table has it or not.
    """
    text = reading.text
    people = {m.what.name for m in reading.mentions if m.kind == "person"}  # 陆某行市长 is no 陆某行市
    named, bare = _scan(text, reading.layout.readable, places, lambda word: word in people or is_word(word))
    level = _level(bare)
    by_level: Named = {}
    for position, place in named:
        by_level.setdefault(level_of(place), []).append((position, place))
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


def _scan(text: str, readable: str, places: Places, is_word: Callable[[str], bool]) -> tuple[Found, Counter[str]]:
    """Places written out with their level before a public body; and how often each level stands bare (市委, 我市)."""
    listed: Found = []
    unlisted: Found = []
    bare: Counter[str] = Counter()
    is_body = places.words.body.match
    for found in LEVEL.finditer(text):
        stop = found.end()
        if not is_body(text, stop) and text[stop - 2 : stop - 1] not in ("我", "全"):
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
    known = {level_of(place) for _, place in listed}
    new = [(at, place) for at, place in unlisted if level_of(place) not in known and not is_word(short_of(place))]
    return sorted(listed + new), bare


def _name_place(words: str, level: str, end: int, places: Places, listed: Found, unlisted: Found) -> None:
    """Puts the place that a level's words end in to those that the gazetteer has or to the others."""
    if level == "道":
        if not words.endswith("街"):
            return
        words, level = words[:-1], "街道"
    name = places.without_lead(words)
    edge = len(words) - len(name)
    # 岚县 is no place inside 临岚县: one character needs an edge before it
    starts = (i for i in range(len(words)) if words[i:] + level in places.full and (i < len(words) - 1 or i == edge))
    first = next(starts, None)
    if first is not None:
        listed.append((end - len(words) + first - len(level), words[first:] + level))
    elif 2 <= len(name) <= 4 and not places.words.common.search(name):
        unlisted.append((end - len(name) - len(level), name + level))


def _visited(text: str, places: Places, is_word: Callable[[str], bool]) -> Named:
    """Counties and districts written out anywhere: 来到|澄江区|老城, 来自|石梁县|的."""
    out: Named = {}
    for found in VISITED.finditer(text):
        words, level = found.groups()
        name = places.without_lead(words)
        known = next((words[i:] for i in range(len(words) - 1) if words[i:] + level in places.full), None)
        if known is None and (not 2 <= len(name) <= 3 or places.words.common.search(name) or is_word(name)):
            continue
        place = (known or name) + level
        out.setdefault(level, []).append((found.end() - len(place), place))
    return out


def _only(values: Found) -> str | None:
    names = {name for _, name in values}
    return min(names) if len({short_of(name) for name in names}) == 1 else None


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
    named: Found,
    level: str,
    places: Places,
    is_word: Callable[[str], bool],
) -> str | None:
    """The place of a level that the article speaks from: the one most named, most of all at its head."""
    scores: Counter[str] = Counter()
    for _, place in named:
        scores[place] += 2
    for place in list(scores):
        scores[place] += 4 * (place in head) + text.count(short_of(place))
    for found in places.words.kept.finditer(text):
        listed = [full for full in places.short.get(found[1], ()) if level_of(full) == level]
        for full in listed or ([] if places.words.common.search(found[1]) or is_word(found[1]) else [found[1] + level]):
            scores[full] += 1 + (found[1] in head)
    if not scores:
        for short in places.shorts_in(head):
            scores.update({full: text.count(short) for full in places.short[short] if level_of(full) == level})
    if not scores:
        return None
    best = max(scores, key=lambda place: (scores[place], len(place), place))
    fuller = [place for place in scores if short_of(place) == short_of(best)]
    return max(fuller, key=len)
