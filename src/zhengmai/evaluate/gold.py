"""Gold annotation: what a careful reader takes from a report.

A folder of `ID.txt` and `ID.json` comes in (the guide: `eval/GUIDE.md`), one `Gold` a report goes out:
`Gold(id="d-01", people=(GoldPerson("韩砚秋", ("云溪市委书记",)), …), …)`. A file that is not as the guide
says is refused with its name and the place in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhengmai.errors import GoldError

LINKS = "links.json"  # what is one and the same across reports; no report itself


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """A person and the posts written out with their place."""

    name: str
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """A meeting; kind, start and host are told of main ones only."""

    key: str
    main: bool
    names: tuple[str, ...]
    kind: str | None
    start: str | None
    host: str | None


@dataclass(frozen=True, slots=True)
class GoldRole:
    """A person's or a group's role at a main meeting."""

    who: str
    meeting: str
    role: str


@dataclass(frozen=True, slots=True)
class GoldAct:
    """One act on a document."""

    title: str
    act: str


@dataclass(frozen=True, slots=True)
class GoldTask:
    """A demand. `assignee` is None where the annotation does not cover it."""

    text: str
    by: str
    heading: str | None
    assignee: tuple[str, ...] | None
    deadline: str | None


@dataclass(frozen=True, slots=True)
class GoldTarget:
    """A figure set as a goal."""

    indicator: str
    value: str


@dataclass(frozen=True, slots=True)
class Gold:
    """All that one report says."""

    id: str
    text: str
    people: tuple[GoldPerson, ...]
    meetings: tuple[GoldMeeting, ...]
    participation: tuple[GoldRole, ...]
    groups: tuple[GoldRole, ...]
    documents: tuple[GoldAct, ...]
    studied: tuple[str, ...]
    tasks: tuple[GoldTask, ...]
    formulations: tuple[str, ...]
    targets: tuple[GoldTarget, ...]


class _Row:
    """A JSON object whose fields are read with a check."""

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise GoldError(f"{where}: not an object; see the annotation guide")
        self.value, self.where = value, where

    def text(self, name: str) -> str:
        value = self.maybe(name)
        if value is None:
            raise GoldError(f"{self.where}: {name!r} is missing; see the annotation guide")
        return value

    def maybe(self, name: str) -> str | None:
        value = self.value.get(name)
        if value is not None and not isinstance(value, str):
            raise GoldError(f"{self.where}: {name!r} is {type(value).__name__}, expected text or null")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._list(name)
        if not all(isinstance(value, str) for value in values):
            raise GoldError(f"{self.where}: {name!r} holds something that is no text")
        return tuple(values)

    def rows(self, name: str) -> Iterator[_Row]:
        for number, value in enumerate(self._list(name)):
            yield _Row(value, f"{self.where}: {name}[{number}]")

    def _list(self, name: str) -> list[Any]:
        values = self.value.get(name, [])
        if not isinstance(values, list):
            raise GoldError(f"{self.where}: {name!r} is {type(values).__name__}, expected a list")
        return values


def read_gold(folder: str | Path) -> list[Gold]:
    """The reports of a folder in order of their ids. Raises GoldError."""
    folder = Path(folder)
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; name one that holds ID.txt and ID.json files")
    found = [_report(path) for path in sorted(folder.glob("*.json")) if path.name != LINKS]
    if not found:
        raise GoldError(f"{folder}: holds no ID.json files")
    return found


def read_links(path: str | Path) -> dict[str, Any]:
    """The truth across reports. Raises GoldError."""
    value: dict[str, Any] = _Row(_load(Path(path)), str(path)).value
    return value


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error


def _report(path: Path) -> Gold:
    row = _Row(_load(path), str(path))
    beside = path.with_suffix(".txt")
    try:
        text = beside.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{beside}: the text of {path.name} cannot be read: {error}") from error
    return Gold(
        id=path.stem,
        text=text,
        people=tuple(GoldPerson(p.text("name"), p.texts("posts")) for p in row.rows("people")),
        meetings=tuple(map(_meeting, row.rows("meetings"))),
        participation=tuple(map(_role, row.rows("participation"))),
        groups=tuple(map(_role, row.rows("groups"))),
        documents=tuple(GoldAct(d.text("title"), d.text("act")) for d in row.rows("documents")),
        studied=row.texts("studied"),
        tasks=tuple(map(_task, row.rows("directives"))),
        formulations=row.texts("formulations"),
        targets=tuple(GoldTarget(t.text("indicator"), t.text("value")) for t in row.rows("targets")),
    )


def _meeting(row: _Row) -> GoldMeeting:
    names, role = row.texts("names"), row.text("role")
    if not names or role not in ("main", "mentioned"):
        raise GoldError(f"{row.where}: a meeting has one name at least, and is 'main' or 'mentioned'")
    details = (row.maybe("kind"), row.maybe("start"), row.maybe("host")) if role == "main" else (None, None, None)
    return GoldMeeting(row.text("key"), role == "main", names, *details)


def _role(row: _Row) -> GoldRole:
    return GoldRole(row.text("who"), row.text("meeting"), row.text("role"))


def _task(row: _Row) -> GoldTask:
    assignee = row.texts("assignee") if "assignee" in row.value else None
    return GoldTask(row.text("text"), row.text("by"), row.maybe("heading"), assignee, row.maybe("deadline"))
