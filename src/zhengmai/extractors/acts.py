"""What is done with the written works that an article names.

A reading comes in with its documents, people and meetings found: `⟨meeting⟩审议通过⟨document⟩、⟨document⟩，审议了
⟨document⟩。` Out go the documents with their acts: two adopted, one reviewed. A verb governs the first works that its
rule matches and the rest of their list; a work embedded in something else (`抓好⟨document⟩的宣传贯彻`), and all works
of a plan or a demand (`会议建议审议⟨document⟩`), are cited. What is cited nowhere else has no other act.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from zhengmai.extractors.documents import fold, written_as
from zhengmai.extractors.punctuation import full_width
from zhengmai.model import Act, Document, DocumentAct, Evidence, Meeting, Span
from zhengmai.reading import Reading
from zhengmai.rules import Rule, load_rules
from zhengmai.tagging import MARKS, Mention, Tagged, tag

DOCUMENT = MARKS["document"]
CITED = "document.cited"
WINDOW = 600  # characters of a sentence that are looked at before a verb
# What may stand between the works of one list; a comma only before 关于 or a work: 审议《A》、决议草案和《B》，《C》
LIST = re.compile(
    rf"(?:精神|等|稿)?(?:(?:、|[，；](?=关于|{DOCUMENT})|以及|和|及|与)"
    rf"(?:(?!汇报|研究|听取|审议)[^，。；：{DOCUMENT}]{{0,30}}?[、和])?"
    rf"(?:关于|新修订的|修订后的|[^，。；：、{DOCUMENT}]{{0,30}}?作的)?)?(?={DOCUMENT})"
)
PROPOSED = re.compile(f"提出了?{DOCUMENT}。$")
# Behind a work, what shows that the verb is about something else: 听取《A》落实情况的汇报, 审议《A》实施方案
EMBEDDED = re.compile(
    "(?:的|等|有关|相关|各项|改革|重点|目标)*(?:贯彻|落实|执行|实施|任务|宣传|施行|精神落实|出台|制定情况|推进|明确|确定|提出"
    "|规定|中的|要求|部署|举措)"
)
EXPLAINED = re.compile(
    "(?:等)?(?:的|起草|修订|有关|情况)*说明(?!(?:以及|、|和|及)[^，。；]{0,14}审[查议][^，。；]{0,6}报告)"
)
LECTURE = re.compile(r"(?:的)?(?:专题)?(?:讲座|宣讲|学习|辅导|解读|讲解|培训|党课|报告会)")
# A plan, not an act: 会议建议，…审议A · 会议议程还有：审议A · 拟安排审议A
PLANNED = re.compile(
    rf"(?:会议|主席团|{MARKS['meeting']})建议[，：]|建议的[^，。]{{0,30}}议程|议程(?:还)?(?:[有为是]|包括)|议题[是为有]"
    "|拟安排|拟审议|将审议|将听取|将(?:也)?[在于][^。；]{0,30}会议上"
)
NEAR_PLANNED = re.compile(r"(?:建议|拟|将|准备|计划|提请|提交)(?:向)?[^，。；：]{0,24}$")
# 市政府近日正式印发: who issues
BODY = re.compile(
    r"(国务院|党中央|中共中央|[\u4e00-\u9fff]{0,8}(?:[省市县区州旗盟]委|政府|办公厅|办公室|[部委厅局]))(?:近日|日前|正式|已|联合)*$"
)
DEMAND = re.compile(
    "(?:^|[，；：。、])[^，；：。]{0,16}?(?<![重主首需概])(?:要|必须|应当|须|希望|抓紧|尽快|适时|加快|推动|研究)[^，；：。]{0,14}$"
    "|[，：](?:一?要|必须)[^；。]*$"
)


@dataclass(frozen=True, slots=True)
class ActRules:
    """The verbs, and a gate: without one of their cues a sentence does nothing with a work."""

    verbs: tuple[Rule, ...]
    gate: re.Pattern[str]


@dataclass(slots=True)
class _Gathered:
    """What is known of one document while the article is read."""

    mentions: list[Mention] = field(default_factory=list)
    acts: dict[Act, list[tuple[Evidence, str | None]]] = field(default_factory=dict)


def load_act_rules() -> ActRules:
    """Reads acts.toml. Raises RuleError."""
    verbs = load_rules("acts")
    return ActRules(verbs, re.compile("|".join(sorted({cue for rule in verbs for cue in rule.cues}))))


def find_acts(reading: Reading, rules: ActRules, meetings: Sequence[Meeting]) -> tuple[Document, ...]:
    """The documents of the article in the order in which they are named first, each with its acts."""
    gathered: dict[str, _Gathered] = {}
    for mention in reading.mentions:
        if mention.kind == "document":
            gathered.setdefault(mention.what.title, _Gathered()).mentions.append(mention)
    if not gathered:
        return ()
    for index in _naming(reading):
        tagged = reading.tagged(reading.sentences[index])
        if DOCUMENT in tagged.text:
            if PROPOSED.search(tagged.text):
                tagged = _with_next(reading, index)
            if rules.gate.search(tagged.text):
                _read_sentence(full_width(tagged), rules, gathered)
    mains = main_starts(meetings)
    return tuple(_document(reading, title, found, mains) for title, found in gathered.items())


def _naming(reading: Reading) -> list[int]:
    """The indices of the sentences in which documents are named."""
    starts = [sentence.span.start for sentence in reading.sentences]
    named = (bisect_right(starts, m.span.start) - 1 for m in reading.mentions if m.kind == "document")
    return list(dict.fromkeys(named))


def _with_next(reading: Reading, index: int) -> Tagged:
    """A sentence with the one behind it: 市政府提出了⟨document⟩。受市政府委托，财政局局长作了说明。"""
    sentence, *after = reading.sentences[index : index + 2]
    if not after or after[0].paragraph != sentence.paragraph:
        return reading.tagged(sentence)
    span = Span(sentence.span.start, after[0].span.stop)
    return tag(reading.text, span, [*reading.mentions_in(sentence), *reading.mentions_in(after[0])])


def main_starts(meetings: Iterable[Meeting]) -> list[tuple[int, str]]:
    """Where the main meetings are named, in order, with their keys."""
    return sorted((e.span.start, m.key) for m in meetings if m.main for e in m.evidence)


def main_at(mains: Sequence[tuple[int, str]], position: int) -> str | None:
    """The main meeting that the text speaks of at a position: the last one named before it, else the first."""
    before = [key for start, key in mains if start <= position]
    return before[-1] if before else mains[0][1] if mains else None


def _read_sentence(tagged: Tagged, rules: ActRules, gathered: dict[str, _Gathered]) -> None:
    planned = PLANNED.search(tagged.text)
    for rule in rules.verbs:
        for match in rule.search(tagged):
            act = Act(rule.gives["act"])
            if (planned and planned.start() < match.start()) or _is_demand(tagged.text, match, act):
                continue
            for position in _governed(tagged.text, match, act):
                mention = tagged.between(position, position + 1)[0]
                evidence = Evidence(_said(tagged, match, position), rule.id)
                body = _body(tagged.text, match.start()) if act is Act.ISSUED else None
                gathered[mention.what.title].acts.setdefault(act, []).append((evidence, body))


def _said(tagged: Tagged, match: re.Match[str], position: int) -> Span:
    """From the verb to the work, or from the work to the verb where it stands behind."""
    return tagged.span(min(match.start(), position), max(match.end(), position + 1))


def _body(text: str, verb: int) -> str | None:
    """Who issues: 市政府办公室近日印发."""
    body = BODY.search(text, max(0, verb - 24), verb)
    return body[1] if body else None


def _is_demand(text: str, match: re.Match[str], act: Act) -> bool:
    before = text[max(0, match.start() - WINDOW) : match.start()]
    if act in (Act.STUDIED, Act.ISSUED) and DEMAND.search(before):
        return True
    return act in (Act.ADOPTED, Act.REVIEWED) and bool(NEAR_PLANNED.search(before))


def _governed(text: str, match: re.Match[str], act: Act) -> Iterator[int]:
    """Positions of the works that the verb of a match governs: those matched, and the rest of their list."""
    low, high = next(match.span(name) for name, works in match.groupdict().items() if works)
    at = low
    while True:
        while at < high or text.startswith(DOCUMENT, at):
            if text[at] == DOCUMENT and not _is_beside(text, at + 1, act):
                yield at
            at += 1
        more = LIST.match(text, at)
        if more is None or act is Act.EXPLAINED or match.end() > high:
            return
        at = more.end()


def _is_beside(text: str, end: int, act: Act) -> bool:
    """Whether the words behind a work show that the act is about something else."""
    if act is Act.EXPLAINED:
        return False
    if EXPLAINED.match(text, end) or (act in (Act.DELIVERED, Act.REVIEWED) and LECTURE.match(text, end)):
        return True
    return act is not Act.ISSUED and bool(EMBEDDED.match(text, end))


def _document(reading: Reading, title: str, found: _Gathered, mains: Sequence[tuple[int, str]]) -> Document:
    written = [written_as(reading.text[m.span.start : m.span.stop]) for m in found.mentions]
    names = [name for work in written for name in (work.title, work.short) if name]
    if not any(reading.text.startswith("《", m.span.start) for m in found.mentions):
        names += _shorter(title)
    evidence = tuple(Evidence(m.span, "document.named") for m in found.mentions)
    done = sorted(found.acts.items(), key=lambda item: item[1][0][0].span)
    acts = tuple(_act(act, said, mains) for act, said in done)
    cited = DocumentAct(Act.CITED, (Evidence(found.mentions[0].span, CITED),))
    return Document(
        title,
        tuple(dict.fromkeys(n for n in names if fold(n) != fold(title))),
        acts or (cited,),
        evidence,
        next((work.number for work in written if work.number), None),
    )


def _shorter(title: str) -> Iterator[str]:
    """Other forms of a title that is written without 《》: without the body before 关于, without 草案 behind."""
    about = title.find("关于")
    if 0 < about < 24 and "《" not in title[:about] and not title.startswith("中共"):
        yield title[about:]
    if title.endswith("草案") and "关于" not in title:
        yield re.sub("(?:修订|修正)?草案$", "", title)


def _act(act: Act, said: Sequence[tuple[Evidence, str | None]], mains: Sequence[tuple[int, str]]) -> DocumentAct:
    body = next((body for _, body in said if body), None)
    evidence = tuple(dict.fromkeys(e for e, _ in said))
    return DocumentAct(act, evidence, None if body else main_at(mains, evidence[0].span.start), body)
