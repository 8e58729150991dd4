"""Tasks belong to the meeting at which they were set."""

from __future__ import annotations

import pytest

from zhengmai import extract

TWO = (
    "6月12日，全省防汛工作电视电话会议召开。副省长南宫望强调，要加强值守。会议要求，各地要备足物资。\n"
    "会后，云溪市召开全市防汛工作会议。市长陆知行要求，要加密巡查。会议指出，要转移群众。\n"
)


@pytest.mark.parametrize(
    ("task", "meeting"),
    [
        ("加强值守", "全省防汛工作电视电话会议"),  # its speaker spoke there
        ("备足物资", "全省防汛工作电视电话会议"),  # demanded by the meeting told of last
        ("加密巡查", "全市防汛工作会议"),
        ("转移群众", "全市防汛工作会议"),
    ],
)
def test_a_task_was_set_where_its_speaker_spoke_or_at_the_meeting_told_of_last(task: str, meeting: str) -> None:
    found = extract(TWO)
    names = {each.key: each.names[0] for each in found.meetings}
    assert [names[each.meeting or ""] for each in found.tasks if task in each.text] == [meeting]


def test_without_a_meeting_a_task_has_none() -> None:
    assert [task.meeting for task in extract("市长陆知行强调，要加密巡查。").tasks] == [None]
