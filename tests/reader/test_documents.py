"""Text, Markdown, .docx and .pdf."""

from __future__ import annotations

import io

import pypdf
import pytest

from tests.reader.made import SENTENCE, docx_of, docx_with, pdf_of, pdf_showing, pdf_without_text
from zhengmai.errors import InputError
from zhengmai.reader import read_bytes, read_text

LONG = "会议强调，要深入学习贯彻党的二十大精神，坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念。"
NAMES = "出席会议的有韩砚秋、陆知行、邬世钧、温伯庸、申屠朗、岑启明、栾承志、戚若谷、舒望、阿依努尔·热合曼。"


def text_of(data: bytes, suffix: str) -> str:
    return read_bytes(data, suffix).text


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_plain_text_stays_as_it_is(suffix: str) -> None:
    text = "首页 | 要闻\n\n# 全市防汛会议召开 #\n　　5月20日，会议召开。\n【打印】\n\n"
    assert text_of(text.encode(), suffix) == text


def test_the_heading_of_markdown_is_the_title() -> None:
    assert read_bytes("引子\n# 全市防汛会议召开 #\n正文\n".encode(), ".md").title == "全市防汛会议召开"
    assert read_bytes("引子\n## 二级\n".encode(), ".md").title is None


def test_bare_text_is_an_article() -> None:
    article = read_text("一\r\n二", "a")
    assert (article.id, article.text) == ("a", "一\n二")


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx", ".pdf"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t"])
def test_an_empty_file_is_refused(suffix: str, data: bytes) -> None:
    with pytest.raises(InputError, match=r"^会议: it holds no text$"):
        read_bytes(data, suffix, "会议")


def test_paragraphs_of_word_are_lines() -> None:
    assert (
        text_of(docx_of("全市防汛会议召开", "", "　　" + SENTENCE, "甲\n乙"), ".docx")
        == f"全市防汛会议召开\n{SENTENCE}\n甲\n乙\n"
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<w:p><w:r><w:t>于</w:t></w:r><w:smartTag><w:r><w:t>1月17日</w:t></w:r></w:smartTag><w:r><w:t>召开</w:t></w:r></w:p>",
            "于1月17日召开\n",
        ),
        ("<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:t>删</w:t></w:r></w:del></w:p>", "增\n"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>", "显\n"),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "甲 乙\n",
        ),
        (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件内</w:t><w:br/><w:t>换行</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "控件内\n换行\n",
        ),
        (
            "<w:p><w:r><w:t>正文</w:t></w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>文本框</w:t></w:r></w:p></mc:Choice>"
            "<mc:Fallback><w:p><w:r><w:t>文本框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>",
            "正文\n文本框\n",
        ),
    ],
    ids=["smart tag", "revision", "hidden", "table", "control", "text box"],
)
def test_all_that_word_shows_is_read_and_nothing_else(body: str, text: str) -> None:
    assert text_of(docx_with(body), ".docx") == text


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {x} "{f"&{y};" * 10}">' for x, y in zip("bcdefghi", "abcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"hello", "it is no .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old .doc or is encrypted"),
        (docx_of(SENTENCE)[:-300], "it is no .docx"),
        (b"PK\x05\x06" + bytes(18), "a damaged .docx"),
        (docx_with("<w:p>" * 1000), "a damaged .docx"),
        (docx_with("").replace(b"word/document.xml", b"word/documenT.xml"), "a damaged .docx"),
        (docx_with("", **{"a.png": bytes(300 * 1024**2)}), "larger than any report"),
        (docx_with("<w:p/>" * 2_000_000), "larger than any report"),
        (docx_with("<w:p/>"), "holds no text"),
    ],
    ids=["text", "old", "cut", "empty zip", "unclosed", "no body", "zip bomb", "xml bomb", "no text"],
)
def test_a_docx_that_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=f"^report: .*{reason}"):
        read_bytes(data, ".docx", "report")


@pytest.mark.parametrize("doctype", [ENTITIES + "]>", '<!DOCTYPE d [<!ENTITY i SYSTEM "file:///etc/passwd">]>'])
def test_entities_of_a_docx_are_not_expanded(doctype: str) -> None:
    data = docx_with("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", doctype=doctype)
    with pytest.raises(InputError, match=r"damaged .docx|holds no text"):
        read_bytes(data, ".docx", "report")


@pytest.mark.parametrize("size", [10, 14, 16])
@pytest.mark.parametrize("indent", [0, 28])
def test_lines_that_a_pdf_breaks_are_whole_again(size: int, indent: int) -> None:
    paragraphs = ["全市防汛会议召开", LONG + LONG[:-1] + "，" + NAMES, "会后，与会人员参观了A区。", NAMES]
    assert text_of(pdf_of(*paragraphs, size=size, indent=indent), ".pdf") == "\n".join(paragraphs) + "\n"


@pytest.mark.parametrize(
    "paragraphs",
    [["甲" * 28 + "。" + "乙" * 40 + "。", "丙" * 20 + "。"], ["甲" * 28 + "。", "乙" * 28 + "。", "丙" * 29, "丁。"]],
    ids=["a sentence ends where a line does", "a paragraph does"],
)
def test_an_indent_tells_where_a_paragraph_of_a_pdf_begins(paragraphs: list[str]) -> None:
    assert text_of(pdf_of(*paragraphs), ".pdf") == "\n".join(paragraphs) + "\n"


def test_a_sentence_goes_on_over_the_page_and_its_number() -> None:
    paragraph = "，".join([LONG[:-1]] * 40) + "。"
    assert text_of(pdf_of(paragraph), ".pdf") == paragraph + "\n"


def test_radicals_of_a_font_are_read_as_characters() -> None:
    assert text_of(pdf_of("⼀⽉⼋⽇，⼤会开幕。"), ".pdf") == "一月八日，大会开幕。\n"


def encrypted(data: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_asks_for_no_password_is_read_though_encrypted() -> None:
    assert text_of(encrypted(pdf_of(SENTENCE), ""), ".pdf") == SENTENCE + "\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"hello", "it is no PDF"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 20, "a damaged PDF"),
        (pdf_of(SENTENCE)[:-700], "a damaged PDF"),
        (pdf_without_text(), "no text layer"),
        (encrypted(pdf_of(SENTENCE), "secret"), "asks for a password"),
        (pdf_showing(b"\0" * 200_000_000), "larger than any report"),
        (pdf_showing(b"/X Do", forms=8), "larger than any report"),
        (pdf_showing(b"/X Do"), "no text layer"),
    ],
    ids=["text", "junk", "cut", "drawing", "password", "bomb", "forms", "no form"],
)
def test_a_pdf_that_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=f"^report: .*{reason}"):
        read_bytes(data, ".pdf", "report")
