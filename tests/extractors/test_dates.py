"""Dates, completed by what else the report says."""

from __future__ import annotations

import pytest

from zhengmai.extractors.dates import read_calendar
from zhengmai.layout import lay_out, load_furniture
from zhengmai.model import Article
from zhengmai.reading import Reading

FURNITURE = load_furniture()


def dates(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    """The dates of a text, in order."""
    reading = Reading(Article("a", text, published=published), lay_out(text, FURNITURE))
    calendar = read_calendar(reading)
    return [(when.start, when.end) for s in reading.sentences for when in calendar.dates(s.text, s.span.start)]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("1月5日，全会召开。", "2023-01-06", ("2023-01-05", None)),
        ("12月30日，全会召开。", "2023-01-05", ("2022-12-30", None)),
        ("7月11日至12日，推进会召开。", "2023-07-13", ("2023-07-11", "2023-07-12")),
        ("6月30日至7月2日，推进会召开。", "2023-07-03", ("2023-06-30", "2023-07-02")),
        ("26日下午，座谈会召开。", "2023-05-26", ("2023-05-26", None)),
        ("30日下午，座谈会召开。", "2023-06-01", ("2023-05-30", None)),
        ("昨日，全会召开。", "2023-01-06", ("2023-01-05", None)),
        ("昨（18）日，会议召开。", "2023-05-19", ("2023-05-18", None)),
        ("今天（8月9日），会议召开。", "2023-08-09", ("2023-08-09", None)),
        ("８月１５日，会议召开。", "2023-08-16", ("2023-08-15", None)),
        ("元月5日，会议召开。", "2023-01-06", ("2023-01-05", None)),
        ("4月11日(星期五)，会议召开。", "2023-04-12", ("2023-04-11", None)),
        ("38日，大会召开。", "2023-03-09", ("2023-03-08", None)),
        ("117日,全会举行。会议总结2021年工作,安排2022年任务。", None, ("2022-01-17", None)),
    ],
)
def test_publication_completes_a_date(text: str, published: str | None, expected: tuple[str, str | None]) -> None:
    assert dates(text, published)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月29日，市五届人大常委会举行会议。", "--03-29"),
        ("1月9日，座谈会召开。他说，2024年经济社会发展预期目标已经明确。", "2024-01-09"),
        ("12月9日，会议召开，分析研究2025年经济工作，部署2025年任务。", "2024-12-09"),
        ("1月8日，会议召开，总结2022年工作。", "2023-01-08"),
        ("8月4日，会议召开，通报了2022年以来的情况。", "--08-04"),
        ("大会于2021年7月30日闭幕。", "2021-07-30"),
        ("18日，会议决定，第三十三次会议2月27日在京举行。", "--02-18"),
        ("28日，会议决定，第三十三次会议2月27日在京举行。", "--01-28"),
        ("29日，他来到车间，祝大家五一劳动节快乐。", "--04-29"),
    ],
)
def test_the_text_tells_the_year_or_leaves_it_open(text: str, expected: str) -> None:
    assert dates(text)[0][0] == expected


def test_a_day_whose_month_nobody_tells_is_no_date() -> None:
    assert dates("全市教育大会18日召开。") == []


def test_the_dateline_is_the_day_it_was_written() -> None:
    assert dates("岭川在线8月4日讯　今天，会议召开。", "2023-08-06")[0][0] == "2023-08-04"


def test_a_later_day_leans_on_the_date_before() -> None:
    text = "7月11日，推进会召开。12日下午召开总结会。当天下午，大家参观了工地。"
    assert [start for start, _ in dates(text, "2023-08-01")] == ["2023-07-11", "2023-07-12", "2023-07-12"]


@pytest.mark.parametrize(
    "text",
    ["截至6月28日，转移群众四千人。", "会议将于9月1日召开。", "深刻汲取“5·17”事故教训。", "据《岭川日报》报道。"],
)
def test_not_the_day_of_what_happened(text: str) -> None:
    assert dates(text, "2023-07-01") == []
