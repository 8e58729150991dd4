"""IRIs: readable where names are, well-formed whatever they are, one name one IRI."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengmai.errors import GraphError
from zhengmai.graph.iris import Iris, checked_base, segment
from zhengmai.graph.vocab import DEFAULT_BASE
from zhengmai.model import Span


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("云溪市委书记", "云溪市委书记"),
        ("实施办法（试行）", "实施办法（试行）"),
        ("d-03", "d-03"),
        ("巴特尔·乌兰", "巴特尔·乌兰"),
        ("2023/01/报道 一", "2023%2F01%2F报道%20一"),
        ('<"{}|\\^`>', "%3C%22%7B%7D%7C%5C%5E%60%3E"),
        ("a#b?c%20", "a%23b%3Fc%2520"),
        ("一\n二\u3000三\u200b", "一%0A二%E3%80%80三%E2%80%8B"),
        (".", "%2E"),
        ("..", "%2E%2E"),
        ("", "~"),
        ("~", "%7E"),
        ("\ud800", "%ED%A0%80"),
    ],
)
def test_a_name_is_one_segment_of_a_path(name: str, written: str) -> None:
    assert segment(name).decode() == written


@given(st.text(max_size=300))
def test_every_name_gives_a_well_formed_iri_without_steps(name: str) -> None:
    iri = Iris(DEFAULT_BASE, name, name or "云溪市").official(name).decode()
    assert ox.NamedNode(iri[1:-1])
    assert iri.count("/") == DEFAULT_BASE.count("/") + 2
    list(ox.parse(f"{iri} {iri} {iri} {iri} .\n", ox.RdfFormat.N_QUADS))


@given(st.text(), st.text())
def test_two_names_give_two_iris(one: str, other: str) -> None:
    assert (segment(one) == segment(other)) == (one == other)


def test_names_too_long_for_an_iri_are_told_apart() -> None:
    one, other = segment("会" * 500 + "一"), segment("会" * 500 + "二")
    assert one != other
    assert len(one.decode()) < 100


def test_an_article_cannot_pass_for_a_part_of_another() -> None:
    part = Iris(DEFAULT_BASE, "d", None).span(Span(1, 2))
    assert Iris(DEFAULT_BASE, "d/span/1-2", None).article != part


def test_a_name_is_known_with_its_locality_or_in_its_article_alone() -> None:
    here, there, nowhere = (Iris("https://example.org/", "d", place) for place in ("云溪市", "临岚县", None))
    assert here.official("方致远") == "<https://example.org/official/云溪市/方致远>".encode()
    assert here.official("方致远") != there.official("方致远")
    assert nowhere.official("方致远") == "<https://example.org/article/d/official/方致远>".encode()


@pytest.mark.parametrize(
    "base", ["https://example.org/id/", "https://example.org/graph#", "urn:zhengmai:", "http://政.中国/"]
)
def test_an_address_is_a_base(base: str) -> None:
    assert ox.NamedNode(checked_base(base).decode()[1:])


@pytest.mark.parametrize(
    "base", ["", "id/", "https://example.org/id", "https://exa mple.org/", "https://e.org/<x>/", "javascript"]
)
def test_what_is_no_address_is_refused_as_a_base(base: str) -> None:
    with pytest.raises(GraphError, match="not an absolute IRI"):
        checked_base(base)
