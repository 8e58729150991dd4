"""How good is a graph? Its facets' precision, recall and F1, its conformance to the ontology, invented facts.

    result = evaluate("eval/gold", "out.trig")
    result.tallies["people"].scores().f1

A folder of annotated reports and a graph built from their texts come in, an `Evaluation` goes out; `check` does
the part that needs no annotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhengmai import query
from zhengmai.errors import GraphError
from zhengmai.evaluate.answers import Answers
from zhengmai.evaluate.conformance import Conformance, check_conformance
from zhengmai.evaluate.evidence import EvidenceCount, check_evidence
from zhengmai.evaluate.facets import score
from zhengmai.evaluate.gold import read_gold, read_links
from zhengmai.evaluate.links import Right, score_links
from zhengmai.evaluate.tally import Scores, Tallies, Tally
from zhengmai.graph.write import Format, format_of

__all__ = ["Check", "Conformance", "Evaluation", "EvidenceCount", "Scores", "Tally", "check", "evaluate"]

WITHOUT_GRAPHS = (Format.TURTLE, Format.NTRIPLES)  # they cannot keep the articles apart
TEXTS = """
SELECT ?report ?text WHERE { GRAPH ?g {
  ?r a zm:Article ; dcterms:identifier ?report . OPTIONAL { ?r schema:articleBody ?text }
} }"""


@dataclass(frozen=True, slots=True)
class Check:
    """What came of checking a graph by itself."""

    evidence: EvidenceCount
    conformance: Conformance
    textless: int  # articles whose text is not in the graph

    def faults(self) -> Iterator[str]:
        """Everything that is wrong, each in words."""
        yield from self.evidence.faults
        yield from (f"{term}: not in the ontology" for term in self.conformance.unknown)
        yield from self.conformance.violations


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of holding a graph against gold."""

    tallies: Tallies  # by facet
    absent: tuple[str, ...]  # reports that are not in the graph
    evidence: EvidenceCount
    conformance: Conformance
    links: dict[str, Right] = field(default_factory=dict)

    def figures(self) -> dict[str, Any]:
        """All figures as plain values for JSON: {facet: {p, r, f, gold, given, hit}, evidence: …, absent: …}."""
        facets = {
            facet: dict(zip("prf", (round(x, 4) for x in tally.scores()), strict=True))
            | {"gold": tally.gold, "given": tally.given, "hit": tally.hit}
            for facet, tally in self.tallies.items()
        }
        return facets | {
            "evidence": evidence_figures(self.evidence),
            "absent": list(self.absent),
            "links": self.links,
            "conformance": conformance_figures(self.conformance),
        }


def evidence_figures(count: EvidenceCount) -> dict[str, int]:
    """The counts as plain values."""
    return {name: getattr(count, name) for name in ("items", "spans", "wrong", "bare", "beside", "invented")}


def conformance_figures(conformance: Conformance) -> dict[str, Any]:
    """The terms and violations as plain values."""
    return {
        "used": conformance.used,
        "unknown": list(conformance.unknown),
        "violations": list(conformance.violations),
    }


def evaluate(gold: str | Path, graph: str | Path, links: str | Path | None = None) -> Evaluation:
    """Scores the graph of a file against the annotation of a folder. Raises GoldError, GraphError."""
    answers = _answers(graph)
    golds = read_gold(gold)
    tallies, absent = score(golds, answers)
    evidence = check_evidence(answers, {report.id: report.text for report in golds})
    crossed = score_links(read_links(links), answers) if links else {}
    return Evaluation(tallies, tuple(absent), evidence, check_conformance(answers.store), crossed)


def check(graph: str | Path) -> Check:
    """Checks the graph of a file: its evidence against the text in it, its terms, its shapes. Raises GraphError."""
    answers = _answers(graph)
    found = {row["report"]: row.get("text") for row in query.rows(answers.store, TEXTS, union=False)}
    texts = {report: text for report, text in found.items() if text is not None}
    evidence = check_evidence(answers, texts)
    return Check(evidence, check_conformance(answers.store), len(found) - len(texts))


def _answers(graph: str | Path) -> Answers:
    if format_of(str(graph)) in WITHOUT_GRAPHS:
        raise GraphError(f"{graph}: keeps no article's graph apart; build it as .trig, .nq or .jsonld")
    return Answers(query.open_graph(graph))
