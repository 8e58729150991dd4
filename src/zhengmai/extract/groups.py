"""Unnamed people and bodies in a list: `市直各部门主要负责同志，基层市党代表列席会议`.

Comes in: a stretch of a tagged sentence. Goes out: the groups in the article's words, split at `，` and at those
`、` where both sides stand alone: `市委委员、候补委员` are two, `县直各部门、各乡镇党政主要负责同志` share their head and are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengmai.model import Span
from zhengmai.tagging import KINDS, Tagged

# What a group of people ends in.
PEOPLE = re.compile(
    r"(?:委员|候补委员|常委|代表|同志|负责人|领导|领导成员|成员|人员|干部|群众|主官|职工|嘉宾|专家|学者|企业家|正职|副职|党员|书记|副书记|主任|主席|局长|镇长|乡长|县长|市长|区长|州长|部长|校长|院长|秘书长|会长|"
    r"主委|理事长|师生|官兵|教师|学生|学员|媒体|记者|人士|骨干|班子|客商|家属|居民|村民|志愿者|团队|模范|劳模|顾问|教授|院士|老领导|老同志|负责同志|分管领导|主管领导|议员|董事长|总经理|组长|组成人员|"
    r"县\)长|县）长|市）长|区）长|\)委书记|）委书记|联络员|工作者|负责干部|班子成员|全体人员|同学|青年|队员|检察长|法官|检察官|记者代表|法定代表人|人选|董事|监事|庭长|主席团|全体|公民|市民|群众代表|旁听人员|院士专家)$"
)
# What a body ends in; bodies count as groups where they speak, report, or are named in full.
BODIES = re.compile(
    r"(?:局|委|办|厅|部|院|室|县|市|区|镇|乡|街道|州|盟|旗|省|公司|集团|企业|单位|部门|学校|大学|学院|医院|协会|商会|中心|委员会|办公室|团体|代表团|机构|组织|各地|组|队|银行|分行|支行|会|站|所|园区|高新区|开发区|社|党委|支部|法院|检察院|（区）|\(区\)|（市）|\(市\)|（市、区）)$"
)
NOT_GROUPS = re.compile(
    r"^(?:会议|全会|大会|会上|会前|会后|据悉|座谈会|双方|大家|与会|与会人员|与会同志|与会领导|与会代表|我们|他们|其(?!他|余)|这|该|全体起立|代表们|委员们|观众|记者|现场|全会由|我国|(?:中国|全市|全省|全县|全区|全国|人民)$|活动|仪式|报告|各位|会议期间)"
    r"|[《》\ue001\ue003]|^(?:他|她|对|就|在|向|为|以|从|把|将|按|按照|围绕|根据|结合|聚焦|针对|通过|受|由|并|还|要|深入|认真|强调|指出|要求|传达|学习|研究|听取|审议|安排|部署|总结|通报|汇报|作|就座|签署|来到|位于|前往|走进|位居)(?!重点|家的|[^，。；]{1,3}的|表彰|邀|聘|灾|命名|邀请)"
    r"|(?:强调|指出|要求|表示|认为|听取|审议|召开|举行|主持|讲话|通过)"
)
COUNT = re.compile(r"(?:共|等|近|约|计)?\d+(?:余|多)?(?:人|名|位)(?:左右)?$|等(?:\d+(?:余|多)?(?:人|名|位))?$")
TAIL = re.compile(
    r"(?:等|共\d+(?:余|多)?人|\d+(?:余|多)?人|代表队)?(?:分别|先后|逐项|逐一|依次|详细|首先|随后|也|还|均|都|应邀|受邀|一同|一起|共同|依次|逐一)*(?:在[^，。；]{1,16}|就[^，。；]{1,30}|围绕[^，。；]{1,30}|结合[^，。；]{1,20}|以(?!及)[^，。；]{2,16}|通过[^，。；]{2,14}|到[^，。；]{1,8})?$"
)
LEAD = re.compile(r"^(?:会上|会后|会议期间|随后|最后|以及|还有|和|及|由|其中|另外|此外|当天|同时|　| )+")


@dataclass(frozen=True, slots=True)
class Group:
    """A group in the article's words; `stop` is where it ends in the tagged text."""

    text: str
    span: Span
    stop: int


def split_groups(tagged: Tagged, start: int, stop: int, pure: bool) -> tuple[Group, ...]:
    """The groups that a stretch of a tagged sentence lists. `pure`: nothing else may stand in it."""
    stretch = tagged.text[start:stop]
    lead = LEAD.match(stretch)
    begin = start + (lead.end() if lead else 0)
    tail = TAIL.search(tagged.text, begin, stop)
    end = tail.start() if tail and not pure else stop
    if tail and pure and tail[0] in ("等",):
        end = tail.start()
    words = tagged.text[begin:end]
    if not words or NOT_GROUPS.search(words) or len(words) > 60:
        return ()
    return tuple(_group(tagged, begin + a, begin + b) for a, b in _parts(words) if b > a)


def named_group(tagged: Tagged, start: int, stop: int) -> Group:
    """The group that a rule bound itself."""
    return _group(tagged, start, stop)


def _group(tagged: Tagged, start: int, stop: int) -> Group:
    count = COUNT.search(tagged.text, start, stop)
    end = count.start() if count and count.start() > start else stop
    span = tagged.span(start, end)
    return Group(_plain(tagged, start, end), span, stop)


def _plain(tagged: Tagged, start: int, stop: int) -> str:
    """The words of a stretch, with the mentions in it written out."""
    mentions = iter(tagged.between(start, stop))
    return "".join(next(mentions).what.name if char in KINDS else char for char in tagged.text[start:stop])


def _parts(words: str) -> list[tuple[int, int]]:
    """Ranges of the single groups within a list; empty where it is none."""
    pieces = _pieces(words)
    if not pieces:
        return []
    ends = [bool(PEOPLE.search(_bare(words[a:b]))) for a, b in pieces]
    if not any(ends):
        if all(BODIES.search(words[a:b]) for a, b in pieces) and all(len(words[a:b]) >= 2 for a, b in pieces):
            return _bodies(words, pieces)
        return []
    if not ends[-1]:
        return []
    out: list[tuple[int, int]] = []
    at: int | None = None
    for (a, b), person in zip(pieces, ends, strict=True):
        at = a if at is None else at
        if person and not _open(words[at:b]):
            out.append((at, b))
            at = None
    if at is not None:
        out.append((at, pieces[-1][1]))
    return out


def _bodies(words: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bodies in a row; the last may be joined by 和: 雪柏县、塔林县和|州农牧局."""
    a, b = pieces[-1]
    joined = re.match(r"(.{2,12}?[县市区局委办部厅院镇乡司])和(.{2,})$", words[a:b])
    if joined:
        return [*pieces[:-1], (a, a + joined.end(1)), (a + joined.start(2), b)]
    return pieces


def _bare(piece: str) -> str:
    return COUNT.sub("", piece)


def _open(words: str) -> bool:
    """A relative clause still waits for its head: 不是市委委员、|候补委员的市级领导同志."""
    return words.startswith(("不是", "非", "出席", "列席", "参加", "来自", "担任")) and "的" not in words


def _pieces(words: str) -> list[tuple[int, int]]:
    """Splits at 、 outside brackets."""
    out = []
    depth = at = 0
    for i, char in enumerate(words):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth -= 1
        elif char in "、，," and depth <= 0:
            out.append((at, i))
            at = i + 1
    out.append((at, len(words)))
    return [(a, b) for a, b in out if b > a]
