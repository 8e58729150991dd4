"""Rules: TOML that a domain expert can read, compiled to patterns over tagged sentences.

A rule has an `id`, a sentence that `says` what it is for, a `pattern`, what it `gives`, optional `cues` (one of
these words must stand in the sentence, which saves time), and its own examples, which are run as tests:

    [[rule]]
    id      = "participation.chair"
    says    = "谁主持会议"
    cues    = ["主持"]
    pattern = '{people}主持'
    gives   = { role = "chair" }
    yes     = ["[李强|people]主持召开[国务院常务会议|meeting]"]
    no      = ["由[李强|person]负责起草"]

A slot in letters, `{person}` or `{who:person}`, stands for a mention of that kind and names what it bound;
`{people}` is a run of persons. `{2,4}` stays a quantifier.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from zhengmai import resources
from zhengmai.errors import RuleError
from zhengmai.model import Span
from zhengmai.tagging import MARKS, Mention, Tagged, tag

PERSON = MARKS["person"]
SLOTS = {
    "person": PERSON,
    "people": f"{PERSON}(?:(?:[、，,和与及 　]|以及)*{PERSON})*",
    "meeting": MARKS["meeting"],
    "document": MARKS["document"],
    "documents": f"{MARKS['document']}(?:(?:[、，,和与及]|以及)*{MARKS['document']})*",
    "date": MARKS["date"],
}
SLOT = re.compile(r"\{(?:([a-z_]+):)?([a-z_]+)\}")
EXAMPLE = re.compile(r"\[([^\[\]|]+)\|([a-z_]+)\]")
KEYS = {"id", "says", "pattern", "gives", "cues", "yes", "no"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule."""

    id: str
    says: str
    pattern: re.Pattern[str]
    gives: dict[str, Any] = field(hash=False)
    cues: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def search(self, tagged: Tagged) -> Iterable[re.Match[str]]:
        """The matches of the rule in a tagged sentence."""
        text = tagged.text
        for cue in self.cues:
            if cue in text:
                return self.pattern.finditer(text)
        return () if self.cues else self.pattern.finditer(text)


def load_rules(name: str) -> tuple[Rule, ...]:
    """The rules of a packaged TOML file, in its order. Raises RuleError naming file and rule."""
    source = resources.rules(name)
    return parse_rules(source.read_text("utf-8"), source.name)


def parse_rules(text: str, filename: str) -> tuple[Rule, ...]:
    """As `load_rules`, of a text."""
    try:
        entries = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{filename}: {error}") from error
    rules: list[Rule] = []
    for entry in entries:
        rule = _compile(entry, filename)
        if any(rule.id == other.id for other in rules):
            raise RuleError(f"{filename}: rule {rule.id!r} stands twice; rename one")
        rules.append(rule)
    return tuple(rules)


def gate(rules: Iterable[Rule]) -> re.Pattern[str]:
    """A pattern that finds a cue of any of the rules: without one, none of them can match."""
    return re.compile("|".join(sorted({re.escape(cue) for rule in rules for cue in rule.cues}, key=len)))


def _compile(entry: dict[str, Any], filename: str) -> Rule:
    where = f"{filename}: rule {entry.get('id', '(no id)')!r}"
    for key in entry.keys() - KEYS:
        raise RuleError(f"{where}: unknown key {key!r}; known are {', '.join(sorted(KEYS))}")
    for key in ("id", "says", "pattern", "yes"):
        if not entry.get(key):
            raise RuleError(f"{where}: {key!r} is missing; every rule has an id, says, pattern and a yes example")
    try:
        pattern = re.compile(SLOT.sub(lambda slot: _slot(slot, where), entry["pattern"]))
    except re.error as error:
        caret = " " * (error.pos or 0) + "^"
        raise RuleError(f"{where}: {error.msg}\n  {error.pattern!s}\n  {caret}") from error
    lists = {key: tuple(entry.get(key, ())) for key in ("cues", "yes", "no")}
    return Rule(entry["id"], entry["says"], pattern, entry.get("gives", {}), **lists)


def _slot(slot: re.Match[str], where: str) -> str:
    name, kind = slot[1] or slot[2], slot[2]
    if kind not in SLOTS:
        near = get_close_matches(kind, SLOTS, 1)
        hint = f"; did you mean {{{near[0]}}}?" if near else f"; known are {', '.join(SLOTS)}"
        raise RuleError(f"{where}: unknown slot {{{kind}}}{hint}")
    return f"(?P<{name}>{SLOTS[kind]})"


def read_example(example: str) -> tuple[Tagged, list[tuple[str, str]]]:
    """An example in brackets, tagged, with the (words, slot) pairs that its rule must bind."""
    plain: list[str] = []
    mentions: list[Mention] = []
    wanted: list[tuple[str, str]] = []
    at = length = 0
    for found in EXAMPLE.finditer(example):
        gap = example[at : found.start()]
        plain += (gap, found[1])
        length += len(gap)
        kind = {"people": "person", "documents": "document"}.get(found[2], found[2])
        if kind in MARKS:
            mentions += _members(found[1], length, kind)
        wanted.append((found[1], found[2]))
        length += len(found[1])
        at = found.end()
    plain.append(example[at:])
    text = "".join(plain)
    return tag(text, Span(0, len(text)), mentions), wanted


def _members(words: str, start: int, kind: str) -> Iterator[Mention]:
    for part in re.finditer(r"[^、，,]+", words):
        yield Mention(Span(start + part.start(), start + part.end()), kind, part[0])


def check_examples(rules: Sequence[Rule]) -> list[str]:
    """What is wrong with the rules' own examples, in words; empty when all hold."""
    faults = []
    for rule in rules:
        for example in rule.yes:
            tagged, wanted = read_example(example)
            found = [_bound(tagged, match) for match in rule.search(tagged)]
            if not any(all(pair in bound for pair in wanted) for bound in found):
                faults.append(f"{rule.id}: does not find {example!r}; bound {found}")
        for example in rule.no:
            tagged, _ = read_example(example)
            if any(True for _ in rule.search(tagged)):
                faults.append(f"{rule.id}: should not match {example!r}")
    return faults


def _bound(tagged: Tagged, match: re.Match[str]) -> list[tuple[str, str]]:
    words = {}
    for name, value in match.groupdict().items():
        if value is not None:
            span = tagged.span(*match.span(name))
            words[name] = span
    plain = _plain(tagged)
    return [(plain[s.start - tagged.start : s.stop - tagged.start], name) for name, s in words.items()]


def _plain(tagged: Tagged) -> str:
    out = []
    mentions = iter(tagged.mentions)
    for char in tagged.text:
        out.append(next(mentions).what if char in MARKS.values() else char)
    return "".join(out)
