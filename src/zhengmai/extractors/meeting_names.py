"""Where a sentence names a meeting.

Comes in: a reading whose people and documents are known. Goes out: the stretches that are names of meetings, from
the head backwards: in `落实省委十二届三次全会、省委经济工作会议部署` the heads are 全会 and 会议, and each name begins
after the last boundary (落实, 、). A name is `sure` when it tells which meeting it is (a body, a level, a number);
`防汛调度会` is not, and counts only where the text says that it was held.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from zhengmai.extractors.meeting_heads import Head, HeadFinder, read_heads
from zhengmai.lexicon import read_table
from zhengmai.model import Span
from zhengmai.reading import Reading

NUMBER = r"[一二三四五六七八九十百零〇\d]+"
LONGEST = 90  # characters of a name before its head
AHEAD = 4  # a boundary word looks at what follows it,
BACK = 2  # and at what stands before it
SHORT_FORM = r"(?:党的|中共)?(?:十[一-九]|二十[一二]?)大"
PLACE = re.compile(r"[一-鿿]{2,7}?(?:自治)?[省市县区州盟旗镇乡](?:委|政府|人大|政协)?")
NUMBERED = (
    rf"(?:[省市县区州旗](?=第?{NUMBER}[届次]))?(?:第{NUMBER}[次届轮批期]|{NUMBER}届)"
    rf"|(?:19|20)\d\d\s?年|{NUMBER}中(?=全会)|{NUMBER}周年"
)
ANY_NUMBER = re.compile(NUMBERED)
SPLIT = re.compile(rf"(?:20\d\d年)?第{NUMBER}次(?:全体|常务|专题|扩大|主席|主任|委员长)?")
COUNTED = re.compile(rf"第{NUMBER}次[一-鿿]{{0,8}}$")
OPEN_COUNT = re.compile(rf"第{NUMBER}[次届]$")
PUNCTUATION = "，。；：！？【】,.;:!?《》（）()\\s\ue000-\uf8ff、"
# 会议和…, 精神和… end one name and begin another
LINKS = r"(?<=会议|谈会|大会|全会|习会|活会|论坛|峰会|仪式|部署|精神|指示|讲话)[和与及]"
VAGUE = re.compile(
    r"(?:有关|相关|各级|历次|历届|系列|重要|此次|这次|本次|该次)(?:重要|专题)?(?:会议|全会|大会)$"
)
SOME = ("部分", "各级", "有关", "相关")
ABOUT_IT = re.compile(r"[”\"]?(?:精神|上的|上发表|上作|时的|部署|要求)")
HELD_AFTER = re.compile(r"\d|在|于|召开|举行|举办|开幕|闭幕|上午|下午|今天|隆重")
THEME = re.compile(r"(?:思想|精神)(?:主题|专题)教育|《[^《》]*》")
JOINED = re.compile(r"精神(?:[、，和与及暨并同]|以及|[^一-鿿“”\"])")
STUDYING = re.compile(r"(?:深入|全面|认真)?(?:学习|宣传|贯彻|落实|传达|宣讲|实施)+$")
PLENARIES = re.compile(rf"(?:(?:党的|中共|中国共产党)?(?:第?{NUMBER}届)(?:{NUMBER}[中次](?:全会)?[、和与])+)$")
PLENARY = re.compile(f"{NUMBER}[中次]")
QUOTED = re.compile(r"“[^“”]{0,24}”|《[^《》]{1,60}》|\"[^\"]{0,24}\"|「[^「」]{0,24}」|[（(][^（()）]{0,12}[)）]")
# 纪念《岭川宣言》发表80周年座谈会: a title that is part of a name, by what stands before and after it
BEFORE_TITLE = ("纪念", "庆祝", "贯彻", "学习", "宣传", "实施", "落实")
AFTER_TITLE = re.compile(
    r"[^，。；：！？《》、的和与及等并召\s]{0,12}?(?:周年|推进|动员|部署|座谈|培训|宣贯|贯彻|研讨|报告|发布|颁布|实施|启动)"
    r"[^，。；：！？《》、的\s]{0,6}?(?:会|班|仪式)"
)
TITLE = re.compile(r"《[^《》]{0,160}》?")
LEVELLED = frozenset(("两会", "党代会", "人代会"))  # 全国两会, 市党代会 are sure with their level alone
GENERAL = frozenset(("会议", "大会", "全会", "论坛"))  # heads that tell nothing of what was done


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names a meeting."""

    span: Span
    name: str
    head: str
    sure: bool  # tells by itself which meeting it is
    generic: bool  # nothing but 专题, 全体 and the like before the head
    sentence: int  # index in the reading's sentences


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicons of names, as patterns."""

    bounds: tuple[str, ...]
    anchors: tuple[str, ...]  # a name may begin with these
    cuts: tuple[str, ...]  # and surely does with these
    bodies: tuple[str, ...]
    generic: tuple[str, ...]
    routine: tuple[str, ...]


class NameFinder:
    """Finds names of meetings by the lexicons."""

    def __init__(self, heads: HeadFinder, words: Words) -> None:
        self.heads = heads
        self.bodies = words.bodies
        self.routine = words.routine
        anchors = f"(?:{'|'.join(words.anchors)})|{NUMBERED}|{SHORT_FORM}"
        self.anchor = re.compile(anchors)
        self.cut = re.compile(rf"(?:第?{NUMBER}届)?(?:{'|'.join(words.cuts)})")
        linked = rf"(?:以及|及其|和|与|及|同)(?=(?:{anchors}))"
        self.bound = re.compile(rf"[{PUNCTUATION}]|\d\s?[日月]|{linked}|{LINKS}|{'|'.join(words.bounds)}")
        self.generic = re.compile(rf"(?:{'|'.join(words.generic)}|\W)*")

    def find(self, reading: Reading) -> list[Named]:
        """All names in the article, in order; a name within a longer one is left out."""
        found: list[Named] = []
        heads = self.heads.find(reading.layout.readable)
        if not heads:
            return found
        masks = _masked(reading)
        starts = [sentence.span.start for sentence in reading.sentences]
        for head in heads:
            at = bisect_right(starts, head.start) - 1
            before = bisect_left(masks, head.stop, key=_start_of) - 1
            mask = masks[before].stop if before >= 0 else 0
            if mask <= head.start:  # else the head lies in a person's title or a document's
                floor = max(starts[at], mask)
                self._take(found, reading.text, head, floor, at)
        return found

    def _take(self, found: list[Named], text: str, head: Head, floor: int, index: int) -> None:
        before = found[-1] if found and found[-1].span.start >= floor else None
        if before and head.start < before.span.stop:
            return
        low = max(floor, head.start - LONGEST)
        if text.endswith(self.bodies, floor, head.stop) and not COUNTED.search(text, low, head.start):
            return  # 人民代表大会 alone is a body, 第八次代表大会 a meeting
        start = self._start(text, low, head, before)
        if before and start < before.span.stop:
            start = min(start, before.span.start)
            found.pop()
        span = Span(start, _with_quote(text, start, head.stop))
        generic = bool(self.generic.fullmatch(text, start, head.start)) and not head.whole
        sure = head.whole or (start < head.start and self._sure(text, span, head, generic))
        found.append(Named(span, text[start : span.stop], head.word, sure, generic, index))

    # --- where it begins ---------------------------------------------------------------------------------

    def _start(self, text: str, floor: int, head: Head, before: Named | None) -> int:
        if head.whole:
            return head.start
        start = self._bounded(text, before.span.stop if before else floor, head.start)
        if before and start == before.span.stop:
            return self._nested(text, floor, head, before)
        start = self._across_list(text, floor, start, head.start)
        return self._anchored(text, start, head)

    def _bounded(self, text: str, floor: int, stop: int) -> int:
        """After the last boundary before `stop`; quotes and brackets hold none: 推进“一带一路”建设工作领导小组."""
        base = max(0, floor - BACK)
        plain = QUOTED.sub(lambda q: "〇" * len(q[0]), text[base:stop]) + text[stop : stop + AHEAD]
        last, length = floor - base, stop - base
        for bound in self.bound.finditer(plain, last):
            if bound.end() > length:
                break
            last = bound.end()
        opened = plain.rfind("“", last, length)
        return base + (opened + 1 if opened >= 0 else last)

    def _nested(self, text: str, floor: int, head: Head, before: Named) -> int:
        """`学习贯彻党的二十大精神研讨班`: one name goes on into the next, unless 精神 closes it."""
        gap = text[before.span.stop : head.start]
        if not gap.startswith("精神"):
            return before.span.start
        if JOINED.match(gap):
            return before.span.stop + len("精神")
        verbs = STUDYING.search(text, floor, before.span.start)
        return self._before_verbs(text, floor, verbs.start()) if verbs else before.span.start

    def _before_verbs(self, text: str, floor: int, verbs: int) -> int:
        """Where a name begins that goes on with 学习贯彻…: at who meets, else at the verbs themselves."""
        start = self._bounded(text, max(0, floor), verbs)
        return start if self.anchor.match(text, start, verbs) else verbs

    def _across_list(self, text: str, floor: int, start: int, stop: int) -> int:
        """`二十届二中、三中全会` and `全市安全生产、防汛抗旱工作会议` are one name each."""
        if start <= floor or text[start - 1] not in "、和与":
            return start
        if OPEN_COUNT.search(text, floor, start - 1):  # 中央第六次、第七次西藏工作座谈会
            return self._bounded(text, floor, start - 1)
        listed = PLENARIES.search(text, floor, start)
        if listed and PLENARY.fullmatch(text, start, stop):
            return listed.start()
        if text[start - 1] == "、" and not self.anchor.match(text, start, stop):
            earlier = self._bounded(text, floor, start - 1)
            if self.cut.match(text, earlier, start) and not self.heads.find(text[earlier:start]):
                return earlier
        return start

    def _anchored(self, text: str, start: int, head: Head) -> int:
        """What stands before 省委, 全国 and the like belongs to no name: 全面对标|省委十二届三次全会."""
        if PLACE.match(text, start, head.start):
            return start
        verbs = STUDYING.search(text, max(0, start - 8), start)
        if verbs and THEME.search(text, start, head.start):  # 学习贯彻…思想主题教育领导小组会议, 贯彻实施《…》推进会
            return self._before_verbs(text, start - LONGEST, verbs.start())
        if self.anchor.match(text, start, head.start):
            return start
        if HELD_AFTER.match(text, head.stop) and not text[start - 1 : start].isalnum():
            return start  # the subject of its clause: 学习教育中央指导组培训会议30日在京召开
        cut = self.cut.search(text, start, head.start)
        if cut is None or _inside(text, start, cut) or ANY_NUMBER.search(text, start, cut.start()):
            return start
        return cut.start()

    # --- how much it tells -------------------------------------------------------------------------------

    def _sure(self, text: str, span: Span, head: Head, generic: bool) -> bool:
        stop = head.start
        if VAGUE.search(text, span.start, span.stop) or text.startswith(SOME, span.start):
            return False
        anchored = self.anchor.match(text, span.start, stop) or PLACE.match(text, span.start, stop)
        if head.word in LEVELLED:
            return bool(anchored)
        if generic or SPLIT.fullmatch(text, span.start, stop):
            return False
        numbered = ANY_NUMBER.search(text, span.start, stop)
        if not numbered and text.endswith(self.routine, span.start, span.stop):
            return bool(anchored and ABOUT_IT.match(text, span.stop))
        if anchored or numbered:
            return True
        return head.word not in GENERAL and stop - span.start >= 4 and bool(ABOUT_IT.match(text, span.stop))


def load_names() -> NameFinder:
    """The packaged lexicons of meetings' names."""
    heads = HeadFinder(dict(read_heads(read_table("meeting_heads", ("head", "kind", "unless")))))
    rows = read_table("meeting_bounds", ("word", "before", "after"))
    bounds = [_except(row["word"], row["before"], row["after"]) for row in sorted(rows, key=_longest)]
    anchors = sorted(read_table("meeting_anchors", ("word", "cuts")), key=_longest)
    words = Words(
        bounds=tuple(bounds),
        anchors=tuple(row["word"] for row in anchors),
        cuts=tuple(row["word"] for row in anchors if row["cuts"]),
        bodies=_column("meeting_not", "ending"),
        generic=tuple(map(re.escape, _column("meeting_generic", "word"))),
        routine=_column("meeting_routine", "ending"),
    )
    return NameFinder(heads, words)


