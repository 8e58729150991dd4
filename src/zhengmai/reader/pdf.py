"""Text of a PDF that has a text layer.

Bytes come in, lines of text go out. A page breaks lines where its width ends, in the middle of a name even; a line that
fills its column is joined to the next: `…市委书记韩` and `砚秋主持召开会议。` make one.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from io import BytesIO

from zhengmai.reader.encoding import REPLACEMENT, clean
from zhengmai.reader.refusal import Unreadable, shown

_MOST_PAGES = 500
_MOST_WORK = 2_000_000  # operators, those that show text counted as 20: they take as long; a page has up to 1,000
_SHOWS_TEXT = (b"Tj", b"TJ", b"'", b'"')
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，共]*\s*\d{1,4}\s*页?)?[-—–·\s]*")
_ENDS = ("。", "！", "？", "…")
# Columns by which a line may fall short of its column: two characters of indent, two that may not begin the next line.
_ROOM = 8
_INDENT = (" ", "\u3000")
_CLOSERS = "”’」』）)】》\"'"
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_SPACED = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
# Fonts often name 一 by the radical ⼀ (U+2F00) that looks the same.
_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def read_pdf(data: bytes) -> str:
    """The text of a PDF. Raises Unreadable where it is none, asks for a password, or holds no text."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("pdf-not")
    lines = [line for page in _pages(data) for line in _lines(page)]
    text = clean("\n".join(_joined(lines)))
    if not text.strip():
        raise Unreadable("pdf-no-text")
    nameless = sum(1 for char in text if char == REPLACEMENT or unicodedata.category(char) == "Co")
    if nameless > len(text) // 10:
        raise Unreadable("pdf-no-characters")
    return text + "\n"


def _pages(data: bytes) -> list[str]:
    """The text of each page as the library finds it."""
    import pypdf  # takes 0.2 s to import: not before it is needed

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity of a file; a refusal says it once
    try:
        document = pypdf.PdfReader(BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable("pdf-encrypted")
        if len(document.pages) > _MOST_PAGES:
            raise Unreadable("bomb")
        work = _Work()
        return [work.watched(page.extract_text(visitor_operand_before=work)) for page in document.pages]
    except Unreadable:
        raise
    except pypdf.errors.DependencyError as error:  # AES without a cryptography library
        raise Unreadable("pdf-encrypted") from error
    except pypdf.errors.LimitReachedError as error:
        raise Unreadable("bomb") from error
    except Exception as error:  # whatever the library stumbles over in hostile data
        raise Unreadable("pdf-broken", why=shown(str(error) or type(error).__name__)[:200]) from error


class _Work:
    """Counts what the library is made to do: forms that show each other make a small file endless."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self, operator: bytes, *_: object) -> None:
        """Called at each operator of a page. Raises Unreadable where they are too many."""
        self.done += 20 if operator in _SHOWS_TEXT else 1
        self.watched("")

    def watched(self, text: str) -> str:
        """The text, if all of it could be had: inside forms the library passes over the error raised above."""
        if self.done > _MOST_WORK:
            raise Unreadable("bomb")
        return text


def _lines(page: str) -> list[str]:
    """A page's lines, without its number."""
    lines = [_mended(line) for line in page.split("\n")]
    filled = [line for line in lines if line.strip()]
    for end in (0, -1):
        if filled and _PAGE_NUMBER.fullmatch(filled[end]):
            filled.pop(end)
    return filled


def _mended(line: str) -> str:
    """The line with radicals as characters, and without the blanks that some writers set between all characters."""
    line = _RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line.replace("\xa0", " ")).rstrip()
    return _SPACED.sub("", line) if len(_SPACED.findall(line)) > len(line) / 4 else line


def _joined(lines: list[str]) -> list[str]:
    """The lines with those that the page's width broke put together again.

    Where paragraphs are set with an indent, a line that fills its column goes on in the next unless that is indented;
    where they are not, only if it ends no sentence.
    """
    widths = sorted(_width(line) for line in lines)
    full = widths[int(len(widths) * 0.9)] - _ROOM if len(widths) > 3 else max(widths, default=0)
    has_indents = sum(line[0] in _INDENT for line in lines) > 1
    joined: list[str] = []
    goes_on = False
    for line in lines:
        words = line.strip()
        if goes_on and line[0] not in _INDENT:
            joined[-1] += (" " if _is_latin(joined[-1][-1]) and _is_latin(words[0]) else "") + words
        else:
            joined.append(words)
        goes_on = _width(line) >= full and len(lines) > 1 and (has_indents or not _ends(words))
    return joined


def _ends(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith(_ENDS)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _width(line: str) -> int:
    """Columns that the line takes up, two a full-width character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
