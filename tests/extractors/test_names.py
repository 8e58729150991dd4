"""Where a name ends, and what is no name at all."""

from __future__ import annotations

import pytest

from zhengmai.pipeline import load_resources

NAMES = load_resources().people.names


def name_after(lead: str, text: str, strong: bool = True) -> str | None:
    found = NAMES.read(lead + text, len(lead), strong=strong)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("韩砚秋主持会议", "韩砚秋"),
        ("宋词出席会议", "宋词"),
        ("欧阳竹青主持会议", "欧阳竹青"),
        ("申屠朗、宁可出席会议", "申屠朗"),
        ("司徒静讲话", "司徒静"),
        ("令狐雪强调", "令狐雪"),
        ("林远和傅山参加", "林远"),
        ("林和平和傅山参加", "林和平"),
        ("明镜列席会议", "明镜"),
        ("严正，", "严正"),
        ("卓玛才让主持会议", "卓玛才让"),
        ("巴特尔讲话", "巴特尔"),
        ("阿依努尔·热合曼出席会议", "阿依努尔·热合曼"),
        ("古丽扎尔•买买提主持", "古丽扎尔•买买提"),
        ("高　洁出席会议", "高洁"),
        ("尹 泉、蓝 天出席", "尹泉"),
    ],
)
def test_a_name_ends_where_the_next_word_begins(text: str, expected: str) -> None:
    assert name_after("副市长", text) == expected


def test_the_name_as_written_keeps_its_spaces() -> None:
    found = NAMES.read("县长高　洁讲话", 2, strong=True)
    assert found is not None
    assert (found.name, found.written, found.start, found.stop) == ("高洁", "高　洁", 2, 5)


@pytest.mark.parametrize(
    "text",
    [
        "高度重视",
        "要求抓好落实",
        "强调，",
        "和县长",
        "由市委",
        "应邀列席",
        "一行来到",
        "会议",
        "，林远",
        "ABC",
        "3人",
        "",
        "林",
    ],
)
def test_other_words_behind_a_title_are_no_names(text: str) -> None:
    assert name_after("书记", text) is None


@pytest.mark.parametrize("text", ["高度重视", "时任", "安排部署", "双方签约", "全会还提出", "常务会议"])
def test_at_the_head_of_a_clause_ordinary_words_are_no_names(text: str) -> None:
    assert name_after("。", text, strong=False) is None


def test_the_rest_of_the_article_is_a_witness() -> None:
    alone = "副市长林远深耕基层。"
    told = "副市长林远深出席会议。副市长林远深耕基层。"
    assert name_after("", alone[3:]) == "林远"
    assert NAMES.read(told, told.rindex("林"), strong=True).name == "林远深"  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "strength"), [("，", 3), ("。", 3), ("", 3), ("出席", 2), ("和", 1), ("砚", 0)])
def test_how_surely_a_name_can_end(text: str, strength: int) -> None:
    assert NAMES.boundary(f"林远{text}", 2) == strength


def test_a_dotted_name_may_end_the_text() -> None:
    assert name_after("副市长", "蒲·热") == "蒲·热"


def test_a_name_of_three_may_be_padded_throughout() -> None:
    assert name_after("市委书记", "韩 砚 秋讲话") == "韩砚秋"
