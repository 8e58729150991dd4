"""Set phrases of politics: `坚决做到“两个维护”，打好“六大攻坚”` gives 两个维护 and 六大攻坚.

A reading comes in, formulations go out, each with every place where it stands. Phrases of the lexicon are found in
quotation marks, beside one whose partner is lost (`深化一网通办”`), and, where the lexicon says so, without any
(`捍卫两个确立`). What else stands in quotation marks is judged by the rules: counted shapes and parallel structures are
set phrases, metaphors (`牛鼻子`), themes and names are not. Titles in 《》 are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from zhengmai.layout import Sentence
from zhengmai.lexicon import read_table
from zhengmai.model import Evidence, Formulation, Span
from zhengmai.reading import Reading
from zhengmai.rules import Rule, load_rules
from zhengmai.tagging import Tagged

OPENING = "“\"‘「『"
CLOSING = "”\"’」』"
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
LEXICON_RULE = "formulation.lexicon"
# 二十四史, 第三农场: a number or 第 in front makes another word of it.
COUNTING = frozenset("一二两三四五六七八九十百千万亿第〇0123456789")


@dataclass(frozen=True, slots=True)
class FormulationRules:
    """What the extractor knows: the lexicons, compiled, and the rules for quoted stretches, in order."""

    phrases: tuple[str, ...]
    bare: frozenset[str]  # phrases that need no quotation marks
    refused: frozenset[str]
    rules: tuple[Rule, ...]
    automaton: AhoCorasick = field(hash=False, compare=False)


def load_formulation_rules() -> FormulationRules:
    """The rules and lexicons of the package. Raises LexiconError or RuleError."""
    rows = read_table("set_phrases", ("phrase", "bare"))
    phrases = tuple(row["phrase"] for row in rows)
    return FormulationRules(
        phrases,
        frozenset(row["phrase"] for row in rows if row["bare"] == "yes"),
        frozenset(row["phrase"] for row in read_table("not_phrases", ("phrase",))),
        load_rules("formulations"),
        AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest),
    )


def find_formulations(reading: Reading, rules: FormulationRules) -> list[Formulation]:
    """The set phrases of the article, in the order of their first place."""
    found: dict[str, list[Evidence]] = {}
    for sentence in reading.sentences:
        for span, rule in sorted(_in_sentence(sentence, rules)):
            found.setdefault(reading.text[span.start : span.stop], []).append(Evidence(span, rule))
    return [Formulation(label, tuple(evidence)) for label, evidence in found.items()]


def _in_sentence(sentence: Sentence, rules: FormulationRules) -> Iterator[tuple[Span, str]]:
    text, start = sentence.text, sentence.span.start
    hits = rules.automaton.find_matches_as_indexes(text)
    quoted = any(mark in text for mark in "“”\"")
    if not hits and not quoted:
        return
    titles = [match.span() for match in TITLE.finditer(text)] if "《" in text else []
    taken = [(0, 0)]
    for begin, end, rule in [*(_judged(text, rules) if quoted else ()), *_of_lexicon(text, hits, rules)]:
        inside = any(a <= begin and end <= b for a, b in titles)
        if not inside and not any(a < end and begin < b for a, b in taken):
            taken.append((begin, end))
            yield Span(start + begin, start + end), rule


def _of_lexicon(text: str, hits: list[tuple[int, int, int]], rules: FormulationRules) -> Iterator[tuple[int, int, str]]:
    """The lexicon's phrases that stand in or beside quotation marks, or need none."""
    for number, begin, end in hits:
        before, after = text[begin - 1 : begin], text[end : end + 1]
        beside = (before != "" and before in OPENING) or (after != "" and after in CLOSING)
        if beside or (rules.phrases[number] in rules.bare and before not in COUNTING):
            yield begin, end, LEXICON_RULE


def _judged(text: str, rules: FormulationRules) -> Iterator[tuple[int, int, str]]:
    """The stretches that the rules call set phrases."""
    tagged = Tagged(text, 0, (), ())
    decided: dict[tuple[int, int], str | None] = {}
    for rule in rules.rules:
        for match in rule.search(tagged):
            name = match.lastgroup or "phrase"
            span = match.span("phrase") if match["phrase"] else match.span(name)
            words = text[slice(*span)]
            keep = words in rules.phrases or (rule.gives["keep"] and words not in rules.refused)
            decided.setdefault(span, rule.id if keep else None)
    yield from ((*span, rule_id) for span, rule_id in decided.items() if rule_id)
