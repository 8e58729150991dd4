"""Each change does what it says, and no more."""

from __future__ import annotations

import re

import pytest

from tests.metamorphic.changes import CHANGES, Seen
from zhengmai.model import Span

BYLINE = "标题\n　　本报讯（记者 晓月）5日，开会。\n散会。"


def seen(text: str) -> Seen:
    """A text in which 韩砚秋 and 高洁 are the people, 云溪市 and its like the places."""
    people = tuple((Span(*found.span()), found[0]) for found in re.finditer("韩砚秋|高洁", text))
    return Seen(text, people, tuple(re.findall("云溪市|临岚县|赤岭彝族自治州|全市", text)))


@pytest.mark.parametrize(
    ("change", "text", "expected"),
    [
        ("people: common names", "市长韩砚秋与高洁，韩砚秋", "市长王砚与李望舒，王砚"),
        ("people: common names", "韩砚秋与王砚", "李望舒与王砚"),
        ("people: rare surnames", "市长韩砚秋与高洁", "市长亓砚与逄望舒"),
        ("people: compound surnames", "市长韩砚秋与高洁", "市长欧阳砚与司徒望舒"),
        ("people: names with a dot", "市长韩砚秋", "市长阿依努尔·买买提"),
        ("people: two characters", "市长韩砚秋与高洁", "市长王砚与李昀"),
        ("places: unlisted", "云溪市委、云溪港、临岚县、全市", "砚湖市委、砚湖港、霁江县、全市"),
        ("places: unlisted, long", "赤岭彝族自治州、赤岭州委", "雅砻沁彝族自治州、雅砻沁州委"),
        ("names padded inside", "市长韩砚秋与高洁", "市长韩砚秋与高　洁"),
        ("names padded around", "市长韩砚秋与高洁说", "市长 韩砚秋 与 高洁 说"),
        ("half-width signs", "会议（扩大）要求：好，好。", "会议(扩大)要求:好,好。"),
        ("half-width signs and stops", "会议（扩大）要求：好，好。", "会议(扩大)要求:好,好."),
        ("full-width signs and figures", "2023年1月(含)增长6.5%", "２０２３年１月（含）增长６.５％"),
        ("quotation marks lost", "“六稳”‘六保’", "六稳六保"),
        ("quotation marks straight", "“六稳”", '"六稳"'),
        ("quotation marks in corners", "“六稳”‘六保’", "「六稳」『六保』"),
        ("paragraphs joined", "标题\n　　开会。\n\n　　散会。\n附件", "标题\n开会。散会。\n附件"),
        ("paragraphs split", "他说：“好！”走了。又来了。", "他说：“好！”走了。\n又来了。"),
        ("byline first", BYLINE, "标题\n　　本报讯（记者 尚文 通讯员 闻笛）5日，开会。\n散会。"),
        ("byline last", BYLINE, "标题\n5日，开会。\n散会。（记者 尚文 通讯员 闻笛）"),
        ("byline apart", BYLINE, "标题\n记者 尚文 通讯员 闻笛\n5日，开会。\n散会。"),
        ("byline first", "标题\n开会。（供稿：晓月）", "标题\n　　本报讯（记者 尚文 通讯员 闻笛）开会。"),
        ("traditional characters", "县长强调", "縣長強調"),
    ],
)
def test_a_change(change: str, text: str, expected: str) -> None:
    assert CHANGES[change].apply(seen(text)).text == expected


@pytest.mark.parametrize("change", [name for name in CHANGES if name.startswith(("people", "places"))])
def test_every_renaming_leads_back(change: str) -> None:
    before = seen("云溪市委书记韩砚秋到云溪内陆港、临岚县")
    changed = CHANGES[change].apply(before)
    assert changed.text != before.text
    assert changed.back(changed.text) == before.text


def test_furniture_stands_around_the_report() -> None:
    text = CHANGES["page furniture"].apply(Seen("标题\n正文。")).text
    assert text.startswith("首页|")
    assert "标题\n来源：" in text
    assert "\n正文。\n分享到" in text
