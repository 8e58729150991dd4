"""Are the facts invented? Every item of a graph must point at words that are there and speak of it.

A graph's answers and the articles' texts come in, counts go out: an official 韩砚秋 whose evidence reads
`市长陆知行` is *beside* the point; one without evidence is *bare*; a span that does not read in the text
as it says is *wrong*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhengmai.evaluate.answers import Answers
from zhengmai.evaluate.folding import contained

# How much of an item's words its spans must hold, by kind; acts and tenures have no words of their own.
NEEDED = {
    "official": 1.0, "phrase": 1.0, "target": 1.0, "participation": 1.0, "task": 0.8, "document": 0.8, "meeting": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """How many items and spans there are, and what is wrong with them."""

    items: int
    spans: int
    wrong: int  # spans that do not read as they say
    bare: int  # items without a span
    beside: int  # items that their spans do not speak of
    invented: int  # items with any of these faults
    faults: tuple[str, ...]  # each in words: article, IRI, what is wrong

    @property
    def rate(self) -> float:
        """Share of the items that are invented."""
        return self.invented / self.items if self.items else 0.0


def check_evidence(answers: Answers, texts: Mapping[str, str]) -> EvidenceCount:
    """Holds each item's evidence against `texts` ({article's identifier: text}); an article not in it is only
    checked for items without evidence."""
    misread, wrong = _misread(answers, texts)
    faults = [f"{report} {iri}: {why}" for (report, iri), why in misread.items()]
    spans = answers.items("evidence")
    invented = set(misread)
    bare = beside = count = 0
    for report, found in answers.items("items").items():
        for iri, item in found.items():
            count += 1
            exacts = spans[report][iri]["exact"] if iri in spans.get(report, {}) else set()
            need = NEEDED.get(item.one("kind"), 0.0)
            if not exacts:
                bare += 1
                why = "has no evidence"
            elif need and report in texts and _share(item["words"], exacts) < need:
                beside += 1
                why = f"its evidence does not speak of {'/'.join(sorted(item['words']))}"
            else:
                continue
            invented.add((report, iri))
            faults.append(f"{report} {iri}: {why}")
    return EvidenceCount(count, len(answers.rows("evidence")), wrong, bare, beside, len(invented), tuple(faults))


def _misread(answers: Answers, texts: Mapping[str, str]) -> tuple[dict[tuple[str, str], str], int]:
    """{(article, IRI): what is wrong with its span}, and how many spans are wrong."""
    found, wrong = {}, 0
    for row in answers.rows("evidence"):
        text = texts.get(row["report"])
        if text is None:
            continue
        if "exact" not in row:
            why = "a span of its evidence lacks its place or its words"
        elif text[int(row["begin"]) : int(row["end"])] != row["exact"]:
            why = f"the text does not read {row['exact']!r} at {row['begin']}-{row['end']}"
        else:
            continue
        wrong += 1
        found[row["report"], row["iri"]] = why
    return found, wrong


def _share(words: set[str], exacts: set[str]) -> float:
    spoken = " ".join(sorted(exacts))
    return max(contained(word, spoken) for word in words or {""})
