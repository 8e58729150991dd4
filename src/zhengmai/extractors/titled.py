"""People by their titles: 市委书记|韩某, 韩某|书记.

The surest route to a name. A title before a name is shared by the names that follow it in a run: `市委常委岑某、栾某`.
"""

from __future__ import annotations

import re

from zhengmai.extractors.names import Name
from zhengmai.extractors.roster import LEFT, ORGAN_ENDS, Holder, Roster
from zhengmai.extractors.titles import Head, Title
from zhengmai.model import Span

GAP = frozenset(" 　（(")
# 选举结果: a line 县人民法院院长：文某
ELECTED = re.compile(
    r"[：:][ 　]?(?=[\u4e00-\u9fff]{1,4}(?:[ 　][\u4e00-\u9fff])?[\u4e00-\u9fff]{0,2}(?:、|[（(]|\n|$))"
)
LISTED_ALONE = re.compile(r"[\u4e00-\u9fff]{2,3}(?=、|[（(]|\n|$)")
LISTED = re.compile(
    r"([\u4e00-\u9fff]{2,3})(?=、|[（(](?:女|男|[\u4e00-\u9fff]{1,6}族)|出席|参加|列席|陪同|在主席台|等(?:同志|领导|出席|参加))"
)
# 市委书记韩某、有关部门、…: what a run of names can go on with and is no name.
GROUP_ENDS = frozenset(
    {"委员", "代表", "同志", "领导", "成员", "人员", "干部", "群众", "部门", "单位", "机关", "企业", "各界"}
)
SHARING = frozenset({"、", "和", ""})  # between names that share a title
IN_OFFICE = re.compile(r"[（(][^（()）]{1,12}[）)]|[ 　]{1,2}")  # 副主任(主持工作)|应某 · 人武部政委 |边某
AND = re.compile(r"[ 　]?、[ 　]?|和|及(?!其)|以及|与|[ 　](?=[\u4e00-\u9fff]{2,3}[ 　、])")
OFFICIAL_DELEGATE = re.compile(r"(?:人大|党|首席|全权|特别|常驻|高级)(?:副)?代表$")
LEADER = "习近平"
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# What is carried out, thanked or welcomed can be a person with the title behind: 贯彻|韩某书记讲话, 感谢|陆某市长.
CONVEYS = frozenset({"落实", "按照", "根据", "贯彻", "学习", "传达", "结合", "感谢", "欢迎"})


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
        return _elected(roster, elected.end())
    if roster.text[at : at + 1] in GAP and (gap := IN_OFFICE.match(roster.text, at)):
        at = gap.end()
    if not "㐀" <= roster.text[at : at + 1] <= "鿿":
        return None
    name = roster.names.read(roster.text, at, strong=True)
    if name is None or roster.is_organ(name, titled=True):
        return None
    overruns = roster.text[head.stop - 1 : head.stop + 1] in roster.reader.overruns  # 海军|长沙舰, 福州|长乐机场
    if overruns and not roster.names.boundary(roster.text, name.stop):
        return None
    if head.weak and not _is_sure(roster, name):
        return None
    if roster.text[head.start : head.stop] in roster.reader.appellations:
        listed = head.stop - head.start > 2 or roster.text[name.stop : name.stop + 1] == "、"  # 省政协领导|李某、…
        return name if listed and roster.names.could_be_name(name.name) else None
    return name


def _elected(roster: Roster, at: int) -> Name | None:
    """A name in a list of those elected, which any two or three characters can be: 县监察委员会主任：|枚某云."""
    listed = LISTED_ALONE.match(roster.text, at)
    alone = Name(at, listed.end(), listed[0], listed[0]) if listed else None
    return roster.names.read(roster.text, at, strong=True) or alone


def _is_sure(roster: Roster, name: Name) -> bool:
    """A name that would be one behind any noun: 职工|章某满, not 群众|福祉."""
    if name.name in roster.names.not_names or roster.names.boundary(roster.text, name.stop) < 2:
        return False
    rank = roster.names.surnames.get(name.name[0]) or roster.names.surnames.get(name.name[:2])
    if rank and roster.text[name.stop : name.stop + 1] == "、":
        return True  # 委员|乜某远、佟某、…
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
        joined = following[0].strip()
        nxt = roster.names.read(roster.text, at, strong=True) or _listed_name(roster, at, joined)
        if nxt is None or not roster.names.boundary(roster.text, nxt.stop):
            return stop
        if roster.is_organ(nxt, titled=True) or _holds_head(roster, at):
            return stop
        if joined not in SHARING or (joined == "和" and order == 1):
            titles = ()  # 副市长池某与|庞某分别代表双方签约; 县长温某及|仇某
        name, start, order = nxt, nxt.start, order + 1


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
        if word in roster.reader.behind and not roster.is_taken(head.start):
            name = _known_before(roster, head, known) or _unknown_before(roster, head, word)
            if name:
                _extend(roster, name, head, word)


def _known_before(roster: Roster, head: Head, known: dict[str, Name]) -> Name | None:
    """A name known from elsewhere in the article that ends where the title begins."""
    stop = head.start
    for length in (4, 3, 2):
        start = stop - length
        word = roster.text[start:stop]
        if start >= 0 and (word in known or (word == LEADER and not roster.is_taken(start))):
            return Name(start, stop, word, word)
    return None


def _unknown_before(roster: Roster, head: Head, title: str) -> Name | None:
    """A name that stands between a clause's edge and a title which tells by itself that it is one: 韩某|书记."""
    text, stop = roster.text, head.start
    if not roster.reader.behind[title] or not roster.names.boundary(text, head.stop):
        return None
    for length in (3, 2):
        start = stop - length
        word = text[start:stop]
        if start < 0 or not CHINESE.fullmatch(word) or roster.names.surnames.get(word[0]) != "common":
            continue
        if start and text[start - 1] not in LEFT and text[start - 2 : start] not in CONVEYS:
            continue
        if word[-1] in ORGAN_ENDS or word in roster.names.not_names or word in roster.reader.places:
            continue
        if not roster.is_taken(start):
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
