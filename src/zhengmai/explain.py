"""Why an article gave the facts it gave, and why others did not come about.

An article comes in, lines go out: each sentence with its mentions marked, `[韩砚秋|person]主持[市委常委会|meeting]`;
under it the facts that point at its words, with the rule that found each; then the rules that came close, whose cue
stands in the sentence: those that matched and gave nothing, and those whose pattern did not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from zhengmai.layout import Sentence
from zhengmai.model import Article, Evidence, Extraction
from zhengmai.pipeline import Resources, read_closely
from zhengmai.reading import Reading
from zhengmai.rules import Rule
from zhengmai.tagging import MARKS, Tagged

READABLE = {mark: f"[{kind}]" for kind, mark in MARKS.items()}
PACKAGE = "zhengmai."
LONGEST = 40  # characters of evidence shown


def explain(article: Article, resources: Resources) -> str:
    """The explanation of a whole article, sentence by sentence."""
    reading, extraction = read_closely(article, resources)
    rules = list(rules_of(resources))
    facts = list(facts_of(extraction))
    blocks = [_sentence(number, s, reading, facts, rules) for number, s in enumerate(reading.sentences, 1)]
    place = f"locality: {extraction.locality or 'unknown'}"
    return "\n".join([f"{article.id} · {place}", *blocks])


def rules_of(resources: Any) -> Iterator[Rule]:
    """Every rule that the resources hold, at any depth."""
    for item in _held(resources):
        if isinstance(item, Rule):
            yield item
        else:
            yield from rules_of(item)


def _held(holder: Any) -> Iterable[Any]:
    """What a collection, a dataclass or an object of the package holds."""
    if isinstance(holder, tuple | list):
        return holder
    if isinstance(holder, dict):
        return holder.values()
    if is_dataclass(holder):
        return [getattr(holder, field.name) for field in fields(holder)]
    return vars(holder).values() if type(holder).__module__.startswith(PACKAGE) and hasattr(holder, "__dict__") else ()


def facts_of(extraction: Extraction) -> Iterator[tuple[str, str, Evidence]]:
    """Each fact's kind, its words and one of its evidences."""
    for official in extraction.officials:
        yield from (("official", official.name, e) for e in official.evidence)
        for held in official.holdings:
            yield from (("post", f"{official.name} {held.post} ({held.status})", e) for e in held.evidence)
    for meeting in extraction.meetings:
        what = f"{meeting.key} {meeting.names[0]} ({meeting.kind or 'mentioned'})"
        yield from (("meeting", what, e) for e in meeting.evidence)
    for part in extraction.participations:
        yield from (("participation", f"{part.who} {part.role} {part.meeting}", e) for e in part.evidence)
    for document in extraction.documents:
        yield from (("document", f"《{document.title}》", e) for e in document.evidence)
        for act in document.acts:
            yield from (("act", f"{act.act} 《{document.title}》", e) for e in act.evidence)
    for study in extraction.studies:
        yield from (("studied", f"{study.label} ({study.kind})", e) for e in study.evidence)
    for task in extraction.tasks:
        what = f"{task.order}. {task.by}: {task.text}"
        yield from (("task", what, e) for e in task.evidence)
    for formulation in extraction.formulations:
        yield from (("formulation", formulation.label, e) for e in formulation.evidence)
    for target in extraction.targets:
        yield from (("target", f"{target.indicator} = {target.value_text}", e) for e in target.evidence)


def _sentence(
    number: int, sentence: Sentence, reading: Reading, facts: list[tuple[str, str, Evidence]], rules: list[Rule]
) -> str:
    start, stop = sentence.span
    here = [fact for fact in facts if start <= fact[2].span.start < stop]
    lines = [f"\n{number}. ({sentence.zone}) {_marked(reading, sentence)}"]
    said: dict[tuple[str, str], dict[str, None]] = {}
    for kind, what, evidence in here:
        words = f"{evidence.rule} “{_shortened(reading.text[slice(*evidence.span)])}”"
        said.setdefault((kind, what), {})[words] = None
    lines += [f"   {kind:13} {_shortened(what)}  ← {' + '.join(words)}" for (kind, what), words in said.items()]
    used = {evidence.rule for _, _, evidence in here}
    close = list(_close(reading.text, reading.tagged(sentence), rules, used))
    if close:
        lines.append("   came close:")
        lines += [f"     {line}" for line in close]
    return "\n".join(lines)


def _marked(reading: Reading, sentence: Sentence) -> str:
    """The sentence with brackets around its mentions."""
    tagged = reading.tagged(sentence)
    out, at = [], sentence.span.start
    for mention in tagged.mentions:
        words = reading.text[slice(*mention.span)]
        out.append(f"{reading.text[at : mention.span.start]}[{words}|{mention.kind}]")
        at = mention.span.stop
    return "".join(out) + reading.text[at : sentence.span.stop]


def _close(text: str, tagged: Tagged, rules: list[Rule], used: set[str]) -> Iterator[str]:
    """The rules that had their cue in the sentence and gave no fact there."""
    for rule in rules:
        cue = next((cue for cue in rule.cues if cue in tagged.text), None)
        if cue is None or rule.id in used:
            continue
        found = next(iter(rule.search(tagged)), None)
        if found is None:
            yield f"{rule.id} ({rule.says}): {READABLE.get(cue, cue)} stands here, but the pattern does not fit"
        else:
            words = _shortened(text[slice(*tagged.span(*found.span()))])
            yield f"{rule.id} ({rule.says}): matches “{words}”, but gave no fact of its own"


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
