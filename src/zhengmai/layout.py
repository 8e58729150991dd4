"""What the lines of a text are: page furniture, headline, article.

A text comes in as published, with `首页|走进临岚|新闻中心` above and `上一篇：…` below; out go the spans of
its headline and subheads, the body's paragraphs and sentences, the date and source of the page. Furniture
stays in the text (offsets count in it) but no later stage looks at it. Bylines inside a paragraph, as in
`本报讯（记者 尚文）1月5日，…`, are cut off the sentences' front and back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from zhengmai.lexicon import either, read_table, read_uses
from zhengmai.model import Span


class Zone(StrEnum):
    """Where on the page a sentence stands."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article; `paragraph` counts from 0 over headline, subheads and body."""

    span: Span
    text: str
    zone: Zone
    paragraph: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The article on the page."""

    headline: Span | None
    sentences: tuple[Sentence, ...]
    published: str | None
    source: str | None
    dateline: str | None  # 1月6日, of `岭川在线1月6日讯`
    readable: str  # the text, as long as it was, with furniture and bylines blanked out by line ends


NAVIGATION = re.compile(r"[|｜>»→]|->|>>")
DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)")
SOURCE = re.compile(r"来\s*源\s*[:：]\s*([^\s　|【】\[\]]{2,30})")
PUNCTUATION = re.compile(r"[，。、；：]")
COMMA_OR_STOP = re.compile(r"[，。]")
LINKS = ("上一", "下一", "相关")  # 上一篇：市委常委会召开会议传达学习…精神。
CREDITS = ("house", "line", "bracket", "inside", "label")  # where a word of credit stands
OPENS = re.compile("讯|电|消息|记者|通讯员")  # one of these within FAR_IN characters, else no credit opens a paragraph
# Lengths in characters.
FAR_IN = 40
LONGEST_CREDIT = 120
LONGEST_FURNITURE = 160
LONGEST_SOURCE = 30
LONG_LINE = 60
SHORT_SENTENCE = 24
# A half-width full stop ends a sentence where a Chinese character stands on its left and no digit on its right.
FULL_STOP = re.compile(r"[。！？!?…]+[”\"’』」）)]*")
STOP = re.compile(r"[。！？!?…]+[”\"’』」）)]*|(?<=[一-鿿”\"）)%])\.(?![\dA-Za-z])[”\"]?")


class Line(NamedTuple):
    """A line of the page without the blanks around it."""

    span: Span
    text: str
    is_furniture: bool


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is on a page beside the report, as patterns."""

    words: re.Pattern[str]  # anywhere in a line: 上一篇, 字号
    credit: re.Pattern[str]  # a line that tells who made the report: 文/图 程式, （临岚县融媒体中心记者　杏雨）
    opening: re.Pattern[str]  # before a paragraph's first sentence: 本报讯（记者 尚文）
    closing: re.Pattern[str]  # behind its last one: （文/程式）
    aside: re.Pattern[str]  # within it: （记者 尚文）


def load_furniture() -> Furniture:
    """The packaged words of pages and credits. Raises LexiconError."""
    words = {use: either(own) for use, own in read_uses("credits", ("word", "where"), CREDITS).items()}
    fixtures = "|".join(_loose(row["word"]) for row in read_table("furniture", ("word",)))
    return Furniture(
        words=re.compile(fixtures),
        credit=re.compile(_credit(words)),
        opening=re.compile(_opening(words)),
        closing=re.compile(_closing(words)),
        aside=re.compile(_reporters(words)),
    )


def _loose(word: str) -> str:
    """A word of the table of furniture as a pattern."""
    return re.escape(word).replace("：", "[:：]").replace("\\ ", r"\s*").replace("…", ".{1,4}")


def _credit(words: dict[str, str]) -> str:
    line = rf"[（(【\[]?\s*{words['house']}*{words['line']}[\s/:：、]*[^，。；]{{1,40}}[)）】\]]?"
    bracketed = rf"[（(【\[][^（(【\[。]{{0,40}}{words['bracket']}[^。]{{0,60}}[)）】\]]"
    return f"(?:{line}|{bracketed})$"


def _reporters(words: dict[str, str]) -> str:
    return rf"[（(]{words['house']}*\s*(?:记者|通讯员)[^（()）。]{{1,60}}[）)]"


def _opening(words: dict[str, str]) -> str:
    """岭川在线1月6日讯(记者 寒江) · 新华社北京1月5日电（记者…） · 央视网消息（新闻联播）： · （本报记者 尚文）"""
    sent = r"[^，。；：:！？（(\s]{0,16}?(?P<date>\d{1,2}月\d{1,2}日)?(?:讯|电|消息)(?=[\s　（(：:\d])"
    return rf"\s*(?:{sent}\s*(?:[（(][^）)]{{0,60}}[）)])?[：:]?|{_reporters(words)}|本报讯|本台讯)\s*"


