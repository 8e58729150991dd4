"""Figures set as goals: indicator, value, what the value means; and figures that are none."""

from __future__ import annotations

import pytest

from zhengmai.extractors.numbers import Value, load_units, parse_value
from zhengmai.extractors.targets import TargetRules, find_targets, load_target_rules
from zhengmai.layout import lay_out, load_furniture
from zhengmai.model import Article, Comparator, Evidence, Span, Target, Task
from zhengmai.reading import Reading
from zhengmai.rules import check_examples

FURNITURE = load_furniture()


@pytest.fixture(scope="module")
def rules() -> TargetRules:
    return load_target_rules()


def targets(text: str, rules: TargetRules, published: str | None = None) -> list[Target]:
    return find_targets(Reading(Article("a", text, published=published), lay_out(text, FURNITURE)), rules)


def pairs(text: str, rules: TargetRules) -> list[str]:
    return [f"{target.indicator}={target.value_text}" for target in targets(text, rules)]


def test_the_rules_own_examples_hold(rules: TargetRules) -> None:
    assert check_examples([*rules.contexts.values(), *rules.shapes, *rules.trims]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "主要预期目标是：地区生产总值增长7%左右，城镇新增就业4.2万人，居民收入与经济增长同步。",
            ["地区生产总值=增长7%左右", "城镇新增就业=4.2万人", "居民收入=与经济增长同步"],
        ),
        (
            "力争到2025年，全社会研发投入占比达到2.6%、高新技术企业突破400家。",
            ["全社会研发投入占比=达到2.6%", "高新技术企业=突破400家"],
        ),
        (
            "到2026年地区生产总值突破200亿元、年均增长7.5%以上。",
            ["地区生产总值=突破200亿元", "地区生产总值=年均增长7.5%以上"],
        ),
        ("某市确定的地区生产总值增长目标为7%左右。", ["地区生产总值=7%左右"]),
        ("上半年地区生产总值增长5.8%。会议要求，要紧盯全年6.5%的增长目标不放松。", ["地区生产总值=6.5%"]),
        (
            "我们将设立20亿元的纾困基金，向民间资本推介项目100个以上。",
            ["纾困基金=20亿元", "向民间资本推介项目=100个以上"],
        ),
        ("全市生产总值预期目标是增长6%—7%。", ["全市生产总值=增长6%—7%"]),
    ],
)
def test_announced_goals_are_found(text: str, expected: list[str], rules: TargetRules) -> None:
    assert pairs(text, rules) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要突出工业，新增规模以上工业企业40户。", ["新增规模以上工业企业=40户"]),
        ("三是着力推进乡村振兴，建设30个和美乡村示范村。", ["和美乡村示范村=30个"]),
        ("要倒排工期，主汛期前完成老城区12处易涝点改造。", ["易涝点改造=12处"]),
        ("要完成126个老旧小区、2.1万户居民改造任务。", ["老旧小区=126个", "居民改造=2.1万户"]),
        ("要全年引进亿元以上项目50个、10亿元以上项目3个。", ["引进亿元以上项目=50个", "10亿元以上项目=3个"]),
        ("要争取专项债券、中央预算内资金60亿元以上。", ["专项债券、中央预算内资金=60亿元以上"]),
        ("要密切联系代表，实现每名代表每年进站履职不少于4次。", ["进站履职=不少于4次"]),
        ("要抓学习，每季度至少开展一次集体研讨。", ["集体研讨=每季度至少开展一次"]),
        ("要兴产业，每个村至少培育1个主导产业。", ["主导产业=至少培育1个"]),
        ("要补短板，车桩比达到2:1，收入比缩小到2.1以内。", ["车桩比=达到2:1", "收入比=缩小到2.1以内"]),
        ("要促增收，城乡居民人均可支配收入分别增长6%、9%。", ["城乡居民人均可支配收入=分别增长6%、9%"]),
        ("要将工程项目审批时间压缩至60个工作日以内。", ["工程项目审批时间=压缩至60个工作日以内"]),
        (
            "陆知行强调政务大厅办理时限再压减30%，实现企业开办零成本、半日办结。",
            ["政务大厅办理时限=再压减30%", "企业开办=零成本、半日办结"],
        ),
        ("要把粮食总产31亿斤、新增高新技术企业120家两项任务抓到底。", ["粮食总产=31亿斤", "新增高新技术企业=120家"]),
        ("力争上半年固定资产投资同比增长8%以上。", ["上半年固定资产投资=同比增长8%以上"]),
        ("今年全市计划实施重点项目120个。", ["重点项目=120个"]),
        ("要兜牢底线，一般性支出再压一成以上。", ["一般性支出=再压一成以上"]),
        ("要求各乡镇、各部门4月20日前报送项目不少于3个。", ["报送项目=不少于3个"]),
        ("力争园区综合排名前进10位、跻身前80强。", ["园区综合排名=前进10位", "园区综合排名=跻身前80强"]),
        ("要确保6月底前5个项目竣工投产，20日前把16处老旧管网隐患整改完。",
         ["项目竣工投产=5个", "老旧管网隐患=16处"]),
        ("到2030年，地区生产总值迈上1800亿元台阶，居民收入增速高于经济增速。",
         ["地区生产总值=迈上1800亿元台阶", "居民收入增速=高于经济增速"]),
        ("确保籽棉单产稳定在430公斤以上；要加快高标准农田建设，年底前再建成12万亩。",
         ["籽棉单产=稳定在430公斤以上", "高标准农田=12万亩"]),
        ("要确保民事案件被改判、发回重审率控制在1.2%以内。", ["民事案件被改判、发回重审率=控制在1.2%以内"]),
        ("主要目标是：利润总额力争28亿元，较大及以上安全事故为零。",
         ["利润总额=力争28亿元", "较大及以上安全事故=为零"]),
        ("要通报到位，每季度至少通报典型案例1批。", ["通报典型案例=每季度至少通报典型案例1批"]),
        ("各级政府要守规矩。严格落实过紧日子要求，一般性支出压减5%以上。", ["一般性支出=压减5%以上"]),
    ],
)
def test_demanded_figures_are_found(text: str, expected: list[str], rules: TargetRules) -> None:
    assert pairs(text, rules) == expected


