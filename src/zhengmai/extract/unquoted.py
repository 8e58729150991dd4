"""Written works named without 《》, where a verb acts on them.

A sentence comes in with its people and the works in 《》 found: `会议听取了⟨person⟩受国务院委托作的关于乡村医疗工作情况的
报告、关于水资源税改革情况的报告`. Out go the spans of the names that follow the verb: `关于乡村医疗工作情况的报告`,
`关于水资源税改革情况的报告`. A name ends in a genre (报告, 决定, 草案) that the verb's group allows; the list ends at the
first item that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhengmai.extract.punctuation import full_width
from zhengmai.layout import Sentence
from zhengmai.lexicon import read_table
from zhengmai.model import Span
from zhengmai.reading import Reading
from zhengmai.rules import PERSON, Rule, load_rules
from zhengmai.tagging import MARKS, Mention, tag

DOCUMENT = MARKS["document"]
# 新修订的反间谍法, 龚正所作市政府工作报告, 国务院提出的关于……的议案, 拟提请市人大审议的工作报告稿
LEAD = (
    rf"(?:(?:[^，。；：]{{0,50}}?(?:(?<![工操动制协合写创著运])作|提出|提交|起草|报送)的|[^，。；：、]{{0,40}}?{PERSON}[^，。；：、]{{0,30}}?所?作的?"
    r"|拟?提请[^，。；：、]{0,40}?审议的)(?:题为)?)?(?:新修订的|修订后的|修改后的|新版|全新)?"
)
STOP = r"(?=精神|等|[、，。；：　 ]|和|以及|及|并|$)"
QUALIFIER = r"(?:稿)?(?:[（(][^（()）]{1,12}[）)])?"
SEPARATOR = re.compile(r"(?:精神)?(?:、|，(?=关于)|以及|和|及|与)")
# What ends like a written work and names none: 有关文件, 人事任免议案, 3件法律草案, 作专题辅导报告
NO_NAME = re.compile(
    r"^(?:有关|相关|各|其他|其它|上述|以上|该|此|这|本次|部分|一系列|多[件个项部]|\d+[件个项部]|[一两三四五六七八九十]+[件个项部]|等|若干|一些)"
    r"|^(?!.*关于).*(?:人事|任免|名单|议程|日程|事项|地块|汇报|精神|讲话|指示|辅导|宣讲|专题|主旨|典型|事迹|学术|述职|述责|口头)"
    r"|(?:办|做|看|想|说|用|手|方|书|执|司|立|守|违|合|依|普|无|设|打|玩|算|语|普)法$"
)
BODY_END = re.compile(
    r"(?:[院会委府部厅局办团组署党联队室处国社省市县区]|会议|中央|国务院|政协|人大|党组|大会|党工委|检察机关)(?:分别|就)?$"
)
BARE = 6  # a name without 关于 and shorter than this is none, unless it ends in 法 or 工作报告


@dataclass(frozen=True, slots=True)
class UnquotedRules:
    """The verbs, and for each group of verbs what the names after it look like."""

    gate: re.Pattern[str]
    verbs: tuple[Rule, ...]
    names: dict[str, re.Pattern[str]]
    genres: frozenset[str]


def load_unquoted_rules() -> UnquotedRules:
    """Reads genres and verbs. Raises LexiconError or RuleError."""
    rows = read_table("document_genres", ("genre", "unquoted"))
    groups: dict[str, list[str]] = {}
    for row in rows:
        for group in row["unquoted"].split():
            groups.setdefault(group, []).append(row["genre"])
    verbs = load_rules("documents")
    cues = sorted({cue for rule in verbs for cue in rule.cues})
    genres = frozenset(row["genre"] for row in rows)
    gate = re.compile(f"(?:{'|'.join(cues)}).*(?:{'|'.join(sorted(genres))})", re.DOTALL)
    return UnquotedRules(gate, verbs, {group: _name(found) for group, found in groups.items()}, genres)


def _name(genres: Sequence[str]) -> re.Pattern[str]:
    ends = "|".join(sorted(genres, key=lambda g: (-len(g), g)))
    about = rf"[^，。；：、]{{0,40}}?关于[^，。；：]{{2,110}}?(?:{ends})"
    plain = rf"[^，。；：、]{{0,44}}?(?:{ends})"
    return re.compile(rf"了?{LEAD}(?P<title>(?:{about}|{plain}){QUALIFIER}){STOP}")


def find_unquoted(
    reading: Reading, sentence: Sentence, quoted: Sequence[Mention], rules: UnquotedRules
) -> Iterator[Span]:
    """The spans of the names, in order of the rules; a name within one that was found before is left out."""
    tagged = full_width(tag(reading.text, sentence.span, [*quoted, *reading.mentions_in(sentence)]))
    taken: list[tuple[int, int]] = []
    for rule in rules.verbs:
        for match in rule.search(tagged):
            start, stop = match.span("list")
            for low, high in _names(tagged.text, start, stop, rules.names[rule.gives["after"]], rules):
                if all(high <= begin or low >= end for begin, end in taken):
                    taken.append((low, high))
                    yield tagged.span(low, high)


def _names(text: str, start: int, stop: int, name: re.Pattern[str], rules: UnquotedRules) -> Iterator[tuple[int, int]]:
    """The ranges of the names in a list that begins at `start`, until an item is none."""
    at = start
    while at < stop:
        while text.startswith(DOCUMENT, at):  # 《A》、《B》和关于……的决定
            at += 1
            if separator := SEPARATOR.match(text, at, stop):
                at = separator.end()
        found = name.match(text, at, stop)
        if not found:
            return
        low, high = _without_lead(text, *found.span("title"))
        if not _is_name(text[low:high], rules):
            return
        yield low, high
        separator = SEPARATOR.match(text, found.end(), stop)
        if not separator:
            return
        at = separator.end()


def _without_lead(text: str, low: int, high: int) -> tuple[int, int]:
    """Leaves out what stands before 关于 unless it is a body: 市政府关于……的报告."""
    about = text.find("关于", low, high)
    if about > low and not BODY_END.search(text[low:about]):
        return about, high
    return low, high


def _is_name(title: str, rules: UnquotedRules) -> bool:
    if NO_NAME.search(title) or title in rules.genres - {"工作报告"}:
        return False
    if DOCUMENT in title and title.rstrip("的") .endswith(DOCUMENT):
        return False
    return "关于" in title or len(title) >= BARE or title.endswith(("法", "工作报告"))
