"""What belongs to the page, line by line."""

from __future__ import annotations

import pytest

from zhengmai.reader.furniture import dateline, is_afterword, is_dateline, is_furniture, is_record


@pytest.mark.parametrize(
    "line",
    [
        "【打印】【关闭】【返回顶部】",
        "首 页",
        "上一篇：全市林长制工作会议召开，部署明年工作",
        "责任编辑：钟灵",
        "编辑：白露　审核：谷雨",
        "(责编：程朗、许愿)",
        "主办：云溪市人民政府办公室　承办：云溪市大数据中心",
        "岭ICP备00000000号",
        "Copyright © 岭川频道 all rights reserved.",
        "您现在的位置：首页 > 要闻",
        "扫一扫在手机打开当前页",
        "小字号",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "审核通过了《云溪市2023年重点项目推进工作方案》",
        "编辑部主任尚文主持",
        "分享会上，陆知行指出，要加快发展。",
        "点击率不是政绩，群众满意才是。",
        "一、压实责任",
        "（本报全媒体记者 尚文）",
        "来源：云溪日报",
    ],
)
def test_words_of_an_article_are_none(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "发布日期：2023-06-16 08:52:11　来源：云溪政协　作者：林间　责任编辑：钟灵　点击：次　【字体：大 中 小】",
            "发布日期：2023-06-16 08:52:11 来源：云溪政协 作者：林间 责任编辑：钟灵",
        ),
        (
            "【字体：大 中 小】 【时间：2017/3/8 9:37:15】 【作者：县总工会】 【关 闭】 【打 印】",
            "时间：2017/3/8 9:37:15 作者：县总工会",
        ),
        ("2019-10-30 信息来源：县府办 浏览次数： [收藏][字号: 大 中 小] [打印] [关闭]", "2019-10-30 信息来源：县府办"),
        ("发布时间：2023年11月2日来源：市政协办点击量：1024", "发布时间：2023年11月2日 来源：市政协办"),
        ("2024年01月09日06:56 | 来源：岭川日报", "2024年01月09日06:56 来源：岭川日报"),
        ("时间：2023-02-09 10:15", "时间：2023-02-09 10:15"),
    ],
)
def test_the_line_of_date_and_source_loses_its_buttons(line: str, expected: str) -> None:
    assert is_dateline(line)
    assert dateline(line) == expected


@pytest.mark.parametrize("line", ["会议要求，要把准时间：每月5日前报送。", "全市防汛工作会议召开", "1月5日"])
def test_other_lines_tell_no_date_of_publication(line: str) -> None:
    assert not is_dateline(line)


def test_a_record_is_known_by_its_label() -> None:
    assert is_record("索引号：000000/2024-001005")
    assert is_record("【有效性】：有效")
    assert not is_record("主题教育工作会议召开")


@pytest.mark.parametrize(
    ("line", "expected"), [("相关链接：", True), ("【延伸阅读】", True), ("相关新闻发布会昨日召开", False)]
)
def test_an_afterword_stands_alone(line: str, expected: bool) -> None:
    assert is_afterword(line) is expected