@pytest.mark.parametrize(
    "text",
    [
        "上半年全市地区生产总值同比增长6.1%，低于年度目标0.9个百分点，完成投资203亿元。",
        "会议指出，今年全市共安排市级重点项目216个、总投资1360亿元。",
        "要紧盯152户重点企业一企一策帮扶，推动216个市级重点项目加快建设。",
        "要拿出方案，3天内上报，24小时不间断巡查，积水超过27厘米立即断行。",
        "要引进10亿元以上项目，办好十件民生实事。",
        "预计地区生产总值增长5.8%。",
        "截至2022年底，全市常住人口城镇化率达到62%。",
        "各有关部门要抓落实。委员提案立案241件。",
    ],
)
def test_results_scopes_and_deadlines_are_none(text: str, rules: TargetRules) -> None:
    assert pairs(text, rules) == []


def test_a_year_before_publication_is_no_goal(rules: TargetRules) -> None:
    text = "到2022年，全市森林覆盖率达到60%。到2025年，全市森林覆盖率达到62%。"
    assert [(t.value_text, t.year) for t in targets(text, rules, published="2023-05-01")] == [("达到62%", "2025")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("力争年内新增上市企业5家。", "2023"),
        ("力争明年新增上市企业5家。", "2024"),
        ("力争“十四五”末新增上市企业5家。", "2025"),
        ("力争新增上市企业5家。", None),
    ],
)
def test_the_year_is_told_by_the_sentence(text: str, year: str | None, rules: TargetRules) -> None:
    assert [target.year for target in targets(text, rules, published="2023-05-01")] == [year]


def test_the_evidence_holds_indicator_and_value(rules: TargetRules) -> None:
    text = "主汛期前要完成12处易涝点改造，力争固定资产投资增长10%以上。"
    exact = [text[t.evidence[0].span.start : t.evidence[0].span.stop] for t in targets(text, rules)]
    assert exact == ["12处易涝点改造", "固定资产投资增长10%以上"]


def test_a_task_makes_its_figures_goals_and_is_named(rules: TargetRules) -> None:
    text = "农资下摆到位率达到90%。"
    task = Task("农资下摆到位率达到90%", "会议", (Evidence(Span(0, 12), "task"),), order=3)
    reading = Reading(Article("a", text), lay_out(text, FURNITURE))
    assert find_targets(reading, rules) == []
    assert [(t.indicator, t.task) for t in find_targets(reading, rules, [task])] == [("农资下摆到位率", 3)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("增长7%左右", Value(Comparator.ABOUT, (7.0,), "%")),
        ("突破760亿元", Value(Comparator.MORE_THAN, (76e9,), "元")),
        ("4.2万人", Value(Comparator.EQUAL, (42000.0,), "人")),
        ("不少于4次", Value(Comparator.AT_LEAST, (4.0,), "次")),
        ("控制在3%以内", Value(Comparator.AT_MOST, (3.0,), "%")),
        ("稳定在95万吨以上", Value(Comparator.AT_LEAST, (950000.0,), "吨")),
        ("增长6%—7%", Value(Comparator.BETWEEN, (6.0, 7.0), "%")),
        ("2—3万户", Value(Comparator.BETWEEN, (20000.0, 30000.0), "户")),
        ("与经济增长同步", Value(Comparator.IN_STEP, (), None)),
        ("百分之五以上", Value(Comparator.AT_LEAST, (5.0,), "%")),
        ("达到九成", Value(Comparator.AT_LEAST, (90.0,), "%")),
        ("每季度至少开展一次", Value(Comparator.AT_LEAST, (1.0,), "次")),
        ("1,200个", Value(Comparator.EQUAL, (1200.0,), "个")),
        ("3000人次", Value(Comparator.EQUAL, (3000.0,), "人次")),
        ("压缩至60个工作日以内", Value(Comparator.AT_MOST, (60.0,), "个工作日")),
        ("再压减30%", Value(Comparator.EQUAL, (30.0,), "%")),
        ("达到2:1", Value(Comparator.AT_LEAST, (2.0,), None)),
        ("分别增长6%、9%", Value(Comparator.EQUAL, (6.0, 9.0), "%")),
        ("五年翻一番", Value(Comparator.EQUAL, (1.0,), "番")),
        ("突破1.3万亿斤", Value(Comparator.MORE_THAN, (1.3e12,), "斤")),
    ],
)
def test_values_are_parsed_into_comparator_values_and_unit(words: str, expected: Value) -> None:
    assert parse_value(words, load_units()) == expected


def test_long_lines_take_no_more_than_their_length(rules: TargetRules) -> None:
    text = "要增长5%" * 20000 + "。" + "要新增企业5家，" * 3
    assert [target.indicator for target in targets(text, rules)] == ["新增企业"]
