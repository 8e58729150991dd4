"""How the source is laid out: arrows one way, nothing read at import, files and functions of a size to be read."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "zhengmai"
FILES = {path.relative_to(PACKAGE.parent).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in FILES.items()}
EXTRACTORS = "extractors"
ENDS = ("evaluate", "commands", "api", "cli")  # what stands at the end of the flow
LONGEST_FILE, LONGEST_FUNCTION = 300, 40  # lines

Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_of(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


MODULES = {module_of(name): tree for name, tree in TREES.items()}


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it, but for what only type checkers read."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in inner)
        else:
            yield from imports(node)


IMPORTS = {module: sorted(set(imports(tree))) for module, tree in MODULES.items()}


def within(module: str, packages: list[str]) -> bool:
    """Whether a module is one of these of ours or stands in one."""
    return any(f"{module}.".startswith(f"zhengmai.{package}.") for package in packages)


@pytest.mark.parametrize(
    ("importers", "barred"),
    [
        ([EXTRACTORS], [*ENDS, "graph", "reader", "pipeline", "explain", "output", "draw", "query"]),
        (["layout", "tagging", "rules", "reading"], [*ENDS, EXTRACTORS, "graph", "reader", "pipeline"]),
        (["reader"], [*ENDS, EXTRACTORS, "graph", "pipeline"]),
        (["graph"], [*ENDS, EXTRACTORS, "reader", "pipeline"]),
        (["evaluate"], [EXTRACTORS, "reader", "pipeline", "commands", "api", "cli"]),
        (["pipeline", "explain"], [*ENDS, "graph", "reader"]),
        (["model", "errors", "resources"], [module.partition(".")[2] for module in MODULES if "." in module]),
    ],
)
def test_arrows_point_one_way(importers: list[str], barred: list[str]) -> None:
    modules = [module for module in MODULES if within(module, importers)]
    assert modules
    assert {m: wrong for m in modules if (wrong := [name for name in IMPORTS[m] if within(name, barred)])} == {}


def test_no_modules_import_each_other_in_a_circle() -> None:
    try:
        list(TopologicalSorter(IMPORTS).static_order())
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_one_module_only_knows_where_the_data_lies() -> None:
    knowing = [
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("importlib.resources")
    ]
    assert set(knowing) == {"zhengmai/resources.py"}


WATCH = """
import sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
import {module}
print(*[path for path in opened if path.endswith((".tsv", ".toml", ".rq", ".ttl", "dict.txt"))])
"""


@pytest.mark.parametrize(
    "module", ["zhengmai", "zhengmai.pipeline", "zhengmai.api", "zhengmai.explain", "zhengmai.cli"]
)
def test_nothing_is_read_at_import(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCH.format(module=module)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_the_watch_sees_what_is_read() -> None:
    script = WATCH.format(module="zhengmai.pipeline; zhengmai.pipeline.load_resources()")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "surnames.tsv" in done.stdout


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def test_files_are_short() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in FILES.items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    long = {
        f"{name}:{node.lineno} {node.name}": length
        for name, tree in TREES.items()
        for node in functions(tree)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def is_stub(function: Function) -> bool:
    """A method of a protocol, whose class says what it is for: `def expand(self) -> str: ...`."""
    return [ast.unparse(line) for line in function.body] == ["..."]


def public(tree: ast.Module) -> Iterator[Function | ast.ClassDef]:
    """The public functions and classes of a module, and those classes' public methods but for properties and stubs."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (
                    inner
                    for inner in node.body
                    if isinstance(inner, Function)
                    and not inner.name.startswith("_")
                    and not inner.decorator_list
                    and not is_stub(inner)
                )


def test_what_is_public_says_what_it_is_for() -> None:
    silent = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in TREES.items()
        for node in public(tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_a_module_opens_with_what_it_is_for() -> None:
    assert [name for name, tree in TREES.items() if tree.body and not ast.get_docstring(tree)] == []
