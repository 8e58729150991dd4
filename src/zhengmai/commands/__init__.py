"""The commands, each a module with `arguments` (what it takes) and `run` (what it does, giving the exit status).

`zhengmai query …` runs `commands.query.run`. The modules import what is heavy inside `run`: help must come at once.
"""

from __future__ import annotations

import argparse
from typing import Protocol

from zhengmai.commands import build, check, demo, draw, evaluate, explain, query


class Command(Protocol):
    """What each command's module offers."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declares the arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Does it; gives the exit status."""


COMMANDS: dict[str, Command] = {
    "build": build,
    "explain": explain,
    "evaluate": evaluate,
    "check": check,
    "query": query,
    "draw": draw,
    "demo": demo,
}
