"""An article's graph says what the extraction says, each fact with its words."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from tests.graph.report import BAI, FACTS, FANG, MEETING, STOP, TARGET, TASK, TEXT, ask, said
from zhengmai import model as m
from zhengmai.errors import GraphError
from zhengmai.graph.rdf import statements

ID = "https://w3id.org/zhengmai/id/"
KINDS = "https://w3id.org/zhengmai/kinds/"


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("?a a zm:Official ; foaf:name ?b ; zm:asWritten ?c ; zm:note ?d",
         [(ID + "official/临岚县/方远", "方远", "方　远", "女，回族")]),
        ("[] zm:reportsOn/rdfs:label ?name", [("县委常委会会议",)]),
        ("[] a zm:Meeting ; skos:altLabel ?also ; schema:startDate ?day ; zm:convenedBy/rdfs:label ?host",
         [("会议", "2023-01-12", "临岚县委")]),
        ("[] zm:meetingKind ?kind", [(KINDS + "meeting/standing-committee",)]),
        ("[] zm:participant/foaf:name ?a ; zm:asWritten ?b ; zm:order ?c", [("方远", "方远", "1")]),
        ("?a zm:text ?b ; zm:setBy/zm:speaker/rdfs:label ?c ; zm:assignee/rdfs:label ?d",
         [(ID + "article/r/task/1", TASK.text, "县委常委会会议", "市住建局")]),
        ("[] zm:deadlineText ?a ; zm:deadline ?b FILTER(DATATYPE(?b) = xsd:gYearMonth)", [("6月底前", "2023-06")]),
        ("[] zm:hasTarget ?t . ?t zm:indicator/rdfs:label ?a ; zm:valueText ?b ; schema:value ?c ; schema:unitText ?d",
         [("易涝点改造", "12处", "12", "处", ID + "article/r/target/1")]),
        ("[] zm:comparator ?a ; zm:targetYear ?b", [(KINDS + "comparator/equal", "2023")]),
        ("[] a zm:Article ; zm:locality/rdfs:label ?a ; zm:sourceName ?b ; schema:url ?c",
         [("临岚县", "临岚县融媒体中心", "https://example.org/<r>")]),
        ("?g prov:hadPrimarySource/dcterms:identifier ?a ; prov:wasGeneratedBy/a zm:ExtractionRun",
         [("r", ID + "graph/r")]),
        ("[] skos:editorialNote ?a", [("年份据发布日期推定",)]),
    ],
)  # fmt: skip
def test_the_graph_says_what_was_found(where: str, expected: list[tuple[str, ...]]) -> None:
    assert ask(FACTS, where) == expected


def test_only_a_post_that_is_held_is_held() -> None:
    assert ask(FACTS, "[] org:holds/rdfs:label ?post") == [("临岚县委书记",)]
    statuses = ask(
        FACTS, "[] zm:tenureOf/foaf:name ?a ; zm:ofPost/rdfs:label ?b ; zm:tenureStatus ?c ; zm:asWritten ?d"
    )
    assert statuses == [
        ("方远", "临岚县委书记", KINDS + "tenure/held", "县委书记"),
        ("白石", "临岚县县长", KINDS + "tenure/former", "原县长"),
    ]


def test_one_span_is_one_evidence_in_its_sentence() -> None:
    extraction = replace(FACTS, officials=(FANG, replace(BAI, evidence=FANG.evidence)))
    (span,) = {words.span for words in FANG.evidence}
    evidence = f"{ID}article/r/span/{span.start}-{span.stop}"
    found = ask(
        extraction,
        f"<{evidence}> oa:hasSelector ?f . ?f oa:start ?a ; oa:end ?b ; oa:exact ?c . "
        f"<{evidence}> zm:foundBy ?d ; zm:inSentence/oa:end ?e . ?x zm:evidencedBy <{evidence}> ; foaf:name ?y",
    )
    told = (str(span.start), str(span.stop), "方　远", "test.rule", str(STOP), evidence + "/selector")
    assert found == [(*told, ID + "official/临岚县/" + name, name) for name in ("方远", "白石")]


def test_words_outside_all_sentences_are_evidence_still() -> None:
    extraction = replace(FACTS, sentences=(m.Span(STOP, len(TEXT)),))
    assert ("方　远",) in ask(extraction, "[] oa:hasSelector/oa:exact ?x")


def test_without_its_text_the_graph_holds_the_evidence_alone() -> None:
    assert ask(FACTS, "[] schema:articleBody ?text") == [(TEXT,)]
    assert ask(FACTS, "[] schema:articleBody ?text", with_text=False) == []
    assert ("方　远",) in ask(FACTS, "[] oa:exact ?text", with_text=False)


def test_the_parts_of_a_joint_meeting_belong_to_it_and_are_known_by_themselves() -> None:
    joint = replace(
        MEETING, names=("临岚县委五届九次全会暨经济工作会议",), parts=("临岚县委五届九次全会", "经济工作会议")
    )
    found = ask(replace(FACTS, meetings=(joint,)), "?a schema:superEvent/rdfs:label ?b ; rdfs:label ?c")
    assert found == [
        (ID + "meeting/临岚县委/经济工作会议/2023-01-12", joint.names[0], "经济工作会议"),
        (ID + "meeting/临岚县委五届九次全会", joint.names[0], "临岚县委五届九次全会"),
    ]


def test_meetings_of_one_name_stay_apart() -> None:
    two = (MEETING, replace(MEETING, key="m2"))
    assert len(ask(replace(FACTS, meetings=two), "?m a zm:Meeting")) == 2


def test_a_study_is_the_meeting_or_document_that_the_article_names_or_else_an_instruction() -> None:
    document = m.Document("岭川省行政规范性文件管理规定", (), (), said("会议"))
    mentioned = m.Meeting("m2", ("中央经济工作会议", "经济会"), False, said("会议"))
    labels = ("经济会", document.title, "重要讲话", "中央另一会议")
    kinds = (m.StudyKind.MEETING, m.StudyKind.DOCUMENT, m.StudyKind.INSTRUCTION, m.StudyKind.MEETING)
    studies = tuple(m.Study(label, kind, "m1", said("会议")) for label, kind in zip(labels, kinds, strict=True))
    extraction = replace(FACTS, meetings=(MEETING, mentioned), documents=(document,), studies=studies)
    found = ask(extraction, "[] zm:implements ?x . ?x a ?y ; rdfs:label|dcterms:title ?z")
    assert [(kind.rpartition("#")[2], name) for _, kind, name in found] == [
        ("Instruction", "重要讲话"),
        ("Instruction", "中央另一会议"),
        ("Meeting", "中央经济工作会议"),
        ("Document", "岭川省行政规范性文件管理规定"),
    ]


def test_a_document_bears_its_acts_number_and_other_titles() -> None:
    acts = (
        m.DocumentAct(m.Act.REVIEWED, said("会议"), "m1"),
        m.DocumentAct(m.Act.ISSUED, said("会议"), body="临岚县委"),
    )
    document = m.Document("关于加强管理的意见", ("意见",), acts, said("会议"), "临发〔2023〕5号")
    extraction = replace(FACTS, documents=(document,))
    assert ask(extraction, "?a dcterms:title ?b ; dcterms:alternative ?c ; zm:documentNumber ?d") == [
        (ID + "document/关于加强管理的意见", "关于加强管理的意见", "意见", "临发〔2023〕5号")
    ]
    assert ask(extraction, "?a zm:actOn/dcterms:title ?b ; zm:actType ?c ; zm:actAt|zm:actBy ?d") == [
        (ID + "article/r/act/1", document.title, KINDS + "act/reviewed", ID + "meeting/临岚县委常委会会议/2023-01-12"),
        (ID + "article/r/act/2", document.title, KINDS + "act/issued", ID + "organ/临岚县委"),
    ]


@pytest.mark.parametrize(("by", "speaker"), [("方远", "方远"), ("会议", "县委常委会会议"), ("与会者", "与会者")])
def test_who_demands_is_an_official_the_meeting_or_a_group(by: str, speaker: str) -> None:
    extraction = replace(FACTS, tasks=(replace(TASK, by=by), replace(TASK, by=by, order=2)))
    found = ask(extraction, "[] zm:setBy ?x . ?x zm:speaker/(foaf:name|rdfs:label) ?y ; zm:madeAt/rdfs:label ?z")
    assert found == [(ID + "article/r/statement/1", speaker, "县委常委会会议")]


def test_without_a_meeting_its_demands_are_those_of_the_words() -> None:
    extraction = replace(FACTS, meetings=(), participations=())
    assert ask(extraction, "[] zm:setBy/zm:speaker ?x . ?x a zm:Group ; rdfs:label ?y") == [
        (ID + "article/r/group/会议", "会议")
    ]


def test_a_heading_that_is_a_set_phrase_is_that_phrase() -> None:
    phrase = m.Formulation("六大攻坚", said("会议"))
    tasks = (replace(TASK, heading="六大攻坚"), replace(TASK, heading="七个方面", order=2))
    found = ask(replace(FACTS, formulations=(phrase,), tasks=tasks), "[] zm:underHeading ?x . ?x rdfs:label ?y")
    assert found == [
        (ID + "article/r/heading/七个方面", "七个方面"),
        (ID + "formulation/六大攻坚", "六大攻坚"),
    ]


def test_a_target_between_two_figures_has_both() -> None:
    target = replace(TARGET, comparator=m.Comparator.BETWEEN, values=(25.0, 20.5))
    found = ask(replace(FACTS, targets=(target,)), "[] schema:minValue ?x ; schema:maxValue ?y")
    assert found == [("20.5", "25")]


@pytest.mark.parametrize(
    ("extraction", "why"),
    [
        (replace(FACTS, article=m.Article("r", "会\udfff议")), "half of a character"),
        (replace(FACTS, article=m.Article("r\ud800", TEXT)), "half of a character"),
        (replace(FACTS, published="昨天"), "'昨天' is no date"),
    ],
)
def test_what_no_graph_can_say_is_refused_with_the_article(extraction: m.Extraction, why: str) -> None:
    with pytest.raises(GraphError, match=why) as caught:
        statements(extraction)
    assert str(caught.value).startswith("article 'r")


@pytest.mark.parametrize(
    "hostile", ['"', "\\", "\n<x> <y> <z> <g> .\n", "</script><script>", "\x00\x1b", "> <b", "𠮷\u202e"]
)
def test_hostile_words_stay_words(hostile: str) -> None:
    article = m.Article("a" + hostile, hostile, hostile, None, hostile, hostile, hostile)
    evidence = (m.Evidence(m.Span(0, len(hostile)), "test"),)
    official = m.Official(
        hostile, hostile, (m.Holding(hostile, hostile, m.TenureStatus.HELD, evidence),), evidence, hostile
    )
    found = m.Extraction(article, hostile, officials=(official,), formulations=(m.Formulation(hostile, evidence),))
    lines = statements(found)
    quads = list(ox.parse(lines, ox.RdfFormat.N_QUADS))
    assert len(quads) == lines.count(b"\n")
    assert len({quad.graph_name for quad in quads}) == 1
    assert ask(found, "[] foaf:name ?a ; zm:note ?b ; org:holds/rdfs:label ?c") == [(hostile,) * 3]
