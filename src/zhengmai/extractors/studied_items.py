"""The things that a list of objects names: `⟨meeting⟩、⟨person⟩来陕考察重要讲话重要指示精神，总结工作` holds two.

A tagged sentence comes in with the range of the list; out go its items: meetings, speeches (instructions), documents,
each with the words that name it, without 精神. What names no one thing (有关会议, 党中央决策部署) is passed over; the
list ends at the first item that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhengmai.lexicon import read_table
from zhengmai.model import Span, StudyKind
from zhengmai.rules import PERSON
from zhengmai.tagging import MARKS, Mention, Tagged

DOCUMENT, MEETING = MARKS["document"], MARKS["meeting"]
MARK = f"{PERSON}{DOCUMENT}{MEETING}"
FIRM = "(?:(?:主要|有关)?精神)"  # ends an item whatever comes: 传达学习全会精神推动工作
END = "(?:(?:的)?(?:主要|有关|相关)?(?:会议)?(?:精神|要求|部署|决策|安排|内容|任务|工作)*(?:要求|部署)?)"
STOP = "(?=[，、。；：　 ”]|和|以及|及|与|等|并|$|开展|进行|专题|作)"
CLOSE = f"(?:{FIRM}|{END}{STOP})"
NOT_HELD = "(?!召开|举行|举办)"
# A comma goes on with the list where no verb comes: 传达学习了A精神，B精神
SEPARATOR = re.compile(
    r"(?:、|，以及|，(?=关于|(?!(?:认真|深入|全面|坚决|切实)*"
    r"(?:学习|传达|贯彻|落实|宣传|研究|部署|审议|听取|安排|总结|结合|推动|围绕|对|并|要))"
    r"[^，。；]{1,60}?精神(?:[，、。；]|$))|以及|和|及|与)(?!研究|安排|部署|审议)"
)
# 全会精神 where the text does not tell which, and the plenary told of just before
BARE = re.compile(f"(?:本次|此次|这次)?(?:全会|会议|大会){CLOSE}")
AT_PLENARY = re.compile(f"[在出]({MEETING}|[^，。；：、在{MEETING}{PERSON}]{{2,30}}?全会)(?:上|期间)")
QUOTES = '“”"‘’ 　'


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is studied."""

    kind: StudyKind
    label: str
    span: Span
    key: str | None = None  # of the meeting, where it is a known one


@dataclass(frozen=True, slots=True)
class ItemGrammar:
    """What items look like: patterns in the order in which they are tried."""

    items: tuple[tuple[StudyKind, re.Pattern[str]], ...]
    nothing: re.Pattern[str]
    nameless: re.Pattern[str]


def load_words() -> dict[str, str]:
    """The words of each role, as alternatives of a pattern, longest first. Raises LexiconError."""
    roles: dict[str, list[str]] = {}
    for row in read_table("studied_words", ("word", "role")):
        for role in row["role"].split():
            roles.setdefault(role, []).append(row["word"])
    return {role: "|".join(sorted(words, key=lambda w: (-len(w), w))) for role, words in roles.items()}


