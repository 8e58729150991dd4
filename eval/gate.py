"""The quality gate: builds the graphs of the gold sets and holds their figures to the floors of `floors.json`.

    python eval/gate.py [--update [--allow-regression]]

The project's own sets are `eval/gold` and `eval/hard`; `ZHENGMAI_GOLD` names a folder of further gold, by default
`../shared/dev` beside the checkout; where it is absent, its floors are not asked for. Exit status 1 where a facet is
under its floor by more than the weight of one item, a report is missing, or a fact is invented. `--update` lifts each
floor to the figure reached and lowers none unless told to with `--allow-regression`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import zhengmai
from zhengmai.evaluate import Evaluation, evaluate

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
FURTHER = HERE.parents[1] / "shared" / "dev"
Floors = dict[str, dict[str, float]]


def gold_sets() -> Iterator[tuple[str, Path]]:
    """The sets to hold to their floors: name, folder."""
    yield "project", HERE / "gold"
    yield "hard", HERE / "hard"
    further = Path(os.environ.get("ZHENGMAI_GOLD") or FURTHER)
    if further.is_dir():
        yield "further", further
    else:
        print(f"gate: no further gold at {further}; skipped (ZHENGMAI_GOLD names a folder)", file=sys.stderr)


def measure(folder: Path) -> Evaluation:
    """Builds the graph of a folder's texts and evaluates it."""
    with tempfile.TemporaryDirectory() as scratch:
        graph = Path(scratch) / "graph.trig"
        zhengmai.build(*sorted(folder.glob("*.txt")), out=graph)
        return evaluate(folder, graph)


def faults(name: str, result: Evaluation, floors: dict[str, float]) -> Iterator[str]:
    """What keeps a set from passing, each in words."""
    for facet, floor in floors.items():
        tally = result.tallies[facet]
        reached = tally.scores().f1
        if reached < floor - 1 / max(1, tally.gold):  # by the weight of one item a facet may miss its floor
            yield f"{name}: {facet} at {reached:.4f}, its floor is {floor:.4f}"
    yield from (f"{name}: {report} is not in the graph" for report in result.absent)
    yield from (f"{name}: invented: {fault}" for fault in result.evidence.faults)
    yield from (f"{name}: not in the ontology: {term}" for term in result.conformance.unknown)
    yield from (f"{name}: {violation}" for violation in result.conformance.violations)


def lifted(floors: dict[str, float], result: Evaluation, allow_regression: bool) -> dict[str, float]:
    """The floors after an update: what was reached, rounded down; never lower unless that is allowed."""
    reached = {facet: math.floor(tally.scores().f1 * 10_000) / 10_000 for facet, tally in result.tallies.items()}
    if allow_regression:
        return reached
    return {facet: max(figure, floors.get(facet, 0.0)) for facet, figure in reached.items()}


def show(name: str, result: Evaluation, floors: dict[str, float]) -> None:
    """Prints a set's figures beside their floors."""
    print(f"{name:16}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}{'gold':>7}")
    for facet, tally in result.tallies.items():
        precision, recall, f1 = tally.scores()
        floor = floors.get(facet, 0.0)
        mark = "  <-- under its floor" if f1 < floor else ""
        print(f"{facet:16}{precision:8.3f}{recall:8.3f}{f1:8.3f}{floor:8.3f}{tally.gold:7d}{mark}")


def main() -> int:
    """Runs the gate; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="lift the floors to what is reached")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    args = parser.parse_args()
    floors: Floors = json.loads(FLOORS.read_text("utf-8"))
    found: list[str] = []
    for name, folder in gold_sets():
        result = measure(folder)
        if args.update:
            floors[name] = lifted(floors.get(name, {}), result, args.allow_regression)
        show(name, result, floors.get(name, {}))
        found += faults(name, result, floors.get(name, {}))
    if args.update:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    for fault in found:
        print(f"gate: {fault}", file=sys.stderr)
    print("gate: passed" if not found else f"gate: {len(found)} faults")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
