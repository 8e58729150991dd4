"""Changes of a report that leave its facts as they are.

A text comes in with the people and places it names, the changed text goes out, with the way back for the words of
its facts: `市委书记韩砚秋主持会议` becomes `市委书记亓砚主持会议`, and a fact of 亓砚 is one of 韩砚秋.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial

from opencc import OpenCC

from zhengmai.lexicon import read_table
from zhengmai.model import Span

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it was before the change."""

    text: str
    people: tuple[tuple[Span, str], ...] = ()  # each place where a person is named, in order, and the name
    places: tuple[str, ...] = ()  # written out: 云溪市


@dataclass(frozen=True, slots=True)
class Changed:
    """The changed text; `back` gives the words of its facts as they stood in the text before."""

    text: str
    back: Words = str


@dataclass(frozen=True, slots=True)
class Change:
    """A change and the facets that it may cost."""

    apply: Callable[[Seen], Changed]
    costs: frozenset[str] = field(default=frozenset())


# --- people and places ---------------------------------------------------------------------------------

GIVEN = (
    "砚",
    "望舒",
    "鹤年",
    "泊远",
    "昀",
    "景行",
    "怀瑾",
    "朴",
    "雁秋",
    "知夏",
    "叙白",
    "钧",
    "令仪",
    "松乔",
    "攸宁",
    "霁",
)
TWO = ("砚", "昀", "朴", "钧", "霁", "岚", "攸", "峤", "泓", "珏", "翀", "彧")
COMMON = ("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙")
RARE = ("亓", "逄", "仉", "乜", "佟", "郗", "蒯", "璩", "晁", "粟", "鄢", "笪", "宓", "麴")
COMPOUND = ("欧阳", "司徒", "尉迟", "呼延", "澹台", "令狐", "皇甫", "上官", "夏侯", "轩辕", "长孙", "宇文")
DOTTED = (
    "阿依努尔·",
    "木拉提·",
    "古丽娜尔·",
    "帕尔哈提·",
    "热依汗·",
    "叶尔肯·",
    "努尔兰·",
    "玛依拉·",
    "塔依尔·",
    "阿布都·",
)
FATHERS = ("买买提", "哈力克", "艾山", "吐逊", "玉素甫", "巴合提", "别克", "卡德尔", "肉孜", "热合曼")
UNLISTED = ("砚湖", "霁江", "梧浦", "峤阳", "沅泽", "淙安", "榆岭", "菰城", "泠河", "栾峰", "桦川", "筠台")
LONG = ("雅砻沁", "乌苏图", "察尔山", "格桑林", "牛角湾", "三棵柳", "白鹭滩", "石门槛", "莫尔根", "九龙岙")
STEM = re.compile(r"([一-鿿]{2,4}?)(?:[一-鿿]{1,3}族)*(?:自治)?([省市县区州盟旗镇乡])")
NO_PLACE = re.compile("^[全各本我该两多]")


def names(surnames: Iterable[str], given: tuple[str, ...]) -> Iterator[str]:
    """Names without end of patience: each surname with one given name after another."""
    surnames = tuple(surnames)
    for turn in range(len(given)):
        for i, surname in enumerate(surnames):
            yield surname + given[(i + turn) % len(given)]


def rename_people(pool: Callable[[], Iterator[str]], seen: Seen) -> Changed:
    """Every person gets the next name of the pool that the text does not hold."""
    fresh = (name for name in pool() if name not in seen.text)
    new = {name: next(fresh) for name in dict.fromkeys(name for _, name in seen.people)}
    text = _at(seen.text, ((span, new[name]) for span, name in seen.people))
    return Changed(text, _swap({other: name for name, other in new.items()}))


def rename_places(pool: Callable[[str], Iterable[str]], seen: Seen) -> Changed:
    """Every place gets the next stem of the pool for its level, wherever its stem stands: 云溪市, 云溪内陆港."""
    new: dict[str, str] = {}
    for place in seen.places:
        found = STEM.fullmatch(place)
        if found and not NO_PLACE.match(place) and found[1] not in new:
            taken = (*new.values(), *new)
            stem = next((s for s in pool(found[2]) if s not in seen.text and s not in taken), None)
            if stem:
                new[found[1]] = stem
    return Changed(_swap(new)(seen.text), _swap({other: stem for stem, other in new.items()}))


@cache
def listed(level: str) -> tuple[str, ...]:
    """Stems of places of that level that the gazetteer knows, from all over it."""
    rows = read_table("places", ("code", "name", "short", "level", "parent", "until"))
    stems = [row["name"][:-1] for row in rows if len(row["name"]) == 3 and row["name"][-1] == level and row["short"]]
    return tuple(stems[::7])


def space_inside(seen: Seen) -> Changed:
    """Names of two characters as lists pad them: 高　洁."""
    return Changed(_at(seen.text, ((span, "　".join(name)) for span, name in seen.people if len(name) == 2)))


def space_around(seen: Seen) -> Changed:
    """A blank before and after each name, as pages have it that were set by hand."""
    return Changed(_at(seen.text, ((span, f" {name} ") for span, name in seen.people)))


def _at(text: str, new: Iterable[tuple[Span, str]]) -> str:
    pieces, at = [], 0
    for (start, stop), words in new:
        pieces += (text[at:start], words)
        at = stop
    return "".join((*pieces, text[at:]))


def _swap(new: dict[str, str]) -> Words:
    if not new:
        return str
    pattern = re.compile("|".join(sorted(map(re.escape, new), key=len, reverse=True)))
    return partial(pattern.sub, lambda found: new[found[0]])


# --- signs ---------------------------------------------------------------------------------------------

