"""What a main meeting studies, conveys or sets out to carry out.

A reading comes in with people, documents and meetings found: `会议传达学习了⟨person⟩在全国科技大会上的重要讲话精神和
⟨meeting⟩精神。` Out go the things that it names, without 精神: `习近平总书记在全国科技大会上的重要讲话` (an instruction) and
the meeting. Demands on others (`会议强调，要学习……`), others' doing and nameless things (`党中央决策部署`) are no study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from zhengmai.extract.acts import main_at, main_starts
from zhengmai.extract.documents import fold
from zhengmai.extract.punctuation import full_width
from zhengmai.layout import Sentence, Zone
from zhengmai.model import Evidence, Meeting, Span, Study, StudyKind
from zhengmai.reading import Reading
from zhengmai.rules import PERSON, Rule, load_rules
from zhengmai.tagging import MARKS, Mention, Tagged

DOCUMENT, MEETING = MARKS["document"], MARKS["meeting"]
# Somebody speaks or demands: what comes behind is said, not done. 会议强调，要… · 会议以…为指导 stays.
SPEAKS = re.compile(
    r"(?:强调|指出|表示|认为|希望|提出|号召|介绍|建议|勉励|叮嘱|说|谈到|明确|决定)(?=[，：“要]|各|全[市县区省州])"
    r"|(?<![有工部署相的关作求体新总高省委示各项])要求(?![、；。和]|$)|会将"
    r"|(?:^|[，；：、])[^，；：、。]{0,24}?(?<![重主首需概纪摘只紧不机])(?:要|必须|应当)(?![求事闻点素])|将(?:继续|深入|认真|进一步|全面|坚决|坚持)"
)
# The meeting acts: it is named, held, or chaired.
HELD = re.compile("会议|全会|大会|会上|会前|与会|座谈会|学习会|研讨会|推进会|动员会|调度会|报告会|会暨|主持|召开|举行|举办|开幕|中心组|党组")
IS_HELD = re.compile("召开|举行|举办")
DISCUSSES = re.compile("学习(?!讲座)|研讨|交流|讨论")
CONVEYING = ("传达", "领学")
CONVEYS = re.compile(rf"(?:{PERSON}|[\u4e00-\u9fff]{{2,4}})(?:分别|首先|现场|先后|还|、)*$")
OTHERS = re.compile(r"(?:各[级地区县部单镇乡]|全[市县区省州][上干广]|同志们|我们|大家|党员|干部|代表们|基层|单位|以来|去年|过去|下一步|今后|年来)[^，]{0,20}(?:，|$)|(?:关于|按照|围绕|研究|推动|扎实|就|把|对|将|来|和|的|为|以|在)$")
# --- items ---
SPEECH = r"(?:讲话|致信|指示|批示|论述|重要思想|回信|贺信|贺词|致辞|致词|文章|嘱托|重要要求|指示要求|批示要求|重要求)"
SPEECHES = (
    rf"(?:系列)?(?:重要|署名|最新|近期)*{SPEECH}(?:(?:、|和|以及|及|与|暨)?(?:关于[^，。；：、]{{2,30}}?的)?(?:一?系列)?(?:重要|署名|有关)*{SPEECH}(?!会))*"
)
END = r"(?:(?:的)?(?:主要|有关|相关)?(?:会议)?(?:精神|要求|部署|决策|安排|内容|任务|工作)*(?:要求|部署)?)"
STOP = r"(?=[，、。；：　 ”]|和|以及|及|与|等|并|$|开展|进行|专题|作)"
FIRM = r"(?:(?:主要|有关)?精神)"  # 精神 ends an item whatever comes: 传达学习全会精神推动工作
MEET = r"(?:会议|全会|大会|座谈会|二十大|十九大|两会|党代会|人代会|研讨班|开班式|例会|推进会|电视电话会|务虚会|讲座)"
NO_STOP = r"(?!召开|举行|举办|主持|主题教育)"
NOT_HELD = r"(?!召开|举行|举办)"
SPEAKER = rf"(?:{PERSON}|习近平(?:总书记|主席|同志)?|习主席|总书记|[^，。；：、\ue000-\uf8ff]{{2,14}}?(?:同志|书记|总理|主席|省长|市长|部长|领导|中央|国务院))"
LEVEL = "(?:党中央|中央|国务院|全国|全省|全市|全区|省委|市委|县委|区委|省政府|市政府|省|市|县|区)"
ITEMS = (
    ("document", rf"[^，。；：、{DOCUMENT}{MEETING}]{{0,40}}?(?P<doc>{DOCUMENT})(?:等)?(?:文件)?{END}"),
    ("thought", rf"(?P<thought>习近平(?!总书记|主席|同志|在|对|就|关于)[\u4e00-\u9fff]{{2,18}}?思想)(?:精神)?{STOP}"),
    (
        "instruction",
        rf"(?P<speech>{SPEAKER}(?:{NOT_HELD}[^。；：]){{0,80}}?{SPEECHES}(?:要求)?)(?:(?:{FIRM}|{END}{STOP}))",
    ),
    ("meeting", rf"(?P<meet>(?:\d+月\d+日|(?:{LEVEL}、)+|[^，。；：、和{MEETING}{DOCUMENT}{PERSON}]{{0,20}})?(?P<mark>{MEETING}))(?:{FIRM}|{END}{STOP})"),
    ("instruction", rf"(?P<named>[^，。；：{PERSON}]{{2,60}}?(?<!有关)(?<!相关)(?<!近期){SPEECHES}(?:要求)?)(?:{FIRM}|{END}{STOP})"),
    ("meeting", rf"(?P<plain>(?:{NO_STOP}[^，。；：{PERSON}{DOCUMENT}]){{2,40}}?{MEET})(?:{FIRM}|(?:部署|要求){STOP})"),
)
# 党中央决策部署, 省委部署要求: named without saying what
NAMES_NOTHING = re.compile(rf"[^，。；：、和{MEETING}{DOCUMENT}{PERSON}]{{0,16}}?(?:、[^，。；：、和]{{2,12}}?)?(?:决策部署|部署要求|工作要求|工作部署|部署安排|有关要求|部署|要求|安排){STOP}")
# 全会精神 where the text does not tell which: passed over, the list goes on
BARE = re.compile(rf"(?:本次|此次|这次)?(?:全会|会议|大会)(?:{FIRM}|{END}{STOP})")
AT_PLENARY = re.compile(rf"[在出]({MEETING}|[^，。；：、在{MEETING}{PERSON}]{{2,30}}?全会)(?:上|期间)")
ITEM = tuple((kind, re.compile(pattern)) for kind, pattern in ITEMS)
NAMELESS = re.compile(r"^(?:[省市县区]、)*(?:中央|党中央|上级|各级|国务院|省|市|县|区|省委|市委|县委|区委|各级|全国政协|省政协|市政协|和|、|及|与|以及|国家|部|厅)*(?:有关|相关|近期|系列|重要|一系列|最新)*(?:重要)?(?:会议|大会|讲话|指示|批示|文件|文章|提示|论述)(?:和|、|批示|指示|会议|文件|讲话|重要|及)*$")
# A comma goes on with the list where no verb comes: 传达学习了A精神，B精神
SEPARATOR = re.compile(
    r"(?:、|，以及|，(?=关于|(?!(?:认真|深入|全面|坚决|切实)*(?:学习|传达|贯彻|落实|宣传|研究|部署|审议|听取|安排|总结|结合|推动|围绕|对|并|要))"
    r"[^，。；]{2,60}?精神(?:[，、。；]|$))|以及|和|及|与)(?!研究|安排|部署|审议)"
)
QUOTES = "“”\"‘’ 　"


@dataclass(frozen=True, slots=True)
class StudiedRules:
    """The verbs, and a gate on sentences."""

    verbs: tuple[Rule, ...]
    gate: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing studied, in a tagged sentence."""

    kind: StudyKind
    label: str
    span: Span
    rule: str
    key: str | None  # of the meeting, where it is one


