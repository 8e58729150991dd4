"""Written works: which ones an article names, and where.

An article comes in with its people found: `会议审议了《城市更新办法（草案）》和市政府关于养老服务情况的报告`. Out go
mentions of kind "document", one a naming, each with the title of the work that it names: `城市更新办法`,
`市政府关于养老服务情况的报告`. Short forms (`《办法》`, `（以下简称《若干措施》）`) bear the longest title of their
work. Newspapers, films and songs in 《》 are left out; works without 《》 count where a verb acts on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhengmai.extractors.unquoted import UnquotedRules, find_unquoted, load_unquoted_rules
from zhengmai.layout import Sentence
from zhengmai.lexicon import read_table
from zhengmai.model import Span
from zhengmai.reading import DocumentMention, Reading
from zhengmai.tagging import Mention

DRAFTS = "[^（()）《》，。、]{0,12}?(?:草案|[稿草])"  # 讨论稿, 修订草案, 草案修改二稿, 报批稿, 第二次征求意见稿
DRAFT = re.compile(rf"\s*[（(]{DRAFTS}[）)]\s*$")
NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[﹝【（(]\s*(?:19|20)\d\d\s*[〕\]﹞】）)]\s*第?\s*\d+\s*号")
# 《A》, 《A〈B〉C》, 《A《B》C》; behind it what belongs to the name: （草案）, （国发〔2023〕5号）, （以下简称《C》）
NAME = r"[^《》\n]{1,120}(?:《[^《》\n]{1,80}》[^《》，。；\n]{1,80})?"
TAIL = (
    r"(?:(?:修[订正](?:案)?)?草案(?:(?:修改|表决|建议|审议|[二三]次审议)?[二三]?稿)?|稿(?=[）)、，。；]))?"
    rf"(?:[（(](?:{DRAFTS}|试行|修订|暂行)[）)])?"
    rf"(?:[（(](?P<number>{NUMBER.pattern})[）)])?(?:第[一二三四五六七八九十]+卷)?"
    r"(?:[（(](?:以下|下)?[统简]称为?[：:]?[《“\"]?(?P<short>[^《》“”\"（()）]{2,20})[》”\"]?[）)])?(?:(?:的)?有关(?:篇目|章节|篇章))?"
)
QUOTED = re.compile(rf"《(?P<title>{NAME})》{TAIL}")
REPORT = re.compile("的?工作报告")
SPACES = re.compile(r"[\s\u3000“”\"‘’'《》〈〉<>（）()、，,·—\-]+")
SHORT = 8  # characters: `若干政策措施`; what is longer is a name of its own


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """What tells a written work from other things in 《》, and finds the ones without."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    not_works: re.Pattern[str]
    unquoted: UnquotedRules


@dataclass(frozen=True, slots=True)
class Work:
    """A naming of a written work: its title as named there, and the short form that the text gives it."""

    span: Span
    title: str
    short: str | None = None
    number: str | None = None


def load_document_rules() -> DocumentRules:
    """Reads the tables and rules. Raises LexiconError or RuleError."""
    words: dict[str, list[str]] = {"before": [], "after": [], "end": [], "name": []}
    for row in read_table("document_surroundings", ("word", "where")):
        for where in row["where"].split():
            words[where].append(re.escape(row["word"]))
    either = {where: "|".join(sorted(found, key=lambda w: (-len(w), w))) for where, found in words.items()}
    return DocumentRules(
        re.compile(rf"(?:{either['before']}|（\d+月\d+日）的)[“”：:的了]?$"),
        re.compile(either["after"]),
        re.compile(rf"^(?:{either['name']})$|(?:{either['end']})$"),
        load_unquoted_rules(),
    )


def find_documents(reading: Reading, rules: DocumentRules) -> list[Mention]:
    """All namings of written works, in order, of which none overlap; the caller adds them to the reading."""
    works: list[Work] = []
    for sentence in reading.sentences:
        words = sentence.text
        quoted = list(_quoted(sentence, rules)) if "《" in words else []
        if rules.unquoted.may_name(words):
            unquoted = list(_unquoted(reading, sentence, quoted, rules))
            quoted = [work for work in quoted if not any(_within(work, other) for other in unquoted)]
            works += unquoted
        works += quoted
    if not works:
        return []
    titles = _titles(works)
    return [Mention(work.span, "document", DocumentMention(titles[work])) for work in sorted(works, key=_place)]


