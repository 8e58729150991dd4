"""`zhengmai explain`: a sentence or a file comes in, what each rule made of it goes out.

zhengmai explain '市委书记韩砚秋主持会议并讲话。'
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from zhengmai.messages import say

if TYPE_CHECKING:
    from zhengmai.model import Article


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("what", metavar="SENTENCE|FILE", help=say("explain.what"))


def run(args: argparse.Namespace) -> int:
    """Explains each article read."""
    from zhengmai.explain import explain
    from zhengmai.pipeline import load_resources

    resources = load_resources()
    for article in _articles(args.what):
        print(explain(article, resources))
    return 0


def _articles(what: str) -> Iterator[Article]:
    """The articles of a file, or the words themselves as one."""
    from zhengmai.api import read
    from zhengmai.model import Article

    if what == "-":
        yield Article(id="-", text=sys.stdin.read())
    elif os.path.exists(what):
        yield from read(what)
    else:
        yield Article(id="-", text=what)
