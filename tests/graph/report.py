"""A small report written by hand, what it says, and a way to ask its graph."""

from __future__ import annotations

import pyoxigraph as ox

from zhengmai import model as m
from zhengmai.graph.rdf import statements
from zhengmai.query import rows

TEXT = (
    "1月12日，县委书记方　远主持召开县委常委会会议。会议强调，市住建局要在6月底前完成12处易涝点改造。原县长白石列席。"
)


def said(words: str) -> tuple[m.Evidence, ...]:
    """Evidence at the first place where the text reads so."""
    start = TEXT.index(words)
    return (m.Evidence(m.Span(start, start + len(words)), "test.rule"),)


FANG = m.Official(
    name="方远",
    written="方　远",
    holdings=(m.Holding("县委书记", "临岚县委书记", m.TenureStatus.HELD, said("县委书记方　远")),),
    evidence=said("方　远"),
    note="女，回族",
)
BAI = m.Official(
    name="白石",
    written="白石",
    holdings=(m.Holding("原县长", "临岚县县长", m.TenureStatus.FORMER, said("原县长白石")),),
    evidence=said("白石"),
)
MEETING = m.Meeting(
    key="m1",
    names=("县委常委会会议", "会议"),
    main=True,
    evidence=said("县委常委会会议"),
    kind=m.MeetingKind.STANDING_COMMITTEE,
    start="2023-01-12",
    host="临岚县委",
)
TASK = m.Task(
    text="市住建局要在6月底前完成12处易涝点改造",
    by="会议",
    evidence=said("市住建局要在6月底前完成12处易涝点改造"),
    order=1,
    assignees=("市住建局",),
    deadline_text="6月底前",
    deadline="2023-06",
)
TARGET = m.Target(
    indicator="易涝点改造",
    value_text="12处",
    evidence=said("12处易涝点改造"),
    comparator=m.Comparator.EQUAL,
    values=(12.0,),
    unit="处",
    year="2023",
    task=1,
)
STOP = TEXT.index("。") + 1
FACTS = m.Extraction(
    article=m.Article("r", TEXT, source="临岚县融媒体中心", url="https://example.org/<r>"),
    locality="临岚县",
    published="2023-01-13",
    sentences=(m.Span(0, STOP), m.Span(STOP, len(TEXT))),
    officials=(FANG, BAI),
    meetings=(MEETING,),
    participations=(
        m.Participation("方远", True, "m1", m.Role.CHAIR, said("方　远主持"), order=1),
        m.Participation("白石", True, "m1", m.Role.OBSERVER, said("白石列席")),
    ),
    tasks=(TASK,),
    targets=(TARGET,),
    notes=("年份据发布日期推定",),
)


def ask(extraction: m.Extraction, where: str, **options: bool) -> list[tuple[str, ...]]:
    """The values of the variables of a SPARQL pattern, sorted."""
    store = ox.Store()
    store.load(statements(extraction, **options), format=ox.RdfFormat.N_QUADS)  # type: ignore[arg-type]
    names = sorted({word for word in where.replace(")", " ").split() if word.startswith("?")})
    found = rows(store, f"SELECT DISTINCT {' '.join(names)} WHERE {{ {where} }}")
    return sorted(tuple(row.get(name[1:], "") for name in names) for row in found)