def _unquoted(reading: Reading, sentence: Sentence, quoted: Sequence[Work], rules: DocumentRules) -> Iterator[Work]:
    """The works without 《》 that a verb of the sentence acts on; they may hold others in 《》."""
    inner = [Mention(work.span, "document", work.title) for work in quoted]
    for span in find_unquoted(reading, sentence, inner, rules.unquoted):
        yield Work(span, clean_title(reading.text[span.start : span.stop]))


def clean_title(words: str) -> str:
    """A title without a trailing （讨论稿） and outer spaces."""
    title = words.strip()
    while (draft := DRAFT.search(title)) and draft.start():
        title = title[: draft.start()].rstrip()
    return title


def written_as(words: str) -> Work:
    """The work that the words of a mention name, with the short form and the number given there."""
    named = QUOTED.match(words)
    if named is None:
        return Work(Span(0, len(words)), clean_title(words))
    return Work(Span(*named.span()), clean_title(named["title"]), named["short"], named["number"])


def fold(title: str) -> str:
    """A title without the signs and spaces in which two writings of it may differ."""
    return SPACES.sub("", title)


def _within(work: Work, other: Work) -> bool:
    """关于批准《甲条约》的决定 is one work."""
    return other.span.start < work.span.start and work.span.stop <= other.span.stop


def _place(work: Work) -> Span:
    return work.span


def _quoted(sentence: Sentence, rules: DocumentRules) -> Iterator[Work]:
    text, start = sentence.text, sentence.span.start
    refused = -1  # where an adjacent name was left out: 歌曲《A》《B》
    for found in QUOTED.finditer(text):
        title = clean_title(found["title"])
        if _is_no_work(text, found, title, refused, rules):
            refused = found.end()
            continue
        span = Span(start + found.start(), start + found.end())
        yield Work(span, title, found["short"] or _genre(text, found.end()), found["number"])


def _genre(text: str, end: int) -> str | None:
    """The report that a work is: 审议通过了工作报告 means the one that was 题为《…》的工作报告."""
    return "工作报告" if REPORT.match(text, end) else None


def _is_no_work(text: str, found: re.Match[str], title: str, refused: int, rules: DocumentRules) -> bool:
    before = text[max(0, found.start() - 12) : found.start()]
    if rules.not_works.search(title) or rules.after.match(text, found.end()) or rules.before.search(before):
        return True
    return refused >= 0 and text[refused : found.start()] in ("", "、", "和", "及", "，")


def _titles(works: Iterable[Work]) -> dict[Work, str]:
    """The longest title of each naming's work."""
    ordered = sorted(works, key=_place)
    longest: dict[str, str] = {}  # by folded title
    given: dict[str, str] = {}  # short form -> folded title, as the text sets it: 以下简称
    for work in ordered:
        key = fold(work.title)
        longest[key] = max(longest.get(key, ""), work.title, key=len)
        if work.short:
            given[fold(work.short)] = key
    fuller = {key: _fuller(key, longest) for key in longest if key not in given}
    return {work: longest[_full(work, ordered, given, fuller)] for work in ordered}


def _fuller(key: str, titles: Iterable[str]) -> frozenset[str]:
    """The titles that a title may be short for: 决定 and 关于…的决定 end other titles."""
    if len(key) > SHORT and not key.startswith("关于"):
        return frozenset()
    return frozenset(title for title in titles if len(title) > len(key) and (title.endswith(key) or _skips(key, title)))


def _skips(key: str, title: str) -> bool:
    """Whether a report's name leaves words of its title out: 财务预算报告 of 集团2025年财务预算安排的报告."""
    if len(key) > SHORT or not key.endswith("报告") or key.endswith("工作报告") or key in title:
        return False
    if not title.endswith("报告"):
        return False
    rest = iter(title)
    return all(char in rest for char in key)


def _full(work: Work, works: Sequence[Work], given: Mapping[str, str], fuller: Mapping[str, frozenset[str]]) -> str:
    """The folded full title of a naming: of several that fit the one named last before it, else the next."""
    key = fold(work.title)
    if key in given:
        return given[key]
    while candidates := fuller.get(key):
        named = [(other.span.start, fold(other.title)) for other in works if fold(other.title) in candidates]
        before = [title for start, title in named if start < work.span.start]
        key = before[-1] if before else named[0][1]
    return key
