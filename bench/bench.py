"""How fast is it? Text to N-Quads against `jieba.posseg.cut` over the same text in the same run; and start-up.

    python bench/bench.py [TEXTS.jsonl.gz]

Texts: the first 5 MB of a JSON-lines file (argument, or `ZHENGMAI_BENCH_TEXTS`, by default `../shared/corpus/
cctv.jsonl.gz` beside the checkout), else the examples over and over. Both take turns on each of ten portions,
in one process, lexicons loaded; CPU time; the median of the portions counts.
"""

from __future__ import annotations

import gzip
import io
import json
import logging
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

import jieba
import jieba.posseg

from zhengmai import pipeline
from zhengmai.api import read
from zhengmai.graph.write import Format, write_graphs
from zhengmai.model import Article

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "cctv.jsonl.gz"
EXAMPLES = ROOT / "examples" / "reports"
SIZE = 5_000_000  # bytes of UTF-8
PORTIONS = 10
STARTS = 5


def articles(path: Path | None) -> Iterator[Article]:
    """Articles of a JSON-lines file; without one, the examples for ever, each time under another id."""
    if path is None:
        for number, article in enumerate(cycle(list(read(*sorted(EXAMPLES.glob("*.txt")))))):
            yield Article(id=f"{article.id}-{number}", text=article.text)
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Article(row["id"], row["text"], title=row.get("title"), published=row.get("date"))


def portions(source: Iterator[Article]) -> list[list[Article]]:
    """`SIZE` bytes of text in `PORTIONS` runs of articles."""
    made: list[list[Article]] = [[]]
    size = 0
    for article in source:
        made[-1].append(article)
        size += len(article.text.encode())
        if size >= SIZE:
            break
        if size >= len(made) * SIZE / PORTIONS:
            made.append([])
    return made


def to_quads(portion: list[Article], resources: pipeline.Resources) -> None:
    """The whole way from text to N-Quads."""
    found = (pipeline.extract(article, resources) for article in portion)
    write_graphs(found, io.BytesIO(), Format.NQUADS)


def to_tags(portion: list[Article]) -> None:
    """What jieba does with the same text."""
    for article in portion:
        for _ in jieba.posseg.cut(article.text):
            pass


def throughput(work: Callable[[list[Article]], None], portion: list[Article]) -> float:
    """Megabytes of text a second of CPU time."""
    size = sum(len(article.text.encode()) for article in portion)
    start = time.process_time()
    work(portion)
    return size / 1e6 / (time.process_time() - start)


def start_up(*command: str) -> float:
    """Median seconds until a command of zhengmai has ended."""
    took = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "zhengmai", *command], check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def main() -> None:
    """Measures and prints."""
    jieba.setLogLevel(logging.ERROR)
    named = sys.argv[1:] or [os.environ.get("ZHENGMAI_BENCH_TEXTS") or str(CORPUS)]
    path = Path(named[0]) if Path(named[0]).is_file() else None
    batches = portions(articles(path))
    size = sum(len(article.text.encode()) for batch in batches for article in batch)
    count = sum(map(len, batches))
    print(f"{count} articles, {size / 1e6:.1f} MB of text from {path or EXAMPLES}")
    resources = pipeline.load_resources()
    quads = partial(to_quads, resources=resources)
    for warm in (quads, to_tags):  # dictionaries and caches are loaded before the clock starts
        warm(batches[0][:3])
    speeds = [(throughput(quads, batch), throughput(to_tags, batch)) for batch in batches]
    ours, theirs = (statistics.median(column) for column in zip(*speeds, strict=True))
    ratio = statistics.median(mine / tags for mine, tags in speeds)
    print(f"text to N-Quads      {ours:7.2f} MB/s")
    print(f"jieba.posseg.cut     {theirs:7.2f} MB/s")
    print(f"ratio                {ratio:7.1f} times")
    print(f"zhengmai --help      {start_up('--help'):7.2f} s")
    first = str(min(EXAMPLES.glob("*.txt")))
    print(f"first fact           {start_up('build', first, '-o', '-'):7.2f} s")


if __name__ == "__main__":
    main()
