"""The annotated reports, as the tests of the graph have them."""

from tests.graph.conftest import of_gold

__all__ = ["of_gold"]
