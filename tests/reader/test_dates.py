"""Dates that machines wrote."""

from __future__ import annotations

import pytest

from zhengmai.reader.dates import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-02-09 10:15", "2023-02-09"),
        ("2026-09-28-21:50:00", "2026-09-28"),
        ("2023-02-09T10:15:00+08:00", "2023-02-09"),
        ("2023/2/9", "2023-02-09"),
        (" 2023年2月9日", "2023-02-09"),
        ("20230209", "2023-02-09"),
        ("2023-02", "2023-02"),
        ("2023年2月", "2023-02"),
        ("2023", "2023"),
        ("2023-02-30", None),
        ("2023-13-01", None),
        ("0000-00-00", None),
        ("20231", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_dates_become_iso_and_stay_as_partial_as_they_are(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected
