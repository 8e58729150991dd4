"""How good is a graph? Its facets' precision, recall and F1, its conformance to the ontology, invented facts.

    result = evaluate("eval/gold", "out.trig")
    result.tallies["people"].scores().f1

A folder of annotated reports and a graph built from their texts come in, an `Evaluation` goes out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhengmai import query
from zhengmai.errors import GraphError
from zhengmai.evaluate.answers import Answers
from zhengmai.evaluate.evidence import EvidenceCount, check_evidence
from zhengmai.evaluate.facets import score
from zhengmai.evaluate.gold import read_gold, read_links
from zhengmai.evaluate.links import Right, score_links
from zhengmai.evaluate.tally import Scores, Tallies, Tally

__all__ = ["Evaluation", "EvidenceCount", "Scores", "Tally", "evaluate"]

WITHOUT_GRAPHS = (".ttl", ".nt")  # formats that cannot keep the articles apart


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of holding a graph against gold."""

    tallies: Tallies  # by facet
    absent: tuple[str, ...]  # reports that are not in the graph
    evidence: EvidenceCount
    links: dict[str, Right] = field(default_factory=dict)

    def figures(self) -> dict[str, Any]:
        """All figures as plain values for JSON: {facet: {p, r, f, gold, given, hit}, evidence: …, absent: …}."""
        facets = {
            facet: dict(zip("prf", (round(x, 4) for x in tally.scores()), strict=True))
            | {"gold": tally.gold, "given": tally.given, "hit": tally.hit}
            for facet, tally in self.tallies.items()
        }
        count = self.evidence
        evidence = {name: getattr(count, name) for name in ("items", "spans", "wrong", "bare", "beside", "invented")}
        return facets | {"evidence": evidence, "absent": list(self.absent), "links": self.links}


def evaluate(gold: str | Path, graph: str | Path, links: str | Path | None = None) -> Evaluation:
    """Scores the graph of a file against the annotation of a folder. Raises GoldError, GraphError."""
    if Path(graph).suffix.lower() in WITHOUT_GRAPHS:
        raise GraphError(f"{graph}: keeps no article's graph apart; build it as .trig, .nq or .jsonld to evaluate it")
    golds = read_gold(gold)
    answers = Answers(query.open_graph(graph))
    tallies, absent = score(golds, answers)
    evidence = check_evidence(answers, {report.id: report.text for report in golds})
    crossed = score_links(read_links(links), answers) if links else {}
    return Evaluation(tallies, tuple(absent), evidence, crossed)
