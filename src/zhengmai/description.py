"""What was found in an article, in lines that a person reads.

An extraction comes in, text goes out: under `officials` a line `韩砚秋  云溪市委书记`, under `meetings` a line
`云溪市委五届九次全会（plenary, 2023-01-05, 云溪市委）`, and so on. Empty facets are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from zhengmai.model import Document, Extraction, Meeting, Official, Participation, Target, Task, TenureStatus


def describe(extraction: Extraction) -> str:
    """The facts of one article, a line each, under the names of their facets."""
    article = extraction.article
    lines = [" · ".join(filter(None, (article.id, extraction.title, extraction.published, extraction.locality)))]
    for facet, facts in _facets(extraction).items():
        if facts:
            lines += [f"{facet} ({len(facts)})", *(f"  {fact}" for fact in facts)]
    return "\n".join(lines)


def _facets(extraction: Extraction) -> dict[str, list[str]]:
    return {
        "officials": [_official(official) for official in extraction.officials],
        "meetings": [_meeting(meeting) for meeting in extraction.meetings],
        "participation": [_participation(row) for row in extraction.participations],
        "documents": [_document(document) for document in extraction.documents],
        "studied": [study.label for study in extraction.studies],
        "tasks": [_task(task) for task in extraction.tasks],
        "formulations": [formulation.label for formulation in extraction.formulations],
        "targets": [_target(target) for target in extraction.targets],
        "notes": list(extraction.notes),
    }


def _official(official: Official) -> str:
    posts = (h.post if h.status is TenureStatus.HELD else f"{h.post} [{h.status}]" for h in official.holdings)
    return "  ".join((official.name, *posts))


def _meeting(meeting: Meeting) -> str:
    when = "/".join(filter(None, (meeting.start, meeting.end)))
    details = ", ".join(filter(None, (meeting.kind, when, meeting.host, meeting.place)))
    other = "".join(f" = {name}" for name in meeting.names[1:])
    return meeting.names[0] + other + (f"（{details}）" if details else "") + ("" if meeting.main else " [mentioned]")


def _participation(row: Participation) -> str:
    return f"{row.who}  {row.role}  {row.meeting}"


def _document(document: Document) -> str:
    return f"《{document.title}》" + "".join(f"  {act.act}" for act in document.acts)


def _task(task: Task) -> str:
    def parts() -> Iterator[str]:
        yield f"{task.by}：{task.text}"
        if task.heading:
            yield f"“{task.heading}”"
        if task.assignees:
            yield "→ " + "、".join(task.assignees)
        if task.deadline_text:
            yield f"⏱ {task.deadline_text}" + (f" ({task.deadline})" if task.deadline else "")

    return "  ".join(parts())


def _target(target: Target) -> str:
    return f"{target.indicator}：{target.value_text}"
