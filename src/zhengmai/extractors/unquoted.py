"""Written works named without 《》, where a verb acts on them.

A sentence comes in with its people and the works in 《》 found: `会议听取了⟨person⟩受国务院委托作的关于乡村医疗
工作情况的报告、关于水资源税改革情况的报告`. Out go the spans of the names that follow the verb: `关于乡村医疗工作
情况的报告`, `关于水资源税改革情况的报告`. A name ends in a genre (报告, 决定, 草案) that the verb's group allows;
the list ends at the first item that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhengmai.extractors.punctuation import full_width
from zhengmai.layout import Sentence
from zhengmai.lexicon import read_table
from zhengmai.model import Span
from zhengmai.reading import Reading
from zhengmai.rules import PERSON, Rule, load_rules
from zhengmai.tagging import MARKS, Mention, tag

DOCUMENT = MARKS["document"]
# 新修订的反间谍法, 龚正所作市政府工作报告, 国务院提出的关于……的议案, 拟提请市人大审议的工作报告稿
LEAD = (
    r"(?:(?:[^，。；：]{0,60}?(?:(?<![工操动制协合写创著运])作|提出|提交|起草|报送)的"
    rf"|[^，。；：、]{{0,40}}?{PERSON}[^，。；：、]{{0,30}}?所?作的?|拟?提请[^，。；：、]{{0,40}}?审议的)(?:题为)?)?"
    r"(?:对|新修订的|修订后的|修改后的|新版|全新|[我本][省市县区州旗])?"
)
# A name goes on where what follows 和 cannot stand alone: 高标准农田建设规划及管理规定
GOES_ON = "(?!(?:其|实施|管理|工作|配套|奖惩)*(?:规定|办法|规则|细则|措施|方案)(?:[，。；、]|$))"
STOP = rf"(?=精神|等|[、，。；：　 ]|以及|[和及]{GOES_ON}|并|$)"
QUALIFIER = r"(?:修改稿|表决稿|代拟稿|稿)?(?:[（(][^（()）]{1,12}[）)])?"
VERB = r"(?!听取|审议|讨论|研究|通过|传达|决定|表决|部署|会议|提请|建议|选举|对|并|就)"
CHARACTER = "(?:“[^“”]{1,60}”|[^，。；：“])"  # of a name; what stands in quotation marks may hold a comma
PART = "(?:“[^“”]{1,60}”|[^，。；：、“])"
SEPARATOR = re.compile(rf"(?:精神)?(?:、|；(?=关于)|，(?=\d{{4}}年|{VERB}[^，。；：、]{{0,16}}关于)|以及|和|及|与)")
# What ends like a written work and names none: 有关文件, 人事任免议案, 3件法律草案, 作专题辅导报告
NO_NAME = re.compile(
    r"^(?:有关|相关|各|其他|其它|上述|以上|该|此|这|将|本次|部分|一系列|多[件个项部]|\d+[件个项部]|[一两三四五六七八九十]+[件个项部]|等|若干|一些)"
    r"|^(?!.*关于).*(?:人事|任免|名单|议程|日程|事项|地块|汇报|精神|讲话|指示|辅导|宣讲|专题|主旨|典型|事迹|学术|述职|述责|口头)"
    r"|的说明(?:以及|和|及|、)"
    r"|(?:做|看|想|说|用|手|方|书|执|(?<!公)司|立|守|违|合|依|普|无|设|打|玩|算|语)法$"
)
# 关于《养犬条例》审议结果的报告, 关于养犬条例草案修改意见的报告 speak of the bill
OF_A_BILL = re.compile(
    rf"关于(?P<bill>(?:(?!关于).)*?(?:草案|{DOCUMENT}))(?P<draft>修改稿|表决稿)?(?:等[^，。；：{DOCUMENT}]{{0,20}}?)?"
    r"的?(?:审[议查]|修[改订])(?:结果|意见|情况)的?"
)
# 关于A报告、B报告审议和修改情况的汇报: heard, not written
TOLD = re.compile(r"(?:(?![、和]关于)[^，。；：])*?汇报(?=[，。；等]|$)")
BODY_END = re.compile(
    r"(?:[院会委府部厅局办团组署党联队室处国社省市县区]|会议|中央|国务院|政协|人大|党组|大会|党工委|检察机关)(?:分别|就)?$"
)
ABOUT_ONLY = frozenset({"read", "forward"})  # groups after which a name needs its 关于
BARE = 6  # a name without 关于 and shorter than this is none, unless it ends in 法 or 工作报告


@dataclass(frozen=True, slots=True)
class UnquotedRules:
    """The verbs, and for each group of verbs what the names after it look like."""

    cues: re.Pattern[str]
    verbs: tuple[Rule, ...]
    names: dict[str, re.Pattern[str]]
    genres: frozenset[str]
    ends: re.Pattern[str]  # the genres, as one pattern

    def may_name(self, sentence: str) -> bool:
        """A quick look: without a verb and a genre there is nothing to find."""
        return bool(self.cues.search(sentence) and self.ends.search(sentence))


def load_unquoted_rules() -> UnquotedRules:
    """Reads genres and verbs. Raises LexiconError or RuleError."""
    rows = read_table("document_genres", ("genre", "unquoted"))
    groups: dict[str, list[str]] = {}
    for row in rows:
        for group in row["unquoted"].split():
            groups.setdefault(group, []).append(row["genre"])
    verbs = load_rules("documents")
    cues = re.compile("|".join(sorted({cue for rule in verbs for cue in rule.cues})))
    genres = sorted(row["genre"] for row in rows)
    names = {group: _name(group, found) for group, found in groups.items()}
    return UnquotedRules(cues, verbs, names, frozenset(genres), re.compile("|".join(genres)))


def _name(group: str, genres: Sequence[str]) -> re.Pattern[str]:
    ends = "|".join(sorted(genres, key=lambda g: (-len(g), g)))
    about = rf"{PART}{{0,40}}?关于{CHARACTER}{{2,110}}?(?:{ends})"
    motion = rf"{PART}{{0,40}}?关于提请{CHARACTER}{{2,120}}?议案|" if "议案" in genres else ""
    plain = "" if group in ABOUT_ONLY else rf"|{PART}{{0,44}}?(?:{ends})"
    # 关于减轻作业负担，促进学生发展情况的报告: a comma, where no name ends before it
    across = rf"|关于(?:(?!汇报|说明)(?:[^。；：，]|，{VERB})){{2,110}}?的(?:{ends})"
    # 研究容积率下限指标和市规划委员会议事规则: what stands before 和 need be no work
    beside = f"(?:{PART}{{0,40}}和(?=[省市县区州旗]))?" if group == "consider" else ""
    return re.compile(rf"了?{LEAD}{beside}(?P<title>(?:{motion}{about}{plain}{across}){QUALIFIER}){STOP}")


def find_unquoted(
    reading: Reading, sentence: Sentence, quoted: Sequence[Mention], rules: UnquotedRules
) -> Iterator[Span]:
    """The spans of the names; what a verb within another name seems to act on is left out."""
    tagged = full_width(tag(reading.text, sentence.span, [*quoted, *reading.mentions_in(sentence)]))
    found = ((match, rule) for rule in rules.verbs for match in rule.search(tagged))
    lists = sorted((match.start(), match.span("list"), rule.gives["after"]) for match, rule in found)
    reached = 0
    for _, (start, stop), group in lists:
        for low, high in _names(tagged.text, start, stop, group, rules):
            if low >= reached:
                reached = high
                yield tagged.span(low, high)


def _names(text: str, start: int, stop: int, group: str, rules: UnquotedRules) -> Iterator[tuple[int, int]]:
    """The ranges of the names in a list that begins at `start`, until an item is none."""
    at = start
    while at < stop:
        while text.startswith(DOCUMENT, at):  # 《A》、《B》和关于……的决定, but not 《A》稿征求意见情况的报告
            at += 1
            if not text.startswith(DOCUMENT, at):
                separator = SEPARATOR.match(text, at, stop)
                if not separator:
                    return
                at = separator.end()
        found = rules.names[group].match(text, at, stop)
        if not found or TOLD.match(text, found.end(), stop):
            return
        if bill := OF_A_BILL.search(found["title"]):
            offset = found.start("title")
            end = bill.end("draft" if bill["draft"] else "bill")
            if "的决定" in bill["bill"]:  # the decision's own name begins with 关于
                yield offset + bill.start(), offset + end
            else:
                yield from _bills(text, offset + bill.start("bill"), offset + end)
        else:
            low, high = _without_lead(text, *found.span("title"))
            if not _is_name(text[low:high], rules):
                return
            yield low, high
        separator = SEPARATOR.match(text, found.end(), stop)
        if not separator:
            return
        at = separator.end()


def _bills(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The bills of a list: 关于A草案、B草案审议结果的报告. Those in 《》 are known already."""
    for bill in re.finditer("[^、和]+", text[low:high]):
        if DOCUMENT not in bill[0]:
            yield low + bill.start(), low + bill.end()


def _without_lead(text: str, low: int, high: int) -> tuple[int, int]:
    """Leaves out what stands before 关于 unless it is a body: 市政府关于……的报告."""
    about = text.find("关于", low, high)
    if about > low and not BODY_END.search(text[low:about]):
        return about, high
    return low, high


def _is_name(title: str, rules: UnquotedRules) -> bool:
    if NO_NAME.search(title) or title in rules.genres - {"工作报告"}:
        return False
    return "关于" in title or len(title) >= BARE or title.endswith(("法", "工作报告"))
