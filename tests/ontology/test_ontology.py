"""The ontology and the code agree, every term is explained in both languages, and nothing contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, VANN

from zhengmai import model, resources
from zhengmai.graph import vocab
from zhengmai.graph.dataset import build_dataset

ONTOLOGY = URIRef("https://w3id.org/zhengmai/ontology")
ZM = Namespace(vocab.ZM)
SH = Namespace("http://www.w3.org/ns/shacl#")
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


def load(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(data=resources.ontology(name).read_bytes(), format="turtle")
    return graph


TERMS, KINDS, SHAPES = load("zhengmai.ttl"), load("kinds.ttl"), load("shapes.ttl")
BOTH = TERMS + KINDS
OURS = sorted({term for term in BOTH.subjects() if str(term).startswith((vocab.ZM, vocab.CONCEPTS))})
PROPERTIES = [term for term in OURS if str(term).startswith(vocab.ZM) and str(term)[len(vocab.ZM)].islower()]


def named(spelt: type) -> set[URIRef]:
    """The IRIs that `vocab.A` or `vocab.P` spells."""
    spellings = [value.decode() for name, value in vars(spelt).items() if isinstance(value, bytes)]
    return {URIRef(re.findall("<([^>]*)>", spelling)[-1]) for spelling in spellings}


def test_the_code_uses_exactly_the_classes_and_properties_that_the_ontology_defines() -> None:
    used = {term for spelt in (vocab.A, vocab.P) for term in named(spelt) if term.startswith(vocab.ZM)}
    assert used == {term for term in OURS if term.startswith(vocab.ZM)}


def test_the_kinds_are_those_of_the_model() -> None:
    spelt = {URIRef(vocab.concept(kind)) for kinds in vocab.SCHEMES for kind in kinds}
    assert spelt == set(KINDS.subjects(RDF.type, SKOS.Concept))
    assert {URIRef(vocab.CONCEPTS + path) for path in vocab.SCHEMES.values()} == set(
        KINDS.subjects(RDF.type, SKOS.ConceptScheme)
    )


def test_terms_of_others_that_the_code_uses_are_restated() -> None:
    used = {term for spelt in (vocab.A, vocab.P) for term in named(spelt) if not term.startswith(vocab.ZM)}
    assert {term for term in used - set(TERMS.subjects()) if not term.startswith(str(RDFS))} == set()


@pytest.mark.parametrize("term", OURS)
def test_a_term_is_labelled_and_defined_in_both_languages_once(term: URIRef) -> None:
    for explained in (RDFS.label, SKOS.definition):
        texts = [text for text in BOTH.objects(term, explained) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in texts) == ["en", "zh"], explained
        assert all(text.strip() for text in texts)
    assert list(BOTH.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


def test_no_two_terms_of_a_sort_share_a_label() -> None:
    for sort in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        terms = [term for term in OURS if (term, RDF.type, sort) in BOTH]
        labels = [str(label) for term in terms for label in BOTH.objects(term, RDFS.label)]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("term", PROPERTIES)
def test_a_property_has_at_most_one_domain_and_one_range(term: URIRef) -> None:
    for side in (RDFS.domain, RDFS.range):
        assert len(list(TERMS.objects(term, side))) <= 1


def test_the_ontology_says_what_it_is() -> None:
    assert list(TERMS.objects(ONTOLOGY, RDF.type)) == [OWL.Ontology]
    version = str(TERMS.value(ONTOLOGY, OWL.versionInfo))
    assert str(TERMS.value(ONTOLOGY, OWL.versionIRI)) == f"{ONTOLOGY}/{version}"
    assert str(TERMS.value(ONTOLOGY, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    assert str(TERMS.value(ONTOLOGY, VANN.preferredNamespaceUri)) == vocab.ZM
    assert vocab.PREFIXES[str(TERMS.value(ONTOLOGY, VANN.preferredNamespacePrefix))] == vocab.ZM
    for told in (DCTERMS.title, DCTERMS.description):
        assert {text.language for text in TERMS.objects(ONTOLOGY, told) if isinstance(text, Literal)} == {"zh", "en"}
    assert not list(TERMS.objects(None, OWL.imports))


def test_every_class_has_a_shape_labelled_in_both_languages() -> None:
    classes = {term for term in OURS if (term, RDF.type, OWL.Class) in TERMS}
    assert classes <= set(SHAPES.objects(None, SH.targetClass))
    for shape in SHAPES.subjects(SH.targetClass):
        assert {getattr(text, "language", None) for text in SHAPES.objects(shape, RDFS.label)} == {"zh", "en"}


def test_every_property_that_the_code_uses_is_held_to_a_shape() -> None:
    assert named(vocab.P) - set(SHAPES.objects(None, SH.path)) == set()


def test_shapes_speak_of_terms_that_are_defined() -> None:
    mentioned = {node for triple in SHAPES for node in triple if str(node).startswith((vocab.ZM, vocab.CONCEPTS))}
    assert mentioned <= set(OURS)


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (ZM.role, model.Role),
        (ZM.actType, model.Act),
        (ZM.meetingKind, model.MeetingKind),
        (ZM.tenureStatus, model.TenureStatus),
        (ZM.comparator, model.Comparator),
    ],
)
def test_shapes_allow_exactly_the_kinds_of_the_model(path: URIRef, kinds: type[model.Role]) -> None:
    (shape,) = SHAPES.subjects(SH.path, path)
    (allowed,) = SHAPES.objects(shape, SH["in"])
    assert set(SHAPES.items(allowed)) == {URIRef(vocab.concept(kind)) for kind in kinds}


def contradictions(*graphs: Graph) -> list[str]:
    """What OWL RL finds to be impossible in the ontology and the graphs."""
    whole = Graph()
    for graph in (BOTH, *graphs):
        whole += graph
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    found = [str(text) for error in whole.subjects(RDF.type, ERROR) for text in whole.objects(error)]
    return found + [str(thing) for thing in whole.subjects(RDF.type, OWL.Nothing)]


@pytest.fixture(scope="module")
def built(of_gold: Callable[[str], model.Extraction]) -> Graph:
    graph = Graph()
    for part in build_dataset([of_gold("d-03")]).graphs():
        graph += part
    assert len(graph) > 500
    return graph


def test_the_ontology_is_consistent_by_itself_and_with_a_graph(built: Graph) -> None:
    assert contradictions() == []
    assert contradictions(built) == []


def impossible() -> Iterator[tuple[str, list[tuple[URIRef, URIRef, URIRef]]]]:
    one, other = URIRef("urn:one"), URIRef("urn:other")
    yield "an official is no meeting", [(one, RDF.type, ZM.Official), (one, RDF.type, ZM.Meeting)]
    yield "what is demanded is no activity", [(one, RDF.type, ZM.Task), (other, PROV.wasGeneratedBy, one)]
    yield "who holds a post is no document", [(one, RDF.type, ZM.Organ), (one, ZM.documentNumber, other),
                                              (other, ZM.actOn, one)]  # fmt: skip
    yield "a person convenes nothing", [(one, RDF.type, ZM.Official), (other, ZM.convenedBy, one)]


@pytest.mark.parametrize(("why", "said"), list(impossible()), ids=lambda value: value if isinstance(value, str) else "")
def test_what_cannot_be_is_found(why: str, said: list[tuple[URIRef, URIRef, URIRef]]) -> None:
    graph = Graph()
    for triple in said:
        graph.add(triple)
    assert contradictions(graph), why


def test_dates_in_the_header_are_dates() -> None:
    issued = TERMS.value(ONTOLOGY, DCTERMS.issued)
    assert isinstance(issued, Literal)
    assert str(issued.datatype) == vocab.XSD + "date"
