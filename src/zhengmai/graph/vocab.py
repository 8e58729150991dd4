"""The names a graph is written in: namespaces, classes, properties and kinds.

Everything is spelled as a line of N-Triples needs it: a class as predicate and object together (`A.Official` is
` <…type> <…#Official>`), a property as a predicate (`P.name` is ` <http://xmlns.com/foaf/0.1/name> `), a kind as
both (`ROLE[Role.CHAIR]` is ` <…#role> <…/role/chair>`), so that a statement is the joining of
three strings: 韩砚秋's IRI, `P.name`, `"韩砚秋"@zh`. The ontology in `ontology/` defines each of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from zhengmai.model import Act, Comparator, MeetingKind, Role, TenureStatus

K = TypeVar("K", bound=StrEnum)

ZM = "https://w3id.org/zhengmai/ontology#"
CONCEPTS = "https://w3id.org/zhengmai/kinds/"
DEFAULT_BASE = "https://w3id.org/zhengmai/id/"

DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "zm": ZM,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}


def _class(iri: str) -> bytes:
    return f" <{RDF}type> <{iri}>".encode()


def _property(iri: str) -> bytes:
    return f" <{iri}> ".encode()


class A:
    """Classes, each as the predicate and object that say "is a"."""

    AdminArea = _class(ZM + "AdminArea")
    Article = _class(ZM + "Article")
    Document = _class(ZM + "Document")
    DocumentAct = _class(ZM + "DocumentAct")
    Evidence = _class(ZM + "Evidence")
    ExtractionRun = _class(ZM + "ExtractionRun")
    Formulation = _class(ZM + "Formulation")
    Group = _class(ZM + "Group")
    Heading = _class(ZM + "Heading")
    Indicator = _class(ZM + "Indicator")
    Instruction = _class(ZM + "Instruction")
    Meeting = _class(ZM + "Meeting")
    NumericTarget = _class(ZM + "NumericTarget")
    Official = _class(ZM + "Official")
    Organ = _class(ZM + "Organ")
    Participation = _class(ZM + "Participation")
    Post = _class(ZM + "Post")
    Sentence = _class(ZM + "Sentence")
    Statement = _class(ZM + "Statement")
    Task = _class(ZM + "Task")
    Tenure = _class(ZM + "Tenure")

    TextPositionSelector = _class(OA + "TextPositionSelector")
    TextQuoteSelector = _class(OA + "TextQuoteSelector")


class P:
    """Properties, each as a predicate between its spaces."""

    actAt = _property(ZM + "actAt")
    actBy = _property(ZM + "actBy")
    actOn = _property(ZM + "actOn")
    actType = _property(ZM + "actType")
    asWritten = _property(ZM + "asWritten")
    assignee = _property(ZM + "assignee")
    comparator = _property(ZM + "comparator")
    convenedBy = _property(ZM + "convenedBy")
    deadline = _property(ZM + "deadline")
    deadlineText = _property(ZM + "deadlineText")
    documentNumber = _property(ZM + "documentNumber")
    evidencedBy = _property(ZM + "evidencedBy")
    foundBy = _property(ZM + "foundBy")
    hasTarget = _property(ZM + "hasTarget")
    implements = _property(ZM + "implements")
    inMeeting = _property(ZM + "inMeeting")
    inSentence = _property(ZM + "inSentence")
    indicator = _property(ZM + "indicator")
    locality = _property(ZM + "locality")
    madeAt = _property(ZM + "madeAt")
    meetingKind = _property(ZM + "meetingKind")
    note = _property(ZM + "note")
    ofPost = _property(ZM + "ofPost")
    order = _property(ZM + "order")
    participant = _property(ZM + "participant")
    reportsOn = _property(ZM + "reportsOn")
    role = _property(ZM + "role")
    setBy = _property(ZM + "setBy")
    siteName = _property(ZM + "siteName")
    sourceName = _property(ZM + "sourceName")
    speaker = _property(ZM + "speaker")
    targetYear = _property(ZM + "targetYear")
    tenureOf = _property(ZM + "tenureOf")
    tenureStatus = _property(ZM + "tenureStatus")
    text = _property(ZM + "text")
    underHeading = _property(ZM + "underHeading")
    usesFormulation = _property(ZM + "usesFormulation")
    valueText = _property(ZM + "valueText")

    altLabel = _property(SKOS + "altLabel")
    alternative = _property(DCTERMS + "alternative")
    articleBody = _property(SCHEMA + "articleBody")
    datePublished = _property(SCHEMA + "datePublished")
    editorialNote = _property(SKOS + "editorialNote")
    end = _property(OA + "end")
    endDate = _property(SCHEMA + "endDate")
    exact = _property(OA + "exact")
    hadPrimarySource = _property(PROV + "hadPrimarySource")
    hasSelector = _property(OA + "hasSelector")
    hasSource = _property(OA + "hasSource")
    holds = _property(ORG + "holds")
    identifier = _property(DCTERMS + "identifier")
    isPartOf = _property(DCTERMS + "isPartOf")
    label = _property(RDFS + "label")
    location = _property(SCHEMA + "location")
    maxValue = _property(SCHEMA + "maxValue")
    minValue = _property(SCHEMA + "minValue")
    name = _property(FOAF + "name")
    softwareVersion = _property(SCHEMA + "softwareVersion")
    start = _property(OA + "start")
    startDate = _property(SCHEMA + "startDate")
    superEvent = _property(SCHEMA + "superEvent")
    title = _property(DCTERMS + "title")
    unitText = _property(SCHEMA + "unitText")
    url = _property(SCHEMA + "url")
    value = _property(SCHEMA + "value")
    wasGeneratedBy = _property(PROV + "wasGeneratedBy")


# {enumeration: path of its concept scheme}
SCHEMES: dict[type[StrEnum], str] = {
    MeetingKind: "meeting",
    Role: "role",
    Act: "act",
    TenureStatus: "tenure",
    Comparator: "comparator",
}


def concept(kind: StrEnum) -> str:
    """The IRI of a kind's concept: `…/kinds/role/chair`."""
    return f"{CONCEPTS}{SCHEMES[type(kind)]}/{kind.value}"


def _kinds(predicate: bytes, kinds: type[K]) -> dict[K, bytes]:
    return {kind: predicate + f"<{concept(kind)}>".encode() for kind in kinds}


# Each kind as predicate and object.
MEETING_KIND = _kinds(P.meetingKind, MeetingKind)
ROLE = _kinds(P.role, Role)
ACT_TYPE = _kinds(P.actType, Act)
TENURE_STATUS = _kinds(P.tenureStatus, TenureStatus)
COMPARATOR = _kinds(P.comparator, Comparator)
