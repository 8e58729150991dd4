"""Who is named, and by which titles.

Comes in: a reading. Goes out: a mention for every place where a person acts or holds an office, with the titles that
stand there. `市委常委岑启明、栾承志、崔映雪（女，回族）出席会议` gives three people who share one title. Names are
found where the language marks them: after a title, before one (`韩砚秋书记`), in a run of names, before a verb that
only people govern, in an appointment; a name found once is then known everywhere in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengmai.extractors.gazetteer import Places
from zhengmai.extractors.name_lexicon import load_name_lexicon
from zhengmai.extractors.names import Name, NameReader
from zhengmai.extractors.people_rules import load_people_rules
from zhengmai.extractors.roster import LEFT, Holder, PeopleReader, Roster
from zhengmai.extractors.titled import LEADER, take_before_titles, take_titled
from zhengmai.extractors.titles import TitleReader, load_appellations, load_posts, load_title_lexicon
from zhengmai.extractors.untitled import (
    take_addressed,
    take_appointed,
    take_clauses,
    take_comrades,
    take_grouped,
    take_headlined,
)
from zhengmai.extractors.words import Segmenter
from zhengmai.layout import Zone
from zhengmai.lexicon import read_table
from zhengmai.model import Span
from zhengmai.reading import PersonMention, Reading
from zhengmai.tagging import Mention

CALLS = frozenset({"group", "standing", "honour"})  # kinds of appellations before which no office stands, but a name
BYLINES = frozenset(
    {"记者", "首席记者", "编辑", "总编辑助理", "主持人", "评论员", "制片人", "总制片人"}
)  # who wrote it is nobody in it
DECIDES = ("任命", "任免", "聘任", "选举")  # without one of these no list of decisions stands in an article
IDEOLOGY = re.compile(r"(?:新时代|同志为核心|[\u4e00-\u9fff]{2,4}思想)")


def load_people_reader(words: Segmenter, places: Places) -> PeopleReader:
    """The packaged lexicons of names and titles. Raises LexiconError."""
    posts = {post: note for post, note in load_posts().items() if post not in BYLINES}
    appellations = {word: kind for word, kind in load_appellations().items() if word not in posts}
    heads = {word: "" if kind == "group" else "weak" for word, kind in appellations.items() if kind in CALLS} | posts
    words.add(heads)
    behind = read_table("titles_after_names", ("post", "alone"))
    return PeopleReader(
        names=NameReader(load_name_lexicon(), heads, words),
        titles=TitleReader(load_title_lexicon(heads)),
        rules=load_people_rules(),
        appellations=appellations,
        calls=tuple(appellations),
        behind={row["post"]: row["alone"] == "yes" for row in behind},
        overruns=frozenset(row["word"] for row in read_table("title_overruns", ("word",))),
        places=frozenset(name for name in (*places.full, *places.short) if len(name) > 1),
    )


def find_people(reading: Reading, reader: PeopleReader) -> list[Holder]:
    """Finds the people of an article, adds their mentions to the reading, and gives every place that names them.

    `市委书记韩砚秋强调…。韩砚秋要求…` names one person twice, the first time with the title 市委书记.
    """
    roster = Roster(reading.layout.readable, reader)
    take_titled(roster)
    take_clauses(roster)
    take_grouped(roster)
    take_appointed(roster)
    if "同志" in roster.text or any(word in roster.text for word in DECIDES):
        take_comrades(roster)
    if "同志" in roster.text or "主持" in roster.text:
        take_addressed(roster)
    if any(sentence.zone is not Zone.BODY for sentence in reading.sentences):
        take_headlined(roster)
    take_before_titles(roster)
    _take_known(roster)
    holders = sorted(roster.holders, key=lambda h: h.span)
    reading.add(
        Mention(h.span, "person", PersonMention(h.name.name, h.name.written, tuple(t.text for t in h.titles)))
        for h in holders
    )
    return holders


def _take_known(roster: Roster) -> None:
    """Every other place where a known name stands; and the one name that everybody knows."""
    names = sorted(roster.known(), key=lambda n: (-len(n), n))
    if LEADER in roster.text and LEADER not in names:
        names.append(LEADER)
    for written in sorted({h.name.written for h in roster.holders if h.name.written != h.name.name}):
        for place in _places_of(roster, written):  # 方　远 again
            name = "".join(written.split())
            roster.put(Holder(Name(place, place + len(written), name, written), (), Span(place, place + len(written))))
    for name in names:
        for place in _places_of(roster, name):
            roster.put(Holder(Name(place, place + len(name), name, name), (), Span(place, place + len(name))))


def _places_of(roster: Roster, name: str) -> Iterator[int]:
    ordinary = name in roster.names.not_names
    place = roster.text.find(name)
    while place >= 0:
        stop = place + len(name)
        free = not roster.taken[place] and not roster.taken[stop - 1]
        doctrine = name == LEADER and IDEOLOGY.match(roster.text, stop)  # 习近平|新时代…思想
        if free and not doctrine and _stands(roster, place, stop, ordinary):
            yield place
        place = roster.text.find(name, stop)


def _stands(roster: Roster, place: int, stop: int, ordinary: bool) -> bool:
    """An ordinary word (和平, 宁可) is the person only where a clause or list opens before it and a verb follows."""
    if not ordinary:
        return True
    left = roster.text[place - 1] if place else "\n"
    return left in LEFT and roster.names.boundary(roster.text, stop) >= 2
