"""Where the next rule is to be found: clauses that look as if they said something, and gave no fact.

An article comes in, the clauses that a pattern of `data/rules/unread.toml` suspects and no fact answers go out:
`县委书记方致远主持会议，苗某某列席` gives the clause `苗某某列席` if nobody was found to sit in. A rule `gives` the
kinds of facts that would answer it (`answered`), whose evidence must touch the same clause; people, meetings and
documents that were found are folded into marks before the patterns look, so a pattern of plain words means one that
was not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from zhengmai.messages import say
from zhengmai.model import Act, Article, Evidence, Extraction, Span
from zhengmai.pipeline import Resources, read_closely
from zhengmai.rules import Rule, load_rules

BOUND = re.compile("[，。；：！？,;:!?\n]")
AROUND = 24  # characters shown on either side of the suspected words
WORDS = 8  # different words counted of each pattern


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that gave no fact, and the words in it that are suspected to say one."""

    rule: Rule
    article: str
    at: int  # where the words stand in the article
    before: str
    words: str
    after: str


def load_unread_rules() -> tuple[Rule, ...]:
    """The patterns of suspicion. Raises RuleError."""
    return load_rules("unread")


def find_unread(article: Article, resources: Resources, rules: Iterable[Rule]) -> Iterator[Clause]:
    """The suspected clauses of an article, one a clause and pattern, pattern by pattern within each sentence."""
    reading, extraction = read_closely(article, resources)
    answers = _answers(extraction)
    rules = tuple(rules)
    for sentence in reading.sentences:
        tagged = reading.tagged(sentence)
        for rule in rules:
            answered = [span for kind in rule.gives.get("answered", ()) for span in answers[kind]]
            known: set[Span] = set()
            for found in rule.search(tagged):
                words = tagged.span(*found.span("words" if "words" in rule.pattern.groupindex else 0))
                clause = _clause(reading.text, words, sentence.span)
                if clause not in known and not any(a.start < clause.stop and clause.start < a.stop for a in answered):
                    known.add(clause)
                    yield _shown(rule, article.id, reading.text, words, sentence.span)


def report(clauses: Iterable[Clause], examples: int) -> Iterator[str]:
    """Lines for a reader: the patterns by how often they suspect, each with its words and so many examples."""
    groups: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        groups[clause.rule.id].append(clause)
    if not groups:
        yield say("unread.none")
    for name, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        articles = len({clause.article for clause in group})
        yield say("unread.pattern", id=name, says=group[0].rule.says, count=len(group), articles=articles)
        counted = Counter(clause.words for clause in group).most_common(WORDS)
        yield "  " + " · ".join(f"{words} {count}" for words, count in counted)
        yield from (f"    {c.article}:{c.at} {c.before}【{c.words}】{c.after}" for c in _chosen(group, examples))


def _chosen(group: list[Clause], most: int) -> list[Clause]:
    """The first of each article, then the seconds, and so on: examples from as many articles as can be."""
    turn: Counter[str] = Counter()
    ranked = []
    for number, clause in enumerate(group):
        ranked.append((turn[clause.article], number, clause))
        turn[clause.article] += 1
    return [clause for _, _, clause in sorted(ranked, key=lambda row: row[:2])[:most]]


def _answers(found: Extraction) -> dict[str, list[Span]]:
    """{kind of fact: where its evidence stands}. That a document is cited answers nothing."""
    facts: dict[str, Iterable[Any]] = {
        "post": (held for official in found.officials for held in official.holdings),
        "meeting": found.meetings,
        "participation": found.participations,
        "act": (act for document in found.documents for act in document.acts if act.act != Act.CITED),
        "studied": found.studies,
        "task": found.tasks,
        "target": found.targets,
    }
    return {kind: [evidence.span for fact in some for evidence in _evidence(fact)] for kind, some in facts.items()}


def _evidence(fact: Any) -> tuple[Evidence, ...]:
    evidence: tuple[Evidence, ...] = fact.evidence
    return evidence


def _clause(text: str, words: Span, sentence: Span) -> Span:
    """The words with what stands around them up to the next signs that part clauses."""
    before = max((found.end() for found in BOUND.finditer(text, sentence.start, words.start)), default=sentence.start)
    after = BOUND.search(text, words.stop, sentence.stop)
    return Span(before, after.start() if after else sentence.stop)


def _shown(rule: Rule, article: str, text: str, words: Span, sentence: Span) -> Clause:
    before = text[max(sentence.start, words.start - AROUND) : words.start]
    after = text[words.stop : min(sentence.stop, words.stop + AROUND)]
    return Clause(rule, article, words.start, before, text[slice(*words)], after)
