"""Set phrases of politics: `坚决做到“两个维护”，打好“六大攻坚”` gives 两个维护 and 六大攻坚.

A reading comes in, formulations go out, each with every place where it stands. Phrases of the lexicon are found in
quotation marks, beside one whose partner is lost (`深化一网通办”`), and, where the lexicon says so, without any
(`捍卫两个确立`). What else stands in quotation marks is judged by the rules: counted shapes and parallel structures are
set phrases, metaphors (`牛鼻子`), themes and names are not. Titles in 《》 are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from zhengmai.layout import Sentence
from zhengmai.lexicon import read_table
from zhengmai.model import Evidence, Formulation, Span
from zhengmai.reading import Reading
from zhengmai.rules import Rule, load_rules
from zhengmai.tagging import Tagged

OPENING = frozenset('“"‘「『')
CLOSING = frozenset('”"’」』')
QUOTED = re.compile(r"“([^“”]+)”")
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
# What the rules keep holds one of these, or has 改革 or 战略 behind it: most quoted words do not and are left at once.
KEEPABLE = re.compile("[一二两双三四五六七八九十百千万0-9NnXx、，,年+＋]|^以|经验|战略")
REFORM = re.compile("”(?:改革|战略|发展战略)")
Stretch = tuple[int, int, str]  # start, stop, id of the rule that found it; none for a title
LEXICON_RULE = "formulation.lexicon"
# 二十四史, 第三农场: a number or 第 in front makes another word of it.
COUNTING = frozenset("一二两三四五六七八九十百千万亿第〇0123456789")


@dataclass(frozen=True, slots=True)
class FormulationRules:
    """What the extractor knows: the lexicons, compiled, and the rules for quoted stretches, in order."""

    phrases: frozenset[str]
    bare: frozenset[str]  # phrases that need no quotation marks
    refused: frozenset[str]
    rules: tuple[Rule, ...]
    automaton: AhoCorasick = field(hash=False, compare=False)


def load_formulation_rules() -> FormulationRules:
    """The rules and lexicons of the package. Raises LexiconError or RuleError."""
    rows = read_table("set_phrases", ("phrase", "bare"))
    phrases = [row["phrase"] for row in rows]
    return FormulationRules(
        frozenset(phrases),
        frozenset(row["phrase"] for row in rows if row["bare"] == "yes"),
        frozenset(row["phrase"] for row in read_table("not_phrases", ("phrase",))),
        load_rules("formulations"),
        AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA),
    )


def find_formulations(reading: Reading, rules: FormulationRules) -> list[Formulation]:
    """The set phrases of the article, in the order of their first place."""
    text = reading.text
    hits = [(start, stop) for _, start, stop in rules.automaton.find_matches_as_indexes(text)]
    if not hits and "“" not in text and "”" not in text and '"' not in text:
        return []
    found: dict[str, list[Evidence]] = {}
    for sentence in reading.sentences:
        start, stop = sentence.span
        inside = hits[bisect_left(hits, (start, 0)) : bisect_left(hits, (stop, 0))] if hits else []
        words = sentence.text
        if inside or "“" in words or "”" in words or '"' in words:
            for span, rule in sorted(_in_sentence(sentence, inside, rules)):
                found.setdefault(text[span.start : span.stop], []).append(Evidence(span, rule))
    return [Formulation(label, tuple(evidence)) for label, evidence in found.items()]


def _in_sentence(
    sentence: Sentence, hits: Sequence[tuple[int, int]], rules: FormulationRules
) -> Iterator[tuple[Span, str]]:
    text, offset = sentence.text, sentence.span.start
    titles = [(*match.span(), "") for match in TITLE.finditer(text)] if "《" in text else []
    judged = _apart([*titles, *_judged(text, rules)])
    local = [(start - offset, stop - offset) for start, stop in hits]
    for start, stop, rule in [*judged, *_outside(judged, _of_lexicon(text, local, rules))]:
        if rule:
            yield Span(offset + start, offset + stop), rule


def _apart(found: list[Stretch]) -> list[Stretch]:
    """In order, without those that begin within another."""
    out: list[Stretch] = []
    for stretch in sorted(found, key=lambda s: (s[0], -s[1])):
        if not out or stretch[0] >= out[-1][1]:
            out.append(stretch)
    return out


def _outside(taken: Sequence[Stretch], found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Those that overlap none of the ones taken, which are in order and apart."""
    for stretch in found:
        before = bisect_left(taken, (stretch[1], 0, "")) - 1
        if before < 0 or taken[before][1] <= stretch[0]:
            yield stretch


def _of_lexicon(text: str, hits: Sequence[tuple[int, int]], rules: FormulationRules) -> Iterator[tuple[int, int, str]]:
    """The lexicon's phrases that stand in or beside quotation marks, or need none."""
    for start, stop in hits:
        before = text[start - 1] if start else ""
        beside = before in OPENING or (stop < len(text) and text[stop] in CLOSING)
        if beside or (before not in COUNTING and text[start:stop] in rules.bare):
            yield start, stop, LEXICON_RULE


def _judged(text: str, rules: FormulationRules) -> Iterator[Stretch]:
    """The stretches in quotation marks that the rules call set phrases."""
    if _none_to_judge(text, rules):
        return
    tagged = Tagged(text, 0, (), ())
    decided: dict[tuple[int, int], str | None] = {}
    for rule in rules.rules:
        for match in rule.search(tagged):
            span = next(match.span(name) for name, words in match.groupdict().items() if words)
            words = text[slice(*span)]
            keep = rule.id if rule.gives["keep"] and words not in rules.refused else None
            decided.setdefault(span, LEXICON_RULE if words in rules.phrases else keep)
    yield from ((*span, rule_id) for span, rule_id in decided.items() if rule_id)


def _none_to_judge(text: str, rules: FormulationRules) -> bool:
    """Whether all that stands in quotation marks is in the lexicon or like nothing that the rules keep."""
    if '"' in text or REFORM.search(text):
        return False
    quoted = QUOTED.findall(text)
    if not text.count("“") == len(quoted) == text.count("”"):
        return False
    return all(words in rules.phrases or not KEEPABLE.search(words) for words in quoted)
