"""`zhengmai explain`: sentences and files come in, what each rule made of them goes out; or what none could read.

zhengmai explain '市委书记韩砚秋主持会议并讲话。'
zhengmai explain --unread reports/
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from zhengmai.messages import say

if TYPE_CHECKING:
    from zhengmai.model import Article
    from zhengmai.pipeline import Resources

EXAMPLES = 5


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("what", nargs="+", metavar="SENTENCE|FILE", help=say("explain.what"))
    parser.add_argument("--unread", action="store_true", help=say("explain.unread"))
    parser.add_argument(
        "--examples", type=int, default=EXAMPLES, metavar="N", help=say("explain.examples", count=EXAMPLES)
    )


def run(args: argparse.Namespace) -> int:
    """Explains each article read; 1 where one could not be. With --unread all that is named are files."""
    from zhengmai.model import Article
    from zhengmai.output import printable
    from zhengmai.pipeline import load_resources
    from zhengmai.reader import read

    files = [what for what in args.what if args.unread or what == "-" or os.path.exists(what)]
    intake = read(files)
    articles = chain((Article(id="-", text=what) for what in args.what if what not in files), intake)
    resources = load_resources()
    for line in _unread(articles, resources, args.examples) if args.unread else _explained(articles, resources):
        print(printable(line))
    for refusal in intake.refusals:
        print(say("error", words=refusal), file=sys.stderr)
    return 1 if intake.refusals else 0


def _explained(articles: Iterable[Article], resources: Resources) -> Iterator[str]:
    from zhengmai.explain import explain

    for article in articles:
        yield from explain(article, resources).split("\n")


def _unread(articles: Iterable[Article], resources: Resources, examples: int) -> Iterator[str]:
    from zhengmai.unread import find_unread, load_unread_rules, report

    rules = load_unread_rules()
    clauses = (clause for article in articles for clause in find_unread(article, resources, rules))
    return report(clauses, examples)
