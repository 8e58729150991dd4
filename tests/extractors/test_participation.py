"""Who took part in a meeting and how, persons and groups; and who did not."""

from __future__ import annotations

import pytest

from zhengmai.api import extract

MEETING = "10月9日，中共云溪市委召开常委会会议。"


def roles(text: str, before: str = MEETING) -> list[tuple[str, str]]:
    return [(part.who, part.role.value) for part in extract(before + text).participations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委书记韩砚秋主持会议并讲话。", [("韩砚秋", "chair"), ("韩砚秋", "speaker")]),
        ("会议由市委副书记申屠朗同志主持。", [("申屠朗", "chair")]),
        ("市委书记韩砚秋出席会议并讲话。", [("韩砚秋", "attendee"), ("韩砚秋", "speaker")]),
        ("市长陆知行作报告。", [("陆知行", "reporter")]),
        ("副市长宁可汇报了项目建设情况。", [("宁可", "reporter")]),
        ("市委副书记申屠朗传达了省委会议精神。", [("申屠朗", "reporter")]),
        ("会议听取了副市长宁可所作的报告。", [("宁可", "reporter")]),
        ("市长陆知行就文件起草情况作说明。", [("陆知行", "explainer")]),
        ("市委书记韩砚秋强调，要抓落实。", [("韩砚秋", "speaker")]),
        ("副市长宁可在讲话中要求，要抓落实。", [("宁可", "speaker")]),
        ("市政协主席温伯庸列席会议。", [("温伯庸", "observer")]),
        ("市政府秘书长谷雨参加会议。", [("谷雨", "attendee")]),
        ("市长陆知行在主席台前排就座。", [("陆知行", "attendee")]),
        ("市长在副市长宁可、池万里陪同下察看了展板。", [("宁可", "attendee"), ("池万里", "attendee")]),
    ],
)
def test_the_predicate_tells_the_role(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委书记韩砚秋出席，岑启明、栾承志、崔映雪参加。",
         [("韩砚秋", "attendee"), ("岑启明", "attendee"), ("栾承志", "attendee"), ("崔映雪", "attendee")]),
        ("市委书记韩砚秋主持，市领导岑启明、栾承志及市直有关部门负责人参加会议。",
         [("韩砚秋", "chair"), ("岑启明", "attendee"), ("栾承志", "attendee"), ("市直有关部门负责人", "attendee")]),
        ("市委常委岑启明，副市长宁可，市政协副主席滕王阁出席会议。",
         [("岑启明", "attendee"), ("宁可", "attendee"), ("滕王阁", "attendee")]),
        ("市长陆知行主持会议，副市长宁可通报情况，副市长池万里列席。",
         [("陆知行", "chair"), ("宁可", "reporter"), ("池万里", "observer")]),
        ("市长陆知行等市领导出席会议，各县区委书记、市直部门负责人参加会议。",
         [("陆知行", "attendee"), ("各县区委书记", "attendee"), ("市直部门负责人", "attendee")]),
    ],
)  # fmt: skip
def test_all_of_a_list_take_the_role(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委书记韩砚秋指出，要抓落实。他强调，要守住底线。", [("韩砚秋", "speaker")]),
        ("市委书记韩砚秋主持会议，传达省委会议精神，强调要抓落实。", [("韩砚秋", "chair")]),
        ("市委书记韩砚秋主持会议，并强调，要抓落实。", [("韩砚秋", "chair"), ("韩砚秋", "speaker")]),
        ("市长陆知行出席会议，强调要抓落实。", [("陆知行", "attendee"), ("陆知行", "speaker")]),
    ],
)
def test_a_clause_goes_on_with_the_subject_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize("who", ["市委书记韩砚秋", "市委书记韩砚秋同志", "韩砚秋书记"])
def test_who_delegates_takes_no_part(who: str) -> None:
    text = f"受{who}委托，市长陆知行主持会议并讲话。"
    assert roles(text) == [("陆知行", "chair"), ("陆知行", "speaker")]


@pytest.mark.parametrize(
    "text",
    [
        "市长高度重视，书记多次要求。",
        "主持人宣布开会。",
        "会议传达了市委书记韩砚秋讲话精神。",
        "会议传达学习习近平总书记重要讲话精神。",
        "习近平总书记指出，要抓落实。",
        "会前，市委书记韩砚秋会见了客人。",
        "根据市长陆知行安排，会议研究了其他事项。",
        "市委书记韩砚秋的讲话精神要传达到位。",
        "参加人员名单已经公布。",
        "会议要求，列席人员要遵守纪律。",
        "会议强调，要抓落实。",
    ],
)
def test_words_of_roles_without_one_who_takes_it_give_none(text: str) -> None:
    assert roles(text) == []


def test_without_a_main_meeting_nobody_takes_part() -> None:
    assert roles("市委书记韩砚秋强调，要抓落实。", before="") == []


def test_the_place_in_a_list_is_kept() -> None:
    parts = extract(MEETING + "副市长宁可、池万里、欧阳竹青出席会议。市长陆知行讲话。").participations
    assert [(part.who, part.order) for part in parts] == [("宁可", 1), ("池万里", 2), ("欧阳竹青", 3), ("陆知行", None)]


def test_a_role_is_given_once_with_the_words_that_first_say_it() -> None:
    text = MEETING + "市长陆知行强调，要抓落实。陆知行指出，要守住底线。"
    (part,) = extract(text).participations
    assert [text[slice(*evidence.span)] for evidence in part.evidence] == ["市长陆知行", "强调"]


@pytest.mark.parametrize(
    ("verb", "expected"), [("检查防汛工作", [("陆知行", "attendee")]), ("调研", [("陆知行", "attendee")])]
)
def test_who_inspects_takes_part_in_the_inspection(verb: str, expected: list[tuple[str, str]]) -> None:
    assert roles(f"10月9日，市长陆知行到临岚县{verb}。", before="") == expected


def test_roles_go_to_the_meeting_that_the_sentence_names() -> None:
    text = (
        "10月9日，全省防汛工作电视电话会议召开。副省长南宫望出席会议并讲话。"
        "会后，云溪市召开全市防汛工作会议。市长陆知行出席会议并讲话。"
    )
    found = extract(text)
    main = {meeting.key: meeting.names[0] for meeting in found.meetings if meeting.main}
    told = {(part.who, main[part.meeting]) for part in found.participations}
    assert told == {("南宫望", "全省防汛工作电视电话会议"), ("陆知行", "全市防汛工作会议")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("参加会议的有市委常委岑启明。", [("岑启明", "attendee")], id="the list behind 参加会议的有"),
        pytest.param("出席会议的还有市委常委岑启明、栾承志。", [("岑启明", "attendee"), ("栾承志", "attendee")],
                     id="the list behind 出席会议的还有"),
        pytest.param("在主席台前排就座的有韩砚秋、陆知行、温伯庸。",
                     [("韩砚秋", "attendee"), ("陆知行", "attendee"), ("温伯庸", "attendee")],
                     id="untitled names behind 就座的有", marks=pytest.mark.xfail(strict=True)),
        pytest.param("按照市委书记韩砚秋要求，抓好落实。", [], id="按照 the demand of somebody"),
        pytest.param("会议由司徒静主持。", [("司徒静", "chair")], id="an untitled chair is no group"),
    ],
)  # fmt: skip
def test_roles_in_lists_and_of_untitled_people(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract(MEETING + text).participations
    assert [(part.who, part.role.value) for part in found if part.is_person] == expected
    assert not [part.who for part in found if not part.is_person]
