"""How a post is held: held, former, acting, candidate, given, taken."""

from __future__ import annotations

import pytest

from zhengmai.api import extract

Tenures = dict[str, list[tuple[str, str]]]


def tenures(text: str) -> Tenures:
    return {o.name: [(held.post, held.status.value) for held in o.holdings] for o in extract(text).officials}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县长林远主持。", [("县长", "held")]),
        ("原县长林远出席。", [("原县长", "former")]),
        ("原县委副书记林远出席。", [("原县委副书记", "former")]),
        ("前任县长林远出席。", [("前任县长", "former")]),
        ("老县长林远出席。", [("老县长", "former")]),
        ("代县长林远主持。", [("代县长", "acting")]),
        ("代理县长林远主持。", [("代理县长", "acting")]),
        ("市委副书记、代市长林远讲话。", [("市委副书记", "held"), ("代市长", "acting")]),
        ("县长候选人林远讲话。", [("县长候选人", "candidate")]),
        ("原则上，县长林远主持。", [("县长", "held")]),
        ("代表县委，县长林远讲话。", [("县长", "held")]),
        ("县委常委、副县长（挂职）蓝天出席。", [("县委常委", "held"), ("副县长", "held")]),
    ],
)
def test_the_words_of_a_title_tell_how_it_is_held(text: str, expected: list[tuple[str, str]]) -> None:
    (found,) = tenures(text).values()
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议决定任命高洁为云溪市人民政府副市长。", {"高洁": [("云溪市副市长", "appointed")]}),
        ("任命叶知秋（女，苗族）为县财政局局长。", {"叶知秋": [("县财政局局长", "appointed")]}),
        ("任命林远、傅山为县监察委员会委员。",
         {"林远": [("县监察委员会委员", "appointed")], "傅山": [("县监察委员会委员", "appointed")]}),
        ("会议选举苏慕之为县委书记，梅见深、耿介为县委副书记。",
         {"苏慕之": [("县委书记", "appointed")], "梅见深": [("县委副书记", "appointed")],
          "耿介": [("县委副书记", "appointed")]}),
        ("林远当选县长。", {"林远": [("县长", "appointed")]}),
        ("苏慕之同志任中共临岚县委委员、常委、书记。",
         {"苏慕之": [("临岚县委委员", "appointed"), ("临岚县委常委", "appointed"), ("临岚县委书记", "appointed")]}),
        ("梅见深同志任中共临岚县委副书记，提名为临岚县人民政府县长候选人。",
         {"梅见深": [("临岚县委副书记", "appointed"), ("临岚县县长候选人", "candidate")]}),
        ("方致远同志不再担任中共临岚县委书记、常委、委员职务，另有任用。",
         {"方致远": [("临岚县委书记", "removed"), ("临岚县委常委", "removed"), ("临岚县委委员", "removed")]}),
        ("免去齐鲁的县人大常委会法制工作委员会主任职务。",
         {"齐鲁": [("县人大常委会法制工作委员会主任", "removed")]}),
        ("决定接受林远辞去县监察委员会主任职务的请求。", {"林远": [("县监察委员会主任", "removed")]}),
        ("县长林远历任县教育局局长、县财政局局长。",
         {"林远": [("县长", "held"), ("县教育局局长", "former"), ("县财政局局长", "former")]}),
    ],
)  # fmt: skip
def test_appointments_give_and_take_posts(text: str, expected: Tenures) -> None:
    assert tenures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "县长林远任务艰巨。",
        "县长林远不再多言。",
        "县长林远向新任命人员颁发任命书。",
        "县长林远主持，会议选举产生了出席市党代会代表。",
        "县长林远强调，任何人不得以权谋私。",
    ],
)
def test_words_like_those_of_appointments_give_no_post(text: str) -> None:
    assert tenures(text) == {"林远": [("县长", "held")]}


def test_who_is_only_named_holds_nothing() -> None:
    text = "10月9日，市委全会召开。林远、傅山、叶知秋参加会议。"
    assert tenures(text) == {"林远": [], "傅山": [], "叶知秋": []}


def test_a_post_given_and_then_borne_is_kept_as_given() -> None:
    text = "任命林远为县教育局局长。县教育局局长林远作表态发言。"
    assert tenures(text) == {"林远": [("县教育局局长", "appointed")]}


def test_officials_stand_in_the_order_of_the_text() -> None:
    assert list(tenures("市委书记韩砚秋、市长陆知行出席，副市长宁可主持，市政协主席安之若讲话。")) == [
        "韩砚秋", "陆知行", "宁可", "安之若",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "post", "words"),
    [
        ("县长林远主持。", 0, ["县长林远"]),
        ("县委书记、县长林远主持。", 0, ["县委书记", "林远"]),
        ("副县长傅山、林远出席。", 1, ["副县长", "林远"]),
        ("林远同志任县长。", 0, ["林远", "县长"]),
    ],
)
def test_the_evidence_of_a_post_reads_title_and_name(text: str, post: int, words: list[str]) -> None:
    holdings = [held for official in extract(text).officials for held in official.holdings]
    assert [text[slice(*evidence.span)] for evidence in holdings[post].evidence] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市政协原副主席林远出席。", [("市政协原副主席", "former")]),
        ("县委原副书记林远出席。", [("县委原副书记", "former")]),
        ("市人大常委会原主任林远出席。", [("市人大常委会原主任", "former")]),
        ("副县长（代）林远出席。", [("副县长", "acting")]),
    ],
)
def test_marks_inside_a_title_tell_how_it_is_held(text: str, expected: list[tuple[str, str]]) -> None:
    (found,) = tenures(text).values()
    assert found == expected