def load_studied_rules() -> StudiedRules:
    """Reads studied.toml. Raises RuleError."""
    return StudiedRules(load_rules("studied"), re.compile("学习|传达|贯彻|落实|领会|领学"))


def find_studied(reading: Reading, rules: StudiedRules, meetings: Sequence[Meeting]) -> tuple[Study, ...]:
    """What the main meetings study, in the order of the text. The headline counts where the body tells nothing."""
    mains = main_starts(meetings)
    body: list[_Item] = []
    head: list[_Item] = []
    for sentence in reading.sentences:
        if rules.gate.search(sentence.text):
            items = _in_sentence(reading, sentence, rules, {key for _, key in mains})
            (body if sentence.zone is Zone.BODY else head).extend(items)
    studies: dict[str, Study] = {}
    for item in _merged(body or head):
        key = main_at(mains, item.span.start)
        if key is not None:
            studies[fold(item.label)] = Study(item.label, item.kind, key, (Evidence(item.span, item.rule),))
    return tuple(studies.values())


def _in_sentence(
    reading: Reading, sentence: Sentence, rules: StudiedRules, mains: AbstractSet[str]
) -> Iterator[_Item]:
    tagged = full_width(reading.tagged(sentence))
    reached = -1
    for rule in rules.verbs:
        for match in rule.search(tagged):
            if match.start() >= reached and _does(tagged, match, rule.gives["by"], mains):
                for item, stop in _items(reading.text, tagged, *match.span("objects"), rule.id):
                    reached = stop
                    yield item


