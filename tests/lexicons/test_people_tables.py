"""The tables that tell names of people from other words hold what they promise."""

from __future__ import annotations

import pytest

from zhengmai.lexicon import read_table

SURNAMES = {row["surname"]: row for row in read_table("surnames", ("surname", "rank", "note"))}
NOT_NAMES = {row["word"]: row["strength"] for row in read_table("not_names", ("word", "strength"))}
BEGINNINGS = {row["word"] for row in read_table("not_beginnings", ("word",))}
POSTS = {row["post"]: row for row in read_table("posts", ("post", "kind", "note"))}
PREFIXES = {row["prefix"]: row["kind"] for row in read_table("post_prefixes", ("prefix", "kind", "note"))}
APPELLATIONS = {row["word"]: row["kind"] for row in read_table("appellations", ("word", "kind"))}

HUNDRED_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
    "戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
)


@pytest.mark.parametrize("surname", list(HUNDRED_SURNAMES))
def test_the_opening_of_the_hundred_surnames_is_held(surname: str) -> None:
    assert surname in SURNAMES


@pytest.mark.parametrize(
    ("surname", "rank"),
    [("王", "common"), ("欧阳", "common"), ("谌", "uncommon"), ("完颜", "uncommon"), ("乐正", "rare"), ("殳", "rare")],
)
def test_surnames_are_ranked(surname: str, rank: str) -> None:
    assert SURNAMES[surname]["rank"] == rank


@pytest.mark.parametrize("word", ["国", "省", "市", "县", "的", "我", "不", "在", "是", "为"])
def test_characters_that_would_do_more_harm_than_good_are_no_surnames(word: str) -> None:
    assert word not in SURNAMES


def test_ranks_and_notes_are_those_that_the_header_names() -> None:
    assert {row["rank"] for row in SURNAMES.values()} == {"common", "uncommon", "rare"}
    assert {row["note"] for row in SURNAMES.values()} == {"", "虚词", "常用字", "复姓", "满族", "彝族"}


def test_a_compound_surname_says_so() -> None:
    assert [s for s, row in SURNAMES.items() if len(s) > 1 and row["note"] not in ("复姓", "满族", "彝族")] == []


@pytest.mark.parametrize(
    "word", ["高度", "强调", "全面", "安排", "应邀", "时任", "万元", "方面", "同时", "经常", "双方"]
)
def test_ordinary_words_are_never_names(word: str) -> None:
    assert NOT_NAMES.get(word) == "always" or word[0] not in SURNAMES


@pytest.mark.parametrize("word", ["高洁", "和平", "包容", "温暖", "秋水", "江流", "严正", "甘草", "谷雨", "白云"])
def test_words_that_are_names_too_are_weak(word: str) -> None:
    assert NOT_NAMES[word] == "weak"


@pytest.mark.parametrize("name", ["汪洋", "钟山", "危安", "舒望", "霍山", "韩砚秋", "习近平", "尤勇", "普京"])
def test_names_are_not_held_to_be_words(name: str) -> None:
    assert name not in NOT_NAMES


def test_every_word_that_is_no_name_begins_like_one() -> None:
    kept_by_hand = {word for word in NOT_NAMES if word[0] not in SURNAMES}
    assert len(kept_by_hand) < len(NOT_NAMES) / 50


@pytest.mark.parametrize("name", ["单于飞", "司徒静", "欧阳竹青", "方正言", "任重远", "和文清", "应澜儿"])
def test_no_name_is_cut_off_by_its_beginning(name: str) -> None:
    assert name[:2] not in BEGINNINGS


def test_beginnings_are_two_characters_and_no_compound_surname() -> None:
    assert {len(word) for word in BEGINNINGS} == {2}
    assert BEGINNINGS & SURNAMES.keys() == set()


def test_no_beginning_is_a_word_that_could_be_a_name() -> None:
    assert [word for word in BEGINNINGS if NOT_NAMES.get(word) == "weak"] == []


@pytest.mark.parametrize(
    ("post", "kind"),
    [
        ("书记", "party"),
        ("县长", "government"),
        ("旗长", "government"),
        ("委员长", "congress"),
        ("政协主席", "cppcc"),
        ("监委主任", "discipline"),
        ("院长", "court"),
        ("检察长", "procuratorate"),
        ("政委", "military"),
        ("主委", "democratic-party"),
        ("总工会主席", "mass-organisation"),
        ("董事长", "enterprise"),
        ("校长", "school"),
        ("护士长", "hospital"),
        ("村支书", "village"),
        ("台长", "media"),
        ("住持", "religion"),
        ("总领事", "diplomacy"),
        ("首相", "foreign"),
        ("总干事", "mass-organisation"),
    ],
)
def test_posts_have_their_kind(post: str, kind: str) -> None:
    assert POSTS[post]["kind"] == kind


@pytest.mark.parametrize("word", ["同志", "市领导", "老领导", "博士", "大校", "院士", "劳动模范"])
def test_an_appellation_is_no_post(word: str) -> None:
    assert word in APPELLATIONS
    assert word not in POSTS


def test_no_word_is_both_post_and_appellation() -> None:
    assert POSTS.keys() & APPELLATIONS.keys() == set()


def test_no_post_is_a_word_that_begins_a_name() -> None:
    # 司令 and the like begin with surnames, but must never be read as somebody's name.
    weak = {word for word, strength in NOT_NAMES.items() if strength == "weak"}
    assert [post for post in POSTS if post in weak] == []


@pytest.mark.parametrize(
    ("prefix", "kind"), [("常务副", "rank"), ("代", "acting"), ("原", "former"), ("名誉", "honorary")]
)
def test_prefixes_give_the_status(prefix: str, kind: str) -> None:
    assert PREFIXES[prefix] == kind
