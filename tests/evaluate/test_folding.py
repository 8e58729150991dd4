"""What counts as the same words."""

from __future__ import annotations

import pytest

from zhengmai.evaluate import folding


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“六稳”", "六稳"),
        ("２０２３年", "2023年"),
        ("《云溪市 城市更新条例》", "云溪市城市更新条例"),
        ("市委书记、市长", "市委书记，市长"),
    ],
)
def test_fold_keeps_only_what_carries_meaning(one: str, other: str) -> None:
    assert folding.fold(one) == folding.fold(other)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("中共云溪市委书记", "云溪市委书记"),
        ("中国共产党云溪市委员会书记", "云溪市委书记"),
        ("中共中央总书记", "中共中央总书记"),
    ],
)
def test_fold_post(written: str, folded: str) -> None:
    assert folding.fold_post(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("云溪市人民政府", "云溪市政府"),
        ("中共临岚县委常委会", "临岚县委"),
        ("云溪市人民代表大会常务委员会", "云溪市人大常委会"),
    ],
)
def test_fold_host(written: str, folded: str) -> None:
    assert folding.fold_host(written) == folded


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("十九届六中全会", "党的十九届六中全会", True),
        ("全会", "党的十九届六中全会", False),
        ("经济工作会议", "市委五届九次全会暨市委经济工作会议", False),
    ],
)
def test_same_name_wants_half_of_the_longer(one: str, other: str, same: bool) -> None:
    assert folding.same_name(one, other) is same


@pytest.mark.parametrize(
    ("have", "text", "same"),
    [
        ("2023-01-05", "1月5日召开", True),
        ("--01-05", "1月5日召开", True),
        ("--01-05", "2023年1月5日召开", False),
        ("2022-01-05", "1月5日召开", False),
    ],
)
def test_same_day_forgives_a_year_that_the_text_does_not_tell(have: str, text: str, same: bool) -> None:
    assert folding.same_day("2023-01-05", have, text) is same


def test_pairing_is_one_to_one_and_takes_the_most_similar_first() -> None:
    gold = ["抓好防汛工作", "抓好防汛救灾工作"]
    assert folding.pair_passages(gold, ["抓好防汛救灾工作", "抓好防汛工作", "办好民生实事"]) == {0: 1, 1: 0}
