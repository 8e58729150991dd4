"""Groups and bodies in the article's own words: where one ends and the next begins."""

from __future__ import annotations

import pytest

from zhengmai.api import extract

MEETING = "10月9日，中共云溪市委召开常委会会议。"


def groups(text: str) -> list[tuple[str, str]]:
    return [(part.who, part.role.value) for part in extract(MEETING + text).participations if not part.is_person]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市直各部门主要负责同志列席会议。", ["市直各部门主要负责同志"]),
        ("市委委员、候补委员出席会议。", ["市委委员", "候补委员"]),
        ("县直各部门、各乡镇党政主要负责同志列席会议。", ["县直各部门、各乡镇党政主要负责同志"]),
        ("市直各部门主要负责同志，基层党代表应邀列席会议。", ["市直各部门主要负责同志", "基层党代表"]),
        ("各县（市、区）委书记、市直部门负责人参加会议。", ["各县（市、区）委书记", "市直部门负责人"]),
        ("市人大代表、政协委员和群众代表参加会议。", ["市人大代表", "政协委员和群众代表"]),
        ("市直部门负责人等120余人参加会议。", ["市直部门负责人"]),
        ("离退休老同志共30人参加会议。", ["离退休老同志"]),
    ],
)
def test_groups_are_split_where_both_sides_stand_alone(text: str, expected: list[str]) -> None:
    assert [who for who, _ in groups(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全会由市委常委会主持。", [("市委常委会", "chair")]),
        ("会议听取了市住建局关于内涝治理情况的汇报。", [("市住建局", "reporter")]),
        ("雪柏县、塔林县作交流发言。", [("雪柏县", "speaker"), ("塔林县", "speaker")]),
        ("各县（区）设分会场。", [("各县（区）", "attendee")]),
        ("视频连线各县（区）。", [("各县（区）", "attendee")]),
        ("3名基层代表作了发言。", [("3名基层代表", "speaker")]),
    ],
)
def test_bodies_and_groups_take_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert groups(text) == expected


def test_groups_stand_beside_persons() -> None:
    text = "市委书记韩砚秋，市长陆知行，市直部门负责人出席会议。"
    found = extract(MEETING + text).participations
    assert [(part.who, part.is_person) for part in found] == [
        ("韩砚秋", True),
        ("陆知行", True),
        ("市直部门负责人", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，要抓落实。",
        "大家一致表示，要抓落实。",
        "与会人员参加了讨论。",
        "会议听取了全市教育工作情况汇报。",
        "我们要参加培训。",
        "会议指出，全市各级党员干部要带头发言。",
        "这次活动由志愿者自发组织，主持得体。",
    ],
)
def test_the_meeting_itself_and_everybody_are_no_groups(text: str) -> None:
    assert groups(text) == []


def test_the_evidence_reads_the_group() -> None:
    text = MEETING + "市直部门负责人等120余人参加会议。"
    (part,) = extract(text).participations
    assert [text[slice(*evidence.span)] for evidence in part.evidence] == ["市直部门负责人", "参加"]
