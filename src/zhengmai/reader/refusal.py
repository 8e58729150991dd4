"""What could not be read, and why.

A place and a cause come in, a `Refusal` goes out, which prints as one safe line whatever the file is called:
`会议\\n纪要.txt: it holds no text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zhengmai.errors import InputError
from zhengmai.reader.wording import why


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input that was not read: where it lies, fit to print, and the cause with what to do about it."""

    origin: str
    reason: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"


class Unreadable(InputError):
    """Raised inside the reader where one document cannot be read; says why, not yet where."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(why(key, **values))


def shown(name: str) -> str:
    """The name of a file as a message can print it: line ends, controls and undecodable bytes are spelt out.

    >>> shown("会议\\n纪要.txt")
    '会议\\\\n纪要.txt'
    """
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() or c == "\u3000" else _spelt(c) for c in name)


def _spelt(char: str) -> str:
    # os.fsdecode keeps the byte 0xb0 of a name in another encoding as the surrogate U+DCB0.
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")
