"""`zhengmai check`: a graph comes in, its faults go out: shapes, unknown terms, evidence that does not hold.

zhengmai check out.trig
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from zhengmai.messages import say

if TYPE_CHECKING:
    from zhengmai.evaluate import Conformance, EvidenceCount

SHOWN = 50  # faults listed; the rest is counted


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    parser.add_argument("graph", metavar="GRAPH", help=say("graph"))
    parser.add_argument("--json", action="store_true", help=say("json"))


def run(args: argparse.Namespace) -> int:
    """Checks; 1 where there are faults."""
    from zhengmai.evaluate import check, conformance_figures, evidence_figures

    result = check(args.graph)
    faults = list(result.faults())
    if args.json:
        figures = {
            "evidence": evidence_figures(result.evidence),
            "conformance": conformance_figures(result.conformance),
            "textless": result.textless,
            "faults": faults,
        }
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return 1 if faults else 0
    tell(result.evidence, result.conformance)
    if result.textless:
        print(say("check.no-text", count=result.textless), file=sys.stderr)
    for fault in faults[:SHOWN]:
        print(f"  {fault}")
    print(say("check.faults", count=len(faults)) if faults else say("check.fine"))
    return 1 if faults else 0


def tell(evidence: EvidenceCount, conformance: Conformance) -> None:
    """Prints what was counted of evidence and conformance."""
    counts = {name: getattr(evidence, name) for name in ("items", "spans", "wrong", "bare", "beside", "rate")}
    print(say("evidence", **counts))
    unknown = f" ({', '.join(conformance.unknown)})" if conformance.unknown else ""
    known = conformance.used - len(conformance.unknown)
    print(
        say("conformance", used=conformance.used, known=known, unknown=unknown, violations=len(conformance.violations))
    )
