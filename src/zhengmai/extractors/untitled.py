"""People without a title: at the head of a clause, in lists, in headlines, in appointments.

`申某朗参加了第一组讨论`, `郭某信、丁某丰等老同志`, `陆某行邬某钧温某庸参加`, `免去齐某的…职务`: the words around tell
that these are people. Weaker than a title, so an ordinary word is not taken for a name here.
"""

from __future__ import annotations

import re

from zhengmai.extractors.names import RUN, Name
from zhengmai.extractors.roster import BLANK, LEFT, Roster
from zhengmai.extractors.titled import AND, LEADER

EDGE = re.compile(r"[。；;，,：:！!？?\n\r“”\"（）()　 ]+")
COUNTED = frozenset({"两位", "三位", "上述", "以上"})  # 上述同志 name nobody
FAR = 160  # characters in which a sentence still speaks of a run of names at its head
VERBS = re.compile("出席|参加|列席|陪同|主持|讲话|召开|强调")  # no name of a headline's run holds one


def take_clauses(roster: Roster) -> None:
    """Untitled names at the head of a clause: before a verb of people, or in a run of names that takes part."""
    known = {h.name.name for h in roster.holders}
    text, begins, candidate = roster.text, roster.names.begins, roster.reader.rules.candidate
    for at in (0, *[edge.end() for edge in EDGE.finditer(text)]):
        if text[at : at + 1] not in begins or roster.is_taken(at) or not candidate.match(text, at):
            continue
        run = _plain_run(roster, at)
        if run and _is_people(roster, run, known):
            for order, name in enumerate(run, 1):
                roster.take(name, order=order)
                known.add(name.name)


def _plain_run(roster: Roster, at: int) -> list[Name]:
    run: list[Name] = []
    while True:
        name = roster.names.read(roster.text, at, strong=roster.text[at - 1] == "、" or _listed(roster.text, at))
        if name is None or roster.is_organ(name) or roster.is_taken(name.start):
            return run
        run.append(name)
        following = AND.match(roster.text, roster.note(name.stop)[0])
        if not following:
            return run
        at = following.end()


def _listed(text: str, at: int) -> bool:
    """Whether a list begins here: 宁某、|高某."""
    return "、" in text[at + 2 : at + 5]


def _is_people(roster: Roster, run: list[Name], known: set[str]) -> bool:
    stop = roster.note(run[-1].stop)[0]
    rules = roster.reader.rules
    if len(run) == 1:
        return _is_person(roster, run[0], known) and rules.acts.match(roster.text, stop) is not None
    if any(not roster.names.could_be_name(name.name) for name in run):
        return False
    ordinary = sum(_is_ordinary(roster, name) for name in run)
    titled = _titled_next(roster, stop)
    takes_part = titled or rules.takes_part.match(roster.text, stop) is not None
    if (titled or any(name.name in known for name in run)) and ordinary * 2 <= len(run):
        return takes_part
    if takes_part and len(run) - ordinary >= 2 and roster.text[stop : stop + 1] not in "，,":
        return True
    rest = roster.text[stop : stop + FAR].partition("。")[0]
    return len(run) >= 3 and not ordinary and rules.present.search(rest) is not None


def _is_person(roster: Roster, name: Name, known: set[str]) -> bool:
    """Whether a single name is sure enough; one that is known already is found again by the sweep."""
    if name.name in known or _is_ordinary(roster, name) or name.name[1:] == "方":  # 对方, 双方 are not, 警方 neither
        return False
    rank = roster.names.surnames.get(name.name[0]) or roster.names.surnames.get(name.name[:2])
    return rank == "common" or (rank == "uncommon" and len(name.name) > 2) or roster.text.count(name.name) > 1


def _is_ordinary(roster: Roster, name: Name) -> bool:
    return name.name in roster.names.not_names or BLANK in name.name


def _titled_next(roster: Roster, at: int) -> bool:
    """A titled person follows: 邹某、宁某、|市法院院长严某."""
    return any(at <= h.span.start <= at + 2 for h in roster.holders)