def _closing(words: dict[str, str]) -> str:
    """…参加会议。（供稿 程式） · （文/程式） · （下转第三版） · （程式 闻笛） · | 监制:程式 · 责任编辑：程式"""
    inside = rf"[^（()）【\]。，；]{{0,16}}?{words['inside']}[^（()）。]{{0,50}}"
    made = r"[文图]\s*[/:：][^（()）。]{1,40}"
    continued = r"(?:下转|上接)[^（()）]{1,8}"
    names = r"[一-鿿]{2,4}(?:[ 　][一-鿿]{2,4}){0,3}"
    bracketed = rf"[（(【\[](?:{inside}|{made}|{continued}|{names})[）)】\]]"
    label = rf"{words['label']}[:：]"
    return rf"\s*(?:{bracketed}|[|｜]\s*{label}.{{0,60}}|{label}\s*[^。，；]{{1,30}})\s*$"


def lay_out(text: str, furniture: Furniture) -> Layout:
    """Finds headline, subheads, sentences, publication date and source of a text.

    Of the lines `上一篇：无`, `市委召开常委会会议`, `本报讯（记者 尚文）1月5日，市委常委会召开会议。` the second is
    the headline, and the body's only sentence begins with the date.
    """
    lines = _lines(text, furniture)
    body_from = next((i for i, line in enumerate(lines) if _is_body(line)), len(lines))
    sentences: list[Sentence] = []
    headline: Span | None = None
    published = source = dateline = None
    paragraph = 0
    for i, line in enumerate(lines):
        if line.is_furniture:
            published = published or _date(line.text)
            source = source or _source(line.text)
            continue
        if i < body_from:
            if _is_bare_date(line.text):
                published = published or _date(line.text)
                continue
            zone = Zone.SUBHEAD if headline else Zone.HEADLINE
            headline = headline or line.span
            sentences.append(Sentence(line.span, line.text, zone, paragraph))
        else:
            opening = furniture.opening.match(line.text) if OPENS.search(line.text, 0, FAR_IN) else None
            if opening and not dateline:
                dateline = opening["date"]
            sentences += _split(text, _trimmed(line, opening, furniture), paragraph)
        paragraph += 1
    return Layout(headline, tuple(sentences), published, source, dateline, _readable(text, sentences, furniture))


def _readable(text: str, sentences: list[Sentence], furniture: Furniture) -> str:
    """The text with everything outside its sentences replaced by line ends, so that positions stay."""
    pieces: list[str] = []
    at = 0
    for sentence in sentences:
        start, stop = sentence.span
        if start > at:
            pieces.append("\n" * (start - at))
        pieces.append(furniture.aside.sub(_blank, sentence.text) if "记者" in sentence.text else sentence.text)
        at = stop
    pieces.append("\n" * (len(text) - at))
    return "".join(pieces)


def _blank(found: re.Match[str]) -> str:
    return "\n" * len(found[0])


def _lines(text: str, furniture: Furniture) -> list[Line]:
    """The non-empty lines, without the blanks around them."""
    out = []
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            start = at + raw.index(line[0])
            out.append(Line(Span(start, start + len(line)), line, _is_furniture(line, furniture)))
        at += len(raw) + 1
    return out


def _is_body(line: Line) -> bool:
    """A paragraph of the report: it holds a full stop or is long, and is no furniture."""
    if line.is_furniture:
        return False
    return bool(STOP.search(line.text)) or (len(line.text) > LONG_LINE and "，" in line.text)


def _is_furniture(line: str, furniture: Furniture) -> bool:
    if len(line) > LONGEST_FURNITURE:
        return False
    if line.endswith(("。", "；", "！")) and len(line) > SHORT_SENTENCE and not line.startswith(LINKS):
        return False  # 会议听取了手机版政务服务平台建设情况汇报。
    if furniture.words.search(line) or furniture.credit.match(line):
        return True
    if len(NAVIGATION.findall(line)) >= 2:
        return True
    words = line.split()  # 首页 要闻 时政 县区 视频: many short words, no punctuation
    return len(words) >= 5 and max(map(len, words)) <= 6 and not PUNCTUATION.search(line)


def _is_bare_date(line: str) -> bool:
    """`瀛山市总工会　2023-04-28`: a date and at most a source beside it."""
    return bool(DATE.search(line)) and len(DATE.sub("", line)) <= LONGEST_SOURCE and not COMMA_OR_STOP.search(line)


def _date(line: str) -> str | None:
    found = DATE.search(line)
    if not found:
        return None
    year, month, day = (int(x) for x in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _source(line: str) -> str | None:
    found = SOURCE.search(line)
    return found[1] if found else None


def _trimmed(line: Line, opening: re.Match[str] | None, furniture: Furniture) -> Span:
    """The paragraph without the credits before and behind it."""
    start = line.span.start + (opening.end() if opening else 0)
    closing = None
    if not line.text.endswith(("。", "！")):
        closing = furniture.closing.search(line.text, max(0, len(line.text) - LONGEST_CREDIT))
    stop = line.span.start + closing.start() if closing else line.span.stop
    return Span(start, max(start, stop))


def _split(text: str, span: Span, paragraph: int) -> list[Sentence]:
    out = []
    at = span.start
    pattern = STOP if text.find(".", span.start, span.stop) >= 0 else FULL_STOP
    stops = [found.end() for found in pattern.finditer(text, span.start, span.stop)]
    for stop in (*stops, span.stop):
        words = text[at:stop]
        body = words.strip()
        if body:
            start = at + words.index(body[0])
            out.append(Sentence(Span(start, start + len(body)), body, Zone.BODY, paragraph))
        at = stop
    return out
