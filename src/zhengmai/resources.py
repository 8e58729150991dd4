"""The only module that knows where the packaged data lies."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

DATA = files("zhengmai") / "data"


def lexicon(name: str) -> Traversable:
    """The TSV table of that name."""
    return DATA / "lexicons" / f"{name}.tsv"


def rules(name: str) -> Traversable:
    """The TOML rules of that name."""
    return DATA / "rules" / f"{name}.toml"


def query(name: str) -> Traversable:
    """The SPARQL question of that name."""
    return DATA / "queries" / f"{name}.rq"


def ontology(name: str) -> Traversable:
    """A file of the ontology: `zhengmai.ttl`, `kinds.ttl`, `shapes.ttl`."""
    packaged = DATA / "ontology" / name
    if packaged.is_file():
        return packaged
    return DATA.parent.parent.parent / "ontology" / name  # type: ignore[no-any-return, attr-defined]  # a checkout


def page(name: str) -> Traversable:
    """A part of the page that `zhengmai draw` writes: `page.html`, `page.css`, `page.js`, …"""
    return DATA / "page" / name


def vis_network() -> Traversable:
    """The script that draws networks, as pyvis brings it."""
    return files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
