"""`zhengmai evaluate`: annotated reports and a graph come in, figures go out, facet by facet.

zhengmai evaluate eval/gold out.trig --show people
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from zhengmai.commands.check import tell
from zhengmai.errors import GoldError
from zhengmai.messages import say

if TYPE_CHECKING:
    from zhengmai.evaluate import Evaluation, Tally


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("gold", metavar="GOLD", help=say("evaluate.gold"))
    parser.add_argument("graph", metavar="GRAPH", help=say("evaluate.graph"))
    parser.add_argument("--show", metavar="FACET", help=say("evaluate.show"))
    parser.add_argument("--links", metavar="FILE", help=say("evaluate.links"))
    parser.add_argument("--json", action="store_true", help=say("json"))


def run(args: argparse.Namespace) -> int:
    """Evaluates and prints."""
    from zhengmai.evaluate import evaluate

    result = evaluate(args.gold, args.graph, args.links)
    if args.show and args.show not in result.tallies:
        known = ", ".join(result.tallies)
        raise GoldError(say("evaluate.unknown-facet", facet=args.show, known=known))
    if args.json:
        print(json.dumps(result.figures(), ensure_ascii=False, indent=1))
        return 0
    _print(result)
    if args.show:
        _print_misses(result.tallies[args.show])
    return 0


def _print(result: Evaluation) -> None:
    from zhengmai.output import table

    headings = [say(f"evaluate.{name}") for name in ("facet", "precision", "recall", "f1", "in-gold", "in-graph")]
    rows = [
        [facet, *(f"{figure:.3f}" for figure in tally.scores()), tally.gold, tally.given]
        for facet, tally in result.tallies.items()
    ]
    print(table(headings, rows, numbers=range(1, len(headings))))
    tell(result.evidence, result.conformance)
    if result.absent:
        print(say("evaluate.absent", reports=" ".join(result.absent)))
    for question, (right, asked) in result.links.items():
        print(say("evaluate.right", question=question, right=right, asked=asked))


def _print_misses(tally: Tally) -> None:
    for sign, facts in (("-", tally.missed), ("+", tally.extra)):
        for report, fact in facts:
            print(sign, report, fact if isinstance(fact, str) else " ".join(map(str, fact)))
