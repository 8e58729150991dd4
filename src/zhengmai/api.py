"""What a program or a notebook calls: `read`, `extract`, `build`.

    result = zhengmai.build("reports/", out="out.trig")
    result.counts["tasks"]

Files come in; articles, what they say, or a graph go out. What could not be read is named in the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from os import PathLike, fspath

from zhengmai import pipeline
from zhengmai.errors import GraphError, InputError
from zhengmai.graph.rdf import statements
from zhengmai.graph.vocab import DEFAULT_BASE
from zhengmai.graph.write import Format, format_of, write
from zhengmai.messages import say
from zhengmai.model import Article, Extraction
from zhengmai.output import STDOUT, printable, writing
from zhengmai.reader import Refusals
from zhengmai.reader import read as read_sources

Source = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Build:
    """What came of building a graph; printed, a summary in words."""

    out: str
    counts: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[str, str]] = field(default_factory=list)  # where, why
    passed_over: Counter[str] = field(default_factory=Counter)  # files of unsupported kinds, by suffix

    def __str__(self) -> str:
        lines = [say("summary", **{facet: self.counts[facet] for facet in ("articles", *FACETS)})]
        if self.passed_over:
            kinds = ", ".join(sorted(self.passed_over))
            lines.append(say("summary.passed-over", count=self.passed_over.total(), kinds=printable(kinds)))
        if self.refused:
            lines.append(say("summary.refused", count=len(self.refused)))
            lines += [f"  {printable(where)}: {printable(why)}" for where, why in self.refused]
        if self.out != STDOUT:
            lines.append(say("summary.written", path=self.out))
        return "\n".join(lines)


FACETS = ("officials", "meetings", "documents", "tasks", "formulations", "targets")


def read(*sources: Source) -> Iterator[Article]:
    """The articles of files, folders, globs, `-` for standard input. Raises InputError at what cannot be read."""
    refusals = Refusals()
    yield from read_sources(map(fspath, sources), refusals)
    for where, why in refusals:
        raise InputError(f"{where}: {why}")


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
    first. `progress` is called once an article. Raises GraphError where `out` cannot be written.
    """
    path = fspath(out)
    form = format_of(f".{format}" if format else Format.TRIG if path == STDOUT else path)
    result = Build(path)
    refusals = Refusals()
    articles = _once(read_sources(map(fspath, sources), refusals), result, replace)
    with writing(path) as file:
        write(_graphs(articles, result, base, with_text, progress), file, form)
    return result


def _once(articles: Iterable[Article], result: Build, replace: bool) -> Iterator[Article]:
    """Each identifier once: the first article that bears it, or with `replace` the last."""
    if replace:
        yield from {article.id: article for article in articles}.values()
        return
    seen: dict[str, str] = {}
    for article in articles:
        where = article.origin or article.id
        if article.id in seen:
            why = say("build.same-id", id=article.id, first=seen[article.id])
            result.refused.append((where, why))
        else:
            seen[article.id] = where
            yield article


def _graphs(
    articles: Iterable[Article], result: Build, base: str, with_text: bool, progress: Callable[[], object]
) -> Iterator[tuple[str, bytes]]:
    """Each article's identifier and graph; counts what was found."""
    for article in articles:
        progress()
        found = extract(article)
        try:
            lines = statements(found, base, with_text)
        except GraphError as error:
            result.refused.append((article.origin or article.id, str(error)))
            continue
        result.counts["articles"] += 1
        for facet in FACETS:
            result.counts[facet] += len(getattr(found, facet))
        yield article.id, lines
