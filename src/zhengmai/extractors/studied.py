"""What a main meeting studies, conveys or sets out to carry out.

A reading comes in with people, documents and meetings found: `会议传达学习了⟨person⟩在全国科技大会上的重要讲话精神
和⟨meeting⟩精神。` Out go the things that it names, without 精神: `习近平总书记在全国科技大会上的重要讲话` (an
instruction) and the meeting. Demands (`会议强调，要学习……`), others' doing (`各级党组织深入学习……`) and nameless
things (`党中央决策部署`) are no study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from zhengmai.extractors.acts import main_at, main_starts
from zhengmai.extractors.documents import fold
from zhengmai.extractors.punctuation import full_width
from zhengmai.extractors.studied_items import Item, ItemGrammar, find_items, item_grammar, load_words
from zhengmai.layout import Sentence, Zone
from zhengmai.model import Evidence, Meeting, Study
from zhengmai.reading import Reading
from zhengmai.rules import PERSON, Rule, load_rules
from zhengmai.tagging import Tagged

# 会议要求，… but not 按照省委要求，…; 党组要深入学习… but not 主要; 大会将高举…
DEMANDS = (
    r"(?<![有工部署相的关作求体新总高省委示各项])要求(?![、；。和]|$)|会将|将(?:继续|深入|认真|进一步|全面|坚决|坚持)"
    r"|(?:^|[，；：、])[^，；：、。]{0,24}?(?<![重主首需概纪摘只紧不机])(?:要|必须|应当)(?![求事闻点素])"
)
# What is not the meeting's own doing although it stands right before the verb: 推动学习…, 就贯彻…
GOVERNED = "(?:关于|按照|围绕|研究|推动|扎实|[就把对将来和的为以在])$"
IS_HELD = re.compile("召开|举行|举办")
DISCUSSES = re.compile("学习(?!讲座)|研讨|交流|讨论")
WINDOW = 600  # characters of a sentence that are looked at before and behind a verb
CONVEYING = ("传达", "领学")
SOMEBODY = re.compile(rf"(?:{PERSON}|[\u4e00-\u9fff]{{2,4}})(?:分别|首先|现场|先后|还|、)*$")


@dataclass(frozen=True, slots=True)
class StudiedRules:
    """The verbs, who may be their subject, what their objects look like; a gate on sentences."""

    verbs: tuple[Rule, ...]
    gate: re.Pattern[str]
    speaks: re.Pattern[str]
    others: re.Pattern[str]
    held: re.Pattern[str]
    items: ItemGrammar


def load_studied_rules() -> StudiedRules:
    """Reads studied.toml and studied_words.tsv. Raises RuleError or LexiconError."""
    words = load_words()
    verbs = load_rules("studied")
    return StudiedRules(
        verbs,
        re.compile("学习|传达|贯彻|落实|领会|领学"),
        re.compile(rf"(?:{words['says']})(?=[，：“要]|各|全[市县区省州])|{DEMANDS}"),
        re.compile(rf"(?:{words['others']})[^，]{{0,20}}(?:，|$)|{GOVERNED}"),
        re.compile(words["held"]),
        item_grammar(words),
    )


def find_studied(reading: Reading, rules: StudiedRules, meetings: Sequence[Meeting]) -> tuple[Study, ...]:
    """What the main meetings study, in the order of the text. The headline counts where the body tells nothing."""
    mains = main_starts(meetings)
    keys = {key for _, key in mains}
    body: list[tuple[Item, str]] = []
    head: list[tuple[Item, str]] = []
    for sentence in reading.sentences:
        if rules.gate.search(sentence.text):
            found = _in_sentence(reading, sentence, rules, keys)
            (body if sentence.zone is Zone.BODY else head).extend(found)
    studies: dict[str, Study] = {}
    for item, rule in _merged(body or head):
        key = main_at(mains, item.span.start)
        if key is not None:
            studies[fold(item.label)] = Study(item.label, item.kind, key, (Evidence(item.span, rule),))
    return tuple(studies.values())


def _in_sentence(
    reading: Reading, sentence: Sentence, rules: StudiedRules, mains: AbstractSet[str]
) -> Iterator[tuple[Item, str]]:
    """The items that the meeting studies in a sentence, each with the rule that found it."""
    tagged = full_width(reading.tagged(sentence))
    reached = -1
    for rule in rules.verbs:
        for match in rule.search(tagged):
            if match.start() >= reached and _does(tagged, match, rule.gives["by"], mains, rules):
                for item, stop in find_items(reading.text, tagged, *match.span("objects"), rules.items):
                    reached = stop
                    yield item, rule.id


def _does(tagged: Tagged, match: re.Match[str], by: str, mains: AbstractSet[str], rules: StudiedRules) -> bool:
    """Whether it is the meeting that does what the verb of a match says."""
    low = max(0, match.start() - WINDOW)
    before, after = tagged.text[low : match.start()], tagged.text[match.end() : match.end() + WINDOW]
    if rules.speaks.search(before):
        return False
    if by == "purpose":
        return bool(IS_HELD.search(after))
    if rules.others.search(before.rpartition("；")[2]):
        return False
    acts = bool(rules.held.search(before)) or any(
        mention.kind == "meeting" and mention.what.key in mains for mention in tagged.between(low, match.start())
    )
    if by == "theme":
        return acts and bool(DISCUSSES.search(after))
    return acts or (match[0].startswith(CONVEYING) and bool(SOMEBODY.search(before)))


def _merged(found: Sequence[tuple[Item, str]]) -> list[tuple[Item, str]]:
    """One item a thing: of the forms of one meeting's name the longest."""
    out: dict[str, tuple[Item, str]] = {}
    for item, rule in found:
        name = item.key or fold(item.label)
        if name not in out or len(item.label) > len(out[name][0].label):
            out[name] = item, rule
    return list(out.values())
