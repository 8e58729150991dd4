"""Comparing words as a careful reader would: width, spaces, quotation marks and punctuation fold away.

Two strings come in, equality or a similarity in 0..1 goes out: `fold("“六稳”") == fold("六稳")`,
`fold_post("中共云溪市委员会书记") == "云溪市委书记"`. These rules are the measure; changing one changes every figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

SIMILAR = 0.8  # bigram F1 from which two passages count as the same demand
_DROP = re.compile(r"[\s\u3000“”\"‘’'《》〈〉「」『』【】()（）,，.。;；:：、!！?？·•—\-~]+")
_PARTY = re.compile(r"^(中国共产党|中共)(?!中央)")
_PARTY_OR_SHORT = re.compile(r"^(中国共产党|中共|党)")
_COMMITTEE = re.compile(r"([省市区县州盟旗])委员会")
_STANDING = re.compile(r"(委)(常务委员会|常委会)$")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Only the characters that carry meaning."""
    return _DROP.sub("", unicodedata.normalize("NFKC", text))


def fold_post(text: str) -> str:
    """A post without the Party's name before its place: `中共云溪市委书记` is `云溪市委书记`."""
    return _COMMITTEE.sub(r"\1委", _PARTY.sub("", fold(text)))


def fold_host(text: str) -> str:
    """A convening body in its short form: `云溪市人民政府` is `云溪市政府`."""
    text = _STANDING.sub(r"\1", _PARTY_OR_SHORT.sub("", fold_post(text)))
    return text.replace("人民政府", "政府").replace("常务委员会", "常委会").replace("人民代表大会", "人大")


def fold_studied(text: str) -> str:
    """What is studied, without the `精神` at its end."""
    return re.sub("精神$", "", fold(text))


@lru_cache(maxsize=16384)
def _bigrams(text: str) -> Counter[str]:
    text = fold(text)
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text])


def similarity(one: str, other: str) -> float:
    """Dice coefficient of the bigrams of two texts."""
    a, b = _bigrams(one), _bigrams(other)
    return 2 * (a & b).total() / (a.total() + b.total())


def contained(part: str, whole: str) -> float:
    """Share of the bigrams of `part` that stand in `whole`."""
    a, b = _bigrams(part), _bigrams(whole)
    return (a & b).total() / a.total()


def same_name(one: str, other: str) -> bool:
    """Equal, or one within the other and at least half of it: `十九届六中全会` in `党的十九届六中全会`. Both folded."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 5 and 2 * len(short) >= len(long) and short in long)


def same_day(want: str, have: str, text: str) -> bool:
    """Equal; or, where the text does not tell the year, the same month and day without one."""
    return have == want or (want[:4] not in text and have == "--" + want[-5:])


def pair_passages(gold: Sequence[str], given: Sequence[str]) -> dict[int, int]:
    """Greedy one-to-one pairing of passages by similarity: {index in `given`: index in `gold`}."""
    scored = sorted(((similarity(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(given)), reverse=True)
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for value, i, j in scored:
        if value < SIMILAR:
            break
        if i not in used and j not in pairs:
            used.add(i)
            pairs[j] = i
    return pairs
