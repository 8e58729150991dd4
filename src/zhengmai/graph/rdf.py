"""What an article says, as the statements of its own named graph.

An `Extraction` comes in, N-Quads go out, sorted, each line once. Lines are put together as bytes, for a graph holds
hundreds of them and thousands of graphs are written in a minute. Of `县委书记方致远主持召开县委常委会会议` one line is
`<…/official/临岚县/方致远> <http://www.w3.org/ns/org#holds> <…/post/临岚县委书记> <…/graph/d-03> .`
"""

from __future__ import annotations

from zhengmai import __version__
from zhengmai.errors import GraphError
from zhengmai.graph.iris import Iris
from zhengmai.graph.lines import Lines
from zhengmai.graph.literals import address, dated, plain, text
from zhengmai.graph.meetings import add_documents, add_meetings, add_studies
from zhengmai.graph.people import add_officials, add_participations
from zhengmai.graph.tasks import add_formulations, add_targets, add_tasks
from zhengmai.graph.vocab import DEFAULT_BASE, A, P
from zhengmai.model import Extraction


def statements(extraction: Extraction, base: str = DEFAULT_BASE, with_text: bool = True) -> bytes:
    """The article's named graph as lines of N-Quads, sorted, in UTF-8.

    `base` is what the IRIs of instances begin with; without `with_text` the graph holds no more of the article's
    text than the words that are evidence. Raises GraphError.
    """
    article = extraction.article
    try:
        lines = Lines(extraction, Iris(base, article.id, extraction.locality))
        _add_article(lines, extraction, with_text)
        _add_provenance(lines)
        officials = add_officials(lines, extraction)
        meetings = add_meetings(lines, extraction)
        add_participations(lines, extraction, officials, meetings)
        documents = add_documents(lines, extraction, meetings)
        add_studies(lines, extraction, meetings, documents)
        formulations = add_formulations(lines, extraction)
        add_tasks(lines, extraction, officials, meetings, formulations)
        add_targets(lines, extraction)
        return lines.done()
    except UnicodeEncodeError as error:
        found = f"U+{ord(error.object[error.start]):04X}"
        raise GraphError(f"article {article.id!a}: holds {found}, half of a character; replace it") from error
    except GraphError as error:
        raise GraphError(f"article {article.id!a}: {error}") from error


def _add_article(lines: Lines, extraction: Extraction, with_text: bool) -> None:
    article, iri = extraction.article, lines.iris.article
    lines.add(iri, A.Article, P.identifier + plain(article.id))
    if with_text:
        lines.add(iri, P.articleBody + text(article.text))
    for predicate, value in (
        (P.title, extraction.title or article.title),
        (P.sourceName, article.source),
        (P.siteName, article.site),
    ):
        if value:
            lines.add(iri, predicate + text(value))
    if published := extraction.published or article.published:
        lines.add(iri, P.datePublished + dated(published))
    if article.url:
        lines.add(iri, P.url + address(article.url))
    if extraction.locality:
        place = lines.iris.common("place", extraction.locality)
        lines.add(iri, P.locality + lines.label(place, A.AdminArea, extraction.locality))
    lines.add(iri, *[P.editorialNote + text(note) for note in extraction.notes])


def _add_provenance(lines: Lines) -> None:
    """What made the graph, out of what. It tells no time: the same text and rules give the same graph."""
    run = lines.iris.common("run", __version__)
    lines.add(run, A.ExtractionRun, P.softwareVersion + plain(__version__))
    lines.add(lines.iris.graph, P.wasGeneratedBy + run, P.hadPrimarySource + lines.iris.article)
