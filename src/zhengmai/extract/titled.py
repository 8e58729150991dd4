"""People by their titles: 市委书记|韩某, 韩某|书记.

The surest route to a name. A title before a name is shared by the names that follow it in a run: `市委常委岑某、栾某`.
"""

from __future__ import annotations

import re

from zhengmai.extract.names import Name
from zhengmai.extract.roster import LEFT, ORGAN_ENDS, Holder, Roster
from zhengmai.extract.titles import Head, Title
from zhengmai.model import Span

GAP = frozenset(" 　（(")
# 选举结果: a line 县人民法院院长：文某
ELECTED = re.compile(r"[：:][ 　]?(?=[\u4e00-\u9fff]{1,4}(?:[ 　][\u4e00-\u9fff])?[\u4e00-\u9fff]{0,2}(?:、|[（(]|\n|$))")
LISTED_ALONE = re.compile(r"[\u4e00-\u9fff]{2,3}(?=、|[（(]|\n|$)")
IN_OFFICE = re.compile(r"[（(][^（()）]{1,12}[）)]|[ 　]{1,2}")  # 副主任(主持工作)|应某 · 人武部政委 |边某
AND = re.compile(r"[ 　]?、[ 　]?|和|及(?!其)|以及|与|[ 　](?=[\u4e00-\u9fff]{2,3}[ 　、])")
OFFICIAL_DELEGATE = re.compile(r"(?:人大|党|首席|全权|特别|常驻|高级)(?:副)?代表$")
LEADER = "习近平"
BEFORE_NAME_TITLES = frozenset(
    "总书记 书记 副书记 市长 副市长 县长 副县长 区长 副区长 省长 副省长 州长 副州长 主席 副主席 总理 副总理 委员长 主任 副主任 局长 副局长 部长 厅长 董事长 总经理 "
    "院长 校长 镇长 乡长 旗长 盟长 司令员 政委 总统 首相 会长 秘书长 检察长 常委 理事长 行长 大使 外长 国王 议长".split()
)
CONVEYS = frozenset("落实 按照 根据 贯彻 学习 传达 结合 感谢 欢迎".split())
# 海军长沙舰, 福州长乐机场: no 军长, no 州长.
LONG_WORDS = frozenset("长治 长江 长城 长期 长效 长远 长征 长春 长沙 长乐 长宁 长安 长武 长足 长久 长度 长廊 长三 长寿 长兴 长丰".split())
STRONG_AFTER = frozenset(
    "总书记 书记 市长 县长 区长 省长 州长 主席 总理 委员长 主任 局长 部长 厅长 董事长 总经理 总统 首相 同志 镇长 乡长 院长 校长".split()
)


def take_titled(roster: Roster) -> None:
    """市委书记|韩某, and the run of names that shares the title."""
    floor = 0
    for head in roster.heads:
        if head.start < floor:
            continue
        name = name_after(roster, head)
        if name is None:
            continue
        titles = _titles(roster, head, floor)
        if titles and LEADER in titles[-1].text:
            continue  # 习近平总书记|关于…: the title belongs to the name before it
        if roster.text[head.stop] in " 　" and titles and not _opens(roster, titles[0]):
            continue  # 方某当选县委书记　|苏某…
        floor = _take_run(roster, name, titles, titles[0].span.start if titles else name.start)


def name_after(roster: Roster, head: Head) -> Name | None:
    """The name behind the head of a title, if one stands there."""
    at = head.stop
    if roster.text[at : at + 1] in "：:" and (elected := ELECTED.match(roster.text, at)):
        at = elected.end()
        listed = LISTED_ALONE.match(roster.text, at)
        return roster.names.read(roster.text, at, strong=True) or (
            Name(at, listed.end(), listed[0], listed[0]) if listed else None
        )
    if roster.text[at : at + 1] in GAP and (gap := IN_OFFICE.match(roster.text, at)):
        at = gap.end()
    if not "㐀" <= roster.text[at : at + 1] <= "鿿":
        return None
    name = roster.names.read(roster.text, at, strong=True)
    if name is None or roster.is_organ(name, titled=True):
        return None
    if roster.text[head.stop - 1 : head.stop + 1] in LONG_WORDS and not roster.names.boundary(roster.text, name.stop):
        return None
    if head.weak and not _is_sure(roster, name):
        return None
    if roster.text[head.start : head.stop] in roster.reader.appellations:
        listed = head.stop - head.start > 2 or roster.text[name.stop : name.stop + 1] == "、"  # 省政协领导|李某、…
        return name if listed and roster.names.could_be_name(name.name) else None
    return name


def _is_sure(roster: Roster, name: Name) -> bool:
    """A name that would be one behind any noun: 职工|章某满, not 群众|福祉."""
    if name.name in roster.names.not_names or roster.names.boundary(roster.text, name.stop) < 2:
        return False
    listed = roster.text[name.stop : name.stop + 1] == "、"  # 委员|乜某远、佟某、…
    if listed and (name.name[0] in roster.names.surnames or name.name[:2] in roster.names.surnames):
        return True
    rank = roster.names.surnames.get(name.name[0]) or roster.names.surnames.get(name.name[:2])
    return rank == "common" or (rank == "uncommon" and len(name.name) > 2) or len(name.name) > 4


