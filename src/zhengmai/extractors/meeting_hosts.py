"""Whose meeting it is.

Comes in: a meeting's names, who is said to convene it, who chairs it. Goes out: the body in short form, with its
place: `五届市政府第23次常务会议` is 云溪市政府's, `全市重点工作推进会` 云溪市's, a symposium that the mayor chairs
云溪市政府's. Where nothing tells, none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from zhengmai.rules import Rule

LEVELS = "省市县区州盟旗镇乡"
WHERE = rf"(?:[一-鿿]{{2,7}}?(?:自治)?[{LEVELS}]|[{LEVELS}]|自治区)"
TERM = r"第?[一二三四五六七八九十百\d]+届"
YEAR = re.compile(r"^(?:19|20)\d\d年(?:度)?")
PARTY = re.compile(r"^(?:中国共产党|中共)(?!中央)")
UPPER = re.compile(r"^[一-鿿]{2,8}?(?:省|自治区|市|州)(?=[一-鿿]{2,6}[市县区旗](?:委|政府|人大|政协|纪|$))")
# How a body is written out in short: 云溪市人民政府新闻办公室 is 云溪市政府新闻办.
REWRITES = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (rf"^政协([一-鿿]{{2,7}}?[{LEVELS}])(?:{TERM})?委员会(?:常务委员会)?$", r"\1政协"),
        (rf"^政协{TERM}全国委员会(?:常务委员会)?$", "全国政协"),
        (r"纪律检查委员会", "纪委"),
        (rf"([{LEVELS}])委员会$", r"\1委"),
        (r"人民政府", "政府"),
        (r"新闻办公室$", "新闻办"),
        (r"^新一届", ""),
        (r"(?:党委)?理论学习中心组(?:（扩大）|\(扩大\))?$", ""),
        (r"委(?:常务委员会|常委会|常委班子|领导班子)$", "委"),
        (r"自治州", "州"),
        (rf"^{TERM}", ""),
        (rf"^((?:[一-鿿]{{2,7}}?)?[{LEVELS}]){TERM}", r"\1"),
    )
)
NOT_BODIES = re.compile(
    r"^(?:[并还在于].*|双方|随后|其间|期间|会议|大会|现场|各(?!族).*|我国|.*主持|.*[的了]"
    r"|.*(?:代表|委员|同志|领导|人员|活动|仪式|代表[组团队]))$"
)
BODY_END = re.compile(
    rf"(?:[{LEVELS}委局厅部院办会组队]|中央|政府|政协|人大|政治局|国务院|办公室|中心|班子|[一二三四五六七八九十\d][师团]|街道|主席团|指挥部|公司|集团|大学|学校)$"
)
UNIT = "市|师|镇|乡|街道|局|厅|集团|公司|大学|学院|法院|检察院|银行"
HEADS = re.compile(r"(?:常务)?副?(?:总指挥|指挥长|政委|组长|主任|秘书长|会长|召集人)$")
COMMANDS = re.compile(r"(?:指挥部|领导小组|安委会|规委会|防指)$")
GOVERNOR = re.compile(rf"(?:代|副|代理)?([{LEVELS}])长$|([{LEVELS}])政府(?:副?秘书长|党组)|自治区(?:政府)?主席")
SECRETARY = re.compile(rf"([{LEVELS}])委书记$|自治区党委书记")
# Other offices, and the body that their holder convenes for.
OFFICES = tuple(
    (re.compile(pattern), host)
    for pattern, host in (
        (r"^(?:国务院)?副?总理$", "国务院"),
        (r"全国人大常委会(?:副)?委员长|^委员长$", "全国人大常委会"),
        (r"^全国政协副?主席$", "全国政协"),
        (rf"(?P<where>{WHERE})?人大常委会(?:党组)?(?:副?主任|副?书记)", "{where}人大常委会"),
        (rf"(?P<where>{WHERE})?政协(?:党组)?(?:副?主席|副?书记)", "{where}政协"),
        (r"(?P<where>[一-鿿]{0,8})党工委(?:副?书记|委员)", "{where}党工委"),
        (rf"(?P<where>[一-鿿]{{1,14}}(?:{UNIT}))(?P<who>党委|党组)(?:副?书记|常委|委员)$", "{where}{who}"),
        (rf"^(?P<where>[一-鿿]{{1,14}}(?:{UNIT}))(?:党组书记|院长|检察长|校长|董事长)$", "{where}"),
        (rf"(?P<where>{WHERE}|自治区党)委(?:副书记|常委|秘书长|[一-鿿]{{2}}部部长|政法委书记)", "{where}委"),
    )
)
# A name that begins with an organ says whose by its convener: 柳泉镇召开党委会议.
ORGAN = re.compile(r"党委|党组|党工委|纪委|纪工委|团委|工委")
DIVISION = re.compile(r"第[一二三四五六七八九十]+师[一-鿿]{2,5}?市")  # what 师市 is short for
# Meetings of others than Party and state; whose they are is not for the place to say.
ORGANISED = re.compile(
    r"协会|商会|学会|联谊会|研究会|基金会|红十字会|残联|公司|集团|大学|学院|银行|联盟|全国|中国|世界|国际|届|第\S{1,3}次"
)


class Places(Protocol):
    """Writes the place of a bare level out: 市委 -> 云溪市委; what it does not know it leaves."""

    @property
    def name(self) -> str | None: ...

    def expand(self, label: str, at: int | None = None) -> str: ...


class HostReader:
    """The rules of hosts with the places of one article."""

    def __init__(self, rules: Sequence[Rule], places: Places, text: str = "") -> None:
        self.rules = rules
        self.places = places
        self.division = DIVISION.search(text) if "师市" in text else None

    def host(
        self, names: Sequence[str], convener: str | None, chair: Sequence[str], at: int | None = None
    ) -> str | None:
        """The body whose meeting it is: told as convening, in a name, or by the chair's office (`chair`: titles)."""
        if convener and is_body(convener) and "会议" not in convener:  # 人大一次会议主席团: its congress's
            told = self._convened(convener, at)
            if told:
                return self._nearer(told, names, chair, at)
        for name in names:
            if (found := self._from_name(name)) is not None:
                return self._written_out(found, at)
        office = _topical(names, chair) or _office(chair)
        if office:
            return self._written_out(office, at)
        local = names and self.places.name != "全国" and not ORGANISED.search(names[0])
        return self.places.name if local else None

    def _nearer(self, told: str, names: Sequence[str], chair: Sequence[str], at: int | None) -> str:
        """The organ of the convener that the name speaks of: 柳泉镇召开党委会议, 我市召开市委常委会会议."""
        organs = [organ[0] for name in names if (organ := ORGAN.match(name))]
        if organs and not told.endswith(organs[0]):
            told = told + organs[0]
            office = _office(chair)  # 经开区召开党工委会议, and 云溪经开区党工委书记 chairs
            return office if office and office.endswith(told) else told
        for name in names if told[-1] in LEVELS else ():
            whose = self._written_out(self._from_name(name) or "", at)
            if whose and whose.startswith(told):
                return whose
        return told

    def _convened(self, words: str, at: int | None) -> str | None:
        words = re.split("[与和]", words)[0].strip()
        return self._written_out(re.sub(rf"^(?:我|本|该|全)([{LEVELS}])$", r"\1", words), at)

    def _from_name(self, name: str) -> str | None:
        name = YEAR.sub("", name.split("暨")[0]).replace("中国人民政治协商会议", "政协")
        name = PARTY.sub("", name)
        for rule in self.rules:
            if found := rule.pattern.search(name):
                words = {key: value or "" for key, value in found.groupdict().items()}
                host: str = rule.gives["host"].format(**words)
                return host
        return None

    def _written_out(self, body: str, at: int | None) -> str | None:
        """In short form, with its place; None for a bare level (全省) whose place is not known."""
        if self.division and body.startswith("师市"):
            return self.division[0] + body.removeprefix("师市")
        body = UPPER.sub("", PARTY.sub("", body))  # 瀛山市平泽县委 is 平泽县委
        for pattern, new in REWRITES:
            body = pattern.sub(new, body)
        if body in LEVELS:
            place = self.places.expand(body + "委", at).removesuffix("委")
            return place if len(place) > 1 else None
        return self.places.expand(body, at)


