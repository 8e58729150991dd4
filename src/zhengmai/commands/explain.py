"""`zhengmai explain`: a sentence or a file comes in, what each rule made of it goes out.

zhengmai explain '市委书记韩砚秋主持会议并讲话。'
"""

from __future__ import annotations

import argparse
import os
import sys

from zhengmai.messages import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("what", metavar="SENTENCE|FILE", help=say("explain.what"))


def run(args: argparse.Namespace) -> int:
    """Explains each article read; 1 where one could not be."""
    from zhengmai.explain import explain
    from zhengmai.model import Article
    from zhengmai.output import printable
    from zhengmai.pipeline import load_resources
    from zhengmai.reader import read

    resources = load_resources()
    is_file = args.what == "-" or os.path.exists(args.what)
    intake = read(args.what if is_file else [])
    for article in intake if is_file else [Article(id="-", text=args.what)]:
        for line in explain(article, resources).split("\n"):
            print(printable(line))
    for refusal in intake.refusals:
        print(say("error", words=refusal), file=sys.stderr)
    return 1 if intake.refusals else 0
