"""What names are made of, and what stands beside them.

Comes in: the tables of surnames, of words that are no names, of words that follow names. Goes out: a `NameLexicon`, by
which 韩砚秋 can be a name and 高度重视 cannot.
"""

from __future__ import annotations

from dataclasses import dataclass

from zhengmai.lexicon import read_table


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What names are made of and what stands beside them."""

    surnames: dict[str, str]  # surname -> common, uncommon or rare
    function_words: frozenset[str]  # surnames that are words of grammar as well: 和, 由
    not_names: dict[str, str]  # ordinary word -> always (never a name) or weak (could be one)
    not_beginnings: frozenset[str]  # two characters with which no name of three begins: 来到, 高质
    followers: dict[str, str]  # word that may follow a name -> verb, particle, character or noun
    transcribing: frozenset[str]  # characters that write names of other tongues: 卓玛才让, 若昂


def load_name_lexicon() -> NameLexicon:
    """The packaged tables of names. Raises LexiconError."""
    surnames = read_table("surnames", ("surname", "rank", "note"))
    return NameLexicon(
        surnames={row["surname"]: row["rank"] for row in surnames},
        function_words=frozenset(row["surname"] for row in surnames if row["note"] == "虚词"),
        not_names={row["word"]: row["strength"] for row in read_table("not_names", ("word", "strength"))},
        not_beginnings=frozenset(row["word"] for row in read_table("not_beginnings", ("word",))),
        followers={row["word"]: row["kind"] for row in read_table("followers", ("word", "kind"))},
        transcribing=frozenset(row["character"] for row in read_table("transcribing", ("character",))),
    )
