"""`zhengmai build`: reports come in, a graph goes out, and a summary in words.

zhengmai build reports/ -o out.trig
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from zhengmai.messages import say

if TYPE_CHECKING:
    from zhengmai.api import Build

FORMATS = ("trig", "nq", "ttl", "nt", "jsonld")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help=say("build.sources"))
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=say("build.output"))
    parser.add_argument("--format", choices=FORMATS, help=say("build.format"))
    parser.add_argument("--no-text", action="store_false", dest="with_text", help=say("build.no-text"))
    parser.add_argument("--base", metavar="IRI", help=say("build.base"))
    parser.add_argument("--replace", action="store_true", help=say("build.replace"))


def run(args: argparse.Namespace) -> int:
    """Builds; 1 where something was refused."""
    from tqdm import tqdm

    from zhengmai.api import build
    from zhengmai.graph.vocab import DEFAULT_BASE

    # tqdm draws on standard error, only where that is a terminal (disable=None) and only when it takes long.
    with tqdm(desc=say("build.progress"), unit=say("build.unit"), disable=None, delay=1, leave=False) as bar:
        result = build(
            *args.sources,
            out=args.output,
            format=args.format,
            base=args.base or DEFAULT_BASE,
            with_text=args.with_text,
            replace=args.replace,
            progress=bar.update,
        )
    tell(result)
    return 1 if result.refused else 0


def tell(result: Build) -> None:
    """The summary, on standard error: data alone goes to standard output."""
    print(result, file=sys.stderr)
