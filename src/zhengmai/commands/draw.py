"""`zhengmai draw`: a graph comes in, one HTML page that needs no network goes out.

zhengmai draw --graph out.trig -o network.html
zhengmai draw --graph out.trig --focus 韩砚秋 --depth 1 --since 2023 --kinds official,meeting
zhengmai draw --graph out.trig --view people
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable

from zhengmai.draw import KINDS, MOST, VIEWS, Choice
from zhengmai.messages import say

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("--graph", metavar="FILE", required=True, help=say("graph"))
    parser.add_argument("-o", "--output", metavar="FILE", default="network.html", help=say("draw.output"))
    parser.add_argument("--view", choices=VIEWS, default=VIEWS[0], help=say("draw.view"))
    parser.add_argument("--focus", metavar="NAME", help=say("draw.focus"))
    parser.add_argument("--depth", metavar="N", type=_count(0), default=2, help=say("draw.depth"))
    kinds = say("draw.kinds", kinds=", ".join(KINDS))
    parser.add_argument("--kinds", metavar="KINDS", type=_kinds, default=KINDS, help=kinds)
    parser.add_argument("--since", metavar="DATE", type=_date, help=say("draw.since"))
    parser.add_argument("--until", metavar="DATE", type=_date, help=say("draw.until"))
    most = say("draw.most", most=MOST)
    parser.add_argument("--max-nodes", metavar="N", type=_count(1), default=MOST, dest="most", help=most)


def run(args: argparse.Namespace) -> int:
    """Draws; says where the page is."""
    choice = Choice(args.focus, args.depth, args.kinds, args.since, args.until, args.most, args.view)
    draw(args.graph, args.output, choice)
    print(say("summary.written", path=args.output), file=sys.stderr)
    return 0


def draw(graph: str, output: str, choice: Choice | None = None) -> None:
    """Writes the page of a graph, or of the part of it that was chosen; says so where not all had room."""
    from zhengmai.draw.choice import choose
    from zhengmai.draw.content import content
    from zhengmai.draw.material import gather
    from zhengmai.draw.page import filled
    from zhengmai.output import writing
    from zhengmai.query import open_graph

    chosen = choose(gather(open_graph(graph)), choice or Choice())
    html = filled(content(chosen))
    with writing(output) as file:
        file.write(html.encode())
    drawn, held = len(chosen.material.things), chosen.held.total()
    if drawn < held:
        print(say("draw.drawn", drawn=drawn, held=held), file=sys.stderr)


def _kinds(words: str) -> tuple[str, ...]:
    named = [word.strip() for word in words.split(",")]
    for word in named:
        if word not in KINDS:
            raise argparse.ArgumentTypeError(say("draw.no-kind", kind=word, kinds=", ".join(KINDS)))
    return tuple(kind for kind in KINDS if kind in named)


def _date(words: str) -> str:
    if not DATE.fullmatch(words):
        raise argparse.ArgumentTypeError(say("draw.no-date", date=words))
    return words


def _count(least: int) -> Callable[[str], int]:
    def count(words: str) -> int:
        if not (words.isascii() and words.isdecimal() and int(words) >= least):
            raise argparse.ArgumentTypeError(say("draw.no-count", count=words, least=least))
        return int(words)

    return count
