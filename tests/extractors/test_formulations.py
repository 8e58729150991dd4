"""Set phrases: which stretches in quotation marks are some, which need no marks."""

from __future__ import annotations

import pytest

from zhengmai.extractors.formulations import FormulationRules, find_formulations, load_formulation_rules
from zhengmai.layout import lay_out, load_furniture
from zhengmai.model import Article
from zhengmai.reading import Reading
from zhengmai.rules import check_examples

FURNITURE = load_furniture()


@pytest.fixture(scope="module")
def rules() -> FormulationRules:
    return load_formulation_rules()


def labels(text: str, rules: FormulationRules) -> list[str]:
    return [found.label for found in find_formulations(Reading(Article("a", text), lay_out(text, FURNITURE)), rules)]


def test_the_rules_own_examples_hold(rules: FormulationRules) -> None:
    assert check_examples(rules.rules) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚定拥护“两个确立”、坚决做到“两个维护”。", ["两个确立", "两个维护"]),
        ("要集中力量打好“六大攻坚”，抓实产业升级攻坚。", ["六大攻坚"]),
        ("深入实施“13469”战略，聚焦“3+2”主导产业。", ["13469", "3+2"]),
        ("严格落实“123”转移机制，应转尽转。", ["123"]),
        ("要紧扣“一府一委两院”重点工作，聚焦“一老一小”。", ["一府一委两院", "一老一小"]),
        ("实施工业“十百千”工程，开展“百日攻坚”行动。", ["十百千", "百日攻坚"]),
        ("落实好“一个跨越”“三个定位”要求。", ["一个跨越", "三个定位"]),
        ("坚决打赢“发展六仗”。", ["发展六仗"]),
    ],
)
def test_counted_phrases_in_quotation_marks_are_found(text: str, expected: list[str], rules: FormulationRules) -> None:
    assert labels(text, rules) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以“进、知、解”活动为抓手，在“精、细、优”上下功夫。", ["进、知、解", "精、细、优"]),
        ("深入实施“生态立县、文旅兴县、工业强县”战略。", ["生态立县、文旅兴县、工业强县"]),
        ("解决好“后路、后院、后代”问题。", ["后路、后院、后代"]),
        ('让企业"进一扇门、办所有事"。', ["进一扇门、办所有事"]),
        ("召开招商引资暨“项目攻坚年”动员大会。", ["项目攻坚年"]),
        ("坚持“链长+链主+链创”融合，牢固树立“以退役军人为中心”的工作理念。",
         ["链长+链主+链创", "以退役军人为中心"]),
        ("坚持“走出去”“引进来”，打造“双师型”教师队伍。", ["走出去", "引进来", "双师型"]),
        ("深化“放管服”改革，坚持新时代“枫桥经验”，推进教师“县管校聘”改革。", ["放管服", "枫桥经验", "县管校聘"]),
    ],
)
def test_slogans_and_parallel_structures_are_found(text: str, expected: list[str], rules: FormulationRules) -> None:
    assert labels(text, rules) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以实干实绩捍卫两个确立，做好六稳工作。", ["两个确立", "六稳"]),
        ("统筹国内国际两个大局，推动双拥工作。", ["两个大局", "双拥"]),
        ("要把精力聚焦到“六大攻坚上来,以实干实绩捍卫两个确立”;要统筹发展和安全。", ["六大攻坚", "两个确立"]),
        ("做好六稳”“六保工作，贯通落实五项要求”“五个扎实，聚焦主题。", ["六稳", "六保", "五项要求", "五个扎实"]),
        ('要紧盯2+3+N"产业体系,推行拿地即开工",提速提效.', ["2+3+N", "拿地即开工"]),
        ("一要聚焦3+2”主导产业,二要深化一网通办”,让企业满意。", ["3+2", "一网通办"]),
    ],
)
def test_lost_quotation_marks_do_no_harm(text: str, expected: list[str], rules: FormulationRules) -> None:
    assert labels(text, rules) == expected


@pytest.mark.parametrize(
    "text",
    [
        "接好发展的“接力棒”，牵住“牛鼻子”，当好“店小二”。",
        "用政府的“紧日子”换百姓的“好日子”，绝不给农民“打白条”。",
        "采用“线上+线下”方式，不搞“一刀切”，形成“以老城区为中心”的路网。",
        "推动河湖长从“有名”向“有实”转变，不搞“两张皮”。",
        "深刻汲取“1·29”事故教训，庆祝“五一”国际劳动节。",
        "从“怎么看、怎么干、靠什么干”三个方面讲解。",
        "继续实行“省考指标、发展指标、工作推进指标”3套指标体系。",
        "围绕“推进老年友好型社区建设”协商议政，办好“云溪过大年”系列活动。",
        "授予六十名同志“瀛山市劳动模范”称号。",
        "当前正值“七下八上”前的关键时段，开展“拉网式”排查。",
        "拨打“12345”热线，到“2035”年。",
        "印发《云溪市深化“放管服”改革二十条措施》。",
        "落实粮食安全党政同责，讲述二十四史。",
        "村民说：“三天就能修好。”",
    ],
)
def test_metaphors_names_dates_and_titles_are_none(text: str, rules: FormulationRules) -> None:
    assert labels(text, rules) == []


def test_a_phrase_within_a_longer_one_is_not_found_again(rules: FormulationRules) -> None:
    assert labels("部署“三农三牧”工作，防止“两不愁三保障”问题反弹。", rules) == ["三农三牧", "两不愁三保障"]


def test_a_phrase_is_given_once_with_all_its_places(rules: FormulationRules) -> None:
    text = "围绕“六大攻坚”发力。要打好“六大攻坚”。"
    (found,) = find_formulations(Reading(Article("a", text), lay_out(text, FURNITURE)), rules)
    assert [text[e.span.start : e.span.stop] for e in found.evidence] == ["六大攻坚", "六大攻坚"]
