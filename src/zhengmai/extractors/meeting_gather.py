"""Which names and events belong to one meeting.

Comes in: the names of meetings in a report and the events it is about. Goes out: groups, main ones first, each with
all its forms: `全省安全生产电视电话会议` and `全省会议`, `视频调度会` and `防汛调度会` where both are told as held.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from zhengmai.extractors.meeting_events import BARE, PLAIN, Event, EventFinder, Names
from zhengmai.extractors.meeting_groups import alike, compatible, identify, same_event, same_meeting
from zhengmai.extractors.meeting_mains import same_tour
from zhengmai.extractors.meeting_names import ABOUT_IT, NUMBER, Named
from zhengmai.layout import Zone
from zhengmai.model import Span
from zhengmai.reading import Reading

NUMBERED_ONLY = re.compile(rf"第?{NUMBER}届|第{NUMBER}次")  # 十四届九次主席会议: whose, its convener tells
OF_PLENARY = re.compile(r"[委届中次]")  # 市委全会; not 推动全会
GENERAL_HEADS = ("会议", "大会", "全会")
FEW = 50  # groups that a name is compared with, however many there are
PLENARY = "全会"  # stands alone for the plenary that the report names


@dataclass(slots=True)
class Group:
    """The names and events of one meeting, inspection or visit."""

    how: str = "meeting"
    main: bool = False
    labels: list[str] = field(default_factory=list)  # what other names are compared with
    named: list[Named] = field(default_factory=list)
    split: list[Span] = field(default_factory=list)  # names that stand on both sides of their verb
    events: list[Event] = field(default_factory=list)


def gather(reading: Reading, names: Names, events: Sequence[Event], finder: EventFinder) -> list[Group]:
    """The meetings of a report, main ones first."""
    mains: list[Group] = []
    taken: set[int] = set()  # where names that are placed end
    for event in events:
        if event.how != "meeting":
            _add_tour(reading, mains, event)
        elif event.named and _add_held(reading, mains, event):
            taken.add(event.named.span.stop)
    others = Mentioned()
    for named in chain.from_iterable(names.values()):
        if named.span.stop not in taken:
            _add_name(mains, others, named)
    if not mains:
        _promote(reading, others.groups)
    groups = sorted([*mains, *others.groups], key=lambda group: not group.main)
    for group in groups:
        if group.main and group.how == "meeting":
            _enrich(reading, group, names, finder)
    return groups


class Mentioned:
    """The meetings that are only named, found again by number and the end of their core: a text may name thousands."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.exact: dict[str, Group] = {}
        self.near: dict[str, list[Group]] = defaultdict(list)

    def find(self, name: str) -> Group | None:
        """The group that the name belongs to."""
        if name in self.exact:
            return self.exact[name]
        for key in _keys(name):
            for group in self.near[key][-FEW:]:
                if any(same_meeting(name, label) for label in group.labels):
                    return group
        return None

    def add(self, named: Named, group: Group | None) -> None:
        """Takes in a name, of a group or of a new one."""
        if group is None:
            group = Group()
            self.groups.append(group)
        group.named.append(named)
        if named.name not in self.exact:
            self.exact[named.name] = group
            group.labels.append(named.name)
            for key in _keys(named.name):
                self.near[key].append(group)


def _keys(name: str) -> Iterator[str]:
    for part in identify(name):
        yield part.core[-3:]
        if part.session:
            yield part.session + part.core[-2:]


def is_form(named: Named) -> bool:
    """A name that can be told as a name of its meeting: not `会议`, not the `第八次会议` of a split one."""
    if named.name.endswith(PLENARY) and not OF_PLENARY.search(named.name):
        return False
    return not PLAIN.fullmatch(named.name) and (named.name != named.head or named.sure or named.head == "续会")


def _add_tour(reading: Reading, groups: list[Group], event: Event) -> None:
    """Headline and lead tell of one tour; one told apart (又讯) is another."""
    for group in groups:
        if any(_is_same(reading, event, other) for other in group.events):
            group.events.append(event)
            return
    groups.append(Group(event.how, True, events=[event]))


def _is_same(reading: Reading, event: Event, other: Event) -> bool:
    if event.what and other.what and reading.text[slice(*event.what)] == reading.text[slice(*other.what)]:
        return True
    return (not event.apart or event.sentence == other.sentence) and same_tour(event, other)


