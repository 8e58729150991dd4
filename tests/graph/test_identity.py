"""Which names are enough to know a thing again in another article."""

from __future__ import annotations

import pytest

from zhengmai.graph.identity import document_key, is_placed, meeting_key
from zhengmai.model import Document, Meeting, MeetingKind


@pytest.mark.parametrize(
    "label",
    ["云溪市委书记", "临岚县人大常委会主任", "澄江区区长", "云溪市常务副市长", "中共云溪市委书记", "国务院副总理",
     "中共中央总书记", "岭川省委", "赤岭自治州政府", "全国政协"],
)  # fmt: skip
def test_a_post_or_organ_with_its_place_is_known(label: str) -> None:
    assert is_placed(label, None)


@pytest.mark.parametrize(
    "label",
    ["书记", "总书记", "常务副市长", "市长", "县委书记", "全市干部大会", "各县委书记", "原县委书记", "经济开发区政府",
     "城市管理局局长", "推进“一带一路”建设工作领导小组组长", "岭川能源投资集团董事长"],
)  # fmt: skip
def test_one_without_is_not(label: str) -> None:
    assert not is_placed(label, None)


def test_the_locality_of_the_article_is_a_place_whatever_it_is_called() -> None:
    assert is_placed("代县教育局局长", "代县")
    assert not is_placed("代县教育局局长", "云溪市")


def meeting(name: str, **told: object) -> Meeting:
    told = {"main": False, **told}
    return Meeting(key="m1", names=(name,), evidence=(), **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "locality", "key"),
    [
        ("党的十九届六中全会", "临岚县", ("党的十九届六中全会",)),
        ("党的二十大", None, ("党的二十大",)),
        ("十四届全国人大一次会议", None, ("十四届全国人大一次会议",)),
        ("云溪市委五届九次全会", "瀛山市", ("云溪市委五届九次全会",)),
        ("市委五届九次全会", "云溪市", ("云溪市委五届九次全会",)),
        ("市委五届九次全会", "临岚县", None),  # whose 市?
        ("市委五届九次全会", None, None),
        ("六届区委六次全会", "黄浦区", None),
        ("中央经济工作会议", "云溪市", None),  # there is one a year
        ("市政府第23次常务会议", "云溪市", None),  # each government counts anew
        ("全市干部大会", "云溪市", None),
    ],
)
def test_a_meeting_is_known_by_its_number_and_place(name: str, locality: str | None, key: object) -> None:
    assert meeting_key(meeting(name), locality) == key


@pytest.mark.parametrize(
    ("name", "kind", "start", "key"),
    [
        ("县委常委会会议", MeetingKind.STANDING_COMMITTEE, "2023-01-12", ("临岚县委常委会会议", "2023-01-12")),
        ("常委会会议", MeetingKind.STANDING_COMMITTEE, "2023-01-12", ("临岚县委", "常委会会议", "2023-01-12")),
        ("县委常委会会议", MeetingKind.STANDING_COMMITTEE, "--01-12", None),
        ("县委常委会会议", MeetingKind.STANDING_COMMITTEE, None, None),
        ("调研防汛工作", MeetingKind.INSPECTION, "2023-01-12", None),  # there may be two a day
        ("中共临岚县委十四届五次全会", MeetingKind.PLENARY, "2023-01-12", ("临岚县委十四届五次全会",)),
    ],
)
def test_a_main_meeting_is_known_by_its_body_and_day(name: str, kind: MeetingKind, start: str, key: object) -> None:
    told = meeting(name, main=True, kind=kind, start=start, host="临岚县委")
    assert meeting_key(told, "临岚县") == key


@pytest.mark.parametrize(
    ("title", "number", "locality", "key"),
    [
        ("云溪市城区排水防涝三年行动计划", None, None, None),
        ("云溪市城区排水防涝三年行动计划", None, "云溪市", ("云溪市城区排水防涝三年行动计划",)),
        ("中国共产党党内法规制定条例", None, "云溪市", ("中国共产党党内法规制定条例",)),
        ("关于促进健康发展的意见", "国发〔2023〕5号", None, ("关于促进健康发展的意见",)),
        ("领导干部联系包抓重点项目实施办法", None, "临岚县", ("临岚县", "领导干部联系包抓重点项目实施办法")),
        ("领导干部联系包抓重点项目实施办法", None, None, None),
        ("2023年工作要点", None, "临岚县", ("临岚县", "2023年工作要点")),
        ("政府工作报告", None, "临岚县", None),  # there is one a year
    ],
)
def test_a_document_is_known_by_its_title_and_place(
    title: str, number: str | None, locality: str | None, key: object
) -> None:
    assert document_key(Document(title, (), (), (), number), locality) == key
