"""What the command line says, in English and Chinese.

A key and values come in, a sentence in the user's language goes out: `say("summary.articles", count=3)` is
`3 articles read` or `读入 3 篇文章`. The language follows the locale: LC_ALL, LC_MESSAGES, LANG, the first that is set.
"""

from __future__ import annotations

import argparse
import os
from typing import Any

from zhengmai.wording import ARGPARSE, WORDING


def is_chinese() -> bool:
    """Whether the locale asks for Chinese."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), "").lower().startswith("zh")


def say(key: str, **values: Any) -> str:
    """The sentence of that key, filled in."""
    return WORDING[key][is_chinese()].format(**values)


def speak_argparse() -> None:
    """Has argparse's own words (`usage:`, `the following arguments are required`) follow the locale too.

    argparse looks its words up through a module-wide `_`, which is gettext's; a table stands in for it here.
    """
    if is_chinese():
        vars(argparse)["_"] = lambda words: ARGPARSE.get(words, words)
