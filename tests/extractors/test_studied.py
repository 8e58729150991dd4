"""What a main meeting studies or sets out to carry out, and what it only demands or mentions."""

from __future__ import annotations

import pytest

from tests.extractors.marked import MAIN, read
from zhengmai.extractors.documents import DocumentRules, find_documents, load_document_rules
from zhengmai.extractors.studied import StudiedRules, find_studied, load_studied_rules
from zhengmai.model import Study, StudyKind
from zhengmai.rules import check_examples


@pytest.fixture(scope="module")
def rules() -> StudiedRules:
    return load_studied_rules()


@pytest.fixture(scope="module")
def document_rules() -> DocumentRules:
    return load_document_rules()


def studies(marked: str, rules: StudiedRules, document_rules: DocumentRules) -> tuple[Study, ...]:
    reading, meetings = read(marked)
    reading.add(find_documents(reading, document_rules))
    return find_studied(reading, rules, meetings)


def test_the_rules_own_examples_hold(rules: StudiedRules) -> None:
    assert check_examples(rules.verbs) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全会深入学习贯彻[党的二十大|meeting]和[中央经济工作会议|meeting]精神，认真落实[省委全会|meeting]部署，审议文件。",
         ["党的二十大", "中央经济工作会议", "省委全会"]),
        ("会议以新思想为指导，全面贯彻[中央农村工作会议|meeting]、[省委农牧工作会议|meeting]精神，安排工作。",
         ["中央农村工作会议", "省委农牧工作会议"]),
        ("会议传达学习[习近平总书记|person]在[全国科技大会|meeting]上的重要讲话精神和[省委常委会会议|meeting]精神。",
         ["习近平总书记在全国科技大会上的重要讲话", "省委常委会会议"]),
        ("会议传达学习了[习近平总书记|person]在岭川省、东屏省考察时的重要讲话精神。",
         ["习近平总书记在岭川省、东屏省考察时的重要讲话"]),
        ("会议传达学习[习近平总书记|person]重要讲话、重要指示精神。", ["习近平总书记重要讲话、重要指示"]),
        ("学习会专题学习习近平经济思想和[习近平总书记|person]考察时的重要讲话精神。",
         ["习近平经济思想", "习近平总书记考察时的重要讲话"]),
        ("会上，[苏慕之|person]传达了全会主要精神和[韩砚秋书记|person]讲话要求；[薄云天|person]领学了《甲决定》。",
         ["韩砚秋书记讲话要求", "甲决定"]),
        ("会议传达学习[习近平总书记|person]在[省纪委二次全会|meeting]上的重要讲话和全会精神。",
         ["习近平总书记在省纪委二次全会上的重要讲话", "省纪委二次全会"]),
        ("会议传达学习了[甲会议|meeting]精神，[习近平总书记|person]重要批示精神，[乙会议|meeting]精神。",
         ["甲会议", "习近平总书记重要批示", "乙会议"]),
        ("会议传达贯彻省委部署要求和[韦钧书记|person]批示精神。", ["韦钧书记批示"]),
        ("会议传达学习全省安全生产电视电话会议精神。", ["全省安全生产电视电话会议"]),
        ("会议传达学习中央、[省委对台工作会议|meeting]精神。", ["中央、省委对台工作会议"]),
        ("为深入学习贯彻[省委全会|meeting]精神，县委举办专题研讨班。", ["省委全会"]),
        ("会议书面传达了[全省巡视工作会议|meeting]精神。", ["全省巡视工作会议"]),
        ("会上,传达学习了[省委全会|meeting]精神,研究部署工作.", ["省委全会"]),
        ("会议召开,专题学习习近平经济思想.各乡镇汇报.", ["习近平经济思想"]),
        ("会议传达学习7月24日[省委常委会会议|meeting]精神。", ["省委常委会会议"]),
        ("[临岚县委常委会会议|main]召开，深入学习《甲意见》精神。", ["甲意见"]),
    ],
)  # fmt: skip
def test_what_the_meeting_studies_is_found(
    text: str, expected: list[str], rules: StudiedRules, document_rules: DocumentRules
) -> None:
    assert [study.label for study in studies(text, rules, document_rules)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，要认真学习贯彻[省委全会|meeting]精神，加快发展。",
        "会议指出，各级党组织要深入学习贯彻[省委全会|meeting]精神。",
        "[韦钧|person]要求，贯彻落实[省委全会|meeting]部署，抓好落实。",
        "会议认为，一年来全市深入贯彻[党的二十大|meeting]精神。",
        "全市上下深入学习贯彻[省委全会|meeting]精神，取得成效。",
        "会议听取了关于贯彻落实[省委全会|meeting]精神情况的汇报。",
        "会议认真落实党中央决策部署，传达学习有关会议精神。",
        "大会将高举旗帜，全面贯彻[省委全会|meeting]精神。",
        "会议以习近平新时代中国特色社会主义思想为指导，总结工作。",
        "[临岚县委常委会会议|main]研究了春耕工作。",
    ],
)
def test_demands_others_doing_and_nameless_things_are_none(
    text: str, rules: StudiedRules, document_rules: DocumentRules
) -> None:
    assert studies(text, rules, document_rules) == ()


def test_kinds_are_meeting_document_and_instruction(rules: StudiedRules, document_rules: DocumentRules) -> None:
    text = "会议传达学习[省委全会|meeting]精神、《甲意见》和[韦钧书记|person]重要批示精神。"
    found = studies(text, rules, document_rules)
    assert [study.kind for study in found] == [StudyKind.MEETING, StudyKind.DOCUMENT, StudyKind.INSTRUCTION]
    assert {study.meeting for study in found} == {MAIN}


def test_the_headline_counts_where_the_body_tells_nothing(rules: StudiedRules, document_rules: DocumentRules) -> None:
    headline = "县委常委会会议召开　传达学习[市委全会|meeting]精神\n"
    silent = headline + "1月12日，县委常委会会议召开，研究工作。"
    telling = headline + "1月12日，会议传达学习了[市委五届九次全会|meeting]精神。"
    assert [study.label for study in studies(silent, rules, document_rules)] == ["市委全会"]
    assert [study.label for study in studies(telling, rules, document_rules)] == ["市委五届九次全会"]


def test_without_a_main_meeting_nothing_is_studied(rules: StudiedRules) -> None:
    reading, _ = read("会议传达学习[省委全会|meeting]精神。")
    assert find_studied(reading, rules, ()) == ()
