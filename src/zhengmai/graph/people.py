"""Officials, what they hold, and who took part in what.

An extraction's officials and participations come in, lines go out: `县委书记方致远主持` gives 方致远, the post
临岚县委书记, the tenure that joins them, and a participation as chair.
"""

from __future__ import annotations

from zhengmai.graph.lines import Lines
from zhengmai.graph.literals import integer, text
from zhengmai.graph.vocab import ROLE, TENURE_STATUS, A, P
from zhengmai.model import Extraction, Holding, Official, TenureStatus


def add_officials(lines: Lines, extraction: Extraction) -> dict[str, bytes]:
    """Gives {name: IRI}."""
    officials, nth = {}, 0
    for official in extraction.officials:
        iri = officials[official.name] = lines.iris.official(official.name)
        lines.add(iri, A.Official, P.name + text(official.name))
        lines.evidence(iri, official.evidence)
        _add_manner(lines, iri, official)
        for holding in official.holdings:
            nth += 1
            _add_holding(lines, iri, holding, nth)
    return officials


def _add_manner(lines: Lines, iri: bytes, official: Official) -> None:
    if official.written != official.name:
        lines.add(iri, P.asWritten + text(official.written))
    if official.note:
        lines.add(iri, P.note + text(official.note))


def _add_holding(lines: Lines, official: bytes, holding: Holding, nth: int) -> None:
    """A tenure bears the words; `org:holds` besides says that the post is held, and nothing of one that was."""
    post = lines.label(lines.iris.placed("post", holding.post), A.Post, holding.post)
    tenure = lines.iris.nth(b"tenure", nth)
    lines.add(tenure, A.Tenure, P.tenureOf + official, P.ofPost + post, TENURE_STATUS[holding.status])
    lines.add(tenure, P.asWritten + text(holding.title))
    lines.evidence(tenure, holding.evidence)
    if holding.status is TenureStatus.HELD:
        lines.add(official, P.holds + post)


def add_participations(
    lines: Lines, extraction: Extraction, officials: dict[str, bytes], meetings: dict[str, bytes]
) -> None:
    """Who took part in which meeting, in what role."""
    for nth, row in enumerate(extraction.participations, 1):
        iri = lines.iris.nth(b"participation", nth)
        who = officials[row.who] if row.is_person else group(lines, row.who)
        lines.add(iri, A.Participation, P.inMeeting + meetings[row.meeting], P.participant + who, ROLE[row.role])
        lines.add(iri, P.asWritten + text(row.who))
        if row.order is not None:
            lines.add(iri, P.order + integer(row.order))
        lines.evidence(iri, row.evidence)


def group(lines: Lines, words: str) -> bytes:
    """People or bodies that only this article's words tell: 市委常委, 各县区党政正职. Gives the IRI."""
    return lines.label(lines.iris.local("group", words), A.Group, words)
