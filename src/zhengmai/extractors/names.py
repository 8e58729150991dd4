"""Where a person's name ends.

Comes in: a text and a position where a name may begin, as after `市委书记` in `市委书记韩砚秋作工作报告`. Goes out:
the span of the name, or nothing. Surnames limit what can be a name, the words behind it tell where it stops, the
rest of the article is a witness (`韩砚秋` stands there again and again, `韩砚秋作` once), and where all this leaves
the boundary open, jieba is asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from zhengmai.extractors.name_lexicon import NameLexicon
from zhengmai.extractors.words import Segmenter

CJK = r"[㐀-鿿]"
DOTTED = re.compile(rf"{CJK}{{1,7}}(?:[·•‧・]{CJK}{{1,8}}){{1,3}}")
RUN = re.compile(rf"{CJK}{{1,9}}")
DOT = re.compile("[·•‧・]")
SPACED = re.compile(rf"({CJK}{{1,2}})[ 　]{{1,3}}({CJK}{{1,2}})")
APART = re.compile(rf"({CJK})[ 　]{{1,3}}({CJK})[ 　]{{1,3}}({CJK})(?![ 　])")  # 韩 砚 秋讲话
JOINING = frozenset("和与及")
PARTAKING = ("出席", "参加", "列席", "陪同", "主持", "与会")
PARTAKES = re.compile(rf"(?:{'|'.join(PARTAKING)})(?![^，。；]{{0,30}}时)")  # 王某|在参加讨论时说
NOTED = re.compile(r"[（(](?:女|男|[\u4e00-\u9fff]{1,6}族)")
END = frozenset('0123456789、，,。.；;：:！!？?（()）》《”“"\n\r\t 　…—|｜]】[【')


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; `name` is without the spaces that `written` may hold."""

    start: int
    stop: int
    name: str
    written: str


