"""Literals: nothing in a text ends the literal, and dates stay as partial as they are."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengmai.errors import GraphError
from zhengmai.graph import literals

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def parsed(literal: bytes) -> ox.Literal:
    """The literal as a parser of N-Triples reads it."""
    (triple,) = ox.parse(b"<urn:s> <urn:p> " + literal + b" .\n", ox.RdfFormat.N_TRIPLES)
    assert isinstance(triple.object, ox.Literal)
    return triple.object


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("县委书记方致远", '"县委书记方致远"@zh'),
        ('讲"真话"', '"讲\\"真话\\""@zh'),
        ("一\n二\r三\t四\\五", '"一\\n二\\r三\\t四\\\\五"@zh'),
        ("\x00\b\f\x1b\x7f", '"\\u0000\\b\\f\\u001B\\u007F"@zh'),
        ("\ufffe\uffff", '"\\uFFFE\\uFFFF"@zh'),
        ("𠮷田\u3000\u2028", '"𠮷田\u3000\u2028"@zh'),
        ("", '""@zh'),
    ],
)
def test_text_is_escaped_where_it_must(value: str, written: str) -> None:
    assert literals.text(value).decode() == written


@given(ANY_TEXT)
def test_every_text_is_read_back_as_it_was(value: str) -> None:
    assert parsed(literals.text(value)) == ox.Literal(value, language="zh")
    assert parsed(literals.plain(value)) == ox.Literal(value)
    assert parsed(literals.address(value)).value == value


@pytest.mark.parametrize("write", [literals.text, literals.plain, literals.address])
def test_half_a_character_is_no_text(write: object) -> None:
    with pytest.raises(UnicodeEncodeError):
        write("会\ud800议")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2022-01-17", "date"),
        ("2024-02-29", "date"),
        ("2022-01", "gYearMonth"),
        ("2022", "gYear"),
        ("--07-18", "gMonthDay"),
        ("--02-29", "gMonthDay"),
        ("--07", "gMonth"),
    ],
)
def test_a_date_is_as_partial_as_it_is(value: str, kind: str) -> None:
    literal = parsed(literals.dated(value))
    assert (literal.value, literal.datatype.value.rpartition("#")[2]) == (value, kind)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "昨天",
        "2023-02-30",
        "2023-13-01",
        "2023-00-10",
        "--02-30",
        "20230117",
        "2023-1-7",
        "２０２３",
        "2023-01-17\n",
        "0000-01-01",
    ],
)
def test_what_the_calendar_does_not_have_is_no_date(value: str) -> None:
    with pytest.raises(GraphError, match="is no date"):
        literals.dated(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [(420.0, "420"), (9.5, "9.5"), (0.1, "0.1"), (-3.0, "-3"), (1e16, "10000000000000000"), (1e-7, "0.0000001")],
)
def test_a_figure_is_written_in_digits(value: float, written: str) -> None:
    assert parsed(literals.number(value)).value == written
