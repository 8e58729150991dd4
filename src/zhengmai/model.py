"""The data types: what a report is, and what is found in it.

An `Article` comes in, an `Extraction` comes out. All are frozen; all positions are `Span`s, half-open
ranges of code points of `article.text`, which is never touched: `article.text[span.start:span.stop]`
reads exactly as the evidence says. Dates are ISO 8601 strings and stay as partial as the text leaves
them: `2022-01-17`, `2022-01`, `2022`, `--07-18` (month and day, year unknown).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points of an article's text."""

    start: int
    stop: int


class MeetingKind(StrEnum):
    """What sort of event a report is about."""

    PLENARY = "plenary"
    STANDING_COMMITTEE = "standing-committee"
    EXECUTIVE = "executive"
    CONGRESS = "congress"
    CPPCC = "cppcc"
    WORK_CONFERENCE = "work-conference"
    LEADING_GROUP = "leading-group"
    STUDY = "study"
    SYMPOSIUM = "symposium"
    INSPECTION = "inspection"
    PRESS = "press"
    VISIT = "visit"
    OTHER = "other"


class Role(StrEnum):
    """How somebody took part in a meeting."""

    CHAIR = "chair"
    REPORTER = "reporter"
    EXPLAINER = "explainer"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"
    OBSERVER = "observer"


class Act(StrEnum):
    """What was done with a document."""

    ADOPTED = "adopted"
    REVIEWED = "reviewed"
    STUDIED = "studied"
    ISSUED = "issued"
    EXPLAINED = "explained"
    DELIVERED = "delivered"
    CITED = "cited"


class TenureStatus(StrEnum):
    """How a post is held: `原地委副书记` is former, `提名为县长候选人` a candidate."""

    HELD = "held"
    FORMER = "former"
    ACTING = "acting"
    CANDIDATE = "candidate"
    APPOINTED = "appointed"
    REMOVED = "removed"


class StudyKind(StrEnum):
    """What sort of thing a meeting studies or sets out to carry out."""

    MEETING = "meeting"
    DOCUMENT = "document"
    INSTRUCTION = "instruction"


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read. `text` is what offsets count in."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    site: str | None = None
    url: str | None = None
    origin: str | None = None  # where the reader found it, for messages: a path, `file.jsonl:12`


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the article that say a fact, and the id of the rule that read them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A post as one article gives it to one person."""

    title: str  # as written: 市委书记
    post: str  # written out with its place: 汉中市委书记
    status: TenureStatus
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """A person named as an actor or a holder of an office."""

    name: str  # without inner spaces
    written: str  # as first written: 高　洁
    holdings: tuple[Holding, ...]
    evidence: tuple[Evidence, ...]
    note: str | None = None  # what a list tells beside the name: 女，回族


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that the article is about (`main`) or names."""

    key: str  # m1, m2, … in this article
    names: tuple[str, ...]  # fullest first
    main: bool
    evidence: tuple[Evidence, ...]
    kind: MeetingKind | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    host: str | None = None  # 舞钢市委
    parts: tuple[str, ...] = ()  # names of the parts of a joint meeting


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody's role at a main meeting. `who` is an official's name, or a group in the article's words."""

    who: str
    is_person: bool
    meeting: str  # key
    role: Role
    evidence: tuple[Evidence, ...]
    order: int | None = None  # place in a list of names, from 1


@dataclass(frozen=True, slots=True)
class DocumentAct:
    """One thing done with a document."""

    act: Act
    evidence: tuple[Evidence, ...]
    meeting: str | None = None  # key of the meeting that acts
    body: str | None = None  # or the body that acts: 市委


@dataclass(frozen=True, slots=True)
class Document:
    """A written work acted on or cited."""

    title: str  # the longest, without 《》 and 讨论稿
    alternatives: tuple[str, ...]
    acts: tuple[DocumentAct, ...]
    evidence: tuple[Evidence, ...]
    number: str | None = None  # 文号: 国发〔2023〕5号


@dataclass(frozen=True, slots=True)
class Study:
    """What a main meeting studies, conveys or sets out to carry out."""

    label: str
    kind: StudyKind
    meeting: str  # key of the main meeting
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One demand for action."""

    text: str
    by: str  # an official's name, or 会议
    evidence: tuple[Evidence, ...]
    order: int  # from 1, in the order of the text
    meeting: str | None = None  # key of the meeting where it was set
    heading: str | None = None
    assignees: tuple[str, ...] = ()
    deadline_text: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class Formulation:
    """A set phrase of politics."""

    label: str
    evidence: tuple[Evidence, ...]


class Comparator(StrEnum):
    """How a target's figure is meant."""

    EQUAL = "equal"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    BETWEEN = "between"
    IN_STEP = "in-step"  # 与经济增长同步


@dataclass(frozen=True, slots=True)
class Target:
    """A figure set as a goal."""

    indicator: str
    value_text: str
    evidence: tuple[Evidence, ...]
    comparator: Comparator | None = None
    values: tuple[float, ...] = ()
    unit: str | None = None
    year: str | None = None
    task: int | None = None  # order of the task that sets it


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one article says."""

    article: Article
    locality: str | None = None
    published: str | None = None
    title: str | None = None
    sentences: tuple[Span, ...] = ()
    officials: tuple[Official, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participations: tuple[Participation, ...] = ()
    documents: tuple[Document, ...] = ()
    studies: tuple[Study, ...] = ()
    tasks: tuple[Task, ...] = ()
    formulations: tuple[Formulation, ...] = ()
    targets: tuple[Target, ...] = ()
    notes: tuple[str, ...] = field(default=())  # what a reader should know: an unknown year