def item_grammar(words: Mapping[str, str]) -> ItemGrammar:
    """Compiles the patterns from the words of each role."""
    one = f"(?:{words['speech']})"
    adjectives = "(?:重要|署名|最新|近期|有关)*"
    speeches = (
        f"(?:系列)?{adjectives}{one}"
        f"(?:(?:、|和|以及|及|与|暨)?(?:关于[^，。；：、]{{2,30}}?的)?(?:一?系列)?{adjectives}{one}(?!会))*"
    )
    speaker = (
        f"(?:{PERSON}|习近平(?:总书记|主席|同志)?|习主席|总书记|[^，。；：、{MARK}]{{2,14}}?(?:{words['speaker']}))"
    )
    day = "(?:\\d+月\\d+日)?"  # no part of a name: 7月24日中共中央政治局会议
    before = f"(?:(?:(?:{words['level']})、)+|[^，。；：、和{MARK}]{{0,20}})"
    named = "(?<!有关)(?<!相关)(?<!近期)"
    thought = "习近平(?!总书记|主席|同志|在|对|就|关于)[\u4e00-\u9fff]{2,18}?思想"
    plain = f"(?:(?!召开|举行|举办|主持|主题教育)[^，。；：{PERSON}{DOCUMENT}]){{2,40}}?(?:{words['meeting']}|讲座)"
    items = (
        (StudyKind.DOCUMENT, f"[^，。；：、{DOCUMENT}{MEETING}]{{0,40}}?(?P<mark>{DOCUMENT})(?:等)?(?:文件)?{END}"),
        (StudyKind.INSTRUCTION, f"(?P<item>{thought})(?:精神)?{STOP}"),
        (StudyKind.INSTRUCTION, f"(?P<item>{speaker}(?:{NOT_HELD}[^。；：]){{0,80}}?{speeches}(?:要求)?){CLOSE}"),
        (StudyKind.MEETING, f"{day}(?P<item>{before}?(?P<mark>{MEETING})){CLOSE}"),
        (StudyKind.INSTRUCTION, f"(?P<item>[^，。；：{PERSON}]{{2,60}}?{named}{speeches}(?:要求)?){CLOSE}"),
        (StudyKind.MEETING, f"{day}(?P<item>{plain})(?:{FIRM}|(?:部署|要求){STOP})"),
    )
    told = f"[^，。；：、和{MARK}]{{0,16}}?(?:、[^，。；：、和]{{2,12}}?)?(?:{words['nothing']}){STOP}"
    vague = f"(?:{words['vague']})*(?:会议|大会|文件|提示|{words['speech']})"
    nameless = f"^(?:{words['level']}|和|、|及|与|以及|部|厅)*{vague}(?:{vague}|和|、|及)*$"
    return ItemGrammar(
        tuple((kind, re.compile(pattern)) for kind, pattern in items), re.compile(told), re.compile(nameless)
    )


def find_items(text: str, tagged: Tagged, start: int, stop: int, grammar: ItemGrammar) -> Iterator[tuple[Item, int]]:
    """The items of a list in a tagged sentence of the text, each with where it ends there."""
    at = start
    while at < stop:
        found = _next(text, tagged, at, stop, grammar)
        if found is None:
            return
        item, at = found
        if item is not None:
            yield item, at
        separator = SEPARATOR.match(tagged.text, at, stop)
        if separator is None:
            return
        at = separator.end()


def _next(text: str, tagged: Tagged, at: int, stop: int, grammar: ItemGrammar) -> tuple[Item | None, int] | None:
    """The item at a position and where it ends; the item is None where it names nothing."""
    if bare := BARE.match(tagged.text, at, stop):
        return _told_before(text, tagged, at), bare.end()
    for kind, pattern in grammar.items:
        if match := pattern.match(tagged.text, at, stop):
            item = _item(text, tagged, match, kind)
            return (None if grammar.nameless.match(item.label) else item), match.end()
    nothing = grammar.nothing.match(tagged.text, at, stop)
    return (None, nothing.end()) if nothing else None


def _told_before(text: str, tagged: Tagged, at: int) -> Item | None:
    """The plenary that a bare 全会 means: 习近平总书记在二十届中央纪委二次全会上的重要讲话和全会精神."""
    named = list(AT_PLENARY.finditer(tagged.text, 0, at))
    if not named:
        return None
    low, high = named[-1].span(1)
    span = tagged.span(low, high)
    label = text[span.start : span.stop]
    mention = _mention(tagged, low, high)
    return Item(StudyKind.MEETING, label, span, mention and mention.what.key) if label.endswith("全会") else None


def _item(text: str, tagged: Tagged, match: re.Match[str], kind: StudyKind) -> Item:
    groups = match.groupdict()
    mention = _mention(tagged, *match.span("mark")) if groups.get("mark") else None
    if kind is StudyKind.DOCUMENT and mention is not None:
        return Item(kind, mention.what.title, mention.span)
    low, high = match.span("item")
    span = _without_titles(text, tagged, low, tagged.span(low, high))
    label = text[span.start : span.stop].strip(QUOTES)
    return Item(kind, label, span, mention.what.key if mention else None)


def _without_titles(text: str, tagged: Tagged, low: int, span: Span) -> Span:
    """Leaves out several titles before a speaker's name: 省委常委、组织部部长夏侯衡在会上的讲话."""
    if tagged.text[low] != PERSON:
        return span
    speaker = tagged.between(low, low + 1)[0]
    name = text.find(speaker.what.written, speaker.span.start, speaker.span.stop)
    several = "、" in text[speaker.span.start : max(name, speaker.span.start)]
    return Span(name, span.stop) if several else span


def _mention(tagged: Tagged, low: int, high: int) -> Mention | None:
    found = tagged.between(low, high)
    return found[0] if found else None
