"""Makes `not_names.tsv`: ordinary words that begin with a surname's character, as 高度 after 书记.

Comes in: jieba's dictionary and `surnames.tsv`. Goes out: the table, each word `always` (高度, 强调: never a name) or
`weak` (高洁, 和平: an ordinary word, and a name all the same where the context says so).

    python tools/make_not_names.py > src/zhengmai/data/lexicons/not_names.tsv
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from zhengmai.lexicon import read_table

HERE = Path(__file__).parent
# Below these counts jieba's words are too odd (文山根, 化发展) to be worth a row.
LEAST = {2: 10, 3: 5}
# A word this frequent is an ordinary word first, even if its second character is one for names (经济, 严重).
ORDINARY = 150

HEADER = """\
# Ordinary words of two or three characters that begin with a surname's character and are no name of a person.
# Made by tools/make_not_names.py from the dictionary of jieba {version} (MIT) and tools/not_names/*.txt;
# do not edit by hand.
# word: as written.
# strength: always = never a name (高度, 强调) | weak = could also be a name (高洁, 和平): let the context decide.
word\tstrength"""


def words_of(name: str) -> frozenset[str]:
    """The words of a hand-kept list; `#` begins a comment."""
    lines = (HERE / "not_names" / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines for word in line.split("#")[0].split())


def dictionary() -> Iterator[tuple[str, int, str]]:
    """jieba's words with frequency and part of speech."""
    for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        yield word, int(count), tag


def strength(word: str, count: int, rank: str, given: frozenset[str]) -> str | None:
    """How surely a word of the dictionary is no name; None where it may well be one (jieba holds untagged names)."""
    rest = word[1:]
    if len(rest) == 2:
        return None if count < 50 and all(char in given for char in rest) else "always"
    return "weak" if rank != "rare" and count < ORDINARY and rest in given else "always"


def table() -> dict[str, str]:
    """Word -> strength."""
    surnames = {row["surname"]: row["rank"] for row in read_table("surnames", ("surname", "rank", "note"))}
    given = frozenset("".join(words_of("given_characters")))
    rows: dict[str, str] = {}
    for word, count, tag in dictionary():
        if count >= LEAST.get(len(word), 1 << 30) and word[0] in surnames and not tag.startswith("nr"):
            found = strength(word, count, surnames[word[0]], given)
            if found:
                rows[word] = found
    rows |= dict.fromkeys(words_of("always"), "always") | dict.fromkeys(words_of("weak"), "weak")
    names = words_of("names")
    return {word: rows[word] for word in sorted(rows) if word not in names}


if __name__ == "__main__":
    print(HEADER.format(version=version("jieba")))
    for word, how in table().items():
        print(f"{word}\t{how}")
