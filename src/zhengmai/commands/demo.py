"""`zhengmai demo`: the whole job on the example reports, from text to answers and a page.

zhengmai demo -o demo/
"""

from __future__ import annotations

import argparse
from pathlib import Path

from zhengmai import resources
from zhengmai.messages import is_chinese, say


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("-o", "--output", metavar="FOLDER", default="zhengmai-demo", help=say("demo.output"))


def run(args: argparse.Namespace) -> int:
    """Builds, asks, draws; says where all of it is."""
    from zhengmai.api import build
    from zhengmai.commands.draw import draw
    from zhengmai.commands.query import show
    from zhengmai.query import ask, merge, open_graph

    folder = Path(args.output)
    folder.mkdir(parents=True, exist_ok=True)
    graph, page = str(folder / "graph.trig"), str(folder / "network.html")
    examples = _examples()
    reports = sorted((examples / "reports").iterdir())
    print(say("demo.build", count=len(reports)))
    result = build(*reports, out=graph)
    print(result)
    store = open_graph(graph)
    merge(store)
    for question in sorted((examples / "questions").glob("*.rq")):
        text = question.read_text("utf-8")
        print(f"\n{_heading(text)}", flush=True)
        show(ask(store, text, union=False), None)
    draw(graph, page)
    print()
    print(say("demo.graph", path=graph))
    print(say("demo.page", path=page))
    print(say("demo.next", command=f"zhengmai query --graph {graph} 'SELECT …'"))
    return 1 if result.refused else 0


def _examples() -> Path:
    """The folder of examples: packaged, or that of the checkout."""
    packaged = Path(str(resources.DATA / "examples"))
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "examples"


def _heading(question: str) -> str:
    """A question in plain words: its first comment, `# English? 中文？`, in the user's language."""
    english, _, chinese = question.partition("\n")[0].lstrip("# ").partition("? ")
    return chinese if is_chinese() else f"{english}?"
