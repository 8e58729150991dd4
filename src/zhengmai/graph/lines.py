"""The lines of one article's graph, gathered in any order and given out sorted.

Statements come in (subject, then what is said of it), N-Quads go out, each line once, in the order of their bytes:
`<…/official/云溪市/韩砚秋> <…name> "韩砚秋"@zh <…/graph/d-01> .` Evidence is gathered by its span, so that
the words 市委书记韩砚秋 that speak of a person, a post and a chair are one node.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from zhengmai.graph import literals
from zhengmai.graph.iris import Iris
from zhengmai.graph.vocab import A, P
from zhengmai.model import Evidence, Extraction, Span


class Lines:
    """A graph in the making."""

    __slots__ = ("_add", "_end", "_lines", "_sentences", "_spans", "_starts", "_text", "iris")

    def __init__(self, extraction: Extraction, iris: Iris) -> None:
        self.iris = iris
        self._end = b" " + iris.graph + b" .\n"
        self._lines: list[bytes] = []
        self._add = self._lines.append
        self._text = extraction.article.text
        self._spans: dict[Span, tuple[bytes, list[str]]] = {}  # each one's IRI, and the rules that read it
        self._sentences = extraction.sentences
        self._starts = [sentence.start for sentence in extraction.sentences]

    def add(self, subject: bytes, *said: bytes) -> None:
        """States each of `said`, a predicate and an object, of the subject."""
        for what in said:
            self._add(subject + what + self._end)

    def label(self, subject: bytes, is_a: bytes, label: str) -> bytes:
        """Names a thing that has nothing but a kind and a name. Gives the subject back."""
        self.add(subject, is_a, P.label + literals.text(label))
        return subject

    def evidence(self, subject: bytes, evidence: Sequence[Evidence]) -> None:
        """Points the subject at the words that say it."""
        said = subject + P.evidencedBy
        for words in evidence:
            known = self._spans.get(words.span)
            if known is None:
                known = self._spans[words.span] = self.iris.span(words.span), []
            known[1].append(words.rule)
            self._add(said + known[0] + self._end)

    def done(self) -> bytes:
        """All lines, sorted, each once."""
        cited = {self._add_span(span, node, rules) for span, (node, rules) in self._spans.items()}
        for sentence in cited:
            if sentence is not None:
                self._add_sentence(sentence)
        self._lines.sort()
        return b"".join([line for line, _ in groupby(self._lines)])

    def _add_span(self, span: Span, node: bytes, rules: list[str]) -> Span | None:
        """Gives the sentence that holds the words.

        The lines of a node that are the same for every span are joined here, in the order of their predicates, for
        they are half of the graph; to sort them as one is to sort them one by one.
        """
        end, (start, stop) = self._end, span
        next_line = end + node
        self._add(
            b"".join((
                node, A.Evidence, next_line, P.hasSelector, node[:-1], b"/selector>", next_line, P.hasSource,
                self.iris.article, end,
            ))
        )  # fmt: skip
        self._add_selector(node[:-1] + b"/selector>", start, stop)
        for rule in rules:
            if rule:
                self._add(node + P.foundBy + literals.plain(rule) + end)
        index = bisect_right(self._starts, start) - 1
        if index < 0 or self._sentences[index].stop <= start:  # a headline is in no sentence
            return None
        sentence = self._sentences[index]
        self._add(node + P.inSentence + self.iris.sentence(sentence) + end)
        return sentence

    def _add_selector(self, node: bytes, start: int, stop: int) -> None:
        end = self._end
        next_line = end + node
        exact = literals.text(self._text[start:stop])
        self._add(
            b"".join((
                node, A.TextPositionSelector, next_line, A.TextQuoteSelector, next_line, P.end, literals.integer(stop),
                next_line, P.exact, exact, next_line, P.start, literals.integer(start), end,
            ))
        )  # fmt: skip

    def _add_sentence(self, sentence: Span) -> None:
        start, stop = sentence
        self.add(
            self.iris.sentence(sentence),
            A.Sentence,
            P.isPartOf + self.iris.article,
            P.start + literals.integer(start),
            P.end + literals.integer(stop),
        )
