"""A page's tree, flattened to its lines.

The parsed page comes in; out go the lines a reader would see, each with the elements it lies in, and for every element
how much running text it holds: the running text is where the article is. `<td>6月15日，…召开。<br>会议指出，…</td>`
gives two lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from zhengmai.reader.refusal import Unreadable

_BLOCKS = frozenset((
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    *("founder-content", "founder-introtitle", "founder-title", "founder-subtitle"),  # digital newspapers
))  # fmt: skip
# Elements of which nothing is read: not shown, or shown as something other than text of the page.
_UNREAD = frozenset((
    *("applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "math", "noscript"),
    *("object", "script", "select", "style", "svg", "template", "textarea", "video", "footer", "nav", "aside"),
))  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Parts of the page by their usual names; they count for nothing unless most of the running text is in one.
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:foot(?:er)?|copyright|nav|navi?gation|menu|side(?:bar)?|(?:bread)?crumbs?|share|relat(?:ed|ion|ive)"
    r"|recommend|comments?|friendlinks?|toolbar|xgyd|xgxw|xglj)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_SENTENCE = re.compile("[，。；！？]")
_SHORT = 15  # characters; `市领导接待来访群众，现场协调解决问题。` in a sidebar has hardly more
_MOST_NODES = 500_000
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_BROKEN_LINE = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}])")
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_WIDTHLESS = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a reader sees."""

    text: str
    linked: int  # characters that lie in links
    element: int  # the innermost block around it
    heading: bool

    @property
    def weight(self) -> int:
        """How much running text it is: none where it holds no sentence, is mostly links, or as short as a teaser."""
        return max(0, len(self.text) - self.linked - _SHORT) if self.is_running else 0

    @property
    def is_running(self) -> bool:
        return _SENTENCE.search(self.text) is not None and not self.is_link

    @property
    def is_link(self) -> bool:
        return self.linked * 2 > len(self.text)


@dataclass(slots=True)
class Tree:
    """The elements of a page, numbered in the order of their start tags."""

    lines: list[Line] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # class and id
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)  # one past the last element inside
    weights: list[int] = field(default_factory=list)  # running text inside, in characters
    counts: list[int] = field(default_factory=list)  # lines of running text inside
    beside: list[int] = field(default_factory=list)  # elements named as furniture
    numbers: dict[int, int] = field(default_factory=dict)  # parser's identity of a node -> its number

    def holds(self, element: int, line: Line) -> bool:
        """Whether the line lies in the element."""
        return element <= line.element < self.ends[element]


def flatten(parser: LexborHTMLParser) -> Tree:
    """The page as lines and weighed elements. Raises Unreadable where it has too many nodes to be a report's."""
    tree = Tree()
    if parser.root is not None:
        _Walk(tree).over(parser.root)
    _weigh(tree)
    return tree


def squeezed(text: str) -> str:
    """The text as a browser sets it: blanks run together, none where only the source breaks a line of Chinese."""
    if "\n" in text or "\r" in text:
        text = _BROKEN_LINE.sub("", text)
    return _BLANKS.sub(" ", _WIDTHLESS.sub("", text)).strip()


class _Walk:
    """One walk over the nodes, without recursion: hostile pages are deep."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.open: list[int] = []  # elements around the current node
        self.blocks: list[int] = [0]
        self.links = 0
        self.headings = 0
        self.pieces: list[str] = []
        self.linked = 0

    def over(self, root: LexborNode) -> None:
        above: list[LexborNode] = []
        node: LexborNode | None = root
        seen = 0
        while node is not None:
            seen += 1
            if seen > _MOST_NODES:
                raise Unreadable("page-bomb")
            if self.enters(node):
                above.append(node)
                child = node.child
                if child is not None:
                    node = child
                    continue
                self.leaves(above.pop())
            while node.next is None:
                if not above:
                    return
                node = above.pop()
                self.leaves(node)
            node = node.next if above else None

    def enters(self, node: LexborNode) -> bool:
        """Takes in a node; true for an element whose inside is read."""
        tag = node.tag or ""
        if tag == "-text":
            self.pieces.append(text := node.text_content or "")
            if self.links:
                self.linked += len(text.strip())
            return False
        if tag in _UNREAD or tag.startswith("-"):
            return False
        if tag in ("br", "hr"):
            self.flush()
            return False
        attributes = node.attributes
        # A page that hides itself as a whole waits for its script to show it.
        is_hidden = "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "")
        if is_hidden and tag not in ("html", "body"):
            return False
        self._number(node, tag, f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
        if tag in _BLOCKS:
            self.flush()
            self.blocks.append(self.open[-1])
        self.links += tag == "a" and "href" in attributes
        self.headings += tag in HEADINGS
        return True

    def _number(self, node: LexborNode, tag: str, names: str) -> None:
        tree = self.tree
        number = len(tree.tags)
        tree.numbers[node.mem_id] = number
        tree.tags.append(tag)
        tree.names.append(names)
        tree.parents.append(self.open[-1] if self.open else 0)
        tree.ends.append(0)
        if _BESIDE.search(names):
            tree.beside.append(number)
        self.open.append(number)

    def leaves(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self.flush()
            self.blocks.pop()
        self.links -= tag == "a" and "href" in node.attributes
        self.headings -= tag in HEADINGS
        self.tree.ends[self.open.pop()] = len(self.tree.tags)

    def flush(self) -> None:
        """Ends the line."""
        if not self.pieces:
            return
        text = squeezed("".join(self.pieces))
        if text:
            self.tree.lines.append(Line(text, self.linked, self.blocks[-1], self.headings > 0))
        self.pieces.clear()
        self.linked = 0


def _weigh(tree: Tree) -> None:
    tree.weights, tree.counts = _sums(tree, tree.lines)
    total = tree.weights[0] if tree.weights else 0
    beside = [e for e in tree.beside if tree.weights[e] < 0.3 * total]
    if beside:
        dropped = _marked(tree, beside)
        tree.lines = [line for line in tree.lines if not dropped[line.element]]
        tree.weights, tree.counts = _sums(tree, tree.lines)


def _sums(tree: Tree, lines: list[Line]) -> tuple[list[int], list[int]]:
    """Running text and its lines, summed up from the innermost elements outwards."""
    weights, counts = [0] * len(tree.tags), [0] * len(tree.tags)
    for line in lines:
        weights[line.element] += line.weight
        counts[line.element] += line.is_running
    for element in range(len(tree.tags) - 1, 0, -1):
        weights[tree.parents[element]] += weights[element]
        counts[tree.parents[element]] += counts[element]
    return weights, counts


def _marked(tree: Tree, elements: list[int]) -> list[bool]:
    """For each element, whether it is one of these or lies in one."""
    marked = [False] * len(tree.tags)
    for element in elements:
        marked[element] = True
    for element in range(1, len(tree.tags)):
        marked[element] = marked[element] or marked[tree.parents[element]]
    return marked
