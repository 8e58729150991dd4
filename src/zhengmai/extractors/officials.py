"""People and their posts, put together over the whole article.

Comes in: the places that name people, with titles, and the rules of appointment. Goes out: one `Official` a name, with
each post once: `市委书记方某` holds it, `方某同志不再担任县委书记` has lost it, `任命高某为副市长` has just got it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhengmai.extractors.places import Locality
from zhengmai.extractors.post_grammar import PostGrammar, load_post_grammar, status_of
from zhengmai.extractors.posts import PostWriter
from zhengmai.extractors.roster import Holder
from zhengmai.extractors.titles import Title, TitleReader
from zhengmai.model import Evidence, Holding, Official, Span, TenureStatus
from zhengmai.reading import Reading
from zhengmai.rules import Rule, gate, load_rules
from zhengmai.tagging import Mention

MEMORY = 8  # titles back
ON_TRIAL = re.compile(r"[（(](?:挂职|试用期[^（()）]{0,6}|正[处县厅局]级|副[处县厅局]级|兼|女|[^（()）]{1,5}族)[）)]$")
ACTING_NOTE = re.compile(r"[（(]代理?[）)]")
PART = re.compile(r"(?:[^、，,和　]|和(?!第|省|市|县|区|州))+")
TITLE_BEFORE = "people.title-before-name"
TITLE_AFTER = "people.title-after-name"
NAMED = "people.name"


@dataclass(frozen=True, slots=True)
class OfficialRules:
    """What `build_officials` needs."""

    posts: PostGrammar
    appointments: tuple[Rule, ...]
    cue: re.Pattern[str]  # without one of its words nobody is appointed


def load_official_rules() -> OfficialRules:
    """The packaged rules of appointments and words of posts. Raises RuleError or LexiconError."""
    appointments = load_rules("appointments")
    return OfficialRules(load_post_grammar(), appointments, gate(appointments))


def build_officials(
    reading: Reading, holders: list[Holder], locality: Locality, rules: OfficialRules, titles: TitleReader
) -> list[Official]:
    """Every official of the article, in order of appearance; `titles` finds the posts that appointments name.

    `市委书记方某出席。任命高某为副市长` gives two: one holds 市委书记, one is appointed 副市长.
    """
    writer = PostWriter(rules.posts, locality, reading.text)
    holdings: dict[str, list[Holding]] = {}
    before: list[Title] = []  # titles named earlier in the paragraph: a bare 副主任 takes its body from them
    paragraph = 0
    for holder in holders:
        if not holder.titles:
            continue
        if reading.text.find("\n", paragraph, holder.span.start) >= 0:
            before.clear()
        paragraph = holder.span.start
        for holding in _held(holder, writer, tuple(before[-MEMORY:])):
            _put(holdings.setdefault(holder.name.name, []), holding, rules.posts)
        if holder.order == 1:
            before += holder.titles
    for name, holding in _appointed(reading, writer, rules, titles):
        _put(holdings.setdefault(name, []), holding, rules.posts)
    named: dict[str, list[Holder]] = {}
    for holder in holders:
        named.setdefault(holder.name.name, []).append(holder)
    return [_official(name, own, holdings.get(name, [])) for name, own in named.items()]


def _official(name: str, own: list[Holder], holdings: list[Holding]) -> Official:
    note = next((h.note for h in own if h.note), None)
    evidence = tuple(Evidence(Span(h.name.start, h.name.stop), NAMED) for h in own)
    return Official(name, own[0].name.written, tuple(holdings), evidence, note)


def _held(holder: Holder, writer: PostWriter, before: tuple[Title, ...]) -> Iterator[Holding]:
    rule = TITLE_AFTER if holder.after else TITLE_BEFORE
    name = Span(holder.name.start, holder.name.stop)
    for title, post in writer.posts(holder.titles, before):
        spans = (title.span, name) if title.span.stop != name.start else (Span(title.span.start, name.stop),)
        acts = ACTING_NOTE.match(writer.text, title.span.stop)  # 副县长（代）林某
        status = TenureStatus.ACTING if acts else status_of(post)
        yield Holding(title.text, post, status, tuple(Evidence(span, rule) for span in spans))


def _put(holdings: list[Holding], new: Holding, posts: PostGrammar) -> None:
    """Adds a post unless the person has it already under a fuller name; the surer status wins."""
    for which, old in enumerate(holdings):
        if old.post == new.post:
            status = new.status if old.status is TenureStatus.HELD else old.status
            holdings[which] = Holding(old.title, old.post, status, old.evidence + new.evidence)
            return
        if posts.is_same(new.post, old.post):
            return
        if posts.is_same(old.post, new.post):
            holdings[which] = new
            return
    holdings.append(new)


def _appointed(
    reading: Reading, writer: PostWriter, rules: OfficialRules, titles: TitleReader
) -> Iterator[tuple[str, Holding]]:
    """Posts given or taken by the rules of appointment."""
    if not rules.cue.search(reading.text):
        return
    for sentence in reading.sentences:
        if not rules.cue.search(sentence.text):
            continue
        tagged = reading.tagged(sentence)
        for rule in rules.appointments:
            for match in rule.search(tagged):
                people = tagged.between(*match.span("people"))
                parts = _parts(reading.text, tagged.span(*match.span("posts")), titles)
                yield from _holdings(people, parts, writer, rule)


def _parts(text: str, span: Span, titles: TitleReader) -> list[Title]:
    """The posts that a stretch names, split at 、; empty unless each part ends in a post."""
    words = ON_TRIAL.sub(lambda aside: "　" * len(aside[0]), text[span.start : span.stop])
    ends = {head.stop for head in titles.heads(words)}
    out = []
    for part in PART.finditer(words):
        if part.end() not in ends:
            return []
        start = span.start + part.start()
        out.append(Title(part[0], Span(start, span.start + part.end())))
    return out


def _holdings(
    people: tuple[Mention, ...], parts: list[Title], writer: PostWriter, rule: Rule
) -> Iterator[tuple[str, Holding]]:
    status = TenureStatus(rule.gives["status"])
    for title, post in writer.posts(tuple(parts), ()):
        said = status_of(post)
        for person in people:
            evidence = (Evidence(person.span, rule.id), Evidence(title.span, rule.id))
            kept = said if said is not TenureStatus.HELD and status is TenureStatus.APPOINTED else status
            yield person.what.name, Holding(title.text, post, kept, evidence)
