"""A saved web page, read for the article in it.

Bytes of HTML come in; out go the article's lines, headline first, then subheads, the line of date and source, the
paragraphs one a line, and what the page's metadata tell: `<meta name="PubDate" content="2023-02-09 10:15">`.
Navigation, related links, buttons, editors' lines and footers stay out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from zhengmai.reader.dates import iso_date
from zhengmai.reader.encoding import REPLACEMENT, clean, decode_leniently
from zhengmai.reader.furniture import dateline, is_afterword, is_dateline, is_furniture, is_record
from zhengmai.reader.page_cost import check_cost
from zhengmai.reader.page_tree import Line, Tree, flatten, squeezed
from zhengmai.reader.refusal import Unreadable

# Where the content management systems of public bodies, papers and WeChat put the article's body.
_BODIES = ", ".join((
    ".TRS_Editor, .trs_editor_view, .TRS_UEDITOR, #UCAP-CONTENT, .pages_content, #zoom, #Zoom, #fontzoom, .zoomTY",
    "#ivs_content, #vsb_content, .v_news_content, .wp_articlecontent, #BodyLabel, .bt_content, #bt_content",
    "#js_content, .rm_txt_con, #p-detail, #detailContent, #content_area, #artibody, #ozoom, founder-content, #mainText",
    ".article-content, .article_content, .articleContent, .article-con, .article_con, .art_con, .art-con, .artCon",
    ".news_content, .news-content, .newsContent, .detail-content, .detail_content, .content_text, .text_con, .zhengwen",
    "#content, .content, #article, .article, article, #printContent, #printArea, #info_content, .show-detail",
))  # fmt: skip
_MOST_SHARE = 0.8  # of the running text that must lie inside for the search to go one element deeper
_DATES = ("pubdate", "publishdate", "article:published_time", "firstpublishedtime", "maketime")
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells of its article."""

    text: str
    title: str | None
    published: str | None
    source: str | None
    site: str | None
    url: str | None


def read_page(data: bytes) -> Page:
    """The article of a page. Raises Unreadable where there is none, or where its bytes are damaged."""
    markup, is_whole = decode_leniently(data)
    markup = clean(markup)
    check_cost(markup)
    parser = LexborHTMLParser(markup)
    metas = _metas(parser)
    tree = flatten(parser)
    lines, title = _article(parser, tree, metas)
    text = "\n".join(lines)
    if not text:
        raise Unreadable("page-no-article")
    if not is_whole and REPLACEMENT in text:
        raise Unreadable("page-damaged", before=text[: text.index(REPLACEMENT)].rpartition("\n")[2][-20:])
    return Page(
        text=text + "\n",
        title=title,
        published=iso_date(_first(metas, *_DATES) or ""),
        source=(_first(metas, "contentsource", "source") or "").removeprefix("来源：").strip() or None,
        site=_first(metas, "sitename", "og:site_name"),
        url=_web_address(_first(metas, "url", "og:url")),
    )


def _metas(parser: LexborHTMLParser) -> dict[str, str]:
    """The page's metadata, by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for node in parser.css("meta"):
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        content = squeezed(attributes.get("content") or "")
        if name and content and REPLACEMENT not in content:
            metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], *names: str) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _web_address(written: str | None) -> str | None:
    """The address, if it is one of the web, whole and without blanks or controls."""
    try:
        parts = urlsplit(written or "")
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and parts.netloc and written and written.isprintable()
    return written if is_web and " " not in (written or " ") else None


def _article(parser: LexborHTMLParser, tree: Tree, metas: dict[str, str]) -> tuple[list[str], str | None]:
    """The article's lines and its title; no lines where the page has no article."""
    if not tree.lines:
        return [], None
    body = _body(parser, tree)
    inside = [i for i, line in enumerate(tree.lines) if tree.holds(body, line)]
    start = next((i for i in inside if tree.lines[i].is_running), inside[0] if inside else 0)
    paragraphs = _paragraphs([tree.lines[i] for i in inside if i >= start])
    if not paragraphs:
        return [], None
    told = metas.get("articletitle")
    window = parser.css_first("title")
    headline = _headline(tree.lines[:start], told, squeezed(window.text() if window else ""))
    if not headline:
        title = told or metas.get("og:title")
        above = [line for line in tree.lines[:start] if tree.holds(body, line)]
        return [*([title] if title else []), *_head(above), *paragraphs], title
    first, after = headline
    top = [line.text for line in tree.lines[first:after]]
    return [*top, *_head(tree.lines[after:start]), *paragraphs], told or " ".join(top)


