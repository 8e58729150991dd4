"""Written works: which ones are found, which titles they bear, what is done with them."""

from __future__ import annotations

import pytest

from tests.extractors.marked import MAIN, read
from zhengmai.extractors.acts import ActRules, find_acts, load_act_rules
from zhengmai.extractors.documents import DocumentRules, find_documents, load_document_rules
from zhengmai.model import Act, Document
from zhengmai.rules import check_examples


@pytest.fixture(scope="module")
def rules() -> DocumentRules:
    return load_document_rules()


@pytest.fixture(scope="module")
def act_rules() -> ActRules:
    return load_act_rules()


def titles(marked: str, rules: DocumentRules) -> list[str]:
    """The title that each naming bears, in order."""
    reading, _ = read(marked)
    return [mention.what.title for mention in find_documents(reading, rules)]


def documents(marked: str, rules: DocumentRules, act_rules: ActRules) -> tuple[Document, ...]:
    reading, meetings = read(marked)
    reading.add(find_documents(reading, rules))
    return find_acts(reading, act_rules, meetings)


def acts(marked: str, rules: DocumentRules, act_rules: ActRules) -> dict[str, list[str]]:
    found = documents(marked, rules, act_rules)
    return {document.title: [act.act.value for act in document.acts] for document in found}


def test_the_rules_own_examples_hold(rules: DocumentRules, act_rules: ActRules) -> None:
    assert check_examples(rules.unquoted.verbs) == []
    assert check_examples(act_rules.verbs) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照《临岚县养犬管理办法》执行。", ["临岚县养犬管理办法"]),
        ("会议审议了《柏川县预算管理条例（草案）》。", ["柏川县预算管理条例"]),
        ("会议审议了《柏川县预算管理条例》（送审稿）。", ["柏川县预算管理条例"]),
        ("印发《绿色发展行动计划（2023—2025年）（征求意见稿）》。", ["绿色发展行动计划（2023—2025年）"]),
        ("审议《临岚县国土空间总体规划(2021-2035年)(报批稿)》。", ["临岚县国土空间总体规划(2021-2035年)"]),
        ("审议《临岚县养犬管理条例（草案修改二稿）》。", ["临岚县养犬管理条例"]),
        ("审议《临岚县国企改革意见（试行）》。", ["临岚县国企改革意见（试行）"]),
        ("审议通过《提案办理办法（修订）》《议事规则（试行）》。", ["提案办理办法（修订）", "议事规则（试行）"]),
        ("通过《关于修改〈养犬条例〉的决定》。", ["关于修改〈养犬条例〉的决定"]),
        ("通过《关于批准《二〇二二年决算》的决议》。", ["关于批准《二〇二二年决算》的决议"]),
    ],
)
def test_a_title_is_without_its_marks_and_drafts(text: str, expected: list[str], rules: DocumentRules) -> None:
    assert titles(text, rules) == expected


