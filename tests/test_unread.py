"""Clauses that look as if they said something are told where no fact came of them, and only there."""

from __future__ import annotations

import pytest

from zhengmai.model import Article
from zhengmai.pipeline import Resources, load_resources
from zhengmai.rules import Rule, check_examples
from zhengmai.unread import find_unread, load_unread_rules, report

OPENING = "1月5日，临岚县委书记方致远主持召开县委常委会会议。"


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return load_unread_rules()


def test_the_rules_hold_their_examples(rules: tuple[Rule, ...]) -> None:
    assert check_examples(rules) == []


@pytest.mark.parametrize(
    ("words", "suspected"),
    [
        ("驻县某部副局长铿锵锵铿介绍了情况。", {("unread.holder", "铿锵锵铿")}),
        ("某某某主持后半程。", {("unread.role", "主持")}),
        ("据《临岚日报》报道。", {("unread.act", "《临岚日报》")}),
        ("会上展示了《临岚风物志》书影。", {("unread.document", "《临岚风物志》")}),
        ("我们一路走来，就是要走得更远。", {("unread.demand", "要")}),
        ("产值将来可能超过3亿元。", {("unread.figure", "超过")}),
        ("那时开的是第三次碰头会议。", {("unread.session", "第三次碰头会议")}),
        ("经过选举，班子产生。", {("unread.appointment", "选举")}),
        ("县长耿介、副县长苗青出席会议。", set()),
        ("方致远强调，要压实责任，确保粮食产量达到95万吨。", set()),
        ("会议审议《临岚县气象灾害防御办法》。", set()),
        ("会议传达学习了市委五届九次全会精神。", set()),
        ("会议决定：任命苗青为临岚县教育局局长。", set()),
    ],
)
def test_what_is_suspected(
    words: str, suspected: set[tuple[str, str]], resources: Resources, rules: tuple[Rule, ...]
) -> None:
    found = find_unread(Article("x", OPENING + words), resources, rules)
    assert {(clause.rule.id, clause.words) for clause in found} == suspected


def test_a_clause_shows_where_it_stands(resources: Resources, rules: tuple[Rule, ...]) -> None:
    text = OPENING + "经过选举，班子产生。"
    (clause,) = find_unread(Article("x", text), resources, rules)
    assert text[clause.at :].startswith(clause.words)
    assert (clause.before, clause.after) == ("经过", "，班子产生。")


def test_the_report_counts_by_pattern_and_takes_examples_from_many_articles(
    resources: Resources, rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    texts = {"a": "经过选举，班子产生。又经过选举，换了人。", "b": "选举在即。《临岚风物志》好看。"}
    clauses = [clause for name, text in texts.items() for clause in find_unread(Article(name, text), resources, rules)]
    lines = list(report(clauses, 2))
    assert [line for line in lines if line.startswith("unread")] == [
        "unread.appointment (任命、当选、免去，没有读出谁任什么): 3 clauses in 2 articles",
        "unread.document (认得的文件只算被提到): 1 clauses in 1 articles",
    ]
    assert lines[1] == "  选举 3"
    assert [line.split(":")[0].strip() for line in lines[2:4]] == ["a", "b"]


def test_where_all_is_read_the_report_says_so() -> None:
    assert len(list(report([], 5))) == 1
