"""Half-width punctuation made full-width, so that rules need to know one kind only: `会上,学习了` is `会上，学习了`.

The text keeps its length: positions stay what they were.
"""

from __future__ import annotations

import re
from dataclasses import replace

from zhengmai.tagging import Tagged

FULL_WIDTH = str.maketrans(",;:()", "，；：（）")
FULL_STOP = re.compile(r"(?<=[^\x00-\x7f])\.(?=$|[^\x00-\x7f])")  # not that of 2.5 and No.1


def full_width(tagged: Tagged) -> Tagged:
    """The tagged sentence with full-width punctuation; positions and mentions are the same."""
    text = tagged.text.translate(FULL_WIDTH)
    if "." in text:
        text = FULL_STOP.sub("。", text)
    return tagged if text == tagged.text else replace(tagged, text=text)