def _column(table: str, name: str) -> tuple[str, ...]:
    return tuple(row[name] for row in sorted(read_table(table, (name,)), key=lambda row: -len(row[name])))


def _longest(row: dict[str, str]) -> int:
    return -len(row["word"])


def _except(word: str, before: str, after: str) -> str:
    """A pattern for a word that does not stand before or after certain others (`after`: single characters)."""
    return (f"(?<!{after})" if after else "") + re.escape(word) + (f"(?!{before})" if before else "")


def _with_quote(text: str, start: int, stop: int) -> int:
    """全国“两会” ends with its quotation mark."""
    opened = text.count("“", start, stop) > text.count("”", start, stop)
    return stop + (opened and text[stop : stop + 1] == "”")


def _inside(text: str, start: int, anchor: re.Match[str]) -> bool:
    """An anchor inside quotes does not cut a name: 庆祝“中国共产党成立…"""
    return text.count("“", start, anchor.start()) > text.count("”", start, anchor.start())


def _start_of(span: Span) -> int:
    return span.start


def _in_name(title: re.Match[str]) -> bool:
    text, start, stop = title.string, *title.span()
    return text.endswith(BEFORE_TITLE, 0, start) and bool(AFTER_TITLE.match(text, stop))


def _masked(reading: Reading) -> list[Span]:
    """Where no name may lie: people with their titles, and 《》; unquoted titles may name a meeting that counts.

    In order; what overlaps is one.
    """
    spans = [m.span for m in reading.mentions if m.kind == "person"]
    if "《" in reading.text:
        spans += [Span(*found.span()) for found in TITLE.finditer(reading.text) if not _in_name(found)]
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].stop:
            apart[-1] = Span(apart[-1].start, max(span.stop, apart[-1].stop))
        else:
            apart.append(span)
    return apart
