"""Documents made for the tests: real .docx and .pdf files, and broken ones."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Paragraph, SimpleDocTemplate

DATA = Path(__file__).parents[1] / "data" / "reader"
SENTENCE = "1月5日，市委书记韩砚秋主持召开市委常委会会议。"
_FONT = "STSong-Light"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx_of(*paragraphs: str) -> bytes:
    """A .docx as Word's library writes it."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx_with(body: str, doctype: str = "", **parts: bytes) -> bytes:
    """A .docx whose body is this XML, after this document type; further parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_of())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
        new.writestr("word/document.xml", f"{doctype}<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>")
        for name, data in parts.items():
            new.writestr(f"word/media/{name}", data)
    return out.getvalue()


def pdf_of(*paragraphs: str, indent: int = 28, size: int = 14) -> bytes:
    """A PDF with a text layer, its lines broken and its pages numbered by the page's layout."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    out = io.BytesIO()
    style = ParagraphStyle(
        "body", fontName=_FONT, fontSize=size, leading=24, firstLineIndent=indent, wordWrap="CJK", alignment=4
    )
    document = SimpleDocTemplate(out, invariant=True)
    document.build([Paragraph(p, style) for p in paragraphs], onFirstPage=_number, onLaterPages=_number)
    return out.getvalue()


def _number(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont(_FONT, 10)
    canvas.drawCentredString(300, 30, f"- {document.page} -")


def pdf_without_text() -> bytes:
    """A PDF that shows a drawing."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.rect(100, 100, 200, 200)
    canvas.save()
    return out.getvalue()


def pdf_showing(content: bytes, forms: int = 0) -> bytes:
    """A PDF whose page is this content; `forms` forms `/X`, each of which shows the next twenty times."""
    packed = zlib.compress(content)
    resources = b"/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R" + resources % 6 + b">>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for form in range(forms):
        shown = b"/X Do\n" * 20 if form < forms - 1 else b"BT /F1 12 Tf (x) Tj ET\n" * 100
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources % (7 + form)
        objects.append(head + b"/Length %d>>stream\n%bendstream" % (len(shown), shown))
    out = b"%PDF-1.4\n"
    table = b""
    for number, written in enumerate([*objects, b"<<>>"], 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    count = len(objects) + 2
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table) + tail
