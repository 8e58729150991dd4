"""Literals as N-Triples writes them.

A value comes in, bytes go out: `text("韩砚秋")` is `"韩砚秋"@zh`, `dated("--07-18")` is
`"--07-18"^^<…#gMonthDay>`. Texts may be hostile: whatever could end the literal or the line is escaped here, and
only here. A lone surrogate is no text and raises UnicodeEncodeError, which the caller turns into an error in words.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from zhengmai.errors import GraphError
from zhengmai.graph.vocab import XSD

# Quotes, backslashes, controls, and the two code points that are no characters; the rest stands for itself.
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f\ufffe\uffff]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|--(?P<in_year>\d\d)(?:-(?P<on>\d\d))?", re.ASCII
)
_LEAP_YEAR = 2000  # a month and day without a year may be 29 February


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    return _NAMED.get(sign) or f"\\u{ord(sign):04X}"


def escape(value: str) -> bytes:
    """The value as it may stand between the quotes of a literal."""
    return (_SPECIAL.sub(_escape, value) if _SPECIAL.search(value) else value).encode()


def text(value: str) -> bytes:
    """A text in Chinese."""
    return b'"' + escape(value) + b'"@zh'


@lru_cache(maxsize=1024)
def plain(value: str) -> bytes:
    """A string in no language: an identifier, a document number, the id of a rule."""
    return b'"' + escape(value) + b'"'


def _typed(name: str) -> bytes:
    return f'"^^<{XSD}{name}>'.encode()


# Not xsd:nonNegativeInteger: there are stores that give all integers back as xsd:integer.
_ADDRESS, _INTEGER, _DECIMAL = _typed("anyURI"), _typed("integer"), _typed("decimal")


def address(value: str) -> bytes:
    """A web address, kept as a literal: nobody promised that it is a well-formed IRI."""
    return b'"' + escape(value) + _ADDRESS


def integer(value: int) -> bytes:
    """A code point of the text, from 0, or a place in a list, from 1."""
    return b'"%d%b' % (value, _INTEGER)


def number(value: float) -> bytes:
    """A figure in digits, never with an exponent: 420.0 is `420`."""
    shown = f"{Decimal(repr(value)):f}".removesuffix(".0")
    return b'"' + shown.encode() + _DECIMAL


@lru_cache(maxsize=4096)
def dated(value: str) -> bytes:
    """A date as partial as it is: `2022-01-17`, `2022-01`, `2022`, `--07-18`, `--07`. Raises GraphError."""
    match = _DATE.fullmatch(value)
    if not match or not _exists(match):
        raise GraphError(f"{value!r} is no date; write 2022-01-17, 2022-01, 2022, --01-17 or --01")
    if match["year"]:
        name = "date" if match["day"] else "gYearMonth" if match["month"] else "gYear"
    else:
        name = "gMonthDay" if match["on"] else "gMonth"
    return b'"' + value.encode() + _typed(name)


def _exists(match: re.Match[str]) -> bool:
    """Whether the calendar has that day: it has no `2023-02-30`, but `--02-29`."""
    year, month, day = match["year"] or _LEAP_YEAR, match["month"] or match["in_year"] or 1, match["day"] or match["on"]
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return False
    return True
