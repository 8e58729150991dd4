"""The whole way from an article to what it says, on one screen.

    article -> layout -> people -> documents -> locality -> meetings -> who took part, what was done, demanded, set

`extract(article, resources)` is pure: the resources (lexicons and rules, compiled) are loaded once by `load_resources`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zhengmai.extractors.acts import ActRules, find_acts, load_act_rules
from zhengmai.extractors.documents import DocumentRules, find_documents, load_document_rules
from zhengmai.extractors.formulations import FormulationRules, find_formulations, load_formulation_rules
from zhengmai.extractors.gazetteer import Places, load_places
from zhengmai.extractors.meetings import MeetingRules, find_meetings, load_meeting_rules
from zhengmai.extractors.occasions import place_tasks
from zhengmai.extractors.officials import OfficialRules, build_officials, load_official_rules
from zhengmai.extractors.participation import ParticipationRules, find_participations, load_participation_rules
from zhengmai.extractors.people import find_people, load_people_reader
from zhengmai.extractors.places import resolve_locality
from zhengmai.extractors.roster import PeopleReader
from zhengmai.extractors.studied import StudiedRules, find_studied, load_studied_rules
from zhengmai.extractors.targets import TargetRules, find_targets, load_target_rules
from zhengmai.extractors.task_rules import TaskRules, load_task_rules
from zhengmai.extractors.tasks import find_tasks
from zhengmai.extractors.words import Segmenter
from zhengmai.layout import Furniture, lay_out, load_furniture
from zhengmai.model import Article, Extraction
from zhengmai.reading import Reading

# Lone surrogates cannot be written, the marks of tagged sentences must not come from outside, and full-width figures
# read as half-width ones: one for one, so that offsets hold.
UNEVEN = re.compile("[\ud800-\udfff\ue001-\ue00f０-９]")
EVENED = dict.fromkeys([*range(0xD800, 0xE000), *range(0xE001, 0xE010)], "\ufffd") | {
    ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９", "0123456789", strict=True)
}


@dataclass(frozen=True, slots=True)
class Resources:
    """Lexicons and rules, loaded, checked and compiled."""

    furniture: Furniture
    words: Segmenter
    people: PeopleReader
    places: Places
    officials: OfficialRules
    meetings: MeetingRules
    participation: ParticipationRules
    documents: DocumentRules
    acts: ActRules
    studied: StudiedRules
    tasks: TaskRules
    formulations: FormulationRules
    targets: TargetRules


def load_resources() -> Resources:
    """Loads everything that extraction needs. Raises LexiconError or RuleError."""
    words = Segmenter()
    places = load_places()
    return Resources(
        furniture=load_furniture(),
        words=words,
        people=load_people_reader(words, places),
        places=places,
        officials=load_official_rules(),
        meetings=load_meeting_rules(),
        participation=load_participation_rules(),
        documents=load_document_rules(),
        acts=load_act_rules(),
        studied=load_studied_rules(),
        tasks=load_task_rules(),
        formulations=load_formulation_rules(),
        targets=load_target_rules(),
    )


def extract(article: Article, resources: Resources) -> Extraction:
    """Everything that one article says, each fact with its evidence."""
    return read_closely(article, resources)[1]


def read_closely(article: Article, resources: Resources) -> tuple[Reading, Extraction]:
    """As `extract`, with the reading that led there: what `explain` shows."""
    if UNEVEN.search(article.text):
        article = replace(article, text=article.text.translate(EVENED))
    layout = lay_out(article.text, resources.furniture)
    reading = Reading(article, layout)
    holders = find_people(reading, resources.people)
    reading.add(find_documents(reading, resources.documents))
    locality = resolve_locality(reading, resources.places, resources.words.is_word)
    meetings = find_meetings(reading, resources.meetings, locality)
    officials = build_officials(reading, holders, locality, resources.officials, resources.people.titles)
    roles = find_participations(reading, meetings, resources.participation)
    tasks = place_tasks(find_tasks(reading, resources.tasks), meetings, roles)
    return reading, Extraction(
        article=article,
        locality=locality.name,
        published=layout.published or article.published,
        title=reading.text[slice(*layout.headline)] if layout.headline else article.title,
        sentences=tuple(sentence.span for sentence in reading.sentences),
        officials=tuple(officials),
        meetings=tuple(meetings),
        participations=tuple(roles),
        documents=find_acts(reading, resources.acts, meetings),
        studies=find_studied(reading, resources.studied, meetings),
        tasks=tasks,
        formulations=tuple(find_formulations(reading, resources.formulations)),
        targets=tuple(find_targets(reading, resources.targets, tasks)),
    )
