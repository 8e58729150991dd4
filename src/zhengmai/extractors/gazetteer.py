"""The places of China, and the words by which a text names places.

Comes in: places.tsv and place_words.tsv. Goes out: `Places`, which knows that 汉中 is 汉中市 and that 来到 in
`来到澄江区` is no part of the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from zhengmai.lexicon import either, read_table, read_uses

LEVELS = ("自治区", "自治州", "自治县", "自治旗", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道")
USES = ("public", "organ", "lead", "common", "keeper")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words around places, as patterns."""

    body: re.Pattern[str]  # behind a level, shows that it is a place's: 市|委, 市教育|局, 市|第七次党代会
    lead: re.Pattern[str]  # from the beginning up to the last word before a place's name: 市长来到|澄江区
    common: re.Pattern[str]  # in words that name no place: 高新|区, 全|市
    kept: re.Pattern[str]  # a place's short name before what the place keeps: 云溪|日报


@dataclass(frozen=True, slots=True)
class Places:
    """The gazetteer: names and short names, with level and full name."""

    full: dict[str, str]  # any name -> level character: 汉中市 -> 市
    short: dict[str, list[str]]  # 汉中 -> [汉中市]
    matcher: AhoCorasick  # of the short names, in their order
    words: PlaceWords

    def shorts_in(self, text: str) -> list[str]:
        """The short names that stand in a text, once each, in its order: 汉中 of 汉中日报讯."""
        names = list(self.short)
        return list(dict.fromkeys(names[which] for which, _, _ in self.matcher.find_matches_as_indexes(text)))

    def without_lead(self, words: str) -> str:
        """The words that can be a place's name: 澄江 of 市长来到澄江."""
        lead = self.words.lead.match(words)
        return words[lead.end() :] if lead else words


def load_places() -> Places:
    """The packaged provinces, prefectures and counties, and the words around them. Raises LexiconError."""
    full: dict[str, str] = {}
    short: dict[str, list[str]] = {}
    for row in read_table("places", ("code", "name", "short", "level", "parent", "until")):
        full[row["name"]] = level_of(row["name"])
        for form in row["short"].split("|"):
            if len(form) > 1:
                short.setdefault(form, []).append(row["name"])
    return Places(full, short, AhoCorasick(list(short), matchkind=MatchKind.LeftmostLongest), _load_words())


def _load_words() -> PlaceWords:
    words = {use: either(own) for use, own in read_uses("place_words", ("word", "is"), USES).items()}
    number = "[一二三四五六七八九十]+"
    body = rf"{words['public']}|副[省市县区州盟旗镇乡]长|[一-鿿]{{1,8}}{words['organ']}|第{number}[届次]|{number}届"
    before = "[驻在到与由和是于据]"
    edge = rf"(?:(?:^|[^一-鿿]){before}?|{before})"
    return PlaceWords(
        body=re.compile(body),
        lead=re.compile(rf".*{words['lead']}(?!(?<=原)$)"),  # 荆原省 is a place, 原市委书记 has none
        common=re.compile(words["common"]),
        kept=re.compile(rf"{edge}([一-鿿]{{2,3}}?){words['keeper']}", re.MULTILINE),
    )


def level_of(place: str) -> str:
    """The level of a place by its name: 市 of 汉中市, 州 of 赤岭自治州."""
    for level in LEVELS:
        if place.endswith(level):
            return {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(level, level)
    return place[-1]


def short_of(place: str) -> str:
    """The name of a place without its level: 汉中 of 汉中市; 岚县 stays."""
    for level in LEVELS:
        if place.endswith(level) and len(place) > len(level) + 1:
            return place[: -len(level)]
    return place


def place_of_organs(place: str) -> str:
    """How organs write a place: 赤岭自治州 is 赤岭州 in 赤岭州委."""
    return short_of(place) + "州" if place.endswith("自治州") else place
