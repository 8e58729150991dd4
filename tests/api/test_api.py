"""The Python API, as a notebook uses it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import zhengmai

REPORT = "县委书记方致远主持召开县委常委会会议。方致远强调，县发改局要6月底前完成移民安置点建设。"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import sys, zhengmai; print(*sorted(m for m in sys.modules if m.startswith('zhengmai')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["zhengmai"]


def test_every_public_name_is_there() -> None:
    assert all(callable(getattr(zhengmai, name)) for name in zhengmai.__all__)
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        _ = zhengmai.biuld


def test_articles_are_read_one_by_one_and_what_cannot_be_is_kept(report: Path) -> None:
    intake = zhengmai.read(report, report.with_name("missing.txt"))
    assert [(article.id, article.text) for article in intake] == [("report", REPORT)]
    assert len(intake.refusals) == 1


def test_facts_can_be_walked_to_their_words(report: Path) -> None:
    (article,) = zhengmai.read(report)
    found = zhengmai.extract(article)
    (official,) = found.officials
    assert official.name == "方致远"
    assert {article.text[evidence.span.start : evidence.span.stop] for evidence in official.evidence}
    assert all("方致远" in article.text[e.span.start : e.span.stop] for e in official.evidence)


def test_bare_text_will_do_and_what_is_found_reads_as_lines() -> None:
    lines = zhengmai.describe(zhengmai.extract(REPORT)).splitlines()
    assert "officials (1)" in lines
    assert any(line.startswith("  方致远  ") for line in lines)
    assert "  方致远：县发改局要6月底前完成移民安置点建设  → 县发改局  ⏱ 6月底前 (--06-30)" in lines


def test_a_build_tells_what_came_of_it(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    result = zhengmai.build(report, tmp_path / "missing.txt", out=tmp_path / "out.trig")
    assert result.counts["articles"] == 1
    assert [refusal.origin for refusal in result.refused] == [str(tmp_path / "missing.txt")]
    assert str(result).startswith("articles 1: officials 1, ")
    assert (tmp_path / "out.trig").stat().st_size
