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


# Words that stand in navigation, toolbars and footers, never in a report's sentences.
FURNITURE = re.compile(
    r"首\s*页|当前位置|您的位置|无障碍|长者模式|手机版|繁體|繁体版|设为首页|加入收藏|【?打印|关闭窗口|关闭本页|【关闭】|\[关闭\]|\[收藏\]"
    r"|字号|字体[:：]|分享到|浏览[:：次]|浏览次数|浏览量|阅读[:：]|阅读次数|阅读量|点击数|点击[:：]|访问量|上一篇|下一篇|上一条|下一条|相关链接|相关阅读|相关新闻|延伸阅读"
    r"|备案号|ICP备|网站标识码|版权所有|技术支持|主办单位?[:：]|承办单位?[:：]|网站地图|联系我们|扫一扫|客户端|责任编辑|责编|编辑[:：]|审核[:：]|校对[:：]|监制[:：]|值班[编主]"
    r"|[（(]?\s*下转第?.{1,4}版|上接第?.{1,4}版|供稿[:：]|来\s*源[:：]|信息来源|发布时间|发布日期|发布者|作者[:：]|索引号|主题词[:：]|文章来源"
)
NAVIGATION = re.compile(r"[|｜>»→]|->|>>")
DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)")
SOURCE = re.compile(r"来\s*源\s*[:：]\s*([^\s　|【】\[\]]{2,30})")
CREDIT_LINE = re.compile(
    r"^[（(【\[]?\s*(?:本报|本台|全媒体|融媒体|首席|通讯员|特约)*(?:记者|通讯员|编辑|作者|供稿|摄影|摄影报道|图|文|文/|文字|图片|撰稿|来稿)[\s/:：、]*[^，。；]{1,40}[)）】\]]?$"
)
# A whole line in brackets that names who wrote it: （临岚县融媒体中心记者　杏雨　通讯员　楚天阔）
BRACKETED_CREDIT = re.compile(r"^[（(【\[][^（(【\[。]{0,40}(?:记者|通讯员|编辑|供稿|摄影|来源|文/|图/|审核)[^。]{0,60}[)）】\]]$")
# 本报讯（记者 尚文 通讯员 闻笛） · 岭川在线1月6日讯(记者 寒江) · 新华社北京1月5日电（记者…） · 央视网消息（新闻联播）：
OPENING = re.compile(
    r"^\s*(?:[^，。；：:！？（(\s]{0,16}?(?P<date>\d{1,2}月\d{1,2}日)?(?:讯|电|消息)(?=[\s　（(：:\d])\s*(?:[（(][^）)]{0,60}[）)])?[：:]?"
    r"|[（(](?:本报|全媒体|首席|融媒体)?\s*(?:记者|通讯员)[^）)]{1,60}[）)]|本报讯|本台讯)\s*"
)
# …参加会议。（文/程式） · …（记者 王五） · 。| 监制:万军伟
CLOSING = re.compile(
    r"\s*(?:[（(【\[](?:[^（()）【\]。，；]{0,16}?(?:记者|通讯员|编辑|供稿|摄影|来源|文字|撰稿)[^（()）。]{0,50}|文\s*[/:：][^（()）。]{1,40}|图\s*[/:：][^（()）。]{1,40}"
    r"|下转[^（()）]{1,8}|上接[^（()）]{1,8}"
    r"|[一-鿿]{2,4}(?:[ 　][一-鿿]{2,4}){0,3})[）)】\]]"
    r"|[|｜]\s*(?:监制|编辑|责编|审核|校对|来源|记者)[:：].{0,60}"
    r"|(?:责任编辑|责编|编辑|审核|校对|监制|来源|记者|通讯员|作者|摄影|供稿)[:：]\s*[^。，；]{1,30})\s*$"
)
OPENS = re.compile("讯|电|消息|记者|通讯员")
LONGEST_CREDIT = 120  # characters
CREDIT_INSIDE = re.compile(r"[（(](?:本报|本台|全媒体|首席|融媒体|见习)*(?:记者|通讯员)[^（()）。]{1,60}[）)]")
# A half-width full stop ends a sentence where a Chinese character stands on its left and no digit on its right.
FULL_STOP = re.compile(r"[。！？!?…]+[”\"’』」）)]*")
STOP = re.compile(r"[。！？!?…]+[”\"’』」）)]*|(?<=[一-鿿”\"）)%])\.(?![\dA-Za-z])[”\"]?")


