"""What a program or a notebook calls: `read`, `extract`, `build`.

    result = zhengmai.build("reports/", out="out.trig")
    result.counts["tasks"]

Files come in; articles, what they say, or a graph go out. What could not be read is named in the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from os import PathLike, fspath

from zhengmai import pipeline
from zhengmai.errors import GraphError
from zhengmai.graph.iris import checked_base
from zhengmai.graph.rdf import statements
from zhengmai.graph.vocab import DEFAULT_BASE
from zhengmai.graph.write import format_of, write
from zhengmai.messages import say
from zhengmai.model import Article, Extraction
from zhengmai.output import STDOUT, printable, writing
from zhengmai.reader import Intake, Refusal
from zhengmai.reader import read as read_sources

Source = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Build:
    """What came of building a graph; printed, a summary in words."""

    out: str
    counts: Counter[str]  # articles and the facets of them all
    refused: tuple[Refusal, ...]
    passed_over: Counter[str]  # files in folders that were not asked for, by kind

    def __str__(self) -> str:
        lines = [say("summary", **{facet: self.counts[facet] for facet in ("articles", *FACETS)})]
        if self.passed_over:
            kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(self.passed_over.items()))
            lines.append(say("summary.passed-over", count=self.passed_over.total(), kinds=printable(kinds)))
        if self.refused:
            lines.append(say("summary.refused", count=len(self.refused)))
            lines += [f"  {refusal}" for refusal in self.refused]
        if self.out != STDOUT:
            lines.append(say("summary.written", path=self.out))
        return "\n".join(lines)


FACETS = ("officials", "meetings", "documents", "tasks", "formulations", "targets")


def read(*sources: Source, replace: bool = False) -> Intake:
    """The articles of files, folders, globs, `-` for standard input, to be iterated over once.

    Nothing is raised: what could not be read stands in the `refusals` of what is returned, once the last is out.
    """
    return read_sources(sources, replace=replace)


def extract(article: Article | str) -> Extraction:
    """What an article says; of bare text too."""
    if isinstance(article, str):
        article = Article(id="text", text=article)
    return pipeline.extract(article, _resources())


@cache
def _resources() -> pipeline.Resources:
    return pipeline.load_resources()


def build(
    *sources: Source,
    out: Source,
    format: str | None = None,
    base: str = DEFAULT_BASE,
    with_text: bool = True,
    replace: bool = False,
    progress: Callable[[], object] = lambda: None,
) -> Build:
    """Reads reports and writes their graph, whole or not at all.

    `out` is a path, or `-` for standard output; `format` is trig, nq, ttl, nt or jsonld, by default what the suffix
    of `out` tells. Of two articles of one identifier the second is refused, or with `replace` put in place of the
    first. `progress` is called once an article. Raises GraphError where `out` cannot be written or `base` is no IRI.
    """
    checked_base(base)
    path = fspath(out)
    form = format_of(f"graph.{format}" if format else "graph.trig" if path == STDOUT else path)
    intake = read(*sources, replace=replace)
    # Of one identifier the later article counts: to know which that is, all must be read first.
    articles = {article.id: article for article in intake}.values() if replace else intake
    counts: Counter[str] = Counter()
    refused: list[Refusal] = []
    with writing(path) as file:
        write(_graphs(articles, base, with_text, counts, refused, progress), file, form)
    return Build(path, counts, (*intake.refusals, *refused), intake.passed_over)


def _graphs(
    articles: Iterable[Article],
    base: str,
    with_text: bool,
    counts: Counter[str],
    refused: list[Refusal],
    progress: Callable[[], object],
) -> Iterator[tuple[str, bytes]]:
    """Each article's identifier and graph; adds to what was counted and refused."""
    for article in articles:
        progress()
        found = extract(article)
        try:
            lines = statements(found, base, with_text)
        except GraphError as error:
            refused.append(Refusal(article.origin or article.id, str(error)))
            continue
        counts["articles"] += 1
        counts.update({facet: len(getattr(found, facet)) for facet in FACETS})
        yield article.id, lines
