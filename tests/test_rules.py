"""Rules: the packaged ones keep what their examples promise, and faulty ones are refused with file, rule and cause."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from zhengmai import resources
from zhengmai.errors import RuleError
from zhengmai.explain import rules_of
from zhengmai.model import Span
from zhengmai.pipeline import load_resources
from zhengmai.rules import Rule, check_examples, gate, load_rules, parse_rules, read_example
from zhengmai.tagging import Mention, tag

FOLDER = Path(str(resources.rules("any"))).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.toml"))
FILLED_IN = re.compile(r"@[a-z]+@")  # words that a facet's own loader puts into its patterns


def entries(name: str) -> list[dict[str, str]]:
    """The rules of a packaged file as they are written."""
    return list(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["rule"])


def rule(**changes: object) -> str:
    """A rule file with one rule; a key changed to None is left out."""
    keys = {"id": "test.chair", "says": "谁主持", "pattern": "{person}主持", "yes": ["[林远|person]主持"]} | changes
    return "[[rule]]\n" + "\n".join(f"{key} = {value!r}" for key, value in keys.items() if value is not None)


def one(**changes: object) -> Rule:
    (parsed,) = parse_rules(rule(**changes), "t.toml")
    return parsed


@pytest.fixture(scope="module")
def loaded() -> list[Rule]:
    """The rules as extraction has them."""
    return list(rules_of(load_resources()))


@pytest.mark.parametrize("name", FILES)
def test_the_packaged_rules_keep_their_examples(name: str, loaded: list[Rule]) -> None:
    text = (FOLDER / f"{name}.toml").read_text("utf-8")
    ids = [entry["id"] for entry in entries(name)]
    rules = [rule for rule in loaded if rule.id in ids] if FILLED_IN.search(text) else load_rules(name)
    assert sorted(rule.id for rule in rules) == sorted(ids)
    assert check_examples(rules) == []


@pytest.mark.parametrize("name", FILES)
def test_a_packaged_rule_says_in_chinese_what_it_is_for(name: str) -> None:
    assert [entry["id"] for entry in entries(name) if not re.search("[一-鿿]{2}", entry["says"])] == []


def test_rule_ids_are_unique_over_all_files() -> None:
    ids = [entry["id"] for name in FILES for entry in entries(name)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[rule]\n", r"t.toml: "),
        (rule(says=None), r"t.toml: rule 'test.chair': 'says' is missing"),
        (rule(yes=[]), r"t.toml: rule 'test.chair': 'yes' is missing"),
        (rule(id=None), r"t.toml: rule '\(no id\)': 'id' is missing"),
        (rule(maybe=["林远主持"]), r"t.toml: rule 'test.chair': unknown key 'maybe'; known are cues, "),
        (rule(pattern="{persn}主持"), r"unknown slot \{persn\}; did you mean \{person\}\?"),
        (rule(pattern="{who:zzz}主持"), r"unknown slot \{zzz\}; known are "),
        (rule(pattern="主持("), r"t.toml: rule 'test.chair': missing \)[^\n]*\n  主持\(\n    \^"),
        (rule() + "\n" + rule(), r"t.toml: rule 'test.chair' stands twice"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        parse_rules(text, "t.toml")


def test_a_file_without_rules_has_none() -> None:
    assert parse_rules("", "t.toml") == ()


def test_a_slot_binds_under_its_kind_or_name_and_quantifiers_stay() -> None:
    assert one(pattern="{person}.{0,2}{what:meeting}").pattern.groupindex == {"person": 1, "what": 2}


@pytest.mark.parametrize(
    ("example", "bound"),
    [("[甲、乙|people]出席", (0, 3)), ("[甲，乙、丙|people]出席", (0, 5)), ("会上，[甲|people]出席", (3, 4))],
)
def test_a_run_of_people_is_bound_as_one(example: str, bound: tuple[int, int]) -> None:
    people = one(pattern="{people}出席", yes=[example])
    assert check_examples([people]) == []
    tagged, _ = read_example(example)
    (match,) = people.search(tagged)
    assert tagged.span(*match.span("people")) == bound


def test_without_a_cue_a_rule_does_not_look() -> None:
    tagged = tag("林远主持", Span(0, 4), [Mention(Span(0, 2), "person", "林远")])
    assert [match[0][1:] for match in one().search(tagged)] == ["主持"]
    assert list(one(cues=["召开"]).search(tagged)) == []
    assert len(list(one(cues=["召开", "主持"]).search(tagged))) == 1


def test_the_gate_opens_for_any_cue() -> None:
    rules = [one(cues=["主持", "a.b"]), one(id="test.other", cues=["列席"])]
    opened = [text for text in ("林远列席", "主持", "a.b", "axb", "出席") if gate(rules).search(text)]
    assert opened == ["林远列席", "主持", "a.b"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"yes": ["[林远|person]列席"]}, "test.chair: does not find '[林远|person]列席'"),
        ({"yes": ["林远主持"]}, "test.chair: does not find '林远主持'"),
        ({"yes": ["[林|person]远，[傅山|person]主持"]}, "test.chair: does not find"),
        ({"no": ["[林远|person]主持"]}, "test.chair: should not match '[林远|person]主持'"),
    ],
)
def test_examples_that_do_not_hold_are_told(changes: dict[str, object], fault: str) -> None:
    (told,) = check_examples([one(**changes)])
    assert told.startswith(fault)