def is_body(words: str) -> bool:
    """Whether words before 召开 name who convenes: 云溪市, 市政府党组; not 双方, 并主持."""
    return bool(BODY_END.search(words)) and not NOT_BODIES.match(words)


def _topical(names: Sequence[str], titles: Iterable[str]) -> str | None:
    """`市防汛抗旱指挥部总指挥` chairs 防汛调度会 as what he is there."""
    for title in titles:
        body = HEADS.sub("", title)
        if body == title or not COMMANDS.search(body):
            continue
        topic = re.sub(rf"^(?:{WHERE}委?)|指挥部|领导小组|工作|委员会|会$", "", body)
        pairs = {topic[i : i + 2] for i in range(len(topic) - 1)}
        if any(pair in name for pair in pairs for name in names):
            return body
    return None


def _office(titles: Sequence[str]) -> str | None:
    """The body that the holder of these titles acts for: a secretary for the committee, a mayor for the government."""
    for title in titles:
        if found := SECRETARY.search(title):
            return _prefix(title, found.start(1)) + found[1] + "委" if found[1] else "自治区党委"
    for title in titles:
        if found := GOVERNOR.search(title):
            level = 1 if found[1] else 2
            return _prefix(title, found.start(level)) + found[level] + "政府" if found[level] else "自治区政府"
    for title in titles:
        for pattern, host in OFFICES:
            if found := pattern.search(title):
                return host.format(**{key: value or "" for key, value in found.groupdict().items()})
    return None


def _prefix(title: str, stop: int) -> str:
    """The place in a title: 云溪 of 云溪市委书记, nothing of 市委书记."""
    before = re.sub(r"(?:常务)?副$|代理?$|原$|时任$", "", title[:stop]).removesuffix(title[stop])
    last = re.split("[省市州盟]", before)[-1]
    return last if re.fullmatch(r"[一-鿿]{2,6}", last) else ""
