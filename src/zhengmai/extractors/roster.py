"""The people of one article while they are being looked for.

A `Roster` holds the text (with 《…》 blanked out: nobody acts inside a title), the heads of titles in it, the places
that name people so far, and which characters are taken by them: in `市委书记韩砚秋出席` the first seven.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from zhengmai.extractors.names import Name, NameReader
from zhengmai.extractors.people_rules import PeopleRules
from zhengmai.extractors.titles import Head, Title, TitleReader
from zhengmai.model import Span

BLANK = "\u25a1"
BOOK = re.compile(r"《[^《》]{0,80}》")
NOTE = re.compile(r"[（(]((?:女|男|[\u4e00-\u9fff]{1,6}族|[，,、 ])+)[）)]")
LEFT = frozenset('、，,。；;：:！!？?（）()“”"\n\r\t 　和与及由在对向受以的给同让请为从随据是了到')
ORGAN_ENDS = frozenset("区县市局厅镇乡街委办部处站省州盟旗村会校院所队社团科室厂")
PLACE_ENDS = frozenset("县区市镇乡")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person and the titles that stand at one place."""

    name: Name
    titles: tuple[Title, ...]
    span: Span  # of titles, name and note
    note: str | None = None
    order: int = 1  # in a run of names
    after: bool = False  # the title stands behind the name


@dataclass(frozen=True, slots=True)
class PeopleReader:
    """The resources of this extractor."""

    names: NameReader
    titles: TitleReader
    rules: PeopleRules
    appellations: dict[str, str]  # 市领导, 同志: words beside a name that are no office
    calls: tuple[str, ...]  # their words, for endswith
    behind: dict[str, bool]  # title that may stand behind a name -> whether it alone tells that a name is before it
    overruns: frozenset[str]  # 长沙: words that begin with a title's last character
    places: frozenset[str]


class Roster:
    """What is known of an article's people."""

    def __init__(self, text: str, reader: PeopleReader) -> None:
        self.text = BOOK.sub(_blank, text) if "《" in text else text
        self.reader = reader
        self.names = reader.names
        self.heads = reader.titles.heads(self.text)
        self.starts = [head.start for head in self.heads]
        self.ends = {head.stop: head for head in self.heads}
        self.holders: list[Holder] = []
        self.taken = bytearray(len(text))  # 1 where a mention lies

    def known(self) -> dict[str, Name]:
        """The names found so far, each where it stands first in the order of finding."""
        return {h.name.name: h.name for h in reversed(self.holders)}

    def take(self, name: Name, titles: tuple[Title, ...] = (), start: int | None = None, order: int = 1) -> int:
        """Takes a name in, with the note behind it; gives where the mention ends."""
        stop, note = self.note(name.stop)
        self.put(Holder(name, titles, Span(name.start if start is None else start, stop), note, order))
        return stop

    def put(self, holder: Holder) -> None:
        """Takes a mention in as it is."""
        self.holders.append(holder)
        self.cover(holder.span)

    def cover(self, span: Span) -> None:
        """Marks a range as taken."""
        self.taken[span.start : span.stop] = b"\1" * (span.stop - span.start)

    def is_taken(self, at: int) -> bool:
        """Whether a mention lies at a position."""
        return bool(self.taken[at])

    def note(self, at: int) -> tuple[int, str | None]:
        """What stands in brackets behind a name, （女，回族）, and where it ends."""
        found = NOTE.match(self.text, at) if self.text[at : at + 1] in "（(" else None
        stop, note = (found.end(), found[1]) if found else (at, None)
        blank = stop
        while self.text[blank : blank + 1] in (" ", "　"):
            blank += 1
        if blank > stop and self.names.boundary(self.text, blank) in (1, 2):
            stop = blank  # 书记方某 |主持: a blank beside a name says nothing
        return stop, note

    def head_within(self, start: int, stop: int) -> Head | None:
        """The first head of a title that lies in a range."""
        which = bisect_left(self.starts, start)
        return self.heads[which] if which < len(self.heads) and self.heads[which].stop < stop else None

    def is_organ(self, name: Name, titled: bool = False) -> bool:
        """A place or an organ: 梁陂|经开区. Behind a title a place's name is a person's, as 统计局副局长钱某."""
        if name.name in self.reader.places and not titled:
            return True
        if name.name[0] == "任" and (name.name[1:] in self.reader.places or name.name[1:] == "中共"):
            return True  # 陆某任|汉中市委书记
        if name.name[-1] in PLACE_ENDS or self.text[name.stop : name.stop + 1] in PLACE_ENDS:
            return True  # 咸阳市长|武县, 交警|岱岳区
        if titled and self.names.boundary(self.text, name.stop) >= 2:
            return False  # 秘书长|王某科|参加
        return len(name.name) == 3 and name.name[-1] in ORGAN_ENDS and self.text.count(name.name) < 3


def _blank(book: re.Match[str]) -> str:
    return "《" + BLANK * (len(book[0]) - 2) + "》"
