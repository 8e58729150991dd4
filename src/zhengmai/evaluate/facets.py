"""Scoring a graph against gold, facet by facet.

Gold reports and a graph's answers come in, a tally a facet goes out: for `市委书记韩砚秋主持会议` the gold row
(韩砚秋, chair) is a hit of the facet `participation` if the graph holds it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from zhengmai.evaluate.answers import Answers, Item, Items
from zhengmai.evaluate.folding import fold, fold_post, fold_studied, pair_passages
from zhengmai.evaluate.gold import Gold
from zhengmai.evaluate.meetings import score_meetings
from zhengmai.evaluate.tally import Fact, Tallies

QUESTIONS = (
    "people", "meetings", "participation", "documents", "studied", "directives", "formulations", "targets",
)  # fmt: skip


def score(golds: Iterable[Gold], answers: Answers) -> tuple[Tallies, list[str]]:
    """The tallies, and the ids of the reports that are not in the graph."""
    tallies, absent = Tallies(), []
    asked = {question: answers.items(question) for question in QUESTIONS}
    posts: dict[str, set[Fact]] = defaultdict(set)
    for row in answers.rows("posts"):
        posts[row["report"]].add((fold(row["name"]), fold_post(row["post"])))
    for gold in golds:
        given = {question: reports.get(gold.id, {}) for question, reports in asked.items()}
        if not any(given.values()):
            absent.append(gold.id)
        _score_report(tallies, gold, given, posts[gold.id])
    return tallies, absent


def _score_report(tallies: Tallies, gold: Gold, given: dict[str, Items], posts: set[Fact]) -> None:
    people = {fold(person.name) for person in gold.people}
    tallies["people"].add(gold.id, people, _named(given["people"], people))
    want = [(fold(person.name), fold_post(post)) for person in gold.people for post in person.posts]
    tallies["posts"].add(gold.id, want, posts)
    main = score_meetings(tallies, gold, given["meetings"])
    _score_participation(tallies, gold, given["participation"], main)
    _score_documents(tallies, gold, given["documents"])
    studied = {fold_studied(label) for label in gold.studied}
    tallies["studied"].add(gold.id, studied, _named(given["studied"], studied, fold_studied))
    phrases = {fold(phrase) for phrase in gold.formulations}
    tallies["formulations"].add(gold.id, phrases, _named(given["formulations"], phrases))
    _score_tasks(tallies, gold, given["directives"])
    _score_targets(tallies, gold, given["targets"])


def _named(items: Items, gold: set[str], clean: Callable[[str], str] = fold) -> list[str]:
    """What the items give: the gold name that one of their names is, else their first name with a plus."""
    names = [{clean(name) for name in item["name"]} for item in items.values()]
    return [min(own & gold, default="+" + min(own)) for own in names]


def _score_participation(tallies: Tallies, gold: Gold, items: Items, main: dict[str, str]) -> None:
    several = sum(meeting.main for meeting in gold.meetings) > 1
    people = {fold(person.name) for person in gold.people}

    def row(who: str, role: str, meeting: str | None) -> Fact:
        return (who, role, meeting) if several else (who, role)

    wanted = {row(fold(p.who), p.role, p.meeting): fold(p.who) in people for p in gold.participation + gold.groups}
    given: dict[bool, list[Fact]] = {True: [], False: []}
    for item in items.values():
        meeting, is_person = main.get(item.one("meeting")), "true" in item["person"]
        rows = [row(fold(name), role, meeting) for name in sorted(item["name"]) for role in item["role"]]
        wrong: Fact = ("+", *rows[0]) if rows else ("+",)
        given[is_person].append(next((x for x in rows if wanted.get(x) == is_person), wrong))
    for facet, is_person in (("participation", True), ("groups", False)):
        tallies[facet].add(gold.id, [x for x, person in wanted.items() if person == is_person], given[is_person])


def _score_documents(tallies: Tallies, gold: Gold, items: Items) -> None:
    titles = {fold(document.title) for document in gold.documents}
    given = _named(items, titles)
    tallies["documents"].add(gold.id, titles, given)
    want = [(fold(document.title), document.act) for document in gold.documents if document.act != "cited"]
    have = [(title, act) for item, title in zip(items.values(), given, strict=True) for act in item["act"] - {"cited"}]
    tallies["document acts"].add(gold.id, want, have)


def _score_tasks(tallies: Tallies, gold: Gold, items: Items) -> None:
    order = sorted(items.values(), key=lambda item: min(map(int, item["begin"]), default=0))
    pairs = pair_passages([task.text for task in gold.tasks], [item.one("text") for item in order])
    texts = [
        fold(gold.tasks[pairs[j]].text) if j in pairs else "+" + fold(item.one("text")) for j, item in enumerate(order)
    ]
    given = list(zip(texts, order, strict=True))
    want = [(fold(task.text), task) for task in gold.tasks]
    tallies["tasks"].add(gold.id, [text for text, _ in want], texts)

    spoken = [(text, fold(item.one("by", "会议"))) for text, item in given if item["spoken"]]
    tallies["task by"].add(gold.id, [(text, fold(task.by)) for text, task in want], spoken)
    headed = [(text, fold(task.heading)) for text, task in want if task.heading]
    tallies["task heading"].add(gold.id, headed, _values(given, "heading"))
    if any(task.assignee is not None for task in gold.tasks):
        assigned = [(text, fold(name)) for text, task in want for name in task.assignee or ()]
        tallies["task assignee"].add(gold.id, assigned, _values(given, "assignee"))
        limited = [(text, fold(task.deadline)) for text, task in want if task.deadline]
        tallies["task deadline"].add(gold.id, limited, _values(given, "deadline"))


def _values(given: Sequence[tuple[str, Item]], column: str) -> list[Fact]:
    return [(text, fold(value)) for text, item in given for value in item[column]]


def _score_targets(tallies: Tallies, gold: Gold, items: Items) -> None:
    want = [f"{fold(target.indicator)}={fold(target.value)}" for target in gold.targets]
    have = [f"{fold(item.one('indicator'))}={fold(item.one('value'))}" for item in items.values()]
    pairs = pair_passages(want, have)
    given = [want[pairs[j]] if j in pairs else "+" + figure for j, figure in enumerate(have)]
    tallies["targets"].add(gold.id, want, given)
