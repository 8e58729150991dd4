"""Who is named in a report, and which words are nobody's name."""

from __future__ import annotations

import pytest

from zhengmai.api import extract

MEETING = "10月9日，中共云溪市委召开常委会会议。"


def people(text: str) -> list[str]:
    return [official.name for official in extract(text).officials]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委书记韩砚秋主持会议。", ["韩砚秋"]),
        ("市委常委岑启明、栾承志、崔映雪（女，回族）出席会议。", ["岑启明", "栾承志", "崔映雪"]),
        ("副市长郎一鸣、宁可、雷震川、欧阳竹青，市政府秘书长谷雨出席会议。",
         ["郎一鸣", "宁可", "雷震川", "欧阳竹青", "谷雨"]),
        ("副主任叶知秋、傅山、和平，县政协主席牧野列席会议。", ["叶知秋", "傅山", "和平", "牧野"]),
        ("县委副书记耿介、县长欧阳竹青出席会议。", ["耿介", "欧阳竹青"]),
        ("副县长高　洁、尹 泉出席会议。", ["高洁", "尹泉"]),
        ("市政协副主席阿依努尔·热合曼（女，维吾尔族）出席会议。", ["阿依努尔·热合曼"]),
        ("会议由市委副书记申屠朗同志主持。", ["申屠朗"]),
        ("县长古丽扎尔·买买提讲话。州委书记格桑、旗委书记巴特尔出席。", ["古丽扎尔·买买提", "格桑", "巴特尔"]),
        ("副主任（主持工作）应天长汇报情况。", ["应天长"]),
    ],
)  # fmt: skip
def test_a_title_introduces_the_names_that_share_it(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MEETING}会后，韩砚秋书记强调，要抓落实。", ["韩砚秋"]),
        (f"{MEETING}林远、傅山（女）、叶知秋参加会议。", ["林远", "傅山", "叶知秋"]),
        (f"{MEETING}郭守信、丁兆丰等老同志出席会议。", ["郭守信", "丁兆丰"]),
        (f"{MEETING}韩砚秋、陆知行、温伯庸在主席台前排就座。", ["韩砚秋", "陆知行", "温伯庸"]),
        ("陆知行主持召开市政府常务会议\n2月8日，市长陆知行主持会议。", ["陆知行"]),
        ("云溪市委全会召开\n陆知行邬世钧温伯庸参加\n\n1月5日，市长陆知行、市政协主席温伯庸参加全会。",
         ["陆知行", "邬世钧", "温伯庸"]),
        ("任命高洁为副市长，免去齐鲁的主任职务。", ["高洁", "齐鲁"]),
        ("会议决定授予铁木兰等60名同志“劳动模范”称号。", ["铁木兰"]),
        ("会议传达学习习近平总书记重要讲话精神。", ["习近平"]),
    ],
)  # fmt: skip
def test_names_without_a_title_before_them_are_found(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "书记高度重视，市长要求抓好落实。",
        "县委书记、县长先后发言。",
        "委员会主任由县长担任，主席台前排就座的有代表。",
        "市长热线、市长质量奖工作有序推进。",
        "各级党委书记和人大代表要带头。",
        "会议要求，县委书记应邀请专家讲课。",
        "河长制、林长制、局长办公会都要坚持。",
        "本报讯（记者 尚文 通讯员 闻笛）会议召开。",
        "责任编辑：柳絮",
        "学习《县委书记林远的好榜样》。",
        "全面贯彻习近平新时代中国特色社会主义思想。",
        "咸阳市长武县、汉中市西乡县代表发言。",
        "市委书记一行来到工业园区。",
        "高洁的品格令人敬佩。",
    ],
)
def test_other_words_are_nobody(text: str) -> None:
    assert people(text) == []


def test_what_a_list_tells_beside_the_name_is_kept() -> None:
    found = extract("副主任尤勇（满族）、展翼（女）、阿依努尔·热合曼（女，维吾尔族）、宋词出席会议。").officials
    assert [(o.name, o.note) for o in found] == [
        ("尤勇", "满族"),
        ("展翼", "女"),
        ("阿依努尔·热合曼", "女，维吾尔族"),
        ("宋词", None),
    ]


def test_a_padded_name_is_one_with_the_plain_one() -> None:
    (official,) = extract("副县长高　洁主持会议。高洁强调，要抓落实。").officials
    assert (official.name, official.written) == ("高洁", "高　洁")


def test_every_place_that_names_a_person_is_evidence() -> None:
    text = "市长陆知行主持会议。\n陆知行要求，要抓落实。陆知行一行还走访了企业。"
    (official,) = extract(text).officials
    assert [evidence.span.start for evidence in official.evidence] == [2, 11, 22]
    assert {text[slice(*evidence.span)] for evidence in official.evidence} == {"陆知行"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("市委书记韩 砚 秋讲话。", ["韩砚秋"], id="each character apart"),
        pytest.param(f"{MEETING}会议由司徒静同志主持。", ["司徒静"], id="a comrade without a title"),
        pytest.param("韩砚秋书记强调，要抓落实。", ["韩砚秋"], id="title after the name at the beginning of the text"),
        pytest.param("郎一鸣同志因工作调动辞去副市长职务。", ["郎一鸣"], id="a comrade who resigns"),
        pytest.param("选举林远为县长，傅山（女）为县监委主任。", ["林远", "傅山"], id="the second that is elected"),
        pytest.param("会主席会", [], id="a name beyond the end of the text"),
        pytest.param("及郭　、丁兆丰等同志出席。", ["丁兆丰"], id="a blank within a name"),
    ],
)
def test_people_in_rare_positions(text: str, expected: list[str]) -> None:
    assert people(text) == expected
