"""Figures set as goals: `地区生产总值增长7%左右，新增上市企业5家` gives two targets.

A reading comes in, targets go out. A sentence is read clause by clause; a clause with a figure is a goal where it, or
a clause before it, announces one (`预期目标是`, `力争`, `到2025年`) or demands it (`要`), and none where it tells what
was reached (`同比`, `已`). The rules part a clause into indicator and value; `numbers` says what the value means.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhengmai import resources
from zhengmai.extractors.clauses import Clause, clauses_of
from zhengmai.extractors.goal_years import goal_year, is_past, published_year
from zhengmai.extractors.numbers import Units, Value, load_units, parse_value
from zhengmai.layout import Sentence
from zhengmai.model import Evidence, Span, Target, Task
from zhengmai.reading import Reading
from zhengmai.rules import Rule, parse_rules
from zhengmai.tagging import Tagged

# A number that is no date, or words that stand for one. Most sentences have none and are left at once. Two patterns,
# because each of them begins with characters that can be looked for.
NUMBER = re.compile(r"[0-9０-９](?![0-9０-９.,:：年月日时届号岁])")
NUMBER_WORDS = re.compile(
    "百分之|成以|成左|同步|翻番|翻一番|翻两番|至少|不少于|平均|办结|零成本|高于|快于|为零|现零|持零|前[一二三五十百]+[名位强]"
)
# A sentence that reports does not carry on the demand of the sentence before it.
REPORTS = re.compile("指出|认为|介绍|汇报|通报|表示|据了解|据悉|说，")
# What a list begins with: a verb, or a passive whose head is still to come: 被改判、发回重审率
LISTING = re.compile(
    "^(?:要|力争|确保|必须)*"
    "(?:争取|落实|完成|新增|引进|建成|建设|新建|招引|筹集|安排|改造|培育|实现|(?=[^，]{2,10}被[\u4e00-\u9fff]{1,4}$))"
)
SHARED = re.compile("(?:均|都|分别)")
STARTS_WITH_VERB = re.compile("^(?:新|引进|到位|开行|推进|加快|做|抓|落实|完成|建)")
SETTING = ("goal", "demand", "carried")
# Where a demand is only carried on, or things are counted up, a figure is a goal if it is a bound: 压减5%以上.
MAKES = re.compile("新[建增开改]|实施|建设|建成|改造|培育|引进|完成")
BOUND = re.compile("以上|以内|不低于|不少于|不超过|不高于|控制在|至少|压减|零|办结")
TIME_CHANGE = re.compile("压减|压缩|缩短|缩减|控制|延长|不超过|不少于|不低于|办结")
TIME_NAMED = re.compile("时限|时间|周期|天数|时长|学时|课时")
# What a clause without a figure sets about: 加快高标准农田建设，年底前再建成12万亩
UNDERTAKES = re.compile(
    "(?:加快|推进|推动|抓好|抓实|实施|加强|开展|做好|加大)(?P<what>[\u4e00-\u9fff]{2,14}?)"
    "(?:建设|改造|治理|整治|培育|修复|工作|力度|步伐)+$"
)
LONGEST = 120  # no goal is told in a longer clause
CARRIED_FOR = 4  # sentences
SIZE_OF_PROJECTS = re.compile("^的?(?:项目|企业|工程|产业|集群|园区|以上)")
GROWING = re.compile(
    r"(?:[上下]半年|今年以来|[一二三四]季度|全[市县省区州年])*([\u4e00-\u9fff]{2,14}?)(?:同比|同口径)?(?:增长|增速|增幅)"
)


@dataclass(frozen=True, slots=True)
class TargetRules:
    """What the extractor knows."""

    contexts: Mapping[str, Rule]  # by what they say of a clause's figures
    shapes: tuple[Rule, ...]
    trims: tuple[Rule, ...]
    units: Units
    cues: re.Pattern[str]  # a sentence without one of these words announces no goal
    announces: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A value and what it is a value of, as spans of the article."""

    indicator: Span | None
    value: Span
    words: str  # of the value
    meaning: Value
    rule: Rule


