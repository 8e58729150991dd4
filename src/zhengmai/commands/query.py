"""`zhengmai query`: a SPARQL question and a graph come in, a table, JSON or CSV goes out.

zhengmai query --graph out.trig 'SELECT ?name WHERE { ?o a zm:Official ; foaf:name ?name }'
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from zhengmai.errors import InputError
from zhengmai.messages import say

if TYPE_CHECKING:
    from zhengmai.query import Answer


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("question", metavar="QUESTION", help=say("query.question"))
    parser.add_argument("--graph", metavar="FILE", required=True, help=say("graph"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", const="json", dest="form", help=say("json"))
    form.add_argument("--csv", action="store_const", const="csv", dest="form", help=say("csv"))


def run(args: argparse.Namespace) -> int:
    """Answers the question."""
    from zhengmai.query import ask, merge, open_graph

    question = _question(args.question)
    store = open_graph(args.graph)
    merge(store)
    count = show(ask(store, question, union=False), args.form)
    if count is not None:
        print(say("query.rows", count=count), file=sys.stderr)
    return 0


def _question(words: str) -> str:
    """The question itself, the text of a .rq file, or standard input."""
    if words == "-":
        return sys.stdin.read()
    if not words.endswith((".rq", ".sparql")):
        return words
    try:
        return Path(words).read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError(say("cannot-read", path=words, why=error)) from error


def show(answer: Answer, form: str | None) -> int | None:
    """Prints an answer: a table (None), `json` or `csv`; triples as Turtle. Gives the number of a table's rows."""
    import pyoxigraph as ox

    from zhengmai.graph.vocab import PREFIXES
    from zhengmai.query import short

    sys.stdout.flush()  # what follows may go past the text layer
    if isinstance(answer, ox.QueryTriples):
        quads = ox.serialize(answer, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        sys.stdout.buffer.write(quads or b"")
    elif form == "json" or (form == "csv" and isinstance(answer, ox.QuerySolutions)):
        results = ox.QueryResultsFormat.JSON if form == "json" else ox.QueryResultsFormat.CSV
        sys.stdout.buffer.write(answer.serialize(format=results) or b"")
        sys.stdout.buffer.write(b"\n" if form == "json" else b"")
    elif isinstance(answer, ox.QueryBoolean):
        print("true" if answer else "false")
    else:
        from zhengmai.output import table

        names = [variable.value for variable in answer.variables]
        rows = [["" if (term := row[name]) is None else short(term) for name in names] for row in answer]
        print(table(names, rows))
        return len(rows)
    return None
