"""What can go wrong, in words a user can act on: where, what, what to do."""

from __future__ import annotations


class ZhengmaiError(Exception):
    """Base of all errors that are the input's or the user's, not a bug. The message names the place first."""


class InputError(ZhengmaiError):
    """A report that cannot be read."""


class LexiconError(ZhengmaiError):
    """A lexicon table that is not well-formed."""


class RuleError(ZhengmaiError):
    """A rule that is not well-formed, or whose own examples fail."""


class GraphError(ZhengmaiError):
    """A graph that cannot be read, written or checked."""


class GoldError(ZhengmaiError):
    """Gold annotation that is not as the guide says."""