def _titles(roster: Roster, head: Head, floor: int) -> tuple[Title, ...]:
    titles = roster.reader.titles.titles(roster.text, head, roster.ends, floor)
    return tuple(t for t in titles if t.text not in roster.reader.appellations and not _is_call(roster, t.text))


def _is_call(roster: Roster, title: str) -> bool:
    """A word beside a name that is no office: 市领导, 困难职工."""
    if title.endswith("代表") and not OFFICIAL_DELEGATE.search(title):
        return True
    return title.startswith("退休") or title.endswith(roster.reader.calls)


def _opens(roster: Roster, title: Title) -> bool:
    """Whether a title stands at the beginning of a clause or an item of a list."""
    return not title.span.start or roster.text[title.span.start - 1] in "、，,；;。\n　 "


def _take_run(roster: Roster, name: Name, titles: tuple[Title, ...], start: int) -> int:
    """Takes a name and those that follow it in a run; gives where the run ends."""
    order = 1
    while True:
        stop = roster.take(name, titles, start, order)
        following = AND.match(roster.text, stop)
        if not following:
            return stop
        at = following.end()
        nxt = roster.names.read(roster.text, at, strong=True) or _listed_name(roster, at, following[0].strip())
        if (
            nxt is None
            or not roster.names.boundary(roster.text, nxt.stop)
            or roster.is_organ(nxt, titled=True)
            or _holds_head(roster, at)
        ):
            return stop
        joined = following[0].strip()
        if joined not in ("、", "和", "") or (joined == "和" and order == 1):
            titles = ()  # 副市长池某与|庞某分别代表双方签约; 县长温某及|仇某
        name, start, order = nxt, nxt.start, order + 1


LISTED = re.compile(r"([\u4e00-\u9fff]{2,3})(?=、|[（(](?:女|男|[\u4e00-\u9fff]{1,6}族)|出席|参加|列席|陪同|在主席台|等(?:同志|领导|出席|参加|市领导|县领导))")
GROUP_ENDS = frozenset("委员 代表 同志 领导 成员 人员 干部 群众 部门 单位 机关 企业 各界 负责 市直 县直 省直 驻军 部队 专家 学者 嘉宾".split())


def _listed_name(roster: Roster, at: int, joined: str) -> Name | None:
    """A name whose surname no list has, by its place in a run: 蒙某（瑶族）、|滚某明（苗族）."""
    found = LISTED.match(roster.text, at) if joined == "、" else None
    if not found or found[1][-2:] in GROUP_ENDS or found[1] in roster.names.words or found[1][-1] in ORGAN_ENDS:
        return None
    return Name(at, found.end(), found[1], found[1])


def _holds_head(roster: Roster, at: int) -> bool:
    """Whether the item of a list that begins here is a titled name itself: 、副市长|高某."""
    stop = at
    while stop < len(roster.text) and roster.text[stop] not in "、，,。；;\n（(和及与":
        stop += 1
    head = roster.head_within(at, stop)
    return head is not None and name_after(roster, head) is not None


def take_before_titles(roster: Roster) -> None:
    """韩某书记, 栗某委员长: a title behind the name."""
    known = {h.name.name: h.name for h in roster.holders}
    for head in roster.heads:
        word = roster.text[head.start : head.stop]
        if word in BEFORE_NAME_TITLES and not roster.is_taken(head.start):
            name = _name_before(roster, head, known)
            if name:
                _extend(roster, name, head, word)


def _name_before(roster: Roster, head: Head, known: dict[str, Name]) -> Name | None:
    text, stop = roster.text, head.start
    for length in (4, 3, 2):
        start = stop - length
        word = text[start:stop]
        if start < 0 or (roster.is_taken(start) and word not in known):
            continue
        if word in known or word == LEADER:
            return Name(start, stop, word, word)
    if text[head.start : head.stop] not in STRONG_AFTER or not roster.names.boundary(text, head.stop):
        return None
    for length in (3, 2):
        start = stop - length
        word = text[start:stop]
        if start < 0 or not re.fullmatch(r"[\u4e00-\u9fff]+", word) or word[0] not in roster.names.surnames:
            continue
        edge = not start or text[start - 1] in LEFT or text[start - 2 : start] in CONVEYS
        fine = edge and roster.names.surnames[word[0]] == "common" and word[-1] not in ORGAN_ENDS
        if (
            fine
            and word not in roster.names.not_names
            and word not in roster.reader.places
            and not roster.is_taken(start)
        ):
            return Name(start, stop, word, word)
    return None


def _extend(roster: Roster, name: Name, head: Head, word: str) -> None:
    """Takes the title behind a name into the mention."""
    title = Title(word, Span(head.start, head.stop))
    for which, holder in enumerate(roster.holders):
        if holder.name.start == name.start:
            span = Span(holder.span.start, head.stop)
            roster.holders[which] = Holder(holder.name, (*holder.titles, title), span, holder.note, holder.order)
            roster.cover(span)
            return
    roster.put(Holder(name, (title,), Span(name.start, head.stop), after=True))
