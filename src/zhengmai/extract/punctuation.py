"""Half-width punctuation made full-width, so that rules need to know one kind only: `会上,学习了` is `会上，学习了`.

The text keeps its length: positions stay what they were.
"""

from __future__ import annotations

from dataclasses import replace

from zhengmai.tagging import Tagged

FULL_WIDTH = str.maketrans(",;:()", "，；：（）")


def full_width(tagged: Tagged) -> Tagged:
    """The tagged sentence with full-width punctuation; positions and mentions are the same."""
    text = tagged.text.translate(FULL_WIDTH)
    return tagged if text == tagged.text else replace(tagged, text=text)
