"""Every IRI is minted here.

An article's identifier, its locality and a name come in, an IRI between angle brackets goes out: 韩砚秋 in a report
from 云溪市 is `<…/id/official/云溪市/韩砚秋>`, the words at 10-25 of d-03 are `<…/id/article/d-03/span/10-25>`. Chinese
stays readable; whatever else stands in a name (a slash, a space, a bracket, a control) is percent-encoded, so that
no name can end the IRI, climb out of its path or meet another name's IRI.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from zhengmai.errors import GraphError
from zhengmai.graph import identity
from zhengmai.model import Document, Meeting, Span

# Letters and digits of any script, and the signs that Chinese names hold. `~` is kept for what was cut.
_UNSAFE = re.compile(r"[^\w\-.·—（）“”‘’《》〈〉、，。：；！？…]")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f]*[/#:]")
_LONGEST = 200  # signs of a name in an IRI; a longer one is cut and told apart by its digest


def _encode(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=16384)
def segment(name: str) -> bytes:
    """A name as one segment of an IRI's path. Different names give different segments."""
    if len(name) > _LONGEST:
        digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return segment(name[: _LONGEST // 4]) + b"~" + digest.encode()
    if not name.strip("."):  # nothing, `.` and `..` would be taken for steps
        return b"%2E" * len(name) or b"~"
    return _UNSAFE.sub(_encode, name).encode()


@lru_cache(maxsize=64)
def checked_base(base: str) -> bytes:
    """The address below which all IRIs stand. Raises GraphError."""
    if not _BASE.fullmatch(base):
        raise GraphError(f"base {base!r}: not an absolute IRI that ends in / or #; write one like https://example.org/id/")
    return b"<" + base.encode()


class Iris:
    """The IRIs of one article and of what it names."""

    __slots__ = ("_base", "_local", "_locality", "article", "graph")

    def __init__(self, base: str, article: str, locality: str | None) -> None:
        self._base = checked_base(base)
        self._locality = locality
        name = segment(article)
        self.article = self._base + b"article/" + name + b">"
        self.graph = self._base + b"graph/" + name + b">"
        self._local = self._base + b"article/" + name + b"/"

    def common(self, kind: str, *names: str) -> bytes:
        """A thing that other articles know by the same names: `…/organ/云溪市委`."""
        return b"%b%b/%b>" % (self._base, kind.encode(), b"/".join(map(segment, names)))

    def local(self, kind: str, name: str) -> bytes:
        """A thing that only this article knows by that name: `…/article/d-03/group/市委常委`."""
        return b"%b%b/%b>" % (self._local, kind.encode(), segment(name))

    def nth(self, kind: bytes, place: int) -> bytes:
        """The thing of that kind at that place in the article, from 1: `…/article/d-03/task/4`."""
        return b"%b%b/%d>" % (self._local, kind, place)

    def span(self, span: Span) -> bytes:
        """The words at that span: `…/article/d-03/span/10-25`."""
        return b"%bspan/%d-%d>" % (self._local, *span)

    def sentence(self, span: Span) -> bytes:
        """The sentence at that span."""
        return b"%bsentence/%d-%d>" % (self._local, *span)

    def official(self, name: str) -> bytes:
        """A person, known by name and locality."""
        return self.common("official", self._locality, name) if self._locality else self.local("official", name)

    def placed(self, kind: str, label: str) -> bytes:
        """A post or an organ: known by its label where that tells the place."""
        known = identity.is_placed(label, self._locality)
        return self.common(kind, label) if known else self.local(kind, label)

    def meeting(self, meeting: Meeting) -> bytes:
        """A meeting, known by its body, name and day, else by its key in the article."""
        key = identity.meeting_key(meeting, self._locality)
        return self.common("meeting", *key) if key else self.local("meeting", meeting.key)

    def document(self, document: Document) -> bytes:
        """A document, known by its title, with its place where the title has none."""
        key = identity.document_key(document, self._locality)
        return self.common("document", *key) if key else self.local("document", document.title)
