"""Which place a bare 市, 县 or 省 means, once for the whole report, and where it stays unknown."""

from __future__ import annotations

import pytest

from zhengmai.api import extract


def posts(text: str) -> list[str]:
    return [held.post for official in extract(text).officials for held in official.holdings]


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        ("临岚县委书记方致远主持会议。县委副书记耿介出席。", "临岚县"),
        ("10月9日，临岚县召开全县干部大会。县委书记方致远讲话，县长苏慕之主持。", "临岚县"),
        ("汉中市委书记林远主持召开市委常委会会议，市长傅山出席。", "汉中市"),
        ("汉中市市长林远主持会议，市委常委傅山出席。", "汉中市"),
        ("云溪日报讯 市委书记韩砚秋主持会议，市长陆知行参加。", "云溪市"),
        ("云溪市人大常委会副主任林远到临岚县调研。市人大代表、市直部门负责人参加。", "云溪市"),
        ("政协云溪市第五届委员会召开第八次常委会会议。市政协主席温伯庸主持，市政协副主席蒲松涛出席。", "云溪市"),
        ("中共中央总书记习近平主持中央政治局会议。", "全国"),
        ("李明主持召开国务院常务会议，听取汇报。", "全国"),
    ],
)
def test_the_text_tells_the_place(text: str, locality: str) -> None:
    assert extract(text).locality == locality


@pytest.mark.parametrize(
    "text",
    [
        "县委书记方致远主持会议。县长苏慕之出席。",
        "市委书记韩砚秋主持会议。我市抓好落实，全市上下要行动。",
        "省委书记林远到汉中市调研，省长傅山陪同。",
        "代县长林远主持县政府常务会议，副县长傅山参加。",
        "副市长林远主持，市县两级、省市县三级代表参加。",
        "城市建设要有序，县域经济要发展。",
        "",
    ],
)
def test_where_the_text_does_not_tell_the_place_stays_unknown(text: str) -> None:
    assert extract(text).locality is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("临岚县委书记方致远主持会议。县委副书记、县长苏慕之出席。", ["临岚县委书记", "临岚县委副书记", "临岚县县长"]),
        ("临岚县委书记方致远主持会议。代县长苏慕之出席。", ["临岚县委书记", "临岚县代县长"]),
        ("县委书记方致远主持会议。代县长苏慕之出席。", ["县委书记", "代县长"]),
        ("临岚县委书记方致远主持会议。县人大常委会主任林远、省政协委员傅山出席。",
         ["临岚县委书记", "临岚县人大常委会主任", "省政协委员"]),
    ],
)  # fmt: skip
def test_bare_titles_are_written_out_with_the_place(text: str, expected: list[str]) -> None:
    assert posts(text) == expected


@pytest.mark.parametrize("county", ["临岚县", "石梁县", "古岚县"])
def test_a_county_is_not_the_shorter_one_whose_name_it_ends_in(county: str) -> None:
    assert extract(f"{county}委书记方致远主持会议。县委副书记耿介出席。").locality == county


@pytest.mark.parametrize(
    ("text", "locality"),
    [
        pytest.param("临岚县县长苏慕之主持会议，县委副书记耿介出席。", "临岚县", id="an unlisted county before 县长"),
        pytest.param("云溪市市长陆知行主持会议。市委常委岑启明出席。", "云溪市", id="an unlisted city before 市长"),
        pytest.param(
            "岚县县委书记方致远主持会议。县长苏慕之出席。", "岚县", id="a county of one character before 县委"
        ),
        pytest.param("会上，陆知行市长讲话。市长陆知行强调，市委要求抓落实。", None, id="a person's name before 市长"),
    ],
)
def test_places_that_no_list_has(text: str, locality: str | None) -> None:
    assert extract(text).locality == locality


def test_a_verb_before_an_organ_is_no_place() -> None:
    assert extract("县委书记方致远主持会议。各党组要紧扣县委中心工作，认真履职尽责。").locality is None