def _add_held(reading: Reading, groups: list[Group], event: Event) -> bool:
    named = event.named
    assert named is not None
    labels = [named.name]
    split = None
    if event.body and (not named.sure or NUMBERED_ONLY.match(named.name)):
        labels = [reading.text[event.body.start : event.body.stop] + named.name, named.name]
    if event.body is None and PLAIN.fullmatch(named.name):
        return False
    if event.body and BARE.fullmatch(named.name):
        split = Span(event.body.start, named.span.stop)
        labels = labels[:1]
    group = _group_of(groups, labels, named) or _of_headline(reading, groups, event)
    if group is None and groups and named.name == named.head:
        group = next((g for g in groups if any(n.head == named.head for n in g.named)), None)
        if event.rule != "meeting.convened" and group is None:
            return False  # 出席开班式, 仪式由…主持: part of what was told before
    if group is None:
        group = Group(main=True)
        groups.append(group)
    group.labels += labels
    group.named.append(named)
    group.events.append(event)
    if split:
        group.split.append(split)
    return True


def _group_of(groups: list[Group], labels: Sequence[str], named: Named) -> Group | None:
    for group in groups:
        if any(same_meeting(label, other) for label in labels for other in group.labels):
            return group
    for group in groups:
        for other in group.named:
            if _share_head(named, other) and (alike(named.name, other.name) or _loosely(named, other)):
                return group
    return None


def _share_head(a: Named, b: Named) -> bool:
    return a.head in b.head or b.head in a.head  # 集体学习, 集体学习会


def _of_headline(reading: Reading, groups: list[Group], event: Event) -> Group | None:
    """The lead tells the headline's meeting by a fuller name: 云溪市“七一”表彰大会, 云溪市庆祝…表彰大会."""
    if reading.sentences[event.sentence].zone is not Zone.BODY or event.named is None:
        return None
    name = event.named.name
    for group in groups:
        told = [e.named for e in group.events if e.named and reading.sentences[e.sentence].zone is not Zone.BODY]
        if told and len(told) == len(group.events) and any(_ends_alike(name, other.name) for other in told):
            return group
    return None


def _ends_alike(a: str, b: str) -> bool:
    return a[-4:] == b[-4:] and compatible(a, b)


def _loosely(a: Named, b: Named) -> bool:
    """防汛调度会 after 视频调度会; but 专家学者座谈会 beside 党外人士座谈会 is another."""
    if a.head in GENERAL_HEADS:
        return False
    told = a.name != a.head != b.name and not (a.sure and b.sure)
    return a.head == b.head and told and same_event(a.name, b.name, a.head)


def _add_name(mains: list[Group], others: Mentioned, named: Named) -> None:
    if named.name == PLENARY:
        plenary = next((group for group in [*mains, *others.groups[:FEW]] if _is_plenary(group)), None)
        if plenary:
            plenary.named.append(named)
        return
    if not is_form(named):
        return
    for group in mains:
        if any(same_meeting(named.name, label) for label in group.labels) or _is_form_of(named, group):
            if named.name not in group.labels:
                group.labels.append(named.name)
            group.named.append(named)
            return
    known = others.find(named.name)
    if known or named.sure:
        others.add(named, known)


def _is_plenary(group: Group) -> bool:
    return any(PLENARY in name or ("届" in name and "全体会议" in name) for name in group.labels)


def _is_form_of(named: Named, group: Group) -> bool:
    """`全省会议` for 全省安全生产电视电话会议; the full name that stands before the 新闻发布会 of the text."""
    if group.how != "meeting":
        return False
    if len(named.name) == 4 and any(n.name.startswith(named.name[:2]) and n.head == named.head for n in group.named):
        return True
    if not named.sure:
        return any(_loosely(named, other) for other in group.named)
    return any(
        not n.sure and n.name != n.head and named.name.endswith(n.name) and named.span.start < n.span.start
        for n in group.named
    )


def _promote(reading: Reading, groups: list[Group]) -> None:
    """Where no event was told, the meetings that the headline names are what the report is about."""
    for group in groups:
        group.main = any(
            reading.sentences[n.sentence].zone is not Zone.BODY and not ABOUT_IT.match(reading.text, n.span.stop)
            for n in group.named
        )


def _enrich(reading: Reading, group: Group, names: Names, finder: EventFinder) -> None:
    """Later sentences may tell who chaired, when and where."""
    known = {event.named.span.stop for event in group.events if event.named}
    for named in [n for n in group.named if n.span.stop not in known and n.name != PLENARY][:4]:
        told = finder.find(reading, named.sentence, names) or finder.find(reading, named.sentence, names, last=True)
        group.events += [e for e in told if e.named and e.named.span.stop == named.span.stop]
