"""The rules and tables that tasks are read with, compiled once.

Comes in: speech.toml, tasks.toml, deadlines.toml and the tables of verbs and actors. Goes out: `TaskRules`. The
rule files write `@verb@`, `@lead@` where a table's words go, so that `@lead@` in a pattern reads 认真|落实|推进….
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ahocorasick_rs import AhoCorasick

from zhengmai import resources
from zhengmai.lexicon import read_table
from zhengmai.rules import PERSON, Rule, parse_rules
from zhengmai.tagging import MARKS

CLAUSE = f"[^，,。；;：:{PERSON}]"
MUSTS = re.compile("[要必务应须]")  # without one of these no clause says that something must be done
# 按照方某要求, 学习方某讲话: not the subject
APART = "(?<![和与及、对向给按照据实彻习由受经在跟同请从学记至到望问着了达以把被为])"
# 特别是做好…, 同时，加强…
ALSO = "(?:(?:特别是|尤其是|同时|另外|此外|首先|其次|再次|最后|下一步|接下来)[，,]?)?"
# 今年要…, 下步工作中要…: when, no part of the demand
WHEN = (
    "(?:(?:20\\d\\d年|今年|明年|今后|当前|目前|现阶段|下一步|下步|下一阶段|下阶段|接下来|新的一年|新一年|新征程上)"
    "(?:[上下]半年)?(?:工作)?[里中上]?[，,]?)"
)
# 年底完成…, 上半年全部清零: what is to be reached by then; not 上半年增长5%
DONE = (
    "(?:要|力争|确保|必须|务必|再|就)*(?:推动|完成|实现|建成|建好|投产|投用|投入使用|开工(?!率)|竣工|见效|到位|拿出|启动|出台|清零|全部"
    "|全面|基本|通车|交付|形成|整改|销号|办结|落地|上线|挂牌|封顶)"
)
# 组织部门, 监管人员, 经营主体: no verb there
NOUNS = (
    "(?:部门|机构|单位|人员|干部|人士|者|人(?!民|才)|员|组|队|主体|企业|公司|部|中心|班子|委|院|所|局|站"
    "|方(?![案式法面向针]))"
)
# 要求, 要素, 要紧; but 要紧盯, 要紧扣
YAO = "要(?![求素点害道闻情务件领塞职义么是]|紧(?![盯扣紧密抓跟咬绷贴]))"
# 按照部署要求、提出明确要求: a noun there
NOT_NOUN = (
    "(?<![话神作署标高新总格的本体点项条等级关种些和况取示见])(?<!提出明确)(?<!提出)(?<![达符]合)(?<!达到)(?<!提)"
)
# 强调了, 各项要求和…
NOT_OBJECT = "(?![了的过和、。；;）)”】]|落到|$)"
COMMA = f"(?=[，,：:]|{YAO}|必须|道[，：])"
# 提出三点要求：, 作出如下指示：, 作了具体安排：; but 把不死人作为底线要求。
LISTS_BEGIN = "提讲作做强点交派部布安"
LISTED_NOUNS = ["要求", "意见", "希望", "指示", "重点"]
LISTED_ACTS = ["安排", "部署", "布置", "点题", "交办", "派单"]  # only before a colon: 作了安排 alone tells no demands
LISTED = (
    f"(?P<listed>(?:提出|提|讲|作出|作(?!为)|做出|强调)了?{CLAUSE}{{0,24}}?(?:{'|'.join(LISTED_NOUNS)})"
    "(?=[：:]|[，,][一第]|。)"
    f"|(?:(?:作|做)[了出]?{CLAUSE}{{0,12}}?)?(?:{'|'.join(LISTED_ACTS)})(?=[：:]))"
    "[：:，,]?"
)


class Manner(StrEnum):
    """How somebody speaks, from the table of verbs."""

    DEMAND = "demand"
    ADDRESS = "address"
    SAY = "say"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Openings:
    """Where a demand begins, what is none, where it ends: the rules of tasks.toml by their use."""

    cut: Rule
    ordinal: Rule
    must: Rule
    told: Rule
    gist: Rule
    lead: Rule
    charged: Rule
    adjunct: Rule
    insight: Rule
    fact: Rule
    promise: Rule
    tail: Rule


@dataclass(frozen=True, slots=True)
class TaskRules:
    """What `find_tasks` needs."""

    spotter: AhoCorasick  # the verbs of speech: a sentence without one brings no new speaker
    mild: frozenset[int]  # those of them that by themselves demand nothing: 说, 介绍
    modal: re.Pattern[str]  # 要 or 必须, without which mild verbs demand nothing
    needs_subject: frozenset[str]  # 鼓励: without a subject in its sentence it is a thing demanded
    surnames: frozenset[str]
    outsiders: tuple[str, ...]  # at the end of words: somebody whose words are no demands
    bodies: tuple[str, ...]  # at the end of words: a body whose demands are the meeting's
    frames: tuple[Rule, ...]
    openings: Openings
    headings: tuple[Rule, ...]
    deadlines: tuple[Rule, ...]
    verbal: re.Pattern[str]  # a verb or preposition that may stand behind an actor
    actors: tuple[str, ...]  # at the end of words: somebody who can be told to act
    nobodies: tuple[str, ...]  # ends like an actor and is none


def load_task_rules() -> TaskRules:
    """Reads and compiles the packaged rules and tables. Raises RuleError or LexiconError."""
    verbs = read_table("speech_verbs", ("verb", "manner", "follows", "noun"))
    leads = read_table("demand_leads", ("lead", "kind"))
    actors = read_table("actors", ("ending", "is"))
    speakers = read_table("speakers", ("ending", "is"))
    surnames = read_table("surnames", ("surname", "rank", "note"))
    words = _placeholders(verbs, leads)
    tasks = {rule.id: rule for rule in _rules("tasks", words)}
    return TaskRules(
        spotter=AhoCorasick(
            [row["verb"] for row in verbs] + LISTED_NOUNS + [act + colon for act in LISTED_ACTS for colon in "：:"]
        ),
        mild=frozenset(i for i, row in enumerate(verbs) if row["manner"] in (Manner.SAY, Manner.SILENT)),
        modal=re.compile(f"(?<![重主需首必纲摘想只概]){YAO}|必须|务必|应[当该]|牵头|负责"),
        needs_subject=frozenset(row["verb"] for row in verbs if row["follows"] == "subject"),
        surnames=frozenset(row["surname"] for row in surnames if row["rank"] == "common"),
        outsiders=(*_ends(speakers, "outsider"), MARKS["document"]),
        bodies=_ends(speakers, "body"),
        frames=_rules("speech", words),
        openings=Openings(**{name: tasks[f"task.{name}"] for name in Openings.__slots__}),
        headings=tuple(rule for rule in tasks.values() if rule.id.startswith("heading.")),
        deadlines=_rules("deadlines", words),
        verbal=re.compile(rf"(?:{words['@lead@']})(?!{NOUNS})|(?:{words['@prep@']})(?![上下内外来及往])"),
        actors=(*_ends(actors, "actor"), PERSON),
        nobodies=_ends(actors, "other"),
    )


def _placeholders(verbs: Sequence[dict[str, str]], leads: Sequence[dict[str, str]]) -> dict[str, str]:
    """What the rule files write for words of the tables and for turns that recur."""
    return {
        "@verb@": _verb(verbs),
        "@listed@": f"(?=[{LISTS_BEGIN}]){LISTED}",
        "@lead@": _words(row["lead"] for row in leads if row["kind"] != "preposition"),
        "@prep@": _words(row["lead"] for row in leads if row["kind"] == "preposition"),
        "@person@": PERSON,
        "@meeting@": MARKS["meeting"],
        "@apart@": APART,
        "@yao@": YAO,
        "@when@": WHEN,
        "@done@": DONE,
        "@also@": ALSO,
        "@clause@": CLAUSE,
        "@more@": f"(?:(?:、|和|与){PERSON})*",
    }


def _rules(name: str, words: dict[str, str]) -> tuple[Rule, ...]:
    source = resources.rules(name)
    text = source.read_text("utf-8")
    for mark, pattern in words.items():
        text = text.replace(mark, pattern)
    return parse_rules(text, source.name)


def _verb(rows: Sequence[dict[str, str]]) -> str:
    """The verbs by manner, each with what must follow; the match ends where the words that are said begin."""
    by: defaultdict[tuple[str, bool, bool], list[str]] = defaultdict(list)
    for row in rows:
        by[row["manner"], row["follows"] != "comma", row["noun"] == "noun"].append(row["verb"])
    groups = [LISTED]
    for manner in Manner:
        parts = [
            (NOT_NOUN if noun else "") + f"(?:{_words(verbs)})" + (NOT_OBJECT if free else COMMA)
            for (its, free, noun), verbs in by.items()
            if its == manner
        ]
        groups.append(f"(?P<{manner}>{'|'.join(parts)})道?[，,：:]?")
    first = "".join(sorted({row["verb"][0] for row in rows} | set(LISTS_BEGIN)))
    return f'(?=[{first}])(?:{"|".join(groups)})[ 　]?[“"]?'


def _words(words: Iterable[str]) -> str:
    """An alternation that tries the longest first, gated by the set of first characters."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    first: dict[str, list[str]] = {}
    for word in ordered:
        first.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = "|".join(f"{head}(?:{'|'.join(tails)})" for head, tails in first.items())
    return f"(?=[{''.join(first)}])(?:{branches})"


def _ends(rows: Iterable[dict[str, str]], kind: str) -> tuple[str, ...]:
    return tuple(row["ending"] for row in rows if row["is"] == kind)
