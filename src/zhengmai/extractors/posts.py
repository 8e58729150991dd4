"""Titles as they are written, posts as they are meant.

`市委副书记、市长张某` gives the titles 市委副书记 and 市长; with the article's locality they are the posts
汉中市委副书记 and 汉中市市长. A title that names no body takes the one of the title before it: of
`云溪市委常委、组织部部长` the second is 云溪市委组织部部长, of `市人大常委会主任邬某主持，副主任柏某出席` it is
云溪市人大常委会副主任.
"""

from __future__ import annotations

import re
from collections import Counter

from zhengmai.extractors.gazetteer import place_of_organs
from zhengmai.extractors.places import Locality
from zhengmai.extractors.post_grammar import CHIEF, LEVELS, PostGrammar, suits
from zhengmai.extractors.titles import Title

# What a title loses: 中共云溪市委书记 is 云溪市委书记, 时任县长 was 县长.
FOREWORD = re.compile(r"^(?:中国共产党|中共(?!中央)|现任|新任|时任|新当选的?|拟任)")
LEADS = r"(?:常务)?(?:代理?)?副?[省市县区州盟旗]长"
LONG_FORMS = (
    (re.compile(r"(?:第[一二三四五六七八九十]+届)?人民代表大会常务委员会"), "人大常委会"),
    (re.compile(r"([省市县区州盟旗])委员会(?=书记|副书记|常委|委员|常务)"), r"\1委"),
    (re.compile(rf"^(.{{2,8}}[省市县区州盟旗])人民政府(?={LEADS})"), r"\1"),  # 云溪市人民政府副市长
    (re.compile(rf"^[省市县区州盟旗]人民政府(?={LEADS})"), ""),
    (re.compile(r"^[省市县区州盟旗]政府(?=副[省市县区州盟旗]长)"), ""),
)
FIXED = {"委员长": "全国人大常委会委员长", "副委员长": "全国人大常委会副委员长"}
COMMITTEE = re.compile(
    r"^(.{0,12}?[省市县区州盟旗镇乡党]委)(?:书记|副书记|常委|委员|$)|^(.{2,16}党工委)(?:书记|副书记|委员)"
)
PARTIES = "民革|民盟|民建|民进|农工党|致公党|九三学社|台盟"
PARTY_COMMITTEE = re.compile(rf"^({PARTIES})([省市县区州])委(?:会)?")
OF_PARTY = re.compile(PARTIES)
GOVERNS = re.compile(rf"(?:原|前)?(?:常务|代理|代)?副?(?:代理|代)?{CHIEF}")
GOVERNED = re.compile(rf"[{LEVELS}](?=长)")
PLACE_BEFORE_BODY = re.compile(r"(.{2,8}?[省市县区州盟旗镇乡])(?=党?委|政府|人大|政协|副|长)")
PLACE_OF_LEVEL = {
    level: re.compile(rf"(.{{1,10}}?{level})(?=委|政府|人大|政协|人民|常务|代|副|长|{level}长|纪委|监委)")
    for level in LEVELS
}
EXPANDED = frozenset("省市县区州盟旗")  # levels that a label begins with for the place they stand for
ZONE_BODIES = ("管委会", "党工委", "纪检监察工委", "工委")
ZONED = re.compile(
    r"(?<![一-鿿])(?:中共)?([一-鿿]{2,3}(?:经开区|高新区|开发区|新区|保税区|示范区|度假区|产业园区|工业园区))"
)
UNIT_LEADER = re.compile(r"(支队|大队|总队|中队)长")


