"""Scoring the meetings of a report: which it names, which it is about, of what kind, when, whose.

The gold meetings and the graph's come in; the tallies `main meeting`, `meetings`, `meeting kind`, `meeting
start`, `meeting host` are counted, and {IRI of a main meeting: gold key} goes out. A meeting of the graph
is that of the gold whose name it bears: `全会` is no other than `市委五届九次全会` if the graph calls it both.
"""

from __future__ import annotations

from collections.abc import Iterator

from zhengmai.evaluate.answers import Item, Items
from zhengmai.evaluate.folding import fold, fold_host, same_day, same_name, similarity
from zhengmai.evaluate.gold import Gold, GoldMeeting
from zhengmai.evaluate.tally import Tallies

LIKE = 0.6  # bigram F1 from which a main meeting's name is taken for another's
HOSTLESS = ("inspection", "visit")  # nobody's meeting
Names = dict[str, set[str]]  # of each meeting of the graph, folded


def score_meetings(tallies: Tallies, gold: Gold, items: Items) -> dict[str, str]:
    """Counts a report's meetings; gives {IRI of a main meeting: its gold key}."""
    names = {iri: {fold(name) for name in item["name"]} for iri, item in items.items()}
    main = {iri for iri, item in items.items() if "true" in item["main"]}
    hits = _match(gold.meetings, names, main)
    labels = {iri: fold(hits[iri].names[0]) if iri in hits else "+" + min(names[iri]) for iri in names}
    main_hits = {iri: hit for iri, hit in hits.items() if hit.main and iri in main}

    gold_main = [meeting for meeting in gold.meetings if meeting.main]
    given_main = [labels[iri] if iri in main_hits else "+" + min(names[iri]) for iri in main]
    tallies["main meeting"].add(gold.id, [fold(meeting.names[0]) for meeting in gold_main], given_main)
    tallies["meetings"].add(gold.id, [fold(meeting.names[0]) for meeting in gold.meetings], labels.values())
    for meeting in gold_main:
        item = next((items[iri] for iri, hit in main_hits.items() if hit is meeting), Item())
        _score_details(tallies, gold, meeting, item)
    return {iri: hit.key for iri, hit in main_hits.items()}


def _match(gold: tuple[GoldMeeting, ...], names: Names, main: set[str]) -> dict[str, GoldMeeting]:
    """{IRI: gold meeting}, one to one, main meetings first."""
    hits: dict[str, GoldMeeting] = {}
    for meeting in sorted(gold, key=lambda meeting: not meeting.main):
        free = [iri for iri in names if iri not in hits]
        if meeting.main:
            free.sort(key=lambda iri: iri not in main)
        best = next(_ranked(meeting, free, names), None)
        if best is not None:
            hits[best] = meeting
    return hits


def _ranked(meeting: GoldMeeting, free: list[str], names: Names) -> Iterator[str]:
    """The meetings of the graph that could be this one, the surest first."""
    want = {fold(name) for name in meeting.names}
    yield from (iri for iri in free if names[iri] & want)
    yield from (iri for iri in free if any(same_name(a, b) for a in names[iri] for b in want))
    if meeting.main:
        yield from (iri for iri in free if any(similarity(a, b) >= LIKE for a in names[iri] for b in want))


def _score_details(tallies: Tallies, gold: Gold, meeting: GoldMeeting, item: Item) -> None:
    host = None if meeting.kind in HOSTLESS else meeting.host
    for field, want in (("kind", meeting.kind), ("start", meeting.start), ("host", host)):
        if not want:
            continue
        have = item[field]
        right = any(_equal(field, want, value, gold.text) for value in have) and len(have) <= 3
        given = [(meeting.key, want if right else "+" + min(have))] if have else []
        tallies[f"meeting {field}"].add(gold.id, [(meeting.key, want)], given)


def _equal(field: str, want: str, have: str, text: str) -> bool:
    if field == "start":
        return same_day(want, have, text)
    if field == "host":
        return fold_host(want) == fold_host(have)
    return want == have
