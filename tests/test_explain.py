"""The explanation names each sentence's mentions, facts with their rules, and the rules that came close."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from zhengmai import resources
from zhengmai.explain import explain, facts_of, rules_of
from zhengmai.model import Article
from zhengmai.pipeline import Resources, extract, load_resources
from zhengmai.tagging import MARKS

TEXT = (
    "县委常委会召开会议\n1月12日，县委书记方致远主持召开县委常委会会议。会议通过《养犬办法》。会议由其主持人宣布闭幕。"
)
FACETS = ("officials", "meetings", "participations", "documents", "studies", "tasks", "formulations", "targets")


@pytest.fixture(scope="module")
def loaded() -> Resources:
    return load_resources()


@pytest.fixture(scope="module")
def told(loaded: Resources) -> list[str]:
    """The explanation of TEXT, a block a sentence, headed by one for the article."""
    return explain(Article("report", TEXT), loaded).split("\n\n")


def test_the_article_and_its_place_come_first(told: list[str], loaded: Resources) -> None:
    assert told[0].strip() == "report · locality: unknown"
    assert explain(Article("a", "临岚县委书记方致远讲话。县长苏慕之出席。"), loaded).startswith(
        "a · locality: 临岚县\n"
    )


def test_each_sentence_is_numbered_and_its_mentions_are_marked(told: list[str]) -> None:
    heads = [block.strip().split("\n")[0] for block in told[1:]]
    assert heads == [
        "1. (headline) 县委常委会召开会议",
        "2. (body) 1月12日，[县委书记方致远|person]主持召开[县委常委会会议|meeting]。",
        "3. (body) 会议通过[《养犬办法》|document]。",
        "4. (body) 会议由其主持人宣布闭幕。",
    ]


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (2, r"official      方致远  ← people\.name “方致远”"),
        (2, r"post          方致远 县委书记 \(held\)  ← people\.title-before-name “县委书记方致远”"),
        (2, r"participation 方致远 chair m1  ← participation\.chair “县委书记方致远” \+ participation\.chair “主持”"),
        (3, r"document      《养犬办法》  ← .*“《养犬办法》”"),
        (3, r"act           adopted 《养犬办法》  ← .*“[^”]*通过《养犬办法》”"),
    ],
)
def test_a_fact_is_told_with_the_rule_and_its_words(told: list[str], block: int, line: str) -> None:
    assert re.search(rf"^   {line}", told[block], re.MULTILINE)


def test_rules_that_came_close_say_why_they_lost(told: list[str]) -> None:
    close = told[4].partition("came close:")[2]
    assert "participation.chair.by (会议由某人主持): 主持 stands here, but the pattern does not fit" in close
    assert "participation.attendee (" in close
    assert "matches “宣布”, but gave no fact of its own" in close


def test_a_rule_that_gave_a_fact_did_not_only_come_close(told: list[str]) -> None:
    assert "participation.chair (" not in told[2]


def test_every_fact_of_an_extraction_is_told(loaded: Resources) -> None:
    path = Path(__file__).parents[1] / "eval" / "gold" / "d-04.txt"
    found = extract(Article("d-04", path.read_text("utf-8")), loaded)
    kinds = {kind for kind, _, _ in facts_of(found)}
    assert kinds >= {"official", "post", "meeting", "participation", "document", "act", "studied", "task"}
    spans = {evidence.span for _, _, evidence in facts_of(found)}
    assert spans == {
        e.span
        for facet in FACETS
        for fact in getattr(found, facet)
        for e in (
            *fact.evidence,
            *(e for held in getattr(fact, "holdings", ()) for e in held.evidence),
            *(e for act in getattr(fact, "acts", ()) for e in act.evidence),
        )
    }


def test_every_packaged_rule_can_come_close(loaded: Resources) -> None:
    folder = Path(str(resources.rules("any"))).parent
    files = [path for path in folder.glob("*.toml") if path.stem != "unread"]  # whose rules look for what is missed
    written = [rule for path in files for rule in tomllib.loads(path.read_text("utf-8"))["rule"]]
    packaged = {rule["id"] for rule in written if "cues" in rule}  # without a cue it is a part of others
    assert packaged - {rule.id for rule in rules_of(loaded)} == set()


def test_no_mark_is_printed(told: list[str]) -> None:
    assert not set("".join(told)) & set(MARKS.values())
