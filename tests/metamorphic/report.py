"""How much of what reports say outlives each change: `python -m tests.metamorphic.report [GOLD_DIR|corpus.jsonl]`.

Reports come in (the project's own gold without an argument), tables go out: the share of the facts that survive each
change, by facet, then the worst losses with the sentence they stand in. `--update` lifts the floors of the tests,
`--change` looks at one change, `--first` takes so many reports only.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from tests.metamorphic.changes import CHANGES, Changed
from tests.metamorphic.survival import Report, Survival, read_report, survive
from zhengmai.evaluate.folding import contained
from zhengmai.output import table
from zhengmai.pipeline import load_resources
from zhengmai.reader import read

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "eval" / "gold"
FLOORS = HERE / "floors.json"
ENOUGH = 0.98
ROWS = 4  # of each report that are told
SENTENCE = re.compile(r"[^。\n]+。?")
Outcome = dict[str, list[Survival]]


def reports_of(source: Path, first: int | None = None) -> list[Report]:
    """The reports of a folder of texts or of a file of JSON lines, read as they are."""
    resources = load_resources()
    sources = sorted(source.glob("*.txt")) if source.is_dir() else source
    return [read_report(article, resources) for article in islice(read(sources), first)]


def outcome(reports: Iterable[Report], changes: Iterable[str] = tuple(CHANGES)) -> Outcome:
    """What becomes of the reports' facts under each change."""
    resources = load_resources()
    reports = list(reports)
    return {change: [survive(report, CHANGES[change], resources) for report in reports] for change in changes}


def share(change: str, survivals: Iterable[Survival]) -> float:
    """The share of the facts that survive, those aside that the change may cost."""
    counts = [survival.count(CHANGES[change].costs) for survival in survivals]
    return sum(kept for kept, _ in counts) / max(1, sum(facts for _, facts in counts))


def lifted(floors: dict[str, float], reached: dict[str, float]) -> dict[str, float]:
    """The floors of the changes that fall short of what is enough: what is reached, rounded down, never lower."""
    short = {change: max(math.floor(100 * figure) / 100, floors.get(change, 0)) for change, figure in reached.items()}
    return {change: figure for change, figure in short.items() if figure < ENOUGH}


def _figures(result: Outcome) -> Iterator[list[str]]:
    facets = _facets(result)
    for change, survivals in result.items():
        cells = [change, f"{share(change, survivals):.1%}"]
        new = given = 0
        for facet in facets:
            tallies = [survival.tallies[facet] for survival in survivals if facet in survival.tallies]
            hit, gold = sum(t.hit for t in tallies), sum(t.gold for t in tallies)
            given += sum(t.given for t in tallies)
            new += sum(t.given - t.hit for t in tallies)
            cells.append(f"{100 * hit / gold:.0f}" if gold else "")
        yield [*cells[:2], f"{new / max(1, given):.1%}", str(sum(len(s.strangers) for s in survivals)), *cells[2:]]


def _facets(result: Outcome) -> list[str]:
    found = (facet for survivals in result.values() for survival in survivals for facet in survival.tallies)
    return list(dict.fromkeys(found))


def _losses(survivals: Iterable[Survival], most: int) -> Iterator[str]:
    """The reports that lose most: the first facts lost and those that came instead, with a sentence of each."""
    for survival in sorted(survivals, key=lambda s: s.count()[0] - s.count()[1])[:most]:
        lost = [(facet, "-", *row) for facet, tally in survival.tallies.items() for row in tally.missed]
        came = [(facet, "+", *row) for facet, tally in survival.tallies.items() for row in tally.extra]
        for facet, sign, report, fact in lost[:ROWS] + came[:ROWS]:
            words = fact if isinstance(fact, str) else " | ".join(map(str, fact))
            yield f"  {sign} {report} {facet}: {words[:90]}\n      {_sentence(words, survival.changed)}"


def _sentence(words: str, changed: Changed) -> str:
    """The changed sentence that holds most of a fact's words."""
    return max(SENTENCE.findall(changed.text), key=lambda s: contained(words, changed.back(s)), default="")[:160]


def main() -> int:
    """Prints the tables; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--change", action="append", choices=CHANGES, help="only this change; may be given again")
    parser.add_argument("--first", type=int, help="only so many reports")
    parser.add_argument("--losses", type=int, default=3, help="how many reports' losses are told of each change")
    parser.add_argument("--update", action="store_true", help="lift the floors of the tests to what is reached")
    args = parser.parse_args()
    reports = reports_of(args.source, args.first)
    result = outcome(reports, args.change or CHANGES)
    headings = ["change", "kept", "new", "absent", *(facet.replace("meeting ", "m ") for facet in _facets(result))]
    print(table(headings, _figures(result), numbers=range(1, len(headings))))
    for change, survivals in result.items():
        print(f"\n{change}: {share(change, survivals):.2%}")
        print("\n".join(_losses(survivals, args.losses)))
    if args.update:
        floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
        reached = {change: share(change, survivals) for change, survivals in result.items()}
        FLOORS.write_text(json.dumps(lifted(floors, reached), indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