class NameReader:
    """Reads names at given positions of a text; where rules leave the end open, `segmenter` cuts the clause."""

    def __init__(self, lexicon: NameLexicon, posts: Iterable[str], segmenter: Segmenter) -> None:
        self.surnames = lexicon.surnames
        self.begins = frozenset(surname[0] for surname in lexicon.surnames)
        self.transcribing = lexicon.transcribing
        self.opens = self.begins | self.transcribing  # characters with which a name behind a title can begin
        self.function_words = lexicon.function_words
        self.not_names = lexicon.not_names
        self.not_beginnings = lexicon.not_beginnings
        self.kinds = lexicon.followers
        self.segmenter = segmenter
        self.followers = _by_first(lexicon.followers)
        self.posts = frozenset(posts)
        self.words = self.posts | lexicon.followers.keys()

    def read(self, text: str, at: int, *, strong: bool) -> Name | None:
        """The name that begins at a position: 韩砚秋 at 4 in 市委书记韩砚秋作工作报告.

        `strong`: a title or list stands before it, so a rare name will do.
        """
        first = text[at : at + 1]
        if first not in self.opens:
            return self._unlisted(text, at) if strong and "㐀" <= first <= "鿿" else None
        ahead = text[at + 1 : at + 10]
        if DOT.search(ahead) and (dotted := DOTTED.match(text, at)) and self._transcribes(dotted[0]):
            return self._dotted(text, dotted)
        if (" " in ahead[:2] or "　" in ahead[:2]) and (spaced := self._spaced(text, at, strong)):
            return spaced
        lengths = self._lengths(text, at, strong)
        if not lengths:
            return None
        stop = self._choose(text, at, lengths, strong)
        return Name(at, stop, text[at:stop], text[at:stop]) if stop else None

    def _unlisted(self, text: str, at: int) -> Name | None:
        """A name whose surname no list has: the article must have it again, and no dictionary."""
        for length in (2, 3):
            stop = at + length
            word = text[at:stop]
            seen_again = len(word) == length and text.count(word) > 1 and RUN.fullmatch(word)
            if not seen_again or self.boundary(text, stop) < 2 or word in self.words or word[0] in self.kinds:
                continue
            if not self.segmenter.is_word(word) or self._always_acts(text, word):
                return Name(at, stop, word, word)
        return None

    def _always_acts(self, text: str, word: str) -> bool:
        """Whether a person's verb stands behind a word wherever it occurs: 农某传达, 农某强调."""
        places = [found.end() for found in re.finditer(re.escape(word), text)]
        return len(places) > 1 and all(self.boundary(text, place) == 2 for place in places)

    def boundary(self, text: str, at: int) -> int:
        """How surely a name can end at a position.

        3: punctuation; 2: a word that follows names (韩某|强调); 1: a character or noun that does (韩某|在); 0: not.
        """
        following = text[at : at + 1]
        if not following or following in END:
            return 3
        words = self.followers.get(following)
        if words:
            for word in words:
                if text.startswith(word, at):
                    return 2 if self.kinds[word] == "verb" else 1
        return 0

    def could_be_name(self, word: str) -> bool:
        """Whether a word by itself is no ordinary word: `高度` is one, `高洁` is not."""
        return not self._is_of_words(word) and self.not_names.get(word) != "always"

    def _is_of_words(self, word: str) -> bool:
        """A title or a verb, or one behind a surname's character: 主任, 会|负责."""
        return word in self.words or (len(word) > 2 and word[1:] in self.words)

    def _could_stand(self, text: str, start: int, stop: int, strong: bool) -> bool:
        """As `could_be_name`; behind a title a word will do where a person must have ended.

        市人大常委会主任|牧某, 副主任谷某、|幸福、鞠某, 局长|成功列席会议, not 书记|高度重视.
        """
        word = text[start:stop]
        if self.could_be_name(word):
            return True
        if not strong or self._is_of_words(word):
            return False
        if self._ends_name(text, stop) or (text[start - 1] == "、" and self.boundary(text, stop) >= 2):
            return True
        return self.boundary(text, stop) > 0 and (not self.segmenter.is_everyday(word) or self._always_acts(text, word))

    def _ends_name(self, text: str, at: int) -> bool:
        """Whether a person must have ended here: a note in brackets, a list going on, a verb of taking part."""
        return text[at : at + 1] == "、" or NOTED.match(text, at) is not None or text.startswith(PARTAKING, at)

    def _is_sure_end(self, text: str, at: int, least: int) -> bool:
        return self.boundary(text, at) >= least or text.startswith(PARTAKING, at)

    def _transcribes(self, words: str) -> bool:
        """Whether the part before the first dot can belong to a name: 古丽扎尔·, not 习近平致电若昂·."""
        first = DOT.split(words)[0]
        if all(char in self.transcribing or char in self.begins for char in first):
            return len(first) < 7
        return len(first) < 5 and not any(first[i : i + 2] in self.kinds for i in range(len(first) - 1))

    def _dotted(self, text: str, found: re.Match[str]) -> Name | None:
        """A name with dots; its last part reaches to a sure end, or as far as its characters transcribe."""
        start, stop = found.span()
        last = max(text.rfind(dot, start, stop) for dot in "·•‧・") + 1
        for end in range(last + 1, min(stop, last + 6) + 1):
            if self.boundary(text, end):
                if text[end : end + 1] in JOINING and self.boundary(text, end + 1) >= 2:
                    end += 1  # 阿勒腾·苏和，
                elif text.startswith(PARTAKING, end + 1):
                    end += 1  # 阿依努尔·买买提|出席: 提出 is no verb here
                return Name(start, end, text[start:end], text[start:end])
        reach = last + 1
        while reach < stop and text[reach] in self.transcribing:
            reach += 1
        return Name(start, reach, text[start:reach], text[start:reach])

    def _spaced(self, text: str, at: int, strong: bool) -> Name | None:
        apart = APART.match(text, at)
        if apart and strong and apart[1] in self.surnames and self.boundary(text, apart.end()):
            return Name(at, apart.end(), "".join(apart.groups()), apart[0])
        found = SPACED.match(text, at)
        if not found:
            return None
        surname, given = found[1], found[2]
        if surname not in self.surnames or (len(surname) == 1 and len(given) > 2):
            return None
        for length in (1, 2) if len(surname) + len(given) > 2 else (1,):
            stop = found.start(2) + length
            if stop <= found.end() and strong and self.boundary(text, stop) and self.could_be_name(given[:length]):
                return Name(at, stop, surname + given[:length], text[at:stop])
        return None

    def _lengths(self, text: str, at: int, strong: bool) -> list[int]:
        """Lengths that a name beginning here could have."""
        found = RUN.match(text, at)
        run = found.end() - at if found else 0
        two = text[at : at + 2]
        if self.surnames.get(two) and run >= 3:
            options = [3, 4]
        elif text[at] in self.surnames:
            options = [2, 3]
            if strong and run >= 4 and two not in self.not_names and self._could_be_four(text, at):
                options.append(4)
        else:
            options = []
        if strong and not any(self.boundary(text, at + n) for n in options if n <= run):
            options += self._transcribed(text, at, run)
        if (
            two in self.not_beginnings
            and self.boundary(text, at + 2) < 2
            and not (strong and self._ends_name(text, at + 3))
        ):
            return []  # 来到|…, 高质|量; but 局长云某鹤、
        if text[at] in self.function_words:
            options = self._beside_grammar(text, at, options, strong)
        return [n for n in dict.fromkeys(options) if n <= run and self._could_stand(text, at, at + n, strong)]

    def _beside_grammar(self, text: str, at: int, options: list[int], strong: bool) -> list[int]:
        """Lengths of a name that begins like a word of grammar: 秘书长和|武器…; but 易某、和某出席, 主任应某儿，"""
        edge = text[at - 1] in "、，。\n" or text.startswith(PARTAKING, at + 2)
        if text[at] in JOINING and not edge and self.boundary(text, at + 3) < 3:
            return []
        least = 2 if text[at - 1] == "、" else 3
        again = text.count(text[at : at + 3]) > 1
        sure = (n for n in options if self._is_sure_end(text, at + n, least if n == 2 else 2 - again))
        return [n for n in sure if strong or (n == 3 and again)]

    def _could_be_four(self, text: str, at: int) -> bool:
        """A husband's and a wife's surname (林郑某娥), or a Japanese name before punctuation (东原某昭、)."""
        if self._is_common(text[at]) and self._is_common(text[at + 1]):
            return True
        return self.boundary(text, at + 4) == 3 and not self.boundary(text, at + 2) and not self.boundary(text, at + 3)

    def _is_common(self, surname: str) -> bool:
        return self.surnames.get(surname) == "common"

    def _transcribed(self, text: str, at: int, run: int) -> list[int]:
        """Lengths of a name in transcribing characters: 卓玛才让, 格桑, 普京."""
        length = int(text[at] in self.begins)
        while length < run and text[at + length] in self.transcribing:
            length += 1
        sure = [n for n in range(2, length + 1) if self.boundary(text, at + n) >= 2]
        return sure or ([length] if length > 3 else [])

    def _choose(self, text: str, at: int, lengths: list[int], strong: bool) -> int | None:
        bounds = {n: self.boundary(text, at + n) for n in sorted(lengths)}
        fitting = [n for n, bound in bounds.items() if bound]
        if not fitting and max(lengths) > 4:
            return at + max(lengths)  # 总统伊萨亚斯|互致贺电
        if not fitting:
            return (self._by_witness(text, at, lengths) or self._by_words(text, at, lengths)) if strong else None
        best = fitting[0]
        for longer in fitting[1:]:
            if self._is_longer(text, at, best, longer, bounds):
                best = longer
        if best == 3 and bounds[3] == 1 and self._stands_alone(text, at):
            best = 2  # 王某|连说, where 王某 stands elsewhere
        if not strong and any(text[at : at + n] in self.not_names for n in (2, 3)):
            return None  # 全会|还提出, 双方|签约
        return at + best

    def _stands_alone(self, text: str, at: int) -> bool:
        """Whether the first two characters are a name elsewhere in the text, more often than three are."""
        short = text[at : at + 2]
        if text.count(short) <= text.count(text[at : at + 3]):
            return False
        return any(self.boundary(text, found.end()) == 2 for found in re.finditer(re.escape(short), text))

    def _is_longer(self, text: str, at: int, short: int, long: int, bounds: dict[int, int]) -> bool:
        """Whether of two candidates the longer is the name: 王某和出席 is, 李某在讲话 is not."""
        if long > 3 and short >= 2 and text[at : at + 2] not in self.surnames:
            return False
        shorter, longer = text[at : at + short], text[at : at + long]
        last = text[at + short]
        kind = self.kinds.get(last)
        seen = text.count(shorter)
        always = seen > 1 and text.count(longer) == seen
        if kind == "particle":
            joins = last in JOINING or (last == "在" and seen == text.count(longer) and PARTAKES.match(text, at + long))
            return bool(joins) and bounds[long] == 2 and bounds[short] == 1
        return always or (bounds[short] == 1 and bounds[long] >= 2)

    def _by_witness(self, text: str, at: int, lengths: list[int]) -> int | None:
        """The longest candidate that stands in the text again, with a sure end there."""
        for n in sorted(lengths, reverse=True):
            name = text[at : at + n]
            place = text.find(name)
            while place >= 0:
                if place != at and self.boundary(text, place + n) >= 2:
                    return at + n
                place = text.find(name, place + 1)
        return None

    def _by_words(self, text: str, at: int, lengths: list[int]) -> int | None:
        """The candidate after which a word of the clause begins, as jieba cuts it."""
        words = self.segmenter.cut(text[at : at + 12])
        ends, length = set(), 0
        for word in words:
            length += len(word)
            ends.add(length)
        fitting = [n for n in lengths if n in ends and not self.not_names.get(text[at : at + n])]
        return at + max(fitting) if fitting else None


def _by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words by their first character, the longest first."""
    out: dict[str, list[str]] = defaultdict(list)
    for word in words:
        out[word[0]].append(word)
    return {first: tuple(sorted(own, key=len, reverse=True)) for first, own in out.items()}
