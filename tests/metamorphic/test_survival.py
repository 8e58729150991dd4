"""What a report says does not hang on names, signs, paragraphs or the page around it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from tests.metamorphic.changes import ABSENT, CHANGES, Change, Changed
from tests.metamorphic.report import ENOUGH, FLOORS, GOLD, lifted, reports_of, share
from tests.metamorphic.survival import Report, Survival, read_report, survive
from zhengmai.model import Article
from zhengmai.pipeline import Resources, extract, load_resources

FLOOR = json.loads(FLOORS.read_text("utf-8"))


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return reports_of(GOLD)


@pytest.fixture(scope="module", params=CHANGES)
def survivals(
    request: pytest.FixtureRequest, reports: list[Report], resources: Resources
) -> tuple[str, list[Survival]]:
    return request.param, [survive(report, CHANGES[request.param], resources) for report in reports]


def test_facts_survive(survivals: tuple[str, Sequence[Survival]]) -> None:
    change, found = survivals
    assert share(change, found) >= FLOOR.get(change, ENOUGH)


def test_nobody_appears_whom_the_text_does_not_name(survivals: tuple[str, Sequence[Survival]]) -> None:
    assert [survival.strangers for survival in survivals[1] if survival.strangers] == []


def test_the_page_around_a_report_gives_no_facts(reports: list[Report], resources: Resources) -> None:
    for change in ("page furniture", "byline first", "byline last", "byline apart"):
        for report in reports:
            text = CHANGES[change].apply(report.seen).text
            found = {official.name for official in extract(Article("page", text), resources).officials}
            assert found.isdisjoint(ABSENT)


SENTENCE = "云溪市委书记韩砚秋主持召开市委常委会会议。会议强调，要落实“六稳”部署。"


def test_a_text_as_it_was_keeps_all_facts(resources: Resources, reports: list[Report]) -> None:
    for report in reports:
        kept, facts = survive(report, Change(lambda seen: Changed(seen.text)), resources).count()
        assert kept == facts > 0


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("", {"people", "posts", "main meeting", "participation", "tasks", "formulations"}),
        (SENTENCE.replace("主持召开", "关注"), {"participation"}),
        (SENTENCE.replace("六稳", "六保"), {"formulations"}),
    ],
)
def test_a_lost_fact_is_counted(text: str, lost: set[str], resources: Resources) -> None:
    report = read_report(Article("x", SENTENCE), resources)
    found = survive(report, Change(lambda seen: Changed(text)), resources)
    assert lost <= {facet for facet, tally in found.tallies.items() if tally.missed}


def test_what_a_change_may_cost_is_not_counted(resources: Resources) -> None:
    report = read_report(Article("x", SENTENCE), resources)
    found = survive(report, Change(lambda seen: Changed("")), resources)
    assert found.count()[1] - found.count(frozenset({"formulations"}))[1] == 1


def test_floors_only_rise_and_go_where_enough_is_reached() -> None:
    floors = {"a": 0.7, "b": 0.9, "c": 0.5}
    assert lifted(floors, {"a": 0.755, "b": 0.8, "c": 0.99, "d": 0.123}) == {"a": 0.75, "b": 0.9, "d": 0.12}