def take_grouped(roster: Roster) -> None:
    """郭某、丁某等老同志: a run of names that its last word tells to be people."""
    for group in roster.reader.rules.and_others.finditer(roster.text):
        items: list[Name] = []
        stop = group.start()
        while (name := _name_until(roster, stop)) is not None:
            items.append(name)
            if roster.text[name.start - 1 : name.start] != "、":
                break
            stop = name.start - 1
        if items and not roster.is_taken(items[-1].start):
            for order, name in enumerate(reversed(items), 1):
                if not roster.is_taken(name.start):
                    roster.take(name, order=order)


def _name_until(roster: Roster, stop: int) -> Name | None:
    """The name that ends at a position, and begins at a list's or a clause's edge or after a word."""
    for length in (3, 2, 4):
        start = stop - length
        word = roster.text[max(start, 0) : stop]
        surname = word[:2] if word[:2] in roster.names.surnames and length > 2 else word[:1]
        if (
            start <= 0
            or not RUN.fullmatch(word)
            or surname not in roster.names.surnames
            or not roster.names.could_be_name(word)
        ):
            continue
        if length == 4 and len(surname) == 1:
            continue
        edge = roster.text[start - 1] in LEFT or roster.text[start - 2 : start] in roster.names.kinds
        if edge and word not in roster.reader.places:
            return Name(start, stop, word, word)
    return None


def take_headlined(roster: Roster) -> None:
    """Subheads run names together: 陆某行邬某钧温某庸|参加."""
    known = {h.name.name for h in roster.holders}
    for found in roster.reader.rules.run_together.finditer(roster.text):
        names = _parts(roster, found["names"], known) if not VERBS.search(found["names"]) else None
        at = found.start("names")
        for order, name in enumerate(names or (), 1):
            if not roster.is_taken(at):
                roster.take(Name(at, at + len(name), name, name), order=order)
            at += len(name)


def _parts(roster: Roster, words: str, known: set[str]) -> list[str] | None:
    """Cuts names that stand without a mark between them; None where that cannot be done."""
    if not words:
        return []
    lengths = sorted((3, 2, 4), key=lambda n: words[:n] not in known)
    for length in lengths:
        name = words[:length]
        if len(name) < length or name in roster.names.not_names:
            continue
        if name not in known and _surname(roster, name) is None:
            continue
        rest = _parts(roster, words[length:], known)
        if rest is not None:
            return [name, *rest]
    return None


def _surname(roster: Roster, name: str) -> str | None:
    if name[:2] in roster.names.surnames and len(name) > 2:
        return name[:2]
    return name[0] if len(name) < 4 and name[0] in roster.names.surnames else None


def take_comrades(roster: Roster) -> None:
    """桑某同志任…, and in lists of decisions 尚某为…局长: what follows leaves no doubt, so any characters will do."""
    text = roster.text
    for found in roster.reader.rules.appointed_listed.finditer(text):
        at, name = found.start("name"), found["name"]
        stop = at + len(name)
        if roster.is_taken(at) or name in roster.names.words or name[-2:] in COUNTED:
            continue
        line = text.find("\n", stop)
        if found["comrade"] or roster.head_within(stop, line if line >= 0 else len(text) + 1):
            roster.take(Name(at, stop, name, name))


def take_addressed(roster: Roster) -> None:
    """由|司徒某|同志主持: a surname, one or two characters, 同志."""
    for found in roster.reader.rules.addressed.finditer(roster.text):
        name, at = found["name"], found.start("name")
        surname = _surname(roster, name)
        fits = name != LEADER and surname is not None and len(name) - len(surname) < 3
        if fits and not roster.is_taken(at) and roster.names.could_be_name(name):
            roster.take(Name(at, at + len(name), name, name))


def take_appointed(roster: Roster) -> None:
    """任命|方某为…, 免去|齐某的…职务, 授予|铁某等60名同志."""
    for verb in roster.reader.rules.appointed_before.finditer(roster.text):
        at = verb.end()
        while (name := _appointed_at(roster, at)) is not None:
            stop = roster.take(name)
            if roster.text[stop : stop + 1] != "、":
                break
            at = stop + 1


def _appointed_at(roster: Roster, at: int) -> Name | None:
    name = roster.names.read(roster.text, at, strong=True)
    if name is None or roster.is_taken(name.start) or roster.is_organ(name):
        return None
    if not roster.names.could_be_name(name.name):
        return None
    return name if roster.reader.rules.appointed_behind.match(roster.text, name.stop) else None
