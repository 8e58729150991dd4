"""The command line as a user runs it: a process, its output, its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def zhengmai(tmp_path: Path) -> Run:
    """Runs `zhengmai ARGS` in a folder of its own; `locale` is what LC_ALL says."""

    def run(*args: str, locale: str = "C.UTF-8", stdin: str = "") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "zhengmai", *args]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, input=stdin, capture_output=True, encoding="utf-8", timeout=300
        )

    return run