@pytest.mark.parametrize(
    "text",
    [
        "大会在雄壮的《国际歌》声中闭幕。",
        "学员们齐唱《歌唱家乡》《清水河之歌》。",
        "与会同志观看了警示教育片《代价》。",
        "据《云溪日报》报道，项目已经开工。",
        "学习《求是》杂志刊登的文章。",
        "电视剧《山河路》今晚开播。",
        "来看今天（3月5日）的《走进县城》。",
    ],
)
def test_papers_films_and_songs_are_no_works(text: str, rules: DocumentRules) -> None:
    assert titles(text, rules) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全会通过《关于建设门户城市的决定》，有人就《决定（讨论稿）》作了说明。", ["关于建设门户城市的决定"]),
        ("印发《民营经济若干措施》（以下简称《措施二十条》），《措施二十条》共6个方面。", ["民营经济若干措施"]),
        ("学习《求是》杂志刊登的文章《论实干》。", ["论实干"]),
        ("审议《柏川县委工作规则（草案）》。印发《工作规则》。", ["柏川县委工作规则"]),
        ("落实《行动计划》，推进《乡村振兴规划》。", ["行动计划", "乡村振兴规划"]),
        ("[靳尚|person]作题为《稳中提质》的工作报告。会议审议通过了工作报告。", ["稳中提质"]),
        ("作《集团2025年财务预算安排的报告》。审议通过了财务预算报告。", ["集团2025年财务预算安排的报告"]),
        ("审议市政府关于预算的报告和财经委关于预算调整方案的审查报告。",
         ["市政府关于预算的报告", "财经委关于预算调整方案的审查报告"]),
        ("落实《关于发展茶业的意见》。《县委 县政府关于发展茶业的意见》指出。", ["县委 县政府关于发展茶业的意见"]),
    ],
)
def test_short_forms_bear_the_longest_title(text: str, expected: list[str], rules: DocumentRules) -> None:
    assert list(dict.fromkeys(titles(text, rules))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("听取和讨论了[韦钧|person]受市委常委会委托作的工作报告。", ["工作报告"]),
        ("[韦钧|person]代表市委常委会作报告。", []),
        ("[闵中行|person]代表市人民政府向大会作政府工作报告。", ["政府工作报告"]),
        ("公孙衍教授作专题辅导报告。", []),
        ("代表们认真阅读[闵中行|person]代表市政府作的政府工作报告。", ["政府工作报告"]),
        ("会议听取了城市内涝治理工作情况汇报。", []),
        ("会议听取了[安之若|person]作的关于养老服务情况的报告、关于殡葬改革情况的报告。",
         ["关于养老服务情况的报告", "关于殡葬改革情况的报告"]),
        ("会议听取了市政府关于养老服务情况的报告，研究了其他事项。", ["市政府关于养老服务情况的报告"]),
        ("会议听取了关于养老服务、殡葬改革工作情况的汇报。", []),
        ("听取了关于预算报告、计划报告审议和修改情况的汇报。", []),
        ("听取了法制委关于养犬管理条例草案审议结果的报告。", ["养犬管理条例草案"]),
        ("会议经表决，通过了新修订的养犬管理条例、湿地保护条例。", ["养犬管理条例", "湿地保护条例"]),
        ("会议审议有关文件，讨论了人事任免议案。", []),
        ("通过落实三年行动计划，补齐短板。", []),
        ("会议宣布市委关于主要领导职务调整的决定。", ["市委关于主要领导职务调整的决定"]),
        ("会议宣读表彰决定。", []),
        ("会议传达市委关于改进会风的意见精神。", ["市委关于改进会风的意见"]),
        ("市政府提出了关于提请审议预算调整方案的议案，[冷泉|person]作了说明。", ["关于提请审议预算调整方案的议案"]),
        ("会议决定将大会关于政府工作报告的决议草案提请各代表团审议。", ["大会关于政府工作报告的决议草案"]),
        ("会议审议了市政协“聚焦短板，推进改革”重点调研课题报告。", ["市政协“聚焦短板，推进改革”重点调研课题报告"]),
        ("会议听取《建议》稿征求意见的情况报告。", ["建议"]),
        ("要抓好养犬管理条例的宣传。", []),
        ("会议研究了我市农田建设规划及管理规定，要求抓好落实。", ["农田建设规划及管理规定"]),
        ("专题研究特殊地段容积率下限指标和市规划委员会议事规则。", ["市规划委员会议事规则"]),
        ("会议研究制定养犬管理办法。", []),
        ("会议听取了关于养老服务情况的报告；关于殡葬改革情况的报告。",
         ["关于养老服务情况的报告", "关于殡葬改革情况的报告"]),
        ("会议听取关于《甲条例》《乙条例》等2件地方性法规、决定审查意见的报告。", ["甲条例", "乙条例"]),
        ("会议对《甲条例》《乙办法》、关于检查实施《丙条例》情况的报告进行了分组审议。",
         ["甲条例", "乙办法", "关于检查实施《丙条例》情况的报告"]),
    ],
)  # fmt: skip
def test_works_without_marks_count_where_acted_on(text: str, expected: list[str], rules: DocumentRules) -> None:
    assert titles(text, rules) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议审议通过《甲办法》《乙方案》和《丙规划》，审议了《丁要点》。",
         {"甲办法": ["adopted"], "乙方案": ["adopted"], "丙规划": ["adopted"], "丁要点": ["reviewed"]}),
        ("会议讨论并原则通过《甲办法》。", {"甲办法": ["adopted"]}),
        ("会上，《甲办法》和《乙方案》获表决通过。", {"甲办法": ["adopted"], "乙方案": ["adopted"]}),
        ("会议审议并原则同意《甲办法》。", {"甲办法": ["reviewed"]}),
        ("会议听取了市城管局关于《甲办法》的情况汇报。", {"甲办法": ["reviewed"]}),
        ("会议听取了改革办关于《甲办法》落实情况的汇报。", {"甲办法": ["cited"]}),
        ("会议对《甲办法》《乙方案》进行了分组审议。", {"甲办法": ["reviewed"], "乙方案": ["reviewed"]}),
        ("市政府召开座谈会征求对《政府工作报告》意见。", {"政府工作报告": ["reviewed"]}),
        ("同意将《甲意见》按程序提请市委常委会会议研究。", {"甲意见": ["reviewed"]}),
        ("会议书面学习了《甲选读》第一卷、《乙条例》有关篇目。", {"甲选读": ["studied"], "乙条例": ["studied"]}),
        ("会议强调，要认真学习《甲条例》。", {"甲条例": ["cited"]}),
        ("要抓好《甲条例》的宣传贯彻。", {"甲条例": ["cited"]}),
        ("会上，[宗政远|person]宣读了《关于表彰先进的决定》。", {"关于表彰先进的决定": ["issued"]}),
        ("要抓紧出台《甲条例》。", {"甲条例": ["cited"]}),
        ("《甲条例》的出台填补了空白。", {"甲条例": ["cited"]}),
        ("[韦钧|person]作工作报告和《甲决定》说明并讲话。", {"工作报告": ["delivered"], "甲决定": ["explained"]}),
        ("听取和审议了[宁可|person]所作的《关于养老的报告》。", {"关于养老的报告": ["reviewed", "delivered"]}),
        ("大会同意[方致远|person]所作的题为《走绿色之路》的报告。", {"走绿色之路": ["adopted", "delivered"]}),
        ("[路漫漫|person]应邀作《立法法》辅导。", {"立法法": ["cited"]}),
        ("会议建议，第三次会议审议《甲条例》。", {"甲条例": ["cited"]}),
        ("听取法制委关于《甲条例（草案）》审议结果的报告。", {"甲条例": ["reviewed"]}),
        ("双方签署了《合作框架协议》。", {"合作框架协议": ["cited"]}),
        ("会议原则同意印发实施《甲方案》。", {"甲方案": ["reviewed"]}),
        ("会议同意对《甲办法》作出修改。", {"甲办法": ["reviewed"]}),
        ("会议还审议了《甲报告》，县司法局局长[车前|person]作起草说明。", {"甲报告": ["reviewed", "explained"]}),
        ("会议对《甲条例（草案修改稿）》进行了审议，[谈笑|person]就条例修改情况作了说明。",
         {"甲条例": ["reviewed", "explained"]}),
        ("会议审议了《甲条例》，[谈笑|person]就人事任免议案作说明。", {"甲条例": ["reviewed"]}),
        ("听取了关于《甲条例》《乙条例》的说明以及上述草案的审查报告。",
         {"甲条例": ["explained", "reviewed"], "乙条例": ["explained", "reviewed"]}),
        ("会议听取了市政府关于预算执行情况报告的说明。", {"关于预算执行情况报告": ["explained"]}),
        ("推介会上，解读了《甲方案》。", {"甲方案": ["explained"]}),
        ("各地要深入解读《甲方案》。", {"甲方案": ["cited"]}),
        ("会议通过关于批准《甲条约》的决定。", {"关于批准《甲条约》的决定": ["adopted"]}),
        ("市政府提出了关于提请审议预算草案的议案。受市政府委托，[冷泉|person]作了说明。",
         {"关于提请审议预算草案的议案": ["explained"]}),
    ],
)  # fmt: skip
def test_verbs_act_on_works(
    text: str, expected: dict[str, list[str]], rules: DocumentRules, act_rules: ActRules
) -> None:
    found = acts(text, rules, act_rules)
    assert {title: sorted(done) for title, done in found.items()} == {t: sorted(d) for t, d in expected.items()}