def _does(tagged: Tagged, match: re.Match[str], by: str, mains: AbstractSet[str]) -> bool:
    """Whether it is the meeting that does what the verb of a match says."""
    before, after = tagged.text[: match.start()], tagged.text[match.end() :]
    if SPEAKS.search(before):
        return False
    if by == "purpose":
        return bool(IS_HELD.search(after))
    if OTHERS.search(before.rpartition("；")[2]):
        return False
    main = any(m.kind == "meeting" and m.what.key in mains for m in tagged.between(0, match.start()))
    if by == "theme":
        return (main or bool(HELD.search(before))) and bool(DISCUSSES.search(after))
    return main or bool(HELD.search(before)) or (match[0].startswith(CONVEYING) and bool(CONVEYS.search(before)))


def _items(text: str, tagged: Tagged, start: int, stop: int, rule: str) -> Iterator[tuple[_Item, int]]:
    """The items of a list of objects, until one is none."""
    at = start
    while at < stop:
        found = _first(text, tagged, at, stop, rule)
        if found is None:
            return
        item, at = found
        if item is not None:
            yield item, at
        separator = SEPARATOR.match(tagged.text, at, stop)
        if separator is None:
            return
        at = separator.end()


def _first(text: str, tagged: Tagged, at: int, stop: int, rule: str) -> tuple[_Item | None, int] | None:
    """The item at a position and where it ends; the item is None where it names nothing."""
    if bare := BARE.match(tagged.text, at, stop):
        return _told_before(text, tagged, at, rule), bare.end()
    for kind, pattern in ITEM:
        match = pattern.match(tagged.text, at, stop)
        if match is not None:
            name = next(name for name, value in match.groupdict().items() if value is not None and name != "mark")
            return _item(text, tagged, match, name, kind, rule), match.end()
    nothing = NAMES_NOTHING.match(tagged.text, at, stop)
    return (None, nothing.end()) if nothing else None


def _told_before(text: str, tagged: Tagged, at: int, rule: str) -> _Item | None:
    """The plenary that a bare 全会 means: 习近平总书记在二十届中央纪委二次全会上的重要讲话和全会精神."""
    named = list(AT_PLENARY.finditer(tagged.text, 0, at))
    if not named:
        return None
    span = tagged.span(*named[-1].span(1))
    if not text[span.start : span.stop].endswith("全会"):
        return None
    mentions = tagged.between(*named[-1].span(1))
    return _Item(StudyKind.MEETING, text[span.start : span.stop], span, rule, mentions[0].what.key if mentions else None)


def _item(text: str, tagged: Tagged, match: re.Match[str], name: str, kind: str, rule: str) -> _Item | None:
    span = _without_titles(text, tagged, match.start(name), tagged.span(*match.span(name)))
    label = text[span.start : span.stop].strip(QUOTES)
    if NAMELESS.match(label):
        return None
    mention = _mention(tagged, match, {"doc": "doc", "meet": "mark"}.get(name))
    if name == "doc" and mention is not None:
        label = mention.what.title
    key = mention.what.key if name == "meet" and mention is not None else None
    return _Item(StudyKind.INSTRUCTION if kind == "thought" else StudyKind(kind), label, span, rule, key)


def _without_titles(text: str, tagged: Tagged, low: int, span: Span) -> Span:
    """Leaves out several titles before a speaker's name: 省委常委、组织部部长夏侯衡在会上的讲话."""
    if tagged.text[low] != PERSON:
        return span
    speaker = tagged.between(low, low + 1)[0]
    name = text.find(speaker.what.written, speaker.span.start, speaker.span.stop)
    several = "、" in text[speaker.span.start : max(name, speaker.span.start)]
    return Span(name, span.stop) if several else span


def _mention(tagged: Tagged, match: re.Match[str], group: str | None) -> Mention | None:
    return tagged.between(match.start(group), match.end(group))[0] if group else None


def _merged(items: Sequence[_Item]) -> list[_Item]:
    """One item a thing: of the forms of one meeting's name the longest."""
    out: dict[str, _Item] = {}
    for item in items:
        name = item.key or fold(item.label)
        if name not in out or len(item.label) > len(out[name].label):
            out[name] = item
    return list(out.values())
