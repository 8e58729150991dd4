"""Who is told to act.

Comes in: a demand, `市住建局、澄江区要倒排工期`, or what follows a verb that tells somebody,
`叮嘱市防办，要加密巡查`. Goes out: the assignees as written, 市住建局 and 澄江区; `各级党委、政府` and
`住建、城管部门` stay one, for their parts do not stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from zhengmai.extractors.task_rules import MUSTS, TaskRules
from zhengmai.rules import PERSON

LONGEST = 44
NEAR = 14  # an addressee before a verb that no table knows ends within so many characters
PRONOUN = re.compile(r"(?:他们|她们|他|她|其)(?!人|他|中|余)")
EVERYBODY = re.compile(r"^(?:大家|我们|咱们|你们|全体|他们|她们|他|她)$")
# 今年秋季学期起平泽县… · 特别是主要领导 · 由县督查室 · 12月底前县审计局 · 除夕夜领导干部
BEFORE = re.compile(
    r"^(?:特别是|尤其是|同时|其中|无论|希望|要求|请|由|今后|今年|明年|当前|下一步|下步|接下来|各项工作|20\d\d年"
    r"|[^，。]{0,12}(?:学期|月|日|年)起|[^，。、]{0,10}(?:[\d年月季]底|\d[日月年时天]|[节夕假汛冬学期会])之?[以]?前(?!沿)"
    r"|(?:除夕|春节|元旦|国庆|节日|假期|汛期|节假日|夜间|雨天|两会)(?:夜|期间|里|当天)?)+"
)
# 各县区今晚就(要)…, 我们也(要)…
AFTER = re.compile(
    r"(?:今晚|今天|今后|连夜|会后|会前|节后|节前|节日期间|当前|近期|逐[校村户个县镇级月家案企]|一如既往(?:地|的)?|始终|首先|特别|同样|一定|务必|立即|迅速|尽快|切实|同时|同步|也|都|更|还|就|则|均|仍|再|不仅|既)+$"
)
NO_ACTOR = re.compile(
    r"^(?:对|把|将|在|向|为|以|让|使|从|给|针对|围绕|按照|通过|关于|作为|着力|坚持|确保|与|和|能|帮助)|[的了]$|[做抓搞办]好|加强|强化|推进|帮助|必须|[，。]|(?<![主重需首必])要(?!求|素)"
)
# 希望接下来能取得更大成果: no demand
WISH = re.compile(r"(?:今后|接下来|未来|以后|将来)?(?:能|可以|通过|这|有)")
AND = re.compile(r"[、，,](?![^（(]*[）)])|(?:、)?会同")
# 区委、工商联|负责人: whose they are stands before
HEAD = re.compile("(?:主要|党政|相关|分管)*(?:负责人|负责同志|领导|一把手|领导班子|班子成员)$")
PERSONS = re.compile(rf"(?:{HEAD.pattern}|[长员记者士师{PERSON}]|主任|代表|同志|干部|群众)$")
LAST_AND = re.compile(r"(?<=[一-鿿\ue001）)])(?:和|及|与|以及)(?=[一-鿿\ue001])")
SHARED = re.compile(r"^(?:[全各][省市县区州镇乡]?)?各级")
# 市级领导每月外出招商 · 每名干部领办 · 主要负责同志既挂帅又出征 · 平泽县先行先试
ACTS = r"(?:每[年月周日季]|既|先行|一律|分别|带头|牵头|不得|不能)"
NOTE = re.compile("[（(][^（()）]*[）)]$")
# without one of these at its head or within it, a clause that lacks 要 tells nobody
ACTING = re.compile(
    rf"^(?:[各每全请]|[市县区州省][委直级]|[市县区州省旗盟][^，]{{1,8}}[局委办厅院]|[^，]{{2,6}}部门|主要|有关|相关|相应)|由|{ACTS}"
)
# 保供要有力，供电、通信企业备足抢修队伍
BODY = re.compile(
    "[^，的了能]{1,16}?(?:[局委厅署]|企业|部门|单位|公司|集团|银行|机关|法院|检察院|干部|成员|负责人)(?:[一-鿿]{3}|、)"
)
BY = re.compile(r"由([^，,；;]{2,24}?)(?=[每逐][年月周日季]|牵头|负责|组织|统筹|会同|统一)")


class Addressee(NamedTuple):
    """Whom a speech verb tells, and where in the text what it tells begins."""

    start: int
    stop: int
    content: int
    pronoun: bool = False  # 他 or 她: somebody named before

    def moved(self, by: int) -> Addressee:
        """The same in a longer text."""
        return Addressee(self.start + by, self.stop + by, self.content + by, self.pronoun)


def is_actor(words: str, rules: TaskRules) -> bool:
    """Whether words name somebody who can be told to act: 市住建局, 广大党员干部."""
    named = words.rstrip('”"')  # 政法系统“四类干部”
    if named.endswith(("）", ")")):
        named = NOTE.sub("", named)
    return (
        named.endswith(rules.actors)
        and not named.endswith(rules.nobodies)
        and len(words) <= LONGEST
        and NO_ACTOR.search(words) is None
    )


def addressed(text: str, verb: str, rules: TaskRules) -> Addressee | None:
    """Whom the words behind 要求, 叮嘱, 希望 address; None where they address nobody and 希望 is only a wish."""
    pronoun = PRONOUN.match(text)
    if pronoun:
        return Addressee(0, pronoun.end(), pronoun.end(), "们" not in pronoun[0])
    comma = re.search(r"[，,]", text)
    clause = text[: comma.start()] if comma else text.rstrip("。！!；;")
    leads = rules.verbal.match(clause) is not None
    if not leads and is_actor(clause, rules):
        return Addressee(0, comma.start(), comma.end()) if comma else None
    told = rules.openings.told.pattern.match(clause)
    if told:
        return Addressee(0, told.end("told"), 0)
    if leads:
        return Addressee(0, 0, 0) if verb in ("要求", "叮嘱", "嘱咐", "责成") else None
    stop = _before_verb(clause, rules)
    if stop is None:
        return Addressee(0, min(len(clause), NEAR), 0) if verb in ("要求", "叮嘱", "嘱咐") else None
    return None if WISH.match(clause) else Addressee(0, stop, 0)


def _before_verb(clause: str, rules: TaskRules) -> int | None:
    """Where the words before the first verb end: 县乡两级|把预警落实到人; an actor's, if there is one."""
    first = None
    for verb in rules.verbal.finditer(clause, 1, LONGEST):
        if is_actor(clause[: verb.start()], rules):
            return verb.start()
        first = first or verb.start()
    return first


