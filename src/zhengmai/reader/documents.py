"""One document, of whatever kind, read to one article.

Bytes and the suffix of their file come in, an `Article` goes out: `read_bytes(data, ".html", "t20230209")`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from zhengmai.errors import InputError
from zhengmai.model import Article
from zhengmai.reader.encoding import clean, decode
from zhengmai.reader.page import read_page
from zhengmai.reader.pdf import read_pdf
from zhengmai.reader.refusal import Unreadable, shown
from zhengmai.reader.word import read_docx

_HEADING = re.compile(r"^#\s+(.+?)[ #]*$", re.MULTILINE)


def read_text(text: str, id: str = "text", origin: str | None = None) -> Article:
    """The article of bare text, which stays as it is but for line ends and control characters."""
    return Article(id=id, text=clean(text), origin=origin)


def read_bytes(data: bytes, suffix: str, id: str = "text", origin: str | None = None) -> Article:
    """The article of a document's bytes; `suffix` is one of SUFFIXES. Raises InputError where it cannot be read."""
    try:
        return parse(data, suffix, id, origin)
    except Unreadable as error:
        raise InputError(f"{shown(origin or id)}: {error}") from error


def parse(data: bytes, suffix: str, id: str, origin: str | None) -> Article:
    """As `read_bytes`, but raises Unreadable, which does not name the place."""
    if not data.strip():
        raise Unreadable("empty")
    article = _KINDS[suffix](data, id, origin)
    if not article.text.strip():
        raise Unreadable("empty")
    return article


def _plain(data: bytes, id: str, origin: str | None) -> Article:
    return read_text(decode(data), id, origin)


def _markdown(data: bytes, id: str, origin: str | None) -> Article:
    text = clean(decode(data))
    heading = _HEADING.search(text)
    return Article(id=id, text=text, title=heading[1] if heading else None, origin=origin)


def _page(data: bytes, id: str, origin: str | None) -> Article:
    page = read_page(data)
    return Article(id, page.text, page.title, page.published, page.source, page.site, page.url, origin)


def _docx(data: bytes, id: str, origin: str | None) -> Article:
    return Article(id=id, text=read_docx(data), origin=origin)


def _pdf(data: bytes, id: str, origin: str | None) -> Article:
    return Article(id=id, text=read_pdf(data), origin=origin)


# In the order in which one article that lies in a folder in several formats is preferred: the first that is there.
_KINDS: dict[str, Callable[[bytes, str, str | None], Article]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _page,
    ".htm": _page,
    ".shtml": _page,
    ".docx": _docx,
    ".pdf": _pdf,
}
SUFFIXES = tuple(_KINDS)
