"""A graph as a page: `page.page` draws it, and this is what can be asked for.

`Choice(focus="韩砚秋", depth=1)` asks for 韩砚秋 and what is linked with him. Only this much is loaded to read a
command's arguments.
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("official", "meeting", "document", "task", "organ", "formulation")  # where not all fit, the first come first
VIEWS = ("network", "people")
MOST = 1000  # nodes that a browser shows within two seconds


@dataclass(frozen=True, slots=True)
class Choice:
    """What to show. `since` and `until`: ISO dates, whole or partial, both included; `focus`: a name, or part of it."""

    focus: str | None = None
    depth: int = 2  # links from the focus
    kinds: tuple[str, ...] = KINDS
    since: str | None = None
    until: str | None = None
    most: int = MOST
    view: str = "network"