def calls(text: str, rules: TaskRules) -> int | None:
    """How far a form of address goes that 要 follows behind a comma: 暂不整改的单位|，要主动排查."""
    comma = re.search(r"[，,]", text)
    if comma is None or rules.openings.must.pattern.match(text[comma.end() :]) is None:
        return None
    words = text[: comma.start()]
    return comma.start() if is_actor(words, rules) and not rules.verbal.match(words) else None


def acts(text: str, rules: TaskRules) -> bool:
    """Whether somebody acts at the head of words: 各级党组织|更加紧密地团结…"""
    clause = re.split("[，,]", text, maxsplit=1)[0]
    at = _before_verb(clause, rules)
    return at is not None and is_actor(clause[:at], rules)


def assignees(text: str, start: int, stop: int, told: Addressee | None, rules: TaskRules) -> Iterator[tuple[int, int]]:
    """The ranges of the tagged text that name the assignees of a demand, in order."""
    if told:
        yield from _actors(text, told.start, told.start + _longest(text[told.start : told.stop], rules), rules)
    called = calls(text[start:stop], rules)
    if called:
        yield from _actors(text, start, start + called, rules)
    for clause in re.finditer(r"[^，,；;：:]+", text[start:stop]):
        words = clause[0]
        must = rules.openings.told.pattern.match(words) if MUSTS.search(words) else None
        if must:
            yield from _actors(text, start + clause.start(), start + clause.start() + must.end("told"), rules)
        elif (ACTING.search(words) or is_body(words)) and not rules.openings.lead.pattern.match(words):
            yield from _acting(text, start + clause.start(), start + clause.end(), rules)


def is_body(words: str) -> bool:
    """Whether words begin with a body or its people, and something follows: `县住建局会同…`."""
    return BODY.match(words) is not None


def _acting(text: str, start: int, stop: int, rules: TaskRules) -> Iterator[tuple[int, int]]:
    """Somebody at the head of a clause without 要: `平泽县、梁陂市先行先试`."""
    words = text[start:stop]
    by = BY.search(words)
    if by:
        yield from _actors(text, start + by.start(1), start + by.end(1), rules)
        return
    verb = re.search(ACTS, words)
    if verb and is_actor(words[: verb.start()], rules):
        yield from _actors(text, start, start + verb.start(), rules)
        return
    at = _before_verb(words, rules)
    if at:
        yield from _actors(text, start, start + (_longest(words[:at], rules) or at), rules)


def _actors(text: str, start: int, stop: int, rules: TaskRules) -> Iterator[tuple[int, int]]:
    words = text[start:stop]
    before = BEFORE.match(words)
    if before:
        start += before.end()
    after = AFTER.search(text[start:stop])
    if after:
        stop = start + after.start()
    words = text[start:stop]
    if not is_actor(words, rules):
        return
    words = words.partition("作为")[0]  # 澄江区作为主城区要…
    if EVERYBODY.match(words):
        return
    parts = list(_parts(words))
    alone = all(b - a > 1 and is_actor(words[a:b], rules) for a, b in parts)
    alone = alone and not (SHARED.match(words) and _bare(words, parts))
    for a, b in _under_one_head(words, parts) if alone else [(0, len(words))]:
        yield start + a, start + b


def _parts(words: str) -> Iterator[tuple[int, int]]:
    """`各民主党派、工商联和无党派人士` at 、 and, where there is one, at the last 和."""
    at = 0
    for comma in AND.finditer(words):
        yield at, comma.start()
        at = comma.end()
    last = LAST_AND.search(words, at)
    if last and (at or _apart(words[: last.start()], words[last.end() :])):
        yield at, last.start()
        at = last.end()
    yield at, len(words)


def _apart(left: str, right: str) -> bool:
    """Whether two that 和 joins stand for themselves: 有关部门和福利机构; not 党员和干部, 各级党组织和广大党员."""
    return "各级" not in left and len(right) > 3 and (len(left) > 3 or left[0] in "各全")


def _under_one_head(words: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts, of which some go together: `区委、工商联|负责人` speaks of those of both."""
    out = parts[:1]
    for start, stop in parts[1:]:
        one = words[start - 1] == "、" and HEAD.search(words[start:stop]) and not PERSONS.search(words[: start - 1])
        if one:
            out[-1] = out[-1][0], stop
        else:
            out.append((start, stop))
    return out


def _bare(words: str, parts: list[tuple[int, int]]) -> bool:
    return any(b - a <= 3 and words[a] not in "各全" for a, b in parts[1:])


def _longest(words: str, rules: TaskRules) -> int:
    """How far the longest actor at the head of words goes: 有关部门|带着感情."""
    return next((stop for stop in range(min(len(words), LONGEST), 1, -1) if is_actor(words[:stop], rules)), 0)