HALF = str.maketrans("，；：！？（）％", ",;:!?()%")
STOPS = str.maketrans("，；：！？（）％。", ",;:!?()%.")
FULL = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F) if chr(code) not in "\"'<>-|~.#&"})
NO_QUOTES = dict.fromkeys(map(ord, '“”‘’"「」『』'))
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
CORNER = str.maketrans("“”‘’", "「」『』")


def translate(table: dict[int, int] | dict[int, None], seen: Seen) -> Changed:
    """One sign for another throughout."""
    return Changed(seen.text.translate(table))


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)


def write_traditional(seen: Seen) -> Changed:
    """Traditional characters; the facts are read back into simplified ones."""
    return Changed(_converter("s2t").convert(seen.text), lambda words: _converter("t2s").convert(words))


# --- paragraphs, bylines, the page ---------------------------------------------------------------------

ENDS = re.compile(r"[。！？]")
AFTER_SENTENCE = re.compile(r"(?<=[。！？])(?![”’」』）)\"]|$)")
OPENING = re.compile(
    r"^[ 　]*(?:本报讯|本台讯)?[ 　]*[（(](?:本报|本台|全媒体)?(?:记者|通讯员)[^（()）]*[）)]|^[ 　]*(?:本报讯|本台讯)"
)
CLOSING = re.compile(r"[ 　]*[（(][^（()）。]{0,12}(?:记者|通讯员|供稿|文/|摄影|编辑)[^（()）。]*[）)][ 　]*$")
WRITERS = "记者 尚文 通讯员 闻笛"
ABOVE = "首页|走进本地|新闻中心|政务公开|互动交流\n您现在的位置：首页 > 新闻中心 > 要闻\n"
BENEATH = "来源：本地发布　浏览次数：1024　【字体：大 中 小】　打印本页"
BELOW = (
    "\n分享到：\n上一篇：市委书记贺兰亭到桐浦县调研秋粮收购工作\n下一篇：副市长晏如主持召开消防安全工作会议"
    "\n责任编辑：闻笛\n主办：市人民政府办公室　版权所有　网站地图　联系我们\n"
)
ABSENT = ("贺兰亭", "晏如", "尚文", "闻笛")  # whom only the page and the byline name


def join_paragraphs(seen: Seen) -> Changed:
    """Paragraphs that follow each other in one line."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, seen.text.split("\n"))):
        if lines and ENDS.search(lines[-1]) and ENDS.search(line):
            lines[-1] += line
        else:
            lines.append(line)
    return Changed("\n".join(lines))


def split_paragraphs(seen: Seen) -> Changed:
    """Each sentence a paragraph."""
    return Changed("\n".join(AFTER_SENTENCE.sub("\n", line) for line in seen.text.split("\n")))


def _body(lines: list[str]) -> list[int]:
    return [i for i, line in enumerate(lines) if ENDS.search(line)] or [len(lines) - 1]


def _without_byline(text: str) -> list[str]:
    return [line for line in (CLOSING.sub("", OPENING.sub("", line)) for line in text.split("\n")) if line.strip()]


def byline_first(seen: Seen) -> Changed:
    """The byline before the first words: 本报讯（记者 …）."""
    lines = _without_byline(seen.text)
    first = _body(lines)[0]
    lines[first] = f"　　本报讯（{WRITERS}）{lines[first].lstrip()}"
    return Changed("\n".join(lines))


def byline_last(seen: Seen) -> Changed:
    """The byline behind the last words: （记者 …）."""
    lines = _without_byline(seen.text)
    lines[_body(lines)[-1]] += f"（{WRITERS}）"
    return Changed("\n".join(lines))


def byline_apart(seen: Seen) -> Changed:
    """The byline on a line of its own between headline and text."""
    lines = _without_byline(seen.text)
    lines.insert(_body(lines)[0], WRITERS)
    return Changed("\n".join(lines))


def put_on_page(seen: Seen) -> Changed:
    """The page's furniture above, beneath the headline and below, with links to other reports."""
    lines = seen.text.split("\n")
    lines.insert(_body(lines)[0], BENEATH)
    return Changed(ABOVE + "\n".join(lines) + BELOW)


CHANGES = {
    "people: common names": Change(partial(rename_people, partial(names, COMMON, GIVEN))),
    "people: rare surnames": Change(partial(rename_people, partial(names, RARE, GIVEN))),
    "people: two characters": Change(partial(rename_people, partial(names, COMMON, TWO))),
    "people: compound surnames": Change(partial(rename_people, partial(names, COMPOUND, GIVEN))),
    "people: names with a dot": Change(partial(rename_people, partial(names, DOTTED, FATHERS))),
    "places: unlisted": Change(partial(rename_places, lambda level: UNLISTED)),
    "places: unlisted, long": Change(partial(rename_places, lambda level: LONG)),
    "places: listed": Change(partial(rename_places, listed)),
    "names padded inside": Change(space_inside),
    "names padded around": Change(space_around),
    "half-width signs": Change(partial(translate, HALF)),
    "half-width signs and stops": Change(partial(translate, STOPS)),
    "full-width signs and figures": Change(partial(translate, FULL)),
    "quotation marks lost": Change(partial(translate, NO_QUOTES), frozenset({"formulations", "task heading"})),
    "quotation marks straight": Change(partial(translate, STRAIGHT)),
    "quotation marks in corners": Change(partial(translate, CORNER)),
    "paragraphs joined": Change(join_paragraphs),
    "paragraphs split": Change(split_paragraphs),
    "byline first": Change(byline_first),
    "byline last": Change(byline_last),
    "byline apart": Change(byline_apart),
    "page furniture": Change(put_on_page),
    "traditional characters": Change(write_traditional),
}
