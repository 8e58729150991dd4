"""Titles as they are written, posts as they are meant."""

from __future__ import annotations

import pytest

from zhengmai.api import extract


def posts(text: str) -> dict[str, list[str]]:
    return {official.name: [held.post for held in official.holdings] for official in extract(text).officials}


def titles(text: str) -> dict[str, list[str]]:
    return {official.name: [held.title for held in official.holdings] for official in extract(text).officials}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委副书记、市长陆知行主持会议。", ["市委副书记", "市长"]),
        ("市委常委、常务副市长、市政府党组副书记、市安委会副主任岑启明出席。",
         ["市委常委", "常务副市长", "市政府党组副书记", "市安委会副主任"]),
        ("市委常委、秘书长，市直机关工委书记舒望出席。", ["市委常委", "秘书长", "市直机关工委书记"]),
        ("推进“一带一路”建设工作领导小组组长林远讲话。", ["推进“一带一路”建设工作领导小组组长"]),
        ("会议由市委副书记申屠朗主持。", ["市委副书记"]),
        ("受市长陆知行委托主持。", ["市长"]),
        ("1月12日县长苏慕之主持会议。", ["县长"]),
        ("县委书记、县人武部党委第一书记方致远讲话。", ["县委书记", "县人武部党委第一书记"]),
        ("市环境与资源保护委员会主任委员林远发言。", ["市环境与资源保护委员会主任委员"]),
        ("云溪水泥集团董事长、党委书记铁木尔发言。", ["云溪水泥集团董事长", "党委书记"]),
    ],
)  # fmt: skip
def test_titles_are_taken_item_by_item_and_cut_where_they_begin(text: str, expected: list[str]) -> None:
    (found,) = titles(text).values()
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪市委常委、组织部部长崔映雪出席。", ["云溪市委常委", "云溪市委组织部部长"]),
        ("临岚县委副书记、政法委书记耿介讲话。", ["临岚县委副书记", "临岚县委政法委书记"]),
        ("临岚县委委员、常委、副书记耿介讲话。", ["临岚县委委员", "临岚县委常委", "临岚县委副书记"]),
        ("云溪市委常委、秘书长舒望出席。", ["云溪市委常委", "云溪市委秘书长"]),
        ("云溪市发展改革委党组书记、主任林远汇报。", ["云溪市发展改革委党组书记", "云溪市发展改革委主任"]),
        ("云溪市政府党组成员、副市长宁可出席。", ["云溪市政府党组成员", "云溪市副市长"]),
        ("云溪市人民政府市长陆知行讲话。", ["云溪市市长"]),
        ("中共临岚县委书记方致远讲话。", ["临岚县委书记"]),
        ("中国共产党临岚县委员会书记方致远讲话。", ["临岚县委书记"]),
        ("云溪市政协主席兼党组书记温伯庸讲话。", ["云溪市政协主席", "云溪市政协党组书记"]),
        ("云溪水泥集团董事长、党委书记铁木尔发言。", ["云溪水泥集团董事长", "云溪水泥集团党委书记"]),
        ("岭川大学校长公孙衍作辅导。", ["岭川大学校长"]),
    ],
)  # fmt: skip
def test_a_bare_title_takes_the_body_of_the_one_before(text: str, expected: list[str]) -> None:
    (found,) = posts(text).values()
    assert found == expected


def test_a_bare_title_takes_the_body_named_earlier_in_the_sentence() -> None:
    text = "临岚县人大常委会主任林远，副主任叶知秋、傅山，临岚县政协主席牧野，副主席安之若出席。"
    assert posts(text) == {
        "林远": ["临岚县人大常委会主任"],
        "叶知秋": ["临岚县人大常委会副主任"],
        "傅山": ["临岚县人大常委会副主任"],
        "牧野": ["临岚县政协主席"],
        "安之若": ["临岚县政协副主席"],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岭川省委常委、云溪市委书记韩砚秋讲话。", ["岭川省委常委", "云溪市委书记"]),
        ("岭川省人大常委会副主任、云溪市委书记韩砚秋讲话。", ["岭川省人大常委会副主任", "云溪市委书记"]),
        ("云溪市委常委、临岚县委书记方致远讲话。", ["云溪市委常委", "临岚县委书记"]),
        ("云溪市副市长、石梁县委书记傅山讲话。", ["云溪市副市长", "石梁县委书记"]),
    ],
)
def test_posts_at_two_levels_keep_their_places(text: str, expected: list[str]) -> None:
    (found,) = posts(text).values()
    assert found == expected


def test_the_same_post_is_given_once_under_its_fullest_name() -> None:
    text = "临岚县委书记方致远主持会议。县委书记方致远讲话。"
    assert posts(text) == {"方致远": ["临岚县委书记"]}


def test_a_call_beside_a_name_is_no_post() -> None:
    text = "10月9日，市委全会召开。市领导岑启明、栾承志出席会议，群众代表傅山山发言，公孙衍教授作辅导。"
    assert posts(text) | {"公孙衍": []} == {"岑启明": [], "栾承志": [], "傅山山": [], "公孙衍": []}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县委副书记耿介和县长苏慕之出席。", ["县委副书记", "县长"]),
        ("县委书记方致远和县政协主席牧野出席。", ["县委书记", "县政协主席"]),
        ("县委书记方致远、县长苏慕之和县委副书记耿介出席。", ["县委书记", "县长", "县委副书记"]),
        ("市委书记韩砚秋以及市长陆知行出席。", ["市委书记", "市长"]),
    ],
)
def test_joining_words_stay_out_of_a_title(text: str, expected: list[str]) -> None:
    assert [title for each in titles(text).values() for title in each] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("县委副书记耿介及县长苏慕之出席。", ["县委副书记", "县长"], id="及 before 县"),
        pytest.param("按照市委书记韩砚秋要求抓落实。", ["市委书记"], id="按照 before a title"),
    ],
)
def test_words_before_a_title_stay_out_of_it(text: str, expected: list[str]) -> None:
    assert [title for each in titles(text).values() for title in each] == expected


def test_a_persons_name_before_a_title_is_no_place() -> None:
    assert posts("会上，市长陆知行主持。陆知行市长讲话。") == {"陆知行": ["市长"]}
