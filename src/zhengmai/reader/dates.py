"""Dates that machines wrote: the metadata of pages and JSON lines.

A date in any of the forms that content management systems write comes in, ISO 8601 goes out, as partial as it came:
`2023/2/9 10:15`, `2023年2月9日` and `20230209` are `2023-02-09`; `2023年2月` is `2023-02`.
"""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"\s*(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?|(\d{2})(\d{2}))?(?!\d)")


def iso_date(written: str) -> str | None:
    """The date that the string begins with; None where it begins with none, or with one that the calendar lacks."""
    found = _DATE.match(written)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or found[4] or 0), int(found[3] or found[5] or 0)
    try:
        whole = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day else 7 if month else 4]
