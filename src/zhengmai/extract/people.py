"""Who is named, and by which titles.

Comes in: a reading. Goes out: a mention for every place where a person acts or holds an office, with the titles that
stand there. `市委常委岑启明、栾承志、崔映雪（女，回族）出席会议` gives three people who share one title. Names are found
where the language marks them: after a title, before one (`韩砚秋书记`), in a run of names, before a verb that only
people govern, in an appointment; a name found once is then known everywhere in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from zhengmai.extract.names import (
    Name,
    NameReader,
    load_followers,
    load_not_beginnings,
    load_not_names,
    load_surnames,
)
from zhengmai.extract.places import Places
from zhengmai.extract.titles import Head, Title, TitleReader, load_appellations, load_breaks, load_posts
from zhengmai.extract.words import Segmenter
from zhengmai.model import Span
from zhengmai.reading import PersonMention, Reading
from zhengmai.tagging import Mention

CALLS = frozenset({"group", "standing", "honour"})  # kinds of appellations before which no office stands, but a name
BYLINES = frozenset({"记者", "首席记者", "编辑", "总编辑助理", "主持人", "评论员"})  # who wrote it is nobody in the report
BOOK = re.compile(r"《[^《》]{0,80}》")
NOTE = re.compile(r"[（(]((?:女|男|[\u4e00-\u9fff]{1,6}族|[，,、 ])+)[）)]")
IN_OFFICE = re.compile(r"[（(][^（()）]{1,12}[）)]|[ 　]{1,2}")  # 副主任(主持工作)|应某 · 人武部政委 |边某
AND = re.compile(r"、|和|及(?!其)|以及|与|[ 　](?=[\u4e00-\u9fff]{2,3}[ 　、])")
CLAUSE = re.compile(r"(?:^|[。；;，,：:！!？?\n\r“”\"（）()　 ]+)(?=[\u4e00-\u9fff])")
ACTS = re.compile(
    r"(?:同志|(?:及|和|与|以及)[^，。；]{2,40}|代表[^，。；]{2,16}|在[^，。；]{2,20}?|就[^，。；]{2,24}?|还|则|也|并|边|首先|最后|随后|分别|先后|应邀|受邀|亲自|现场)?"
    r"(?:强调|指出|要求|表示|说[，,：:“]|说$|认为|讲话|主持|出席|参加|列席|介绍|汇报|通报|传达|宣布|宣读|会见|会晤|陪同|致辞|致词|发言|叮嘱|希望|"
    r"一行|来到|走进|深入|赴|前往|率队|率领|带队|带领|看望|慰问|走访|调研|检查|视察|考察|督导|听取|详细|仔细|实地|提出|告诉|谈到|作[^，。；]{0,12}(?:报告|发言|说明|讲话|汇报|部署|总结|点评)|任[^，。；务]|不再|当选)"
)
SITS = re.compile(
    r"等?(?:市|县|区|州|省|盟|旗|镇|校|院|集团|党组)?(?:领导|同志|老领导|老同志|领导同志)?(?:分别|一同|一起|共同|应邀|也|还|均|先后)?"
    r"(?:出席|参加|列席|陪同|在主席台|到会|参与|观摩|观看|调研|作|发言|讲话|主持|随同|参会|当选|为|同志)"
    r"|等(?:老?领导|老?同志|市领导|县领导|区领导|省领导|州领导|人(?![一-鿿])|\d+[名位]|[一二三四五六七八九十]+[名位]|参加|出席|陪同|一同)"
    r"|[，,](?:以及)?"
)
PRESENT = re.compile(r"出席|参加|列席|陪同|主席台|参与")
NAMED_IN = re.compile(
    r"(?:任命|选举|免去|推选|补选|聘任|提名|接受|同意|授予|追授|表彰|批准|决定|增补|选出|罢免|撤销|接替)(?=[\u4e00-\u9fff])"
)
AFTER_NAMED_IN = re.compile(r"(?:同志)?(?:为|的|辞去|任|不再|等|、|[（(](?:女|男|[\u4e00-\u9fff]{1,5}族)|兼)")
RUN_TOGETHER = re.compile(r"(?:^|[\n　 ])([\u4e00-\u9fff]{4,16}?)(?=(?:参加|出席|陪同|列席|主持|讲话|当选)[\u4e00-\u9fff]{0,8}(?:[\n　 ]|$))")
VERBS = re.compile("出席|参加|列席|陪同|主持|讲话|召开|强调")
OFFICIAL_DELEGATE = re.compile(r"(?:人大|党|首席|全权|特别|常驻|高级)(?:副)?代表$")
AND_OTHERS = re.compile(
    r"等(?:\d+[名位]|[一二三四五六七八九十]+[名位])?(?:离退休)?(?:老领导|老同志|同志|[市县区州省旗盟]领导(?:同志)?|领导同志|领导(?=[出参陪到]))"
)
LEFT = frozenset("、，,。；;：:！!？?（）()“”\"\n\r\t 　和与及由在对向受以的给同让请为从随据是了到")
ORGAN_ENDS = frozenset("区县市局厅镇乡街委办部处站省州盟旗村会校院所队社团科室厂")
PLACE_ENDS = frozenset("县区市镇乡")
IDEOLOGY = re.compile(r"(?:新时代|同志为核心|[\u4e00-\u9fff]{2,4}思想)")
LEADER = "习近平"
BEFORE_NAME_TITLES = frozenset(
    "总书记 书记 副书记 市长 副市长 县长 副县长 区长 副区长 省长 副省长 州长 副州长 主席 副主席 总理 副总理 委员长 主任 副主任 局长 副局长 部长 厅长 董事长 总经理 "
    "院长 校长 镇长 乡长 旗长 盟长 司令员 政委 总统 首相 会长 秘书长 检察长 常委 理事长 行长 大使 外长 国王 议长".split()
)
STRONG_AFTER = frozenset("总书记 书记 市长 县长 区长 省长 州长 主席 总理 委员长 主任 局长 部长 厅长 董事长 总经理 总统 首相 同志 镇长 乡长 院长 校长".split())


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
    appellations: dict[str, str]
    places: frozenset[str]


def load_people_reader(words: Segmenter, places: Places) -> PeopleReader:
    """The packaged lexicons of names and titles. Raises LexiconError."""
    posts = {post: note for post, note in load_posts().items() if post not in BYLINES}
    appellations = {word: kind for word, kind in load_appellations().items() if word not in posts}
    heads = {word: "" if kind == "group" else "weak" for word, kind in appellations.items() if kind in CALLS} | posts
    words.add(heads)
    surnames, function_words = load_surnames()
    names = NameReader(
        surnames,
        function_words,
        load_not_names(),
        load_not_beginnings(),
        load_followers(),
        heads,
        words.cut,
        words.is_everyday,
    )
    spots = frozenset(name for name in (*places.full, *places.short) if len(name) > 1)
    return PeopleReader(names, TitleReader(heads, load_breaks()), appellations, spots)


def find_people(reading: Reading, reader: PeopleReader) -> list[Holder]:
    """Finds the people of an article, adds their mentions to the reading, and gives every place that names them."""
    finder = _Finder(reading.layout.readable, reader)
    finder.run()
    reading.add(
        Mention(h.span, "person", PersonMention(h.name.name, h.name.written, tuple(t.text for t in h.titles)))
        for h in finder.holders
    )
    return finder.holders


class _Finder:
    """One pass over one article."""

    def __init__(self, text: str, reader: PeopleReader) -> None:
        self.text = BOOK.sub(lambda book: "《" + "\u25a1" * (len(book[0]) - 2) + "》", text) if "《" in text else text
        self.reader = reader
        self.names = reader.names
        self.heads = reader.titles.heads(self.text)
        self.starts = [head.start for head in self.heads]
        self.ends = {head.stop: head for head in self.heads}
        self.holders: list[Holder] = []
        self.taken = bytearray(len(text))  # 1 where a mention lies

    def run(self) -> None:
        """The routes to a name, surest first."""
        self._titled()
        self._clauses()
        self._grouped()
        self._appointed()
        self._headlined()
        self._before_titles()
        self._known()
        self.holders.sort(key=lambda h: h.span)

    # --- after a title ---------------------------------------------------------------------------------

    def _titled(self) -> None:
        """市委书记|韩某, and the run of names that shares the title."""
        floor = 0
        for head in self.heads:
            if head.start < floor:
                continue
            name = self._name_after(head)
            if name is None:
                continue
            titles = self._titles(head, floor)
            if titles and LEADER in titles[-1].text:
                continue  # 习近平总书记|关于…: the title belongs to the name before it
            if self.text[head.stop] in " 　" and titles and not self._opens(titles[0]):
                continue  # 方某当选县委书记　|苏某…
            floor = self._take_run(name, titles, titles[0].span.start if titles else name.start)

    def _name_after(self, head: Head) -> Name | None:
        at = head.stop
        gap = IN_OFFICE.match(self.text, at)
        if gap:
            at = gap.end()
        name = self.names.read(self.text, at, strong=True)
        if name is None or self._is_organ(name, titled=True):
            return None
        if head.weak and not self._is_sure(name):
            return None
        called = self.text[head.start : head.stop] in self.reader.appellations
        return None if called and not self.names.could_be_name(name.name) else name

    def _is_sure(self, name: Name) -> bool:
        """A name that would be one behind any noun: 职工|章某满, not 群众|福祉."""
        if name.name in self.names.not_names or self.names.boundary(self.text, name.stop) < 2:
            return False
        rank = self.names.surnames.get(name.name[0]) or self.names.surnames.get(name.name[:2])
        return rank == "common" or (rank == "uncommon" and len(name.name) > 2) or len(name.name) > 4

    def _titles(self, head: Head, floor: int) -> tuple[Title, ...]:
        titles = self.reader.titles.titles(self.text, head, self.ends, floor)
        return tuple(t for t in titles if t.text not in self.reader.appellations and not self._is_call(t.text))

    def _opens(self, title: Title) -> bool:
        """Whether a title stands at the beginning of a clause or an item of a list."""
        return self.text[title.span.start - 1] in "、，,；;。\n" and title.span.start > 0

    def _is_call(self, title: str) -> bool:
        """A word beside a name that is no office: 市领导, 困难职工."""
        if title.endswith("代表") and not OFFICIAL_DELEGATE.search(title):
            return True
        return title.startswith("退休") or any(title.endswith(word) for word in self.reader.appellations)

    def _take_run(self, name: Name, titles: tuple[Title, ...], start: int) -> int:
        """Takes a name and those that follow it in a run; gives where the run ends."""
        order = 1
        while True:
            stop, note = self._note(name.stop)
            self._take(Holder(name, titles, Span(start, stop), note, order))
            following = AND.match(self.text, stop)
            if not following:
                return stop
            at = following.end()
            nxt = self.names.read(self.text, at, strong=True)
            if nxt is None or not self.names.boundary(self.text, nxt.stop) or self._is_organ(nxt, titled=True) or self._holds_head(at):
                return stop
            if following[0] == "与":
                titles = ()  # 副市长池某与|庞某分别代表双方签约
            name, start, order = nxt, nxt.start, order + 1

    def _holds_head(self, at: int) -> bool:
        """Whether the item of a list that begins here is a titled name itself: 、副市长|高某."""
        stop = at
        while stop < len(self.text) and self.text[stop] not in "、，,。；;\n（(":
            stop += 1
        which = bisect_left(self.starts, at)
        return which < len(self.heads) and self.heads[which].stop < stop and self._name_after(self.heads[which]) is not None

    def _note(self, at: int) -> tuple[int, str | None]:
        """What stands in brackets behind a name: （女，回族）."""
        found = NOTE.match(self.text, at) if self.text[at : at + 1] in "（(" else None
        return (found.end(), found[1]) if found else (at, None)

    def _is_organ(self, name: Name, titled: bool = False) -> bool:
        """A place or an organ: 梁陂|经开区. Behind a title a place's name is a person's, as 统计局副局长钱某."""
        if name.name in self.reader.places and not titled:
            return True
        if name.name[0] == "任" and (name.name[1:] in self.reader.places or name.name[1:] == "中共"):
            return True  # 陆某任|汉中市委书记
        if name.name[-1] in PLACE_ENDS or self.text[name.stop : name.stop + 1] in PLACE_ENDS:
            return True  # 咸阳市长|武县, 交警|岱岳区
        return len(name.name) == 3 and name.name[-1] in ORGAN_ENDS and self.text.count(name.name) < 3

    def _take(self, holder: Holder) -> None:
        self.holders.append(holder)
        self._cover(holder.span)

    def _cover(self, span: Span) -> None:
        self.taken[span.start : span.stop] = b"\1" * (span.stop - span.start)

    # --- at the head of a clause -------------------------------------------------------------------------

    def _clauses(self) -> None:
        """Untitled names at the head of a clause: before a verb of people, or in a run of names that takes part."""
        known = {h.name.name for h in self.holders}
        text, begins = self.text, self.names.begins
        for clause in CLAUSE.finditer(text):
            at = clause.end()
            if text[at] not in begins or self._is_taken(at):
                continue
            run = self._plain_run(at)
            if run and self._is_people(run, known):
                for order, name in enumerate(run, 1):
                    stop, note = self._note(name.stop)
                    self._take(Holder(name, (), Span(name.start, stop), note, order))
                    known.add(name.name)

    def _plain_run(self, at: int) -> list[Name]:
        run: list[Name] = []
        while True:
            name = self.names.read(self.text, at, strong=self.text[at - 1] == "、" or self._listed(at))
            if name is None or self._is_organ(name) or self._is_taken(name.start):
                return run
            run.append(name)
            following = AND.match(self.text, self._note(name.stop)[0])
            if not following:
                return run
            at = following.end()

    def _listed(self, at: int) -> bool:
        """Whether a list begins here: 宁某、|高某."""
        return any(self.text[at + n : at + n + 1] == "、" for n in (2, 3, 4))

    def _is_people(self, run: list[Name], known: set[str]) -> bool:
        stop = self._note(run[-1].stop)[0]
        ordinary = sum(name.name in self.names.not_names or "\u25a1" in name.name for name in run)
        if len(run) == 1:
            name = run[0].name
            if name in known:
                return False  # found again by the sweep
            rank = self.names.surnames.get(name[0]) or self.names.surnames.get(name[:2])
            sure = rank == "common" or (rank == "uncommon" and len(name) > 2) or self.text.count(name) > 1
            return not ordinary and sure and name[1:] != "方" and bool(ACTS.match(self.text, stop))
        certain = sum(name.name in known for name in run)
        if any(not self.names.could_be_name(name.name) for name in run):
            return False
        takes_part = SITS.match(self.text, stop) is not None or self._titled_next(stop)
        if (certain or self._titled_next(stop)) and ordinary * 2 <= len(run):
            return takes_part
        if takes_part and len(run) - ordinary >= 2 and self.text[stop : stop + 1] not in "，,":
            return True
        rest = self.text[stop : stop + 160].partition("。")[0]
        return len(run) >= 3 and not ordinary and PRESENT.search(rest) is not None

    def _titled_next(self, at: int) -> bool:
        """A titled person follows: 邹某、宁某、|市法院院长严某."""
        return any(at <= h.span.start <= at + 2 for h in self.holders)

    def _is_taken(self, at: int) -> bool:
        return bool(self.taken[at])

    # --- before 等老领导 ------------------------------------------------------------------------------------

    def _grouped(self) -> None:
        """郭某、丁某等老同志: a run of names that its last word tells to be people."""
        for group in AND_OTHERS.finditer(self.text):
            items: list[Name] = []
            stop = group.start()
            while (name := self._name_until(stop)) is not None:
                items.append(name)
                if self.text[name.start - 1 : name.start] != "、":
                    break
                stop = name.start - 1
            if items and not self._is_taken(items[-1].start):
                for order, name in enumerate(reversed(items), 1):
                    if not self._is_taken(name.start):
                        self._take(Holder(name, (), Span(name.start, name.stop), None, order))

    def _name_until(self, stop: int) -> Name | None:
        """The name that ends at a position, and begins at a list's or a clause's edge or after a word."""
        for length in (3, 2, 4):
            start = stop - length
            word = self.text[max(start, 0) : stop]
            surname = word[:2] if word[:2] in self.names.surnames and length > 2 else word[:1]
            if start > 0 and surname in self.names.surnames and self.names.could_be_name(word) and (length < 4 or len(surname) > 1):
                edge = self.text[start - 1] in LEFT or self.text[start - 2 : start] in self.names.kinds
                if edge and word not in self.reader.places:
                    return Name(start, stop, word, word)
        return None

    # --- in a headline --------------------------------------------------------------------------------------

    def _headlined(self) -> None:
        """Subheads run names together: 陆某行邬某钧温某庸|参加."""
        known = {h.name.name for h in self.holders}
        for found in RUN_TOGETHER.finditer(self.text):
            names = self._parts(found[1], known) if not VERBS.search(found[1]) else None
            at = found.start(1)
            for order, name in enumerate(names or (), 1):
                if not self._is_taken(at):
                    self._take(Holder(Name(at, at + len(name), name, name), (), Span(at, at + len(name)), None, order))
                at += len(name)

    def _parts(self, words: str, known: set[str]) -> list[str] | None:
        """Cuts names that stand without a mark between them; None where that cannot be done."""
        if not words:
            return []
        lengths = sorted((3, 2, 4), key=lambda n: words[:n] not in known)
        for length in lengths:
            name = words[:length]
            if len(name) < length or name in self.names.not_names or (name not in known and self._surname(name) is None):
                continue
            rest = self._parts(words[length:], known)
            if rest is not None:
                return [name, *rest]
        return None

    def _surname(self, name: str) -> str | None:
        if name[:2] in self.names.surnames and len(name) > 2:
            return name[:2]
        return name[0] if len(name) < 4 and name[0] in self.names.surnames else None

    # --- in an appointment -------------------------------------------------------------------------------

    def _appointed(self) -> None:
        """任命|方某为…, 免去|齐某的…职务, 授予|铁某等60名同志."""
        for verb in NAMED_IN.finditer(self.text):
            at = verb.end()
            while True:
                name = self.names.read(self.text, at, strong=True)
                if name is None or self._is_taken(name.start):
                    break
                if not AFTER_NAMED_IN.match(self.text, name.stop) or not self.names.could_be_name(name.name) or self._is_organ(name):
                    break
                stop, note = self._note(name.stop)
                self._take(Holder(name, (), Span(name.start, stop), note))
                if self.text[stop : stop + 1] != "、":
                    break
                at = stop + 1

    # --- before a title ----------------------------------------------------------------------------------

    def _before_titles(self) -> None:
        """韩某书记, 栗某委员长: a title behind the name."""
        known = {h.name.name: h.name for h in self.holders}
        for head in self.heads:
            word = self.text[head.start : head.stop]
            if word in BEFORE_NAME_TITLES and not self._is_taken(head.start):
                name = self._name_before(head, known)
                if name:
                    self._extend(name, head, word)

    def _name_before(self, head: Head, known: dict[str, Name]) -> Name | None:
        text, stop = self.text, head.start
        for length in (4, 3, 2):
            start = stop - length
            word = text[start:stop]
            if start < 0 or (self._is_taken(start) and word not in known):
                continue
            if word in known or word == LEADER:
                return Name(start, stop, word, word)
        if text[head.start : head.stop] not in STRONG_AFTER or not self.names.boundary(text, head.stop):
            return None
        for length in (3, 2):
            start = stop - length
            word = text[start:stop]
            if start < 1 or not re.fullmatch(r"[\u4e00-\u9fff]+", word) or word[0] not in self.names.surnames:
                continue
            fine = text[start - 1] in LEFT and self.names.surnames[word[0]] == "common" and word[-1] not in ORGAN_ENDS
            if fine and word not in self.names.not_names and word not in self.reader.places and not self._is_taken(start):
                return Name(start, stop, word, word)
        return None

    def _extend(self, name: Name, head: Head, word: str) -> None:
        """Takes the title behind a name into the mention."""
        title = Title(word, Span(head.start, head.stop))
        for which, holder in enumerate(self.holders):
            if holder.name.start == name.start:
                span = Span(holder.span.start, head.stop)
                self.holders[which] = Holder(holder.name, (*holder.titles, title), span, holder.note, holder.order)
                self._cover(span)
                return
        self._take(Holder(name, (title,), Span(name.start, head.stop), after=True))

    # --- everywhere else ---------------------------------------------------------------------------------

    def _known(self) -> None:
        """Every other place where a known name stands."""
        names = sorted({h.name.name for h in self.holders}, key=lambda n: (-len(n), n))
        if LEADER in self.text and LEADER not in names:
            names.append(LEADER)
        for name in names:
            for place in self._places_of(name):
                self._take(Holder(Name(place, place + len(name), name, name), (), Span(place, place + len(name))))

    def _places_of(self, name: str) -> Iterator[int]:
        ordinary = name in self.names.not_names
        place = self.text.find(name)
        while place >= 0:
            stop = place + len(name)
            free = not self.taken[place] and not self.taken[stop - 1]
            if free and not (name == LEADER and IDEOLOGY.match(self.text, stop)) and self._stands(place, stop, ordinary):
                yield place
            place = self.text.find(name, stop)

    def _stands(self, place: int, stop: int, ordinary: bool) -> bool:
        """An ordinary word (和平, 宁可) is the person only where a clause or list opens before it and a verb follows."""
        if not ordinary:
            return True
        left = self.text[place - 1] if place else "\n"
        return left in LEFT and self.names.boundary(self.text, stop) >= 2
