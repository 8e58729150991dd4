"""From bytes to text: the encoding is found by looking at the bytes, not by asking what they claim.

Bytes come in, text goes out: `b"\\xbb\\xe1\\xd2\\xe9"` is GB18030 and reads `会议`. A text that is damaged is refused;
a character is never guessed.
"""

from __future__ import annotations

import codecs
import re

from zhengmai.reader.refusal import Unreadable

REPLACEMENT = "\ufffd"
# Controls, noncharacters and lone surrogates: no character that a reader sees, and what JSON, XML or UTF-8 cannot hold.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How the codecs of UTF-8, GB18030 and UTF-16 say that the last character is not whole.
_CUT = ("unexpected end of data", "incomplete multibyte sequence", "truncated data")
_SAMPLE = 20_000  # characters looked at to judge whether an encoding is the right one


def decode(data: bytes) -> str:
    """The text of a document. Raises Unreadable where it is binary, cut short or damaged."""
    try:
        text = _decode_strictly(data)
    except UnicodeDecodeError as error:
        if error.reason in _CUT:
            raise Unreadable("cut", byte=error.start) from error
        raise Unreadable("damaged", byte=error.start + 1, encoding=error.encoding.upper()) from error
    if _is_binary(text):
        raise Unreadable("binary")
    return text


def decode_leniently(data: bytes) -> tuple[str, bool]:
    """The text of a page, and whether all of it could be decoded; what could not reads U+FFFD.

    Pages are often broken outside the article only: a content management system cuts the description of a GBK page
    after so many bytes, in the middle of a character.
    """
    try:
        return _decode_strictly(data), True
    except UnicodeDecodeError as error:
        return data.decode(error.encoding, "replace"), False


def clean(text: str) -> str:
    """The text as every later stage sees it, fit for any output.

    Line ends become LF, a byte order mark goes. A control character becomes a blank and a lone surrogate U+FFFD,
    one for one, so that positions stay.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNSEEN.search(text):
        text = _UNSEEN.sub(" ", text)
    if _SURROGATE.search(text):
        text = _SURROGATE.sub(REPLACEMENT, text)
    return text


def _decode_strictly(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_national(data, error)
    # ASCII in UTF-16 is valid UTF-8 too, every other character a NUL.
    return _decode_utf16(data) or text if "\0" in text else text


def _decode_national(data: bytes, utf8: UnicodeDecodeError) -> str:
    """The text of bytes that are not all UTF-8. Raises UnicodeDecodeError of the encoding they are closest to."""
    if b"\0" in data and (text := _decode_utf16(data)):
        return text
    if _is_damaged_utf8(data, utf8):
        raise utf8
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        if text := _decode_utf16(data):
            return text
        if _is_chinese(data.decode("gb18030", "replace")):
            raise
        raise Unreadable("binary") from error
    if _is_chinese(text):
        return text
    if text := _decode_utf16(data):
        return text
    raise Unreadable("binary")


def _decode_utf16(data: bytes) -> str | None:
    """The text, if the bytes make sense as UTF-16 without a byte order mark."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_chinese(text) and not _is_binary(text):
            return text
    return None


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes are UTF-8 but for a few: read as GB18030 they could pass for nonsense such as 浼氳."""
    before = data[: error.start].decode("utf-8")
    if error.reason == "unexpected end of data" and not before.isascii():
        return True
    text = data.decode("utf-8", "replace")
    bad = text.count(REPLACEMENT)
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return good > 4 * bad


def _is_chinese(text: str) -> bool:
    """Whether the characters beyond ASCII are mostly the common ones of Chinese.

    Rows A1-A3 (punctuation, digits, full-width letters) and B0-D7 (the 3,755 most common characters) of GB 2312 make up
    nearly all of any text, and a third of what a wrong encoding yields.
    """
    sample = text[:_SAMPLE]
    beyond = len(sample) - len(sample.encode("ascii", "ignore"))
    rows = sample.encode("gb2312", "ignore").translate(None, bytes(range(0x80)))[::2]
    common = sum(1 for row in rows if 0xA1 <= row <= 0xA3 or 0xB0 <= row <= 0xD7)
    return common >= 0.6 * beyond


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_UNSEEN.findall(sample)) > len(sample) // 10
