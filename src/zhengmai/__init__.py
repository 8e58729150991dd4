"""zhengmai 政脉: reports of Chinese public bodies' meetings, read into a knowledge graph.

    import zhengmai

    for article in zhengmai.read("reports/"):
        found = zhengmai.extract(article)
        print(zhengmai.describe(found))
        found.officials[0].holdings

    result = zhengmai.build("reports/", out="out.trig")
    print(result)

What is heavy is loaded when it is first used, so that `import zhengmai` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zhengmai.api import build, extract, read
    from zhengmai.description import describe

__version__ = "0.1.0"
__all__ = ["build", "describe", "extract", "read"]

_HOMES = dict.fromkeys(("build", "extract", "read"), "zhengmai.api") | {"describe": "zhengmai.description"}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'zhengmai' has no attribute {name!r}")
    return getattr(import_module(home), name)
