"""Titles as they are written, posts as they are meant.

`市委副书记、市长张某` gives the titles 市委副书记 and 市长; with the article's locality they are the posts 汉中市委副书记
and 汉中市市长. A title that names no body takes the one of the title before it: of `云溪市委常委、组织部部长` the second
is 云溪市委组织部部长, of `市人大常委会主任邬某主持，副主任柏某出席` the second is 云溪市人大常委会副主任.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from zhengmai.extract.places import Locality
from zhengmai.extract.titles import Title
from zhengmai.model import Span, TenureStatus

FOREWORD = re.compile(r"^(?:中国共产党|中共(?!中央)|现任|新任|时任|新当选的?|拟任)")
LONG_FORMS = (
    (re.compile(r"(?:第[一二三四五六七八九十]+届)?人民代表大会常务委员会"), "人大常委会"),
    (re.compile(r"([省市区县州盟旗])委员会(?=书记|副书记|常委|委员|常务)"), r"\1委"),
    (
        re.compile(
            r"^(.{2,8}(?:省|市|县|区|州|盟|旗))人民政府(?=(?:常务)?(?:代理?)?副?(?:省长|市长|县长|区长|州长|盟长|旗长))"
        ),
        r"\1",
    ),
    (
        re.compile(r"^(省|市|县|区|州|盟|旗)人民政府(?=(?:常务)?(?:代理?)?副?(?:省长|市长|县长|区长|州长|盟长|旗长))"),
        "",
    ),
    (re.compile(r"^(省|市|县|区|州|盟|旗)政府(?=副(?:省长|市长|县长|区长|州长|盟长|旗长))"), ""),
)
# The end of a title, before which the body stands: 市发展改革委|党组书记.
ROLE = re.compile(
    r"(?:党组|党委|党工委|党总支|党支部|机关党组|机关党委)?(?:原|前)?(?:常务|专职|兼职|挂职|执行|名誉|第一|代理|代)?副?"
    r"(?:书记|主任委员|主任|主席|委员长|秘书长|局长|厅长|部长|院长|校长|检察长|总经理|董事长|总裁|经理|司令员|政委|政治委员|参谋长|会长|理事长|行长|所长|站长|处长|科长|"
    r"常委|委员|成员|组长|总指挥|指挥长|支队长|大队长|总队长|队长|党组成员|新闻发言人|发言人|总会计师|总经济师|总规划师|负责人|总工程师|主委|市长|省长|县长|区长|州长|旗长|盟长|镇长|乡长|巡视员|调研员|候选人)$"
)
PARTY_ROLE = re.compile(r"(?:党组|党委|党工委|党总支|党支部|机关党组|机关党委)")
PARTY_POST = re.compile(r"(?:第一)?副?书记|常委|委员|成员")
# Parts of a body that are named without it: 管委会主任, 政治部主任, 工会主席.
INSIDE = re.compile(r"(?:管委会|党工委|纪检监察工委|政治部|政工室|办公室|综合办公室|工会|机关工会|纪委|团委|财务部|审委会|民一庭|执行局|立案庭)?")
# A department of a Party committee, as it stands after the committee's own post.
COMMITTEE_PART = re.compile(
    r"^(?:组织部|宣传部|统战部|统一战线工作部|政法委|社会工作部|办公室|办公厅|政研室|改革办|编办|网信办|巡察办|老干部局|党校|督查室|农办|财办|外办|国安办|机要局|直属机关工委|直属机关党工委)"
)
DISCIPLINE = re.compile(
    r"^(?:纪委|监委|监察委|纪检委|政协|人大|法院|检察院|人民法院|人民检察院|总工会|工商联|妇联|团委|人武部|公安局)"
)
COMMITTEE = re.compile(
    r"^(.{0,12}?(?:省|市|县|区|州|盟|旗|镇|乡|师市|党)委)(?:书记|副书记|常委|委员|$)|^(.{2,16}党工委)(?:书记|副书记|委员)"
)
ZONE = re.compile(
    r"^(?:高新|经开|经济技术开发|经济开发|开发|工业园|新|保税|综合保税|自贸|旅游度假|示范|产业园)(?:技术产业开发)?区"
)
ZONED = re.compile(r"(?<![一-鿿])(?:中共)?([一-鿿]{2,3}(?:经开区|高新区|开发区|新区|保税区|示范区|度假区|产业园区|工业园区))")
PARTIES = re.compile(r"^(民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(省|市|县|区|州)委(?:会)?")
DEMOCRATIC = re.compile(r"民革|民盟|民建|民进|农工党|致公党|九三学社|台盟")
UNIT = re.compile(
    r"^(军分区|警备区|局(?=党|机关|领导|政)|集团|公司|总公司|供电公司|分公司|学院|大学|学校|医院|支队|总队|大队|合作社|管委会|指挥部)"
)
GOVERNS = re.compile(r"^(?:原|前)?(?:常务|代理|代)?副?(?:代理|代)?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长)")
FIXED = {"委员长": "全国人大常委会委员长", "副委员长": "全国人大常委会副委员长"}
STATUS = (
    (re.compile(r"^(?:原|前|老)(?!则|进|沿)|(?<=[委协会府院局])原(?=副?(?:书记|主席|主任|常委|秘书长|院长|局长))"), TenureStatus.FORMER),
    (re.compile(r"候选人$"), TenureStatus.CANDIDATE),
    (
        re.compile(
            r"(?:^|[省市县区州盟旗])(?:代理?)(?=副?(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|检察长|院长|主任|主席|书记))"
        ),
        TenureStatus.ACTING,
    ),
)


@dataclass(frozen=True, slots=True)
class Body:
    """The body that the last title named, which a bare title takes over: 市人大常委会."""

    label: str
    sentence: int  # where its sentence begins


class PostWriter:
    """Writes the titles of one article out as posts, from its beginning to its end."""

    def __init__(self, locality: Locality, text: str) -> None:
        self.locality = locality
        self.text = text

    def posts(self, titles: tuple[Title, ...], before: tuple[Title, ...]) -> list[tuple[Title, str]]:
        """Each title with its post. `before`: titles that stand earlier in the sentence or paragraph, nearest last."""
        out: list[tuple[Title, str]] = []
        given: list[str] = []
        for title in (part for title in titles for part in _parts(title)):
            post = self._written_out(title, given, before)
            given.append(post)
            out.append((title, post))
        return out

    def _written_out(self, title: Title, given: list[str], before: tuple[Title, ...] = ()) -> str:
        label = FOREWORD.sub("", title.text)
        for pattern, short in LONG_FORMS:
            label = pattern.sub(short, label)
        label = FOREWORD.sub("", label)
        at = title.span.start
        if label in FIXED:
            return FIXED[label]
        if GOVERNS.match(label):
            return self._governor(label, at, given)
        if label.startswith(("自治区",)):
            return self.locality.expand(label, at)
        if COMMITTEE_PART.match(label) or (label.endswith("秘书长") and self._is_bare(label) and _committee(given)):
            return self._committee_part(label, at, given)
        if found := PARTIES.match(label):
            place = self.locality.place(found[2], at)
            return found[1] + place + label[len(found[1]) + 1 :] if place else label
        if self._is_bare(label):
            return self._taken_over(label, at, given, before)
        if zone := ZONE.match(label):
            own = self._zone() or ""
            return own + label[zone.end() :] if own.endswith(zone[0]) else (self.locality.short or "") + label
        if DISCIPLINE.match(label):
            return self._own(at, given) + label
        if UNIT.match(label):
            return self._unit(label, at)
        return self._expanded(label, at, given)

    def _expanded(self, label: str, at: int, given: list[str]) -> str:
        level = label[:1]
        place = _place_of(given, level)
        if place and label[1:2] != "长" and level in "省市县区州盟旗":
            return place + label[1:]
        return self.locality.expand(label, at)

    def _governor(self, label: str, at: int, given: list[str]) -> str:
        """副市长 after 瀛山市政府党组成员 is 瀛山市副市长, whatever the locality."""
        level = re.search(r"[省市县区州盟旗镇乡](?=长)", label)
        place = _place_of(given, level[0]) if level else None
        if place and level and level[0] == "州" and self.locality.level == "州":
            place = self.locality.name
        return place + label if place else self.locality.expand(label, at)

    def _committee_part(self, label: str, at: int, given: list[str]) -> str:
        return (_committee(given) or self._own(at, given, "委")) + label

    def _own(self, at: int, given: list[str], suffix: str = "") -> str:
        """The place that a body without one belongs to."""
        for post in reversed(given):
            if found := re.match(r"^(.{2,8}?(?:省|市|县|区|州|盟|旗|镇|乡))(?=党?委|政府|人大|政协|副|长)", post):
                return found[1] + suffix
        name = self.locality.name
        if name is None or name == "全国":
            return ""
        return re.sub("自治州$", "州", name) + suffix

    def _is_bare(self, label: str) -> bool:
        """A title that names no body: 副主任, 党组成员, 管委会主任, 政治部主任."""
        found = ROLE.search(label)
        return found is not None and not label.endswith("执行主席") and bool(INSIDE.fullmatch(label[: found.start()]))

    def _taken_over(self, label: str, at: int, given: list[str], before: tuple[Title, ...]) -> str:
        party = PARTY_POST.fullmatch(label) is not None
        body = next((b for post in reversed(given) if (b := _body(post, party))), None)
        if body is None:
            earlier = (self._written_out(title, []) for title in reversed(before))
            body = next((b for post in earlier if (b := _body(post)) and _suits(label, b)), None)
        if body is None and label.startswith(("党工委", "管委会", "纪检监察工委", "工委")):
            body = self._zone()
        if body is None:
            return self._unit_before(label, at)
        if label.startswith(("管委会", "党工委", "纪检监察工委")):
            return re.sub("(?:管委会|党工委|纪检监察工委)$", "", body) + label
        return body + label

    def _zone(self) -> str | None:
        """The development zone that the article speaks from: 榕某经开区."""
        counted = Counter(ZONED.findall(self.text)).most_common(1)
        return counted[0][0] if counted else None

    def _unit_before(self, label: str, at: int) -> str:
        """支队长 behind 武警云溪支队官兵: the unit that the text named last."""
        unit = re.match(r"(支队|大队|总队|中队)长", label)
        found = self._last_named(unit[1], at) if unit else None
        return found + label if found else label

    def _unit(self, label: str, at: int) -> str:
        """集团党委书记 behind 云溪水泥集团: the fuller name that the text gives."""
        unit = UNIT.match(label)
        assert unit is not None
        found = self._last_named(unit[1], at)
        if found:
            return found + label[len(unit[1]) :]
        if unit[1] == "军分区" and self.locality.short:
            return self.locality.short + label
        return label

    def _last_named(self, unit: str, at: int) -> str | None:
        pattern = re.compile(rf"([^的了在到与对由和向是，。、；：,.;:“”《》（）()\s\d]{{2,12}}?{unit})")
        names = [m[1] for m in pattern.finditer(self.text, 0, at)]
        opening = next((name for name in names if self.text.lstrip().startswith(name)), None)
        return opening or (names[-1] if names else None)


def _parts(title: Title) -> list[Title]:
    """全国政协副主席兼秘书长 is two offices."""
    first, also, second = title.text.partition("兼")
    if not also or not ROLE.search(first) or not ROLE.search(second):
        return [title]
    start = title.span.start
    middle = start + len(first)
    return [Title(first, Span(start, middle)), Title(second.removeprefix("任"), Span(middle + 1, title.span.stop))]


def _committee(posts: list[str]) -> str | None:
    """The Party committee that an earlier title of the same person names: 云溪市委 of 云溪市委常委."""
    found = next((m for post in reversed(posts) if (m := COMMITTEE.match(post))), None)
    return (found[1] or found[2]) if found else None


def _place_of(posts: list[str], level: str) -> str | None:
    """The place of that level which the nearest earlier title of the same person names."""
    for post in reversed(posts):
        if found := re.match(
            rf"^(.{{1,10}}?{level})(?=委|政府|人大|政协|人民|常务|代|副|长|{level}长|纪委|监委)", post
        ):
            if not DEMOCRATIC.match(post):
                return found[1]
    return None


def _body(post: str, party: bool = False) -> str | None:
    """市人大常委会 of 市人大常委会主任; 市发展改革委 of 市发展改革委党组书记, with 党组 for a post of the Party there."""
    found = ROLE.search(post)
    if not found or found.start() == 0:
        return None
    body = post[: found.start()]
    if party and (committee := PARTY_ROLE.match(found[0])):
        return body + committee[0]
    return PARTY_ROLE.sub("", body) or None


SUITS = (
    ("主任", ("会", "委", "办", "室", "中心", "院", "局", "集团", "公司")),
    ("院长", ("院",)),
    ("局长", ("局",)),
    ("经理", ("集团", "公司")),
    ("会计师", ("集团", "公司")),
    ("书记", ("院", "局", "委", "办", "集团", "公司", "学", "校", "会")),
    ("成员", ("院", "局", "委", "办", "集团", "公司", "府", "会")),
    ("主席", ("政协", "会", "联", "集团", "公司")),
    ("秘书长", ("会", "政协", "府", "委", "联")),
    ("委员", ("会", "政协", "委", "组")),
    ("政委", ("区", "队", "部")),
    ("司令员", ("区", "队", "部")),
)


def _suits(label: str, body: str) -> bool:
    """Whether a bare title can belong to a body named elsewhere in the sentence."""
    return any(label.endswith(role) and body.endswith(ends) for role, ends in SUITS)


def status_of(post: str) -> TenureStatus:
    """What the words of a post say about how it is held: 代市长 is acting, 原书记 former."""
    return next((status for pattern, status in STATUS if pattern.search(post)), TenureStatus.HELD)


def same_post(post: str, other: str) -> bool:
    """Whether a shorter form says no more than another post of the same person: 总书记 and 中共中央总书记."""
    if post == other or (len(post) < len(other) and other.endswith(post)):
        return True
    mine, theirs = ROLE.search(post), ROLE.search(other)
    if not mine or not theirs or mine[0] != theirs[0] or len(post) >= len(other):
        return False
    return bool(post[: mine.start()]) and other.startswith(post[: mine.start()])
