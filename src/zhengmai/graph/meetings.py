"""Meetings, documents and what a meeting carries out.

An extraction's meetings, documents and studies come in, lines go out: `市委常委会会议传达学习中央经济工作会议精神，审议
《实施办法》` gives two meetings, a document, its act `reviewed`, and that the first meeting implements the second.
"""

from __future__ import annotations

from dataclasses import replace

from zhengmai.graph.lines import Lines
from zhengmai.graph.literals import dated, plain, text
from zhengmai.graph.vocab import ACT_TYPE, MEETING_KIND, A, P
from zhengmai.model import Document, DocumentAct, Extraction, Meeting, Study, StudyKind


def add_meetings(lines: Lines, extraction: Extraction) -> dict[str, bytes]:
    """Gives {key: IRI}."""
    meetings: dict[str, bytes] = {}
    for meeting in extraction.meetings:
        iri = lines.iris.meeting(meeting)
        if iri in meetings.values():  # 两个座谈会 of one name: told apart by their keys
            iri = lines.iris.local("meeting", meeting.key)
        meetings[meeting.key] = iri
        names = [P.altLabel + text(name) for name in meeting.names[1:]]
        lines.add(iri, A.Meeting, P.label + text(meeting.names[0]), *names)
        lines.evidence(iri, meeting.evidence)
        _add_circumstances(lines, iri, meeting)
        if meeting.main:
            lines.add(lines.iris.article, P.reportsOn + iri)
    for meeting in extraction.meetings:
        if meeting.main:
            _add_parts(lines, meeting, meetings)
    return meetings


def _add_circumstances(lines: Lines, iri: bytes, meeting: Meeting) -> None:
    if meeting.kind:
        lines.add(iri, MEETING_KIND[meeting.kind])
    if meeting.start:
        lines.add(iri, P.startDate + dated(meeting.start))
    if meeting.end:
        lines.add(iri, P.endDate + dated(meeting.end))
    if meeting.place:
        lines.add(iri, P.location + text(meeting.place))
    if meeting.host:
        lines.add(iri, P.convenedBy + organ(lines, meeting.host))


def _add_parts(lines: Lines, whole: Meeting, meetings: dict[str, bytes]) -> None:
    """The parts of a joint meeting share its words: 五届九次全会暨市委经济工作会议 speaks of both."""
    for nth, name in enumerate(whole.parts, 1):
        iri = lines.iris.meeting(replace(whole, key=f"{whole.key}-{nth}", names=(name,)))
        if iri not in meetings.values():  # a part may be named as a meeting besides
            lines.add(iri, A.Meeting, P.label + text(name))
            lines.evidence(iri, whole.evidence)
        if iri != meetings[whole.key]:
            lines.add(iri, P.superEvent + meetings[whole.key])


def organ(lines: Lines, label: str) -> bytes:
    """A body, known by its name where that tells its place. Gives the IRI."""
    return lines.label(lines.iris.placed("organ", label), A.Organ, label)


def add_documents(lines: Lines, extraction: Extraction, meetings: dict[str, bytes]) -> dict[str, bytes]:
    """Gives {title, full or other: IRI}."""
    documents: dict[str, bytes] = {}
    nth = 0
    for document in extraction.documents:
        iri = lines.iris.document(document)
        _add_titles(lines, iri, document)
        lines.evidence(iri, document.evidence)
        for act in document.acts:
            nth += 1
            _add_act(lines, lines.iris.nth(b"act", nth), iri, act, meetings)
        for title in (document.title, *document.alternatives):
            documents.setdefault(title, iri)
    return documents


def _add_titles(lines: Lines, iri: bytes, document: Document) -> None:
    others = [P.alternative + text(title) for title in document.alternatives]
    lines.add(iri, A.Document, P.title + text(document.title), *others)
    if document.number:
        lines.add(iri, P.documentNumber + plain(document.number))


def _add_act(lines: Lines, iri: bytes, document: bytes, act: DocumentAct, meetings: dict[str, bytes]) -> None:
    lines.add(iri, A.DocumentAct, P.actOn + document, ACT_TYPE[act.act])
    lines.evidence(iri, act.evidence)
    if act.meeting:
        lines.add(iri, P.actAt + meetings[act.meeting])
    if act.body:
        lines.add(iri, P.actBy + organ(lines, act.body))


def add_studies(
    lines: Lines, extraction: Extraction, meetings: dict[str, bytes], documents: dict[str, bytes]
) -> None:
    """What the main meetings study, convey or set out to carry out."""
    named: dict[str, bytes] = {}
    for meeting in extraction.meetings:
        for name in meeting.names:
            named.setdefault(name, meetings[meeting.key])
    known = {StudyKind.MEETING: named, StudyKind.DOCUMENT: documents}
    for nth, study in enumerate(extraction.studies, 1):
        iri = known.get(study.kind, {}).get(study.label) or _add_instruction(lines, study, nth)
        lines.add(meetings[study.meeting], P.implements + iri)
        lines.evidence(iri, study.evidence)


def _add_instruction(lines: Lines, study: Study, nth: int) -> bytes:
    """A speech, or whatever else is conveyed and is neither a meeting nor a document of this article."""
    return lines.label(lines.iris.nth(b"instruction", nth), A.Instruction, study.label)
