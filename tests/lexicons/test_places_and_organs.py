"""The tables of places and organs hold what they promise."""

from __future__ import annotations

from collections import Counter

import pytest

from zhengmai.lexicon import read_table

PLACES = {row["code"]: row for row in read_table("places", ("code", "name", "short", "level", "parent", "until"))}
ABBREVIATIONS = read_table("place_abbreviations", ("character", "code", "main"))
ORGANS = {row["organ"]: row for row in read_table("organs", ("organ", "forms", "level", "kind"))}


@pytest.mark.parametrize(
    ("code", "name", "short", "level", "parent"),
    [
        ("410481", "舞钢市", "舞钢", "county", "410400"),
        ("610700", "汉中市", "汉中", "prefecture", "610000"),
        ("150000", "内蒙古自治区", "内蒙古", "province", ""),
        ("513200", "阿坝藏族羌族自治州", "阿坝州|阿坝", "prefecture", "510000"),
        ("652700", "博尔塔拉蒙古自治州", "博尔塔拉州|博尔塔拉|博州", "prefecture", "650000"),
        ("622926", "东乡族自治县", "东乡县|东乡", "county", "622900"),
        ("110101", "东城区", "", "county", "110000"),
        ("623001", "合作市", "", "county", "623000"),
        ("710000", "台湾省", "台湾", "province", ""),
        ("660800", "新疆生产建设兵团第八师", "第八师|八师|第八师石河子市|八师石河子市", "prefecture", "660000"),
    ],
)
def test_a_place_has_its_short_forms_level_and_parent(
    code: str, name: str, short: str, level: str, parent: str
) -> None:
    row = PLACES[code]
    assert (row["name"], row["short"], row["level"], row["parent"]) == (name, short, level, parent)


def test_all_provinces_prefectures_and_counties_of_today_are_held() -> None:
    levels = Counter(row["level"] for row in PLACES.values() if not row["until"])
    assert levels["province"] == 35
    assert levels["prefecture"] > 340
    assert levels["county"] > 2840


def test_every_parent_is_a_place_one_level_up_or_more() -> None:
    rank = {"province": 0, "prefecture": 1, "county": 2}
    for row in PLACES.values():
        if row["level"] == "province":
            assert not row["parent"]
        else:
            assert rank[PLACES[row["parent"]]["level"]] < rank[row["level"]]


def test_one_name_can_be_several_places() -> None:
    parents = {PLACES[row["parent"]]["name"] for row in PLACES.values() if row["name"] == "鼓楼区"}
    assert {"南京市", "徐州市", "福州市", "开封市"} <= parents


def test_former_names_tell_their_last_year() -> None:
    former = {row["name"]: row["until"] for row in PLACES.values() if row["until"]}
    assert former["莱芜市"] == "2017"
    assert former["沙湾县"] == "2020"
    assert all(code.endswith(f"-{row['until']}") for code, row in PLACES.items() if row["until"])


def test_no_short_form_is_a_single_character_or_an_everyday_word() -> None:
    shorts = [short for row in PLACES.values() for short in row["short"].split("|") if short]
    assert [short for short in shorts if len(short) < 2] == []
    assert {"和平", "合作", "解放", "友谊", "东方", "南部", "资源"} & set(shorts) == set()


def test_each_province_has_one_main_abbreviation() -> None:
    main = Counter(row["code"] for row in ABBREVIATIONS if row["main"] == "yes")
    provinces = {code for code, row in PLACES.items() if row["level"] == "province" and code != "660000"}
    assert main == Counter(dict.fromkeys(provinces, 1))


@pytest.mark.parametrize(
    ("organ", "form", "kind"),
    [
        ("{}委", "中共{}委员会", "party"),
        ("{}政府", "{}人民政府", "government"),
        ("{}人大常委会", "{}人民代表大会常务委员会", "congress"),
        ("{}政协", "政协{}委员会", "cppcc"),
        ("{}监委", "{}监察委员会", "discipline"),
        ("{}法院", "{}人民法院", "court"),
        ("{}检察院", "{}人民检察院", "procuratorate"),
        ("{}发改委", "{}发展和改革委员会", "government"),
        ("{}团委", "共青团{}委", "mass-organisation"),
        ("民盟{}委", "民盟{}委会", "democratic-party"),
        ("中央纪委国家监委", "中央纪委、国家监委", "discipline"),
        ("国家发展改革委", "国家发改委", "government"),
    ],
)
def test_an_organ_has_its_long_forms(organ: str, form: str, kind: str) -> None:
    assert form in ORGANS[organ]["forms"].split("|")
    assert ORGANS[organ]["kind"] == kind


def test_no_form_stands_for_two_organs() -> None:
    forms = Counter(form for organ, row in ORGANS.items() for form in (organ, *filter(None, row["forms"].split("|"))))
    assert [form for form, count in forms.items() if count > 1] == []


def test_local_organs_have_a_slot_for_the_place_and_central_ones_none() -> None:
    for organ, row in ORGANS.items():
        names = [organ, *filter(None, row["forms"].split("|"))]
        if row["level"] in ("local", "province"):
            assert all(name.count("{}") >= 1 for name in names), organ
        if row["level"] == "central":
            assert not any("{}" in name for name in names), organ