class PostWriter:
    """Writes the titles of one article out as posts, from its beginning to its end."""

    def __init__(self, grammar: PostGrammar, locality: Locality, text: str) -> None:
        self.grammar = grammar
        self.locality = locality
        self.text = text

    def posts(self, titles: tuple[Title, ...], before: tuple[Title, ...]) -> list[tuple[Title, str]]:
        """Each title with its post: 市委副书记 with 云溪市委副书记.

        `before`: titles that stand earlier in the paragraph, nearest last.
        """
        out: list[tuple[Title, str]] = []
        given: list[str] = []
        for title in titles:
            for office in self.grammar.offices(title):
                post = self._written_out(office, given, before)
                given.append(post)
                out.append((office, post))
        return out

    def _written_out(self, title: Title, given: list[str], before: tuple[Title, ...] = ()) -> str:
        grammar, at = self.grammar, title.span.start
        label = _shortened(title.text)
        if label in FIXED:
            return FIXED[label]
        if GOVERNS.match(label):
            return self._governor(label, at, given)
        if label.startswith("自治区"):
            return self.locality.expand(label, at)
        if grammar.department.match(label) or self._is_secretary(label, given):
            return (_committee(given) or self._own_place(given, "委")) + label
        if found := PARTY_COMMITTEE.match(label):
            place = self.locality.place(found[2], at)
            return found[1] + place + label[len(found[1]) + 1 :] if place else label
        if grammar.is_bare(label):
            return self._taken_over(label, at, given, before)
        if zone := grammar.zone.match(label):
            own = self._zone() or ""
            return own + label[zone.end() :] if own.endswith(zone[0]) else (self.locality.short or "") + label
        if grammar.local.match(label):
            return self._own_place(given) + label
        if unit := grammar.unit.match(label):
            return self._unit(label, unit[0], at)
        return self._expanded(label, at, given)

    def _is_secretary(self, label: str, given: list[str]) -> bool:
        """云溪市委常委、|秘书长: the committee's."""
        return label.endswith("秘书长") and self.grammar.is_bare(label) and _committee(given) is not None

    def _expanded(self, label: str, at: int, given: list[str]) -> str:
        """市公安局局长 after 瀛山市副市长 is 瀛山市公安局局长; else as the locality has it."""
        level = label[:1]
        place = _place_of(given, level) if level in EXPANDED and label[1:2] != "长" else None
        return place + label[1:] if place else self.locality.expand(label, at)

    def _governor(self, label: str, at: int, given: list[str]) -> str:
        """副市长 after 瀛山市政府党组成员 is 瀛山市副市长, whatever the locality."""
        level = GOVERNED.search(label)
        place = _place_of(given, level[0]) if level else None
        if place and level and level[0] == "州" and self.locality.level == "州":
            place = self.locality.name
        return place + label if place else self.locality.expand(label, at)

    def _own_place(self, given: list[str], suffix: str = "") -> str:
        """The place that a body without one belongs to."""
        for post in reversed(given):
            if found := PLACE_BEFORE_BODY.match(post):
                return found[1] + suffix
        name = self.locality.name
        if name is None or name == "全国":
            return ""
        return place_of_organs(name) + suffix

    def _taken_over(self, label: str, at: int, given: list[str], before: tuple[Title, ...]) -> str:
        """A bare title with the body that a title before it names."""
        body_of = self.grammar.body
        body = next((b for post in reversed(given) if (b := body_of(post, label))), None)
        if body is None:
            earlier = (self._written_out(title, []) for title in reversed(before))
            body = next((b for post in earlier if (b := body_of(post)) and suits(label, b)), None)
        if body is None and label.startswith(ZONE_BODIES):
            body = self._zone()
        if body is None:
            return self._unit_before(label, at)
        if label.startswith(ZONE_BODIES):
            for part in ZONE_BODIES:
                body = body.removesuffix(part)
        return body + label

    def _zone(self) -> str | None:
        """The development zone that the article speaks from: 榕某经开区."""
        counted = Counter(ZONED.findall(self.text)).most_common(1)
        return counted[0][0] if counted else None

    def _unit_before(self, label: str, at: int) -> str:
        """支队长 behind 武警云溪支队官兵: the unit that the text named last."""
        unit = UNIT_LEADER.match(label)
        found = self._last_named(unit[1], at) if unit else None
        return found + label if found else label

    def _unit(self, label: str, unit: str, at: int) -> str:
        """集团党委书记 behind 云溪水泥集团: the fuller name that the text gives."""
        found = self._last_named(unit, at)
        if found:
            return found + label[len(unit) :]
        if unit == "军分区" and self.locality.short:
            return self.locality.short + label
        return label

    def _last_named(self, unit: str, at: int) -> str | None:
        pattern = re.compile(rf"([^的了在到与对由和向是，。、；：,.;:“”《》（）()\s\d]{{2,12}}?{unit})")
        names = [m[1] for m in pattern.finditer(self.text, 0, at)]
        opening = next((name for name in names if self.text.lstrip().startswith(name)), None)
        return opening or (names[-1] if names else None)


def _shortened(title: str) -> str:
    """A title in its usual form: 市委书记 of 中国共产党市委员会书记."""
    label = FOREWORD.sub("", title)
    for pattern, short in LONG_FORMS:
        label = pattern.sub(short, label)
    return FOREWORD.sub("", label)


def _committee(posts: list[str]) -> str | None:
    """The Party committee that an earlier title of the same person names: 云溪市委 of 云溪市委常委."""
    found = next((m for post in reversed(posts) if (m := COMMITTEE.match(post))), None)
    return (found[1] or found[2]) if found else None


def _place_of(posts: list[str], level: str) -> str | None:
    """The place of that level which the nearest earlier title of the same person names."""
    for post in reversed(posts):
        found = PLACE_OF_LEVEL[level].match(post)
        if found and not OF_PARTY.match(post):
            return found[1]
    return None