def lay_out(text: str) -> Layout:
    """Finds headline, subheads, sentences, publication date and source of a text."""
    lines = _lines(text)
    body_from = next((i for i, (span, line) in enumerate(lines) if _is_body(line)), len(lines))
    sentences: list[Sentence] = []
    headline: Span | None = None
    published = source = dateline = None
    paragraph = 0
    for i, (span, line) in enumerate(lines):
        if _is_furniture(line):
            published = published or _date(line)
            source = source or _source(line)
            continue
        if i < body_from:
            if _is_bare_date(line):
                published = published or _date(line)
                continue
            zone = Zone.SUBHEAD if headline else Zone.HEADLINE
            headline = headline or span
            sentences.append(Sentence(span, line, zone, paragraph))
        else:
            opening = OPENING.match(line) if OPENS.search(line, 0, 40) else None
            if opening and opening["date"] and not dateline:
                dateline = opening["date"]
            sentences += _split(text, _trimmed(span, line, opening), paragraph)
        paragraph += 1
    return Layout(headline, tuple(sentences), published, source, dateline, _readable(text, sentences))


def _readable(text: str, sentences: list[Sentence]) -> str:
    """The text with everything outside its sentences replaced by line ends, so that positions stay."""
    pieces: list[str] = []
    at = 0
    for sentence in sentences:
        start, stop = sentence.span
        if start > at:
            pieces.append("\n" * (start - at))
        pieces.append(CREDIT_INSIDE.sub(_blank, sentence.text) if "记者" in sentence.text else sentence.text)
        at = stop
    pieces.append("\n" * (len(text) - at))
    return "".join(pieces)


def _blank(found: re.Match[str]) -> str:
    return "\n" * len(found[0])


def _lines(text: str) -> list[tuple[Span, str]]:
    """The non-empty lines, without the blanks around them."""
    out = []
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            start = at + raw.index(line[0])
            out.append((Span(start, start + len(line)), line))
        at += len(raw) + 1
    return out


def _is_body(line: str) -> bool:
    """A paragraph of the report: it holds a full stop or is long, and is no furniture."""
    if _is_furniture(line):
        return False
    return bool(STOP.search(line)) or (len(line) > 60 and "，" in line)


def _is_furniture(line: str) -> bool:
    if len(line) > 160:
        return False
    if line.endswith(("。", "；", "！")) and len(line) > 24 and not line.startswith(("上一", "下一", "相关")):
        return False
    if FURNITURE.search(line) or BRACKETED_CREDIT.match(line) or CREDIT_LINE.match(line):
        return True
    if len(NAVIGATION.findall(line)) >= 2:
        return True
    # 首页 要闻 时政 县区 视频: many short words, no punctuation
    words = line.split()
    return len(words) >= 5 and max(map(len, words)) <= 6 and not re.search(r"[，。、；：]", line)


def _is_bare_date(line: str) -> bool:
    """`瀛山市总工会　2023-04-28`: a date and at most a source beside it."""
    return bool(DATE.search(line)) and len(DATE.sub("", line)) <= 30 and not re.search(r"[，。]", line)


def _date(line: str) -> str | None:
    found = DATE.search(line)
    if not found:
        return None
    year, month, day = (int(x) for x in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _source(line: str) -> str | None:
    found = SOURCE.search(line)
    return found[1] if found else None


def _trimmed(span: Span, line: str, opening: re.Match[str] | None) -> Span:
    start = span.start + (opening.end() if opening else 0)
    closing = None if line.endswith(("。", "！")) else CLOSING.search(line, max(0, len(line) - LONGEST_CREDIT))
    stop = span.start + closing.start() if closing else span.stop
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
