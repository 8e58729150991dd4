"""Where one demand ends and the next begins, and what belongs to none.

Comes in: a stretch of somebody's words. Goes out: the demands in it.
`做好今年工作，要守住底线，加强巡查；各县区要排查。` gives `守住底线，加强巡查` and `各县区要排查`: cut at ； and
before ，要; ordinals, the leading 要 and what stands before it are dropped, whom it is said to stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhengmai.extractors.assignees import Addressee, acts, addressed, calls, is_actor, is_body
from zhengmai.extractors.numbers import chinese_number
from zhengmai.extractors.speech import Stretch
from zhengmai.extractors.speech_frames import LISTED
from zhengmai.extractors.task_rules import MUSTS, WHEN, Manner, Openings, TaskRules
from zhengmai.rules import PERSON

CLAUSE = re.compile(r"[^，,：:]+")
END = "。！？!?.；;，,：:、…· 　\n"
QUOTATION = re.compile("“[^“”]*”")  # 牢记“安全是底线”: what is quoted states nothing here
QUOTES = '“”"‘’'
DATELINE = re.compile(r"\d日[，上下]")
# 做好今年工作，关键要打好三场硬仗：…: the topic before it demands nothing
MAINLY = re.compile(r"(?:关键|重点|核心|根本|当前|首先|重中之重)(?:是|就是|在于)?(?:要|必须|抓好|做好|打)")
WHEN_BEFORE = re.compile(WHEN)
CONNECTIVE = re.compile(r"(?:同时|另外|此外|首先|其次|再次|最后|下一步|接下来)[，,]?")
# 市领导参加调研, 县委办汇报工作: behind a demand, and none
ATTENDS = re.compile(rf"{PERSON}|参加|参会|陪同|列席|出席|汇报|发言|介绍|随同|座谈|收看|收听|报道|供稿|摄影")
NOUN = re.compile("的[一-鿿]{1,4}。?$")  # 二是长远和当前的关系
SHORTEST = 4
INFORMS = "指出", "提出"  # what follows is as often a fact as a demand


class Demand(NamedTuple):
    """One demand: a range of the tagged text of its sentence."""

    start: int
    stop: int
    rule: str
    number: int | None = None  # of 一要、二要
    bullet: bool = False  # ——办好一批实事
    introduces: bool = False  # `要抓好三项工作：` before its items: no demand of its own
    addressee: Addressee | None = None  # whom the speech verb tells: 叮嘱市防办，要…


class _Piece(NamedTuple):
    """What stands between two cuts."""

    start: int
    stop: int
    closing: str  # the sign behind it
    numbered: bool = False  # what follows is numbered
    follows: str = ""  # 要 or 必须


class _Around(NamedTuple):
    """What stands around a piece."""

    stretch: Stretch
    rules: TaskRules
    goes_on: bool  # the sentence before held a demand
    listed: bool  # a demand stands before in the stretch
    first: bool

    @property
    def openings(self) -> Openings:
        return self.rules.openings

    @property
    def direct(self) -> bool:
        """The words follow the verb at once: 叮嘱市防办…, 强调全力支持…"""
        begin = self.stretch.start
        return self.first and self.stretch.opens and self.stretch.tagged.text[begin - 1] not in END + QUOTES


def demands(stretch: Stretch, rules: TaskRules, goes_on: bool) -> list[Demand]:
    """The demands in a stretch, in order. `goes_on`: the sentence before held one, so that 要 may be left out."""
    out: list[Demand] = []
    lists = stretch.voice.verb == LISTED or _announces(stretch, rules)
    if not (stretch.opens or goes_on or lists or MUSTS.search(stretch.tagged.text, stretch.start, stretch.stop)):
        return out
    for number, piece in enumerate(_pieces(stretch, rules)):
        listed = bool(out) or (stretch.opens and lists)
        around = _Around(stretch, rules, goes_on and stretch.whole, listed, number == 0)
        out += _read(piece, around)
    return out


def _announces(stretch: Stretch, rules: TaskRules) -> bool:
    """`要求：一是市住建局…；二是财政部门…`: each item is demanded, whatever it begins with."""
    demands = stretch.opens and stretch.voice.manner in (Manner.DEMAND, Manner.ADDRESS)
    return (
        demands and stretch.voice.verb not in INFORMS and rules.openings.ordinal.pattern.match(stretch.text) is not None
    )


def _pieces(stretch: Stretch, rules: TaskRules) -> Iterator[_Piece]:
    text, at = stretch.tagged.text, stretch.start
    for cut in rules.openings.cut.pattern.finditer(text, stretch.start, stretch.stop):
        numbered = rules.openings.ordinal.pattern.match(text[cut.end() : cut.end() + 8]) is not None
        if cut[0] not in "；;" and not numbered and is_actor(text[at : cut.start()].strip(END), rules):
            continue  # 暂不整改的单位，要…: whom it is said to, before a comma
        if cut.start() > at:
            yield _Piece(at, cut.start(), cut[0], numbered, text[cut.end() : cut.end() + 2])
        at = cut.end()
    if at < stretch.stop:
        yield _Piece(at, stretch.stop, "")


def _read(piece: _Piece, around: _Around) -> list[Demand]:
    """The demand of a piece, if it is one; two where it leads over to a list."""
    text = around.stretch.tagged.text[piece.start : piece.stop]
    lead = len(text) - len(text.lstrip(END + (QUOTES if text.count("“") > text.count("”") else "")))
    ordinal = around.openings.ordinal.pattern.match(text[lead:])
    at = lead + (ordinal.end() if ordinal else 0)
    opening = _opening(text[at:], piece, ordinal is not None, around)
    if opening is None:
        return []
    offset, rule, addressee = opening
    start = piece.start + at + offset
    if addressee:
        addressee = addressee.moved(piece.start + at)
    if not ordinal and _introduces(text, piece, around):
        comma = max(text.rfind("，"), text.rfind(","))
        before = comma > at + offset and not MAINLY.match(text[comma + 1 :])
        own = _demand(around, Demand(start, piece.start + comma, rule, addressee=addressee)) if before else []
        return [*own, Demand(start, piece.stop, rule, introduces=True)]
    number, bullet = (_number(ordinal), bool(ordinal["bullet"])) if ordinal else (None, False)
    return _demand(around, Demand(start, piece.stop, rule, number, bullet, addressee=addressee))


def _introduces(text: str, piece: _Piece, around: _Around) -> bool:
    """Whether a list follows: `抓好三项工作：一是…`, and `抓好三项工作：` at the end of a paragraph."""
    if piece.numbered:
        return piece.closing in "：:" or _counts(text, around)
    return text[-1] in "：:" and _counts(text[:-1], around)


def _counts(text: str, around: _Around) -> bool:
    """`抓好三项工作，一是…`: a list follows."""
    clause = text[max(text.rfind("，"), text.rfind(",")) + 1 :]
    return "以下" in clause or "如下" in clause or any(rule.pattern.search(clause) for rule in around.rules.headings)


def _demand(around: _Around, demand: Demand) -> list[Demand]:
    """The demand without what follows it; none where nothing is left."""
    text = around.stretch.tagged.text[demand.start : demand.stop]
    tail = around.openings.tail.pattern.search(text)
    if tail:
        text = text[: tail.start()]
    text = text.rstrip(END)
    if text[-1:] in QUOTES and text.count("“") < text.count("”"):
        text = text[:-1].rstrip(END)
    return [demand._replace(stop=demand.start + len(text))] if len(text) >= SHORTEST else []


_Opening = tuple[int, str, Addressee | None]


def _opening(text: str, piece: _Piece, numbered: bool, around: _Around) -> _Opening | None:
    """Where in the piece the demand begins, and by which rule; None where it is no demand."""
    rules = around.openings
    must = rules.must.pattern.match(text)
    topic = _is_topic(text, piece, numbered)
    direct = around.direct and around.stretch.voice.manner is Manner.ADDRESS
    if must:
        # 要做好这项工作，必须…: the topic
        return None if topic and piece.follows == "必须" else _after_must(text, must.end(), rules)
    if not direct and calls(text, around.rules):
        return 0, "task.told", None
    gist = rules.gist.pattern.match(text)
    if gist:
        return gist.end(), "task.gist", None
    if direct:
        return None if topic else _told_whom(text, piece, numbered, around)
    told = _where_told(text, rules) if MUSTS.search(text) else None
    if told is None:
        return None if topic or _own(piece, around) else _without_must(text, numbered, around)
    if not topic and _urges(text[:told], rules):
        return 0, "task.lead", None  # 压实责任，各县区要立即行动
    when = WHEN_BEFORE.match(text, told)
    told = when.end() if when else told
    must = rules.must.pattern.match(text[told:])  # 大家都来服务，首先要…
    return told + (must.end() if must else 0), "task.told", None


def _urges(before: str, rules: Openings) -> bool:
    """Whether words before whom a demand tells are a demand themselves: 结合实际，强化担当，|各县区要…"""
    clauses = [clause[0] for clause in CLAUSE.finditer(before)]
    starts = before and (rules.lead.pattern.match(before) or rules.adjunct.pattern.match(before))
    return bool(starts) and any(map(rules.lead.pattern.match, clauses)) and not rules.fact.pattern.search(before)


def _without_must(text: str, numbered: bool, around: _Around) -> _Opening | None:
    """The demand of a piece where nothing says 要: `认真落实方案，推进整改`, an item of a list."""
    rules = around.openings
    if _statement(text, rules):
        return None
    loose = not (around.first and around.stretch.opens and around.stretch.voice.verb in INFORMS)
    leads = rules.lead.pattern.match(text) or (loose and rules.adjunct.pattern.match(text))
    if leads and _bare(numbered, around):
        connective = CONNECTIVE.match(text)
        return connective.end() if connective else 0, "task.lead", None
    if rules.charged.cues[0] in text and rules.charged.pattern.match(text):
        return 0, "task.charged", None
    item = around.listed or (around.goes_on and (_acts_on(text, around) or (numbered and not NOUN.search(text))))
    item = item or (around.first and around.stretch.opens and _leads_on(text, around))
    return (0, "task.item", None) if item else None


def _acts_on(text: str, around: _Around) -> bool:
    """`县住建局会同县城管局开展整治`, right behind a demand: somebody is told to act, though nothing says 要."""
    return (text[0] in "各每" or is_body(text)) and acts(text, around.rules) and not ATTENDS.search(text)


def _where_told(text: str, rules: Openings) -> int | None:
    clauses = CLAUSE.finditer(text)
    return next((m.start() for m in clauses if MUSTS.search(m[0]) and _is_told(m[0], rules)), None)


def _is_told(clause: str, rules: Openings) -> bool:
    told = rules.told.pattern.match(clause)
    return told is not None and rules.insight.pattern.match(clause[told.end() :] + "，") is None


def _is_topic(text: str, piece: _Piece, numbered: bool) -> bool:
    """`做好今年工作，要…`: one clause before 要."""
    comma = bool(piece.closing) and piece.closing in "，,"
    return comma and not (piece.numbered or numbered) and "，" not in text and "," not in text


def _leads_on(text: str, around: _Around) -> bool:
    """`强调大厅办理时限再压减三成，实现…`, `号召，各级党组织更加紧密地团结…`: no 要, and no verb at the head."""
    if around.direct:
        return any(around.openings.lead.pattern.match(clause[0]) for clause in CLAUSE.finditer(text))
    return around.stretch.voice.manner is Manner.ADDRESS and acts(text, around.rules)


def _own(piece: _Piece, around: _Around) -> bool:
    """A headline run on into the text: `方某在调研时强调抓好落实8月1日，副市长方某来到…`."""
    mentions = around.stretch.tagged.between(piece.start, piece.stop)
    if DATELINE.search(around.stretch.tagged.text, piece.start, piece.stop):
        return True
    return any(m.kind == "person" and m.what.name == around.stretch.voice.speaker for m in mentions)


def _after_must(text: str, at: int, rules: Openings) -> _Opening | None:
    if not rules.insight.pattern.match(text[at:]):
        return at, "task.must", None
    for clause in list(CLAUSE.finditer(text, at))[1:]:  # 要清醒看到，短板突出，加快补齐…
        if rules.lead.pattern.match(clause[0]) and not _statement(text[clause.start() :], rules):
            return clause.start(), "task.lead", None
    return None


def _told_whom(text: str, piece: _Piece, numbered: bool, around: _Around) -> _Opening | None:
    """`叮嘱市防办，要加密巡查`, `要求县乡两级把预警落实到人`, `希望各界继续发挥优势`."""
    found = addressed(text, around.stretch.voice.verb, around.rules)
    if found is None or _statement(text[found.content :], around.openings):
        return None
    if found.content and _is_topic(text[found.content :], piece, numbered):
        return None  # 叮嘱市防办，临近汛期，要…
    must = around.openings.must.pattern.match(text[found.content :])
    return found.content + (must.end() if must else 0), "task.address", found


def _bare(numbered: bool, around: _Around) -> bool:
    """Whether a demand may stand here without 要."""
    voice = around.stretch.voice
    if around.listed or around.goes_on or (numbered and voice.verb == LISTED):
        return True
    if voice.manner is Manner.SAY:
        return False
    return around.stretch.opens and (numbered or around.first)


def _statement(text: str, rules: Openings) -> bool:
    text = QUOTATION.sub("“”", text) if "“" in text else text
    return rules.fact.pattern.search(text) is not None or rules.promise.pattern.match(text) is not None


def _number(ordinal: re.Match[str]) -> int | None:
    digits = ordinal["number"] or ordinal["bracketed"] or ordinal["arabic"]
    if digits is None:
        return None  # 首先
    return int(digits) if digits.isdigit() else chinese_number(digits)
