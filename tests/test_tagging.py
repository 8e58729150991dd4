"""Mentions are folded into single characters, and ranges of the folded text lead back to the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengmai.model import Span
from zhengmai.tagging import MARKS, Mention, Tagged, tag

PERSON, MEETING = MARKS["person"], MARKS["meeting"]
TEXT = "会上，韩砚秋主持召开常委会会议。"


def mention(words: str, kind: str, text: str = TEXT) -> Mention:
    start = text.index(words)
    return Mention(Span(start, start + len(words)), kind, words)


@pytest.fixture(scope="module")
def tagged() -> Tagged:
    return tag(TEXT, Span(3, len(TEXT)), [mention("常委会会议", "meeting"), mention("韩砚秋", "person")])


def test_each_mention_becomes_its_mark(tagged: Tagged) -> None:
    assert tagged.text == f"{PERSON}主持召开{MEETING}。"


@pytest.mark.parametrize(
    ("start", "stop", "words"),
    [
        (0, 1, "韩砚秋"),
        (0, 3, "韩砚秋主持"),
        (1, 3, "主持"),
        (3, 6, "召开常委会会议"),
        (5, 7, "常委会会议。"),
        (0, 7, "韩砚秋主持召开常委会会议。"),
        (2, 2, ""),
    ],
)
def test_a_range_leads_back_to_its_words(tagged: Tagged, start: int, stop: int, words: str) -> None:
    assert TEXT[slice(*tagged.span(start, stop))] == words


@pytest.mark.parametrize(
    ("start", "stop", "found"),
    [(0, 7, ["韩砚秋", "常委会会议"]), (0, 1, ["韩砚秋"]), (1, 5, []), (1, 6, ["常委会会议"]), (5, 6, ["常委会会议"])],
)
def test_mentions_between_are_those_in_the_range(tagged: Tagged, start: int, stop: int, found: list[str]) -> None:
    assert [mention.what for mention in tagged.between(start, stop)] == found


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_that_overlap_the_one_that_begins_first_stays(order: int) -> None:
    overlapping = [mention("召开常委会", "meeting"), mention("常委会会议", "meeting")]
    assert tag(TEXT, Span(0, len(TEXT)), overlapping[::order]).mentions == (overlapping[0],)


def test_what_reaches_over_the_edge_is_left_out() -> None:
    assert tag(TEXT, Span(4, len(TEXT)), [mention("韩砚秋", "person")]).mentions == ()


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 4)).map(lambda pair: Span(pair[0], sum(pair))), max_size=6
)


@given(st.text("县委书记韩砚秋、，", min_size=25, max_size=25), SPANS, st.integers(0, 8))
def test_the_folded_text_unfolds_to_the_words(text: str, spans: list[Span], start: int) -> None:
    tagged = tag(text, Span(start, 22), [Mention(span, "person", text[slice(*span)]) for span in spans])
    unfolded = iter(tagged.mentions)
    assert "".join(next(unfolded).what if char == PERSON else char for char in tagged.text) == text[start:22]
    pieces = [text[slice(*tagged.span(at, at + 1))] for at in range(len(tagged.text))]
    assert "".join(pieces) == text[start:22]
