"""`zhengmai draw`: a graph comes in, one HTML page that needs no network goes out.

zhengmai draw --graph out.trig -o network.html
"""

from __future__ import annotations

import argparse
import sys

from zhengmai.messages import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("--graph", metavar="FILE", required=True, help=say("graph"))
    parser.add_argument("-o", "--output", metavar="FILE", default="network.html", help=say("draw.output"))


def run(args: argparse.Namespace) -> int:
    """Draws."""
    draw(args.graph, args.output)
    print(say("summary.written", path=args.output), file=sys.stderr)
    return 0


def draw(graph: str, output: str) -> None:
    """Writes the page of a graph."""
    from zhengmai.draw import page
    from zhengmai.output import writing
    from zhengmai.query import open_graph

    html = page(open_graph(graph))
    with writing(output) as file:
        file.write(html.encode())