class TaskPlaces:
    """Where the demands of an article stand."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._places = sorted((e.span.start, e.span.stop, number) for number, t in enumerate(tasks) for e in t.evidence)
        self._tasks = tasks

    def at(self, span: Span) -> Task | None:
        """The task whose words a span stands in or reaches into."""
        before = bisect_left(self._places, (span.stop, 0, 0))
        for start, stop, number in reversed(self._places[max(0, before - 2) : before]):
            if span.start < stop and start < span.stop:
                return self._tasks[number]
        return None


class Announced(dict[int, bool]):
    """Which sentences say that something is to be reached; each is looked at when it is asked for first."""

    def __init__(self, sentences: Sequence[Sentence], rules: TargetRules) -> None:
        super().__init__()
        self._sentences, self._rules = sentences, rules

    def __missing__(self, number: int) -> bool:
        text = self._sentences[number].text
        self[number] = bool(self._rules.cues.search(text) and self._rules.announces.search(text))
        return self[number]


def load_target_rules() -> TargetRules:
    """The rules of the package, with units and words filled in. Raises LexiconError or RuleError."""
    units = load_units()
    source = resources.rules("targets")
    text = source.read_text("utf-8")
    words = tomllib.loads(text)["words"]
    longest = {key: "|".join(sorted(some, key=lambda w: -len(w))) for key, some in words.items()}
    text = text.replace("@figure@", units.figure).replace("@make@", f"(?:{longest['make']})")
    text = text.replace("@head@", f"(?:{longest['head']})*").replace("@tail@", f"(?:{longest['tail']})?")
    rules = parse_rules(text, source.name)
    contexts = {rule.gives["context"]: rule for rule in rules if "context" in rule.gives}
    announcing = [contexts[context] for context in ("goal", "limit", "demand")]
    return TargetRules(
        contexts,
        tuple(rule for rule in rules if "shape" in rule.gives),
        tuple(sorted((rule for rule in rules if "trim" in rule.gives), key=lambda rule: int(rule.gives["trim"]))),
        units,
        re.compile("|".join(re.escape(cue) for rule in announcing for cue in rule.cues)),
        re.compile("|".join(rule.pattern.pattern for rule in announcing)),
    )


def find_targets(reading: Reading, rules: TargetRules, tasks: Sequence[Task] = ()) -> list[Target]:
    """The goals of the article, in the order of the text. `tasks` are the demands found in it, where they are known."""
    sentences = reading.sentences
    figures = [number for number, sentence in enumerate(sentences) if _has_figure(sentence.text)]
    if not figures:
        return []
    found: dict[tuple[str, str], Target] = {}
    now, demanded, announced = published_year(reading), TaskPlaces(tasks), Announced(sentences, rules)
    for number in figures:
        sentence = sentences[number]
        carried = _carried(sentences, number, announced)
        if not carried and not announced[number] and demanded.at(sentence.span) is None:
            continue
        for item in _in_sentence(sentence, carried, now, demanded, rules):
            target = _target(item, reading, sentence, demanded.at(item.value), rules)
            if target:
                found.setdefault((target.indicator, target.value_text), target)
    return list(found.values())


def _has_figure(words: str) -> bool:
    return NUMBER.search(words) is not None or NUMBER_WORDS.search(words) is not None


def _carried(sentences: Sequence[Sentence], number: int, announced: Announced) -> bool:
    """Whether a sentence carries on a demand of one shortly before it in its paragraph, and none since reports."""
    for at in range(number, max(0, number - CARRIED_FOR), -1):
        if sentences[at].paragraph != sentences[at - 1].paragraph or REPORTS.search(sentences[at].text):
            return False
        if announced[at - 1]:
            return True
    return False


def _target(item: Found, reading: Reading, sentence: Sentence, task: Task | None, rules: TargetRules) -> Target | None:
    text, value, meaning = reading.text, item.value, item.meaning
    indicator = item.indicator or _grew_before(text, value.start, rules)
    if indicator is None:
        return None
    whole = value
    if indicator.start >= sentence.span.start:
        whole = Span(min(indicator.start, value.start), max(indicator.stop, value.stop))
    return Target(
        indicator=text[indicator.start : indicator.stop],
        value_text=item.words,
        evidence=(Evidence(whole, item.rule.id),),
        comparator=meaning.comparator,
        values=meaning.values,
        unit=meaning.unit,
        year=goal_year(text, sentence.span.start, value.start, published_year(reading)),
        task=task.order if task else None,
    )


def _in_sentence(
    sentence: Sentence, carried: bool, now: int | None, demanded: TaskPlaces, rules: TargetRules
) -> Iterator[Found]:
    clauses = clauses_of(sentence)
    status = "carried" if carried else ""
    before: Span | None = None
    item: Found | None = None
    for number, clause in enumerate(clauses):
        if status in ("", "carried") and demanded.at(clause.span):
            status = "demand"
        status = _status(clause.text, status, now, rules)
        follows = item is not None
        item = _parted(clause, item, rules) if status in SETTING and _has_figure(clause.text) else None
        if item and (status != "carried" or BOUND.search(item.words) or MAKES.match(clause.text)):
            if item.indicator:
                before = _with_list(clauses[max(0, number - 4) : number], clause, item)
            elif not follows:
                before = _undertaken(clauses[number - 1]) if number else None
            yield Found(before, item.value, item.words, item.meaning, item.rule)


def _undertaken(clause: Clause) -> Span | None:
    """What the clause before a figure without an indicator is about."""
    about = UNDERTAKES.search(clause.text)
    return Span(clause.start + about.start("what"), clause.start + about.end("what")) if about else None


def _status(clause: str, status: str, now: int | None, rules: TargetRules) -> str:
    """What a clause makes of the figures in it and after it; `now` is the year of publication."""
    contexts = rules.contexts
    for context in ("goal", "result"):
        if contexts[context].pattern.search(clause):
            return context
    if contexts["limit"].pattern.search(clause):
        return "result" if is_past(clause, now) else "goal"
    if status == "goal":
        return status
    demands = contexts["demand"].pattern.search(clause) is not None
    if contexts["counted"].pattern.search(clause):
        return "carried" if status in SETTING or demands else "counted"
    return "demand" if demands else status


def _parted(clause: Clause, earlier: Found | None, rules: TargetRules) -> Found | None:
    """Indicator and value of a clause, by the first rule that reads it as a goal; `earlier` is the clause before's."""
    if len(clause.text) > LONGEST:
        return None
    tagged = Tagged(clause.text, 0, (), ())
    for rule in rules.shapes:
        if "after" in rule.gives and (earlier is None or earlier.rule.gives["shape"] != rule.gives["after"]):
            continue
        for match in rule.search(tagged):
            begin, end = match.span("indicator")
            last = rule.gives["shape"] == "value-last"
            if last:
                begin, end = _trimmed(clause.text, begin, end, rules)
            words, value = clause.text[begin:end], match["value"]
            meaning = parse_value(value, rules.units)
            if _can_be_set(words, value, meaning, last, rules):
                indicator = Span(clause.start + begin, clause.start + end) if len(words) > 1 else None
                start, stop = match.span("value")
                return Found(indicator, Span(clause.start + start, clause.start + stop), value, meaning, rule)
    return None


