"""At which of several main meetings a task was set.

Comes in: the tasks, meetings and roles of an article. Goes out: the tasks with their meetings. Whoever spoke at one
of them only set his tasks there; else it is the meeting last told of: `全省会议后，我市召开续会。会议要求，…`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zhengmai.extractors.acts import main_at, main_starts
from zhengmai.model import Meeting, Participation, Role, Task

VOICES = frozenset({Role.SPEAKER, Role.REPORTER, Role.EXPLAINER, Role.CHAIR})


def place_tasks(tasks: Sequence[Task], meetings: Sequence[Meeting], roles: Sequence[Participation]) -> tuple[Task, ...]:
    """The tasks, each with the key of the main meeting where it was set; None where the article has none."""
    mains = main_starts(meetings)
    spoke: dict[str, dict[Role, set[str]]] = {}
    for part in roles:
        if part.role in VOICES:
            spoke.setdefault(part.who, {}).setdefault(part.role, set()).add(part.meeting)
    return tuple(replace(task, meeting=_meeting(task, mains, spoke.get(task.by, {}))) for task in tasks)


def _meeting(task: Task, mains: list[tuple[int, str]], spoke: dict[Role, set[str]]) -> str | None:
    """`spoke`: the meetings at which its speaker has each role."""
    for keys in (spoke.get(Role.SPEAKER, set()), set().union(*spoke.values())):
        if len(keys) == 1:
            return next(iter(keys))
    return main_at(mains, task.evidence[-1].span.start)