def _body(parser: LexborHTMLParser, tree: Tree) -> int:
    """The element that holds the article's body: one known by name, or else where the running text is densest."""
    dense = _densest(tree)
    named = [e for node in parser.css(_BODIES) if (e := tree.numbers.get(node.mem_id)) is not None]
    most = max((tree.weights[e] for e in named), default=0)
    if most < 0.7 * tree.weights[dense] or not most:
        return dense
    return max(e for e in named if tree.weights[e] >= 0.9 * most)  # the last to begin is the innermost


def _densest(tree: Tree) -> int:
    """Goes down from the top while one element inside holds most of the running text and is more than a paragraph."""
    running: dict[int, list[int]] = {}  # elements inside an element that hold running text
    for element in range(1, len(tree.tags)):
        if tree.counts[element]:
            running.setdefault(tree.parents[element], []).append(element)
    at = 0
    while at in running:
        inside = max(running[at], key=lambda element: tree.weights[element])
        is_most = tree.weights[inside] >= _MOST_SHARE * tree.weights[at] > 0
        if not is_most or _is_paragraph(tree, inside, running[at]):
            break
        at = inside
    return at


def _is_paragraph(tree: Tree, element: int, siblings: Sequence[int]) -> bool:
    """Whether the element is, or only wraps, one paragraph among others of its kind; a cell of a table never is."""
    if tree.tags[element] == "p":
        return True
    if tree.counts[element] > 1 or tree.tags[element] in ("td", "tr", "tbody", "table"):
        return False
    if any(line.element == element and line.is_running for line in tree.lines):
        return True
    kind = tree.tags[element], tree.names[element]
    return any((tree.tags[other], tree.names[other]) == kind for other in siblings if other != element)


def _headline(above: Sequence[Line], told: str | None, window: str) -> tuple[int, int] | None:
    """Where the headline stands among the lines above the body: first line, one past the last.

    It is the line that spells the title the metadata tell; or the longest that the window's title repeats; or the last
    heading; or the first of those that stand right above the body.
    """
    if told and (found := _spelling(above, _folded(told))):
        return found
    candidates = [i for i, line in enumerate(above) if _could_be_headline(line)]
    repeated = [i for i in candidates if _folded(above[i].text) in _folded(window)]
    if repeated:
        longest = max(repeated, key=lambda i: (len(above[i].text), i))
        return longest, longest + 1
    heads = [i for i in candidates if above[i].heading]
    if heads:
        return heads[-1], heads[-1] + 1
    first = len(above)
    while first and (first - 1 in candidates or is_dateline(above[first - 1].text)):
        first -= 1
    nearest = next((i for i in candidates if i >= max(first, len(above) - 4)), None)
    return None if nearest is None else (nearest, nearest + 1)


def _could_be_headline(line: Line) -> bool:
    text = line.text
    if line.is_link or not 4 <= len(text) <= _LONGEST_TITLE:
        return False
    return not (is_furniture(text) or is_dateline(text) or is_record(text) or "|" in text or ">" in text)


def _spelling(above: Sequence[Line], title: str) -> tuple[int, int] | None:
    """The last run of lines that together read as the title."""
    folds = [_folded(line.text) for line in above]
    for first in range(len(folds) - 1, -1, -1):
        for after in range(first + 1, min(first + 4, len(folds)) + 1):
            if "".join(folds[first:after]) == title:
                return first, after
    return None


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _head(lines: Sequence[Line]) -> list[str]:
    """Between headline and body: subheads, and the line of date and source without its buttons."""
    kept = []
    is_value = False  # of a label on the line before
    for line in lines:
        if is_dateline(line.text):
            kept.append(dateline(line.text))
        elif not (is_value or line.is_link or is_furniture(line.text) or is_record(line.text)):
            kept.append(line.text)
        is_value = is_record(line.text) and line.text.endswith((":", "："))
    return [text for text in kept if text]


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """The body, up to what follows the article on the page."""
    total = sum(line.weight for line in lines)
    read = 0
    kept = []
    for line in lines:
        if is_afterword(line.text) and read >= total / 2:
            break
        read += line.weight
        if not line.is_link and not is_furniture(line.text):
            kept.append(line.text)
    return kept