def _trimmed(text: str, begin: int, end: int, rules: TargetRules) -> tuple[int, int]:
    """The range of an indicator without what the trimming rules cut off."""
    for rule in rules.trims:
        match = rule.pattern.search(text[begin:end])
        if match:
            start, stop = match.span("keep")
            begin, end = begin + start, begin + stop
    return begin, end


def _can_be_set(indicator: str, value: str, meaning: Value, last: bool, rules: TargetRules) -> bool:
    """Not a deadline (`3天内拿出方案`), nor the size of projects (`引进10亿元以上项目`)."""
    kind = rules.units.kinds.get(meaning.unit or "")
    if kind == "time":
        return bool(TIME_CHANGE.search(value) or TIME_NAMED.search(indicator))
    return last or not (kind == "money" and value.endswith("以上") and SIZE_OF_PROJECTS.match(indicator))


def _with_list(earlier: Sequence[Clause], clause: Clause, item: Found) -> Span | None:
    """The indicator with the list before it: 争取专项债券、|中央预算内资金60亿元以上."""
    indicator = item.indicator
    if indicator is None or indicator.start != clause.start or STARTS_WITH_VERB.match(clause.text):
        return indicator
    start, after = indicator.start, clause.after
    for other in reversed(earlier):
        if after != "、" or _has_figure(other.text) or len(other.text) > 14:
            break
        verb = LISTING.match(other.text)
        start, after = other.start + (verb.end() if verb else 0), other.after
        if verb:
            return Span(start, indicator.stop)
    shared = SHARED.match(clause.text[item.value.start - clause.start :])
    return Span(start, indicator.stop) if shared else indicator


def _grew_before(text: str, position: int, rules: TargetRules) -> Span | None:
    """What was last said to grow: the 6.5% of `紧盯全年6.5%的增长目标` is of it."""
    told = list(GROWING.finditer(text, max(0, position - 200), position))
    if not told:
        return None
    begin, end = _trimmed(text, *told[-1].span(1), rules)
    return Span(begin, end) if end - begin > 1 else None
