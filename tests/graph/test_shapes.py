"""Every graph that is built keeps to the shapes, and one that is damaged does not."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from tests.graph.report import FACTS
from zhengmai import model as m
from zhengmai.graph.rdf import statements
from zhengmai.graph.shapes import violations

ZM = "https://w3id.org/zhengmai/ontology#"
ID = "https://w3id.org/zhengmai/id/"
OA = "http://www.w3.org/ns/oa#"


def stored(lines: str) -> ox.Store:
    store = ox.Store()
    store.load(lines.encode(), format=ox.RdfFormat.N_QUADS)
    return store


@pytest.fixture(scope="module")
def sound(whole_report: m.Extraction) -> str:
    return statements(whole_report).decode()


@pytest.fixture(scope="module")
def whole_report() -> m.Extraction:
    """A report in which something of every class stands."""
    evidence = FACTS.meetings[0].evidence
    act = m.DocumentAct(m.Act.REVIEWED, evidence, "m1", "临岚县委")
    return m.Extraction(
        article=FACTS.article,
        locality=FACTS.locality,
        published=FACTS.published,
        sentences=FACTS.sentences,
        officials=FACTS.officials,
        meetings=FACTS.meetings,
        participations=(*FACTS.participations, m.Participation("市住建局", False, "m1", m.Role.OBSERVER, evidence)),
        documents=(m.Document("实施办法", ("办法",), (act,), evidence, "临发〔2023〕5号"),),
        studies=(m.Study("重要讲话", m.StudyKind.INSTRUCTION, "m1", evidence),),
        tasks=(*FACTS.tasks, m.Task("抓落实", "方远", evidence, 2, heading="七个方面")),
        formulations=(m.Formulation("六稳", evidence),),
        targets=FACTS.targets,
    )


def test_graphs_of_annotated_reports_conform(all_gold: list[m.Extraction]) -> None:
    assert list(violations(stored("".join(statements(x).decode() for x in all_gold)))) == []


def test_a_graph_without_its_text_conforms(whole_report: m.Extraction) -> None:
    assert list(violations(stored(statements(whole_report, with_text=False).decode()))) == []


CLASSES = "Article Evidence Sentence ExtractionRun AdminArea Official Post Tenure Organ Group Meeting Participation "
CLASSES += "Instruction Statement Document DocumentAct Task Formulation Heading NumericTarget Indicator"


@pytest.mark.parametrize("name", CLASSES.split())
def test_a_thing_of_any_class_with_nothing_said_of_it_is_found(sound: str, name: str) -> None:
    bare = f"<urn:bare> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ZM}{name}> <{ID}graph/r> .\n"
    assert f"<{ZM}{name}>" in sound
    found = list(violations(stored(sound + bare)))
    assert found
    assert all(f"{ID}graph/r: urn:bare " in fault for fault in found)


def lacks(sound: str, predicate: str) -> str:
    """The graph without the first statement of that predicate."""
    damaged = re.sub(rf"^[^\n]*? <{re.escape(predicate)}> [^\n]*\n", "", sound, count=1, flags=re.MULTILINE)
    assert damaged != sound
    return damaged


REQUIRED = "evidencedBy setBy inMeeting participant role tenureOf ofPost tenureStatus actOn actType speaker indicator"
REQUIRED += " valueText text asWritten"
SELECTING = "start end exact hasSelector hasSource"


@pytest.mark.parametrize("predicate", [*(ZM + name for name in REQUIRED.split()), *(OA + x for x in SELECTING.split())])
def test_a_fact_that_lacks_a_part_is_found(sound: str, predicate: str) -> None:
    assert list(violations(stored(lacks(sound, predicate))))


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('"方远"@zh', '"方 远"@zh'),  # a name holds no space
        ('"方远"@zh', '"Fang Yuan"@en'),
        ("/kinds/role/chair>", "/kinds/role/chairman>"),
        ("/kinds/meeting/standing-committee>", "/kinds/act/studied>"),
        ('"2023-01-12"^^<http://www.w3.org/2001/XMLSchema#date>', '"12 January"'),
        ('"12"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"twelve"'),
        (f"<{OA}start> \"0\"^^", f"<{OA}start> \"999\"^^"),  # starts behind its end
        (f"<{ID}organ/临岚县委>", f"<{ID}place/临岚县>"),  # convened by a place
        (f"<{ID}article/r/statement/1>", "_:b"),  # a blank node
    ],
)
def test_a_wrong_value_is_found(sound: str, said: str, instead: str) -> None:
    assert said in sound
    assert list(violations(stored(sound.replace(said, instead))))


def test_what_is_wrong_is_told_in_either_language(sound: str) -> None:
    store = stored(lacks(sound, "http://xmlns.com/foaf/0.1/name"))
    (english,), (chinese,) = list(violations(store)), list(violations(store, "zh"))
    where = f"{ID}graph/r: {ID}official/临岚县/方远 http://xmlns.com/foaf/0.1/name: "
    assert english == where + "Has exactly one name, without spaces."
    assert chinese == where + "恰有一个不含空格的姓名。"


def test_graphs_are_held_apart(sound: str) -> None:
    other = sound.replace(f"<{ID}graph/r>", f"<{ID}graph/s>").replace('"县委常委会会议"@zh', '"常委会会议"@zh')
    assert list(violations(stored(sound + other))) == []