def test_who_acts_is_the_main_meeting_or_the_body_that_issues(rules: DocumentRules, act_rules: ActRules) -> None:
    text = "会议审议了《甲办法》。7月18日，市政府正式印发了《乙措施》。"
    adopted, issued = documents(text, rules, act_rules)
    assert (adopted.acts[0].meeting, adopted.acts[0].body) == (MAIN, None)
    assert (issued.acts[0].meeting, issued.acts[0].body) == (None, "市政府")


def test_a_documents_number_and_other_names_are_kept(rules: DocumentRules, act_rules: ActRules) -> None:
    text = "贯彻《关于发展茶业的意见》（岭政发〔2023〕5号）（以下简称《茶业意见》）。听取市政府关于防汛的报告。"
    quoted, unquoted = documents(text, rules, act_rules)
    assert quoted.number == "岭政发〔2023〕5号"
    assert quoted.alternatives == ("茶业意见",)
    assert unquoted.alternatives == ("关于防汛的报告",)


def test_evidence_reads_from_the_verb_to_the_work(rules: DocumentRules, act_rules: ActRules) -> None:
    text = "会议审议通过了《甲办法》和《乙方案》。"
    second = documents(text, rules, act_rules)[1].acts[0]
    span = second.evidence[0].span
    assert (second.act, text[span.start : span.stop]) == (Act.ADOPTED, "会议审议通过了《甲办法》和《乙方案》")
