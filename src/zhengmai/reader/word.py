"""Text of a .docx.

Bytes come in, the paragraphs go out, one a line, those of tables and text boxes in their place. Word wraps parts of a
sentence in elements of its own, as in `<w:smartTag w:element="chsdate">1月17日</w:smartTag>`; all text is read that is
not struck out or hidden.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from zhengmai.reader.encoding import clean
from zhengmai.reader.refusal import Unreadable, shown

_OLD_WORD = b"\xd0\xcf\x11\xe0"  # an OLE file: .doc, or a .docx under a password
_MOST_BYTES = 256 * 1024**2  # unpacked, pictures included
_MOST_XML = 8 * 1024**2  # unpacked, of all parts that are parsed: 100 pages have 2
_MOST_PARTS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box, told twice
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_READ = (f"{_W}t", *_BREAKS)


def read_docx(data: bytes) -> str:
    """The text of a .docx. Raises Unreadable where it is none, is damaged, or would unpack out of all proportion."""
    _check_size(data)
    import docx  # takes 0.2 s to import: not before it is needed

    try:
        body = docx.Document(BytesIO(data)).element.body
        lines = [_paragraph(p) for p in body.iter(f"{_W}p")]
    except Exception as error:  # whatever the library stumbles over in hostile XML
        raise Unreadable("docx-broken", why=shown(str(error) or type(error).__name__)[:200]) from error
    stripped = (line.strip() for paragraph in lines for line in paragraph.split("\n"))
    return clean("".join(f"{line}\n" for line in stripped if line))


def _check_size(data: bytes) -> None:
    if data.startswith(_OLD_WORD):
        raise Unreadable("docx-old")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable("docx-not-zip") from error
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > _MOST_PARTS or xml > _MOST_XML or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise Unreadable("bomb")


def _paragraph(paragraph: Any) -> str:
    return "".join(
        _BREAKS.get(node.tag) or node.text or "" for node in paragraph.iter(*_READ) if _is_seen(node, paragraph)
    )


def _is_seen(node: Any, paragraph: Any) -> bool:
    """Whether the text belongs to this paragraph, not to a text box in it, and is neither struck out nor hidden."""
    for around in _around(node):
        if around is paragraph:
            return not any(above.tag == _FALLBACK for above in _around(paragraph))
        if (
            around.tag in (f"{_W}p", f"{_W}del", f"{_W}moveFrom", f"{_W}pPr")
            or around.find(f"{_W}rPr/{_W}vanish") is not None
        ):
            return False
    return False


def _around(node: Any) -> Iterator[Any]:
    return node.iterancestors()  # type: ignore[no-any-return]  # lxml has no types
