"""What a page would cost to parse, told before it is parsed.

The source of a page comes in; a page that is built to exhaust the parser is refused. HTML's own rules are at fault:
each `<div>` looks through all open elements for a `<p>` to close (100,000 nested ones take half a minute), each `<p>`
reopens all formatting left open before it (500 unclosed `<b>` and 20,000 `<p>` make ten million elements), and each
attribute is compared with those before it.
"""

from __future__ import annotations

import re

from zhengmai.reader.refusal import Unreadable

_VALUE = r"\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >\"'][^\t\n\f\r >]*+"
_ATTRIBUTE = rf"[^\t\n\f\r />][^\t\n\f\r />=]*+(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:{_VALUE})?)?"
# A comment's beginning, or a tag with its attributes as a browser delimits them: `>` inside quotes is no end.
_TAG = re.compile(rf"<(?:(!--)|(/?)([a-zA-Z][^\t\n\f\r />]*+)((?:[\t\n\f\r /]++|{_ATTRIBUTE})*+))")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
# Elements without an end tag, or whose end the next one implies: they pile up in no page.
_UNNESTED = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
    *("p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "body", "html", "head"),
    *("o:p", "st1:chsdate", "st1:personname"),
}
_OPENING = re.compile("<[a-zA-Z]")
MOST_TAGS = 30_000  # opened; the longest record of a press conference has 10,000
MOST_ATTRIBUTES = 5_000  # of one tag
MOST_WORK = 5_000_000  # open elements, summed over all tags: 3,000 nested; a page of 100 kB has 50,000


def check_cost(source: str) -> None:
    """Raises Unreadable where parsing would take time or memory out of proportion to the page."""
    if sum(1 for _ in _OPENING.finditer(source)) > MOST_TAGS:
        raise Unreadable("page-bomb")
    depth = work = at = 0
    while found := _TAG.search(source, at):
        at = found.end()
        if found[1]:
            at = _after(source, ">" if source.startswith((">", "->"), at) else "-->", at)  # <!--> is a whole comment
            continue
        name = found[3].lower()
        if len(found[4]) > 2 * MOST_ATTRIBUTES and len(_ATTRIBUTES.findall(found[4])) > MOST_ATTRIBUTES:
            raise Unreadable("page-bomb")
        if name in _RAW and not found[2]:
            at = _after(source, f"</{found[3]}", at)
        elif name not in _UNNESTED:
            depth = max(0, depth - 1) if found[2] else depth + 1
        work += depth
        if work > MOST_WORK:
            raise Unreadable("page-bomb")


def _after(source: str, end: str, at: int) -> int:
    """Where raw text ends; the end of the page if it is never closed."""
    found = source.find(end, at)
    return len(source) if found < 0 else found + len(end)
