"""Saved web pages: the pages of tests/data/reader, after the manner of the systems that public bodies publish with."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from tests.reader.made import DATA, SENTENCE
from zhengmai.api import extract
from zhengmai.errors import InputError
from zhengmai.model import Article, Extraction
from zhengmai.reader import read_bytes
from zhengmai.reader.page_cost import check_cost
from zhengmai.reader.page_tree import squeezed

GOLD = Path(__file__).parents[2] / "eval" / "gold"
EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
SAVED = {
    "d-04": EXAMPLES / "2023-02-09-city-executive-meeting.html",
    "d-08": EXAMPLES / "2023-06-16-city-cppcc.html",
    "d-16": DATA / "saved" / "d-16.html",
}
PAGES = sorted(path.stem for path in DATA.glob("*.html"))


def read_page(markup: str | bytes) -> Article:
    return read_bytes(markup.encode() if isinstance(markup, str) else markup, ".html", "page")


def body(inner: str) -> str:
    return f"<html><body>{inner}</body></html>"


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_taken_out_of_the_page(name: str) -> None:
    markup = (DATA / f"{name}.html").read_bytes()
    assert read_page(markup).text == (DATA / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["asp", "jpage", "people", "bespoke"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_encoding_is_found_whatever_the_page_declares(name: str, encoding: str) -> None:
    markup = (DATA / f"{name}.html").read_text("utf-8").encode(encoding)
    assert read_page(markup).text == (DATA / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", SAVED)
def test_a_saved_page_reads_as_the_text_beside_it(name: str) -> None:
    page = read_page(SAVED[name].read_bytes())
    assert "".join(page.text.split()) == "".join((GOLD / f"{name}.txt").read_text("utf-8").split())


@pytest.mark.parametrize("name", SAVED)
def test_a_saved_page_tells_the_same_facts_as_the_text_beside_it(name: str) -> None:
    page = extract(read_page(SAVED[name].read_bytes()))
    text = extract(Article("page", (GOLD / f"{name}.txt").read_text("utf-8")))
    assert facts(page) == facts(text)
    assert page.officials


def facts(found: Extraction) -> list[object]:
    """All that was found but where it stands."""
    kinds = (found.officials, found.meetings, found.participations, found.documents, found.studies, found.tasks)
    items = [item for kind in (*kinds, found.formulations, found.targets) for item in kind]
    return [found.locality, found.published, *(without_evidence(item) for item in items)]


def without_evidence(item: object) -> object:
    if isinstance(item, tuple):
        return tuple(without_evidence(part) for part in item)
    if not is_dataclass(item):
        return item
    return [without_evidence(getattr(item, f.name)) for f in fields(item) if f.name != "evidence"]


def test_metadata_are_read() -> None:
    page = read_page(SAVED["d-04"].read_bytes())
    assert page.title == "陆知行主持召开市政府第23次常务会议"
    assert page.published == "2023-02-09"
    assert page.source == "云溪市人民政府办公室"
    assert page.site == "云溪市人民政府"
    assert page.url == "http://www.yunxi.example/zwdt/zwyw/202302/t20230209_000001.html"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "/zwdt/1.html", "http://", "http://a b/", "http://[", "data:text/html,x", "file:///etc"],
)
def test_only_an_address_of_the_web_is_taken_for_one(url: str) -> None:
    assert read_page(f'<meta name="Url" content="{url}"><p>{SENTENCE}</p>').url is None


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<p>市长<span>宁</span><b>可</b>出席。</p>", "市长宁可出席。"),
        ("<p>副市长高&nbsp;洁、张　伟出席。</p>", "副市长高 洁、张　伟出席。"),
        ("<p>市长宁\u200b可\ufeff出席。</p>", "市长宁可出席。"),
        ("<p>出席会议的有市委常委、\r\n\t常务副市长岑启明。</p>", "出席会议的有市委常委、常务副市长岑启明。"),
        ("<p>参观了A区\nB区。</p>", "参观了A区 B区。"),
        ('<p>市长<a href="/ld/1">陆知行</a>强调，要抓好落实。</p>', "市长陆知行强调，要抓好落实。"),
        ("<p>会议指出&mdash;&mdash;&ldquo;六稳&rdquo;。</p>", "会议指出——“六稳”。"),
        ("<div>一段，甲。<br>二段，乙。<br/><br/>三段，丙。</div>", "一段，甲。\n二段，乙。\n三段，丙。"),
        ("<p>甲说，好。<!-- 市长王五 --><script>'市长赵六。'</script><style>p{}</style></p>", "甲说，好。"),
        ('<p>甲说，好。</p><p style="DISPLAY: none">市长某某某。</p><p hidden>又一段。</p>', "甲说，好。"),
        ("<p>甲说，好。</p><body hidden style='display:none'>", "甲说，好。"),
        ("<textarea>市长，某某某。</textarea><noscript>请开启，脚本。</noscript><p>甲说，好。</p>", "甲说，好。"),
    ],
)
def test_text_reads_as_a_browser_shows_it(inner: str, text: str) -> None:
    assert read_page(body(inner)).text == text + "\n"


def test_words_split_by_the_source_are_joined_only_in_chinese() -> None:
    assert squeezed("市委\n  常委 A\n B　乙") == "市委常委 A B　乙"


@pytest.mark.parametrize("wrapped", ["<p>{}</p>", "<div><p>{}</p></div>", "{}<br>"])
@pytest.mark.parametrize(
    "around",
    [
        "<div class=l><i>热点</i><div>市领导接待来访群众，现场办公。</div></div><div class=r>{}</div>",
        "<table><tr><td>市领导接待来访群众，现场办公。</td><td>{}</td></tr></table>",
        "<div class=r>{}</div><div>未经许可，不得转载。建议使用1024分辨率浏览，谢谢！</div>",
    ],
)
def test_an_article_of_one_paragraph_stands_without_what_is_beside_it(wrapped: str, around: str) -> None:
    long = "会议强调，" + "要抓好落实，" * 30 + "。"
    inner = f"<h1>市委常委会召开会议</h1><div class=wz>{wrapped.format(long)}</div>"
    assert read_page(body(around.format(inner))).text == f"市委常委会召开会议\n{long}\n"


@pytest.mark.parametrize("name", ["related", "box-footer", "xgyd", "main sidebar"])
def test_parts_named_as_beside_the_article_are_left_out(name: str) -> None:
    inner = f"<p>{SENTENCE}</p><p>会议强调，要抓好落实，确保年底前完成目标。</p>"
    beside = f'<div class="{name}">市长到石梁县督导。</div>'
    assert read_page(body(f"<div id=zoom>{inner}{beside}</div>")).text.count("\n") == 2
    assert "市长到石梁县督导。" in read_page(body(f"<div id=zoom>{inner}{beside.replace(name, 'text')}</div>")).text


def test_the_title_that_the_metadata_tell_is_the_headline() -> None:
    above = "<div>韩砚秋作出批示</div><div>市委常委会召开会议</div><div>陆知行出席</div>"
    head = '<meta name="ArticleTitle" content="市委常委会 召开会议">'
    page = read_page(f"<head>{head}</head>" + body(f"{above}<div><p>{SENTENCE}</p><p>会议强调，要抓好落实。</p></div>"))
    assert page.text.startswith(f"市委常委会召开会议\n陆知行出席\n{SENTENCE}\n")


def test_a_paragraph_that_outweighs_the_others_does_not_stand_for_the_article() -> None:
    long = "会议强调，" + "要抓好落实，" * 60 + "。"
    for tag, end in (("<div>", "</div>"), ("<section><p>", "</p></section>"), ("", "<br>")):
        paragraphs = ("首段，韩砚秋出席。", long, "末段，陆知行出席。")
        page = read_page(body("<div>" + "".join(f"{tag}{text}{end}" for text in paragraphs) + "</div>"))
        assert page.text == "\n".join(paragraphs) + "\n"


@pytest.mark.parametrize(
    "markup",
    [
        body("<ul>" + '<li><a href="/1">市领导调研，要求抓好落实。</a></li>' * 40 + "</ul>"),
        "<html><title>云溪市人民政府</title><body><div id=app></div><script>render()</script></body></html>",
        body("<p>首页</p><p>【打印】</p>"),
        "<!-- nothing -->",
        body("<p hidden>市长出席会议，要求抓好落实。</p>"),
    ],
    ids=["list", "script", "furniture", "comment", "hidden"],
)
def test_a_page_without_an_article_is_refused(markup: str) -> None:
    with pytest.raises(InputError, match=r"^page: no article is found"):
        read_page(markup)


def test_a_damaged_byte_inside_the_article_is_refused() -> None:
    markup = body(f"<p>{SENTENCE}</p><p>会议强调，").encode("gb18030") + b"\xff" + "要抓好落实。".encode("gb18030")
    with pytest.raises(InputError, match=r"after `.*会议强调，`"):
        read_page(markup)


def test_a_damaged_byte_outside_the_article_does_no_harm() -> None:
    head = (
        '<meta name="ArticleTitle" content="韩砚秋主持'.encode("gb18030")[:-1]
        + b'"><meta name="PubDate" content="2023-01-06">'
    )
    page = read_page(head + body(f"<p>{SENTENCE}</p>").encode("gb18030"))
    assert (page.title, page.published, page.text) == (None, "2023-01-06", SENTENCE + "\n")


BOMBS = {
    "div": "<div>" * 100_000,
    "closed": "<span>" * 100_000 + "</span>" * 100_000,
    "table": "<table><tr><td>" * 100_000,
    "attributes": "<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">",
    "formatting": "<p>" + "".join(f"<b id={i}>" for i in range(900)) + "</p>" + "<p>x</p>" * 15_000,
    "in quotes": "<a '>" + "<div>" * 100_000 + "'>",
    "in a value": '<a x=y=">' + "<div>" * 100_000 + '">',
    "in a comment": "<!--><div>" + "<div>" * 100_000 + "-->",
    "in a drawing": "<svg><title>" + "<div>" * 100_000,
    "many": "<p>x" * 1_000_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_page_built_to_exhaust_the_parser_is_refused(bomb: str) -> None:
    with pytest.raises(InputError, match=r"^page: its tags are nested or piled up"):
        read_page(f"<html><body>{bomb}{SENTENCE}")
    with pytest.raises(InputError, match="piled up"):
        check_cost(f"<html><body>{bomb}{SENTENCE}")  # before it is parsed


@pytest.mark.parametrize("piled", ["<!--" * 300_000, "<" * 300_000, '<div a="' + "x" * 3_000_000])
def test_unfinished_markup_comes_to_an_end(piled: str) -> None:
    assert read_page(f"<p>{SENTENCE}</p>{piled}").text.startswith(SENTENCE)


def test_a_page_as_deep_as_browsers_go_is_read() -> None:
    assert read_page("<div>" * 500 + SENTENCE).text == SENTENCE + "\n"
