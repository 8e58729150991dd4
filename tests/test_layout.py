"""What a line of a published text is: furniture, headline, subhead, body; and where its sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengmai.layout import Zone, lay_out, load_furniture

FURNITURE = load_furniture()


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in lay_out(text, FURNITURE).sentences]


def test_headline_subhead_and_body_are_told_apart() -> None:
    layout = lay_out("县委召开常委会会议\n方致远主持\n\n　　1月12日，会议召开。会议强调，要抓落实！\n散会。", FURNITURE)
    assert [(s.zone, s.text, s.paragraph) for s in layout.sentences] == [
        (Zone.HEADLINE, "县委召开常委会会议", 0),
        (Zone.SUBHEAD, "方致远主持", 1),
        (Zone.BODY, "1月12日，会议召开。", 2),
        (Zone.BODY, "会议强调，要抓落实！", 2),
        (Zone.BODY, "散会。", 3),
    ]
    assert layout.headline == (0, 9)


@pytest.mark.parametrize(
    "line",
    [
        "首页|走进临岚|新闻中心|政务公开",
        "您当前的位置：首页 > 新闻中心 > 临岚要闻",
        "首页 要闻 时政 县区 视频 专题",
        "字号：大 中 小　打印　浏览次数：318",
        "【字体：大 中 小】 打印 关闭",
        "上一篇：市长陆知行走访企业",
        "相关链接：市委书记韩砚秋讲话全文",
        "责任编辑：柳絮　审核：钟灵",
        "（临岚县融媒体中心记者　杏雨　通讯员　楚天阔）",
        "版权所有 临岚县人民政府办公室",
    ],
)
def test_page_furniture_is_no_sentence(line: str) -> None:
    assert sentences(f"{line}\n县委召开会议\n1月12日，会议召开。\n{line}") == ["县委召开会议", "1月12日，会议召开。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "会议要求，各级各部门要畅通首页互动渠道，及时回应群众关切。",
        "韩砚秋要求媒体记者、编辑走进一线，讲好乡村振兴的生动故事。",
    ],
)
def test_a_sentence_that_names_furniture_stays(sentence: str) -> None:
    assert sentences(f"1月12日，会议召开。\n{sentence}")[1:] == [sentence]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报讯（记者 尚文 通讯员 闻笛）1月5日，会议召开。", "1月5日，会议召开。"),
        ("岭川在线1月6日讯(记者 寒江)昨日，会议举行。", "昨日，会议举行。"),
        ("瀛山日报讯（记者 白露 凌寒）9月6日下午，会议召开。", "9月6日下午，会议召开。"),
        ("云溪人大网讯　3月29日，会议举行。", "3月29日，会议举行。"),
        ("会议研究了其他事项。（文/程式）", "会议研究了其他事项。"),
        ("会议研究了其他事项。（记者 尚文）", "会议研究了其他事项。"),
        ("会议听取了消息发布情况汇报。", "会议听取了消息发布情况汇报。"),
    ],
)
def test_bylines_are_cut_off_a_paragraph(line: str, expected: str) -> None:
    assert sentences(line) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“要快。”他说。另一句", ["“要快。”", "他说。", "另一句"]),
        ("真的吗？！是的……完", ["真的吗？！", "是的……", "完"]),
        ("会议举行.增长3.5%.见www.example.cn的公告.", ["会议举行.", "增长3.5%.", "见www.example.cn的公告."]),
        ("要抓落实；要守底线。", ["要抓落实；要守底线。"]),
    ],
)
def test_sentences_end_at_full_stops_with_their_closing_marks(text: str, expected: list[str]) -> None:
    assert sentences(f"1月12日，会议召开。\n{text}")[1:] == expected


@pytest.mark.parametrize(
    ("line", "published", "source"),
    [
        ("发布时间：2023-01-13 09:26　来源：临岚县融媒体中心　字号：大 中 小", "2023-01-13", "临岚县融媒体中心"),
        ("2023年09月07日 08:10 来源:瀛山日报", "2023-09-07", "瀛山日报"),
        ("瀛山市总工会　2023-04-28", "2023-04-28", None),
        ("发布日期：2023/6/1", "2023-06-01", None),
        ("发布时间：2023-13-40", None, None),
    ],
)
def test_date_and_source_are_read_off_the_page(line: str, published: str | None, source: str | None) -> None:
    layout = lay_out(f"县委召开会议\n{line}\n\n1月12日，会议召开。", FURNITURE)
    assert (layout.published, layout.source) == (published, source)
    assert [s.text for s in layout.sentences] == ["县委召开会议", "1月12日，会议召开。"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [("岭川在线1月6日讯(记者 寒江)会议举行。", "1月6日"), ("本报讯（记者 尚文）1月5日，会议召开。", None)],
)
def test_the_date_of_the_opening_is_kept(text: str, dateline: str | None) -> None:
    assert lay_out(text, FURNITURE).dateline == dateline


@pytest.mark.parametrize("text", ["", "\n", " 　\n\t"])
def test_of_nothing_there_is_nothing(text: str) -> None:
    layout = lay_out(text, FURNITURE)
    assert (layout.headline, layout.sentences, layout.readable) == (None, (), "\n" * len(text))


def test_credits_inside_a_sentence_are_blanked_out_but_offsets_stay() -> None:
    text = "1月12日，会议召开。本报（记者 尚文）获悉，会议很短。"
    layout = lay_out(text, FURNITURE)
    assert len(layout.readable) == len(text)
    assert "尚文" not in layout.readable
    assert layout.readable.index("获悉") == text.index("获悉")


LINES = st.sampled_from(
    ["县委召开会议", "首页|要闻|时政", "本报讯（记者 尚文）", "会议强调，要抓落实。", "“好。”", " 　", "\n", "3.5%."]
)


@given(st.lists(LINES | st.text(max_size=8), max_size=12).map("".join))
def test_sentences_read_as_their_spans_and_stand_in_order(text: str) -> None:
    layout = lay_out(text, FURNITURE)
    at = 0
    for sentence in layout.sentences:
        assert text[slice(*sentence.span)] == sentence.text != ""
        assert sentence.span.start >= at
        at = sentence.span.stop
    assert len(layout.readable) == len(text)
