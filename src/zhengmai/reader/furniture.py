"""Words of web pages that belong to the page and not to the article.

A line of a page comes in; out goes whether it is furniture, as `【打印】【关闭】` or `责任编辑：钟灵`, or its line of
date and source without the buttons: of `发布日期：2023-06-16　来源：云溪政协　点击：次　【字体：大 中 小】` the first
two parts stay.
"""

from __future__ import annotations

import re

# A line that begins so and holds no sentence. `审核` needs its colon: `审核通过《…》` is an act.
_FURNITURE = re.compile(
    r"[\s\[【（(〖「|·>»-]*(?:"
    r"首\s*页|返回|打\s*印|关\s*闭|收\s*藏|分\s*享|我要纠错|纠错|[大中小]?字\s*[号体]|大\s*中\s*小|[上下]一[篇条页]|前一篇|后一篇|扫一扫|扫码|当前位置|(?:您|你)?(?:现在)?(?:的|所在)+位置"
    r"|浏览|点击|阅读(?:次数|量|数|[:：])|访问量|人气|主办|承办|协办|版权|copyright|©|技术支持|网站(?:地图|标识码|声明)|联系我们|语音播报|无障碍|视力保护|背景色"
    r"|(?:附件)?下载[:：]|微信|微博|客户端|您的浏览器|加载中|视频加载|二维码"
    r"|(?:责任|执行|值班|本期|网络|新媒体|初审|复审|终审)?(?:编辑|责编|编审|审核|审签|校对|校审|监制|主编|编委|初审|复审|终审|一审|二审|三审|签发|编校)\s*[:：/丨|]"
    r"|[\u4e00-\u9fff]?\s*ICP备|[\u4e00-\u9fff]公网安备)",
    re.IGNORECASE,
)
# What follows such a line is no longer the article.
_AFTERWORD = re.compile(
    r"[\s\[【（(●■◆|·-]*(?:相关(?:阅读|链接|新闻|稿件|文章|推荐|报道|信息|文档)|延伸阅读|推荐阅读|更多(?:新闻|推荐|内容)|热点(?:新闻|推荐|文章)"
    r"|猜你喜欢|为您推荐|最新(?:文章|新闻)|[上下]一[篇条][:：]|版权声明|免责声明|网友评论|发表评论)[\s:：\]】）)●■◆|·-]*"
)
# The record that stands above what a body has to publish: its label, and perhaps the value on the same line.
_RECORD = re.compile(
    r"[\s\[【]*(?:索\s*引\s*号|主题(?:分类|词)|发文(?:机构|机关|单位|字号|日期)|成文日期|生成日期|有\s*效\s*性|公开(?:方式|范围|类别|形式|时限)"
    r"|信息名称|名\s*称|内容概述|文\s*号|体裁分类|组配分类|信息分类|服务对象|关键词|标\s*签)\s*[】\]]?\s*[:：]"
)
_DATE = re.compile(r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}")
_TELLING = (
    r"(?:(?:发布|发表|发稿|更新|创建|成文|录入)?(?:日期|时间)|(?:信息|文章|稿件|新闻)?来\s*源|稿\s*源|作\s*者|记\s*者|通讯员"
    r"|(?:责任)?编\s*辑|责编|审\s*核|校对|供稿|摄影|撰稿|发布(?:机构|单位|者|人))\s*[:：]"
)
_BUTTON = (
    r"(?:字\s*[号体](?:大小)?|大\s*中\s*小|点\s*击|浏\s*览|阅\s*读|访\s*问|打\s*印|关\s*闭|收\s*藏|分\s*享|我要纠错|纠\s*错|视力|背景色|语音播报"
    r"|扫一扫|人\s*气|评论数?[:：]|T\s*\||A\s*[+-])"
)
_BORDERS = " \t　|｜[]【】〖〗"
_LABEL = re.compile(_TELLING)
# Where a part of a line of date and source begins.
_PART = re.compile(rf"[\[【〖（(|]?\s*(?:{_TELLING}|(?P<button>{_BUTTON}))")


def is_furniture(line: str) -> bool:
    """Whether the line belongs to the page: `上一篇：…`, `主办：云溪市人民政府办公室`; a sentence never does."""
    return "。" not in line and len(line) <= 200 and _FURNITURE.match(line) is not None


def is_record(line: str) -> bool:
    """Whether the line belongs to the page's record of the document: `索引号：000000/2024-001005`."""
    return "。" not in line and _RECORD.match(line) is not None


def is_afterword(line: str) -> bool:
    """Whether the line heads what comes after the article: `相关阅读`, `【延伸阅读】`."""
    found = _AFTERWORD.match(line)
    return found is not None and (found.end() == len(line) or line[found.start() : found.end()].rstrip()[-1] in ":：")


def is_dateline(line: str) -> bool:
    """Whether the line tells date, source or author of the article: `2023-02-09 10:15　来源：云溪日报`."""
    if "。" in line or len(line) > 200:
        return False
    return _LABEL.search(line) is not None or (_DATE.search(line) is not None and len(line) <= 40)


def dateline(line: str) -> str:
    """The line of date and source without its buttons: counters, font sizes, 打印, 关闭."""
    parts = list(_PART.finditer(line))
    starts = [part.start() for part in parts]
    kept = [line[: starts[0]] if parts else line]
    for part, stop in zip(parts, [*starts[1:], len(line)], strict=False):
        if not part["button"]:
            kept.append(line[part.start() : stop])
    return " ".join(words for piece in kept if (words := piece.strip(_BORDERS)))
